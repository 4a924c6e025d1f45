/// Where a moving route leads, seen from the focal service.
public enum StepDirection: String, Word {
  /// From a lower intensity into the focal service (toolkit E78).
  case up
  /// The opposite direction (toolkit E79).
  case down
  /// Out of the focal service for a reason (toolkit E80).
  case out

  /// What people are shown.
  public var label: String {
    switch self {
    case .up: "step up"
    case .down: "step down"
    case .out: "step out"
    }
  }
}
