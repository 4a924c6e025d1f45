public import FingerpostModel

/// The written standards that come with the program.
public enum ProfileName: String, CaseIterable, Hashable, Sendable {
  case core
  case parentInfant2019 = "parent-infant-2019"
  case familyInclusivePractice = "family-inclusive-practice"

  /// The standard of this name.
  public var profile: Profile {
    switch self {
    case .core: .core
    case .parentInfant2019: .parentInfant2019
    case .familyInclusivePractice: .familyInclusivePractice
    }
  }
}
