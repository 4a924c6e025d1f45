/// Why a family steps out (toolkit E80).
public enum StepOutReason: String, Word {
  /// The work has proven to be unsuccessful.
  case unsuccessful
  /// The work has proven to be inappropriate.
  case inappropriate
  /// The family comes no more but still wants help of another kind.
  case familyDeclined = "family-declined"

  /// What people are shown.
  public var label: String {
    switch self {
    case .familyDeclined: "family declined but wants other help"
    default: spaced
    }
  }
}
