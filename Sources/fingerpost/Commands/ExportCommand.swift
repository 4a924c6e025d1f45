import ArgumentParser
import FingerpostAnalysis
import FingerpostFormats
import FingerpostInterchange
import FingerpostModel
import FingerpostPublishing
import GraphvizRendering

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes a map in the format of another program.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandName.export.configuration(
    abstract: "Write a map in a format of other programs.",
    discussion: """
      Formats: \(InterchangeFormat.listing { $0.isWritable })

      Without --output, a format of one file is written to standard output. `docs/formats.md` says of \
      each format what it holds of a map and what it does not.
      """)

  @Argument(help: "A map file, or the folder of one map.", completion: .file(extensions: ["yaml"]))
  var path: String

  @Option(
    name: .shortAndLong,
    help: "The format; without it, the ending of the output's name decides.")
  var format: InterchangeFormat?

  @Option(
    name: .shortAndLong, help: "The file to write, or the folder for a format of several files.",
    completion: .file(), transform: String.init(path:))
  var output: String?

  @OptionGroup var readers: AudienceOption

  func validate() throws {
    guard let format = format ?? output.flatMap({ InterchangeFormat.of($0, isWritten: true) })
    else {
      throw ValidationError(
        "Which format? Name one with --format: "
          + InterchangeFormat.allCases.filter(\.isWritable).map(\.rawValue).joined(separator: ", "))
    }
    if !format.isWritable { throw ValidationError("\(format.title) can only be read.") }
    if format.isFolder, output == nil {
      throw ValidationError("\(format.title) is several files; name a folder with --output.")
    }
  }

  func run() throws {
    guard let format = format ?? output.flatMap({ InterchangeFormat.of($0, isWritten: true) })
    else { return }
    let terminal = Terminal()
    let document = try terminal.onlyMap(at: path)
    guard
      let map = terminal.soundMap(
        of: document, for: readers.audience,
        otherwise: "not exported; mend the problems above and export again")
    else { return try max(document.ending, .unsound).end() }
    let (profiles, problems) = Standards(asked: []).profiles(for: document)
    try terminal.require(problems)
    let shown = map.shown(to: readers.audience, smallestCount: profiles.smallestPublicCount)
    let keptFile = KeptFile(of: document.files[0])
    // Nobody has looked what of it may be seen by whom, apart from whether a service is in use.
    let statements = terminal.kept(in: keptFile).compactMap {
      readers.audience == .operational ? $0 : $0.statusOnly
    }
    if format.keepsStatements, !FileManager.default.fileExists(atPath: keptFile.path),
      map.services.contains(where: { $0.directoryID != nil })
    {
      terminal.note(
        "\(keptFile.path): note: this file is not there, in which an import keeps what a directory says "
          + "and a map does not; without it, only what the map says is written")
    }
    let files: [ExportedFile]
    do {
      files = try format.write(shown, kept: statements)
    } catch {
      terminal.note("\(error)")
      return try Ending.undrawn.end()
    }
    guard let output else {
      terminal.bytes(files[0].bytes)
      return try document.ending.end()
    }
    guard terminal.mayWrite(output, besides: document.files + [keptFile.path]) else {
      return try Ending.undrawn.end()
    }
    if format.isFolder {
      guard terminal.makeFolder(output), isFree(output, for: files, terminal) else {
        return try Ending.undrawn.end()
      }
    }
    for file in files {
      let path = format.isFolder ? "\(output)/\(file.name)" : output
      do throws(AtomicFile.WritingError) {
        try AtomicFile(path: path).write(file.bytes)
        terminal.result(path)
      } catch {
        terminal.note("\(error)")
        try Ending.undrawn.end()
      }
    }
    try document.ending.end()
  }

  /// Whether a folder holds no file of the sort that an export does not write anew, such as a table of an
  /// earlier one: whoever reads the folder would take it for a part of the map.
  private func isFree(
    _ folder: String, for files: [ExportedFile], _ terminal: Terminal
  ) -> Bool {
    let written = Set(files.map(\.name))
    let endings = Set(written.compactMap { $0.split(separator: ".").last })
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let other = names.sorted().first { name in
      !written.contains(name) && name.split(separator: ".").last.map(endings.contains) ?? false
    }
    guard let other else { return true }
    terminal.note(
      "\(folder)/\(other): this file is no part of the export, and would be read as one; take it out of "
        + "the folder, or name another folder with --output. Nothing was written.")
    return false
  }
}

extension InterchangeFormat {
  /// The formats that meet a condition, a line each.
  static func listing(where isListed: (InterchangeFormat) -> Bool) -> String {
    allCases.filter(isListed).map { "\($0.rawValue) (\($0.title))" }.joined(separator: ", ")
  }
}
