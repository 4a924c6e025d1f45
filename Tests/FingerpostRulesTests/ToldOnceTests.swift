import FingerpostModel
import FingerpostRules
import Testing

struct `What two rules are about is told once` {
  /// What is wrong, with what each of two rules says and without the other.
  private static let cases: [(text: String, teller: RuleID, other: RuleID)] = [
    (
      """
      services:
        hub: {name: Hub, entry: open, intensity: universal, discharge: none}
        help: {name: Early help, entry: by-referral, eligibility: Families, discharge: none,
               referral: {methods: [email]}}
      routes:
        - {from: hub, to: help, kind: referral}
      """, .deadEnd, .referralCriteriaComplete
    ),
    (
      """
      focus: [team]
      services:
        team: {name: Team, intensity: specialist}
        crisis: {name: Crisis team, intensity: acute}
        group: {name: Group, intensity: universal}
      routes:
        - {from: team, to: crisis, kind: transfer, step: up}
        - {from: crisis, to: group, kind: transfer}
      """, .stepDirectionConsistent, .stepUpWithoutReturn
    ),
    (
      """
      organisations: {trust: Trust, council: Council}
      agreements:
        records: {name: One record, between: [trust, council], shares: identifiable,
                  joint-controllers: yes, status: active, until: 2026-03-31}
      """, .jointControllersAgreement, .agreementExpired
    ),
    (
      """
      services: {hub: Hub}
      exceptions:
        - {rule: dead-end, element: services/hub, reason: R, owner: Lead, until: 2026-03-31}
      """, .exceptionExpired, .exceptionUnused
    ),
    (
      """
      boards:
        board: {name: Board, kind: partnership, seats: [{stakeholder: [policing], member: none}]}
      """, .orphanBoard, .seatVacant
    ),
    (
      """
      focus: [team]
      conditions:
        illness: {name: Severe mental illness, kind: severe-mental-illness}
      services:
        assessment: {name: Mental health assessment, kind: mental-health-assessment}
        perinatal: {name: Perinatal team, kind: specialist-perinatal-mental-health,
                    status: planned}
        team:
          name: Team
          excludes: [{condition: illness, onward: [perinatal], for: an assessment}]
      """, .exclusionChainDeadEnd, .severeIllnessRedirect
    ),
  ]

  @Test(arguments: cases)
  func `and by either when the other does not run`(
    _ text: String, _ teller: RuleID, _ other: RuleID
  ) throws {
    func tellers(_ rules: RuleID...) throws -> [String] {
      // An exception is unused only where its own rule ran.
      try check(mapText(of: text), only: Set(rules + [.deadEnd])).findings.map(\.rule)
        .filter { name in rules.contains { $0.rawValue == name } }
    }
    #expect(try tellers(teller, other) == [teller.rawValue])
    if teller != .deadEnd {
      #expect(try tellers(other) == [other.rawValue])
    } else {
      let alone = try check(mapText(of: text), only: [other]).findings.map(\.rule)
      #expect(alone == [other.rawValue])
    }
  }

  @Test func `and an exception for nothing on the map says so`() throws {
    let text = mapText(
      of: """
        services: {midwifery: Midwifery}
        exceptions:
          - {rule: dead-end, element: services/midwifry, reason: R, owner: Lead, until: 2027-03-31}
        """)
    #expect(
      try check(text, only: [.deadEnd, .exceptionUnused]).findings.map(\.message) == [
        "The exception from `dead-end` for `services/midwifry` accepts nothing: there is no such "
          + "element on the map; did you mean `services/midwifery`?"
      ])
  }
}
