import FingerpostAnalysis
import FingerpostModel

/// Coverage as headings, tables and lists, before it is text of one form or another.
struct CoveragePage {
  /// A table of one need: areas down, ages across.
  struct Table {
    let heading: String
    let columns: [AgeBand]
    let rows: [(area: String, answers: [String])]
  }

  let title: String
  let introduction: [String]
  let tables: [Table]
  let legend: String
  let sections: [ReportSection]

  /// How many lines of questions, and of reasons to look twice, a reader gets.
  private static let itemsShown = 10

  init(_ report: CoverageReport) {
    let words = report.wording
    title = "\(report.map.title.onOneLine): which families find help"
    introduction = Self.introduction(report, words)
    tables = report.grid.needs.map { Self.table(of: $0, report, words) }
    let hasRemarks = report.entries.contains { !$0.flags.isEmpty }
    legend =
      report.entries.isEmpty
      ? ""
      : "covered: a way leads to help. gap: none does. not said: the map does not say."
        + (report.count { if case .coveredForSome = $0 { true } else { false } } > 0
          ? " covered for some: only families with a certain condition are helped." : "")
        + (hasRemarks ? " *: look twice, see below." : "")
    sections = [
      Self.gaps(report, words), Self.someFamilies(report, words), Self.questions(report, words),
      Self.remarks(report, words), Self.layers(report, words), Self.endings(report, words),
    ].compactMap(\.self)
  }

  // MARK: - Head and tables

  private static func introduction(
    _ report: CoverageReport, _ words: CoverageWording
  ) -> [String] {
    let all = report.entries.count
    let covered = report.count { $0 == .covered }
    let gaps = report.count { $0 == .gap }
    let unsaid = report.count { $0 == .notStated }
    let some = all - covered - gaps - unsaid
    if all == 0 {
      let parts =
        (report.grid.needs.isEmpty ? ["needs"] : []) + (report.grid.areas.isEmpty ? ["areas"] : [])
        + (report.grid.bands.isEmpty ? ["ages"] : [])
      return [
        "On \(report.date.inWords): the scope has no \(Words.english.alternatives(parts)), so there is nothing to "
          + "ask. Name under `scope` what the map must cover."
      ]
    }
    return [
      "On \(report.date.inWords), for \(words.families(report.condition)).",
      "\(all) \(all == 1 ? "combination" : "combinations") of a need, an age and an area: "
        + "\(covered) covered"
        + (some > 0 ? ", \(some) covered for some families only" : "")
        + ", \(gaps) \(gaps == 1 ? "gap" : "gaps"), and \(unsaid) where the map does not say.",
    ]
  }

  private static func table(
    of need: Need.ID, _ report: CoverageReport, _ words: CoverageWording
  ) -> Table {
    let matrix = CoverageMatrix(of: need, report)
    return Table(
      heading: words.name(of: need), columns: matrix.columns,
      rows: matrix.rows.map { (words.name(of: $0.area), $0.answers.map(answer)) })
  }

  private static func answer(_ answer: CoverageMatrix.Answer) -> String {
    switch answer {
    case .covered: "covered"
    case .coveredLookTwice: "covered *"
    case .coveredForSome: "covered for some"
    case .gap: "gap"
    case .notStated: "not said"
    }
  }

  // MARK: - Lists

  private static func gaps(_ report: CoverageReport, _ words: CoverageWording) -> ReportSection? {
    var groups = CoverageCellGroups()
    for entry in report.entries where entry.answer == .gap {
      guard let gap = entry.gap else { continue }
      var lines = [words.reason(gap)]
      let stops = words.stops(gap.stops, atMost: 3)
      if !stops.isEmpty { lines.append("Where the way stops: \(stops.joined(separator: "; ")).") }
      if let repair = entry.repairs.first {
        lines.append("The smallest change that would fill it: \(words.repair(repair))")
      }
      groups.add(entry.cell, under: lines, apart: entry.cell.need.rawValue)
    }
    return section("Gaps: why families find no help", groups, report, words)
  }

  private static func someFamilies(
    _ report: CoverageReport, _ words: CoverageWording
  ) -> ReportSection? {
    var groups = CoverageCellGroups()
    for entry in report.entries {
      guard case .coveredForSome(let conditions) = entry.answer else { continue }
      var lines = ["Helped are: \(words.names(of: conditions))."]
      if let repair = entry.repairs.first {
        lines.append("The smallest change that would help the others: \(words.repair(repair))")
      }
      groups.add(entry.cell, under: lines, apart: entry.cell.need.rawValue)
    }
    return section("Covered for some families only", groups, report, words)
  }

