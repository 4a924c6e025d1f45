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
  var format: InterchangeFormat?

  @Option(
    name: .shortAndLong, help: "The map file to write.", completion: .file(extensions: ["yaml"]),
    transform: String.init(path:))
  var output: String?

  @OptionGroup var reading: ImportReadingOptions

  func validate() throws {
    _ = try ImportReadingOptions.format(of: path, asked: format)
    _ = try reading.options()
  }

  func run() throws {
    let terminal = Terminal()
    let format = try ImportReadingOptions.format(of: path, asked: format)
    let document = format.read(path, try reading.options(), as: output ?? "map.yaml")
    for problem in document.problems { terminal.note("\(problem)") }
    for count in document.counts { terminal.result("\(count.number) \(count.of)") }
    guard let map = document.map else {
      terminal.note("\(path): no map can be made of it yet; mend the errors above and import again")
      return try Ending.unreadable.end()
    }
    terminal.result("The map would hold: \(map.holdings)")
    guard let output else {
      terminal.note("Nothing is written yet; name the map file with --output.")
      return try document.ending.end()
    }
    let kept = KeptFile(of: output)
    for path in [output, kept.path] where FileManager.default.fileExists(atPath: path) {
      terminal.note(
        "\(path) is there already and stays as it is; name another file, or use `fingerpost merge`")
      return try Ending.undrawn.end()
    }
    do throws(AtomicFile.WritingError) {
      if !document.kept.isEmpty {
        try AtomicFile(path: kept.path).write(
          Array(document.kept.map { $0.line + [UInt8(ascii: "\n")] }.joined()))
        terminal.result(kept.path)
      }
      try AtomicFile(path: output).write(document.text)
      terminal.result(output)
    } catch {
      terminal.note("\(error)")
      return try Ending.undrawn.end()
    }
    try document.ending.end()
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
