public import FingerpostModel

/// What a map says of one cell, for families without a condition or with one.
public enum CoverageAnswer: Hashable, Sendable {
  /// What is stated lets every such family reach a service that helps.
  case covered
  /// Families without a condition are not helped; those with one of these are, by services or
  /// routes that are only for them.
  case coveredForSome([Condition.ID])
  /// Whatever the map leaves open, no such family reaches help.
  case gap
  /// It depends on something that the map does not say.
  case notStated
}
