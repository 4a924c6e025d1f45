import FingerpostTestSupport
import Foundation
import Testing

/// What is worked out once is not worked out again, and what is kept is never trusted.
struct `What is kept between runs` {
  private static let map = """
    fingerpost: 1
    title: Exampleton
    as-of: 2026-11-01
    focus: [team]
    services:
      visiting: {name: Health visiting, entry: open, intensity: universal}
      team: {name: Parent-infant team, intensity: specialist}
      crisis: {name: Crisis line, intensity: acute}
    routes:
      - {from: visiting, to: team, kind: referral, step: up}
      - {from: team, to: crisis, kind: referral, step: up}

    """

  /// A folder with a map, a place for pictures and a cache of its own.
  private struct Desk {
    let folder: TemporaryFolder
    init() throws {
      folder = try TemporaryFolder()
      try write(map)
    }

    func write(_ text: String) throws { try folder.write(text, to: "exampleton.yaml") }

    var cache: String { folder.path(of: "cache") }

    /// Runs a command on the map; without its parts, Graphviz cannot draw.
    func run(
      _ command: String, _ arguments: [String] = [], graphviz: Bool = true
    ) async throws -> ProgramRun {
      try await Program.fingerpost.run(
        [command, folder.path(of: "exampleton.yaml")] + arguments,
        environment: [
          "FINGERPOST_CACHE": cache, "GVBINDIR": graphviz ? nil : folder.path(of: "none"),
        ], in: folder.path)
    }

    func draw(_ arguments: [String] = [], graphviz: Bool = true) async throws -> ProgramRun {
      try await run(
        "draw", ["--output", "out", "--format", "svg,text"] + arguments, graphviz: graphviz)
    }

    func entries() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: cache).sorted()
    }
  }

  @Test func `tells a drawing again without Graphviz when nothing changed`() async throws {
    let desk = try Desk()
    let first = try await desk.draw()
    #expect(first.exitCode == 0)
    let again = try await desk.draw(graphviz: false)
    #expect(again.exitCode == 0)
    #expect(again.output == first.output)
    #expect(again.errorOutput == first.errorOutput)
  }

  @Test func `draws only what shows the service that changed`() async throws {
    let desk = try Desk()
    try await #expect(desk.draw().exitCode == 0)
    try desk.write(Self.map.replacing("Crisis line", with: "Crisis team"))
    let run = try await desk.draw(graphviz: false)
    #expect(run.exitCode == 70)
    // The card of the team does not change; that of the crisis line, and what it stands in, do.
    #expect(run.output.contains("out/exampleton/card-visiting.svg\n"))
    #expect(!run.output.contains("card-crisis.svg"))
    #expect(!run.output.contains("system.svg"))
    let whole = try await desk.draw()
    #expect(whole.exitCode == 0)
    #expect(whole.output.contains("system.svg"))
  }

  @Test(arguments: ["check", "report"])
  func `tells again what was found, and how it ended`(_ command: String) async throws {
    let desk = try Desk()
    let first = try await desk.run(command)
    let count = try desk.entries().count
    let again = try await desk.run(command, graphviz: false)
    #expect(again.exitCode == first.exitCode)
    #expect(again.output == first.output)
    #expect(try desk.entries().count == count)
    try desk.write(Self.map.replacing("to: team", with: "to: teem"))
    let changed = try await desk.run(command)
    #expect(changed.output + changed.errorOutput != first.output + first.errorOutput)
  }

  @Test func `writes again what somebody changed or took away`() async throws {
    let desk = try Desk()
    try await #expect(desk.draw().exitCode == 0)
    let svg = try desk.folder.contents(of: "out/exampleton/system.svg")
    try desk.folder.write("mine", to: "out/exampleton/system.svg")
    try FileManager.default.removeItem(atPath: desk.folder.path(of: "out/exampleton/steps.md"))
    let again = try await desk.draw(graphviz: false)
    #expect(again.exitCode == 0)
    #expect(try desk.folder.contents(of: "out/exampleton/system.svg") == svg)
  }

  @Test(arguments: ["cut", "changed", "swapped", "empty", "foreign"])
  func `ignores what is damaged or not its own`(_ damage: String) async throws {
    let desk = try Desk()
    let first = try await desk.draw()
    let entries = try desk.entries()
    #expect(entries.count > 3)
    var contents = try entries.map { try desk.folder.contents(of: "cache/\($0)") }
    if damage == "swapped" { contents.append(contents.removeFirst()) }
    for (name, bytes) in zip(entries, contents) {
      let path = desk.folder.path(of: "cache/\(name)")
      var bytes = bytes
      switch damage {
      case "cut": bytes.removeLast(bytes.count / 2)
      case "changed": bytes[bytes.count * 2 / 3] ^= 1
      case "empty": bytes = []
      case "foreign": bytes = Array("bplist00, or whatever else there is".utf8)
      default: break
      }
      try Data(bytes).write(to: URL(filePath: path))
    }
    // Without Graphviz nothing can be drawn anew, so that what is taken from there would be seen.
    try FileManager.default.removeItem(atPath: desk.folder.path(of: "out"))
    let without = try await desk.draw(graphviz: false)
    #expect(without.exitCode == 70)
    #expect(without.output == "")
    let again = try await desk.draw()
    #expect(again.exitCode == 0)
    // Pictures are told in the order in which they are done.
    #expect(
      Set(again.output.split(separator: "\n")) == Set(first.output.split(separator: "\n")))
  }

  @Test func `leaves a folder alone in which others may write`() async throws {
    let desk = try Desk()
    try FileManager.default.createDirectory(
      atPath: desk.cache, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o777])
    try await #expect(desk.draw().exitCode == 0)
    #expect(try desk.entries().isEmpty)
  }

  @Test func `keeps nothing when asked not to`() async throws {
    let desk = try Desk()
    try await #expect(desk.draw(["--no-cache"]).exitCode == 0)
    #expect(!FileManager.default.fileExists(atPath: desk.cache))
  }

  @Test func `says how much there is, and clears it`() async throws {
    let desk = try Desk()
    try await #expect(desk.draw().exitCode == 0)
    try desk.folder.write("mine", to: "cache/notes.txt")
    let environment: [String: String?] = ["FINGERPOST_CACHE": desk.cache]
    let count = try desk.entries().count - 1
    let shown = try await Program.fingerpost.run(["cache"], environment: environment)
    #expect(shown.output.hasPrefix("\(desk.cache): \(count) results, "))
    let cleared = try await Program.fingerpost.run(["cache", "--clear"], environment: environment)
    #expect(cleared.output.hasPrefix("\(desk.cache): cleared \(count) results, "))
    #expect(try desk.entries() == ["notes.txt"])
  }
}
