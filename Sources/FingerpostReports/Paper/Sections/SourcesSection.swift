import FingerpostModel

/// Where all this comes from: the sources of the map, and the standards that it was checked against.
struct SourcesSection: PaperSectionWriter {
  let heading = Phrase.sourcesHeading

  func blocks(from material: PaperMaterial, for reader: ReportReader?) -> [PaperBlock] {
    let words = material.words
    var blocks: [PaperBlock] = []
    if material.map.sources.isEmpty {
      blocks.append(.paragraph(PaperLine(words(.sourcesUnsaid))))
    } else {
      blocks.append(
        .table(
          PaperTable(
            caption: words(.sourcesCaption),
            columns: [
              words(.titleColumn), words(.publisherColumn), words(.publishedColumn),
              words(.reviewColumn),
            ],
            rows: material.map.sources.map { row($0, material) })))
    }
    let standards = material.check.heading?.profiles ?? []
    if !standards.isEmpty {
      blocks.append(.paragraph(PaperLine(words(.standardsHeading))))
      blocks.append(
        .list(standards.map { PaperItem(material.said($0.title)) }, isOrdered: false))
    }
    return blocks
  }

  private func row(_ source: Source, _ material: PaperMaterial) -> [PaperTable.Cell] {
    let words = material.words
    let title =
      source.url.flatMap(PaperAddress.init(web:)).map { address in
        PaperLine([.link(source.title, to: address)])
      } ?? PaperLine(source.title)
    func day(_ date: CalendarDate?) -> String { date.map { words.date($0) } ?? words(.notSaid) }
    let isOverdue = source.reviewDue.map { $0.isSurelyBefore(material.date) } ?? false
    return [
      PaperTable.Cell([title]), PaperTable.Cell(source.publisher ?? words(.notSaid)),
      PaperTable.Cell(day: day(source.published)),
      isOverdue
        ? PaperTable.Cell(words(.reviewOverdue, ["date": day(source.reviewDue)]), mark: .bad)
        : PaperTable.Cell(day: day(source.reviewDue)),
    ]
  }
}
