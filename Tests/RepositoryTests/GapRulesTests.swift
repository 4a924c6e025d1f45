import FingerpostDiagrams
import FingerpostRules
import Testing

struct `The picture of gaps` {
  @Test func `draws the findings of rules that there are`() {
    let names = Set(RuleID.allCases.map(\.rawValue))
    #expect(GapsView.rulesAboutSeats.isSubset(of: names))
    #expect(Set(GapsView.rulesAboutRoutes.keys).isSubset(of: names))
  }
}
