import FingerpostModel

/// A step out has one of the reasons that the standard allows.
///
/// Its id is `step-out-reason`; the plain name is that of the word in the model.
struct StepOutReasonRule: Rule {
  let id = RuleID.stepOutReason
  let group = RuleGroup.steps
  let summary = "Every step out says why: one of the three reasons that there are."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E80",
      says: "“Step out” refers to the transfer of families out of parent-infant work where the "
        + "intervention has proven to be unsuccessful, inappropriate or the family have decided not "
        + "to attend any more sessions but still want help of another kind.")
  ]
  let remedy =
    "Write the reasons under `reason:`; a route for any other reason is not a step out, so take the "
    + "`step:` off."
  let examples = RuleExamples(
    passing: """
      services:
        parent-infant-team: Parent-infant team
        family-support: Family support
      routes:
        - {from: parent-infant-team, to: family-support, kind: transfer, step: out,
           reason: [unsuccessful, family-declined]}
      """,
    failing: """
      services:
        parent-infant-team: Parent-infant team
        family-support: Family support
      routes:
        - {from: parent-infant-team, to: family-support, kind: transfer, step: out, reason: none}  # here
      """)

  let check = RuleCheck.eachRoute { route, context, answers in
    guard route.step == .out, context.isInUse(route) else { return }
    guard let reasons = route.reasons else { return answers.ask(.reason) }
    let allowed = context.profile.stepOutReasons
    let others = reasons.filter { !allowed.isEmpty && !allowed.contains($0) }
    if !reasons.isEmpty, others.isEmpty { return answers.pass() }
    let map = context.map
    let names = "from “\(map.name(ofEnd: route.from))” to “\(map.name(ofEnd: route.to))”"
    answers.fail(
      reasons.isEmpty
        ? "The step out \(names) is stated to have no reason."
        : "The step out \(names) has a reason that the standard does not know: "
          + "\(context.list(Set(others.map(\.label)).sorted())).",
      evidence: allowed.isEmpty
        ? [] : ["Families step out for one of these: \(context.list(allowed.map(\.label)))."],
      remedy: "Write the reasons under `reason:`; for any other reason it is not a step out, so "
        + "take the `step:` off.")
  }
}

extension Question {
  fileprivate static let reason = Question(
    "why families step out that way", many: "why families step out that way", key: "reason")
}
