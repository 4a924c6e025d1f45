import FingerpostModel

/// What changed since a named version.
struct ChangesSection: PaperSectionWriter {
  let heading = Phrase.changesHeading

  func blocks(from material: PaperMaterial, for reader: ReportReader?) -> [PaperBlock] {
    guard let changes = material.changes else { return [] }
    let words = material.words
    let since =
      changes.asOf.map {
        words(.changesSinceDated, ["version": changes.since, "date": words.date($0)])
      } ?? words(.changesSince, ["version": changes.since])
    guard !changes.sentences.isEmpty else {
      return [.paragraph(PaperLine(since)), .paragraph(PaperLine(words(.nothingChanged)))]
    }
    return [
      .paragraph(PaperLine(since)),
      .list(changes.sentences.map { PaperItem(PaperLine(said: $0)) }, isOrdered: false),
    ]
  }
}
