import FingerpostModel

/// Families can step out of the focal service to other help.
struct StepOutRoute: Rule {
  let id = RuleID.stepOutRoute
  let group = RuleGroup.steps
  let summary =
    "Families for whom the focal service is not the right help can step out of it to other help."
  let obligation = Obligation.should
  let isAboutSafety = true
  let authority = [
    Authority(
      .toolkit, "E30",
      says: "Establish step up, step down and step out pathways to ensure families are safe and "
        + "supported."),
    Authority(
      .toolkit, "E80",
      says: "“Step out” refers to the transfer of families out of parent-infant work where the "
        + "intervention has proven to be unsuccessful, inappropriate or the family have decided not "
        + "to attend any more sessions but still want help of another kind."),
  ]
  let remedy =
    "Agree with a service that offers other help how it takes families over, and add the route with "
    + "`step: out` and its `reason:`."
  let examples = RuleExamples(
    passing: """
      focus: [parent-infant-team]
      services:
        family-support: Family support
        parent-infant-team: Parent-infant team
      routes:
        - {from: parent-infant-team, to: family-support, kind: transfer, step: out, reason: [unsuccessful]}
      """,
    failing: """
      focus: [parent-infant-team]
      services:
        parenting-group: Parenting group
        parent-infant-team: Parent-infant team  # here
      routes:
        - {from: parenting-group, to: parent-infant-team, kind: referral, step: up}
      """)

  let check = RuleCheck.eachFocalService { service, context, answers in
    context.expectStep(
      .out, at: service, &answers,
      orFail: "A family for whom “\(service.name)” is not the right help cannot step out: no route "
        + "in use leaves it with `step: out`.",
      remedy: "Agree with a service that offers other help how it takes families over, and add the "
        + "route with `step: out` and its `reason:`.", orAsk: .stepOut)
  }
}

extension Question {
  fileprivate static let stepOut = Question(
    "where families step out to when it is not the right help",
    many: "where families step out to when they are not the right help",
    key: "`step: out` on routes from it")
}
