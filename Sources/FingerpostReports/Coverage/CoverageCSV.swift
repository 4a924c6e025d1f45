import FingerpostAnalysis
import FingerpostModel
import Spreadsheets

extension CoverageReport {
  /// One line a cell of each of several reports, for spreadsheets.
  static func csv(of reports: [CoverageReport]) -> String {
    guard !reports.isEmpty else { return "" }
    var writer = CSVWriter()
    writer.write(columns)
    for row in reports.flatMap(\.rows) { writer.write(row) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The headings of `rows`.
  static let columns = [
    "map", "need", "ages from", "ages to", "area", "condition", "answer", "way through",
    "look twice",
    "why", "smallest change", "to ask",
  ]

  /// A row of a table for each cell.
  var rows: [[String]] {
    let words = wording
    return entries.map { entry in
      [
        map.title.onOneLine, words.name(of: entry.cell.need), entry.cell.ages.from.description,
        entry.cell.ages.to.description, words.name(of: entry.cell.area),
        condition.map { words.name(of: $0) } ?? "none", entry.answer.inWords(words),
        entry.way.map { words.way($0.services) } ?? "",
        entry.flags.map { words.flag($0, waitOver: longestWait) }.joined(separator: " "),
        entry.answer == .gap ? entry.gap.map(words.reason) ?? "" : "",
        entry.repairs.first.map(words.repair) ?? "",
        (entry.possible?.missing ?? []).map(words.question).joined(separator: "; "),
      ]
    }
  }
}

extension CoverageAnswer {
  func inWords(_ words: CoverageWording) -> String {
    switch self {
    case .covered: "covered"
    case .coveredForSome(let conditions):
      "covered for some: \(words.names(of: conditions))"
    case .gap: "gap"
    case .notStated: "the map does not say"
    }
  }
}
