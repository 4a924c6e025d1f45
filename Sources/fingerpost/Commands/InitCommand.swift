import ArgumentParser
import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import GraphvizRendering

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes a map to start from.
struct InitCommand: ParsableCommand {
  static let configuration = CommandName.`init`.configuration(
    abstract: "Write a map to start from.",
    discussion: """
      The map is small, sound and full of explanations. Replace its services by your own, then \
      check it and draw it. A file that is there already is never written over.
      """)

  @Argument(help: "The place that the map is about, such as Exampleton.")
  var place = "Exampleton"

  @Option(
    name: .shortAndLong, help: "The file to write; named after the place otherwise.",
    completion: .file(), transform: String.init(path:))
  var output: String?

  @Option(
    name: .customLong("on"),
    help: "The date of what the map says, such as 2026-11-21; today otherwise.")
  var date: CalendarDate?

  func run() throws {
    let terminal = Terminal()
    let stem = place.asID
    let path = output ?? (stem.isEmpty ? "map" : stem) + ".yaml"
    guard !FileManager.default.fileExists(atPath: path) else {
      terminal.note("\(path) is there already, and stays as it is; name another file with --output")
      throw ExitCode(1)
    }
    let text = StarterMap.text(place: place, asOf: date ?? .today)
    do throws(AtomicFile.WritingError) {
      try AtomicFile(path: path).write(Array(text.utf8))
    } catch {
      terminal.note("\(error)")
      throw ExitCode(70)
    }
    terminal.result(
      """
      Wrote \(path). Next:
        fingerpost check \(path)
        fingerpost draw \(path)
      """)
  }
}
