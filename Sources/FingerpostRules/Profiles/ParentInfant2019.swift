public import FingerpostModel

extension Profile {
  /// What the toolkit of the Parent-Infant Foundation asks of a local system around a specialised
  /// parent-infant relationship team, as of 1 October 2019.
  public static let parentInfant2019: Profile = {
    var profile = Profile(
      id: "parent-infant-2019", title: "Parent-infant toolkit, chapter 5 (October 2019)",
      summary:
        "What a local system around a specialised parent-infant relationship team needs: who sits "
        + "on its board, who refers, who is sent elsewhere and where, how families step up, down "
        + "and out, its policies and its training.")
    var source = Source(
      id: "toolkit",
      title: "Parent-infant toolkit, chapter 5: preparing for operational delivery")
    source.publisher = "Parent-Infant Foundation"
    source.published = CalendarDate(year: 2019, month: 10, day: 1)
    source.reviewDue = CalendarDate(year: 2021, month: 1, day: 1)
    profile.sources = [source]
    // E39: six functions, not six people; early help and children's centres are one slot.
    profile.minimumFunctions = [
      ["health-visiting"], ["midwifery"], ["early-help", "childrens-centre"],
      ["childrens-social-care"], ["specialist-perinatal-mental-health"], ["camhs"],
    ]
    profile.oneMemberSeveralFunctions = true
    // E38.
    profile.stakeholders = [
      .safeguarding, .publicHealth, .voluntary, .health, .policing, .education, .socialCare,
      .communities, .privateSector,
    ]
    // E35, in the order of the source.
    profile.boardPurposes = [
      .jointVision, .fitOfTraining, .removeBarriers, .sharedCommissioningVision, .goals,
    ]
    // E70.
    profile.typicalReferrers = [
      "midwifery", "health-visiting", "childrens-centre", "general-practice",
      "childrens-social-care", "substance-misuse", "domestic-abuse",
      "specialist-perinatal-mental-health",
    ]
    // E76.
    profile.neighbourServices = [
      "family-nurse-partnership", "specialist-infant-mental-health-visiting",
      "domestic-abuse-antenatal-pathway", "specialist-perinatal-mental-health",
      "pre-birth-childrens-services",
    ]
    // E32.
    profile.policies = [
      .consentToService, .consentToOutcomeMeasures, .consentToShare, .homeWorking, .loneWorking,
      .safeguarding, .adultMentalHealthRisk, .vulnerableAdults, .whistleblowing,
    ]
    // E80.
    profile.stepOutReasons = [.unsuccessful, .inappropriate, .familyDeclined]
    // E63 to E65.
    profile.exclusions = [
      ExpectedExclusion(
        condition: .severeMentalIllness,
        onward: ["specialist-perinatal-mental-health", "mental-health-assessment"],
        purpose: "a mental health assessment, preferably by the specialist perinatal service"),
      ExpectedExclusion(
        condition: .substanceDependence, onward: ["substance-misuse"],
        purpose: "liaison and joint work first"),
      ExpectedExclusion(
        condition: .careProceedings, onward: [],
        purpose: "waiting until they are completed and the decision is that the baby stays"),
    ]
    // E66.
    profile.childProtectionPolicies = [.accept, .acceptIfKeptOpen, .notDuringPlan]
    // E44.
    profile.trainingLevels = [.awareness, .detailed, .inDepth]
    // E37: the first 1001 days.
    profile.ages = AgeRange(from: .conception, to: .after(TimeSpan(2, .year)))
    // E11.
    profile.limits.leadPosts = WholeTimeEquivalent("0.5")
    profile.limits.leadTime = TimeSpan(9, .month)
    profile.limits.functionsPerMember = 2
    profile.limits.venueKinds = 2
    let rules: [RuleID] = [
      // Board composition.
      .boardMinimumFunctions,
      .boardSpecialistPerinatalNotGeneric,
      .boardRecommendedSectors,
      .boardOneMemberManyFunctions,
      .boardFunctionUnowned,
      .boardParentCarerVoice,
      .boardTermsOfReference,
      .boardCommissionerLink,
      .boardMemberServiceAbsent,

      // End of board composition.

      // Governance lines.
      .reportsToStrategicBoard,
      .steeringGroupReportingLine,
      .steeringGroupExpected,
      .partnershipBoardMixedPolicies,
      .riskEscalationPath,

      // End of governance lines.

      // Referral pathways.
      .referralSourceCoverage,
      .selfReferralNotifiesHvGp,
      .referralCriteriaComplete,
      .referralMethodStated,
      .relationshipRationaleRequired,
      .perinatalMhNotAutomatic,
      .guidanceBeforePromotion,
      .neighbourServicesDistinguished,
      .referrerFeedbackEdge,

      // End of referral pathways.

      // Step transitions.
      .stepUpRoute,
      .stepDownRoute,
      .stepOutRoute,
      .stepDirectionConsistent,
      .stepOutReason,
      .stepUpWithoutReturn,
      .communityRouteForAll,
      .voluntaryInSteps,
      .transitionProtocol,
      .transfersRecorded,
      .childProtectionStepDown,

      // End of step transitions.

      // Coverage.
      .perinatalWindowMismatch, .childAndParentBoth,

      // End of coverage.

      // Information sharing and consent.
      .videoGovernance,

      // End of information sharing and consent.

      // Exclusion and safety.
      .exclusionHasOnwardRoute, .severeIllnessRedirect, .substanceRoute, .careProceedingsResume,
      .cppPolicyStated, .cppHoldOpenNeedsAgreement, .jointStaffSafeguardingPolicy,
      .policySetComplete, .charityChargingExcludesPoverty, .nhsChargingSignoff,

      // End of exclusion and safety.

      // Training and workforce.
      .trainingThreeLevels, .trainingReachesAdultMh, .trainingMandatoryPlan,
      .specialistSupervision, .setupLeadCapacity, .pilotBeforeEvaluation, .licenceExpiry,

      // End of training and workforce.

      // Accessibility and venues.
      .venueChecklist, .venueAlternatives, .homeVisitsLoneWorking, .interpreterAndGroups,

      // End of accessibility and venues.

      // Freshness.

      // End of freshness.

      // Graph health.

      // End of graph health.

      // Arithmetic.

      // End of arithmetic.

      // Accepted exceptions.

      // End of accepted exceptions.
    ]
    profile.rules = rules.map(\.rawValue)
    return profile
  }()
}