  private static func section(
    _ heading: String, _ groups: CoverageCellGroups, _ report: CoverageReport,
    _ words: CoverageWording
  ) -> ReportSection? {
    let items = groups.groups.map { lines, cells in
      ReportSection.Item(
        text: words.cells(cells, of: report.grid).joined(separator: "; "), details: lines)
    }
    return items.isEmpty ? nil : ReportSection(heading: heading, items: items)
  }

  private static func questions(_ report: CoverageReport, _ words: CoverageWording)
    -> ReportSection?
  {
    var cells: [String: (first: Coverage.MissingFact, count: Int)] = [:]
    for entry in report.entries {
      // Several facts of a service on another map are one question.
      let questions = Dictionary(
        (entry.possible?.missing ?? []).map { (words.question($0), $0) }, uniquingKeysWith: min)
      for (question, fact) in questions {
        let known = cells[question]
        cells[question] = (min(known?.first ?? fact, fact), (known?.count ?? 0) + 1)
      }
    }
    let ordered = cells.sorted {
      ($1.value.count, $0.value.first) < ($0.value.count, $1.value.first)
    }
    guard !ordered.isEmpty else { return nil }
    let rest = ordered.count - itemsShown
    return ReportSection(
      heading: "What the map does not say",
      remark: "The facts to ask for, those on which most depends first."
        + (rest > 0 ? " \(rest) more \(rest == 1 ? "is" : "are") in the CSV and JSON forms." : ""),
      items: ordered.prefix(itemsShown).map { question, facts in
        ReportSection.Item(
          text: question.capitalisedFirst + " (\(facts.count) of \(report.entries.count) "
            + (facts.count == 1 ? "depends on it)" : "depend on it)"))
      })
  }

  private static func remarks(_ report: CoverageReport, _ words: CoverageWording) -> ReportSection?
  {
    var groups = CoverageCellGroups()
    for entry in report.entries {
      for flag in entry.flags {
        groups.add(entry.cell, under: [words.flag(flag, waitOver: report.longestWait)])
      }
    }
    guard !groups.groups.isEmpty else { return nil }
    let items = groups.groups.sorted { $0.cells.count > $1.cells.count }.map { lines, cells in
      ReportSection.Item(text: lines[0], details: words.cells(cells, of: report.grid))
    }
    let rest = items.count - itemsShown
    return ReportSection(
      heading: "Covered, but look twice",
      remark: rest > 0
        ? "The widest first; \(rest) more \(rest == 1 ? "is" : "are") in the CSV and JSON forms."
        : nil,
      items: Array(items.prefix(itemsShown)))
  }

  private static func layers(_ report: CoverageReport, _ words: CoverageWording) -> ReportSection? {
    let items = report.layers.filter { $0.furtherGaps > 0 }.map { layer in
      ReportSection.Item(
        text: "\(words.name(of: layer.condition)): \(layer.furtherGaps) more "
          + (layer.furtherGaps == 1 ? "gap" : "gaps") + " (`--condition \(layer.condition)`)")
    }
    return items.isEmpty
      ? nil : ReportSection(heading: "Families who find less help than others", items: items)
  }

  /// A line for each need that loses help, and for each of which the map would not say.
  private static func losses(
    _ lost: [CoverageCell], _ open: [CoverageCell], _ report: CoverageReport,
    _ words: CoverageWording, gaps: String, unsaid: String
  ) -> [String] {
    let isOpen = Set(open)
    return words.cells(lost.filter { !isOpen.contains($0) }, of: report.grid).map { gaps + $0 }
      + words.cells(open, of: report.grid).map { unsaid + $0 }
  }

  private static func endings(_ report: CoverageReport, _ words: CoverageWording) -> ReportSection?
  {
    guard let date = report.endDate, let ends = report.endings else { return nil }
    var items = ends.endings.map { ending in
      ReportSection.Item(
        text: "\(ending.date.inWords): \(words.whatEnds(ending))",
        details: losses(
          ending.lost, ending.unsaid, report, words, gaps: "With it alone, no help is left for ",
          unsaid: "With it alone, the map no longer says whether help is left for "))
    }
    let lost = losses(
      ends.lost, ends.unsaid, report, words, gaps: "No help is left for ",
      unsaid: "The map no longer says whether help is left for ")
    if !lost.isEmpty {
      items.append(
        ReportSection.Item(text: "With all of it, these are no longer covered:", details: lost))
    } else if !items.isEmpty {
      items.append(
        ReportSection.Item(text: "Nothing that is covered today is lost with all of it."))
    } else {
      items.append(ReportSection.Item(text: "The map states nothing that ends by then."))
    }
    return ReportSection(heading: "What ends by \(date.inWords)", items: items)
  }
}
