import ArgumentParser
import FingerpostAnalysis
import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import GraphvizRendering

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Draws maps.
struct DrawCommand: AsyncParsableCommand {
  static let configuration = CommandName.draw.configuration(
    abstract: "Draw a map as pictures.",
    discussion: """
      Writes one folder a map, with one picture a view; one that is too large for a page becomes an \
      overview and pages. A picture that could not be drawn leaves the one from before as it was; a \
      map with problems is not drawn until they are mended. What a route or a list names but the \
      map does not hold is drawn with a dashed outline.

      Views: \(ViewName.allCases.map(\.help).joined(separator: "; ")). A view that the map defines \
      under the id `north` is also drawn by itself, with `--view view-north`.
      """)

  @Argument(help: "Map files, or folders of them.", completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String]

  @OptionGroup var pictures: PictureOptions

  @OptionGroup var readers: AudienceOption

  @Option(
    name: .customLong("on"),
    help: "The date to draw for, such as 2026-11-21; the map's own otherwise.")
  var date: CalendarDate?

  @Flag(help: "Say how well each picture can be read, and why it is arranged as it is.")
  var explain = false

  @OptionGroup(title: "One family")
  var family: FamilyArguments

  func run() async throws {
    let terminal = Terminal()
    let audience = readers.audience
    var ending = Ending.fine
    let words = MapWords(asked: pictures.words)
    for diagnostic in words.diagnostics { terminal.report(diagnostic) }
    if words.diagnostics.contains(where: { $0.severity == .error }) {
      try Ending.unreadable.end()
    }
    let drawing = MapDrawing(
      pictures, date: date, words: words, audience: audience,
      unlessNamed: family.isAsked ? [.pathway] : ViewName.allCases, terminal)
    var jobs: [MapDrawing.Job] = []
    var folders: [String: String] = [:]
    for document in paths.flatMap({ MapReader().read(path: $0) }) {
      for diagnostic in document.diagnostics { terminal.report(diagnostic.told(to: audience)) }
      guard let map = document.map, document.isSound else {
        terminal.note("\(document.files[0]): not drawn; mend the problems above and draw again")
        ending = max(ending, document.ending)
        continue
      }
      if let other = folders.updateValue(document.files[0], forKey: map.id.rawValue) {
        terminal.note(
          "\(document.files[0]): not drawn, because \(other) has the id `\(map.id)` too; give one "
            + "of them another `id:`")
        ending = max(ending, .unsound)
        continue
      }
      let plan = drawing.plan(for: map, of: document, family: try family.question(to: map))
      for diagnostic in plan.diagnostics { terminal.report(diagnostic) }
      guard let planned = plan.jobs else {
        terminal.note("\(document.files[0]): not drawn; mend the file of words and draw again")
        ending = max(ending, .unreadable)
        continue
      }
      for remark in plan.remarks { terminal.note(remark) }
      jobs += planned
    }
    var explanations: [Int: [String]] = [:]
    var warned: Set<String> = []
    await drawing.draw(jobs, warned: &warned) { place, end, set in
      ending = max(ending, end)
      explanations[place] = set?.pictures.flatMap { picture in
        DrawingExplanation(
          of: picture.drawing, named: "\(jobs[place].map)/\(picture.diagram.name)"
        ).lines
      }
    }
    if explain {
      for line in jobs.indices.flatMap({ explanations[$0] ?? [] }) { terminal.result(line) }
    }
    try ending.end()
  }
}

/// The kinds of file that a picture is written as.
struct FileKinds: ExpressibleByArgument, Hashable, Sendable {
  /// One kind of file.
  enum Kind: Hashable, Sendable {
    case picture(OutputFormat)
    /// The picture in words.
    case text

    /// What its file's name ends in.
    var ending: String {
      switch self {
      case .picture(let format): format.rawValue
      case .text: "md"
      }
    }
  }

  var kinds: [Kind]

  var pictures: [OutputFormat] {
    kinds.compactMap { if case .picture(let format) = $0 { format } else { nil } }
  }

  init(kinds: [Kind]) { self.kinds = kinds }

  init?(argument: String) {
    kinds = []
    for word in argument.split(separator: ",").map({ String($0) }) {
      if word == "text" {
        kinds.append(.text)
      } else if let format = OutputFormat(rawValue: word) {
        kinds.append(.picture(format))
      } else {
        return nil
      }
    }
    if kinds.isEmpty { return nil }
  }

  var defaultValueDescription: String {
    kinds.map { if case .picture(let format) = $0 { format.rawValue } else { "text" } }
      .joined(separator: ",")
  }
}
