import FingerpostTestSupport
import Foundation
import Testing

struct `Coverage and traces` {
  /// A small system with each of the four answers, each flag and several reasons for a gap.
  private static let map = """
    fingerpost: 1
    title: Exampleton
    as-of: 2026-11-01
    invented: yes
    scope:
      needs: [bond, mood]
      ages: {from: conception, to: 3 years}
      areas: [north, south]
    needs: {bond: The bond with the baby, mood: A parent's mood}
    areas: {county: The county, north: {name: North, within: county}, south: {name: South, within: county}}
    conditions: {illness: Severe mental illness, young: First-time parent under 20}
    organisations: {trust: {name: Exampleton Trust, sector: nhs}}
    services:
      visiting:
        name: Health visiting
        organisation: trust
        intensity: universal
        entry: open
        serves: none
        ages: {from: conception, to: 5 years}
        areas: [county]
        excludes: none
        contact: {phone: 01632 960100}
      team:
        name: Parent-infant team
        organisation: trust
        intensity: specialist
        entry: by-referral
        serves: [bond]
        ages: {from: birth, to: 2 years}
        areas: [north]
        excludes:
          - {condition: illness, onward: [perinatal]}
        referral: {methods: [form, email], consent: yes}
        wait: 20 weeks
        commissioned-referrals: 100
        referrals-received: 130
        staff: [{role: Therapist, count: 1}]
        funded-until: 2027-03-31
        contact: {mailbox: team@exampleton.example}
      young-families:
        name: Young families team
        organisation: trust
        intensity: targeted
        entry: by-referral
        serves: [bond]
        ages: {from: conception, to: 2 years}
        areas: [south]
        excludes: none
        only-for: [{condition: young}]
      talking:
        name: Talking therapies
        organisation: trust
        entry: by-referral
        serves: [mood]
        ages: {from: conception, to: 3 years}
        excludes: none
        referral: {methods: [phone], self-referral: {notify: [visiting], consent: yes}}
      perinatal:
        name: Perinatal mental health team
        organisation: trust
        intensity: specialist
        entry: by-referral
        serves: none
        ages: {from: conception, to: 12 months}
        areas: [county]
        excludes: [{condition: illness}]
        status: planned
    routes:
      - {from: visiting, to: team, kind: referral, step: up}
      - {from: visiting, to: young-families, kind: referral}
      - {from: families, to: talking, kind: self-referral, closes: 2026-12-31}
    boards:
      board: {name: Steering group, seats: [{id: chair, member: Chair, until: 2026-09-30}]}

    """

  private func run(
    _ command: String, _ arguments: [String], map: String = Self.map
  ) async throws -> ProgramRun {
    let folder = try TemporaryFolder()
    let path = try folder.write(map, to: "exampleton.yaml")
    return try await Program.fingerpost.run(
      [command, path, "--on", "2026-11-01"] + arguments)
  }

  @Test(arguments: ["terminal", "csv", "json", "markdown"])
  func `are written for people and programs`(_ format: String) async throws {
    let run = try await run(
      "coverage", ["--format", format, "--what-ends-by", "2027-04-01"])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    let ending = ["terminal": "txt", "markdown": "md"][format] ?? format
    try expectSnapshot(run.output, named: "coverage.\(ending)")
  }

  @Test func `are asked for families with a condition`() async throws {
    let run = try await run("coverage", ["--condition", "illness"])
    #expect(run.exitCode == 0)
    try expectSnapshot(run.output, named: "coverage-illness.txt")
  }

  @Test(arguments: [
    ("way", ["--need", "bond", "--age", "9 months", "--area", "north"]),
    ("from", ["--need", "mood", "--age", "birth", "--area", "north", "--from", "visiting"]),
    ("unsaid", ["--need", "mood", "--age", "20 weeks of pregnancy", "--area", "south"]),
    ("stops", ["--need", "bond", "--age", "30 months", "--area", "north"]),
    (
      "not-seen",
      ["--need", "bond", "--age", "4 years", "--area", "south", "--from", "team"]
    ),
    (
      "turned-away",
      ["--need", "bond", "--age", "9 months", "--area", "north", "--condition", "illness"]
    ),
  ])
  func `show the way of a family or where it stops`(
    _ name: String, _ arguments: [String]
  ) async throws {
    let run = try await run("trace", arguments)
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    try expectSnapshot(run.output, named: "trace-\(name).txt")
  }

