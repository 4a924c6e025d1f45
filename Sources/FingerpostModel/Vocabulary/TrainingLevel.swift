/// How deep training goes (toolkit E44).
public enum TrainingLevel: String, Word {
  /// Light-touch awareness.
  case awareness
  /// More detailed understanding for frontline staff.
  case detailed
  /// In-depth skills for longer-term work.
  case inDepth = "in-depth"

  /// What people are shown.
  public var label: String {
    switch self {
    case .awareness: "awareness raising"
    case .detailed: "detailed understanding"
    case .inDepth: "in-depth skills"
    }
  }
}
