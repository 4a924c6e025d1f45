/// What a rule found wrong with an element.
public struct Finding: Hashable, Sendable {
  /// The rule, as accepted exceptions name it.
  public var rule: String
  /// How much it matters.
  public var severity: Severity
  /// The element it is about.
  public var element: ElementID
  /// What tells it from other findings of the same rule about the same element, such as the missing
  /// function: ids and words that stay the same when lines move; often empty.
  public var detail: String
  /// Where the element stands in the map's files.
  public var location: SourceLocation?
  /// What is the matter, in plain English, as whole sentences.
  public var message: String
  /// What shows it: the way through, the missing function, the sum.
  public var evidence: [String]
  /// What to do about it.
  public var remedy: String

  /// Makes a finding.
  public init(
    rule: String, severity: Severity, element: ElementID, detail: String = "",
    location: SourceLocation? = nil, message: String, evidence: [String] = [], remedy: String
  ) {
    self.rule = rule
    self.severity = severity
    self.element = element
    self.detail = detail
    self.location = location
    self.message = message
    self.evidence = evidence
    self.remedy = remedy
  }
}

/// What a rule could not decide, because the map does not say: never a failure.
public struct OpenQuestion: Hashable, Sendable {
  /// The rule that asks.
  public var rule: String
  /// How much a failure of the rule would matter.
  public var severity: Severity
  /// The element of which something is not stated.
  public var element: ElementID
  /// What people call the element.
  public var name: String
  /// Where the element stands in the map's files.
  public var location: SourceLocation?
  /// What is not stated.
  public var question: Question

  /// Makes an open question.
  public init(
    rule: String, severity: Severity, element: ElementID, name: String,
    location: SourceLocation? = nil, question: Question
  ) {
    self.rule = rule
    self.severity = severity
    self.element = element
    self.name = name
    self.location = location
    self.question = question
  }

  /// What is not stated, as a sentence such as `“Crisis line” does not say who commissions it`.
  public var message: String {
    element.collection == .map
      ? "The map does not say \(question.one)." : "“\(name)” does not say \(question.one)."
  }
}

/// Something that a map may leave unsaid, in the words of a sentence.
public struct Question: Hashable, Sendable {
  /// After `does not say`, of one element: `who commissions it`.
  public let one: String
  /// After `do not say`, of several: `who commissions them`.
  public let many: String
  /// The key that answers it, such as `commissioned-by`, or where to write it, in words.
  public let key: String

  /// Makes a question.
  public init(_ one: String, many: String, key: String) {
    self.one = one
    self.many = many
    self.key = key
  }
}
