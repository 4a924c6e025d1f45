import FingerpostAnalysis
import FingerpostModel

/// What matters, in a few figures and five sentences, and what to decide.
struct SummarySection: PaperSectionWriter {
  let heading = Phrase.summaryHeading

  /// The most decisions on the first page.
  private static let decisions = 8

  func blocks(from material: PaperMaterial, for reader: ReportReader?) -> [PaperBlock] {
    let words = material.words
    let decisions = Decision.all(of: material)
    var blocks: [PaperBlock] = [
      .figures(figures(material)),
      .paragraph(
        PaperLine(
          said: [
            holding(material), seats(material), coverage(material), endings(material),
            toDecide(decisions.count, words),
          ].joined(separator: " "))),
    ]
    guard !decisions.isEmpty else { return blocks }
    blocks.append(.heading(words(.decideHeading)))
    blocks.append(
      .list(
        decisions.prefix(Self.decisions).map { decision in
          PaperItem(
            decision.text,
            details: [
              PaperLine(
                (decision.owner.map { [.text(words(.whoAnswers, ["owner": $0]) + " ")] } ?? [])
                  + [
                    .link(
                      words(.moreUnder, ["section": words(decision.section.heading)]),
                      to: .anchor(decision.section.rawValue))
                  ])
            ])
        }, isOrdered: true))
    let rest = decisions.count - Self.decisions
    if rest > 0 { blocks.append(.remark(PaperLine(words(.moreDecisions, rest)))) }
    return blocks
  }

  private func figures(_ material: PaperMaterial) -> [PaperFigure] {
    let words = material.words
    let tables = material.leadingBoards
    let seats = tables.reduce(0) { $0 + $1.rows.count }
    let held = tables.reduce(0) { sum, table in
      sum + table.rows.count { if case .held = $0.holding { true } else { false } }
    }
    let unsaid = tables.reduce(0) { $0 + $1.unsaid }
    let all = material.coverage.entries.count
    func share(_ part: Int, _ all: Int) -> String {
      words(.ofAll, ["part": String(part), "all": String(all)])
    }
    return [
      PaperFigure(
        value: String(material.map.services.count),
        label: words(.servicesLabel, material.map.services.count)),
      PaperFigure(
        value: seats == 0 || unsaid == seats ? words(.notSaid) : share(held, seats),
        label: words(.seatsHeldLabel)),
      PaperFigure(
        value: all == 0
          ? words(.notSaid) : share(material.coverage.count { $0 == .covered }, all),
        label: words(.coveredLabel)),
      PaperFigure(
        value: String(material.coverage.endings?.endings.count ?? 0), label: words(.endingLabel)),
    ]
  }

  // MARK: - The sentences

  private func holding(_ material: PaperMaterial) -> String {
    let (map, words) = (material.map, material.words)
    // Of how many bodies they are can be told only when each names its own.
    let isComplete = map.services.allSatisfy { $0.organisation != nil }
    let organisations = isComplete ? Set(map.services.compactMap(\.organisation)).count : 0
    let values = [
      "services": words(.services, map.services.count),
      "organisations": words(.organisations, organisations),
      "routes": words(.routes, map.routes.count),
    ]
    return words(
      map.saysRoutes
        ? organisations == 0 ? .summaryHolds : .summaryHoldsOfOrganisations
        : .summaryHoldsWithoutRoutes, values)
  }

  private func seats(_ material: PaperMaterial) -> String {
    let words = material.words
    let tables = material.leadingBoards
    guard !tables.isEmpty else {
      return words(
        material.map.statedAsNone.contains(.boards) ? .summaryNoBoard : .summaryBoardUnsaid)
    }
    return tables.map { table in
      let seats = table.rows.count
      let values = [
        "board": table.board.name, "list": words.list(table.open),
        "seats": words(.seats, seats), "unsaid": words(.seats, table.unsaid),
      ]
      if !table.saysSeats, table.rows.isEmpty { return words(.summarySeatsUnsaid, values) }
      switch (table.open.isEmpty, table.unsaid) {
      case (true, 0): return words(.summarySeatsHeld, values)
      case (true, seats): return words(.summaryHoldersUnsaid, values)
      case (true, _): return words(.summarySomeHoldersUnsaid, table.unsaid, values)
      case (false, 0): return words(.summarySeatsOpen, table.open.count, values)
      case (false, _):
        return words(.summarySeatsOpen, table.open.count, values) + " "
          + words(.summaryMoreHoldersUnsaid, table.unsaid)
      }
    }.joined(separator: " ")
  }

  private func coverage(_ material: PaperMaterial) -> String {
    let (words, report) = (material.words, material.coverage)
    if let missing = material.missingScope { return missing.inPaper(words) }
    let all = report.entries.count
    let covered = report.count { $0 == .covered }
    if covered == all { return words(.summaryAllCovered, all) }
    let some = report.count { if case .coveredForSome = $0 { true } else { false } }
    var parts = [words(.coveredCount, covered)]
    if some > 0 { parts.append(words(.coveredForSomeCount, some)) }
    parts.append(words(.gapCount, report.count { $0 == .gap }))
    parts.append(words(.notStatedCount, report.count { $0 == .notStated }))
    return words(.summaryCoverage, all, ["counts": words.list(parts)])
  }

  private func endings(_ material: PaperMaterial) -> String {
    let words = material.words
    guard let ends = material.coverage.endings, let date = material.coverage.endDate else {
      return ""
    }
    let past = ends.endings.count { $0.date.isSurelyBefore(material.date) }
    let ahead = ends.endings.dropFirst(past)
    var sentence =
      ahead.first.map {
        words(
          .summaryEnds, ahead.count,
          ["date": words.date(date), "first": words.date($0.date)])
      } ?? words(.summaryNothingEnds, ["date": words.date(date)])
    if past > 0 { sentence += " " + words(.summaryEnded, past) }
    guard !ends.endings.isEmpty else { return sentence }
    guard !material.coverage.entries.isEmpty else { return sentence }
    return sentence + " "
      + (ends.lost.isEmpty ? words(.summaryNothingLost) : words(.summaryLost, ends.lost.count))
  }

  private func toDecide(_ count: Int, _ words: Words) -> String {
    count == 0 ? words(.summaryNothingToDecide) : words(.summaryToDecide, count)
  }
}
