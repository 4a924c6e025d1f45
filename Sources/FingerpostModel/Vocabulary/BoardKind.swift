/// What sort of group a board is.
public enum BoardKind: String, Word {
  /// Steers a whole system.
  case strategic
  /// Takes delegated operational oversight (toolkit E40).
  case operationalSteering = "operational-steering"
  /// Reconciles the policies of several agencies (toolkit E94).
  case partnership
  /// Made for one task.
  case workingGroup = "working-group"

  /// What people are shown.
  public var label: String {
    switch self {
    case .strategic: "strategic board"
    case .operationalSteering: "operational steering group"
    case .partnership: "partnership board"
    case .workingGroup: "working group"
    }
  }
}
