import FingerpostModel

/// Training or consultation reaches the staff of adult mental health services.
struct TrainingReachesAdultMh: Rule {
  let id = RuleID.trainingReachesAdultMh
  let group = RuleGroup.training
  let summary = "Training or advice reaches the staff of every adult mental health service."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E15",
      says: "This should include the provision of training and consultancy to the local workforce, "
        + "which might start with early years but needs to extend to all services including Adult "
        + "Mental Health.")
  ]
  let remedy =
    "Invite the service's staff to a course or to consultation, and name it under `audience:` there."
  let examples = RuleExamples(
    passing: """
      organisations:
        trust: {name: Exampleton Mental Health Trust}
      services:
        recovery-team: {name: Recovery team, kind: adult-mental-health, organisation: trust}
      programmes:
        babies-in-mind: {name: Babies in mind, kind: training, audience: [trust]}
      """,
    failing: """
      services:
        midwifery: {name: Midwifery, kind: midwifery}
        recovery-team: {name: Recovery team, kind: adult-mental-health}  # here
      programmes:
        babies-in-mind: {name: Babies in mind, kind: training, audience: [midwifery]}
      """)

  /// The kinds of service whose staff are meant.
  private static let kinds: [ServiceKind.ID] = [
    "adult-mental-health", "community-mental-health-team", "mental-health-social-work",
  ]

  let check = RuleCheck.map { context, answers in
    let map = context.map
    let services = kinds.flatMap { context.services(ofKind: $0) }.filter { context.isInUse($0) }
    let offers = map.programmes.filter {
      ($0.kind == .training || $0.kind == .consultation || $0.kind == nil) && context.isInUse($0)
    }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    guard !services.isEmpty else {
      if !offers.isEmpty { answers.ask(.adultServices) }
      return
    }
    guard !offers.isEmpty else { return answers.ask(.training) }
    var reached: Set<NodeID> = []
    for offer in offers where offer.kind != nil {
      reached.formUnion(offer.audience ?? [])
      for cohort in offer.cohorts ?? [] { reached.formUnion(cohort.teams ?? []) }
    }
    let unsaid = offers.filter { $0.audience == nil || $0.kind == nil }
    var isAsked = false
    for service in services {
      let holders: [NodeID] = [service.id.named()] + context.holders(of: service)
      if holders.contains(where: reached.contains) {
        answers.pass()
      } else if unsaid.isEmpty {
        answers.fail(
          "No training and no consultation on the map is for the staff of “\(service.name)”.",
          evidence: offers.map { offer in
            "“\(offer.name)” is for "
              + (offer.audience?.isEmpty == false
                ? context.list(
                  (offer.audience ?? []).map { map.name(of: $0) ?? $0.rawValue }.sorted())
                : "nobody on the map")
          }.sorted(),
          remedy: "Invite them to a course or to consultation, and add `\(service.id)` to its "
            + "`audience:`.", about: Subject(service))
      } else if !isAsked {
        for offer in unsaid {
          answers.ask(offer.kind == nil ? .kind : .audience, about: Subject(offer))
        }
        isAsked = true
      }
    }
  }
}

extension RuleContext {
  /// The organisation that runs a service, and those that it is part of.
  fileprivate func holders(of service: Service) -> [NodeID] {
    var holders: [NodeID] = []
    var next = service.organisation
    // Organisations that are part of one another are reported elsewhere; here the walk ends.
    while let id = next, !holders.contains(id.named()) {
      holders.append(id.named())
      next = map.organisations[id]?.parent
    }
    return holders
  }
}

extension Question {
  fileprivate static let adultServices = Question(
    "which adult mental health services there are, so that training can be seen to reach them",
    many:
      "which adult mental health services there are, so that training can be seen to reach them",
    key: "a service with `kind: adult-mental-health`")
  fileprivate static let training = Question(
    "which training and consultation there is for the staff of adult mental health services",
    many: "which training and consultation there is for the staff of adult mental health services",
    key: "programmes with `kind: training` or `kind: consultation`")
  fileprivate static let kind = Question(
    "what sort of learning or support it is", many: "what sort of learning or support they are",
    key: "kind")
  fileprivate static let audience = Question(
    "whose staff take part", many: "whose staff take part", key: "audience")
}
