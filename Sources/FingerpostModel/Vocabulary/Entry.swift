/// How a family comes to a service when nobody sends it.
public enum Entry: String, Word {
  /// Open to all in its area: everybody has it, or may walk in.
  case open
  /// Only through a referral or a transfer.
  case byReferral = "by-referral"

  /// What people are shown.
  public var label: String {
    switch self {
    case .byReferral: "by referral only"
    default: spaced
    }
  }
}
