import FingerpostTestSupport
import Foundation
import Testing

@testable import fingerpost

struct `The program` {
  @Test(arguments: [
    ["help"], ["help", "draw"], ["help", "watch"], ["help", "report"], ["help", "check"],
    ["help", "coverage"], ["help", "trace"], ["help", "impact"], ["help", "what-if"],
    ["help", "diff"], ["help", "log"], ["help", "init"],
    ["help", "words"], ["help", "cache"], ["rules"], ["profiles"],
    ["check", PackageRoot.path(of: "Maps"), "--on", "2026-11-21", "--questions"],
    ["coverage", PackageRoot.path(of: "Examples/atlas"), "--on", "2026-11-21"],
    ["impact", PackageRoot.path(of: "Examples/atlas"), "--on", "2026-11-21"],
    [
      "what-if", PackageRoot.path(of: "Examples/brackenshire"), "--close", "health-visiting",
      "--on",
      "2026-11-21",
    ],
  ])
  func `speaks as people do, and never as programmers`(_ arguments: [String]) async throws {
    let run = try await Program.fingerpost.run(arguments)
    for line in (run.output + run.errorOutput).split(separator: "\n") {
      // Rules and their groups are called by names that stand for themselves, such as
      // `referrer-feedback-edge`, and `(graph)` at the end of a heading.
      let words = line.replacing(/[a-z]+(-[a-z]+)+|\([a-z]+\)$/, with: " ")
      #expect(CodeWords.found(in: String(words)) == [], "\(line)")
    }
  }

  private static let sound = """
    fingerpost: 1
    title: Exampleton
    services:
      a: {name: Health visiting, intensity: universal}
      b: {name: Parent-infant team, intensity: specialist}
    routes:
      - {from: a, to: b, kind: referral}

    """

  @Test(arguments: [""] + CommandName.allCases.map(\.rawValue))
  func `explains itself`(_ command: String) async throws {
    let arguments = command.isEmpty ? ["--help"] : [command, "--help"]
    let run = try await Program.fingerpost.run(arguments, environment: ["COLUMNS": "80"])
    #expect(run.exitCode == 0)
    try expectSnapshot(run.output, named: "help-\(command.isEmpty ? "all" : command).txt")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `writes completions for a shell`(_ shell: String) async throws {
    let run = try await Program.fingerpost.run(["--generate-completion-script", shell])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("draw"))
  }

