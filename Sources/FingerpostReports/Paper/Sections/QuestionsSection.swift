import FingerpostAnalysis
import FingerpostModel

/// What the map does not say, the questions that matter most first.
struct QuestionsSection: PaperSectionWriter {
  let heading = Phrase.questionsHeading

  /// How many questions everybody gets to see at once.
  private static let most = 10

  func blocks(from material: PaperMaterial, for reader: ReportReader?) -> [PaperBlock] {
    let words = material.words
    let emphasis = reader?.emphasis ?? .forPack
    let groups = QuestionGroup.groups(of: Telling(material.check, emphasis).questions)
    let facts = facts(material)
    guard !groups.isEmpty || !facts.isEmpty else {
      return [.paragraph(PaperLine(words(.noQuestions)))]
    }
    var blocks: [PaperBlock] = [.paragraph(PaperLine(words(.questionsIntroduction)))]
    if !facts.isEmpty {
      blocks += [
        .heading(words(.factsHeading)), .list(Array(facts.prefix(Self.most)), isOrdered: true),
      ]
      if facts.count > Self.most {
        blocks.append(
          .folded(
            words(.moreQuestions, facts.count - Self.most),
            [.list(Array(facts.dropFirst(Self.most)), isOrdered: false)]))
      }
      if !groups.isEmpty { blocks.append(.heading(words(.standardsAskHeading))) }
    }
    let items = groups.map { group in
      PaperItem(
        PaperLine(said: group.passages(names: material.check.names, in: words)),
        details: emphasis.showsOwners ? [PaperLine(said: group.question.answer(in: words))] : []
      )
    }
    guard !items.isEmpty else { return blocks }
    blocks.append(.list(Array(items.prefix(Self.most)), isOrdered: true))
    if items.count > Self.most {
      blocks.append(
        .folded(
          words(.moreQuestions, items.count - Self.most),
          [.list(Array(items.dropFirst(Self.most)), isOrdered: false)]))
    }
    return blocks
  }

  /// The facts on which it depends whether families find help, the weightiest first.
  private func facts(_ material: PaperMaterial) -> [PaperItem] {
    var counts: [Coverage.MissingFact: Int] = [:]
    for fact in material.coverage.entries.flatMap({ $0.possible?.missing ?? [] }) {
      counts[fact, default: 0] += 1
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { fact, count in
      PaperItem(
        PaperLine(
          material.words(
            .factDepends, count,
            ["question": material.coverageWording.question(fact).capitalisedFirst])))
    }
  }
}
