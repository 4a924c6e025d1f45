import FingerpostModel
import FingerpostRules
import Testing

/// What one rule says of a map below its first two lines.
private func answers(_ rule: RuleID, _ map: String) throws -> CheckResult {
  try check(mapText(of: map), only: [rule])
}

extension CheckResult {
  /// The elements with findings, as they are addressed.
  fileprivate var found: [String] { findings.map { "\($0.element)" } }
  /// The elements with questions, as they are addressed, and the keys that answer them.
  fileprivate var asked: [String] { questions.map { "\($0.element) \($0.question.key)" } }
}

struct `Whether families can get to a service` {
  @Test func `is asked of the service whose entry is not stated, not of those behind it`() throws {
    let result = try answers(
      .unreachableService,
      """
      services:
        gp: {name: General practice, entry: open}
        midwifery: {name: Midwifery}
        team: {name: Team, entry: by-referral}
      routes:
        - {from: midwifery, to: team, kind: referral}
      """)
    #expect(result.found == [])
    #expect(result.asked == ["services/midwifery entry"])
  }

  @Test func `is asked once of a map that says nowhere where families come in`() throws {
    let result = try answers(
      .unreachableService,
      """
      services: {midwifery: Midwifery, health-visiting: Health visiting, team: Team}
      routes:
        - {from: midwifery, to: team, kind: referral}
      """)
    #expect(result.found == [])
    #expect(result.questions.map { "\($0.element)" } == ["map"])
  }

  @Test func `is reported with who sends families there instead when no route says how`() throws {
    let result = try answers(
      .unreachableService,
      """
      conditions: {ill: Ill}
      services:
        gp: {name: GP, entry: open}
        a: {name: Team A, entry: by-referral, excludes: [{condition: ill, onward: [b]}]}
        b: {name: Team B, entry: by-referral}
      routes:
        - {from: gp, to: a, kind: referral}
      """)
    #expect(result.found == ["services/b"])
    #expect(
      result.findings.first?.evidence == [
        "“Team A” sends families with “Ill” there instead; no route says how."
      ])
  }

  @Test func `is reported once of a map where every service takes only those who are sent`() throws
  {
    let result = try answers(
      .unreachableService,
      """
      services:
        hub: {name: Hub, entry: by-referral}
        team: {name: Team, entry: by-referral}
      routes:
        - {from: hub, to: team, kind: referral}
      """)
    #expect(result.found == ["map"])
  }

  @Test(arguments: [
    ("{name: Hub, entry: open, status: planned}", "status: active", "“Hub” is not in use itself."),
    ("{name: Hub, entry: open}", "status: paused", "The referral from “Hub” is not in use."),
    ("{name: Hub, entry: by-referral}", "status: active", "No way leads to “Hub” either."),
  ])
  func `fails where the way there is not in use, and says so`(
    _ hub: String, _ route: String, _ evidence: String
  ) throws {
    let result = try answers(
      .unreachableService,
      """
      services:
        gp: {name: General practice, entry: open}
        hub: \(hub)
        team: {name: Team, entry: by-referral}
      routes:
        - {from: hub, to: team, kind: referral, \(route)}
      """)
    let finding = try #require(result.findings.first { "\($0.element)" == "services/team" })
    #expect(finding.evidence == [evidence])
  }

  @Test func `is left open where somebody sends them who is on another map`() throws {
    let result = try answers(
      .unreachableService,
      """
      services:
        gp: {name: General practice, entry: open}
        team: {name: Team, entry: by-referral}
      routes:
        - {from: "neighbour:hub", to: team, kind: referral}
      """)
    #expect(result.found == [])
  }
}

struct `A single point of failure` {
  @Test func `is one finding for several services in a row before the same help`() throws {
    let result = try answers(
      .singlePointOfFailure,
      """
      focus: [team]
      services:
        gp: {name: General practice, entry: open}
        hub: {name: Hub, entry: by-referral}
        early-help: {name: Early help, entry: by-referral}
        team: {name: Team, entry: by-referral, staff: [{role: Therapist, count: 4}]}
      routes:
        - {from: gp, to: hub, kind: referral}
        - {from: hub, to: early-help, kind: referral}
        - {from: early-help, to: team, kind: referral}
      """)
    #expect(result.found == ["services/early-help"])
    #expect(
      result.findings.first?.evidence.last == "The same holds for “Hub” and “General practice”.")
  }

  @Test func `is a question where a service may be open that leads round it`() throws {
    let result = try answers(
      .singlePointOfFailure,
      """
      focus: [team]
      services:
        gp: {name: General practice, entry: open}
        midwifery: {name: Midwifery}
        team: {name: Team, entry: by-referral, staff: [{role: Therapist, count: over 3}]}
      routes:
        - {from: gp, to: team, kind: referral}
        - {from: midwifery, to: team, kind: referral}
      """)
    #expect(result.found == [])
    #expect(result.asked == ["services/midwifery entry"])
  }
}

