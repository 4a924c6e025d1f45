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

      Files that an earlier run drew and that this one would draw no more, such as the card of a \
      service that is gone, are removed, unless somebody changed them since. Other files stay.

      Views: \(ViewName.allCases.map(\.help).joined(separator: "; ")). A view that the map defines \
      under the id `north` is also drawn by itself, with `--view view-north`.
      """)

  @Argument(help: "Map files, or folders of them.", completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String]

  @Option(
    name: .shortAndLong, help: "The folder to write to; Pictures in this folder otherwise.",
    completion: .directory,
    transform: String.init(path:))
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
    help: "The date to draw for, such as 2026-11-21, or `today`; the map's own otherwise.")
  var date: CalendarDate?

  @Flag(help: "Say how well each picture can be read, and why it is arranged as it is.")
  var explain = false

  @Option(
    help: "A file of words to say things in, instead of the one that the map names.",
    completion: .file(extensions: ["yaml"]))
  var words: String?

  @OptionGroup var looks: ThemeOption

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
    try terminal.require(mapWords.diagnostics)
    var jobs: [Job] = []
    var files: [String: String] = [:]
    var folders: [String: PictureFolder] = [:]
    var remarks: [String] = []
    var own = OwnViewSearch(for: views)
    let settings = ViewSettings(
      date: date, theme: looks.theme.theme, words: mapWords, audience: audience,
      views: views.map(\.name))
    for document in paths.eachOnce.flatMap({ MapReader().read(path: $0) }) {
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
      let family = setting.family
      let whole = views.filter { $0.page == nil }.map { $0.name.selection(for: family) }
      let folder = PictureFolder(path: "\(output)/\(map.id)", whole: Set(whole))
      var pages: [Job] = []
      var names: Set<String> = []
      var nothing: [String] = []
      for asked in views {
        let selection = asked.name.selection(for: family)
        switch asked.name.view.pages(of: shown, in: setting) {
        case .pages(let diagrams):
          if asked.name == .own { own.add(diagrams.map(\.name)) }
          let chosen = diagrams.filter { asked.page == nil || $0.name == asked.page }
          pages += chosen.filter { names.insert($0.name).inserted }
            .map { Job(map: map.id.rawValue, selection: selection, diagram: $0) }
          if let page = asked.page, chosen.isEmpty {
            nothing.append(
              "no \(page) picture: the map defines " + diagrams.map(\.name).joined(separator: ", "))
          }
        case .nothing(let reason):
          nothing.append(
            "no \(asked.page ?? asked.name.rawValue) picture: \(setting.words(reason))")
        }
      }
      if view.isEmpty {
        // Of all views, nobody asked for each of those that the map has nothing for.
        nothing = pages.isEmpty ? nothing.prefix(1).map { "nothing to draw yet; \($0)" } : []
      }
      remarks += nothing.map { "\(document.files[0]): \($0)" }
      jobs += pages
      folders[map.id.rawValue] = folder
    }
    // A map that is left out for now may define what the others do not.
    if ending == .fine { try own.refuseUnknown() }
    for remark in remarks { terminal.note(remark) }
    for map in Set(jobs.map(\.map)).sorted() where !terminal.makeFolder("\(output)/\(map)") {
      jobs.removeAll { $0.map == map }
      folders[map] = nil
      ending = max(ending, .undrawn)
    }
    ending = max(ending, await draw(jobs, to: &folders, terminal))
    for (map, folder) in folders.sorted(by: { $0.key < $1.key }) {
      ending = max(ending, clear(folder, of: map, terminal))
    }
    try ending.end()
  }

  // MARK: - Drawing

  /// One picture to draw.
  private struct Job: Sendable {
    let map: String
    let selection: PictureSelection
    let diagram: Diagram
  }

  private func draw(
    _ jobs: [Job], to folders: inout [String: PictureFolder], _ terminal: Terminal
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
        ending = max(ending, write(set, job, to: &folders[job.map], terminal))
        explanations[numbered.place] = set.pictures.flatMap { picture in
          DrawingExplanation(of: picture.drawing, named: "\(job.map)/\(picture.diagram.name)").lines
        }
      case .failure(let error):
        terminal.note("\(job.map): \(error)")
        folders[job.map]?.fail(job.diagram.name)
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
    _ set: PictureSet, _ job: Job, to folder: inout PictureFolder?, _ terminal: Terminal
  ) -> Ending {
    if let picture = set.illegible, case .tooSmall(let points, let nodes) = picture.drawing.page.fit
    {
      let size = Double(Int(points * 10)) / 10
      terminal.note(
        "\(job.map): the \(job.diagram.name) picture is not written. A page of it, "
          + "\(picture.diagram.name), would show \(nodes) boxes, and on a sheet of A3 its smallest "
          + "text would print at \(size) points; people can read 8 points and more. Shorten the "
          + "longest names.")
      folder?.fail(job.diagram.name)
      return .undrawn
    }
    var ending = Ending.fine
    // The overview comes last, so that it never names a page that is not there.
    for picture in set.pages + [set.first] {
      ending = max(ending, write(picture, job, to: &folder, terminal))
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
      folder?.finish(job.diagram.name, job.selection, pages: set.pictures.map(\.diagram.name))
    } else {
      folder?.fail(job.diagram.name)
    }
    return ending
  }

  private func write(
    _ picture: PictureSet.Picture, _ job: Job, to folder: inout PictureFolder?,
    _ terminal: Terminal
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
      let name = "\(picture.diagram.name).\(kind.ending)"
      let path = "\(output)/\(job.map)/\(name)"
      do throws(AtomicFile.WritingError) {
        try AtomicFile(path: path).write(bytes)
        terminal.result(path)
        folder?.add(name, bytes, of: job.diagram.name, job.selection)
      } catch {
        terminal.note("\(error)")
        ending = .undrawn
      }
    }
    return ending
  }

  /// Removes what is out of date from the folder of a map, and says so.
  private func clear(_ folder: PictureFolder, of map: String, _ terminal: Terminal) -> Ending {
    do throws(AtomicFile.WritingError) {
      let clearing = try folder.clear()
      if clearing.isListDamaged {
        terminal.note(
          "\(folder.path)/\(PictureFolder.listName): this list of what was drawn is not as "
            + "Fingerpost writes it, so nothing from before was removed; it is written anew")
      }
      if !clearing.removed.isEmpty {
        terminal.note(
          "\(map): removed what was drawn before and is out of date: "
            + clearing.removed.firstTen)
      }
      for name in clearing.changed {
        terminal.note(
          "\(folder.path)/\(name): this picture is out of date, but it was changed after it was "
            + "drawn, so it is left; remove it if you do not need it")
      }
      for name in clearing.stuck {
        terminal.note(
          "\(folder.path)/\(name): this picture is out of date and cannot be removed; remove it")
      }
      return clearing.stuck.isEmpty ? .fine : .undrawn
    } catch {
      terminal.note("\(error)")
      return .undrawn
    }
  }
}

extension ViewName {
  /// What is drawn when this view is asked for; each family is asked for by itself.
  fileprivate func selection(for family: FamilyQuestion?) -> PictureSelection {
    guard self == .pathway, let family else { return PictureSelection(rawValue: rawValue) }
    let question = "\(family.need)/\(family.age)/\(family.area)"
    return PictureSelection(rawValue: "\(rawValue) \(Fingerprint(of: [question]))")
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
