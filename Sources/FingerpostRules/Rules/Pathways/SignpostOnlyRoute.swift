import FingerpostModel

/// No service can do nothing for a family but tell it of another service.
struct SignpostOnlyRoute: Rule {
  let id = RuleID.signpostOnlyRoute
  let group = RuleGroup.pathways
  let summary =
    "Every service that tells families of other services can also hand them over to one."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .scottishAudit, "recommendation 13",
      says: "Families who are turned away are to be referred on directly rather than signposted."),
    Authority(
      .southWestLondon, "C12",
      says: "Clinicians feel more confident signposting: a thing of its own, and not a referral."),
  ]
  let remedy =
    "Agree with one of the services that families are told of that it takes referrals, and add the "
    + "route."
  let examples = RuleExamples(
    passing: """
      services:
        helpline: Helpline
        baby-group: Baby group
        family-support: Family support
      routes:
        - {from: helpline, to: baby-group, kind: signposting}
        - {from: helpline, to: family-support, kind: referral}
      """,
    failing: """
      services:
        helpline: Helpline  # here
        baby-group: Baby group
        family-support: Family support
      routes:
        - {from: helpline, to: baby-group, kind: signposting}
        - {from: helpline, to: family-support, kind: signposting}
      """)

  let check = RuleCheck.map { context, answers in
    let map = context.map
    var signposts: [Service.ID] = []
    var told: [Service.ID: [Service.ID]] = [:]
    var handsOver: Set<Service.ID> = []
    for route in map.routes where route.from != .families && context.isInUse(route) {
      switch route.kind {
      case .signposting:
        if told[route.from] == nil { signposts.append(route.from) }
        told[route.from, default: []].append(route.to)
      case .referral, .selfReferral, .transfer, .jointWork: handsOver.insert(route.from)
      case .consultation, .notification, .feedback: break
      }
    }
    for id in signposts where context.statusOfServicesNotInUse[id] == nil {
      if handsOver.contains(id) {
        answers.pass()
      } else if let service = map.services[id] {
        let names = Set(told[id, default: []]).map { "“\(map.name(ofEnd: $0))”" }.sorted()
        answers.fail(
          "All that “\(service.name)” can do for a family that needs other help is to tell it of "
            + "another service.",
          evidence: ["It tells families of \(context.list(names))."],
          remedy: "Agree with one of them that it takes referrals, and add the route.",
          about: Subject(service))
      }
    }
  }
}