struct `A circle` {
  @Test func `of any length is reported with the shortest way round`() throws {
    let result = try answers(
      .bounceLoop,
      """
      conditions: {a: Condition A, b: Condition B}
      services:
        one: {name: One, excludes: [{condition: a, onward: [two]}]}
        two: {name: Two, excludes: [{condition: b, onward: [three]}]}
        three: {name: Three, entry: open}
      routes:
        - {from: three, to: one, kind: transfer, step: out, reason: inappropriate}
        - {from: two, to: one, kind: feedback}
      """)
    let finding = try #require(result.findings.first)
    #expect(
      finding.evidence == [
        "“One” sends families with “Condition A” to “Two”.",
        "“Two” sends families with “Condition B” to “Three”.",
        "“Three” steps families out to “One”.",
      ])
    #expect(result.findings.count == 1)
  }
}

struct `Names` {
  @Test(arguments: [
    ("Child and Parent Service", "Children and Parents Service"),
    ("Child and Parent Service", "Children & Parents"),
    ("Home Start", "Homestart"),
    ("Perinatal team", "The perinatal teams"),
    ("Midwifery in the north", "Midwifrey in the north"),
    ("Recovery course", "Recovery course"),
  ])
  func `that are easily taken for one another are reported`(_ one: String, _ other: String) throws {
    let result = try answers(
      .nameNearDuplicate, "services: {a: {name: \"\(one)\"}, b: {name: \"\(other)\"}}")
    #expect(result.found.count == 1)
  }

  @Test(arguments: [
    ("Ferncombe family hub", "Wexmoor family hub"),
    ("Ward 12", "Ward 13"),
    ("Hub in Morton", "Hub in Marton"),
    ("Mothers' group", "Fathers' group"),
    ("Crisis line", "Crisis team"),
    ("Inpatient ward", "Outpatient ward"),
  ])
  func `that tell things apart are not`(_ one: String, _ other: String) throws {
    let result = try answers(
      .nameNearDuplicate,
      """
      areas: {m: Morton, n: Marton}
      services: {a: {name: "\(one)"}, b: {name: "\(other)"}}
      """)
    #expect(result.found == [])
  }

  @Test func `of a service and of the body that runs it may be the same`() throws {
    let result = try answers(
      .nameNearDuplicate,
      """
      organisations: {home-start-charity: Home Start}
      services: {home-start: {name: Home Start, organisation: home-start-charity}}
      """)
    #expect(result.found == [])
  }

  @Test func `that a service goes by as well are compared too`() throws {
    let result = try answers(
      .nameNearDuplicate,
      "services: {a: {name: Baby team, also-known-as: [The stork]}, b: {name: Stork}}")
    #expect(result.found == ["services/b"])
  }
}

struct `Coverage of the scope` {
  private static func map(_ ages: String, _ more: String = "") -> String {
    """
    scope:
      needs: [feeding, sleep]
      ages: {from: conception, to: 2 years}
      areas: [north, south, east]
    areas: {north: North End, south: South End, east: East End}
    services:
      cafe: {name: Café, entry: open, serves: [feeding, sleep], ages: \(ages), areas: [north, south]}
      clinic: {name: Clinic, entry: open, serves: [feeding], ages: \(ages), areas: [east]\(more)}
    """
  }

