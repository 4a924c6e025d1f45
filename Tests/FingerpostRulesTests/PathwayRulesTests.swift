import FingerpostModel
import FingerpostRules
import Foundation
import Testing

/// What one rule says of a map: the elements that fail, with details, and those that are asked.
private func answer(_ rule: RuleID, _ map: String) throws -> (fails: [String], asks: [String]) {
  let result = try check(mapText(of: map), only: [rule])
  return (
    result.findings.map { "\($0.element) \($0.detail)".trimmingCharacters(in: .whitespaces) },
    result.questions.map { "\($0.element)" }
  )
}

struct `A typical referrer` {
  @Test func `that is not on the map is asked about`() throws {
    let (fails, asks) = try answer(
      .referralSourceCoverage,
      """
      focus: [team]
      services:
        team: Team
        midwifery: {name: Midwifery, kind: midwifery}
      routes:
        - {from: midwifery, to: team, kind: referral}
      """)
    #expect(fails == [])
    #expect(asks == ["services/team"])
  }

  @Test func `is asked about where the map states no referrer at all`() throws {
    let (fails, asks) = try answer(
      .referralSourceCoverage,
      """
      focus: [team]
      services:
        team: Team
        midwifery: {name: Midwifery, kind: midwifery}
      routes:
        - {from: families, to: team, kind: self-referral}
      """)
    #expect(fails == [])
    #expect(asks == ["services/team"])
  }

  @Test func `that is closed is not missed, and of several one is enough`() throws {
    let (fails, _) = try answer(
      .referralSourceCoverage,
      """
      focus: [team]
      services:
        team: Team
        midwifery: {name: Midwifery, kind: midwifery, status: closed}
        north-hub: {name: North hub, kind: childrens-centre}
        south-hub: {name: South hub, kind: childrens-centre}
      routes:
        - {from: north-hub, to: team, kind: referral}
      """)
    #expect(fails == [])
  }
}

struct `A self-referral` {
  @Test func `to a service for people who flee abuse tells nobody`() throws {
    let (fails, asks) = try answer(
      .selfReferralNotifiesHvGp,
      """
      services:
        refuge: {name: Refuge, kind: domestic-abuse, referral: {self-referral: {notify: none}}}
      routes:
        - {from: families, to: refuge, kind: self-referral}
      """)
    #expect(fails == [] && asks == [])
  }

  @Test func `of which the map says nothing more is asked about`() throws {
    let (fails, asks) = try answer(
      .selfReferralNotifiesHvGp,
      """
      focus: [team]
      services: {team: Team}
      routes:
        - {from: families, to: team, kind: self-referral}
      """)
    #expect(fails == [])
    #expect(asks == ["services/team", "services/team"])
  }

  @Test func `may be told to somebody whose kind is not stated`() throws {
    let (fails, asks) = try answer(
      .selfReferralNotifiesHvGp,
      """
      focus: [team]
      services:
        team: {name: Team, referral: {self-referral: {notify: [nurses, practice], consent: yes}}}
        nurses: Nurses
        practice: {name: Practice, kind: general-practice}
      """)
    #expect(fails == [])
    #expect(asks == ["services/team"])
  }

  @Test func `that is told to nobody fails twice`() throws {
    let (fails, _) = try answer(
      .selfReferralNotifiesHvGp,
      """
      focus: [team]
      services:
        team: {name: Team, referral: {self-referral: {notify: none, consent: yes}}}
      """)
    #expect(fails == ["services/team general-practice", "services/team health-visiting"])
  }
}

struct `The steps of a focal service` {
  @Test(arguments: [RuleID.stepUpRoute, .stepDownRoute, .stepOutRoute])
  func `are asked about where no route has a step`(_ rule: RuleID) throws {
    let (fails, asks) = try answer(
      rule,
      """
      focus: [team]
      services: {team: Team, midwifery: Midwifery}
      routes:
        - {from: midwifery, to: team, kind: referral}
      """)
    #expect(fails == [])
    #expect(asks == ["services/team"])
  }

  @Test func `do not count while they are only planned`() throws {
    let map = """
      focus: [team]
      services: {team: Team, group: Group}
      routes:
        - {from: group, to: team, kind: referral, step: up, status: planned}
      """
    #expect(try answer(.stepUpRoute, map).fails == ["services/team"])
  }

  @Test func `may join services that work at several levels`() throws {
    let (fails, asks) = try answer(
      .stepDirectionConsistent,
      """
      focus: [team]
      services:
        team: {name: Team, intensity: [targeted, specialist]}
        group: {name: Group, intensity: [universal, targeted]}
        visits: {name: Visits, intensity: targeted}
        nurses: Nurses
      routes:
        - {from: group, to: team, kind: referral, step: up}
        - {from: visits, to: team, kind: referral, step: up}
        - {from: team, to: visits, kind: transfer, step: down}
        - {from: nurses, to: team, kind: referral, step: up}
        - {from: team, to: nurses, kind: transfer, step: down}
      """)
    #expect(fails == [])
    #expect(asks == ["services/nurses"], "a service is asked once")
  }

  @Test func `need the voluntary sector only where the map says who runs the others`() throws {
    let (fails, asks) = try answer(
      .voluntaryInSteps,
      """
      focus: [team]
      services: {team: Team, group: Group}
      routes:
        - {from: group, to: team, kind: referral, step: up}
      """)
    #expect(fails == [])
    #expect(asks == ["services/team", "services/team"])
  }
}

struct `A way into the community` {
  @Test func `is asked about at the service after which the map says nothing`() throws {
    let (fails, asks) = try answer(
      .communityRouteForAll,
      """
      services:
        team: {name: Team, kind: parent-infant-team}
        ward: {name: Ward, kind: inpatient-mental-health}
        group: {name: Group, kind: community-group}
      routes:
        - {from: team, to: ward, kind: transfer}
      """)
    #expect(fails == [])
    #expect(asks == ["services/ward"])
  }
}

struct `A route` {
  @Test func `that says nothing of itself may be planned with its service`() throws {
    let map = """
      services:
        midwifery: Midwifery
        group: {name: Group, status: planned}
        course: {name: Course, until: 2026-05}
      routes:
        - {from: midwifery, to: group, kind: referral}
        - {from: midwifery, to: course, kind: signposting}
      """
    #expect(
      try answer(.edgeToClosedService, map).fails == ["routes/midwifery-to-course-signposting"])
  }

  @Test func `to early help for families on a plan is asked about when the condition has no kind`()
    throws
  {
    let (fails, asks) = try answer(
      .childProtectionStepDown,
      """
      conditions: {on-a-plan: On a plan}
      services:
        social-care: {name: Social care, kind: childrens-social-care}
        early-help: {name: Early help, kind: early-help}
      routes:
        - {from: social-care, to: early-help, kind: transfer, step: down, only-for: [on-a-plan]}
      """)
    #expect(fails == [])
    #expect(asks == ["conditions/on-a-plan"])
  }
}
