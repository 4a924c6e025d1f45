/// The forms in which coverage is written.
public enum CoverageFormat: String, CaseIterable, Sendable {
  /// Tables and lists for people at a terminal.
  case terminal
  /// One line a cell, for spreadsheets.
  case csv
  /// Everything, for programs.
  case json
  /// Tables and lists for documents.
  case markdown
}

extension CoverageFormat {
  /// Reports in this form, one after another.
  ///
  /// CSV has its heading once. JSON is one object for one report, and a list for several.
  public func text(of reports: [CoverageReport]) -> String {
    switch self {
    case .terminal: reports.map(\.text).joined(separator: "\n")
    case .markdown: reports.map(\.markdown).joined(separator: "\n")
    case .csv: CoverageReport.csv(of: reports)
    case .json: reports.count == 1 ? reports[0].json : CoverageReport.json(of: reports)
    }
  }
}