  @Test func `says that a sound map is sound`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(Self.sound, to: "map.yaml")
    let run = try await Program.fingerpost.run(["check", map])
    #expect(run.exitCode == 0)
    #expect(run.output.contains("Exampleton (2 services, 1 route): sound"))
    #expect(run.errorOutput.isEmpty)
  }

  @Test(arguments: [
    ("status: actve", 2 as Int32, "2:11: error:"),
    ("status: active, organisation: nobody", 1, "dangling-reference"),
    ("from: 2026-05, until: 2025-01", 1, "temporal-order"),
  ])
  func `ends with a code that says how bad it is`(
    _ fault: String, _ code: Int32, _ says: String
  ) async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(
      "fingerpost: 1\nservices: {a: {name: A, \(fault)}}\ntitle: T\n"
        .replacing("services: {a: {name: A, status", with: "services: {a: {name: A,\n status"),
      to: "map.yaml")
    let run = try await Program.fingerpost.run(["check", map])
    #expect(run.exitCode == code, "\(run.output)")
    #expect(run.errorOutput.isEmpty)
    #expect(run.output.contains("map.yaml:") && run.output.contains("error:"))
    #expect(run.output.contains(says) || says.hasPrefix("2:"))
  }

  @Test(arguments: [
    ["draw"], ["check", "--nonsense"], ["draw", "x", "--format", "gif"], ["drawn"],
    ["draw", "x", "--theme", "pink"],
  ])
  func `ends with 64 when it is used wrongly`(_ arguments: [String]) async throws {
    let run = try await Program.fingerpost.run(arguments)
    #expect(run.exitCode == 64)
    #expect(run.errorOutput.contains("Usage"))
  }

  @Test func `draws what a map does not hold, and says so`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(
      Self.sound + "  - {from: b, to: nowhere, kind: transfer}\n", to: "map.yaml")
    let run = try await Program.fingerpost.run(
      ["draw", map, "--output", folder.path(of: "out"), "--format", "svg,text"])
    #expect(run.exitCode == 0)
    #expect(run.errorOutput.contains("there is no service `nowhere`"))
    let svg = String(decoding: try folder.contents(of: "out/map/system.svg"), as: UTF8.self)
    #expect(svg.contains("not on this"))
  }

  @Test(arguments: [("plain", "#ffffff"), ("dark", "#14181d"), ("high-contrast", "#ffffff")])
  func `draws in a theme`(_ theme: String, _ page: String) async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(Self.sound, to: "map.yaml")
    let run = try await Program.fingerpost.run(
      ["draw", map, "--theme", theme, "--output", folder.path(of: "out"), "--format", "svg"])
    #expect(run.exitCode == 0)
    let svg = String(decoding: try folder.contents(of: "out/map/system.svg"), as: UTF8.self)
    let background = svg.split(separator: "\n").first { $0.hasPrefix("<polygon") }
    #expect(background?.contains("fill=\"\(page)\"") == true)
  }

  @Test func `links a service to its card when both are drawn as SVG`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(Self.sound, to: "map.yaml")
    func system(_ arguments: String...) async throws -> String {
      let run = try await Program.fingerpost.run(
        ["draw", map, "--output", folder.path(of: "out")] + arguments)
      #expect(run.exitCode == 0)
      return String(decoding: try folder.contents(of: "out/map/system.svg"), as: UTF8.self)
    }
    #expect(try await system("--format", "svg").contains("href=\"card-a.svg\""))
    #expect(try folder.contents(of: "out/map/card-a.svg").isEmpty == false)
    #expect(try await !system("--format", "svg", "--view", "system").contains("href="))
  }

  @Test func `leaves yesterday's picture when today's map is wrong`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(Self.sound, to: "map.yaml")
    let draw = ["draw", map, "--output", folder.path(of: "out"), "--format", "svg"]
    #expect(try await Program.fingerpost.run(draw).exitCode == 0)
    let before = try folder.contents(of: "out/map/system.svg")
    _ = try folder.write(Self.sound + "services: {}\n", to: "map.yaml")
    let run = try await Program.fingerpost.run(draw)
    #expect(run.exitCode == 2)
    #expect(run.errorOutput.contains("not drawn"))
    #expect(try folder.contents(of: "out/map/system.svg") == before)
  }

  @Test func `draws a system that is too large for a page as an overview and pages`() async throws {
    let folder = try TemporaryFolder()
    let services = (0..<120).map { "  s\($0): {name: Service number \($0)}\n" }.joined()
    let routes = (0..<119).map {
      "  - {from: s\($0), to: s\(($0 * 7 + 1) % 120), kind: referral}\n"
    }
    .joined()
    let map = try folder.write(
      "fingerpost: 1\ntitle: Large\nservices:\n\(services)routes:\n\(routes)", to: "large.yaml")
    let draw = [
      "draw", map, "--output", folder.path(of: "out"), "--view", "system", "--format", "svg,text",
    ]
    let run = try await Program.fingerpost.run(draw)
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    #expect(run.errorOutput.contains("system is an overview"))
    let pages = run.output.split(separator: "\n").count { $0.hasSuffix(".svg") } - 1
    #expect(pages > 2)
    let overview = String(decoding: try folder.contents(of: "out/large/system.svg"), as: UTF8.self)
    let words = String(decoding: try folder.contents(of: "out/large/system.md"), as: UTF8.self)
    for page in 1...pages {
      #expect(
        overview.contains(
          "<a href=\"system-page-\(page).svg\" aria-label=\"Part \(page) of \(pages); page \(page); "
        ))
      #expect(words.contains("page \(page);"))
    }
    let all = try (1...pages).map {
      String(decoding: try folder.contents(of: "out/large/system-page-\($0).md"), as: UTF8.self)
    }.joined()
    for service in 0..<120 { #expect(all.contains("- Service number \(service), a service\n")) }
  }

  @Test func `keeps a picture whose name looks like that of a page of another`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(
      Self.sound + "views: {north: North, north-2: South}\n", to: "map.yaml")
    // The second one is drawn before the first, whose surplus pages are then removed.
    for view in ["view-north-2", "view-north"] {
      let run = try await Program.fingerpost.run(
        ["draw", map, "--output", folder.path(of: "out"), "--format", "dot", "--view", view])
      #expect(run.exitCode == 0, "\(run.errorOutput)")
    }
    #expect(FileManager.default.fileExists(atPath: folder.path(of: "out/map/view-north-2.dot")))
  }

  @Test func `draws one view that the map defines`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(Self.sound + "views: {north: North, south: South}\n", to: "map.yaml")
    _ = try await Program.fingerpost.run(
      ["draw", map, "--output", folder.path(of: "out"), "--format", "dot", "--view", "view-north"])
    #expect(FileManager.default.fileExists(atPath: folder.path(of: "out/map/view-north.dot")))
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "out/map/view-south.dot")))
  }

  @Test func `does not draw two maps into one folder`() async throws {
    let folder = try TemporaryFolder()
    let maps = try ["a", "b"].map {
      try folder.write(Self.sound + "id: same\n", to: "\($0).yaml")
    }
    let run = try await Program.fingerpost.run(
      ["draw"] + maps + ["--output", folder.path(of: "out"), "--format", "dot"])
    #expect(run.exitCode == 1)
    #expect(run.errorOutput.contains("has the id `same` too"))
  }

  @Test(arguments: ["Exampleton", "St John's", "A: \"B\" # \\ ☂", "…"])
  func `starts a map that is sound`(_ place: String) async throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "start.yaml")
    let start = try await Program.fingerpost.run(["init", place, "--output", path])
    #expect(start.exitCode == 0)
    #expect(try await Program.fingerpost.run(["check", path]).exitCode == 0)
    let again = try await Program.fingerpost.run(["init", "Another", "--output", path])
    #expect(again.exitCode == 1)
    #expect(again.errorOutput.contains("stays as it is"))
    #expect(try await Program.fingerpost.run(["check", path]).exitCode == 0)
  }

  @Test func `draws for a date`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(
      "fingerpost: 1\ntitle: T\nservices: {a: {name: A, from: 2027-01-01}}\n", to: "m.yaml")
    for (date, isPlanned) in [("2026-06-30", true), ("2027-06-30", false)] {
      let run = try await Program.fingerpost.run([
        "draw", map, "--on", date, "--output", folder.path(of: "out"), "--format", "text",
      ])
      #expect(run.exitCode == 0)
      let words = String(decoding: try folder.contents(of: "out/m/system.md"), as: UTF8.self)
      #expect(words.contains("planned") == isPlanned)
    }
  }
}

