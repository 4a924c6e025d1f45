/// What the services of a view stand together by.
public enum ViewGrouping: String, Word {
  /// The lowest level at which they work.
  case intensity
  /// The areas that they serve.
  case area
  /// The organisation that runs them.
  case organisation
  /// The sector of that organisation.
  case sector
  /// Nothing: they are in no groups.
  case nothing = "none"

  /// What people are shown.
  public var label: String {
    switch self {
    case .intensity: "level of intensity"
    default: spaced
    }
  }
}
