import FingerpostModel

/// Who sits on the boards, and who is missing.
struct BoardSection: PaperSectionWriter {
  let heading = Phrase.boardHeading

  func blocks(from material: PaperMaterial, for reader: ReportReader?) -> [PaperBlock] {
    let words = material.words
    guard !material.map.boards.isEmpty else {
      return [
        .paragraph(
          PaperLine(
            words(
              material.map.statedAsNone.contains(.boards) ? .summaryNoBoard : .summaryBoardUnsaid)))
      ]
    }
    return material.map.boards.flatMap { board in
      seats(of: BoardTable(board, material), words)
    } + material.pictures(of: .board)
  }

  private func seats(of table: BoardTable, _ words: Words) -> [PaperBlock] {
    let board = table.board
    var blocks: [PaperBlock] = [.heading(board.name)]
    var facts: [String] = []
    if board.chair.isNone { facts.append(words(.chairNobody)) }
    if let chair = board.chair.value { facts.append(words(.chair, ["role": chair])) }
    if let lead = board.accountableLead.value { facts.append(words(.lead, ["role": lead])) }
    if let meets = board.meets { facts.append(words(.meets, ["often": words.label(meets)])) }
    if let purposes = board.purposes, !purposes.isEmpty {
      facts.append(
        words(.boardFor, ["purposes": words.list(purposes.map { words.label($0) })]))
    }
    if !facts.isEmpty { blocks.append(.paragraph(PaperLine(facts.joined(separator: ". ") + "."))) }
    if !table.saysSeats {
      blocks.append(
        .paragraph(PaperLine(words(.summarySeatsUnsaid, ["board": board.name]))))
    }
    guard !table.rows.isEmpty else { return blocks }
    blocks.append(
      .table(
        PaperTable(
          caption: words(.seatsOn, ["board": board.name]),
          columns: [words(.seatColumn), words(.holderColumn), words(.untilColumn)],
          rows: table.rows.map { row in
            [
              PaperTable.Cell(row.name), holder(row, words),
              PaperTable.Cell(day: row.until.map { words.date($0) } ?? words(.notSaid)),
            ]
          })))
    return blocks
  }

  private func holder(_ row: BoardTable.Row, _ words: Words) -> PaperTable.Cell {
    switch row.holding {
    case .held(let holder): PaperTable.Cell(holder)
    case .empty: PaperTable.Cell(words(.empty).capitalisedFirst, mark: .bad)
    case .ended(let date):
      PaperTable.Cell(words(.termEnded, ["date": words.date(date)]), mark: .bad)
    case .notBegun(let date):
      PaperTable.Cell(words(.termNotBegun, ["date": words.date(date)]), mark: .bad)
    case .notStated:
      PaperTable.Cell(words(.theMapDoesNotSay).capitalisedFirst, mark: .unsaid)
    case .missing: PaperTable.Cell(words(.seatIsMissing), mark: .bad)
    }
  }
}
