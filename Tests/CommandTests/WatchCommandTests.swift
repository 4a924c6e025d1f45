import FingerpostTestSupport
import Foundation
import Testing

/// Everything holds for both ways of hearing of changes.
@Suite(.serialized) struct `Watching maps` {
  static let ways = [[], ["--poll"]]

  /// A map with a route to a service of which it says nothing, and what is told of that.
  static let faulty = """
    fingerpost: 1
    title: Exampleton
    services:
      a: {name: Health visiting, intensity: universal}
      b: {name: Parent-infant team, intensity: specialist}
    routes:
      - {from: a, to: nowhere, kind: referral}

    """
  static let mended = faulty.replacing("nowhere", with: "b")

  @Test(arguments: ways)
  func `says what a save mends, and draws only what shows something else`(
    _ way: [String]
  ) async throws {
    let maps = try WatchedMaps(["town.yaml": Self.faulty, "other.yaml": Self.mended])
    let watch = try await maps.watch(way)
    let start = try await watch.line { $0.contains("2 maps, ") }
    #expect(start.contains("1 error") && start.contains("pictures drawn in "))
    #expect(try maps.picture("town").contains("not on this"))

    try maps.write(Self.mended, to: "town.yaml")
    let line = try await watch.line { $0.contains(" town.yaml: ") }
    #expect(line.contains("1 mended; in all ") || line.contains("mended, "))
    #expect(!line.contains("error") && line.contains("drawn in "), "\(line)")
    #expect(try !maps.picture("town").contains("not on this"))

    let before = try maps.fileDates("town")
    try maps.write(Self.mended + "# A remark.\n", to: "town.yaml")
    #expect(try await watch.line(2) { $0.contains(" town.yaml: ") }.contains("no picture changes"))
    #expect(try maps.fileDates("town") == before)

    try maps.write(Self.faulty, to: "town.yaml")
    #expect(try await watch.line(3) { $0.contains(" town.yaml: ") }.contains("1 new error"))
    _ = try await watch.line {
      $0.contains("maps/town.yaml:7:") && $0.contains("There is no service `nowhere`")
    }
    #expect(!watch.lines.contains { $0.contains("other.yaml") })
    #expect(try await watch.stop() == .exited(0))
  }

  @Test(arguments: ways)
  func `keeps the pictures of a half-written map, and takes it up when it is whole`(
    _ way: [String]
  ) async throws {
    let maps = try WatchedMaps(["town.yaml": Self.mended])
    let watch = try await maps.watch(way)
    let before = try maps.picture("town")
    try maps.write(String(Self.faulty.dropLast(18)), to: "town.yaml")
    let line = try await watch.line { $0.contains("cannot be read") }
    #expect(line.contains("town.yaml:") && line.contains("error: "), "\(line)")
    #expect(line.contains("its pictures stay as they are"))
    #expect(try maps.picture("town") == before)
    try maps.write(Self.faulty, to: "town.yaml")
    #expect(try await watch.line { $0.contains("can be read again") }.contains("1 new error"))
    #expect(try maps.picture("town") != before)
    #expect(try await watch.stop() == .exited(0))
  }

  @Test(arguments: ways)
  func `makes few looks of a burst of saves, and ends with the last state`(
    _ way: [String]
  ) async throws {
    let maps = try WatchedMaps(["town.yaml": Self.mended])
    let watch = try await maps.watch(way)
    for number in 1...50 {
      try maps.write(
        Self.mended.replacing("Health visiting", with: "Health visiting \(number)"),
        to: "town.yaml")
    }
    try await watch.until { try maps.picture("town").contains("Health visiting 50") }
    try maps.write(Self.faulty, to: "town.yaml")
    _ = try await watch.line { $0.contains("1 new error") }
    #expect(watch.lines.count { $0.contains(" town.yaml: ") } < 25)
    #expect(try await watch.stop() == .exited(0))
  }

  @Test(arguments: ways)
  func `sees a save that replaces the file`(_ way: [String]) async throws {
    let maps = try WatchedMaps(["north/town.yaml": Self.faulty])
    let watch = try await maps.watch(way)
    // As editors do: with the old version kept, and without.
    for (number, text) in [Self.mended, Self.faulty, Self.mended].enumerated() {
      try maps.write(text, to: "north/.town.yaml.new")
      if number == 1 { try maps.move("north/town.yaml", to: "north/town.yaml~") }
      try maps.move("north/.town.yaml.new", to: "north/town.yaml")
      let line = try await watch.line(number + 1) { $0.contains(" north/town.yaml: ") }
      #expect(line.contains(number == 1 ? "1 new error" : "mended"), "\(line)")
    }
    #expect(try await watch.stop() == .exited(0))
  }

