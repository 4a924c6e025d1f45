/// The forms in which the result of a check is written.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// For people at a terminal.
  case text
}
