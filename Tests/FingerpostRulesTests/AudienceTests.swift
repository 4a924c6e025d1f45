import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
import FingerpostRules
import FingerpostTestSupport
import Testing

struct `A check for an audience` {
  private let map: SystemMap

  init() throws { map = try #require(MapReader().read(text: MarkedMap.text).map) }

  private func check(for audience: Audience) -> CheckResult {
    RuleChecker(profiles: everyProfile, on: sampleDate).check(map, for: audience)
  }

  @Test func `tells nothing that the whole map does not tell`() {
    let whole = check(for: .operational)
    for audience in Audience.allCases {
      let told = check(for: audience)
      #expect(Set(told.findings).isSubset(of: whole.findings), "\(audience)")
      #expect(Set(told.questions).isSubset(of: whole.questions), "\(audience)")
      #expect(told.findings.count > 4, "\(audience)")
      #expect(told.questions.count > 20, "\(audience)")
      #expect(told.map == map.shown(to: audience))
    }
  }

  @Test func `does not ask for what is merely hidden`() {
    let shown = RuleChecker(profiles: everyProfile, on: sampleDate).check(map.shown(to: .public))
    let asked = { (result: CheckResult) in
      result.questions.filter { $0.rule == "demand-exceeds-capacity" }.map(\.element.description)
    }
    #expect(asked(shown).contains("services/team"))
    #expect(!asked(check(for: .public)).contains("services/team"))
  }

  @Test func `counts what it tells, and passes only what passes on the whole map`() {
    let whole = check(for: .operational)
    let told = check(for: .public)
    for (rule, tally) in told.tallies {
      let all = told.findings + told.accepted.map(\.finding)
      #expect(tally.fails == all.count { $0.rule == rule.rawValue }, "\(rule)")
      #expect(tally.questions == told.questions.count { $0.rule == rule.rawValue }, "\(rule)")
      #expect(tally.passes <= whole.tallies[rule]?.passes ?? 0, "\(rule)")
    }
    // Where all names are hidden, that none is given would be no news, and not true.
    #expect(whole.tallies[.namedPersonInMap]?.fails ?? 0 > 0)
    #expect(told.tallies[.namedPersonInMap]?.fails ?? 0 == 0)
  }
}
