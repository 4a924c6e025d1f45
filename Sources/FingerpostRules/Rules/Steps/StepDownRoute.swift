import FingerpostModel

/// Families can step down from the focal service.
struct StepDownRoute: Rule {
  let id = RuleID.stepDownRoute
  let group = RuleGroup.steps
  let summary = "Families can step down from the focal service to help of a lower intensity."
  let obligation = Obligation.should
  let isAboutSafety = true
  let authority = [
    Authority(
      .toolkit, "E30",
      says: "Establish step up, step down and step out pathways to ensure families are safe and "
        + "supported."),
    Authority(
      .toolkit, "E79",
      says:
        "“Step down” refers to transfer in the opposite direction: out of parent-infant work to "
        + "an intervention of a lower intensity."),
  ]
  let remedy =
    "Agree with a service of lower intensity how it takes families over, and add the route with "
    + "`step: down`."
  let examples = RuleExamples(
    passing: """
      focus: [parent-infant-team]
      services:
        parenting-group: Parenting group
        parent-infant-team: Parent-infant team
      routes:
        - {from: parent-infant-team, to: parenting-group, kind: transfer, step: down}
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
      .down, at: service, &answers,
      orFail: "No family can step down from “\(service.name)”: no route in use leaves it with "
        + "`step: down`.",
      remedy: "Agree with a service of lower intensity how it takes families over from "
        + "“\(service.name)”, and add the route with `step: down`.", orAsk: .stepDown)
  }
}

extension Question {
  fileprivate static let stepDown = Question(
    "to which services families step down from it",
    many: "to which services families step down from them", key: "`step: down` on routes from it")
}
