import FingerpostAnalysis
import FingerpostModel

/// What help depends on as tables and lists, before it is text of one form or another.
struct ImpactPage {
  /// Services or routes, one a row.
  struct Table {
    let heading: String
    let columns: [String]
    let rows: [[String]]
    /// What is not in the rows.
    let remarks: [String]
  }

  let title: String
  let introduction: [String]
  let tables: [Table]
  let sections: [ReportSection]

  /// Takes a report, and how many services and how many routes are shown.
  init(_ report: ImpactReport, top most: Int) {
    let words = report.wording
    let (services, routes) = (report.impact.services, report.impact.routes)
    title = "\(report.map.title.onOneLine): what help depends on"
    introduction = [
      "On \(report.date.inWords). Families find help in \(report.coveredCount) of "
        + "\(Noun("combination").counted(report.grid.cellCount)) of need, age and area.",
      "Each line says what families would lose if that service or route alone were closed. One without "
        + "which some families find no help for certain is a single point of failure.",
    ]
    tables = [
      Self.table(
        services, Noun("service"), top: most, report,
        name: { words.name(of: $0) }),
      Self.table(
        routes, Noun("route"), top: most, report,
        name: { words.name(of: $0).capitalisedFirst }),
    ]
    sections = [
      Self.section(
        "Whose help depends on one service", services, top: most, report,
        name: { words.name(of: $0) }),
      Self.section(
        "Whose help depends on one route", routes, top: most, report,
        name: { words.name(of: $0).capitalisedFirst }),
    ].compactMap(\.self)
  }

  // MARK: - Tables

  private static func table<Element>(
    _ all: [ElementImpact<Element>], _ noun: Noun, top most: Int, _ report: ImpactReport,
    name: (Identifier<Element>) -> String
  ) -> Table {
    let worth = all.filter { !$0.isEmpty }
    let shown = worth.prefix(most)
    let single = all.count(where: \.isSinglePoint)
    let without = all.count - worth.count
    var remarks: [String] = []
    if worth.count > shown.count {
      remarks.append("\(worth.count - shown.count) more, with less to lose (`--top`)")
    }
    if without > 0 {
      remarks.append("\(noun.counted(without)) without which families would lose nothing")
    }
    return Table(
      heading: "\(noun.many.capitalisedFirst): "
        + (single == 0
          ? "none is a single point of failure"
          : "\(single) of \(all.count) \(single == 1 ? "is a single point" : "are single points") of failure"),
      columns: [noun.one.capitalisedFirst, "Help lost without it", "Longer ways"],
      rows: shown.map { [name($0.id), lost($0, report), longer($0)] }, remarks: remarks)
  }

  /// How many combinations of need, age and area questions are about: of families without a condition,
  /// and of others besides.
  private static func counts(_ questions: [Impact.Question]) -> (plain: Int, others: Int) {
    let plain = questions.count { $0.condition == nil }
    return (plain, Set(questions.map(\.cell)).count - plain)
  }

  private static func lost<Element>(
    _ element: ElementImpact<Element>, _ report: ImpactReport
  ) -> String {
    let (plain, others) = counts(element.lostToGap + element.lostToDoubt)
    let perhaps = counts(element.hopeLost)
    switch (plain, others) {
    case (0, 0):
      return perhaps == (0, 0)
        ? "nothing"
        : "perhaps, in \(perhaps.plain + perhaps.others) where the map does not say"
    case (0, let others): return "\(others), for families with some condition only"
    case (let plain, let others):
      return "\(plain) of \(report.coveredCount) combinations of need, age and area"
        + (others == 0 ? "" : ", and \(others) more for families with some condition")
    }
  }

  private static func longer<Element>(_ element: ElementImpact<Element>) -> String {
    let count = Set(element.longer.map(\.question.cell)).count
    return count == 0 ? "none" : "\(count)"
  }

  // MARK: - Whom it concerns

  private static func section<Element>(
    _ heading: String, _ all: [ElementImpact<Element>], top most: Int, _ report: ImpactReport,
    name: (Identifier<Element>) -> String
  ) -> ReportSection? {
    let items = all.filter(\.isSinglePoint).prefix(most).map { element in
      ReportSection.Item(
        text: name(element.id),
        details: lines(element.lostToGap, "No help without it: ", report)
          + lines(
            element.lostToDoubt, "Without it, the map does not say whether there is help: ",
            report))
    }
    return items.isEmpty ? nil : ReportSection(heading: heading, items: Array(items))
  }

