public import FingerpostModel

extension Profile {
  /// What four published accounts of family-inclusive mental health practice ask for: Southwark, the
  /// workshop of mental health social workers, South West London and St George's, and Humber.
  public static let familyInclusivePractice: Profile = {
    var profile = Profile(
      id: "family-inclusive-practice", title: "Family-inclusive mental health practice",
      summary:
        "What four published accounts of practice ask of adult mental health services: that they "
        + "see their clients as parents, train whole teams with people who have used services, keep "
        + "the learning alive, and know what they may share with families.",
      sources: [
        Source(
          id: "southwark",
          title: "Practice example: Workforce development – Family Partnership Model training"),
        Source(
          id: "workshop",
          title: "Mental Health Social Workers Delivery of Family Focused Practice"),
        Source(
          id: "south-west-london",
          title:
            "Case study: Training people to deliver the Patient Skills Programme to their team's "
            + "client group"),
        Source(
          id: "humber", title: "Family Inclusive Care Co-ordination in Mental Health Care"),
      ])
    // B05.
    profile.guidelineStakeholders = [.clinical, .academic, .managerial, .commissioners]
    let rules: [RuleID] = [
      // Board composition.
      .boardParentCarerVoice,
      .guidelineGroupFourStakeholders,

      // End of board composition.

      // Governance lines.

      // End of governance lines.

      // Referral pathways.
      .referrerFeedbackEdge,

      // End of referral pathways.

      // Step transitions.

      // End of step transitions.

      // Coverage.
      .parentalStatusRecorded,

      // End of coverage.

      // Information sharing and consent.
      .carerConfidentialityGuidance,

      // End of information sharing and consent.

      // Exclusion and safety.

      // End of exclusion and safety.

      // Training and workforce.
      .trainingHasFollowUp, .trainingManagersIncluded, .trainingLivedExperience,
      .facilitatorPerTeam,

      // End of training and workforce.

      // Accessibility and venues.

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
