import FingerpostTestSupport
import Foundation
import Testing

struct `The check` {
  /// One error (nobody commissions `b`), one warning (`a` is stale), and questions.
  private static let map = """
    fingerpost: 1
    title: Exampleton
    as-of: 2026-11-01
    services:
      a: {name: Health visiting, commissioned-by: [trust], assured: 2026-01-20}
      b: {name: Crisis line, commissioned-by: none, funded-by: none, assured: 2026-10-20}
    organisations:
      trust: {name: Exampleton NHS Foundation Trust}

    """
  /// The rules that the map is checked by, so that others may come.
  private static let rules = "commissioner-unknown,assured-within-three-months,graph"

  private static func check(
    _ map: String = map, _ arguments: String..., only: String? = rules
  ) async throws -> (run: ProgramRun, folder: TemporaryFolder) {
    let folder = try TemporaryFolder()
    try folder.write(map, to: "map.yaml")
    let run = try await Program.fingerpost.run(
      ["check", "map.yaml", "--on", "2026-11-21"] + (only.map { ["--only", $0] } ?? [])
        + arguments, in: folder.path)
    return (run, folder)
  }

  @Test func `tells what it finds on standard output`() async throws {
    let (run, _) = try await Self.check()
    #expect(run.errorOutput.isEmpty)
    #expect(run.output.contains("map.yaml:6:3: "))
    #expect(run.output.contains("[commissioner-unknown]"))
    #expect(run.output.contains("The map of 1 November 2026, checked on 21 November 2026"))
  }

  private static let endings: [(arguments: [String], code: Int32)] = [
    (["--except", "freshness,commissioner-unknown"], 0), ([], 0), (["--fail-on", "warning"], 1),
    (["--fail-on", "warning", "--except", "freshness,commissioner-unknown"], 0),
    (["--fail-on", "warning", "--except", "freshness", "--except", "commissioner-unknown"], 0),
    (["--fail-on", "warning", "--on", "2026-02-01", "--except", "commissioner-unknown"], 0),
    (["--fail-on", "warning", "--on", "as-of", "--except", "commissioner-unknown"], 1),
  ]

