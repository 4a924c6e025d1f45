public import FingerpostAnalysis
public import FingerpostModel

/// What a check finds in one version of a map and not in another, on the same day.
///
/// A finding is the same in both when the rule, the element and what tells it from others are.
public struct CheckDifference: Sendable {
  /// A finding of both versions that matters more or less than before.
  public struct Regraded: Hashable, Sendable {
    /// The finding in the later version.
    public var finding: Finding
    /// How much it mattered in the earlier one.
    public var was: Severity
  }

  /// What only the later version has.
  public let new: [Finding]
  /// What only the earlier version had.
  public let gone: [Finding]
  /// What matters more or less than before.
  public let regraded: [Regraded]
  /// What the later version does not say, and was not asked of the earlier one.
  public let newQuestions: [OpenQuestion]
  /// What the earlier version did not say, and the later one does.
  public let answeredQuestions: [OpenQuestion]
  /// What the earlier version did not say of something that is gone.
  public let droppedQuestions: [OpenQuestion]

  /// Compares the findings of two checks.
  ///
  /// - Parameters:
  ///   - from: The check of the earlier version.
  ///   - to: The check of the later version.
  ///   - difference: What changed between the two.
  /// - Complexity: O(*f* · *c*) at worst, where *f* is the number of findings and *c* of changes.
  public init(from: MapReport, to: MapReport, difference: MapDifference) {
    struct Key: Hashable {
      let rule: String
      let element: ElementID
      let detail: String
    }
    func key(_ finding: Finding, isOld: Bool) -> Key {
      Key(
        rule: finding.rule,
        element: isOld ? difference.laterAddress(of: finding.element) : finding.element,
        detail: finding.detail)
    }
    func key(_ question: OpenQuestion, isOld: Bool) -> Key {
      Key(
        rule: question.rule,
        element: isOld ? difference.laterAddress(of: question.element) : question.element,
        detail: question.question.one)
    }
    let before = Dictionary(
      from.findings.map { (key($0, isOld: true), $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(to.findings.map { key($0, isOld: false) })
    new = to.findings.filter { before[key($0, isOld: false)] == nil }
    gone = from.findings.filter { !after.contains(key($0, isOld: true)) }
    regraded = to.findings.compactMap { finding in
      guard let old = before[key(finding, isOld: false)], old.severity != finding.severity
      else { return nil }
      return Regraded(finding: finding, was: old.severity)
    }
    let asked = Set(from.questions.map { key($0, isOld: true) })
    let stillAsked = Set(to.questions.map { key($0, isOld: false) })
    newQuestions = to.questions.filter { !asked.contains(key($0, isOld: false)) }
    let settled = from.questions.filter { !stillAsked.contains(key($0, isOld: true)) }
    let removed = Set(difference.changes(.removed).compactMap(\.before))
    func isGone(_ question: OpenQuestion) -> Bool {
      removed.contains(question.element)
        || question.element.whole.map(removed.contains) ?? false
    }
    answeredQuestions = settled.filter { !isGone($0) }
    droppedQuestions = settled.filter(isGone)
  }

  /// Whether both checks found the same.
  public var isEmpty: Bool {
    new.isEmpty && gone.isEmpty && regraded.isEmpty && newQuestions.isEmpty
      && answeredQuestions.isEmpty && droppedQuestions.isEmpty
  }
}
