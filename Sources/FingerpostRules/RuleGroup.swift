public import FingerpostModel

/// The parts of the catalogue of rules, in its order.
public enum RuleGroup: String, CaseIterable, Hashable, Sendable {
  /// Who sits on boards.
  case board
  /// Who reports to whom, and who commissions.
  case governance
  /// How families are referred.
  case pathways
  /// How families step up, down and out.
  case steps
  /// Which needs, ages and areas are served.
  case coverage
  /// What may be shared, and with whose consent.
  case sharing
  /// Who is excluded, and what keeps families and staff safe.
  case safety
  /// Training and workforce.
  case training
  /// Venues, access, and pages that everybody can read.
  case access
  /// Whether what the map says is still so.
  case freshness
  /// Whether the services hang together.
  case graph
  /// Whether the counts add up.
  case arithmetic
  /// Whether accepted exceptions still hold.
  case exceptions

  /// A heading for it.
  public var heading: Phrase {
    switch self {
    case .board: .boardComposition
    case .governance: .governanceLines
    case .pathways: .referralPathways
    case .steps: .stepTransitions
    case .coverage: .coverageRules
    case .sharing: .sharingAndConsent
    case .safety: .exclusionAndSafety
    case .training: .trainingAndWorkforce
    case .access: .accessAndVenues
    case .freshness: .freshness
    case .graph: .howServicesHangTogether
    case .arithmetic: .arithmetic
    case .exceptions: .acceptedHeading
    }
  }

  /// The heading in English.
  public var label: String { Words.english(heading) }
}
