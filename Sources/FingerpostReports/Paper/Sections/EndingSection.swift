import FingerpostAnalysis
import FingerpostModel

/// What ends within a year, and who loses help with it.
struct EndingSection: PaperSectionWriter {
  let heading = Phrase.endingHeading

  func blocks(from material: PaperMaterial, for reader: ReportReader?) -> [PaperBlock] {
    let words = material.words
    guard let date = material.coverage.endDate, let ends = material.coverage.endings else {
      return []
    }
    let day = ["date": words.date(date)]
    var blocks: [PaperBlock] = []
    if ends.endings.isEmpty {
      blocks.append(.paragraph(PaperLine(words(.nothingEnds, day))))
    } else {
      blocks.append(
        .table(
          PaperTable(
            caption: words(.endingCaption, day),
            columns: [
              words(.whenColumn), words(.whatEndsColumn), words(.lossColumn), words(.cardWhoAnswers),
            ],
            rows: rows(ends, material))))
    }
    if !ends.endings.isEmpty, !material.coverage.entries.isEmpty {
      let all =
        ends.lost.isEmpty
        ? words(.summaryNothingLost)
        : words(.lostTogether, ["families": material.families(ends.lost)])
      blocks.append(.paragraph(PaperLine(all)))
    }
    return blocks + material.pictures(of: .ending)
  }

  /// A row for each end; the terms of a board that end on one day are told together.
  private func rows(_ ends: CoverageEndings, _ material: PaperMaterial) -> [[PaperTable.Cell]] {
    var rows: [[PaperTable.Cell]] = []
    var told: Set<String> = []
    for ending in ends.endings {
      var what = material.said(material.coverageWording.whatEnds(ending)).capitalisedFirst
      if ending.subject == .term {
        let same = ends.endings.filter {
          $0.subject == .term && $0.date == ending.date
            && $0.element.path[0] == ending.element.path[0]
        }
        guard told.insert("\(ending.date) \(ending.element.path[0])").inserted else { continue }
        if same.count > 1 {
          what = material.words(
            .termsEnd, same.count,
            [
              "board": material.map.boards[Board.ID(ending.element.path[0])]?.name
                ?? ending.element.path[0],
              "seats": material.words.list(
                same.map { material.said(material.coverageWording.seat(of: $0)) }),
            ])
        }
      }
      let isPast = ending.date.isSurelyBefore(material.date)
      let day = material.words.date(ending.date)
      rows.append([
        isPast
          ? PaperTable.Cell(material.words(.alreadyEnded, ["date": day]), mark: .bad)
          : PaperTable.Cell(day),
        PaperTable.Cell(what),
        PaperTable.Cell(loss(ending, material)),
        PaperTable.Cell(material.owner(of: ending.element)),
      ])
    }
    return rows
  }

  private func loss(_ ending: CoverageEndings.Ending, _ material: PaperMaterial) -> String {
    guard !material.coverage.entries.isEmpty else { return material.words(.notSaid) }
    return ending.lost.isEmpty
      ? material.words(.noFamilyLoses) : material.families(ending.lost)
  }
}
