/// How much a diagnostic or a finding matters.
///
/// The verb of the source decides (minimum, requires, legal: error; should, need, vital: warning;
/// ideally, helpful, may: note).
public enum Severity: String, CaseIterable, Hashable, Sendable, Comparable {
  /// Worth knowing.
  case note
  /// Ought to be mended.
  case warning
  /// Must be mended.
  case error

  /// Orders severities from note to error.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
