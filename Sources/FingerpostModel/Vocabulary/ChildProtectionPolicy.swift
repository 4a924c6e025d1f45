/// What a service does while a child is on a child protection plan (toolkit E66).
public enum ChildProtectionPolicy: String, Word {
  /// It accepts the family all the same.
  case accept
  /// It accepts the family if children's services keep the case open.
  case acceptIfKeptOpen = "accept-if-kept-open"
  /// It does not accept the family during the plan.
  case notDuringPlan = "not-during-plan"

  /// What people are shown.
  public var label: String {
    switch self {
    case .accept: "accepts families on a child protection plan"
    case .acceptIfKeptOpen: "accepts if children's services keep the case open"
    case .notDuringPlan: "does not accept during a child protection plan"
    }
  }
}
