import FingerpostModel

/// Who refers a family hears what came of it.
struct ReferrerFeedbackEdge: Rule {
  let id = RuleID.referrerFeedbackEdge
  let group = RuleGroup.pathways
  let summary = "Every service that refers families hears what came of its referrals."
  let obligation = Obligation.may
  let authority = [
    Authority(
      .toolkit, "E96", says: "Referrers will want feedback about referrals they’ve made."),
    Authority(
      .southWestLondon, "C19",
      says: "Engaging the clinicians of the clients who attend has greater impact."),
  ]
  let remedy =
    "Agree how the referrer is told what came of it, and add a route of `kind: feedback` the other "
    + "way."
  let examples = RuleExamples(
    passing: """
      services:
        midwifery: Midwifery
        family-support: Family support
      routes:
        - {from: midwifery, to: family-support, kind: referral}
        - {from: family-support, to: midwifery, kind: feedback}
      """,
    failing: """
      services:
        midwifery: Midwifery
        health-visiting: Health visiting
        family-support: Family support
      routes:
        - {from: midwifery, to: family-support, kind: referral}
        - {from: health-visiting, to: family-support, kind: referral}  # here
        - {from: family-support, to: midwifery, kind: feedback}
      """)

  let check = RuleCheck.map { context, answers in
    let map = context.map
    var answered: [Service.ID: Set<Service.ID>] = [:]
    for route in map.routes where route.kind == .feedback && context.isInUse(route) {
      answered[route.from, default: []].insert(route.to)
    }
    var asked: Set<Service.ID> = []
    for route in map.routes where route.kind == .referral && route.from != .families {
      guard context.isInUse(route), context.statusOfServicesNotInUse[route.to] == nil,
        context.statusOfServicesNotInUse[route.from] == nil
      else { continue }
      // A service that answers somebody states whom it answers, and so whom it does not.
      if let referrers = answered[route.to] {
        if referrers.contains(route.from) {
          answers.pass()
        } else {
          answers.fail(
            "“\(map.name(ofEnd: route.from))” refers families to “\(map.name(ofEnd: route.to))” and "
              + "does not hear what came of it.",
            evidence: [
              "“\(map.name(ofEnd: route.to))” answers "
                + context.list(referrers.map { "“\(map.name(ofEnd: $0))”" }.sorted()) + "."
            ],
            remedy: "Agree how the referrer is told, and add a route of `kind: feedback` the other "
              + "way.", about: Subject(route, in: map))
        }
      } else if asked.insert(route.to).inserted, let service = map.services[route.to] {
        answers.ask(.feedback, about: Subject(service))
      }
    }
  }
}

extension Question {
  fileprivate static let feedback = Question(
    "whether those who refer to it hear what came of it",
    many: "whether those who refer to them hear what came of it",
    key: "routes with `kind: feedback`")
}
