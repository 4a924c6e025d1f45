/// What the colours of a view's boxes tell; each box says it in words as well.
public enum ViewColouring: String, Word {
  /// The sector of the organisation that runs a service.
  case sector
  /// That organisation.
  case organisation
  /// The lowest level at which the service works.
  case intensity
  /// The areas that it serves.
  case area
  /// Its status on the date of the picture.
  case status
  /// Nothing: all boxes are alike.
  case nothing = "none"

  /// What people are shown.
  public var label: String {
    switch self {
    case .intensity: "level of intensity"
    default: spaced
    }
  }
}
