import FingerpostModel

/// No route in use leads to a service that families cannot use.
struct EdgeToClosedService: Rule {
  let id = RuleID.edgeToClosedService
  let group = RuleGroup.pathways
  let summary = "No route in use leads to a service that is closed, paused or only planned."
  let obligation = Obligation.logic
  let authority = [
    Authority(
      .hsds, "service.status",
      says: "A service is active, inactive, defunct or temporarily closed.")
  ]
  let remedy =
    "Say where families go instead and close the route with `closes:`, or correct the status of the "
    + "service."
  let examples = RuleExamples(
    passing: """
      services:
        midwifery: {name: Midwifery, status: active}
        baby-group: {name: Baby group, status: active}
      routes:
        - {from: midwifery, to: baby-group, kind: referral}
      """,
    failing: """
      services:
        midwifery: {name: Midwifery, status: active}
        baby-group: {name: Baby group, status: paused}
      routes:
        - {from: midwifery, to: baby-group, kind: referral}  # here
      """)

  let check = RuleCheck.eachRoute { route, context, answers in
    guard context.isInUse(route), context.statusOfServicesNotInUse[route.from] == nil else {
      return
    }
    guard let status = context.statusOfServicesNotInUse[route.to] else { return answers.pass() }
    // A route that says nothing of itself may well be planned together with the service.
    if status == .planned, route.status(on: context.date) == nil { return }
    let map = context.map
    let name = map.name(ofEnd: route.to)
    let service = map.services[route.to]
    let since: [String] =
      if status == .planned, let from = service?.from {
        ["“\(name)” opens \(from.onInWords)."]
      } else if status == .closed, let until = service?.until {
        ["“\(name)” closed \(until.onInWords)."]
      } else {
        []
      }
    answers.fail(
      "The \(route.kind.label) from \(route.from == .families ? "families" : "“\(map.name(ofEnd: route.from))”") "
        + "to “\(name)” is in use, and “\(name)” is \(status.label).",
      evidence: since,
      remedy: "Say where families go instead and close the route with `closes:`, or correct the "
        + "status of “\(name)”.")
  }
}
