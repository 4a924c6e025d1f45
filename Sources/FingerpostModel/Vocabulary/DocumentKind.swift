/// What sort of paper a document is.
public enum DocumentKind: String, Word {
  /// A theory of change.
  case theoryOfChange = "theory-of-change"
  /// A strategic plan.
  case strategicPlan = "strategic-plan"
  /// A plan for training, consultation and delivery.
  case trainingPlan = "training-plan"
  /// A communication, marketing and influencing plan.
  case communicationPlan = "communication-plan"
  /// A stakeholder engagement plan.
  case engagementPlan = "engagement-plan"
  /// Standard operating procedures.
  case operatingProcedures = "operating-procedures"
  /// Guidance for referrers.
  case referralGuidance = "referral-guidance"
  /// Terms of reference.
  case termsOfReference = "terms-of-reference"
  /// A register of project risks.
  case riskRegister = "risk-register"
  /// Guidelines for practice.
  case guideline
  /// A list to go through, such as risk factors.
  case checklist
  /// A way of working.
  case model
  /// Research or data to learn from.
  case evidence
  /// A bid for money.
  case fundingBid = "funding-bid"
  /// A framework of competencies.
  case competencies
  /// A written policy.
  case policy
}
