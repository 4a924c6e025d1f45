import FingerpostModel

/// The voluntary sector, and the local body that supports it, take part in the steps.
struct VoluntaryInSteps: Rule {
  let id = RuleID.voluntaryInSteps
  let group = RuleGroup.steps
  let summary =
    "The steps to and from the focal service include the voluntary sector and its local "
    + "infrastructure organisation."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E30",
      says: "Establish step up, step down and step out pathways. Include the voluntary sector and "
        + "the local infrastructure organisation (eg CVS).")
  ]
  let remedy =
    "Ask the local voluntary sector infrastructure organisation which of its members could take "
    + "part, and add their routes with `step:`."
  let examples = RuleExamples(
    passing: """
      focus: [parent-infant-team]
      organisations:
        homefriends: {name: Homefriends, sector: voluntary}
        voluntary-action: {name: Voluntary Action, sector: voluntary}
      services:
        parent-infant-team: Parent-infant team
        home-support: {name: Home support, organisation: homefriends}
        connectors: {name: Connectors, kind: voluntary-infrastructure, organisation: voluntary-action}
      routes:
        - {from: parent-infant-team, to: home-support, kind: transfer, step: down}
      links:
        - {from: parent-infant-team, to: voluntary-action, kind: works-with}
      """,
    failing: """
      focus: [parent-infant-team]
      organisations:
        council: {name: The council, sector: local-authority}
        voluntary-action: {name: Voluntary Action, sector: voluntary}
      services:
        parent-infant-team: Parent-infant team  # here
        family-hub: {name: Family hub, organisation: council}
        connectors: {name: Connectors, kind: voluntary-infrastructure, organisation: voluntary-action}
      routes:
        - {from: parent-infant-team, to: family-hub, kind: transfer, step: down}
      """)

  let check = RuleCheck.eachFocalService { service, context, answers in
    let map = context.map
    let steps = context.steps(of: service).filter { context.isInUse($0) }
    // Without any step the rules about step up, down and out ask already.
    guard context.isInUse(service), !steps.isEmpty else { return }
    let partners = Set(steps.map { $0.from == service.id ? $0.to : $0.from })
      .subtracting([.families]).sorted().map { map.services[$0] }
    var isRight = true

    let bodies: [Organisation.ID?] = partners.flatMap { partner in
      [partner?.organisation] + (partner?.partners ?? []).map(Optional.some)
    }
    let sectors = bodies.map { $0.flatMap { map.organisations[$0]?.sector } }
    let isVoluntary =
      sectors.contains(.voluntary)
      || partners.contains { $0?.kind == VoluntaryInSteps.infrastructure }
    if !isVoluntary {
      isRight = false
      if sectors.contains(nil) {
        answers.ask(.voluntary)
      } else {
        answers.fail(
          "No service of the voluntary sector takes part in the steps to and from "
            + "“\(service.name)”.",
          evidence: [
            "Its steps join it to "
              + context.list(partners.compactMap { $0.map { "“\($0.name)”" } }.sorted()) + "."
          ],
          remedy: "Ask the local voluntary sector infrastructure organisation who could take part, "
            + "and add the routes with `step:`.", detail: "voluntary-sector")
      }
    }

    let services = context.services(ofKind: VoluntaryInSteps.infrastructure)
    let infrastructure = Set(services.compactMap(\.organisation))
      .union(map.organisations.lazy.filter(\.isVoluntaryInfrastructure).map(\.id))
    let isJoined =
      partners.contains { $0?.kind == VoluntaryInSteps.infrastructure }
      || bodies.contains { $0.map { infrastructure.contains($0) } == true }
      || map.links.contains { link in
        guard link.status.map({ $0 == .active }) ?? true else { return false }
        let here = service.id.rawValue
        let other =
          link.from.rawValue == here ? link.to : link.to.rawValue == here ? link.from : nil
        guard let other else { return false }
        return infrastructure.contains { $0.rawValue == other.rawValue }
          || services.contains { $0.id.rawValue == other.rawValue }
      }
    if !isJoined {
      isRight = false
      if services.isEmpty, infrastructure.isEmpty {
        answers.ask(.infrastructure)
      } else {
        let names =
          (services.map { "“\($0.name)”" }
          + infrastructure.compactMap { map.organisations[$0] }
          .map { "“\($0.name)”" }).sorted()
        answers.fail(
          "The local voluntary sector infrastructure organisation takes no part in the steps to and "
            + "from “\(service.name)”.",
          evidence: ["On the map: \(context.list(names))."],
          remedy: "Agree what part it takes, and add a route with `step:` to its service or a link "
            + "to the organisation.", detail: "voluntary-infrastructure")
      }
    }
    if isRight { answers.pass() }
  }

  private static let infrastructure: ServiceKind.ID = "voluntary-infrastructure"
}

extension Organisation {
  /// Whether the map calls it a local infrastructure organisation of the voluntary sector: by its
  /// id, its form or one of its names, because no key says so.
  fileprivate var isVoluntaryInfrastructure: Bool {
    guard sector == .voluntary else { return false }
    return id == "voluntary-infrastructure" || alsoKnownAs?.contains("CVS") == true
      || name.lowercased().contains("infrastructure organisation")
      || form?.lowercased().contains("infrastructure organisation") == true
  }
}

extension Question {
  fileprivate static let voluntary = Question(
    "whether the voluntary sector takes part in its steps",
    many: "whether the voluntary sector takes part in their steps",
    key: "`organisation` of the services that it steps to and from, with its `sector`")
  fileprivate static let infrastructure = Question(
    "what part the local voluntary sector infrastructure organisation takes in its steps",
    many: "what part the local voluntary sector infrastructure organisation takes in their steps",
    key: "a service with `kind: voluntary-infrastructure`, or a link to that organisation")
}
