/// The rules, in the order of the catalogue.
///
/// A rule is a file in `Rules/`, a case here, and a line in the switch that the compiler asks for.
public enum RuleID: String, CaseIterable, Hashable, Sendable {
  // Board composition.

  // End of board composition.

  // Governance lines.

  case commissionerUnknown = "commissioner-unknown"

  // End of governance lines.

  // Referral pathways.

  // End of referral pathways.

  // Step transitions.

  // End of step transitions.

  // Coverage.

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

  // End of training and workforce.

  // Accessibility and venues.

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

  // End of arithmetic.

  // Accepted exceptions.

  case exceptionExpired = "exception-expired"
  case exceptionUnused = "exception-unused"

  // End of accepted exceptions.

  /// The rule of this name.
  public var rule: any Rule {
    switch self {
    // Board composition.

    // End of board composition.

    // Governance lines.

    case .commissionerUnknown: CommissionerUnknown()

    // End of governance lines.

    // Referral pathways.

    // End of referral pathways.

    // Step transitions.

    // End of step transitions.

    // Coverage.

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

    // End of training and workforce.

    // Accessibility and venues.

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
