/// What a rule says about an element.
public struct Finding: Hashable, Sendable {
  /// How a rule ends for an element.
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    /// The element is as the rule asks.
    case passes
    /// It is not.
    case fails
    /// The map does not say; an open question, never a failure.
    case notStated = "not-stated"
  }

  /// The rule, as accepted exceptions name it.
  public var rule: String
  /// How it ended.
  public var outcome: Outcome
  /// How much a failure matters.
  public var severity: Severity
  /// The element it is about.
  public var element: ElementID
  /// Where the element stands in the map's files.
  public var location: SourceLocation?
  /// What is the matter, in plain English.
  public var message: String
  /// What shows it: the way through, the missing function, the sum.
  public var evidence: [String]
  /// What to do about it.
  public var remedy: String?
  /// The source that asks for it.
  public var citation: Citation?

  /// Makes a finding.
  public init(
    rule: String, outcome: Outcome, severity: Severity, element: ElementID,
    location: SourceLocation? = nil, message: String, evidence: [String] = [],
    remedy: String? = nil, citation: Citation? = nil
  ) {
    self.rule = rule
    self.outcome = outcome
    self.severity = severity
    self.element = element
    self.location = location
    self.message = message
    self.evidence = evidence
    self.remedy = remedy
    self.citation = citation
  }
}