struct `The program on a broken machine` {
  private func map(in folder: TemporaryFolder) throws -> String {
    try folder.write(
      "fingerpost: 1\ntitle: T\nservices: {a: A, b: B}\nroutes: [{from: a, to: b, kind: referral}]\n",
      to: "m.yaml")
  }

  @Test func `names what to install when Graphviz has no plug-ins`() async throws {
    let folder = try TemporaryFolder()
    let run = try await Program.fingerpost.run(
      ["draw", try map(in: folder), "--output", folder.path(of: "out")],
      environment: ["GVBINDIR": "/nonexistent"])
    #expect(run.exitCode == 70)
    #expect(run.errorOutput.contains("install"), "\(run.errorOutput)")
  }

  @Test func `warns when the font is missing`() async throws {
    let folder = try TemporaryFolder()
    let fonts = try folder.write(
      "<?xml version=\"1.0\"?><fontconfig><dir>/nonexistent</dir></fontconfig>", to: "fonts.conf")
    let run = try await Program.fingerpost.run(
      ["draw", try map(in: folder), "--output", folder.path(of: "out"), "--format", "svg"],
      environment: ["FONTCONFIG_FILE": fonts])
    #expect(run.errorOutput.lowercased().contains("font"), "\(run.errorOutput)")
  }

