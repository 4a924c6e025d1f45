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
    #expect(try await Program.fingerpost.run(["fmt", "--check", back]).exitCode == 0)
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

  @Test func `has its headings explained by a file`() async throws {
    let folder = try TemporaryFolder()
    let table = try folder.write("Team,Run by\nBaby Steps,The Trust\n", to: "teams.csv")
    let columns = try folder.write("heading,key\nTEAM,name\nRun by,organisation\n", to: "own.csv")
    let run = try await Program.fingerpost.run(["import", table, "--columns", columns])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    #expect(run.output.contains("1 organisation, 1 service"), "\(run.output)")
    // What is said for one column goes before what the file says of it.
    let other = try await Program.fingerpost.run([
      "import", table, "--columns", columns, "--column", "run by=contact.phone",
    ])
    #expect(other.output.contains("would hold: 1 service\n"), "\(other.output)")
  }

  @Test(arguments: [
    ("Team\n", "own.csv, row 1: error: a heading of your tables and a key of a map are expected"),
    ("Team,name\nteam,kind\n", "own.csv, row 2: error: row 1 says what `team` is for as well"),
  ])
  func `has its headings explained in the right way`(text: String, message: String) async throws {
    let folder = try TemporaryFolder()
    let table = try folder.write("Team,Run by\nBaby Steps,The Trust\n", to: "teams.csv")
    let columns = try folder.write(text, to: "own.csv")
    let run = try await Program.fingerpost.run(["import", table, "--columns", columns])
    #expect(run.exitCode == 2)
    #expect(run.errorOutput.contains(message), "\(run.errorOutput)")
  }

  @Test func `goes into a folder where one is named`() async throws {
    let folder = try TemporaryFolder()
    let table = try folder.write("name\nBaby Steps\n", to: "services.csv")
    let town = folder.path(of: "town")
    let run = try await Program.fingerpost.run(["import", table, "--output", town])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    #expect(run.output.hasSuffix("\(town)/town.yaml\n"), "\(run.output)")
    let check = try await Program.fingerpost.run(["check", "--quiet", town])
    #expect(check.output.contains("1 service"), "\(check.output)")
  }

  @Test(arguments: ["town", "town.yaml"])
  func `is written back with what was kept, from a folder as from a file`(_ name: String)
    async throws
  {
    let folder = try TemporaryFolder()
    let directory = try folder.write(
      #"[{"id": "s1", "name": "Baby Steps", "status": "active", "url": "https://x.example"}]"#,
      to: "services.json")
    let town = folder.path(of: name)
    let run = try await Program.fingerpost.run([
      "import", directory, "--format", "hsds", "--output", town,
    ])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    let back = try await Program.fingerpost.run(["export", town, "--format", "hsds"])
    #expect(back.exitCode == 0, "\(back.errorOutput)")
    #expect(back.output.contains("https://x.example"), "\(back.output)")
    // Others get nothing of which nobody has looked who may see it.
    let open = try await Program.fingerpost.run([
      "export", town, "--format", "hsds", "--audience", "public",
    ])
    #expect(open.exitCode == 0 && !open.output.contains("https://x.example"))
  }

  @Test func `leaves nothing behind when it cannot be written`() async throws {
    let folder = try TemporaryFolder()
    let directory = try folder.write(
      #"[{"id": "s1", "name": "Baby Steps", "status": "active", "url": "https://x.example"}]"#,
      to: "services.json")
    let output = folder.path(of: "missing/town.yaml")
    let run = try await Program.fingerpost.run([
      "import", directory, "--format", "hsds", "--output", output,
    ])
    #expect(run.exitCode == 70)
    #expect(run.errorOutput.contains("nothing was written"), "\(run.errorOutput)")
    #expect(try folder.names(in: folder.path) == [directory])
  }

  @Test(arguments: [
    ["export", "map.yaml", "--format", "dot", "--output", "map.yaml"],
    ["workbook", "map.yaml", "--output", "./map.yaml"],
  ])
  func `is never written over by what is made of it`(_ arguments: [String]) async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.map, to: "map.yaml")
    let run = try await Program.fingerpost.run(
      arguments.map { $0.hasSuffix("map.yaml") ? folder.path(of: $0) : $0 })
    #expect(run.exitCode == 70)
    #expect(run.errorOutput.contains("this is the map itself"), "\(run.errorOutput)")
    #expect(try folder.contents(of: "map.yaml") == Array(Self.map.utf8))
  }

  @Test func `does not go into a folder with other tables, which would be read with it`()
    async throws
  {
    let folder = try TemporaryFolder()
    let map = try folder.write(Self.map, to: "map.yaml")
    try folder.write("name,kind\n", to: "out/flows.csv")
    let run = try await Program.fingerpost.run([
      "export", map, "--format", "csv", "--output", folder.path(of: "out"),
    ])
    #expect(run.exitCode == 70)
    #expect(run.errorOutput.contains("out/flows.csv: this file is no part of the export"))
    #expect(try folder.names(in: folder.path(of: "out")) == [folder.path(of: "out/flows.csv")])
  }

  @Test func `shows nobody a service as active whose directory says otherwise`() async throws {
    let folder = try TemporaryFolder()
    let directory = try folder.write(
      #"""
      [{"id": "s1", "name": "Baby Steps", "status": "suspended",
        "phones": [{"id": "p", "number": "07700 900001", "contact_id": "ada"}]}]
      """#, to: "services.json")
    let map = folder.path(of: "town.yaml")
    let made = try await Program.fingerpost.run([
      "import", directory, "--format", "hsds", "--output", map,
    ])
    #expect(made.exitCode == 0, "\(made.errorOutput)")
    for audience in ["public", "operational"] {
      let run = try await Program.fingerpost.run([
        "export", map, "--format", "hsds", "--audience", audience,
      ])
      #expect(run.output.contains("\"status\": \"suspended\""), "\(audience): \(run.output)")
      // A number that belongs to a contact is a person's.
      #expect(run.output.contains("900001") == (audience == "operational"), "\(audience)")
    }
  }

  @Test(arguments: [
    (["import", "x.pdf"], "Which format is x.pdf in?"),
    (["import", "x.csv", "--column", "name"], "with = between them"),
    (["import", "x.csv", "--output", "town.xlsx"], "not a file that ends with .xlsx"),
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