  @Test(arguments: ways)
  func `follows maps that come, move and go`(_ way: [String]) async throws {
    let maps = try WatchedMaps(["town.yaml": Self.mended])
    let watch = try await maps.watch(way)
    try maps.write(Self.faulty, to: "new/folder/village.yaml")
    _ = try await watch.line { $0.contains(" new/folder/village.yaml (new): 1 error") }
    try maps.write(Self.mended, to: "new/folder/village.yaml")
    _ = try await watch.line { $0.contains(" new/folder/village.yaml: ") }
    try maps.move("new", to: "newer")
    let gone = try await watch.line { $0.contains("new/folder/village.yaml: this map is gone") }
    #expect(gone.hasSuffix("; its pictures stay in \(maps.pictures)/village"))
    _ = try await watch.line { $0.contains(" newer/folder/village.yaml (new): ") }
    try maps.remove("newer")
    _ = try await watch.line { $0.contains("newer/folder/village.yaml: this map is gone") }
    #expect(try !maps.picture("village").isEmpty)
    #expect(try await watch.stop() == .exited(0))
  }

  @Test(arguments: ways)
  func `waits for a folder that is gone`(_ way: [String]) async throws {
    let maps = try WatchedMaps(["town.yaml": Self.faulty])
    let watch = try await maps.watch(way)
    try maps.move(".", to: "../away")
    _ = try await watch.line { $0.contains("this folder is gone; waiting for it") }
    try maps.move("../away", to: ".")
    _ = try await watch.line { $0.contains("the folder is back") }
    try maps.write(Self.mended, to: "town.yaml")
    #expect(try await watch.line { $0.contains(" town.yaml: ") }.contains("1 mended"))
    // Another folder in its place.
    try maps.remove(".")
    try maps.write(Self.faulty, to: "town.yaml")
    #expect(try await watch.line(2) { $0.contains(" town.yaml: ") }.contains("1 new error"))
    try maps.write(Self.mended, to: "town.yaml")
    #expect(try await watch.line(3) { $0.contains(" town.yaml: ") }.contains("mended"))
    #expect(try await watch.stop() == .exited(0))
  }

