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
  /// - Returns: The line, in English.
  public func sentence(names: [ElementID: String]) -> String {
    passages(names: names, in: .english).map(\.text).joined()
  }

  /// The same in other words.
  func passages(names: [ElementID: String], in words: Words) -> [Words.Passage] {
    let one = words.passages(of: question.one)
    guard elements.count > 1 || elements[0].element.path.count > 1 else {
      return elements[0].element.collection == .map
        ? words.passages(.mapDoesNotSay, nil, ["what": one])
        : words.passages(.asksOne, nil, ["name": [.init(elements[0].name)], "what": one])
    }
    let what = elements.count == 1 ? one : words.passages(of: question.many)
    var values = ["subject": [Words.Passage(subject(names, words))], "what": what]
    let called = elements.map { "“\($0.name)”" }
    for count in stride(from: min(Self.names, called.count), to: 0, by: -1) {
      let rest = called.count - count
      values["names"] = [
        .init(words.list(called.prefix(count) + (rest > 0 ? [words(.moreNames, rest)] : [])))
      ]
      let line = words.passages(.asksSeveralNamed, elements.count, values)
      if line.reduce(0, { $0 + $1.text.count }) <= Self.columns { return line }
    }
    return words.passages(.asksSeveral, elements.count, values)
  }

  /// `7 services`, `1 seat of “Strategic board”`, `2 services and 1 board`.
  private func subject(_ names: [ElementID: String], _ words: Words) -> String {
    // Those of one sort are counted together, in the order in which the sorts first come.
    var sorts: [(name: String, first: ElementID, count: Int)] = []
    for element in elements.map(\.element) {
      let name = element.counted(1, in: .english)
      if let place = sorts.firstIndex(where: { $0.name == name }) {
        sorts[place].count += 1
      } else {
        sorts.append((name, element, 1))
      }
    }
    let subject = words.list(sorts.map { $0.first.counted($0.count, in: words) })
    let wholes = Set(elements.map { $0.element.path.count > 1 ? $0.element.whole : nil })
    guard wholes.count == 1, let whole = wholes.first ?? nil else { return subject }
    return words(.subjectWithin, ["subject": subject, "whole": names[whole] ?? whole.path[0]])
  }
}

extension Question {
  /// How to answer it, such as “Write it under `commissioned-by`”.
  var answer: String { answer(in: .english).map(\.text).joined() }

  /// The same in other words.
  func answer(in words: Words) -> [Words.Passage] {
    guard key.contains(" ") else { return words.passages(.answerUnder, nil, ["key": [.init(key)]]) }
    let place = words.passages(of: key)
    return words.passages(
      key.hasPrefix("`") && key.contains(", under `") ? .answerAs : .answerThus, nil,
      ["where": place])
  }
}
