import FingerpostAnalysis
import FingerpostModel

extension CoverageReport {
  /// One line a cell, for spreadsheets, as RFC 4180 has it.
  ///
  /// A text that a spreadsheet would take for a formula gets a space before it.
  public var csv: String { Self.csvHead + csvRows }

  /// The heading.
  static let csvHead =
    "map,need,ages from,ages to,area,condition,answer,way through,look twice,why,smallest change,"
    + "to ask\r\n"

  /// The lines after the heading.
  var csvRows: String {
    let words = wording
    let rows = entries.map { entry in
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
    return rows.map { $0.map(\.asField).joined(separator: ",") + "\r\n" }.joined()
  }
}

extension CoverageAnswer {
  fileprivate func inWords(_ words: CoverageWording) -> String {
    switch self {
    case .covered: "covered"
    case .coveredForSome(let conditions):
      "covered for some: \(words.names(of: conditions))"
    case .gap: "gap"
    case .notStated: "the map does not say"
    }
  }
}

extension String {
  fileprivate var asField: String {
    let text = first.map { "=+-@\t\r".contains($0) } ?? false ? " " + self : self
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
