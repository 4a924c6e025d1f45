/// How much need the families on a caseload have (toolkit E58).
public enum NeedLevel: String, Word {
  /// Mild needs.
  case mild
  /// Moderate needs.
  case moderate
  /// Complex needs.
  case complex
}
