public import FingerpostModel

/// One thing that a map does not say, about however many elements.
public struct QuestionGroup: Sendable {
  /// What is not stated.
  public let question: Question
  /// How much the most severe of the rules that ask would matter.
  public let severity: Severity
  /// Whoever it is not stated of, each once, in the order of their addresses.
  public let elements: [OpenQuestion]

  /// The most names that stand in one line.
  private static let names = 3
  /// How long a line may become by the names in it.
  private static let columns = 100

  /// Groups open questions, the most important first: by the severity of the rule that asks, then
  /// by the number of elements.
  public static func groups(of questions: some Sequence<OpenQuestion>) -> [QuestionGroup] {
    Dictionary(grouping: questions, by: \.question)
      .map { question, asked in
        var seen: Set<ElementID> = []
        return QuestionGroup(
          question: question, severity: asked.map(\.severity).max() ?? .note,
          elements: asked.sorted { $0.element < $1.element }
            .filter { seen.insert($0.element).inserted })
      }
      .sorted { a, b in
        if a.severity != b.severity { return a.severity > b.severity }
        if a.elements.count != b.elements.count { return a.elements.count > b.elements.count }
        return (a.question.one, a.question.many, a.question.key)
          < (b.question.one, b.question.many, b.question.key)
      }
  }

  /// The group as one line: `7 services do not say who commissions them (“Midwifery” and 6 more)`.
  ///
  /// - Parameter names: What people call the elements that others lie within.
  /// - Returns: The line.
  public func sentence(names: [ElementID: String]) -> String {
    guard elements.count > 1 || elements[0].element.path.count > 1 else {
      return elements[0].message
    }
    let verb = elements.count == 1 ? "does not say \(question.one)" : "do not say \(question.many)"
    let start = "\(subject(names)) \(verb)"
    let called = elements.map { "“\($0.name)”" }
    for count in stride(from: min(Self.names, called.count), to: 0, by: -1) {
      let rest = called.count - count
      let list = (called.prefix(count) + (rest > 0 ? ["\(rest) more"] : [])).inSentence()
      let line = "\(start) (\(list))."
      if line.count <= Self.columns { return line }
    }
    return start + "."
  }

  /// `7 services`, `1 seat of “Strategic board”`, `2 services and 1 board`.
  private func subject(_ names: [ElementID: String]) -> String {
    var counts: [(noun: Noun, count: Int)] = []
    for element in elements {
      let noun = element.element.noun
      if let place = counts.firstIndex(where: { $0.noun == noun }) {
        counts[place].count += 1
      } else {
        counts.append((noun, 1))
      }
    }
    let subject = counts.map { $0.noun.counted($0.count) }.inSentence()
    let wholes = Set(elements.map { $0.element.path.count > 1 ? $0.element.whole : nil })
    guard wholes.count == 1, let whole = wholes.first ?? nil else { return subject }
    return "\(subject) of “\(names[whole] ?? whole.path[0])”"
  }
}

extension Question {
  /// How to answer it, such as “Write it under `commissioned-by`”.
  var answer: String {
    if key.hasPrefix("`"), key.contains(", under `") { return "Write it as \(key)." }
    return key.contains(" ") ? "To answer it: \(key)." : "Write it under `\(key)`."
  }
}
