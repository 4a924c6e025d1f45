import ArgumentParser
import FingerpostAnalysis
import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
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

      Files that an earlier run drew and that this one would draw no more, such as the card of a \
      service that is gone, are removed, unless somebody changed them since. Other files stay.

      Views: \(ViewName.allCases.map(\.help).joined(separator: "; ")). A view that the map defines \
      under the id `north` is also drawn by itself, with `--view view-north`.
      """)

  @Argument(help: "Map files, or folders of them.", completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String]

  @OptionGroup var pictures: PictureOptions

  @OptionGroup var readers: AudienceOption

  @Option(
    name: .customLong("on"),
    help: "The date to draw for, such as 2026-11-21, or `today`; the map's own otherwise.")
  var date: CalendarDate?

  @Flag(help: "Say how well each picture can be read, and why it is arranged as it is.")
  var explain = false

  @Flag(
    help:
      "Keep where everything stands in a layout file beside the map, so that later pictures hold still."
  )
  var lock = false

  @Flag(
    help: "Arrange pictures afresh that a layout file holds still, and say how far they had come.")
  var relayout = false

  @OptionGroup var cache: CacheOption

  @OptionGroup(title: "One family")
  var family: FamilyArguments

  func run() async throws {
    try await CachedRun.perform(cache) { try await draw(in: $0) }
  }

  private func draw(in run: CachedRun) async throws -> Ending {
    let terminal = run.terminal
    let audience = readers.audience
    var ending = Ending.fine
    let words = MapWords(asked: pictures.words, files: run.files)
    try terminal.require(words.diagnostics)
    let views = family.isAsked ? [.pathway] : ViewName.allCases
    var drawing = MapDrawing(
      pictures, date: date, words: words, audience: audience, unlessNamed: views, in: run)
    drawing.isAfresh = relayout
    var jobs: [MapDrawing.Job] = []
    var files: [String: String] = [:]
    var plans: [String: MapDrawing.Plan] = [:]
    var remarks: [String] = []
    var own = OwnViewSearch(for: pictures.view)
    for document in paths.eachOnce.flatMap({ MapReader(files: run.files).read(path: $0) }) {
      guard
        let map = terminal.soundMap(
          of: document, for: audience,
          otherwise: "not drawn; mend the problems above and draw again")
      else {
        ending = max(ending, document.ending)
        continue
      }
      if let other = files.updateValue(document.files[0], forKey: map.id.rawValue) {
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
      own.add(plan.ownViews)
      remarks += plan.remarks
      jobs += planned
      plans[map.id.rawValue] = plan
    }
    // A map that is left out for now may define what the others do not.
    if ending == .fine { try own.refuseUnknown() }
    for remark in remarks { terminal.note(remark) }
    for map in Set(jobs.map(\.map)).sorted()
    where !terminal.makeFolder("\(pictures.output)/\(map)") {
      jobs.removeAll { $0.map == map }
      plans[map] = nil
      ending = max(ending, .undrawn)
    }
    var folders = plans.mapValues(\.folder)
    var explanations: [Int: [String]] = [:]
    var drawn: [String: [Drawing]] = [:]
    var warned: Set<String> = []
    await drawing.draw(jobs, to: &folders, warned: &warned) { place, end, set in
      ending = max(ending, end)
      guard let set else { return }
      if end == .fine { drawn[jobs[place].map, default: []] += set.pictures.map(\.drawing) }
      explanations[place] = set.pictures.flatMap { picture in
        DrawingExplanation(
          of: picture.drawing, named: "\(jobs[place].map)/\(picture.diagram.name)"
        ).lines
      }
    }
    if explain {
      for line in jobs.indices.flatMap({ explanations[$0] ?? [] }) { terminal.result(line) }
    }
    for (map, plan) in plans.sorted(by: { $0.key < $1.key }) {
      if let folder = folders[map] { ending = max(ending, drawing.clear(folder, of: map)) }
      ending = max(ending, keepPlaces(of: drawn[map] ?? [], in: plan.layout, run))
    }
    return ending
  }

  /// Writes where everything stands, if it is to be kept.
  ///
  /// Only a run for those who keep the map does so, in its own words and on its own date: pictures for
  /// others leave things out, and would forget where they stand.
  private func keepPlaces(
    of drawings: [Drawing], in layout: KeptLayout, _ run: CachedRun
  ) -> Ending {
    let isOwn =
      readers.audience == .operational && date == nil && pictures.words == nil && !family.isAsked
    guard lock || (layout.isThere && isOwn) else { return .fine }
    do throws(AtomicFile.WritingError) {
      if try layout.write(drawings) { run.terminal.note("\(layout.path): places kept") }
      run.wrote(layout.path)
      return .fine
    } catch {
      run.terminal.note("\(error)")
      return .undrawn
    }
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

  /// Every kind there is.
  static let all = OutputFormat.allCases.map { Kind.picture($0) } + [.text]

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
