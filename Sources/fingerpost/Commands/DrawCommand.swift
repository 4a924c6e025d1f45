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

  @Option(name: .shortAndLong, help: "The folder to write to.", completion: .directory)
  var output = "Pictures"

  @Option(name: .shortAndLong, help: "A view to draw; all of them if none is named.")
  var view: [ViewArgument] = []

  @Option(
    name: .shortAndLong,
    help:
      "Kinds of file, separated by commas: svg, png, pdf, dot, and text for the picture in words.")
  var format = FileKinds(kinds: [.picture(.svg), .picture(.pdf), .text])

  @OptionGroup var readers: AudienceOption

  @Option(
    name: .customLong("on"),
    help: "The date to draw for, such as 2026-11-21; the map's own otherwise.")
  var date: CalendarDate?

  @Flag(help: "Say how well each picture can be read, and why it is arranged as it is.")
  var explain = false

  @Option(
    help: "A file of words to say things in, instead of the one that the map names.",
    completion: .file(extensions: ["yaml"]))
  var words: String?

  @Option(help: "The colours: for paper, for dark screens, or with more contrast.")
  var theme = ThemeName.plain

  @OptionGroup(title: "One family")
  var family: FamilyArguments

  /// The views to draw: those named, the pathway of a family that is described, or all.
  private var views: [ViewArgument] {
    guard view.isEmpty else { return view }
    return (family.isAsked ? [.pathway] : ViewName.allCases).map { ViewArgument($0) }
  }

  func run() async throws {
    let terminal = Terminal()
    let audience = readers.audience
    var ending = Ending.fine
    let mapWords = MapWords(asked: words)
    for diagnostic in mapWords.diagnostics { terminal.report(diagnostic) }
    if mapWords.diagnostics.contains(where: { $0.severity == .error }) {
      try Ending.unreadable.end()
    }
    var jobs: [Job] = []
    var folders: [String: String] = [:]
    let settings = ViewSettings(
      date: date, theme: theme.theme, words: mapWords, audience: audience,
      views: views.map(\.name))
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
      let (shown, made, problems) = settings.setting(
        for: map, of: document, family: try family.question(to: map))
      for diagnostic in problems { terminal.report(diagnostic) }
      guard var setting = made else {
        terminal.note("\(document.files[0]): not drawn; mend the file of words and draw again")
        ending = max(ending, .unreadable)
        continue
      }
      // Before all others, because these link to the cards.
      if views.contains(where: { $0.name == .card }), format.pictures.contains(.svg) {
        setting.linkCards(of: shown) { "\($0).svg" }
      }
      for asked in views {
        switch asked.name.view.pages(of: shown, in: setting) {
        case .pages(let diagrams):
          let pages = diagrams.filter { asked.page == nil || $0.name == asked.page }
          jobs += pages.map { Job(map: map.id.rawValue, diagram: $0) }
          if let page = asked.page, pages.isEmpty {
            terminal.note(
              "\(document.files[0]): no \(page) picture: the map defines "
                + diagrams.map(\.name).joined(separator: ", "))
          }
        case .nothing(let reason):
          if !view.isEmpty {
            terminal.note(
              "\(document.files[0]): no \(asked.name) picture: \(setting.words(reason))")
          }
        }
      }
    }
    ending = max(ending, await draw(jobs, terminal))
    try ending.end()
  }

  // MARK: - Drawing

  /// One picture to draw.
  private struct Job: Sendable {
    let map: String
    let diagram: Diagram
  }

  private func draw(
    _ jobs: [Job], _ terminal: Terminal
  ) async -> Ending {
    var ending = Ending.fine
    var done = 0
    var warnings: Set<String> = []
    var explanations: [Int: [String]] = [:]
    let numbered = jobs.enumerated().map { (place: $0.offset, job: $0.element) }
    await PictureQueue(of: jobs.map(\.diagram)).draw(
      numbered, as: format.pictures, \.job.diagram
    ) { numbered, result in
      let job = numbered.job
      done += 1
      terminal.progress("Drawing: \(done) of \(jobs.count), \(job.map)/\(job.diagram.name)")
      switch result {
      case .success(let set):
        for warning in set.first.drawing.warnings where warnings.insert(warning).inserted {
          terminal.note("warning: \(warning)")
        }
        ending = max(ending, write(set, job, terminal))
        explanations[numbered.place] = set.pictures.flatMap { picture in
          DrawingExplanation(of: picture.drawing, named: "\(job.map)/\(picture.diagram.name)").lines
        }
      case .failure(let error):
        terminal.note("\(job.map): \(error)")
        ending = max(ending, .undrawn)
      }
    }
    terminal.clearProgress()
    if explain {
      for line in jobs.indices.flatMap({ explanations[$0] ?? [] }) { terminal.result(line) }
    }
    return ending
  }

  private func write(
    _ set: PictureSet, _ job: Job, _ terminal: Terminal
  ) -> Ending {
    if let picture = set.illegible, case .tooSmall(let points, let nodes) = picture.drawing.page.fit
    {
      let size = Double(Int(points * 10)) / 10
      terminal.note(
        "\(job.map): the \(job.diagram.name) picture is not written. A page of it, "
          + "\(picture.diagram.name), would show \(nodes) boxes, and on a sheet of A3 its smallest "
          + "text would print at \(size) points; people can read 8 points and more. Shorten the "
          + "longest names.")
      return .undrawn
    }
    let folder = output + "/" + job.map
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      terminal.note("\(folder): this folder cannot be made; check that you may write there")
      return .undrawn
    }
    var ending = Ending.fine
    // The overview comes last, so that it never names a page that is not there.
    for picture in set.pages + [set.first] {
      ending = max(ending, write(picture, to: folder, terminal))
      for remark in picture.drawing.remarks {
        terminal.note("\(job.map)/\(picture.diagram.name): \(remark)")
      }
    }
    if !set.pages.isEmpty {
      terminal.note(
        "\(job.map): one page cannot show the \(job.diagram.name) picture legibly, so "
          + "\(job.diagram.name) is an overview, and \(job.diagram.name)-page-1 to \(job.diagram.name)-page-\(set.pages.count) are "
          + "its pages"
      )
    }
    if ending == .fine {
      let surplus = PageFiles(picture: job.diagram.name, folder: folder)
      for path in surplus.removeThose(after: set.pages.count) {
        terminal.note("\(path): this page is out of date and cannot be removed; remove it")
        ending = .undrawn
      }
    }
    return ending
  }

  private func write(
    _ picture: PictureSet.Picture, to folder: String, _ terminal: Terminal
  ) -> Ending {
    var ending = Ending.fine
    for kind in format.kinds {
      let bytes: [UInt8]
      switch kind {
      case .picture(let format):
        guard let file = picture.drawing.files[format] else { continue }
        bytes = file
      case .text: bytes = Array(picture.diagram.textEquivalent.utf8)
      }
      let path = "\(folder)/\(picture.diagram.name).\(kind.ending)"
      do throws(AtomicFile.WritingError) {
        try AtomicFile(path: path).write(bytes)
        terminal.result(path)
      } catch {
        terminal.note("\(error)")
        ending = .undrawn
      }
    }
    return ending
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
