public import FingerpostModel

extension Profile {
  /// What every map is checked for, whatever standard it follows: that its services hang together,
  /// that it is kept up to date, that its counts add up, and that information is shared lawfully.
  public static let core: Profile = {
    var profile = Profile(
      id: "core", title: "What every map needs",
      summary:
        "Services that can be reached, entries that somebody keeps up to date, counts that add up, "
        + "and information that is shared lawfully. Every map is checked against it.")
    profile.limits.assuredWithin = TimeSpan(3, .month)
    profile.limits.smallestPublicCount = 5
    profile.limits.handOffs = 3
    profile.limits.wait = TimeSpan(18, .week)
    // No source gives a figure; this one is ours.
    profile.limits.mixDrift = 10
    let rules: [RuleID] = [
      // Board composition.
      .boardQuorumReachable,
      .seatVacant,
      .seatTermEnded,
      .seatHoldersWithinLimits,
      .seatOneFunctionEach,
      .seatLivedExperience,

      // End of board composition.

      // Governance lines.
      .reportingCycle,
      .orphanBoard,
      .commissionerUnknown,
      .obsoleteBody,

      // End of governance lines.

      // Referral pathways.
      .edgeToClosedService,
      .signpostOnlyRoute,

      // End of referral pathways.

      // Step transitions.

      // End of step transitions.

      // Coverage.
      .coverageAgeGap, .nominalAgeNotActual, .coverageAreaGap, .areaCodeInvalid,
      .crossBoundaryArea, .duplicateOffer,

      // End of coverage.

      // Information sharing and consent.
      .piiAgreementRecorded, .jointControllersAgreement, .aggregateVsIdentifiable,
      .agreementExpired, .consentToShare, .namedPersonInMap, .smallCountDisclosure,

      // End of information sharing and consent.

      // Exclusion and safety.
      .exclusionChainDeadEnd,

      // End of exclusion and safety.

      // Training and workforce.

      // End of training and workforce.

      // Accessibility and venues.

      // End of accessibility and venues.

      // Freshness.
      .assuredWithinThreeMonths, .sourceReviewOverdue, .ownerMissing, .plannedShownAsLive,
      .temporalOrder,

      // End of freshness.

      // Graph health.
      .isolatedService, .deadEnd, .unreachableService, .bounceLoop, .singlePointOfFailure,
      .longRoute, .nameNearDuplicate, .danglingReference,

      // End of graph health.

      // Arithmetic.
      .flowBalance, .flowMonotonic, .partsSumToTotal, .subsetWithinSet, .lowerBoundNotExact,
      .demandExceedsCapacity, .complexityMixDrift,

      // End of arithmetic.

      // Accepted exceptions.
      .exceptionExpired, .exceptionUnused,

      // End of accepted exceptions.
    ]
    profile.rules = rules.map(\.rawValue)
    return profile
  }()
}
