import FingerpostModel

/// Every service in use has somebody who commissions it or pays for it.
struct CommissionerUnknown: Rule {
  let id = RuleID.commissionerUnknown
  let group = RuleGroup.governance
  let summary = "Every service in use has somebody who commissions it or pays for it."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E08",
      says: "Teams are paid for by bodies as different as public health, grant-givers, the Police "
        + "and Crime Commissioner, the Director of Children's Services and a CCG for CAMHS.")
  ]
  let remedy =
    "Write who commissions or pays for the service under `commissioned-by:` or "
    + "`funded-by:`; when nobody does, the board has to know before it relies on the service."
  let examples = RuleExamples(
    passing: """
      organisations:
        council: {name: Exampleton Council, sector: local-authority}
      services:
        family-support: {name: Family support, commissioned-by: [council]}
      """,
    failing: """
      services:
        family-support:  # here
          name: Family support
          commissioned-by: none
          funded-by: none
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard context.isInUse(service) else { return }
    switch (service.commissionedBy, service.fundedBy) {
    case (let bodies?, _) where !bodies.isEmpty: answers.pass()
    case (_, let bodies?) where !bodies.isEmpty: answers.pass()
    case (_?, _?):
      answers.fail(
        "“\(service.name)” is in use, and nobody commissions it or pays for it.",
        remedy: "Find out who keeps it running and write it under `commissioned-by:` or "
          + "`funded-by:`; if nobody does, ask the board who will.")
    default: answers.ask(.commissioner)
    }
  }
}

extension Question {
  fileprivate static let commissioner = Question(
    "who commissions it or pays for it", many: "who commissions them or pays for them",
    key: "commissioned-by")
}