  @Test(arguments: [
    ("coverage", ["--condition", "ilness"], "did you mean `illness`?"),
    ("trace", ["--need", "bond", "--age", "birth", "--area", "noth"], "did you mean `north`?"),
    ("trace", ["--need", "bnd", "--age", "birth", "--area", "north"], "did you mean `bond`?"),
    ("trace", ["--need", "bond", "--age", "birth"], "there are: county, north, south"),
    (
      "trace", ["--need", "bond", "--age", "birth", "--area", "north", "--from", "zzz"],
      "there are: perinatal, talking"
    ),
    ("trace", ["--need", "bond", "--age", "soon", "--area", "north"], "--age"),
    ("trace", ["--need", "bond", "--age", "no limit", "--area", "north"], "no child can be"),
  ])
  func `say what the map has when it does not have something`(
    _ command: String, _ arguments: [String], _ says: String
  ) async throws {
    let run = try await run(command, arguments)
    #expect(run.exitCode == 64)
    #expect(run.errorOutput.contains(says), "\(run.errorOutput)")
    #expect(run.errorOutput.contains("Usage: fingerpost \(command) "), "\(run.errorOutput)")
  }

  @Test func `say what of the scope is missing`() async throws {
    let run = try await run(
      "coverage", [], map: "fingerpost: 1\ntitle: T\nscope: {needs: [a]}\nneeds: {a: A}\n")
    #expect(run.exitCode == 0 && run.output.isEmpty)
    #expect(run.errorOutput.contains("`scope: ages`") && run.errorOutput.contains("`scope: areas`"))
    #expect(!run.errorOutput.contains("`scope: needs`"))
  }

  @Test func `take no refusal to ask for consent at a service for that of a route`() async throws {
    let arguments = ["--need", "bond", "--age", "9 months", "--area", "north"]
    let map = Self.map.replacing("methods: [form, email], consent: yes", with: "consent: no")
    let run = try await run("trace", arguments, map: map)
    #expect(!run.output.contains("consent is not asked for"), "\(run.output)")
    #expect(run.output.contains("whether the"), "\(run.output)")
    let stated = map.replacing("step: up}", with: "step: up, consent: no}")
    let other = try await self.run("trace", arguments, map: stated)
    #expect(other.output.contains("The family's consent is not asked for."), "\(other.output)")
  }

  @Test func `write no control character that a name has, and say where it is`() async throws {
    let map = Self.map.replacing("name: Steering group", with: #"name: "Steer\e[31ming""#)
    let run = try await run("coverage", ["--what-ends-by", "2027-04-01"], map: map)
    #expect(run.exitCode == 2 && run.errorOutput.contains("hidden character in it (U+001B)"))
    #expect(!run.output.contains("\u{1B}") && !run.errorOutput.contains("\u{1B}"))
  }

  @Test func `say that a scope has no needs`() async throws {
    let run = try await run(
      "coverage", [],
      map: Self.map.replacing("needs: [bond, mood]", with: "needs: none"))
    #expect(run.exitCode == 0)
    #expect(run.output.contains("the scope has no needs"), "\(run.output)")
    #expect(!run.output.contains("covered: a way leads to help"), "\(run.output)")
  }

  @Test func `end with 2 when the map cannot be read`() async throws {
    let run = try await run("coverage", [], map: "fingerpost: 1\ntitle: [\n")
    #expect(run.exitCode == 2 && run.output.isEmpty)
  }

  @Test func `put several maps into one table or list`() async throws {
    let folder = try TemporaryFolder()
    let paths = try ["a", "b"].map { try folder.write(Self.map, to: "\($0).yaml") }
    let csv = try await Program.fingerpost.run(["coverage"] + paths + ["--format", "csv"])
    #expect(csv.output.split(separator: "\r\n").count { $0.contains("map,need,") } == 1)
    let json = try await Program.fingerpost.run(["coverage"] + paths + ["--format", "json"])
    let list = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [Any]
    #expect(list?.count == 2)
  }

  @Test func `have JSON with a version and every cell`() async throws {
    let run = try await run("coverage", ["--format", "json"])
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(json["format"] as? String == "fingerpost-coverage" && json["version"] as? Int == 1)
    #expect((json["cells"] as? [Any])?.count == 16)
  }
}