  @Test func `says so when it may not write`() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a file", to: "out")
    let run = try await Program.fingerpost.run(["draw", try map(in: folder), "--output", file])
    #expect(run.exitCode == 70)
    #expect(run.errorOutput.contains("cannot be made"))
    #expect(String(decoding: try folder.contents(of: "out"), as: UTF8.self) == "a file")
  }

  @Test func `says so when a folder is read-only for its user`() async throws {
    guard getuid() == 0 else { return }
    let folder = try TemporaryFolder()
    let map = try map(in: folder)
    let out = folder.path(of: "out")
    try FileManager.default.createDirectory(
      atPath: out + "/m", withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    // The program may lie where another user cannot come; a copy in a folder for all can be run.
    let copy = folder.path(of: "fingerpost")
    // Copied by a program of its own: a file that this one has open for writing cannot be run.
    _ = try await Program(path: "cp").run([Program.fingerpost.path, copy])
    let run = try await Program(path: "setpriv").run([
      "--reuid=65534", "--regid=65534", "--clear-groups", copy, "draw", map, "--output", out,
      "--format", "svg",
    ])
    #expect(run.exitCode == 70, "\(run.errorOutput)")
    #expect(run.errorOutput.contains("may not write"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: out + "/m").isEmpty)
  }

  @Test(arguments: ["", "1"])
  func `colours what it says only at a terminal, and never with NO_COLOR`(
    _ noColour: String
  ) async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write("fingerpost: 1\ntitle: T\nplce: x\n", to: "m.yaml")
    let plain = try await Program.fingerpost.run(["check", map])
    #expect(!plain.output.contains("\u{1B}"))
    let command = "'\(Program.fingerpost.path)' check '\(map)'"
    let terminal = try await Program(path: "script").run(
      ["-qec", command, "/dev/null"],
      environment: ["NO_COLOR": noColour.isEmpty ? nil : noColour, "TERM": "xterm"])
    #expect(terminal.output.contains("\u{1B}[1;31m") == noColour.isEmpty)
  }
}

struct `A hostile file` {
  static let files: [(name: String, bytes: @Sendable () -> [UInt8])] = [
    ("100 MB of brackets", { [UInt8](repeating: 91, count: 100 << 20) }),
    ("30 MB of brackets", { [UInt8](repeating: 91, count: 30 << 20) }),
    (
      "an alias bomb",
      {
        var text = "fingerpost: 1\ntitle: T\na0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
          let previous = "*a\(level - 1)"
          text +=
            "a\(level): &a\(level) [\(Array(repeating: previous, count: 9).joined(separator: ", "))]\n"
        }
        return Array(text.utf8)
      }
    ),
    ("deep nesting", { Array((String(repeating: "- ", count: 50_000) + "x").utf8) }),
    ("deep mappings", { Array((String(repeating: "{a: ", count: 50_000)).utf8) }),
    (
      "NUL bytes",
      { Array("fingerpost: 1\ntitle: \0\n".utf8) + [UInt8](repeating: 0, count: 1 << 20) }
    ),
    ("bytes that are not UTF-8", { Array("fingerpost: 1\ntitle: ".utf8) + [0xFF, 0xFE, 10] }),
    (
      "UTF-16",
      {
        [0xFF, 0xFE] + Array("fingerpost: 1".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      }
    ),
    (
      "one scalar of 20 MB",
      {
        Array("fingerpost: 1\ntitle: ".utf8) + [UInt8](repeating: 120, count: 20 << 20)
          + Array("\nx: y\n".utf8)
      }
    ),
    (
      "100,000 clashing ids",
      {
        Array(
          ("fingerpost: 1\ntitle: T\nservices:\n"
            + String(repeating: "  a: {name: A}\n", count: 100_000)).utf8)
      }
    ),
    (
      "16 MB of keys",
      { Array(("fingerpost: 1\n" + (0..<1_200_000).map { "k\($0): v\n" }.joined()).utf8) }
    ),
    ("an empty file", { [] }),
  ]

  /// The promise is 2 s on a quiet machine; the limit here leaves room for a debug build on a busy
  /// one and is there so that a hang is seen.
  @Test(arguments: files.indices)
  func `is refused with a sentence, within its memory`(_ index: Int) async throws {
    let folder = try TemporaryFolder()
    let path = folder.path(of: "hostile.yaml")
    try Data(Self.files[index].bytes()).write(to: URL(filePath: path))
    let run = try await Program.fingerpost.run(
      ["check", path], memoryLimitInMegabytes: 2048, timeLimit: .seconds(300))
    #expect(run.exitCode == 2, "\(Self.files[index].name): \(run.outcome)")
    #expect(run.output.contains("error:"))
    #expect(!run.errorOutput.contains("Fatal error"))
    #expect(
      run.peakMemoryInBytes < 512 << 20,
      "\(Self.files[index].name): \(run.peakMemoryInBytes >> 20) MB")
  }
}
