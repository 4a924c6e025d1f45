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

extension CoverageReport {
  /// The report in one of its forms.
  public func written(as format: CoverageFormat) -> String {
    switch format {
    case .terminal: text
    case .csv: csv
    case .json: json
    case .markdown: markdown
    }
  }
}
