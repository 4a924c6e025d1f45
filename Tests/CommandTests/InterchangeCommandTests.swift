import FingerpostTestSupport
import Foundation
import Testing

struct `A map in formats of other programs` {
  private static let map = """
    fingerpost: 1
    title: Exampleton
    services:
      visiting: {name: Health visiting}
      team: {name: Parent-infant team}
    routes: [{from: visiting, to: team, kind: referral}]

    """

  @Test(arguments: ["csv", "xlsx"])
  func `goes out and comes back`(_ format: String) async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(Self.map, to: "exampleton.yaml")
    let out = folder.path(of: "out.\(format)")
    let export = try await Program.fingerpost.run([
      "export", map, "--format", format, "--output", out,
    ])
    #expect(export.exitCode == 0, "\(export.errorOutput)")
    let back = folder.path(of: "back.yaml")
    let looked = try await Program.fingerpost.run(["import", out, "--format", format])
    #expect(looked.exitCode == 0, "\(looked.errorOutput)")
    #expect(looked.output.contains("The map would hold: 2 services, 1 route"))
    #expect(looked.errorOutput.contains("Nothing is written yet"))
    #expect(!FileManager.default.fileExists(atPath: back))
    let made = try await Program.fingerpost.run([
      "import", out, "--format", format, "--output", back,
    ])
    #expect(made.exitCode == 0, "\(made.errorOutput)")
    let same = try await Program.fingerpost.run(["diff", map, back])
    #expect(same.exitCode == 0, "\(same.output)")
    // A second time it would be written over.
    let again = try await Program.fingerpost.run([
      "import", out, "--format", format, "--output", back,
    ])
    #expect(again.exitCode == 70)
    #expect(again.errorOutput.contains("is there already and stays as it is"))
  }

  @Test func `is not written while a cell is wrong`() async throws {
    let folder = try TemporaryFolder()
    let table = try folder.write("name,status\nClinic,opne\n", to: "services.csv")
    let output = folder.path(of: "map.yaml")
    let run = try await Program.fingerpost.run(["import", table, "--output", output])
    #expect(run.exitCode == 2)
    #expect(run.errorOutput.contains("services.csv, row 2, column B (status): error: "))
    #expect(!FileManager.default.fileExists(atPath: output))
  }

  @Test(arguments: [
    (["import", "x.pdf"], "Which format is x.pdf in?"),
    (["import", "x.csv", "--column", "name"], "with = between them"),
    (["export", "x.yaml"], "Which format?"),
    (["export", "x.yaml", "--format", "csv"], "name a folder with --output"),
  ])
  func `is asked for in the right way`(arguments: [String], message: String) async throws {
    let run = try await Program.fingerpost.run(arguments)
    #expect(run.exitCode == 64)
    #expect(run.errorOutput.contains(message), "\(run.errorOutput)")
  }

  @Test(arguments: ["csv", "xlsx"])
  func `is missed with a sentence`(_ format: String) async throws {
    let folder = try TemporaryFolder()
    let run = try await Program.fingerpost.run(
      ["import", folder.path(of: "nothing"), "--format", format])
    #expect(run.exitCode == 2)
    #expect(run.errorOutput.contains("cannot be opened"), "\(run.errorOutput)")
  }
}
