/// Whom an area means.
public enum AreaBasis: String, Word {
  /// The people who live in the area.
  case residents
  /// The people registered with a general practitioner there.
  case registeredPatients = "registered-patients"
}
