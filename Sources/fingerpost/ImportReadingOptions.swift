import ArgumentParser
import FingerpostInterchange

/// How a file of another program is to be read.
struct ImportReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("column"),
    help: ArgumentHelp(
      "What a column of the file is for, such as 'Service name=name'; can be given several times.",
      valueName: "heading=key"))
  var columns: [String] = []

  @Option(
    name: .customLong("columns"),
    help: ArgumentHelp(
      "A file (CSV) that says this of many columns: a heading and a key in each row.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]), transform: String.init(path:))
  var columnsFile: String?

  func validate() throws { _ = try asked() }

  /// What the options for single columns say.
  private func asked() throws -> [(heading: String, key: String)] {
    try columns.map { column in
      guard let sign = column.lastIndex(of: "="), sign != column.startIndex,
        column.index(after: sign) != column.endIndex
      else {
        throw ValidationError(
          "--column is a heading of the file and a key of a map with = between them, such as "
            + "'Service name=name', not '\(column)'.")
      }
      return (String(column[..<sign]), String(column[column.index(after: sign)...]))
    }
  }

  /// What the person says about the file; an option for a column goes before the file of many.
  ///
  /// - Returns: `nil` when the file of columns cannot be understood, which is then told.
  func options(_ terminal: Terminal) throws -> ImportOptions? {
    var options = ImportOptions()
    if let columnsFile {
      let problems = options.readColumns(from: columnsFile)
      for problem in problems { terminal.note("\(problem)") }
      guard problems.isEmpty else { return nil }
    }
    for (heading, key) in try asked() { options.say(heading, isFor: key) }
    return options
  }

  /// The format of a file.
  static func format(of path: String, asked: ReadableFormat?) throws -> InterchangeFormat {
    if let asked { return asked.format }
    if let found = InterchangeFormat.of(path, isWritten: false) { return found }
    throw ValidationError(
      "Which format is \(path) in? Name it with --format: "
        + ReadableFormat.allValueStrings.joined(separator: ", "))
  }
}
