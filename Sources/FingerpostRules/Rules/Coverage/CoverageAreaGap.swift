import FingerpostAnalysis
import FingerpostModel

/// Families with a need that the map must cover find help in each area that it must cover.
struct CoverageAreaGap: Rule {
  let id = RuleID.coverageAreaGap
  let group = RuleGroup.coverage
  let summary =
    "Families with a need in scope find help in every area in scope, at some age at least."
  let obligation = Obligation.must
  let authority = [
    Authority(.hsds, "service_area", says: "A service states which areas it serves."),
    Authority(
      .toolkit, "E69",
      says:
        "A pathway of care “describes how all families can get the right help at the right time”."),
  ]
  let remedy =
    "Widen the areas of a service that helps already, lead families to one that would, or commission "
    + "what is missing; `fingerpost coverage` names the smallest change that would fill each gap."
  let examples = RuleExamples(
    passing: """
      scope: {needs: [feeding], ages: {from: birth, to: 2 years}, areas: [north, south]}
      areas: {north: North End, south: South End}
      services:
        feeding-cafe:
          name: Feeding café
          entry: open
          serves: [feeding]
          ages: {from: birth, to: 2 years}
          areas: [north, south]
      """,
    failing: """
      scope: {needs: [feeding], ages: {from: birth, to: 2 years}, areas: [north, south]}  # here
      areas: {north: North End, south: South End}
      services:
        feeding-cafe:
          name: Feeding café
          entry: open
          serves: [feeding]
          ages: {from: birth, to: 2 years}
          areas: [north]
      """)

  let check = RuleCheck.map { context, answers in
    let (map, coverage) = (context.map, context.scopeCoverage)
    guard coverage.missing.isEmpty else { return answers.ask(.scope) }
    var gaps: [Need.ID: [ScopeCoverage.Place]] = [:]
    var needs: [Need.ID] = []
    for place in coverage.places {
      if place.isGapThroughout {
        if gaps[place.need] == nil { needs.append(place.need) }
        gaps[place.need, default: []].append(place)
      } else if place.isHelpStated {
        answers.pass()
      }
    }
    for need in needs {
      let places = gaps[need, default: []]
      let areas = places.map { map.name(of: $0.area) }
      var lines: [(text: String, areas: [String])] = []
      for place in places {
        let gaps = coverage.gaps(at: place)
        for gap in gaps {
          let text = gaps.count == 1 ? gap.reason : "from \(gap.ages): \(gap.reason)"
          if let line = lines.firstIndex(where: { $0.text == text }) {
            lines[line].areas.append(map.name(of: place.area))
          } else {
            lines.append((text, [map.name(of: place.area)]))
          }
        }
      }
      answers.fail(
        "Families with the need “\(map.name(of: need))” find no help in \(context.list(areas)), at "
          + "any of the ages that the map must cover.",
        evidence: lines.map { "In \(context.list($0.areas)) \($0.text)." },
        remedy:
          "Widen the areas of a service that helps already, lead families to one that would, or "
          + "commission what is missing; `fingerpost coverage` names the smallest change.",
        detail: need.rawValue, about: Subject(scopeOf: map))
    }
    coverage.ask(
      about: coverage.places.filter { !$0.isHelpStated }.compactMap(\.unstated), &answers)
  }
}
