/// A part of local life that a board may hear (toolkit E38; B05 for the last four).
public enum Stakeholder: String, Word {
  /// Safeguarding.
  case safeguarding
  /// Public health.
  case publicHealth = "public-health"
  /// The voluntary and community sector.
  case voluntary
  /// Health.
  case health
  /// Policing.
  case policing
  /// Education.
  case education
  /// Social care.
  case socialCare = "social-care"
  /// Communities.
  case communities
  /// The private sector.
  case privateSector = "private-sector"
  /// Parents, carers and people who have used services.
  case parentsAndCarers = "parents-and-carers"
  /// Commissioners.
  case commissioners
  /// Clinical practice.
  case clinical
  /// Research and teaching.
  case academic
  /// Managers.
  case managerial

  /// What people are shown.
  public var label: String {
    switch self {
    case .voluntary: "voluntary and community sector"
    default: spaced
    }
  }
}
