import FingerpostAnalysis
import FingerpostModel

/// Where families with a need find help, they find it at every age that the map must cover.
struct CoverageAgeGap: Rule {
  let id = RuleID.coverageAgeGap
  let group = RuleGroup.coverage
  let summary =
    "Where families with a need in scope find help, they find it at every age in scope; from conception "
    + "to two years where the map does not say which."
  let obligation = Obligation.must
  let authority = [
    Authority(
      .toolkit, "E37",
      says:
        "A team belongs to a board that is dedicated, or very closely tied, to the first 1001 days: "
        + "from conception to the second birthday."),
    Authority(.hsds, "minimum_age, maximum_age", says: "A service states which ages it accepts."),
  ]
  let remedy =
    "Widen the ages of a service that helps already, lead families to one that would, or commission "
    + "what is missing; `fingerpost coverage` names the smallest change that would fill each gap."
  let examples = RuleExamples(
    passing: """
      scope: {needs: [feeding], ages: {from: birth, to: 2 years}, areas: [exampleton]}
      areas:
        exampleton: Exampleton
      services:
        feeding-cafe:
          name: Feeding café
          entry: open
          serves: [feeding]
          ages: {from: birth, to: 2 years}
          areas: [exampleton]
      """,
    failing: """
      areas:
        exampleton: Exampleton
      services:
        feeding-cafe:
          name: Feeding café
          entry: open
          serves: [feeding]
          ages: {from: birth, to: 9 months}
          areas: [exampleton]
      scope: {needs: [feeding], ages: {from: birth, to: 2 years}, areas: [exampleton]}  # here
      """)

  let check = RuleCheck.map { context, answers in
    let (map, coverage) = (context.map, context.scopeCoverage)
    if !coverage.missing.isEmpty {
      // The rule about areas asks when it runs.
      if !context.rulesRun.contains(.coverageAreaGap) { answers.ask(.scope) }
      return
    }
    var linesByNeed: [Need.ID: [(text: String, areas: [String])]] = [:]
    var needs: [Need.ID] = []
    var helped: Set<Need.ID> = []
    for place in coverage.places where !place.isGapThroughout {
      if place.isHelpStated { helped.insert(place.need) }
      guard !place.gaps.isEmpty else {
        if place.isHelpStated, place.unstated == nil { answers.pass() }
        continue
      }
      if linesByNeed[place.need] == nil { needs.append(place.need) }
      for gap in coverage.gaps(at: place) {
        let text = "from \(gap.ages): \(gap.reason)."
        let area = map.name(of: place.area)
        var lines = linesByNeed[place.need, default: []]
        if let line = lines.firstIndex(where: { $0.text == text }) {
          lines[line].areas.append(area)
        } else {
          lines.append((text, [area]))
        }
        linesByNeed[place.need] = lines
      }
    }
    for need in needs {
      answers.fail(
        "Families with the need “\(map.name(of: need))” \(helped.contains(need) ? "find" : "may find") "
          + "help at some of the ages that the map must cover, and find none at others.",
        evidence: linesByNeed[need, default: []].map { "In \(context.list($0.areas)) \($0.text)" },
        remedy:
          "Widen the ages of a service that helps already, lead families to one that would, or "
          + "commission what is missing; `fingerpost coverage` names the smallest change.",
        detail: need.rawValue, about: Subject(scopeOf: map))
    }
    coverage.ask(
      about: coverage.places.filter(\.isHelpStated).compactMap(\.unstated), &answers)
  }
}
