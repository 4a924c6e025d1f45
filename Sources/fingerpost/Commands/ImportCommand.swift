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

/// Makes a map of a file of another program.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandName.`import`.configuration(
    abstract: "Make a map of a spreadsheet or another program's file.",
    discussion: """
      Shows what the file would make: how many services, routes and other elements, what was left out \
      and every problem with its place. Nothing is written until --output names the map file, and only \
      when all of it can be read; what it names and does not hold is told and kept. An import never writes \
      over a map that is there.

      Formats: \(InterchangeFormat.listing { $0.isReadable })
      """)

  @Argument(help: "The file to read, or a folder of its tables.", completion: .file())
  var path: String

  @Option(
    name: .shortAndLong, help: "The format; without it, the ending of the file's name decides.")
  var format: ReadableFormat?

  @Option(
    name: .shortAndLong, help: "The map file to write, or a folder for a map of several files.",
    completion: .file(extensions: ["yaml"]), transform: String.init(path:))
  var output: String?

  @OptionGroup var reading: ImportReadingOptions

  func validate() throws {
    _ = try ImportReadingOptions.format(of: path, asked: format)
    if let output, !output.isMapFile,
      let ending = InterchangeFormat.allCases.flatMap(\.fileEndings).first(where: {
        output.lowercased().hasSuffix(".\($0)")
      })
    {
      throw ValidationError(
        "An import makes a map file, and not a file that ends with .\(ending); name one that ends with "
          + ".yaml, or a folder.")
    }
  }

  func run() throws {
    let terminal = Terminal()
    let format = try ImportReadingOptions.format(of: path, asked: format)
    guard let options = try reading.options(terminal) else {
      return try Ending.unreadable.end()
    }
    var document = format.read(path, options, as: output ?? "map")
    for problem in document.problems { terminal.note("\(problem)") }
    for count in document.counts { terminal.result("\(count)") }
    guard let map = document.map else {
      terminal.note("\(path): no map can be made of it yet; mend the errors above and import again")
      return try Ending.unreadable.end()
    }
    terminal.result("The map would hold: \(map.holdings)")
    let ending = document.ending
    // A large map need not be in memory while its files are written.
    document.map = nil
    guard let output else {
      terminal.note(
        document.files.count == 1
          ? "Nothing is written yet; name the map file with --output."
          : "Nothing is written yet. It is too much for one file, so name a folder with --output.")
      return try ending.end()
    }
    let kept = KeptFile(of: document.files.first?.name ?? output)
    for path in [output, kept.path] where FileManager.default.fileExists(atPath: path) {
      terminal.note(
        "\(path) is there already and stays as it is; name another file, or use `fingerpost merge`")
      return try Ending.undrawn.end()
    }
    var made: [String] = []
    do {
      try write(document, to: output, kept, &made)
    } catch {
      // Half an import would stand in the way of the next.
      for path in made { try? FileManager.default.removeItem(atPath: path) }
      terminal.note("\(output): nothing was written. \(error)")
      return try Ending.undrawn.end()
    }
    if !document.kept.isEmpty { terminal.result(kept.path) }
    for file in document.files { terminal.result(file.name) }
    try ending.end()
  }

  // Writes the map and what is kept beside it, none of which is there yet; last the file with the title,
  // without which a folder is no map. Notes what has been made, so that it can be taken back.
  private func write(
    _ document: ImportedDocument, to output: String, _ kept: KeptFile, _ made: inout [String]
  ) throws {
    if !output.isMapFile {
      try FileManager.default.createDirectory(
        atPath: output, withIntermediateDirectories: false)
      made.append(output)
    }
    if !document.kept.isEmpty {
      try AtomicFile(path: kept.path).write(
        parts: document.kept.lazy.map { $0.line + [UInt8(ascii: "\n")] })
      made.append(kept.path)
    }
    for file in document.files.reversed() {
      var bytes = file.bytes
      // The files of a large map are left as they are: laid out they would take twice the memory.
      if document.files.count == 1,
        case .laidOut(let laidOut) = MapLayout.outcome(for: bytes, file: file.name)
      {
        bytes = laidOut
      }
      try AtomicFile(path: file.name).write(bytes)
    }
  }
}

extension ImportedDocument {
  /// How a command that reads it ends.
  var ending: Ending {
    guard map != nil else { return .unreadable }
    return problems.contains { $0.severity == .error } ? .unsound : .fine
  }
}

extension SystemMap {
  /// How many elements of each sort it holds, in words.
  var holdings: String {
    let counts: [(Int, String, String)] = [
      (organisations.count, "organisation", "organisations"),
      (services.count, "service", "services"), (routes.count, "route", "routes"),
      (boards.count, "board", "boards"), (programmes.count, "programme", "programmes"),
      (agreements.count, "agreement", "agreements"), (flows.count, "flow", "flows"),
      (documents.count, "document", "documents"), (links.count, "link", "links"),
      (areas.count, "area", "areas"), (needs.count, "need", "needs"),
      (conditions.count, "condition", "conditions"), (sources.count, "source", "sources"),
    ]
    let told = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    return told.isEmpty ? "nothing" : told.joined(separator: ", ")
  }
}