  private static func lines(
    _ questions: [Impact.Question], _ start: String, _ report: ImpactReport
  ) -> [String] {
    var groups = QuestionGroups<Need.ID>()
    for question in questions { groups.add(question, under: question.cell.need) }
    return groups.groups.map { start + $0.families(report.wording, of: report.grid) }
  }
}

extension ImpactReport {
  /// For people at a terminal.
  func text(top most: Int) -> String {
    let page = ImpactPage(self, top: most)
    var lines = [page.title] + page.introduction.flatMap { $0.wrapped(indent: "") }
    for table in page.tables { lines += ["", table.heading] + table.lines }
    for section in page.sections { lines += [""] + section.lines }
    return lines.joined(separator: "\n") + "\n"
  }

  /// For a paper.
  func markdown(top most: Int) -> String {
    let page = ImpactPage(self, top: most)
    let blocks =
      ["# \(page.title.inMarkdown)\n"] + page.introduction.map { "\($0.inMarkdown)\n" }
      + page.tables.map(\.markdown) + page.sections.map(\.markdown)
    return blocks.joined(separator: "\n")
  }

  /// For programs, as `docs/impact-report.schema.json` describes it.
  var json: JSONValue {
    .members([
      "id": .string(map.id.rawValue),
      "title": .string(map.title),
      "on": .string(date.description),
      "combinations": .integer(grid.cellCount),
      "covered": .integer(coveredCount),
      "services": .array(impact.services.map { Self.value(of: $0) }),
      "routes": .array(impact.routes.map { Self.value(of: $0) }),
    ])
  }

  private static func value<Element>(of element: ElementImpact<Element>) -> JSONValue {
    .members([
      "id": .string(element.id.rawValue),
      "single-point-of-failure": .bool(element.isSinglePoint),
      "lost": value(of: element.lostToGap),
      "no-longer-said": value(of: element.lostToDoubt),
      "longer": .array(
        element.longer.map {
          .members([
            "place": DifferenceJSON.value(of: $0.question.cell),
            "condition": JSONValue($0.question.condition?.rawValue),
            "hand-offs-before": .integer($0.before), "hand-offs-after": .integer($0.after),
          ])
        }),
      "perhaps-lost": value(of: element.hopeLost),
    ])
  }

  private static func value(of questions: [Impact.Question]) -> JSONValue {
    .array(
      questions.map {
        .members([
          "place": DifferenceJSON.value(of: $0.cell),
          "condition": JSONValue($0.condition?.rawValue),
        ])
      })
  }
}

extension ImpactPage.Table {
  /// The table as lines; long names break their line, so that the columns stay.
  fileprivate var lines: [String] {
    let all = rows.isEmpty ? [] : [columns] + rows
    let widths = columns.indices.map { column in
      min(all.map { $0[column].count }.max() ?? 0, Self.widest[column])
    }
    let table = all.flatMap { row -> [String] in
      let cells = zip(row, widths).map { $0.wrapped(to: $1) }
      let height = cells.map(\.count).max() ?? 0
      return (0..<height).map { line in
        let parts = zip(cells, widths).map { cell, width in
          (line < cell.count ? cell[line] : "").padded(to: width)
        }
        return ("  " + parts.joined(separator: "  ")).trimmedAtEnd
      }
    }
    return table + remarks.flatMap { $0.wrapped(indent: "  ", first: "") }
  }

  /// How wide the columns are at most; together 100 with the spaces between.
  private static let widest = [40, 43, 11]

  fileprivate var markdown: String {
    var text = "## \(heading.inMarkdown)\n"
    if !rows.isEmpty {
      text += "\n| \(columns.map(\.inMarkdown).joined(separator: " | ")) |\n"
      text += "|" + String(repeating: "---|", count: columns.count) + "\n"
      text += rows.map { "| \($0.map(\.inMarkdown).joined(separator: " | ")) |\n" }.joined()
    }
    return text + remarks.map { "\n\($0.inMarkdown)\n" }.joined()
  }
}
