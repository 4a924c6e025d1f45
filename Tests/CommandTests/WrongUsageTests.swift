import FingerpostTestSupport
import Foundation
import Testing

struct `What is typed wrongly` {
  private static let map = """
    fingerpost: 1
    title: Exampleton
    services: {a: Health visiting}

    """

  /// Runs the program where `map.yaml` and a file `taken` are.
  private func run(
    _ arguments: [String]
  ) async throws -> (run: ProgramRun, folder: TemporaryFolder) {
    let folder = try TemporaryFolder()
    try folder.write(Self.map, to: "map.yaml")
    try folder.write(Self.map + "views: {north: North, south: South}\n", to: "views.yaml")
    try folder.write("fingerpost: 1\ntitle: [\n", to: "broken.yaml")
    try folder.write("fingerpost: 1\ntitle: Only a title\n", to: "title.yaml")
    try folder.write("a file", to: "taken")
    return (try await Program.fingerpost.run(arguments, in: folder.path), folder)
  }

  @Test(arguments: [
    (["drwa", "map.yaml"], "there is no command `drwa`; did you mean `draw`?"),
    (["publish"], "there is no command `publish`; there are: init, check, "),
    (["draw", "map.yaml", "--output", ""], "it is empty; write a name"),
    (["report", "map.yaml", "--output", ""], "it is empty; write a name"),
    (["check", "map.yaml", "--output", ""], "it is empty; write a name"),
    (["check", "map.yaml", "--write-baseline", ""], "it is empty; write a name"),
    (["init", "--output", ""], "it is empty; write a name"),
    (["check", "map.yaml", "--only", ","], "it names no rule; `fingerpost rules` lists them"),
    (["draw", "map.yaml", "--on", "2026-13-40"], "The date to draw for, such as 2026-11-21"),
    (["coverage", "map.yaml", "--what-ends-by", "soon"], "by this date, such as 2027-03-31"),
    (["trace", "map.yaml", "--need", "x", "--age", "old"], "such as birth or \"9 months\""),
    (["init", "--on", "never"], "such as 2026-11-21"),
    (["report", "map.yaml", "--theme", "pink"], "'plain', 'dark' or 'high-contrast'"),
    (["rules", "explain", "zzzz"], "See 'fingerpost rules explain --help'"),
    (["profiles", "explain", "zzzz"], "See 'fingerpost profiles explain --help'"),
  ])
  func `ends with 64 and says what to write`(_ arguments: [String], _ words: String) async throws {
    let (run, folder) = try await run(arguments)
    #expect(run.exitCode == 64 && run.output.isEmpty)
    #expect(run.errorOutput.contains(words), "\(run.errorOutput)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 5)
  }

  @Test(arguments: [
    (["map.yaml"], "view-z", "define it under `views:` in the map"),
    (["views.yaml"], "view-nort", "did you mean `view-north`? there are: view-north, view-south"),
    (["map.yaml", "views.yaml"], "view-z", "there are: view-north, view-south"),
  ])
  func `draws nothing when no map defines a view`(
    _ maps: [String], _ view: String, _ words: String
  ) async throws {
    let (run, folder) = try await run(["draw"] + maps + ["--view", "system", "--view", view])
    #expect(run.exitCode == 64 && run.output.isEmpty)
    #expect(run.errorOutput.contains("no map defines the view `\(view)`; \(words)"))
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "Pictures")))
  }

  @Test func `draws a view for those maps that define it`() async throws {
    let (run, _) = try await run(
      [
        "draw", "map.yaml", "views.yaml", "--view", "view-north", "--view", "own", "--format",
        "dot",
      ])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    #expect(
      run.output.split(separator: "\n").sorted()
        == ["Pictures/views/view-north.dot", "Pictures/views/view-south.dot"])
    #expect(run.errorOutput.contains("map.yaml: no view-north picture: the map defines no view"))
  }

  @Test func `leaves it open whether a map that cannot be read defines a view`() async throws {
    let (run, _) = try await run(
      [
        "draw", "map.yaml", "broken.yaml", "--view", "view-north", "--view", "system",
        "--format", "dot",
      ])
    #expect(run.exitCode == 2)
    #expect(run.output == "Pictures/map/system.dot\n")
  }

  @Test(arguments: [
    ["draw", "map.yaml", "--output", "taken"], ["draw", "map.yaml", "--output", "taken/in/it"],
    ["report", "map.yaml", "--output", "taken"],
    ["report", "map.yaml", "--output", "taken/x.html"],
  ])
  func `says once that a folder to write to is a file`(_ arguments: [String]) async throws {
    let (run, folder) = try await run(arguments)
    #expect(run.exitCode == 70)
    #expect(
      run.errorOutput.components(separatedBy: "taken is a file, so name another folder").count == 2,
      "\(run.errorOutput)")
    #expect(String(decoding: try folder.contents(of: "taken"), as: UTF8.self) == "a file")
  }

  @Test func `says why nothing is drawn of a map that says nothing yet`() async throws {
    let (run, _) = try await run(["draw", "title.yaml"])
    #expect(run.exitCode == 0 && run.output.isEmpty)
    #expect(
      run.errorOutput
        == "title.yaml: nothing to draw yet; no system picture: the map states no service\n")
  }

  @Test(arguments: ["draw", "report", "coverage"])
  func `takes a map that is named twice for one`(_ command: String) async throws {
    let (run, _) = try await run([command, "map.yaml", "./map.yaml"])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    #expect(!run.errorOutput.contains("has the id"))
  }

  @Test(arguments: ["draw", "report", "check", "coverage"])
  func `takes today for a date`(_ command: String) async throws {
    let (run, _) = try await run([command, "map.yaml", "--on", "today"])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
  }

  @Test(arguments: ["draw map.yaml --format dot", "check map.yaml", "rules", "words", "version"])
  func `ends with 70 when its results cannot be written`(_ command: String) async throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let folder = try TemporaryFolder()
    try folder.write(Self.map, to: "map.yaml")
    let run = try await Program(path: "sh").run(
      ["-c", "'\(Program.fingerpost.path)' \(command) > /dev/full"], in: folder.path)
    #expect(run.exitCode == 70)
    #expect(
      run.errorOutput
        == "The results could not be written to where they were sent: the disk is full.\n")
  }
}
