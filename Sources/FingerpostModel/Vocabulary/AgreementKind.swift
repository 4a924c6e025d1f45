/// What an agreement settles.
public enum AgreementKind: String, Word {
  /// Who may pass which data to whom.
  case dataSharing = "data-sharing"
  /// How concerns are handled together.
  case safeguarding
  /// Who pays for and keeps a place.
  case venue
  /// How families move between services.
  case transition
  /// What is bought, for how much, until when.
  case commissioning
  /// How services work together.
  case jointWorking = "joint-working"
}
