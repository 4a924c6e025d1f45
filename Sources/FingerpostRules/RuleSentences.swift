public import FingerpostModel

/// What rules say in pictures and papers, sentence by sentence, as patterns.
///
/// Rules put what they say together from what a map holds, so that no list of it is whole. This one
/// has the titles of the standards, the remedy of every rule, and what all rules say and ask of the
/// examples of the catalogue.
public enum RuleSentences {
  /// The day for which the examples are written.
  private static let exampleDate = CalendarDate(year: 2026, month: 11, day: 1) ?? .earliest

  /// The patterns, each once, those of one rule together.
  ///
  /// - Parameter read: Reads the text of a map.
  /// - Returns: The patterns, as a file of words has them.
  /// - Complexity: Two checks by all rules for each rule.
  public static func patterns(reading read: @Sendable (String) -> SystemMap?) -> [String] {
    let examples = RuleID.allCases.flatMap { id in
      [id.rule.examples.failing, id.rule.examples.passing]
    }
    let checker = RuleChecker(
      profiles: ProfileName.allCases.map(\.profile), on: exampleDate)
    let results = examples.inParallel { example in
      read("fingerpost: 1\ntitle: Example\n\(example)\n").map { checker.check($0) }
    }.compactMap(\.self)
    let findings = Dictionary(grouping: results.flatMap(\.findings), by: \.rule)
    let questions = Dictionary(grouping: results.flatMap(\.questions), by: \.rule)
    var patterns: [String] = []
    var seen: Set<String> = []
    func add(_ text: String) {
      for sentence in SentencePattern.sentences(of: text) {
        let pattern = SentencePattern(of: sentence).text
        if pattern.contains(where: \.isLetter), seen.insert(pattern).inserted {
          patterns.append(pattern)
        }
      }
    }
    for profile in ProfileName.allCases { add(profile.profile.title) }
    for id in RuleID.allCases {
      add(id.rule.remedy)
      for finding in findings[id.rawValue] ?? [] {
        ([finding.message] + finding.evidence + [finding.remedy]).forEach(add)
        // As boards are told it.
        [finding.messageWithoutKeys, finding.remedyWithoutKeys].forEach(add)
      }
      for question in (questions[id.rawValue] ?? []).map(\.question) {
        [question.one, question.many].forEach(add)
        if question.key.contains(" ") { add(question.key) }
      }
    }
    return patterns
  }
}
