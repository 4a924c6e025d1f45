/// A condition that written standards ask something about, whatever a map calls it.
public enum ConditionKind: String, Word {
  /// A severe mental illness that is new or not supported by a service (toolkit E63).
  case severeMentalIllness = "severe-mental-illness"
  /// Substance dependence that no specialist service manages (toolkit E64).
  case substanceDependence = "substance-dependence"
  /// Care proceedings or a parenting assessment (toolkit E65).
  case careProceedings = "care-proceedings"
  /// A child protection plan (toolkit E66).
  case childProtectionPlan = "child-protection-plan"
  /// None that a written standard speaks of.
  case other
}
