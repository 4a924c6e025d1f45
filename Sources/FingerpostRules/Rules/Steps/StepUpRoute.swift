import FingerpostModel

/// Families can step up to the focal service.
struct StepUpRoute: Rule {
  let id = RuleID.stepUpRoute
  let group = RuleGroup.steps
  let summary = "Families can step up to the focal service from help of a lower intensity."
  let obligation = Obligation.should
  let isAboutSafety = true
  let authority = [
    Authority(
      .toolkit, "E30",
      says: "Establish step up, step down and step out pathways to ensure families are safe and "
        + "supported."),
    Authority(
      .toolkit, "E78",
      says:
        "“Step up” refers to the transfer of families from a lower intensity intervention, such "
        + "as a universal parenting group or infant massage, into parent-infant work."),
  ]
  let remedy =
    "Agree with a service of lower intensity how families move on from it, and add the route with "
    + "`step: up`."
  let examples = RuleExamples(
    passing: """
      focus: [parent-infant-team]
      services:
        parenting-group: Parenting group
        parent-infant-team: Parent-infant team
      routes:
        - {from: parenting-group, to: parent-infant-team, kind: referral, step: up}
      """,
    failing: """
      focus: [parent-infant-team]
      services:
        parenting-group: Parenting group
        parent-infant-team: Parent-infant team  # here
      routes:
        - {from: parent-infant-team, to: parenting-group, kind: transfer, step: down}
      """)

  let check = RuleCheck.eachFocalService { service, context, answers in
    context.expectStep(
      .up, at: service, &answers,
      orFail: "No family can step up to “\(service.name)”: no route in use leads to it with "
        + "`step: up`.",
      remedy: "Agree with a service of lower intensity how families move on to “\(service.name)”, "
        + "and add the route with `step: up`.", orAsk: .stepUp)
  }
}

extension Question {
  fileprivate static let stepUp = Question(
    "from which services families step up to it",
    many: "from which services families step up to them",
    key: "`step: up` on routes to it")
}
