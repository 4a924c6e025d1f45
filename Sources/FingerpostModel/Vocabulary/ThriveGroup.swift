/// An i-THRIVE needs group; the groups are not a ladder.
public enum ThriveGroup: String, Word {
  /// Thriving.
  case thriving
  /// Getting advice and signposting.
  case gettingAdvice = "getting-advice"
  /// Getting help.
  case gettingHelp = "getting-help"
  /// Getting more help.
  case gettingMoreHelp = "getting-more-help"
  /// Getting risk support.
  case gettingRiskSupport = "getting-risk-support"

  /// What people are shown.
  public var label: String {
    switch self {
    case .gettingAdvice: "getting advice and signposting"
    default: spaced
    }
  }
}
