/// What a request must say.
public enum RequestContent: String, Word {
  /// How the relationship is, or may be, compromised (toolkit E71).
  case relationshipAtRisk = "relationship-at-risk"
  /// The parent's mental health.
  case parentalMentalHealth = "parental-mental-health"
  /// Any safeguarding concerns.
  case safeguardingConcerns = "safeguarding-concerns"
  /// Who else works with the family.
  case otherServices = "other-services"

  /// What people are shown.
  public var label: String {
    switch self {
    case .relationshipAtRisk: "how the relationship is at risk"
    default: spaced
    }
  }
}