  @Test(arguments: endings)
  func `fails at the severity that was asked for`(
    _ arguments: [String], _ code: Int32
  ) async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.map, to: "map.yaml")
    let date = arguments.contains("--on") ? [] : ["--on", "2026-11-21"]
    let run = try await Program.fingerpost.run(
      ["check", "map.yaml", "--only", Self.rules] + date + arguments, in: folder.path)
    #expect(run.exitCode == code, "\(run.output)")
  }

  @Test func `fails on open questions only when it is strict`() async throws {
    let quiet = "fingerpost: 1\ntitle: T\nservices: {a: {name: A, assured: 2026-11-01}}\n"
    for (arguments, code) in [
      ([], 0 as Int32), (["--strict"], 0), (["--strict", "--fail-on", "warning"], 1),
    ] {
      let folder = try TemporaryFolder()
      try folder.write(quiet, to: "map.yaml")
      let run = try await Program.fingerpost.run(
        ["check", "map.yaml", "--on", "2026-11-21", "--only", "commissioner-unknown"] + arguments,
        in: folder.path)
      #expect(run.exitCode == code, "\(run.output)")
      #expect(run.output.contains("“A” does not say who commissions it"))
    }
  }

  @Test(arguments: [
    ("commissioner-unkown", "did you mean `commissioner-unknown`?"),
    ("grahp", "did you mean `graph`?"), ("zzzzzzzzzz", "`fingerpost rules` lists them"),
  ])
  func `guesses which rule was meant`(_ name: String, _ says: String) async throws {
    for option in ["--only", "--except"] {
      let run = try await Program.fingerpost.run(["check", "map.yaml", option, name])
      #expect(run.exitCode == 64)
      #expect(run.errorOutput.contains(says), "\(run.errorOutput)")
    }
  }

  @Test func `says that no rule is asked rather than that all is sound`() async throws {
    let run = try await Self.check(Self.map, "--except", Self.rules).run
    #expect(run.exitCode == 64)
    #expect(run.errorOutput.contains("no rule is asked"), "\(run.errorOutput)")
  }

  @Test func `looks once at a file that is named twice`() async throws {
    let run = try await Self.check(Self.map, "--quiet", "./map.yaml").run
    #expect(run.output.matches(of: /map\.yaml: Exampleton/).count == 1, "\(run.output)")
  }

  @Test func `says once that a profile is no map`() async throws {
    let text = "fingerpost-profile: 1\ntitle: T\nextends: [core]\n"
    let run = try await Self.check(text).run
    #expect(run.exitCode == 2)
    #expect(run.output.matches(of: /error:/).count == 1, "\(run.output)")
    #expect(run.output.contains("this is a profile, not a map"), "\(run.output)")
  }

  @Test func `does not report a dangling reference that was left out`() async throws {
    let text = Self.map + "routes:\n  - {from: a, to: nowhere, kind: referral}\n"
    let with = try await Self.check(text).run
    #expect(with.exitCode == 1 && with.output.contains("[dangling-reference]"))
    let without = try await Self.check(text, "--except", "dangling-reference").run
    #expect(without.exitCode == 0 && !without.output.contains("nowhere"), "\(without.output)")
  }

  @Test func `tells where a map names a file of words that is not there`() async throws {
    let folder = try TemporaryFolder()
    let map = try folder.write(
      "fingerpost: 1\ntitle: T\nwords: our-contry\nservices: {a: {name: A}}\n", to: "m.yaml")
    let alone = try await Program.fingerpost.run(["check", map])
    #expect(alone.exitCode == 1)
    #expect(
      alone.output.contains("m.yaml:3:8: error: There is no file of words"), "\(alone.output)")
    #expect(alone.output.contains("`fingerpost words` begins one"))
    let words = try await Program.fingerpost.run(["words"])
    _ = try folder.write(words.output, to: "our-county.words.yaml")
    let beside = try await Program.fingerpost.run(["check", map])
    #expect(beside.output.contains("did you mean `our-county`?"))
    let drawn = try await Program.fingerpost.run(["draw", map, "--output", folder.path(of: "out")])
    #expect(drawn.errorOutput.contains("m.yaml:3:8: error:"), "\(drawn.errorOutput)")
    _ = try folder.write(
      "fingerpost: 1\ntitle: T\nwords: our-county\nservices: {a: {name: A}}\n", to: "m.yaml")
    let mended = try await Program.fingerpost.run([
      "draw", map, "--output", folder.path(of: "out"), "--format", "text",
    ])
    #expect(mended.exitCode == 0 && mended.errorOutput.isEmpty, "\(mended.errorOutput)")
  }

  @Test func `tells a person which profile a map may have meant`() async throws {
    let (run, _) = try await Self.check(Self.map + "profiles: [parent-infant-2109]\n")
    #expect(run.exitCode == 1)
    #expect(run.output.contains("map.yaml:1:1: error: there is no profile"), "\(run.output)")
    #expect(run.output.contains("did you mean `parent-infant-2019`?"))
    let named = try await Self.check(Self.map, "--profile", "parent-infant-2109").run
    #expect(named.exitCode == 2)
    #expect(named.errorOutput.contains("did you mean `parent-infant-2019`?"))
  }

  @Test(arguments: ["text", "markdown", "json", "sarif", "junit", "github"])
  func `writes its report to a file`(_ format: String) async throws {
    let (run, folder) = try await Self.check(Self.map, "--format", format)
    let written = try await Program.fingerpost.run(
      [
        "check", "map.yaml", "--on", "2026-11-21", "--only", Self.rules, "--format", format,
        "--output", "report",
      ], in: folder.path)
    #expect(written.output.isEmpty)
    #expect(written.exitCode == run.exitCode)
    #expect(String(decoding: try folder.contents(of: "report"), as: UTF8.self) == run.output)
    #expect(run.output.contains("map.yaml"))
  }

  @Test func `says so when it cannot write its report`() async throws {
    let (run, _) = try await Self.check(Self.map, "--output", "no/such/folder/report")
    #expect(run.exitCode == 70)
    #expect(run.errorOutput.contains("could not be written"))
  }

  @Test func `ends with 2 when a map cannot be read, and tells of the others`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.map, to: "maps/a.yaml")
    try folder.write("fingerpost: 1\ntitle: [\n", to: "maps/b.yaml")
    try folder.write(Self.map, to: "maps/c.yaml")
    let run = try await Program.fingerpost.run(["check", "maps"], in: folder.path)
    #expect(run.exitCode == 2)
    #expect(run.output.contains("maps/b.yaml: cannot be read as a map, 1 problem"))
    #expect(run.output.contains("maps/c.yaml: Exampleton"))
  }

  @Test func `tells of many maps in their order`() async throws {
    let folder = try TemporaryFolder()
    for number in 100..<140 { try folder.write(Self.map, to: "maps/m\(number).yaml") }
    let run = try await Program.fingerpost.run(["check", "--quiet", "maps"], in: folder.path)
    let told = run.output.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^maps\/m(\d+)\.yaml: Exampleton/).map { String($0.output.1) }
    }
    #expect(told == (100..<140).map { "\($0)" })
  }

  @Test func `fails on new findings only, once old ones are known`() async throws {
    let (first, folder) = try await Self.check(
      Self.map, "--fail-on", "warning", "--write-baseline", "known.json", only: nil)
    #expect(first.exitCode == 0, "\(first.errorOutput)")
    #expect(first.errorOutput.contains("from now on check with --baseline known.json"))
    let check = [
      "check", "map.yaml", "--on", "2026-11-21", "--fail-on", "warning", "--baseline", "known.json",
    ]
    func run(_ more: String...) async throws -> ProgramRun {
      try await Program.fingerpost.run(check + more, in: folder.path)
    }
    let known = try await run()
    #expect(known.exitCode == 0, "\(known.output)")
    #expect(known.output.contains("known from the baseline"))

    // Lines and order change nothing; a new finding does.
    try folder.write("# A comment\n\n" + Self.map, to: "map.yaml")
    #expect(try await run().exitCode == 0)
    let more = "  c: {name: Drop-in, commissioned-by: none, funded-by: none, assured: 2026-11-01}\n"
    try folder.write(
      Self.map.replacing("organisations:", with: more + "organisations:"), to: "map.yaml")
    let new = try await run("--only", Self.rules)
    #expect(new.exitCode == 1)
    #expect(new.output.contains("“Drop-in”") && !new.output.contains("“Crisis line”"))

    try folder.write(Self.map.replacing("2026-01-20", with: "2026-11-20"), to: "map.yaml")
    let mended = try await run("--only", Self.rules)
    #expect(mended.exitCode == 0)
    #expect(mended.output.contains("1 entry of the baseline is mended; write it again"))
  }

  @Test func `does not write down what it cannot know`() async throws {
    let (run, folder) = try await Self.check(
      "fingerpost: 1\ntitle: [\n", "--write-baseline", "known.json", only: nil)
    #expect(run.exitCode == 2)
    #expect(run.errorOutput.contains("known.json: not written"))
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "known.json")))
    let partly = try await Self.check(Self.map, "--write-baseline", "known.json").run
    #expect(partly.exitCode == 64)
  }

  @Test func `says what to do about a baseline that is none`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.map, to: "map.yaml")
    for (file, says) in [("map.yaml", "not a baseline"), ("none.json", "cannot be opened")] {
      let run = try await Program.fingerpost.run(
        ["check", "map.yaml", "--baseline", file], in: folder.path)
      #expect(run.exitCode == 2)
      #expect(run.errorOutput.contains(says) && run.errorOutput.contains("--write-baseline"))
      #expect(run.output.isEmpty)
    }
  }

  @Test func `has nothing to mend on the maps of the sources`() async throws {
    let run = try await Program.fingerpost.run(["check", "--quiet", "--on", "as-of", "Maps"])
    #expect(run.exitCode == 0, "\(run.output)")
    #expect(run.output.split(separator: "\n").count == 11)
  }
}
