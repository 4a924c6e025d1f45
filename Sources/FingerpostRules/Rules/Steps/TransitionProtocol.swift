import FingerpostModel

/// Two services between which families move have settled who leads, what each expects, and who
/// decides when they disagree.
struct TransitionProtocol: Rule {
  let id = RuleID.transitionProtocol
  let group = RuleGroup.steps
  let summary =
    "For every step and transfer it is settled who leads, what each side expects of the other and "
    + "who decides a disagreement."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E82",
      says: "Setting up smooth transitions and referral pathways can prevent repeat referral to "
        + "crisis services. Planning these pathways in advance helps staff be clear about mutual "
        + "expectations."),
    Authority(
      .knowsley, "known from an excerpt only",
      says: "A protocol for stepping up and down makes roles and lines of accountability explicit, "
        + "with a lead and a way to settle a disagreement."),
  ]
  let remedy =
    "Settle it with the other service, and write `lead:`, `expectations:` and `disagreement:` under "
    + "`transition:` on the route."
  let examples = RuleExamples(
    passing: """
      services:
        parent-infant-team: Parent-infant team
        health-visiting: Health visiting
      routes:
        - {from: parent-infant-team, to: health-visiting, kind: transfer,
           transition: {lead: The therapist, expectations: A joint visit first,
                        disagreement: The two managers within five days}}
      """,
    failing: """
      services:
        parent-infant-team: Parent-infant team
        health-visiting: Health visiting
      routes:
        - {from: parent-infant-team, to: health-visiting, kind: transfer,  # here
           transition: {lead: The therapist, expectations: A joint visit first, disagreement: none}}
      """)

  let check = RuleCheck.eachRoute { route, context, answers in
    guard route.kind == .transfer || (route.step != nil && route.kind.movesFamily),
      route.from != .families, context.isInUse(route)
    else { return }
    guard let transition = route.transition else { return answers.ask(.transition) }
    let parts: [(key: String, value: Stated<String>, words: String)] = [
      ("lead", transition.lead, "who leads"),
      ("expectations", transition.expectations, "what each expects of the other"),
      ("disagreement", transition.disagreement, "who decides when they disagree"),
    ]
    if parts.contains(where: { !$0.value.isStated }) { answers.ask(.transition) }
    for part in parts where part.value.isNone {
      let map = context.map
      answers.fail(
        "“\(map.name(ofEnd: route.from))” and “\(map.name(ofEnd: route.to))” have not settled "
          + "\(part.words) about families who move from the one to the other.",
        remedy: "Settle it between the two, and write it under `transition: {\(part.key): ...}`.",
        detail: part.key)
    }
    if parts.allSatisfy({ $0.value.value != nil }) { answers.pass() }
  }
}

extension Question {
  fileprivate static let transition = Question(
    "who leads the move, what each side expects and who decides a disagreement",
    many: "who leads the move, what each side expects and who decides a disagreement",
    key: "transition")
}
