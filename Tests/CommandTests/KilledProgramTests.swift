import FingerpostTestSupport
import Foundation
import Testing

/// Whatever moment it is killed at, no file is left that is neither as before nor as it should be, and
/// what is kept between runs is of use.
struct `The program that is killed` {
  private static let kills =
    isSoak ? 200 : 20

  /// A map in versions that differ in names, in routes and in what there is.
  private static func map(_ version: Int) -> String {
    """
    fingerpost: 1
    title: Exampleton
    as-of: 2026-11-01
    focus: [team]
    services:
      visiting: {name: Health visiting \(version), entry: open, intensity: universal}
      centre: {name: Children's centre, entry: open, intensity: universal}
      team: {name: Parent-infant team, intensity: specialist}
    \(version % 2 == 0 ? "  crisis: {name: Crisis line, intensity: acute}" : "")
    routes:
      - {from: visiting, to: team, kind: referral, step: up}
      - {from: centre, to: \(version % 3 == 0 ? "visiting" : "team"), kind: referral}

    """
  }

  /// A folder with a map, a cache of its own and what is made there.
  private struct Desk {
    let folder: TemporaryFolder
    let arguments: [String]

    init(_ arguments: [String]) throws {
      folder = try TemporaryFolder()
      self.arguments = arguments
    }

    /// A folder with the same files.
    func copied() throws -> Desk {
      let copy = try Desk(arguments)
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
        try FileManager.default.copyItem(
          atPath: folder.path(of: name), toPath: copy.folder.path(of: name))
      }
      return copy
    }

    func write(_ version: Int) throws { try folder.write(map(version), to: "exampleton.yaml") }

    /// Runs the command.
    ///
    /// - Parameters:
    ///   - cached: Whether it may keep what it worked out.
    ///   - limit: When to kill it with all that it started.
    /// - Returns: How it ended.
    /// - Throws: When it cannot be started.
    @discardableResult
    func run(cached: Bool = true, limit: Duration = .seconds(120)) async throws -> ProgramRun {
      try await Program.fingerpost.run(
        arguments + (cached ? [] : ["--no-cache"]),
        environment: ["FINGERPOST_CACHE": folder.path(of: "cache")], in: folder.path,
        timeLimit: limit)
    }

    /// The names of all files but those in the cache.
    func names() throws -> [String] {
      try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { name in
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(
          atPath: folder.path(of: name), isDirectory: &isFolder)
        return isThere && !isFolder.boolValue && !name.hasPrefix("cache/")
      }
    }

    /// What was made, without what killed runs left half written.
    func made() throws -> [String: [UInt8]] {
      try names().filter { !$0.hasSuffix(".part") }.reduce(into: [:]) {
        $0[$1] = try folder.contents(of: $1)
      }
    }
  }

  private static let commands = [
    [
      "draw", "exampleton.yaml", "--output", "out", "--lock", "--format", "svg,pdf,text",
      "--view", "system", "--view", "card",
    ],
    ["check", "exampleton.yaml", "--on", "2026-11-21", "--output", "check.txt"],
    ["report", "exampleton.yaml", "--on", "2026-11-21", "--for", "board", "--output", "pack.html"],
  ]

  @Test(arguments: commands)
  func `leaves files whole, and a cache that is of use`(_ arguments: [String]) async throws {
    let desk = try Desk(arguments)
    try desk.write(0)
    // Kills fall into the time of a whole run, and a little beyond.
    let whole = try await desk.run()
    #expect(whole.exitCode == 0, "\(whole.errorOutput)")
    let longest = Int(whole.elapsed / .microseconds(1)) * 5 / 4
    var random = SeededGenerator(seed: 5)
    for number in 1...Self.kills {
      try desk.write(number % 7)
      let before = try desk.made()
      let fresh = try desk.copied()
      try await fresh.run(cached: false)
      let after = try fresh.made()

      try await desk.run(limit: .microseconds(Int.random(in: 1000...longest, using: &random)))
      for (name, bytes) in try desk.made() {
        #expect(bytes == before[name] || bytes == after[name], "\(name), kill \(number)")
        #expect(Self.isWhole(name, bytes), "\(name), kill \(number)")
      }
      guard number.isMultiple(of: 5) else { continue }
      let other = try desk.copied()
      let runs = (try await desk.run(), try await other.run(cached: false))
      #expect(runs.0.exitCode == 0, "\(runs.0.errorOutput)")
      // Pictures are told as they are done.
      #expect(Self.lines(runs.0) == Self.lines(runs.1))
      #expect(try desk.made() == other.made(), "kill \(number)")
    }
    // The next run that writes takes away what the killed ones left.
    try desk.write(8)
    try await #expect(desk.run().exitCode == 0)
    #expect(try desk.names().filter { $0.hasSuffix(".part") } == [])
    let kept = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path(of: "cache"))
    #expect(kept.filter { $0.hasSuffix(".part") } == [])
  }

  @Test func `has its half-written files taken away, and nobody else's`() async throws {
    let desk = try Desk(Self.commands[0])
    try desk.write(0)
    let ended = try await Program(path: "sh").run(["-c", "echo $$"])
    let gone = try #require(Int(ended.output.trimmingCharacters(in: .newlines)))
    let runs = getpid()
    let ours = [
      "out/exampleton/system.svg.\(gone)-17.part", "out/exampleton/card-old.md.\(gone)-18.part",
      "out/exampleton/.fingerpost-made.\(gone)-19.part", "exampleton.layout.\(gone)-20.part",
      "cache/\(String(repeating: "a", count: 64)).\(gone)-21.part",
      "out/exampleton/system.pdf.\(runs)-22.part",
    ]
    let others = [
      "out/exampleton/system.svg.\(runs)-17.part", "out/exampleton/notes.txt.\(gone)-17.part",
      "out/exampleton/system.svg.part", "out/exampleton/system.svg.\(gone).part",
      "out/exampleton/system.svg.\(gone)-x.part", "out/exampleton/.svg.\(gone)-17.part",
      "other.layout.\(gone)-20.part", "exampleton.yaml.\(gone)-17.part",
      "cache/mine.\(gone)-17.part",
    ]
    for name in ours + others { try desk.folder.write("half", to: name) }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: desk.folder.path(of: "cache"))
    // Older than anything takes to write, so that another process has the number by now.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 0)],
      ofItemAtPath: desk.folder.path(of: ours[5]))
    try await #expect(desk.run().exitCode == 0)
    for name in ours {
      #expect(!FileManager.default.fileExists(atPath: desk.folder.path(of: name)), "\(name)")
    }
    for name in others { #expect(try desk.folder.contents(of: name) == Array("half".utf8)) }
  }

  private static func lines(_ run: ProgramRun) -> [Substring] {
    run.output.split(separator: "\n").sorted()
  }

  /// Whether a file is complete for its kind.
  private static func isWhole(_ name: String, _ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    if name.hasSuffix(".svg") { return text.hasSuffix("</svg>\n") }
    if name.hasSuffix(".pdf") { return text.contains("%%EOF") }
    if name.hasSuffix(".html") { return text.hasSuffix("</html>\n") }
    if name.hasSuffix(".layout") {
      return (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
    }
    if name.hasSuffix(".md") { return text.hasPrefix("# ") && text.hasSuffix("\n") }
    return text.hasSuffix("\n")
  }
}
