public import FingerpostModel

/// Something a person should know about a file that is imported, and where it stands.
public struct ImportProblem: Hashable, Sendable {
  /// How much it matters: an error has to be mended before a map can be written.
  public var severity: Severity
  /// What sort of problem it is.
  public var category: Diagnostic.Category
  /// One or two sentences in plain English: what is wrong, and what to do next.
  public var message: String
  /// Where it stands; `nil` when it concerns no place in particular.
  public var place: ImportPlace?

  /// Makes a problem.
  public init(
    _ severity: Severity, _ category: Diagnostic.Category, _ message: String,
    at place: ImportPlace?
  ) {
    self.severity = severity
    self.category = category
    self.message = message
    self.place = place
  }
}

extension ImportProblem {
  /// Tells of files of a folder that nothing was read of; `nil` when there are none.
  init?(passedOver names: [String], at place: ImportPlace) {
    guard !names.isEmpty else { return nil }
    let shown = names.prefix(10).map { "`\($0.shortenedForMessage)`" }.joined(separator: ", ")
    self.init(
      .note, .file,
      "nothing was read of \(shown)"
        + (names.count > 10 ? " and \(names.count - 10) more" : "")
        + ", which this format does not read", at: place)
  }
}

extension ImportProblem: CustomStringConvertible {
  /// `file, row 3, column B (kind): error: message`, on one line whatever the file holds.
  ///
  /// The category is for programs: whoever keeps a spreadsheet need not know what a key or a YAML is.
  public var description: String {
    ((place.map { "\($0): " } ?? "") + "\(severity.rawValue): \(message)").onOneLine
  }
}
