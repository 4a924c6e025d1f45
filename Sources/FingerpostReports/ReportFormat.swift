/// The forms in which the result of a check is written.
public enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  /// For people at a terminal.
  case text
  /// For a pull request or a paper.
  case markdown
  /// For programs, in a documented schema of its own.
  case json
  /// The Static Analysis Results Interchange Format 2.1.0, for editors and code hosts.
  case sarif
  /// The XML that build servers read as test results.
  case junit
  /// Annotations on the lines of a change, for GitHub's build runner.
  case github

  /// What it is for, in a few words, for the help.
  public var purpose: String {
    switch self {
    case .text: "for people at a terminal"
    case .markdown: "for a pull request or a paper"
    case .json: "for programs"
    case .sarif: "for editors and code hosts"
    case .junit: "for build servers"
    case .github: "annotations on GitHub"
    }
  }

  /// What writes a report in this form, a map at a time.
  public func writer(_ settings: ReportSettings) -> any ReportWriter {
    switch self {
    case .text: TextReport(settings)
    case .markdown: MarkdownReport(settings)
    case .json: JSONReport(settings)
    case .sarif: SARIFReport(settings)
    case .junit: JUnitReport(settings)
    case .github: GitHubReport(settings)
    }
  }
}

/// Writes one report, a map at a time, so that a report on many maps never has to be held in
/// memory as a whole.
///
/// What the three functions return, one after another, is the report.
public protocol ReportWriter {
  /// What stands before the first map.
  mutating func beginning() -> String
  /// What the report says of a map.
  mutating func part(about map: MapReport) -> String
  /// What stands after the last map.
  mutating func ending() -> String
}
