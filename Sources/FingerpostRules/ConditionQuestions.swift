import FingerpostModel

/// What the rules about the exclusions of a focal service have to know first.
extension RuleContext {
  /// The exclusions of a focal service for a kind of condition.
  ///
  /// Asks what the map leaves open: whom the service excludes, and of what kind the conditions are.
  /// No condition is taken for one of a kind because of its name. Of several rules that need the
  /// same answer only the first asks.
  ///
  /// - Returns: The exclusions; `nil` when the map does not say enough.
  func exclusions(
    for kind: ConditionKind, of service: Service, _ answers: inout Answers
  ) -> [Exclusion]? {
    let isFirst = Self.rulesAboutConditions.first { rulesRun.contains($0) } == answers.rule
    guard let exclusions = service.excludes else {
      if isFirst { answers.ask(.excludes) }
      return nil
    }
    if isFirst { askForKinds(of: service, exclusions, &answers) }
    let found = exclusions.filter { map.conditions[$0.condition]?.kind == kind }
    guard found.isEmpty else { return found }
    return exclusions.contains { map.conditions[$0.condition]?.kind == nil } ? nil : []
  }

  /// Asks of each condition without a kind, once, unless every kind that matters is there already.
  private func askForKinds(
    of service: Service, _ exclusions: [Exclusion], _ answers: inout Answers
  ) {
    let known = Set(exclusions.compactMap { map.conditions[$0.condition]?.kind })
    guard !known.isSuperset(of: Self.kindsThatMatter) else { return }
    for exclusion in exclusions {
      guard let condition = map.conditions[exclusion.condition], condition.kind == nil,
        firstToExclude(condition.id) == service.id
      else { continue }
      answers.ask(.conditionKind, about: Subject(condition))
    }
  }

  /// The first focal service that excludes a condition.
  private func firstToExclude(_ condition: Condition.ID) -> Service.ID? {
    focalServices.first { $0.excludes?.contains { $0.condition == condition } ?? false }?.id
  }

  private static let kindsThatMatter: Set<ConditionKind> = [
    .severeMentalIllness, .substanceDependence, .careProceedings,
  ]

  /// The rules that need to know the kinds of the conditions, in the order of the catalogue.
  private static let rulesAboutConditions: [RuleID] = [
    .severeIllnessRedirect, .substanceRoute, .careProceedingsResume,
  ]
}

extension Subject {
  /// An exclusion of the service that this is.
  func item(_ exclusion: Exclusion, _ context: RuleContext) -> Subject {
    let condition =
      context.map.conditions[exclusion.condition]?.name ?? exclusion.condition.rawValue
    return item("excludes", exclusion.id, named: "\(name): \(condition)", exclusion.origin)
  }
}

extension Question {
  fileprivate static let excludes = Question(
    "which families it cannot see", many: "which families they cannot see", key: "excludes")
  fileprivate static let conditionKind = Question(
    "which of the conditions that the toolkit speaks of it is, or that it is another",
    many: "which of the conditions that the toolkit speaks of they are, or that they are others",
    key: "kind")
  /// Asked by whichever rule needs the answer first.
  static let onward = Question(
    "where families are sent instead", many: "where families are sent instead", key: "onward")
}
