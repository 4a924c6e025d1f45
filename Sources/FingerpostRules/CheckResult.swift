public import FingerpostModel

/// Everything that checking one map brought to light.
public struct CheckResult: Sendable {
  /// The map.
  public let map: SystemMap
  /// The day that counted as today.
  public let date: CalendarDate
  /// The standards that it was checked against.
  public let profiles: [Profile]
  /// What is wrong and not accepted: errors first, then in the order of the catalogue and of the
  /// elements' addresses.
  public let findings: [Finding]
  /// What is wrong and accepted for a while.
  public let accepted: [AcceptedFinding]
  /// What the map does not say.
  public let questions: [OpenQuestion]
  /// How each rule ended; rules that had nothing to look at are absent.
  public let tallies: [RuleID: Answers.Tally]
  /// The rules that ran, in the order of the catalogue.
  public let rules: [RuleID]
  /// What the reader reported and no rule stands for.
  public let diagnostics: [Diagnostic]
}

/// A finding, and the exception in the map that accepts it.
public struct AcceptedFinding: Hashable, Sendable {
  /// The finding.
  public let finding: Finding
  /// Why, by whom and until when it is accepted.
  public let exception: AcceptedException

  /// Puts the two together.
  public init(finding: Finding, exception: AcceptedException) {
    self.finding = finding
    self.exception = exception
  }
}
