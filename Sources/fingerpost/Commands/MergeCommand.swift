import ArgumentParser
import FingerpostFormats
import FingerpostInterchange
import FingerpostModel
import GraphvizRendering

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Joins an import into a map that is there.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandName.merge.configuration(
    abstract: "Join a spreadsheet, another program's file or another map into a map.",
    discussion: """
      Elements are the same when they have the same id, the same number in a register, or the same name; \
      about names that are merely alike you are asked. What the import says and the map does not is added, \
      nothing is taken away, and where both say something the map's stays. Comments, the order and every \
      other byte of the map file stay as they are. Nothing is written without --write.
      """)

  @Argument(help: "The map file.", completion: .file(extensions: ["yaml"]))
  var map: String

  @Argument(help: "What to join into it: a file that `fingerpost import` reads, or a map file.")
  var path: String

  @Option(
    name: .shortAndLong,
    help: "The format of the import; without it, the ending of its name decides.")
  var format: ReadableFormat?

  @OptionGroup var reading: ImportReadingOptions

  @Option(
    help: ArgumentHelp(
      "An element of the import that the map has under another id; can be given several times.",
      valueName: "imported-id=map-id"))
  var same: [String] = []

  @Option(
    help: ArgumentHelp(
      "An element of the import that the map does not have; can be given several times.",
      valueName: "imported-id"))
  var new: [String] = []

  @Flag(help: "Believe the import where it says something else than the map.")
  var takeImport = false

  @Flag(help: "Write the map file.")
  var write = false

  private var isMap: Bool {
    format == nil && [".yaml", ".yml"].contains { path.lowercased().hasSuffix($0) }
  }

  func validate() throws {
    if !isMap { _ = try ImportReadingOptions.format(of: path, asked: format) }
    _ = try answers()
  }

  func run() throws {
    let terminal = Terminal()
    if FileAccess().isFolder(map) == true {
      terminal.note("\(map): this is a folder; name the map file in it to join the import into")
      return try Ending.unreadable.end()
    }
    let document = try terminal.onlyMap(at: map)
    for diagnostic in document.diagnostics { terminal.report(diagnostic) }
    let (file, _) = FileAccess().mapFile(at: map)
    guard let file, let system = document.map, document.isSound else {
      terminal.note("\(map): not changed; mend the problems above first")
      return try Ending.unreadable.end()
    }
    guard let (incoming, text, kept) = try read(terminal, for: system),
      let merge = MapMerge(
        of: incoming, text: text, into: system, file: file, answers: try answers())
    else {
      terminal.note("\(path): not joined; mend the problems above and try again")
      return try Ending.unreadable.end()
    }
    for answer in merge.wrongAnswers { terminal.note(answer) }
    guard merge.wrongAnswers.isEmpty else { return try Ending.unreadable.end() }
    for group in MergeReport.Group.allCases {
      guard let lines = merge.report.lines[group] else { continue }
      terminal.result("\(group.rawValue): \(lines.count)")
      for line in lines { terminal.result("  \(line)") }
    }
    if merge.isEmpty {
      terminal.result(
        merge.report.hasQuestions
          ? "Nothing is added or changed before the questions are answered."
          : "There is nothing to add or change.")
    }
    let ending: Ending = merge.report.hasQuestions ? .unsound : .fine
    guard write else {
      if !merge.isEmpty { terminal.note("Nothing is written yet; write it with --write.") }
      return try ending.end()
    }
    try finish(merge, file, kept, terminal)
    try ending.end()
  }

  // MARK: - Reading

  private func answers() throws -> MergeAnswers {
    var answers = MergeAnswers()
    answers.new = Set(new)
    answers.takesImport = takeImport
    for pair in same {
      let ids = pair.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard ids.count == 2, !ids.contains("") else {
        throw ValidationError(
          "--same is an id of the import and an id of the map with = between them, such as "
            + "heath-visiting=health-visiting, not '\(pair)'.")
      }
      guard answers.same.updateValue(ids[1], forKey: ids[0]) == nil, !answers.new.contains(ids[0])
      else { throw ValidationError("There are two answers about \(ids[0]); give one.") }
    }
    return answers
  }

  /// The import as a map, as the text of a map file, and what no map can hold.
  private func read(
    _ terminal: Terminal, for map: SystemMap
  ) throws -> (map: SystemMap, text: [UInt8], kept: [KeptStatement])? {
    if isMap {
      let files = FileAccess()
      let (bytes, problem) = files.mapFile(at: path)
      if let problem { terminal.report(problem) }
      guard let bytes else { return nil }
      let document = MapReader(files: files).read(bytes, file: path)
      for diagnostic in document.diagnostics where diagnostic.category != .unknownReference {
        terminal.report(diagnostic)
      }
      return document.map.map { ($0, bytes, []) }
    }
    let format = try ImportReadingOptions.format(of: path, asked: format)
    guard var options = try reading.options(terminal) else { return nil }
    options.map = map
    let document = format.read(path, options)
    for problem in document.problems where problem.category != .unknownReference {
      terminal.note("\(problem)")
    }
    return document.map.map { ($0, document.files[0].bytes, document.kept) }
  }

  // MARK: - Writing

  private func finish(
    _ merge: MapMerge, _ file: [UInt8], _ kept: [KeptStatement], _ terminal: Terminal
  ) throws {
    do {
      var bytes = try merge.bytes()
      // Whoever keeps the file in its one layout goes on doing so.
      if case .laidOut(file) = MapLayout.outcome(for: file, file: map),
        case .laidOut(let laidOut) = MapLayout.outcome(for: bytes, file: map)
      {
        bytes = laidOut
      }
      let merged = MapReader().read(bytes, file: map)
      guard merged.isSound else {
        for diagnostic in merged.diagnostics { terminal.report(diagnostic) }
        terminal.note("\(map): stays as it is; joined, the map would have the problems above")
        return try Ending.undrawn.end()
      }
      for diagnostic in merged.diagnostics { terminal.report(diagnostic) }
      // Kept first: what is kept twice is kept once, and what no map names is not written back.
      try keep(kept, merge, terminal)
      if merge.isEmpty { return }
      try AtomicFile(path: map).write(bytes, inPlaceOf: file)
      terminal.result(map)
      if merged.diagnostics.contains(where: { $0.severity == .error }) {
        try Ending.unsound.end()
      }
    } catch let error as ExitCode {
      throw error
    } catch {
      terminal.note("\(map): stays as it is. \(error)")
      try Ending.undrawn.end()
    }
  }

  /// Adds what no map can hold to what is kept beside the map.
  private func keep(
    _ statements: [KeptStatement], _ merge: MapMerge, _ terminal: Terminal
  ) throws {
    let file = KeptFile(of: map)
    var seen = Set(terminal.kept(in: file))
    let more = statements.compactMap { statement -> KeptStatement? in
      var statement = statement
      if let element = ElementID(statement.element) {
        guard let address = merge.address(of: element) else { return nil }
        statement.element = "\(address)"
      }
      return seen.insert(statement).inserted ? statement : nil
    }
    guard !more.isEmpty else { return }
    var bytes = FileManager.default.contents(atPath: file.path).map { [UInt8]($0) } ?? []
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    for statement in more { bytes += statement.line + [UInt8(ascii: "\n")] }
    try AtomicFile(path: file.path).write(bytes)
    terminal.result(file.path)
  }
}
