/// Which part of public life an organisation belongs to.
public enum Sector: String, Word {
  /// The National Health Service.
  case nhs
  /// A council.
  case localAuthority = "local-authority"
  /// The voluntary, community, faith and social enterprise sector.
  case voluntary
  /// A business.
  case privateSector = "private"
  /// Schools, colleges and universities.
  case education
  /// Policing.
  case police
  /// None of the others.
  case other

  /// What people are shown.
  public var label: String {
    switch self {
    case .nhs: "NHS"
    case .voluntary: "voluntary, community, faith and social enterprise"
    default: spaced
    }
  }
}