  @Test(arguments: ways)
  func `checks the maps that use a shared file`(_ way: [String]) async throws {
    let maps = try WatchedMaps([
      "north.yaml": Self.mended + "words: ours\n", "south.yaml": Self.mended,
      "organisations.yaml": "fingerpost: 1\norganisations: {trust: The trust}\n",
      "ours.words.yaml": "fingerpost-words: 1\nterms: {referral: recommendation}\n",
    ])
    let watch = try await maps.watch(way)
    try maps.write(
      "fingerpost: 1\norganisations: {trust: {name: T, parent: gone}}\n",
      to: "organisations.yaml")
    for map in ["north", "south"] {
      let line = try await watch.line {
        $0.contains(" \(map).yaml (changed: organisations.yaml): ")
      }
      #expect(line.contains("1 new error"), "\(line)")
    }
    try maps.write(
      "fingerpost-words: 1\nterms: {referral: suggestion}\n", to: "ours.words.yaml")
    let line = try await watch.line { $0.contains(" north.yaml (changed: ours.words.yaml): ") }
    #expect(line.contains("drawn in "))
    #expect(try maps.picture("north").contains("uggestion"))
    #expect(!watch.lines.contains { $0.contains(" south.yaml (changed: ours") })
    #expect(try await watch.stop() == .exited(0))
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `stops when it is asked to, with all that it started and no half file`(
    _ signal: Int32
  ) async throws {
    let maps = try WatchedMaps(["town.yaml": Self.mended])
    for number in 1...30 { try maps.write(Self.mended, to: "town-\(number).yaml") }
    // In the middle of the first drawing.
    let watch = try await maps.watch([], waits: false)
    try await watch.until {
      FileManager.default.fileExists(atPath: maps.pictures + "/town-1/system.svg")
    }
    #expect(try await watch.stop(signal) == .exited(0))
    #expect(!watch.lines.contains { $0.contains("Control-C") })
    #expect(watch.errors.isEmpty, "\(watch.errors)")
    let files = FileManager.default.enumerator(atPath: maps.pictures)?.compactMap { $0 as? String }
    #expect(files?.isEmpty == false && files?.contains { $0.hasSuffix(".part") } == false)
  }

  @Test func `tells of a folder that it may not read`() async throws {
    guard getuid() == 0 else { return }
    let maps = try WatchedMaps(["town.yaml": Self.mended, "closed/village.yaml": Self.mended])
    let copy = maps.path(of: "../fingerpost")
    _ = try await Program(path: "cp").run([Program.fingerpost.path, copy])
    for path in ["../", ".", "closed"] { chmod(maps.path(of: path), 0o777) }
    func asNobody(_ path: String) -> [String] {
      [
        "--reuid=65534", "--regid=65534", "--clear-groups", copy, "watch", path, "--format", "text",
        "--output", maps.pictures,
      ]
    }
    let watch = try await maps.watch(Program(path: "setpriv"), asNobody(maps.path(of: ".")))
    chmod(maps.path(of: "closed"), 0)
    let gone = try await watch.line { $0.contains("closed/village.yaml: this map is gone") }
    #expect(gone.contains("its pictures stay"))
    _ = try await watch.line {
      $0.contains(" closed (new): the folder") || $0.contains("cannot be listed")
    }
    chmod(maps.path(of: "closed"), 0o777)
    _ = try await watch.line { $0.contains(" closed/village.yaml (new)") }
    #expect(try await watch.stop() == .exited(0))

    chmod(maps.path(of: "closed"), 0)
    let run = try await Program(path: "setpriv").run(asNobody(maps.path(of: "closed")))
    #expect(run.exitCode == 2)
    #expect(run.errorOutput.contains("cannot be listed; check that you may read it"))
  }

  @Test func `watches the file of one map, and no others beside it`() async throws {
    let maps = try WatchedMaps(["town.yaml": Self.faulty, "other.yaml": Self.faulty])
    let watch = try await maps.watch(
      Program.fingerpost,
      ["watch", maps.path(of: "town.yaml"), "--output", maps.pictures, "--format", "svg"])
    try maps.write(Self.mended, to: "other.yaml")
    try maps.write(Self.mended, to: "town.yaml")
    _ = try await watch.line { $0.contains("town.yaml: 1 mended") }
    try maps.remove("town.yaml")
    _ = try await watch.line { $0.contains("town.yaml: this map is gone") }
    #expect(!watch.lines.contains { $0.contains("other.yaml") })
    #expect(try await watch.stop() == .exited(0))
  }

  @Test func `does not draw two maps into one folder, until one of them has another id`()
    async throws
  {
    let maps = try WatchedMaps(["a.yaml": Self.mended + "id: same\n"])
    let watch = try await maps.watch([])
    try maps.write(Self.faulty + "id: same\n", to: "b.yaml")
    let line = try await watch.line { $0.contains(" b.yaml (new): ") }
    #expect(line.contains("not drawn, because a.yaml has the id `same` too"))
    try maps.write(Self.mended + "id: own\n", to: "a.yaml")
    _ = try await watch.line { $0.contains(" b.yaml: ") && $0.contains("drawn in") }
    #expect(try maps.picture("same").contains("not on this"))
    #expect(try await watch.stop() == .exited(0))
  }

  @Test func `ends with 2 when there is nothing to watch`() async throws {
    let folder = try TemporaryFolder()
    let run = try await Program.fingerpost.run(["watch", folder.path(of: "nothing")])
    #expect(run.exitCode == 2)
    #expect(run.errorOutput.contains("there is no such file or folder"))
  }

  @Test func `waits for the first map of an empty folder`() async throws {
    let maps = try WatchedMaps([:])
    let watch = try await maps.watch([])
    _ = try await watch.line { $0.contains(": 0 maps, nothing to mend") }
    _ = try await watch.line { $0.contains("`fingerpost init` writes one") }
    try maps.write(Self.mended, to: "town.yaml")
    _ = try await watch.line { $0.contains(" town.yaml (new): ") }
    #expect(!watch.lines.contains { $0.contains("gone") })
    #expect(try await watch.stop() == .exited(0))
  }
}

/// A folder of maps, and beside it one for their pictures.
private final class WatchedMaps {
  private let folder: TemporaryFolder
  var pictures: String { folder.path(of: "pictures") }

  init(_ files: [String: String]) throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: path(of: "."), withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  func path(of name: String) -> String {
    // The folder itself may be gone, so that no way leads back through it.
    name.hasPrefix("../")
      ? folder.path(of: String(name.dropFirst(3)))
      : folder.path(of: name == "." ? "maps" : "maps/\(name)")
  }

  /// Writes into the file itself, as simple editors do.
  func write(_ text: String, to name: String) throws { try folder.write(text, to: "maps/\(name)") }

  func move(_ name: String, to other: String) throws {
    try #require(rename(path(of: name), path(of: other)) == 0)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(of: name)) }

  /// The picture of the whole system of a map.
  func picture(_ map: String) throws -> String {
    String(decoding: try folder.contents(of: "pictures/\(map)/system.svg"), as: UTF8.self)
  }

  /// When each picture of a map was written.
  func fileDates(_ map: String) throws -> [String: Date] {
    let path = "\(pictures)/\(map)"
    var dates: [String: Date] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
      dates[name] = attributes[.modificationDate] as? Date
    }
    return dates
  }

  /// Starts a watch, and waits until everything is drawn once.
  func watch(_ options: [String], waits: Bool = true) async throws -> Watch {
    try await watch(
      Program.fingerpost,
      ["watch", path(of: "."), "--output", pictures, "--format", "svg"] + options, waits: waits)
  }

  func watch(_ program: Program, _ arguments: [String], waits: Bool = true) async throws -> Watch {
    let watch = Watch(program: try program.start(arguments))
    if waits { _ = try await watch.line { $0.contains("Control-C stops it") } }
    return watch
  }
}
