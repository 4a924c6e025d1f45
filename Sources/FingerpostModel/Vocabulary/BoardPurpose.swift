/// What a board is for (toolkit E35, E16, E17).
public enum BoardPurpose: String, Word {
  /// Leads in a joint strategic vision.
  case jointVision = "joint-vision"
  /// Sees to the fit of training and consultancy plans.
  case fitOfTraining = "fit-of-training"
  /// Removes barriers between agencies.
  case removeBarriers = "remove-barriers"
  /// Sees to a shared vision across commissioning and delivery.
  case sharedCommissioningVision = "shared-commissioning-vision"
  /// Sets aspirational goals.
  case goals
  /// Sees that all strategic plans include the subject.
  case inclusionInPlans = "inclusion-in-plans"
  /// Co-ordinates strategic fundraising.
  case coordinateFundraising = "co-ordinate-fundraising"
  /// Oversees delivery and performance.
  case oversight
  /// Develops guidelines.
  case guidelines

  /// What people are shown.
  public var label: String {
    switch self {
    case .jointVision: "joint strategic vision"
    case .fitOfTraining: "strategic fit of training"
    case .removeBarriers: "remove barriers between agencies"
    case .sharedCommissioningVision: "shared vision across commissioning and delivery"
    case .goals: "aspirational goals"
    case .inclusionInPlans: "inclusion in all strategic plans"
    case .coordinateFundraising: "co-ordination of fundraising"
    case .oversight: "operational oversight"
    case .guidelines: "development of guidelines"
    }
  }
}
