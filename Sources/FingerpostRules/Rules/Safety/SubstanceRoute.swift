import FingerpostModel

/// The focal service works jointly with the specialist service for parents who depend on
/// substances.
struct SubstanceRoute: Rule {
  let id = RuleID.substanceRoute
  let group = RuleGroup.safety
  let summary =
    "For parents who depend on substances the focal service works jointly with the specialist "
    + "service."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E64",
      says: "Where the area’s specialist service does not manage a dependence, “liaison and joint "
        + "working might first be set up to ensure the family’s lifestyle and capacity to place "
        + "their baby’s needs before their own improves and then continues to be separately "
        + "supported”.")
  ]
  let remedy =
    "Agree with the substance misuse service how you work together, and write it under `onward:` and "
    + "as a route with `kind: joint-work`."
  let examples = RuleExamples(
    passing: """
      focus: [parent-infant-team]
      conditions:
        dependence: {name: Dependence on drugs or alcohol, kind: substance-dependence}
      services:
        recovery: {name: Recovery service, kind: substance-misuse}
        parent-infant-team:
          name: Parent-infant team
          excludes:
            - {condition: dependence, onward: [recovery], for: joint work first}
      routes:
        - {from: parent-infant-team, to: recovery, kind: joint-work}
      """,
    failing: """
      focus: [parent-infant-team]
      conditions:
        dependence: {name: Dependence on drugs or alcohol, kind: substance-dependence}
      services:
        practice: {name: General practice, kind: general-practice}
        parent-infant-team:
          name: Parent-infant team
          excludes:
            - {condition: dependence, onward: [practice], for: advice}  # here
      """)

  let check = RuleCheck.eachFocalService { service, context, answers in
    guard context.isInUse(service),
      let kinds = context.profile.exclusions
        .first(where: { $0.condition == .substanceDependence })?.onward, !kinds.isEmpty,
      let exclusions = context.exclusions(for: .substanceDependence, of: service, &answers)
    else { return }
    for exclusion in exclusions {
      Self.judge(exclusion, of: service, kinds, context, &answers)
    }
  }

  private static func judge(
    _ exclusion: Exclusion, of service: Service, _ kinds: [ServiceKind.ID],
    _ context: RuleContext, _ answers: inout Answers
  ) {
    let map = context.map
    let item = answers.subject.item(exclusion, context)
    func isSpecialist(_ id: Service.ID) -> Bool {
      map.services[id]?.kind.map(kinds.contains) ?? false
    }
    var stopped: [Service.ID] = []
    for route in context.routes(from: service.id) + context.routes(to: service.id)
    where route.kind == .jointWork {
      let other = route.from == service.id ? route.to : route.from
      guard isSpecialist(other) else { continue }
      if context.isInUse(route) { return answers.pass() }
      stopped.append(other)
    }
    let node: NodeID = service.id.named()
    let worksTogether = map.links.contains { link in
      link.kind == .worksWith && context.isInUse(link)
        && (link.from == node && isSpecialist(link.to.named())
          || link.to == node && isSpecialist(link.from.named()))
    }
    if worksTogether { return answers.pass() }
    if let other = stopped.min() {
      return answers.fail(
        "“\(service.name)” does not see parents who depend on substances, and its joint work with "
          + "“\(map.name(ofEnd: other))” is not in use.",
        remedy:
          "Agree how the two work together, and bring the route of the kind `joint-work` back "
          + "into use.", about: item)
    }
    guard let onward = exclusion.onward, !onward.isEmpty,
      onward.allSatisfy({ map.services[$0]?.kind != nil }), !onward.contains(where: isSpecialist)
    else {
      // Nobody named, somebody of no kind, or the right service: only the joint work is not stated.
      return answers.ask(.jointWork, about: item)
    }
    answers.fail(
      "“\(service.name)” does not see parents who depend on substances, and neither sends them to a "
        + "specialist service nor works with one.",
      evidence: ["It sends them to \(context.list(onward.map { "“\(map.name(ofEnd: $0))”" }))."],
      remedy: "Agree with the substance misuse service how you work together, and write it under "
        + "`onward:` and as a route with `kind: joint-work`.", about: item)
  }
}

extension Question {
  fileprivate static let jointWork = Question(
    "which specialist service works jointly with the team",
    many: "which specialist services work jointly with the team",
    key: "a route with `kind: joint-work`")
}
