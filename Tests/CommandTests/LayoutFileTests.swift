import FingerpostTestSupport
import Foundation
import Testing

/// The file beside a map that holds its pictures still.
struct `The layout file of a map` {
  private static let map = """
    fingerpost: 1
    title: Exampleton
    as-of: 2026-11-01
    services:
      a: {name: Health visiting, entry: open, intensity: universal}
      b: {name: Children's centre, entry: open, intensity: universal}
      c: {name: Parent-infant team, intensity: specialist}
      d: {name: Perinatal team, intensity: specialist}
    routes:
      - {from: a, to: c, kind: referral}
      - {from: b, to: c, kind: referral}
      - {from: b, to: d, kind: referral}

    """
  private static let withMore = map.replacing(
    "routes:\n",
    with: "  e: {name: Crisis line, intensity: specialist}\nroutes:\n"
      + "  - {from: a, to: e, kind: referral}\n")

  private static func draw(
    _ text: String, in folder: TemporaryFolder, _ arguments: [String] = []
  ) async throws -> ProgramRun {
    let path = try folder.write(text, to: "exampleton.yaml")
    return try await Program.fingerpost.run(
      ["draw", path, "--output", folder.path(of: "out"), "--view", "system", "--format", "svg"]
        + arguments)
  }

  @Test func `is written only when asked for, and kept up from then on`() async throws {
    let folder = try TemporaryFolder()
    let layout = folder.path(of: "exampleton.layout")
    try await #expect(Self.draw(Self.map, in: folder).exitCode == 0)
    #expect(!FileManager.default.fileExists(atPath: layout))
    let locked = try await Self.draw(Self.map, in: folder, ["--lock"])
    #expect(locked.errorOutput.contains("exampleton.layout: places kept"))
    let first = try folder.contents(of: "exampleton.layout")
    try await #expect(Self.draw(Self.map, in: folder).errorOutput == "")
    #expect(try folder.contents(of: "exampleton.layout") == first)

    let more = try await Self.draw(Self.withMore, in: folder)
    #expect(more.exitCode == 0)
    #expect(more.errorOutput.contains("what is new was fitted into its kept places"))
    let second = String(decoding: try folder.contents(of: "exampleton.layout"), as: UTF8.self)
    #expect(second.contains(#""e" : "#))
    try await #expect(Self.draw(Self.withMore, in: folder).errorOutput == "")
  }

  @Test func `gives the same pictures again while nothing changes, byte for byte`() async throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: PackageRoot.path(of: "Examples/brackenshire/brackenshire.yaml"),
      toPath: folder.path(of: "brackenshire.yaml"))
    for (output, more) in [("first", ["--lock"]), ("again", [])] {
      let run = try await Program.fingerpost.run(
        ["draw", "brackenshire.yaml", "--output", output, "--format", "svg"] + more,
        in: folder.path)
      #expect(run.exitCode == 0)
    }
    for name in try FileManager.default.contentsOfDirectory(
      atPath: folder.path(of: "first/brackenshire"))
    {
      #expect(
        try folder.contents(of: "first/brackenshire/\(name)")
          == folder.contents(of: "again/brackenshire/\(name)"), "\(name)")
    }
  }

  @Test func `is left as it is by a drawing for others or for another day`() async throws {
    let folder = try TemporaryFolder()
    try await #expect(Self.draw(Self.map, in: folder, ["--lock"]).exitCode == 0)
    let first = try folder.contents(of: "exampleton.layout")
    for arguments in [["--audience", "public"], ["--on", "2027-01-01"]] {
      try await #expect(Self.draw(Self.withMore, in: folder, arguments).exitCode == 0)
      #expect(try folder.contents(of: "exampleton.layout") == first)
    }
  }

  @Test func `gives way to a fresh arrangement, with a word on how far it had come`() async throws {
    let folder = try TemporaryFolder()
    let fresh = try await Self.draw(Self.withMore, in: folder)
    #expect(fresh.exitCode == 0)
    let picture = try folder.contents(of: "out/exampleton/system.svg")
    try await #expect(Self.draw(Self.map, in: folder, ["--lock"]).exitCode == 0)
    try await #expect(Self.draw(Self.withMore, in: folder).exitCode == 0)
    let again = try await Self.draw(Self.withMore, in: folder, ["--relayout"])
    #expect(again.errorOutput.contains("system: arranged afresh, with 0 crossings of lines"))
    #expect(try folder.contents(of: "out/exampleton/system.svg") == picture)
    try await #expect(Self.draw(Self.withMore, in: folder).errorOutput == "")
  }

  @Test func `is told of when it cannot be read, and written anew when asked for`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("not a layout", to: "exampleton.layout")
    let run = try await Self.draw(Self.map, in: folder, ["--on", "2026-11-01"])
    #expect(run.exitCode == 0)
    #expect(run.errorOutput.contains("exampleton.layout` is no layout file"))
    #expect(try folder.contents(of: "exampleton.layout") == Array("not a layout".utf8))
    try await #expect(Self.draw(Self.map, in: folder, ["--lock"]).exitCode == 0)
    try await #expect(Self.draw(Self.map, in: folder).errorOutput == "")
  }
}
