public import FingerpostModel

/// What rules say of one map, gathered while they run.
public struct Answers {
  /// How often a rule passed, failed or could not tell.
  public struct Tally: Hashable, Sendable {
    /// How many elements are as the rule asks.
    public var passes = 0
    /// How many are not; accepted ones are counted too.
    public var fails = 0
    /// Of how many the map does not say.
    public var questions = 0

    /// Counts nothing yet.
    public init() {}
  }

  /// The element that is being looked at.
  public internal(set) var subject: Subject

  private(set) var findings: [Finding] = []
  private(set) var questions: [OpenQuestion] = []
  private(set) var tallies: [RuleID: Tally] = [:]

  var rule: RuleID
  private let settings: RuleSettings

  init(about map: SystemMap, settings: RuleSettings) {
    subject = Subject(map)
    rule = .assuredWithinThreeMonths
    self.settings = settings
  }

  /// The element is as the rule asks.
  public mutating func pass() { tallies[rule, default: Tally()].passes += 1 }

  /// The element is not as the rule asks.
  ///
  /// - Parameters:
  ///   - message: What is the matter, as whole sentences that name the element.
  ///   - evidence: What shows it, a line each.
  ///   - remedy: What to do about it, as a sentence.
  ///   - detail: What tells this from another finding of the rule about the same element, such as
  ///     the id of what is missing; never a count or a line.
  ///   - item: The element, when it is not the one being looked at but lies within it.
  public mutating func fail(
    _ message: String, evidence: [String] = [], remedy: String, detail: String = "",
    about item: Subject? = nil
  ) {
    let subject = item ?? subject
    let element = subject.element
    guard let severity = settings.severity(of: rule, about: element) else { return }
    tallies[rule, default: Tally()].fails += 1
    findings.append(
      Finding(
        rule: rule.rawValue, severity: severity, element: element, detail: detail,
        location: subject.location, message: message, evidence: evidence, remedy: remedy))
  }

  /// The map does not say.
  ///
  /// - Parameters:
  ///   - question: What it does not say; a constant of the rule, so that equal questions are
  ///     grouped.
  ///   - item: The element, when it is not the one being looked at but lies within it.
  public mutating func ask(_ question: Question, about item: Subject? = nil) {
    let subject = item ?? subject
    let element = subject.element
    guard let severity = settings.severity(of: rule, about: element) else { return }
    tallies[rule, default: Tally()].questions += 1
    questions.append(
      OpenQuestion(
        rule: rule.rawValue, severity: severity, element: element, name: subject.name,
        location: subject.location, question: question))
  }

  /// Passes when `value` is true, fails when it is false, and asks when the map does not say.
  public mutating func expect(
    _ value: Bool?, orFail message: @autoclosure () -> String,
    remedy: @autoclosure () -> String, orAsk question: @autoclosure () -> Question
  ) {
    switch value {
    case true?: pass()
    case false?: fail(message(), remedy: remedy())
    case nil: ask(question())
    }
  }
}