  @Test func `is one finding a need, however many cells are empty`() throws {
    let result = try answers(.coverageAgeGap, Self.map("{from: birth, to: 9 months}"))
    #expect(result.findings.map(\.detail) == ["feeding", "sleep"])
    #expect(
      result.findings.first?.evidence == [
        "In North End, South End and East End from conception to birth: no service of the map serves "
          + "it.",
        "In North End, South End and East End from 9 months to 2 years: no service of the map serves "
          + "it.",
      ])
    let areas = try answers(.coverageAreaGap, Self.map("{from: birth, to: 9 months}"))
    #expect(areas.findings.map(\.detail) == ["sleep"])
    #expect(areas.findings.first?.evidence == ["In East End no service of the map serves it."])
  }

  @Test func `asks for the fact on which it depends`() throws {
    let result = try answers(.coverageAgeGap, Self.map("{from: conception}"))
    #expect(result.found == [])
    let areas = try answers(.coverageAreaGap, Self.map("{from: conception}"))
    #expect(Set(areas.asked) == ["services/cafe ages", "services/clinic ages"])
  }

  @Test func `asks once what a map must cover`() throws {
    let map = "services: {gp: {name: General practice, entry: open}}"
    let result = try check(mapText(of: map), only: [.coverageAgeGap, .coverageAreaGap])
    #expect(result.questions.count == 1)
    #expect(try answers(.coverageAgeGap, map).questions.count == 1)
  }

  @Test func `is asked of a map without routes, of which nobody said how families get anywhere`()
    throws
  {
    let map = """
      scope: {needs: [feeding], ages: {from: birth, to: 2 years}, areas: [north]}
      areas: {north: North End}
      services:
        cafe: {name: Café, entry: by-referral, serves: [feeding], ages: {from: birth, to: 1 year},
               areas: [north]}
        clinic: {name: Clinic, entry: by-referral, serves: [feeding],
                 ages: {from: 1 year, to: 2 years}, areas: [north]}
      """
    let areas = try answers(.coverageAreaGap, map)
    #expect(areas.found == [])
    #expect(areas.questions.map(\.question.key) == ["routes"])
    #expect(try answers(.coverageAgeGap, map).found == [])
    let stated = map + "\nroutes: [{from: cafe, to: clinic, kind: referral}]"
    #expect(try answers(.coverageAreaGap, stated).findings.map(\.detail) == ["feeding"])
  }

  @Test func `does not claim that a service helps of which the map does not say what it serves`()
    throws
  {
    let map = """
      scope: {needs: [feeding], ages: {from: birth, to: 3 years}, areas: [north]}
      areas: {north: North End}
      services:
        gp: {name: GP, entry: open, serves: none, ages: {from: birth, to: 3 years}, areas: [north]}
        cafe: {name: Café, entry: by-referral, areas: [north]}
      routes: [{from: gp, to: cafe, kind: consultation}]
      """
    #expect(
      try answers(.coverageAreaGap, map).findings.first?.evidence == [
        "In North End no way leads to what may help: “Café”."
      ])
  }

  @Test func `gives each age its own reason`() throws {
    let map = """
      scope: {needs: [feeding], ages: {from: birth, to: 3 years}, areas: [north]}
      areas: {north: North End}
      services:
        gp: {name: GP, entry: open, serves: none, ages: {from: birth, to: 3 years}, areas: [north]}
        cafe: {name: Café, entry: by-referral, serves: [feeding], ages: {from: birth, to: 1 year},
               areas: [north]}
        clinic: {name: Clinic, entry: by-referral, serves: [feeding],
                 ages: {from: 2 years, to: 3 years}, areas: [north], status: planned}
      routes: [{from: gp, to: clinic, kind: referral}]
      """
    #expect(
      try answers(.coverageAreaGap, map).findings.first?.evidence == [
        "In North End from birth to 1 year: no way leads to what would help: “Café”.",
        "In North End from 1 year to 2 years: no service of the map serves it.",
        "In North End from 2 years to 3 years: what would help is only planned or paused: “Clinic”.",
      ])
    let open = map.replacing("status: planned", with: "status: active")
    #expect(
      try answers(.coverageAgeGap, open).findings.first?.evidence == [
        "In North End from birth to 1 year: no way leads to what would help: “Café”.",
        "In North End from 1 year to 2 years: no service of the map serves it.",
      ])
  }

  @Test func `takes the ages of the standard where the map states none`() throws {
    let result = try answers(
      .coverageAgeGap,
      """
      scope: {needs: [feeding], areas: [north]}
      areas: {north: North End}
      services:
        cafe: {name: Café, entry: open, serves: [feeding], ages: {from: birth, to: 2 years},
               areas: [north]}
      """)
    #expect(
      result.findings.first?.evidence == [
        "In North End from conception to birth: no service of the map serves it."
      ])
  }
}

struct `A border` {
  @Test func `between two districts is asked about while their county is not stated`() throws {
    let result = try answers(
      .crossBoundaryArea,
      """
      areas:
        hills: {name: Hills, code: E07000901}
        dales: {name: Dales, code: E07000902}
      services:
        team: {name: Team, areas: [hills, dales]}
      """)
    #expect(result.found == [])
    #expect(result.asked == ["areas/dales within", "areas/hills within"])
  }

  @Test func `is none within a county`() throws {
    let result = try answers(
      .crossBoundaryArea,
      """
      areas:
        county: {name: County, code: E10000901}
        hills: {name: Hills, code: E07000901, within: county}
        dales: {name: Dales, code: E07000902, within: county}
      services:
        team: {name: Team, areas: [hills, dales]}
      """)
    #expect(result.found == [])
    #expect(result.asked == [])
  }
}
