import FingerpostModel

/// A service that hands families over counts them.
struct TransfersRecorded: Rule {
  let id = RuleID.transfersRecorded
  let group = RuleGroup.steps
  let summary = "Every service that hands families over to another records how many."
  let obligation = Obligation.may
  let authority = [
    Authority(
      .toolkit, "E83",
      says: "Recording these transfers can be helpful in reporting outputs and outcomes, which may "
        + "also be useful for colleagues in maternity, health visiting and perinatal adult mental "
        + "health teams.")
  ]
  let remedy =
    "Note each family that moves on, and write `records-transfers: yes` or the counts on the routes."
  let examples = RuleExamples(
    passing: """
      services:
        parent-infant-team: {name: Parent-infant team, records-transfers: yes}
        midwifery: Midwifery
        health-visiting: Health visiting
      routes:
        - {from: parent-infant-team, to: health-visiting, kind: transfer}
        - {from: midwifery, to: health-visiting, kind: transfer,
           counts: [{of: Families in 2025, number: 2300}]}
      """,
    failing: """
      services:
        parent-infant-team: {name: Parent-infant team, records-transfers: no}  # here
        health-visiting: Health visiting
      routes:
        - {from: parent-infant-team, to: health-visiting, kind: transfer}
      """)

  let check = RuleCheck.map { context, answers in
    let map = context.map
    var senders: [Service.ID] = []
    var countsAll: [Service.ID: Bool] = [:]
    for route in map.routes where route.kind == .transfer && context.isInUse(route) {
      if countsAll[route.from] == nil { senders.append(route.from) }
      countsAll[route.from, default: true] =
        countsAll[route.from, default: true] && route.counts?.isEmpty == false
    }
    for id in senders where context.statusOfServicesNotInUse[id] == nil {
      guard let service = map.services[id] else { continue }
      switch service.recordsTransfers {
      case true?: answers.pass()
      case false?:
        answers.fail(
          "“\(service.name)” hands families over and does not record how many.",
          remedy: "Note each family that moves on, and write `records-transfers: yes`.",
          about: Subject(service))
      case nil:
        if countsAll[id] == true {
          answers.pass()
        } else {
          answers.ask(.recorded, about: Subject(service))
        }
      }
    }
  }
}

extension Question {
  fileprivate static let recorded = Question(
    "whether it records the families that it hands over",
    many: "whether they record the families that they hand over", key: "records-transfers")
}
