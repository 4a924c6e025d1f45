import ArgumentParser
import FingerpostFormats
import GraphvizRendering

/// Writes map files in their one layout.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandName.format.configuration(
    abstract: "Write map files in their one layout, with every comment.",
    discussion: """
      Two spaces of indentation; keys in the order in which `docs/map-format.md` lists them; small \
      records and lists of words on one line where they fit in 100 columns and hold no comment. What the \
      file says, its comments and its line ends stay as they are. A file that repeats values with `&name` \
      and `*name` stays as it is.
      """)

  @Argument(help: "The map files.", completion: .file(extensions: ["yaml"]))
  var paths: [String]

  @Flag(help: "Write nothing; name each file that is not in this layout, and end with 1 for one.")
  var check = false

  func run() throws {
    let terminal = Terminal()
    var ending = Ending.fine
    for path in paths.eachOnce { ending = max(ending, layOut(path, terminal)) }
    try ending.end()
  }

  private func layOut(_ path: String, _ terminal: Terminal) -> Ending {
    let files = FileAccess()
    guard let isFolder = files.isFolder(path) else {
      terminal.note("\(path): there is no file of that name; check the name")
      return .unreadable
    }
    guard !isFolder else {
      terminal.note("\(path): this is a folder; name the map files in it, such as \(path)/*.yaml")
      return .unreadable
    }
    let (bytes, problem) = files.mapFile(at: path)
    guard let bytes else {
      if let problem { terminal.report(problem) }
      return .unreadable
    }
    switch MapLayout.outcome(for: bytes, file: path) {
    case .unreadable(let diagnostics):
      for diagnostic in diagnostics { terminal.report(diagnostic) }
      terminal.note("\(path): stays as it is; mend the problems above first")
      return .unreadable
    case .left(let reason):
      terminal.note("\(path): stays as it is, because \(reason)")
      return .undrawn
    case .laidOut(bytes): return .fine
    case .laidOut where check:
      terminal.result(path)
      return .unsound
    case .laidOut(let laidOut):
      do throws(AtomicFile.WritingError) {
        try AtomicFile(path: path).write(laidOut, inPlaceOf: bytes)
      } catch {
        terminal.note("\(error)")
        return .undrawn
      }
      terminal.result(path)
      return .fine
    }
  }
}
