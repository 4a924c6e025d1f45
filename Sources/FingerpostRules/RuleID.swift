/// The rules, in the order of the catalogue.
///
/// A rule is a file in `Rules/`, a case here, and a line in the switch that the compiler asks for.
public enum RuleID: String, CaseIterable, Hashable, Sendable {
  // Board composition.

  case boardMinimumFunctions = "board-minimum-functions"
  case boardSpecialistPerinatalNotGeneric = "board-specialist-perinatal-not-generic"
  case boardRecommendedSectors = "board-recommended-sectors"
  case boardOneMemberManyFunctions = "board-one-member-many-functions"
  case boardFunctionUnowned = "board-function-unowned"
  case boardParentCarerVoice = "board-parent-carer-voice"
  case boardTermsOfReference = "board-terms-of-reference"
  case boardCommissionerLink = "board-commissioner-link"
  case boardMemberServiceAbsent = "board-member-service-absent"
  case guidelineGroupFourStakeholders = "guideline-group-four-stakeholders"
  case boardQuorumReachable = "board-quorum-reachable"
  case seatVacant = "seat-vacant"
  case seatTermEnded = "seat-term-ended"
  case seatHoldersWithinLimits = "seat-holders-within-limits"
  case seatLivedExperience = "seat-lived-experience"

  // End of board composition.

  // Governance lines.

  case reportsToStrategicBoard = "reports-to-strategic-board"
  case steeringGroupReportingLine = "steering-group-reporting-line"
  case steeringGroupExpected = "steering-group-expected"
  case reportingCycle = "reporting-cycle"
  case orphanBoard = "orphan-board"
  case partnershipBoardMixedPolicies = "partnership-board-mixed-policies"
  case commissionerUnknown = "commissioner-unknown"
  case obsoleteBody = "obsolete-body"
  case riskEscalationPath = "risk-escalation-path"

  // End of governance lines.

  // Referral pathways.

  // End of referral pathways.

  // Step transitions.

  // End of step transitions.

  // Coverage.

  // End of coverage.

  // Information sharing and consent.

  // End of information sharing and consent.

  // Exclusion and safety.

  // End of exclusion and safety.

  // Training and workforce.

  // End of training and workforce.

  // Accessibility and venues.

  // End of accessibility and venues.

  // Freshness.

  case assuredWithinThreeMonths = "assured-within-three-months"

  // End of freshness.

  // Graph health.

  case danglingReference = "dangling-reference"

  // End of graph health.

  // Arithmetic.

  // End of arithmetic.

  // Accepted exceptions.

  case exceptionExpired = "exception-expired"
  case exceptionUnused = "exception-unused"

  // End of accepted exceptions.

  /// The rule of this name.
  public var rule: any Rule {
    switch self {
    // Board composition.

    case .boardMinimumFunctions: BoardMinimumFunctions()
    case .boardSpecialistPerinatalNotGeneric: BoardSpecialistPerinatalNotGeneric()
    case .boardRecommendedSectors: BoardRecommendedSectors()
    case .boardOneMemberManyFunctions: BoardOneMemberManyFunctions()
    case .boardFunctionUnowned: BoardFunctionUnowned()
    case .boardParentCarerVoice: BoardParentCarerVoice()
    case .boardTermsOfReference: BoardTermsOfReference()
    case .boardCommissionerLink: BoardCommissionerLink()
    case .boardMemberServiceAbsent: BoardMemberServiceAbsent()
    case .guidelineGroupFourStakeholders: GuidelineGroupFourStakeholders()
    case .boardQuorumReachable: BoardQuorumReachable()
    case .seatVacant: SeatVacant()
    case .seatTermEnded: SeatTermEnded()
    case .seatHoldersWithinLimits: SeatHoldersWithinLimits()
    case .seatLivedExperience: SeatLivedExperience()

    // End of board composition.

    // Governance lines.

    case .reportsToStrategicBoard: ReportsToStrategicBoard()
    case .steeringGroupReportingLine: SteeringGroupReportingLine()
    case .steeringGroupExpected: SteeringGroupExpected()
    case .reportingCycle: ReportingCycle()
    case .orphanBoard: OrphanBoard()
    case .partnershipBoardMixedPolicies: PartnershipBoardMixedPolicies()
    case .commissionerUnknown: CommissionerUnknown()
    case .obsoleteBody: ObsoleteBody()
    case .riskEscalationPath: RiskEscalationPath()

    // End of governance lines.

    // Referral pathways.

    // End of referral pathways.

    // Step transitions.

    // End of step transitions.

    // Coverage.

    // End of coverage.

    // Information sharing and consent.

    // End of information sharing and consent.

    // Exclusion and safety.

    // End of exclusion and safety.

    // Training and workforce.

    // End of training and workforce.

    // Accessibility and venues.

    // End of accessibility and venues.

    // Freshness.

    case .assuredWithinThreeMonths: AssuredWithinThreeMonths()

    // End of freshness.

    // Graph health.

    case .danglingReference: DanglingReference()

    // End of graph health.

    // Arithmetic.

    // End of arithmetic.

    // Accepted exceptions.

    case .exceptionExpired: ExceptionExpired()
    case .exceptionUnused: ExceptionUnused()

    // End of accepted exceptions.
    }
  }

  private static let places = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1.rawValue, $0) })

  /// The place of a rule in the catalogue; after all others for a name that no rule has.
  static func order(of name: String) -> Int { places[name] ?? allCases.count }
}
