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
              words(.whenColumn), words(.whatEndsColumn), words(.lossColumn),
              words(.cardWhoAnswers),
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
    let words = material.words
    let terms = TermsEnding.all(of: material)
    var rows: [[PaperTable.Cell]] = []
    for ending in ends.endings {
      var what = material.coverageWording.whatEnds(ending).capitalisedFirst
      if ending.subject == .term {
        guard let own = terms.first(where: { $0.first == ending.element }) else { continue }
        what = words(
          .termsEnd, own.seats.count,
          ["board": own.board.name, "seats": words.list(own.seats)])
      }
      let day = words.date(ending.date)
      rows.append([
        ending.date.isSurelyBefore(material.date)
          ? PaperTable.Cell(words(.alreadyEnded, ["date": day]), mark: .bad)
          : PaperTable.Cell(day: day),
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

/// The terms on one board that end on one day.
struct TermsEnding {
  let board: Board
  let date: CalendarDate
  /// The seat that is told first.
  let first: ElementID
  /// What people call the seats.
  var seats: [String]
  /// Whether the day is over.
  let isPast: Bool

  /// All of a map that end within the year, by date, then board.
  static func all(of material: PaperMaterial) -> [TermsEnding] {
    var all: [TermsEnding] = []
    for ending in material.coverage.endings?.endings ?? [] where ending.subject == .term {
      guard let board = material.map.boards[Board.ID(ending.element.path[0])] else { continue }
      let name = material.coverageWording.seat(of: ending)
      if let place = all.firstIndex(where: { $0.board.id == board.id && $0.date == ending.date }) {
        all[place].seats.append(name)
      } else {
        all.append(
          TermsEnding(
            board: board, date: ending.date, first: ending.element, seats: [name],
            isPast: ending.date.isSurelyBefore(material.date)))
      }
    }
    return all
  }
}
