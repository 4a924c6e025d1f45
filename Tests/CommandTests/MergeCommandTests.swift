import FingerpostTestSupport
import Foundation
import Testing

struct `fingerpost merge` {
  private static let map = """
    fingerpost: 1
    title: Exampleton  # a town
    services:
      visiting: {name: Health visiting}

    """

  @Test func `shows what would be added, and writes it when it is told to`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(Self.map, to: "map.yaml")
    let table = try folder.write(
      "id,name,status\nvisiting,Health visiting,active\nclinic,Clinic,\n", to: "services.csv")
    let looked = try await Program.fingerpost.run(["merge", map, table])
    #expect(looked.exitCode == 0, "\(looked.errorOutput)")
    #expect(
      looked.output
        == "Added: 2\n  services/visiting: status: active\n  services/clinic, “Clinic”\n")
    #expect(looked.errorOutput.contains("Nothing is written yet"))
    #expect(try folder.contents(of: "map.yaml") == Array(Self.map.utf8))
    let run = try await Program.fingerpost.run(["merge", map, table, "--write"])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    #expect(
      String(decoding: try folder.contents(of: "map.yaml"), as: UTF8.self) == """
        fingerpost: 1
        title: Exampleton  # a town
        services:
          visiting: {name: Health visiting, status: active}
          clinic: {name: Clinic}

        """)
    let again = try await Program.fingerpost.run(["merge", map, table, "--write"])
    #expect(again.output == "There is nothing to add or change.\n")
  }

  @Test func `leaves a file in its one layout, if that is how it is kept`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(Self.map, to: "map.yaml")
    _ = try await Program.fingerpost.run(["fmt", map])
    let table = try folder.write(
      "id,name,status,note\nclinic,Clinic,active,On Mondays\n", to: "services.csv")
    let run = try await Program.fingerpost.run(["merge", map, table, "--write"])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    #expect(try await Program.fingerpost.run(["fmt", "--check", map]).exitCode == 0)
  }

  @Test func `names a folder as one`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.map, to: "map.yaml")
    let run = try await Program.fingerpost.run(["merge", folder.path, "x.csv"])
    #expect(run.exitCode == 2)
    #expect(run.errorOutput.contains("this is a folder; name the map file in it"))
    let missing = try await Program.fingerpost.run(["merge", folder.path(of: "none.yaml"), "x.csv"])
    #expect(missing.errorOutput.contains("there is no file or folder"), "\(missing.errorOutput)")
  }

  @Test func `keeps what no map can hold, to be written back`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(Self.map, to: "map.yaml")
    let directory = try folder.write(
      #"""
      [{"id": "s1", "name": "Health visiting", "status": "active", "url": "https://visiting.example"}]
      """#, to: "services.json")
    for _ in 0..<2 {
      let run = try await Program.fingerpost.run([
        "merge", map, directory, "--format", "hsds", "--write",
      ])
      #expect(run.exitCode == 0, "\(run.errorOutput)")
    }
    let kept = String(decoding: try folder.contents(of: "map.kept.jsonl"), as: UTF8.self)
    #expect(kept.split(separator: "\n").count == 1)
    #expect(kept.contains("services/visiting"))
    let out = folder.path(of: "out.json")
    let export = try await Program.fingerpost.run([
      "export", map, "--format", "hsds", "--audience", "operational", "--output", out,
    ])
    #expect(export.exitCode == 0, "\(export.errorOutput)")
    let written = String(decoding: try folder.contents(of: "out.json"), as: UTF8.self)
    #expect(written.contains("https://visiting.example"), "\(written)")
    #expect(!export.errorOutput.contains("this file is not there"))
    try FileManager.default.removeItem(atPath: folder.path(of: "map.kept.jsonl"))
    let alone = try await Program.fingerpost.run(["export", map, "--format", "hsds"])
    #expect(alone.errorOutput.contains("map.kept.jsonl: note: this file is not there"))
  }

  @Test func `ends with 1 while there is a question`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(Self.map, to: "map.yaml")
    let other = try folder.write(
      "fingerpost: 1\ntitle: x\nservices: {hv: {name: Heath visiting}}\n", to: "other.yaml")
    let run = try await Program.fingerpost.run(["merge", map, other, "--write"])
    #expect(run.exitCode == 1, "\(run.errorOutput)")
    #expect(run.output.contains("--same hv=visiting or --new hv"), "\(run.output)")
    #expect(try folder.contents(of: "map.yaml") == Array(Self.map.utf8))
    let wrong = try await Program.fingerpost.run(["merge", map, other, "--new", "nobody"])
    #expect(wrong.exitCode == 2)
    #expect(wrong.errorOutput.contains("the import has no element of that id"))
  }

  @Test func `leaves the map as it is when a file cannot be read`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(Self.map, to: "map.yaml")
    let table = try folder.write("name,status\nClinic,opne\n", to: "services.csv")
    for path in [table, folder.path(of: "none.csv"), folder.path(of: "none.yaml")] {
      let run = try await Program.fingerpost.run(["merge", map, path, "--write"])
      #expect(run.exitCode == 2)
      #expect(run.errorOutput.contains("not joined"), "\(run.errorOutput)")
    }
    let none = try await Program.fingerpost.run(["merge", folder.path(of: "none.yaml"), table])
    #expect(none.exitCode == 2)
    let usage = try await Program.fingerpost.run(["merge", map, table, "--same", "x"])
    #expect(usage.exitCode == 64)
    #expect(try folder.contents(of: "map.yaml") == Array(Self.map.utf8))
  }
}
