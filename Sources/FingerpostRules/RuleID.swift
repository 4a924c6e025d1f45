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
  case seatOneFunctionEach = "seat-one-function-each"
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

  case referralSourceCoverage = "referral-source-coverage"
  case selfReferralNotifiesHvGp = "self-referral-notifies-hv-gp"
  case referralCriteriaComplete = "referral-criteria-complete"
  case referralMethodStated = "referral-method-stated"
  case relationshipRationaleRequired = "relationship-rationale-required"
  case perinatalMhNotAutomatic = "perinatal-mh-not-automatic"
  case guidanceBeforePromotion = "guidance-before-promotion"
  case neighbourServicesDistinguished = "neighbour-services-distinguished"
  case referrerFeedbackEdge = "referrer-feedback-edge"
  case edgeToClosedService = "edge-to-closed-service"
  case signpostOnlyRoute = "signpost-only-route"

  // End of referral pathways.

  // Step transitions.

  case stepUpRoute = "step-up-route"
  case stepDownRoute = "step-down-route"
  case stepOutRoute = "step-out-route"
  case stepDirectionConsistent = "step-direction-consistent"
  case stepOutReason = "step-out-reason"
  case stepUpWithoutReturn = "step-up-without-return"
  case communityRouteForAll = "community-route-for-all"
  case voluntaryInSteps = "voluntary-in-steps"
  case transitionProtocol = "transition-protocol"
  case transfersRecorded = "transfers-recorded"
  case childProtectionStepDown = "child-protection-step-down"

  // End of step transitions.

  // Coverage.

  case coverageAgeGap = "coverage-age-gap"
  case nominalAgeNotActual = "nominal-age-not-actual"
  case perinatalWindowMismatch = "perinatal-window-mismatch"
  case coverageAreaGap = "coverage-area-gap"
  case areaCodeInvalid = "area-code-invalid"
  case crossBoundaryArea = "cross-boundary-area"
  case childAndParentBoth = "child-and-parent-both"
  case parentalStatusRecorded = "parental-status-recorded"
  case duplicateOffer = "duplicate-offer"

  // End of coverage.

  // Information sharing and consent.

  case piiAgreementRecorded = "pii-agreement-recorded"
  case jointControllersAgreement = "joint-controllers-agreement"
  case aggregateVsIdentifiable = "aggregate-vs-identifiable"
  case agreementExpired = "agreement-expired"
  case consentToShare = "consent-to-share"
  case videoGovernance = "video-governance"
  case carerConfidentialityGuidance = "carer-confidentiality-guidance"
  case namedPersonInMap = "named-person-in-map"
  case smallCountDisclosure = "small-count-disclosure"

  // End of information sharing and consent.

  // Exclusion and safety.

  case exclusionHasOnwardRoute = "exclusion-has-onward-route"
  case severeIllnessRedirect = "severe-illness-redirect"
  case substanceRoute = "substance-route"
  case careProceedingsResume = "care-proceedings-resume"
  case cppPolicyStated = "cpp-policy-stated"
  case cppHoldOpenNeedsAgreement = "cpp-hold-open-needs-agreement"
  case exclusionChainDeadEnd = "exclusion-chain-dead-end"
  case jointStaffSafeguardingPolicy = "joint-staff-safeguarding-policy"
  case policySetComplete = "policy-set-complete"
  case charityChargingExcludesPoverty = "charity-charging-excludes-poverty"
  case nhsChargingSignoff = "nhs-charging-signoff"

  // End of exclusion and safety.

  // Training and workforce.

  case trainingThreeLevels = "training-three-levels"
  case trainingReachesAdultMh = "training-reaches-adult-mh"
  case trainingHasFollowUp = "training-has-follow-up"
  case trainingManagersIncluded = "training-managers-included"
  case trainingLivedExperience = "training-lived-experience"
  case trainingMandatoryPlan = "training-mandatory-plan"
  case specialistSupervision = "specialist-supervision"
  case setupLeadCapacity = "setup-lead-capacity"
  case pilotBeforeEvaluation = "pilot-before-evaluation"
  case facilitatorPerTeam = "facilitator-per-team"
  case licenceExpiry = "licence-expiry"

  // End of training and workforce.

  // Accessibility and venues.

  case venueChecklist = "venue-checklist"
  case venueAlternatives = "venue-alternatives"
  case homeVisitsLoneWorking = "home-visits-lone-working"
  case interpreterAndGroups = "interpreter-and-groups"

  // End of accessibility and venues.

  // Freshness.

  case assuredWithinThreeMonths = "assured-within-three-months"
  case sourceReviewOverdue = "source-review-overdue"
  case ownerMissing = "owner-missing"
  case plannedShownAsLive = "planned-shown-as-live"
  case temporalOrder = "temporal-order"

  // End of freshness.

  // Graph health.

  case isolatedService = "isolated-service"
  case deadEnd = "dead-end"
  case unreachableService = "unreachable-service"
  case bounceLoop = "bounce-loop"
  case singlePointOfFailure = "single-point-of-failure"
  case longRoute = "long-route"
  case nameNearDuplicate = "name-near-duplicate"
  case danglingReference = "dangling-reference"

  // End of graph health.

  // Arithmetic.

  case flowBalance = "flow-balance"
  case flowMonotonic = "flow-monotonic"
  case partsSumToTotal = "parts-sum-to-total"
  case subsetWithinSet = "subset-within-set"
  case lowerBoundNotExact = "lower-bound-not-exact"
  case demandExceedsCapacity = "demand-exceeds-capacity"
  case complexityMixDrift = "complexity-mix-drift"

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
    case .seatOneFunctionEach: SeatOneFunctionEach()
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

    case .referralSourceCoverage: ReferralSourceCoverage()
    case .selfReferralNotifiesHvGp: SelfReferralNotifiesHvGp()
    case .referralCriteriaComplete: ReferralCriteriaComplete()
    case .referralMethodStated: ReferralMethodStated()
    case .relationshipRationaleRequired: RelationshipRationaleRequired()
    case .perinatalMhNotAutomatic: PerinatalMhNotAutomatic()
    case .guidanceBeforePromotion: GuidanceBeforePromotion()
    case .neighbourServicesDistinguished: NeighbourServicesDistinguished()
    case .referrerFeedbackEdge: ReferrerFeedbackEdge()
    case .edgeToClosedService: EdgeToClosedService()
    case .signpostOnlyRoute: SignpostOnlyRoute()

    // End of referral pathways.

    // Step transitions.

    case .stepUpRoute: StepUpRoute()
    case .stepDownRoute: StepDownRoute()
    case .stepOutRoute: StepOutRoute()
    case .stepDirectionConsistent: StepDirectionConsistent()
    case .stepOutReason: StepOutReasonRule()
    case .stepUpWithoutReturn: StepUpWithoutReturn()
    case .communityRouteForAll: CommunityRouteForAll()
    case .voluntaryInSteps: VoluntaryInSteps()
    case .transitionProtocol: TransitionProtocol()
    case .transfersRecorded: TransfersRecorded()
    case .childProtectionStepDown: ChildProtectionStepDown()

    // End of step transitions.

    // Coverage.

    case .coverageAgeGap: CoverageAgeGap()
    case .nominalAgeNotActual: NominalAgeNotActual()
    case .perinatalWindowMismatch: PerinatalWindowMismatch()
    case .coverageAreaGap: CoverageAreaGap()
    case .areaCodeInvalid: AreaCodeInvalid()
    case .crossBoundaryArea: CrossBoundaryArea()
    case .childAndParentBoth: ChildAndParentBoth()
    case .parentalStatusRecorded: ParentalStatusRecorded()
    case .duplicateOffer: DuplicateOffer()

    // End of coverage.

    // Information sharing and consent.

    case .piiAgreementRecorded: PiiAgreementRecorded()
    case .jointControllersAgreement: JointControllersAgreement()
    case .aggregateVsIdentifiable: AggregateVsIdentifiable()
    case .agreementExpired: AgreementExpired()
    case .consentToShare: ConsentToShare()
    case .videoGovernance: VideoGovernance()
    case .carerConfidentialityGuidance: CarerConfidentialityGuidance()
    case .namedPersonInMap: NamedPersonInMap()
    case .smallCountDisclosure: SmallCountDisclosure()

    // End of information sharing and consent.

    // Exclusion and safety.

    case .exclusionHasOnwardRoute: ExclusionHasOnwardRoute()
    case .severeIllnessRedirect: SevereIllnessRedirect()
    case .substanceRoute: SubstanceRoute()
    case .careProceedingsResume: CareProceedingsResume()
    case .cppPolicyStated: CppPolicyStated()
    case .cppHoldOpenNeedsAgreement: CppHoldOpenNeedsAgreement()
    case .exclusionChainDeadEnd: ExclusionChainDeadEnd()
    case .jointStaffSafeguardingPolicy: JointStaffSafeguardingPolicy()
    case .policySetComplete: PolicySetComplete()
    case .charityChargingExcludesPoverty: CharityChargingExcludesPoverty()
    case .nhsChargingSignoff: NhsChargingSignoff()

    // End of exclusion and safety.

    // Training and workforce.

    case .trainingThreeLevels: TrainingThreeLevels()
    case .trainingReachesAdultMh: TrainingReachesAdultMh()
    case .trainingHasFollowUp: TrainingHasFollowUp()
    case .trainingManagersIncluded: TrainingManagersIncluded()
    case .trainingLivedExperience: TrainingLivedExperience()
    case .trainingMandatoryPlan: TrainingMandatoryPlan()
    case .specialistSupervision: SpecialistSupervision()
    case .setupLeadCapacity: SetupLeadCapacity()
    case .pilotBeforeEvaluation: PilotBeforeEvaluation()
    case .facilitatorPerTeam: FacilitatorPerTeam()
    case .licenceExpiry: LicenceExpiry()

    // End of training and workforce.

    // Accessibility and venues.

    case .venueChecklist: VenueChecklist()
    case .venueAlternatives: VenueAlternatives()
    case .homeVisitsLoneWorking: HomeVisitsLoneWorking()
    case .interpreterAndGroups: InterpreterAndGroups()

    // End of accessibility and venues.

    // Freshness.

    case .assuredWithinThreeMonths: AssuredWithinThreeMonths()
    case .sourceReviewOverdue: SourceReviewOverdue()
    case .ownerMissing: OwnerMissing()
    case .plannedShownAsLive: PlannedShownAsLive()
    case .temporalOrder: TemporalOrder()

    // End of freshness.

    // Graph health.

    case .isolatedService: IsolatedService()
    case .deadEnd: DeadEnd()
    case .unreachableService: UnreachableService()
    case .bounceLoop: BounceLoop()
    case .singlePointOfFailure: SinglePointOfFailure()
    case .longRoute: LongRoute()
    case .nameNearDuplicate: NameNearDuplicate()
    case .danglingReference: DanglingReference()

    // End of graph health.

    // Arithmetic.

    case .flowBalance: FlowBalance()
    case .flowMonotonic: FlowMonotonic()
    case .partsSumToTotal: PartsSumToTotal()
    case .subsetWithinSet: SubsetWithinSet()
    case .lowerBoundNotExact: LowerBoundNotExact()
    case .demandExceedsCapacity: DemandExceedsCapacity()
    case .complexityMixDrift: ComplexityMixDrift()

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
