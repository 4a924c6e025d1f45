import FingerpostModel

/// Services that are easily taken for the focal service are told apart from it and joined to it.
struct NeighbourServicesDistinguished: Rule {
  let id = RuleID.neighbourServicesDistinguished
  let group = RuleGroup.pathways
  let summary =
    "Each neighbour of the focal service, where there is one, is told apart from it, has a route to "
    + "or from it, and has settled with it what both offer a family together."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E76",
      says: "If there is a local Family Nurse Partnership, specialist infant mental health "
        + "visitor(s), domestic abuse antenatal pathway, perinatal adult mental health team or "
        + "pre-birth children’s services team, it is important to understand how these services are "
        + "different, how families are referred to the most appropriate service, or transferred "
        + "between services if necessary, and what an appropriate package of care might look like.")
  ]
  let remedy =
    "Sit down with the neighbouring service; write the difference and the package of care under "
    + "`differs-from:`, and the way between the two under `routes:`."
  let examples = RuleExamples(
    passing: """
      focus: [parent-infant-team]
      services:
        parent-infant-team:
          name: Parent-infant team
          differs-from:
            - {service: family-nurses, difference: The nurses follow a programme for young parents.,
               package: The nurse goes on visiting while the team works on the relationship.}
        family-nurses: {name: Family nurses, kind: family-nurse-partnership}
      routes:
        - {from: family-nurses, to: parent-infant-team, kind: referral}
      """,
    failing: """
      focus: [parent-infant-team]
      services:
        parent-infant-team:
          name: Parent-infant team
          differs-from:
            - {service: family-nurses, difference: The nurses follow a programme for young parents.,
               package: The nurse goes on visiting while the team works on the relationship.}
        family-nurses: {name: Family nurses, kind: family-nurse-partnership}
        perinatal: {name: Perinatal team, kind: specialist-perinatal-mental-health}  # here
      routes:
        - {from: family-nurses, to: parent-infant-team, kind: referral}
      """)

  let check = RuleCheck.eachFocalService { service, context, answers in
    guard context.isInUse(service) else { return }
    let ways = (context.routes(from: service.id) + context.routes(to: service.id))
      .filter { $0.kind.movesFamily && $0.from != .families }
    for kind in context.profile.neighbourServices {
      for neighbour in context.services(ofKind: kind) {
        guard neighbour.id != service.id, context.isInUse(neighbour) else { continue }
        let subject = Subject(neighbour)
        let texts = [
          service.differsFrom?.first { $0.service == neighbour.id },
          neighbour.differsFrom?.first { $0.service == service.id },
        ].compactMap { $0 }
        var isRight = true
        if texts.isEmpty, service.differsFrom != nil {
          isRight = false
          answers.fail(
            "“\(service.name)” says from which services it differs, and “\(neighbour.name)”, which "
              + "is easily taken for it, is not among them.",
            remedy: "Write under `differs-from:` how the two differ, and what they offer a family "
              + "that needs both.", detail: "\(service.id) difference", about: subject)
        } else if !texts.contains(where: { $0.difference != nil }) {
          isRight = false
          answers.ask(.difference, about: subject)
        } else if !texts.contains(where: { $0.package != nil }) {
          isRight = false
          answers.ask(.package, about: subject)
        }
        let between = ways.filter { $0.from == neighbour.id || $0.to == neighbour.id }
        if !between.contains(where: { context.isInUse($0) }) {
          isRight = false
          if ways.isEmpty {
            answers.ask(.way, about: subject)
          } else {
            answers.fail(
              "Nobody can be referred or transferred between “\(service.name)” and "
                + "“\(neighbour.name)”.",
              evidence: between.isEmpty
                ? [] : ["A route between them is on the map, but it is not in use."],
              remedy: "Settle how families get to the service that suits them better, and add a "
                + "referral or a transfer under `routes:`.", detail: "\(service.id) route",
              about: subject)
          }
        }
        if isRight { answers.pass() }
      }
    }
  }
}

extension Question {
  fileprivate static let difference = Question(
    "how it differs from the service that the map is seen from",
    many: "how they differ from the service that the map is seen from", key: "differs-from")
  fileprivate static let package = Question(
    "what it offers a family together with the service that the map is seen from",
    many: "what they offer a family together with the service that the map is seen from",
    key: "`package`, under `differs-from`")
  fileprivate static let way = Question(
    "how families get from it to the service that the map is seen from, or back",
    many: "how families get from them to the service that the map is seen from, or back",
    key: "a referral or a transfer under `routes`")
}
