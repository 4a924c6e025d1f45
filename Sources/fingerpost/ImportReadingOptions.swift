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

  /// What the person says about the file.
  func options() throws -> ImportOptions {
    var options = ImportOptions()
    for column in columns {
      guard let sign = column.lastIndex(of: "="), sign != column.startIndex,
        column.index(after: sign) != column.endIndex
      else {
        throw ValidationError(
          "--column is a heading of the file and a key of a map with = between them, such as "
            + "'Service name=name', not '\(column)'.")
      }
      options.columns[String(column[..<sign])] = String(column[column.index(after: sign)...])
    }
    return options
  }

  /// The format of a file.
  static func format(of path: String, asked: InterchangeFormat?) throws -> InterchangeFormat {
    if let asked {
      if !asked.isReadable { throw ValidationError("\(asked.title) can only be written.") }
      return asked
    }
    if let found = InterchangeFormat.of(path, isWritten: false) { return found }
    throw ValidationError(
      "Which format is \(path) in? Name it with --format: "
        + InterchangeFormat.allCases.filter(\.isReadable).map(\.rawValue).joined(separator: ", "))
  }
}
