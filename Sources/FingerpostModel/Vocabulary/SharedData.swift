/// What sort of data passes (toolkit E49, E51).
public enum SharedData: String, Word {
  /// Data that tell who a person is.
  case identifiable
  /// Counts only.
  case aggregate
  /// No data.
  case nothing = "none"

  /// What people are shown.
  public var label: String {
    switch self {
    case .identifiable: "identifiable data"
    case .aggregate: "counts only"
    case .nothing: "no data"
    }
  }
}
