import FingerpostFormats
import FingerpostModel
import FingerpostRules
import Testing

struct `What is told` {
  @Test func `of a circle names what families have who go round in it`() throws {
    let text = mapText(
      of: """
        conditions: {psychosis: Psychosis, alcohol: Dependence on alcohol}
        services:
          perinatal: {name: Perinatal team, excludes: [{condition: alcohol, onward: [recovery]}]}
          recovery: {name: Recovery, excludes: [{condition: psychosis, onward: [perinatal]}]}
        """)
    let found = try check(text, only: [.bounceLoop]).findings.map(\.message)
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("Families with both “Dependence on alcohol” and “Psychosis” can")
        == true, "\(found)")
  }

  @Test func `of typical referrers asks only of those that the map does not hold`() throws {
    let text = mapText(
      of: """
        focus: [team]
        services:
          team: Team
          midwives: {name: Midwives, kind: midwifery}
        routes: [{from: midwives, to: team, kind: referral}]
        """)
    let asked = try check(text, only: [.referralSourceCoverage]).questions.map(\.message)
    #expect(asked.count == 1)
    #expect(asked.first?.contains("“Health visiting”") == true, "\(asked)")
    #expect(asked.first?.contains("“Midwifery”") == false, "\(asked)")
  }

  @Test(arguments: [
    (
      "services: {hub: {name: Hub, from: 2026-05-01, until: 2026-04-01}}",
      "“Hub” ends on 1 April 2026, before it begins on 1 May 2026; check both dates"
    ),
    ("services: {hub: {name: Hub, kind: lighthouse}}", "add it under `kinds:`"),
  ])
  func `of a mistake in a map names it and what to do`(_ text: String, _ says: String) {
    let told = MapReader().read(text: mapText(of: text)).diagnostics.map(\.message)
    #expect(told.count == 1 && told[0].contains(says), "\(told)")
  }
}
