import FingerpostModel

/// A service sees the mix of need that it is commissioned for.
struct ComplexityMixDrift: Rule {
  let id = RuleID.complexityMixDrift
  let group = RuleGroup.arithmetic
  let summary =
    "The mix of need that a service sees is close to the one that it is commissioned for."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E58",
      says: "Where teams are commissioned to support families with a range of difficulties, "
        + "clinicians spend most of their time helping the families with the most complex needs and "
        + "far less time proportionally helping those with moderate needs."),
    Authority(
      .sense, says: "How far is too far is for the profile to say; ten percentage points is ours."),
  ]
  let remedy =
    "Show the commissioner both mixes, and agree on another mix, or on a way to keep time for moderate "
    + "needs."
  let examples = RuleExamples(
    passing: """
      services:
        baby-team: {name: Baby team, commissioned-mix: {mild: 10, moderate: 50, complex: 40},
                    caseload-mix: {mild: 5, moderate: 50, complex: 45}}
      """,
    failing: """
      services:
        baby-team: {name: Baby team, commissioned-mix: {mild: 10, moderate: 50, complex: 40},  # here
                    caseload-mix: {mild: 5, moderate: 25, complex: 70}}
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard service.commissionedMix != nil || service.caseloadMix != nil, context.isInUse(service),
      let limit = context.profile.limits.mixDrift
    else { return }
    guard let commissioned = service.commissionedMix else { return answers.ask(.commissioned) }
    guard let seen = service.caseloadMix else { return answers.ask(.seen) }
    let apart = NeedLevel.allCases.filter { level in
      guard let one = commissioned[level], let other = seen[level] else { return false }
      return abs(one - other) > limit
    }
    if !apart.isEmpty {
      answers.fail(
        "“\(service.name)” sees another mix of need than it is commissioned for, by more than "
          + "\(limit) percentage points.",
        evidence: apart.map { level in
          "\(level.label): \(seen[level] ?? 0) per cent seen, \(commissioned[level] ?? 0) "
            + "commissioned"
        },
        remedy:
          "Show the commissioner both mixes, and agree on another mix, or on a way to keep time "
          + "for the others.")
    } else if Set(commissioned.keys) != Set(seen.keys) {
      answers.ask(Set(seen.keys).isSubset(of: commissioned.keys) ? .seen : .commissioned)
    } else {
      answers.pass()
    }
  }
}

extension Question {
  fileprivate static let commissioned = Question(
    "for which mix of need it is commissioned", many: "for which mix of need they are commissioned",
    key: "commissioned-mix")
  fileprivate static let seen = Question(
    "which mix of need it sees", many: "which mix of need they see", key: "caseload-mix")
}
