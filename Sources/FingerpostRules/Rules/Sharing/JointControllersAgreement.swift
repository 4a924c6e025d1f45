import FingerpostAnalysis
import FingerpostModel

/// Organisations that are joint controllers of data have an arrangement between them.
struct JointControllersAgreement: Rule {
  let id = RuleID.jointControllersAgreement
  let group = RuleGroup.sharing
  let summary = "Organisations that are joint controllers of data have an arrangement in force."
  let obligation = Obligation.must
  let authority = [
    Authority(
      .ico, "joint controllers",
      says: "Joint controllers must have an arrangement between them."),
    Authority(
      .toolkit, "E51",
      says: "“Where personally-identifiable data is being shared, partners may need a legal "
        + "contract to be drawn up”."),
  ]
  let remedy =
    "Have the organisations make an arrangement, and name it under `agreement:`; if they are not "
    + "joint controllers, write `joint-controllers: no`."
  let examples = RuleExamples(
    passing: """
      organisations:
        trust: {name: Exampleton Trust, sector: nhs}
        council: {name: Exampleton Council, sector: local-authority}
      agreements:
        records: {name: One record for families, between: [trust, council], shares: identifiable,
                  joint-controllers: yes, status: active}
      """,
    failing: """
      organisations:
        trust: {name: Exampleton Trust, sector: nhs}
        council: {name: Exampleton Council, sector: local-authority}
      services:
        midwifery: {name: Midwifery, organisation: trust}
        early-help: {name: Early help, organisation: council}
      agreements:
        records:  # here
          name: One record for families
          between: [trust, council]
          shares: identifiable
          joint-controllers: yes
          not-needed-because: Both use the same system
      routes:
        - {from: midwifery, to: early-help, kind: referral, shares: identifiable, agreement: none}  # here
      """)

  let check = RuleCheck.several([
    .eachAgreement { agreement, context, answers in
      guard agreement.jointControllers == true, agreement.status != .planned else { return }
      if let reason = agreement.notNeededBecause {
        answers.fail(
          "“\(agreement.name)” declares joint controllers of data, and says that they need no "
            + "agreement.", evidence: ["It says: \(reason)"],
          remedy: "Make an arrangement between them; if they are not joint controllers, write "
            + "`joint-controllers: no`.", detail: "not-needed")
      } else if !context.isInForce(agreement) {
        let end = agreement.until.flatMap { context.isPast($0) ? $0.onInWords : nil }
        answers.fail(
          "“\(agreement.name)” declares joint controllers of data, and "
            + (end.map { "ended \($0)." } ?? "is no longer in force."),
          remedy: "Renew it; if the organisations are no longer joint controllers, write "
            + "`joint-controllers: no`.", detail: "not-in-force")
      } else {
        answers.pass()
      }
    },
    .eachRoute { route, context, answers in
      if let crossing = DataCrossing(route, context) { Self.judge(crossing, context, &answers) }
    },
    .eachLink { link, context, answers in
      if let crossing = DataCrossing(link, context) { Self.judge(crossing, context, &answers) }
    },
  ])

  private static func judge(
    _ crossing: DataCrossing, _ context: RuleContext, _ answers: inout Answers
  ) {
    guard case .between(let a, let b) = crossing.ends, crossing.agreement.isNone,
      context.areJointControllers(a, b)
    else { return }
    let names = [a, b].map { "“\(context.map.organisations[$0]?.name ?? $0.rawValue)”" }
    answers.fail(
      "“\(answers.subject.name)” carries identifiable data without an agreement, though "
        + "\(context.list(names)) are joint controllers.",
      remedy: "Name the arrangement that the two have under `agreement:`, or have them make one.")
  }
}
