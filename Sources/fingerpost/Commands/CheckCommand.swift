import ArgumentParser
import FingerpostFormats
import FingerpostModel

/// Says what is wrong with maps, and where.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandName.check.configuration(
    abstract: "Say what is wrong with a map, and where.",
    discussion: """
      Reads the maps and reports everything that keeps them from being sound: what cannot be read, \
      words and ids that the map format does not know, dates and ages that cannot be, circles in \
      reporting lines, and references to what a map does not hold.

      Each problem has its file, line and column, and says what to do. Nothing is changed.
      """)

  @Argument(help: "Map files, or folders of them.", completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String]

  @Flag(name: .shortAndLong, help: "Print problems only.")
  var quiet = false

  func run() throws {
    let terminal = Terminal()
    var ending = Ending.fine
    for document in paths.flatMap({ MapReader().read(path: $0) }) {
      for diagnostic in document.diagnostics { terminal.report(diagnostic) }
      ending = max(ending, document.ending)
      if !quiet { terminal.result(document.verdict) }
    }
    try ending.end()
  }
}

extension MapDocument {
  /// How a command that only reads the map ends.
  var ending: Ending {
    guard isReadable else { return .unreadable }
    return diagnostics.contains { $0.severity == .error } ? .unsound : .fine
  }

  /// One line on what was read and whether it is sound.
  var verdict: String {
    let errors = diagnostics.count { $0.severity == .error }
    let problems = errors == 1 ? "1 problem" : "\(errors) problems"
    guard let map else { return "\(files[0]): cannot be read as a map, \(problems)" }
    let content = [
      (map.services.count, "service", "services"), (map.routes.count, "route", "routes"),
      (map.boards.count, "board", "boards"), (map.programmes.count, "programme", "programmes"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }.joined(separator: ", ")
    return "\(files[0]): \(map.title) (\(content.isEmpty ? "nothing yet" : content)): "
      + (errors == 0 ? "sound" : problems)
  }
}
