/// A group whom a service has planned its access for (toolkit E85).
public enum PeopleGroup: String, Word {
  /// Culturally diverse families.
  case culturallyDiverse = "culturally-diverse"
  /// Parents with learning difficulties.
  case learningDifficulty = "learning-difficulty"
  /// Autistic parents and parents with sensory needs.
  case autismOrSensory = "autism-or-sensory"
  /// LGBTQI+ families.
  case lgbtqi

  /// What people are shown.
  public var label: String {
    switch self {
    case .lgbtqi: "LGBTQI+ families"
    default: spaced
    }
  }
}
