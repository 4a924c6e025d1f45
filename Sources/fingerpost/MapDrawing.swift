import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import GraphvizRendering

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Draws maps and writes their pictures, a folder a map.
struct MapDrawing {
  /// The folder that holds those of the maps.
  let output: String
  /// Whether each file that is written is told.
  var listsFiles = true

  private let format: FileKinds
  private let views: [ViewArgument]
  /// Whether the views were named, so that one that has nothing to show is told.
  private let areNamed: Bool
  private let settings: ViewSettings
  private let terminal: Terminal

  /// Prepares to draw as it is asked for.
  ///
  /// - Parameters:
  ///   - options: What is asked for on the command line.
  ///   - date: The date to draw for; `nil` for each map's own.
  ///   - words: What is said in.
  ///   - audience: Whom the pictures are for.
  ///   - views: The views to draw when none is named.
  ///   - terminal: Where files and problems are told.
  init(
    _ options: PictureOptions, date: CalendarDate?, words: MapWords, audience: Audience,
    unlessNamed views: [ViewName], _ terminal: Terminal
  ) {
    output = options.output
    format = options.format
    areNamed = !options.view.isEmpty
    self.views = areNamed ? options.view : views.map { ViewArgument($0) }
    settings = ViewSettings(
      date: date, theme: options.theme.theme, words: words, audience: audience,
      views: self.views.map(\.name))
    self.terminal = terminal
  }

  // MARK: - What to draw

  /// One picture to draw.
  struct Job: Sendable {
    /// The id of its map, which names the folder.
    let map: String
    let diagram: Diagram
  }

  /// What there is to draw of a map.
  struct Plan {
    /// The pictures; `nil` when the words that the map names cannot be read.
    var jobs: [Job]?
    /// What is wrong with the words and standards that it names.
    var diagnostics: [Diagnostic]
    /// Which views were asked for in vain, and why.
    var remarks: [String] = []
  }

  /// Finds out what there is to draw of a map.
  func plan(
    for map: SystemMap, of document: MapDocument, family: FamilyQuestion? = nil
  ) -> Plan {
    let (shown, made, problems) = settings.setting(for: map, of: document, family: family)
    guard var setting = made else { return Plan(jobs: nil, diagnostics: problems) }
    // Before all others, because these link to the cards.
    if views.contains(where: { $0.name == .card }), format.pictures.contains(.svg) {
      setting.linkCards(of: shown) { "\($0).svg" }
    }
    var jobs: [Job] = []
    var remarks: [String] = []
    for asked in views {
      switch asked.name.view.pages(of: shown, in: setting) {
      case .pages(let diagrams):
        let pages = diagrams.filter { asked.page == nil || $0.name == asked.page }
        jobs += pages.map { Job(map: map.id.rawValue, diagram: $0) }
        if let page = asked.page, pages.isEmpty {
          remarks.append(
            "\(document.files[0]): no \(page) picture: the map defines "
              + diagrams.map(\.name).joined(separator: ", "))
        }
      case .nothing(let reason):
        if areNamed {
          remarks.append(
            "\(document.files[0]): no \(asked.name) picture: \(setting.words(reason))")
        }
      }
    }
    return Plan(jobs: jobs, diagnostics: problems, remarks: remarks)
  }

  // MARK: - Drawing

  /// Draws pictures and writes them; problems are told as they occur.
  ///
  /// Nothing more is told or written once the task is cancelled.
  ///
  /// - Parameters:
  ///   - jobs: What to draw.
  ///   - warned: The warnings that were told before and are not told again.
  ///   - done: What to do after each, in the order in which they are done: its place among the jobs,
  ///     how it ended, and the picture with its pages where it was drawn.
  func draw(
    _ jobs: [Job], warned: inout Set<String>, done: (Int, Ending, PictureSet?) -> Void
  ) async {
    var count = 0
    let numbered = jobs.enumerated().map { (place: $0.offset, job: $0.element) }
    await PictureQueue(of: jobs.map(\.diagram)).draw(
      numbered, as: format.pictures, \.job.diagram
    ) { numbered, result in
      guard !Task.isCancelled else { return }
      let job = numbered.job
      count += 1
      terminal.progress("Drawing: \(count) of \(jobs.count), \(job.map)/\(job.diagram.name)")
      switch result {
      case .success(let set):
        for warning in set.first.drawing.warnings where warned.insert(warning).inserted {
          terminal.note("warning: \(warning)")
        }
        done(numbered.place, write(set, job), set)
      case .failure(let error):
        terminal.note("\(job.map): \(error)")
        done(numbered.place, .undrawn, nil)
      }
    }
    terminal.clearProgress()
  }

  private func write(_ set: PictureSet, _ job: Job) -> Ending {
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
      ending = max(ending, write(picture, to: folder))
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

  private func write(_ picture: PictureSet.Picture, to folder: String) -> Ending {
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
        if listsFiles { terminal.result(path) }
      } catch {
        terminal.note("\(error)")
        ending = .undrawn
      }
    }
    return ending
  }
}
