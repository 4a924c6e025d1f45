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

/// Draws maps and writes their pictures, a folder a map.
struct MapDrawing {
  /// The folder that holds those of the maps.
  let output: String
  /// Whether each file that is written is told.
  var listsFiles = true
  /// Whether pictures are arranged afresh where a layout file holds them still.
  var isAfresh = false

  private let format: FileKinds
  private let views: [ViewArgument]
  /// Whether the views were named, so that one that has nothing to show is told.
  private let areNamed: Bool
  private let settings: ViewSettings
  private let run: CachedRun
  private var terminal: Terminal { run.terminal }

  /// Prepares to draw as it is asked for.
  ///
  /// - Parameters:
  ///   - options: What is asked for on the command line.
  ///   - date: The date to draw for; `nil` for each map's own.
  ///   - words: What is said in.
  ///   - audience: Whom the pictures are for.
  ///   - views: The views to draw when none is named.
  ///   - run: Where files and problems are told, and how files are looked at.
  init(
    _ options: PictureOptions, date: CalendarDate?, words: MapWords, audience: Audience,
    unlessNamed views: [ViewName], in run: CachedRun
  ) {
    output = options.output
    format = options.format
    areNamed = !options.view.isEmpty
    self.views = areNamed ? options.view : views.map { ViewArgument($0) }
    settings = ViewSettings(
      date: date, theme: options.looks.theme.theme, words: words, audience: audience,
      views: self.views.map(\.name), files: run.files)
    self.run = run
  }

  // MARK: - What to draw

  /// One picture to draw.
  struct Job: Sendable {
    /// The id of its map, which names the folder.
    let map: String
    /// What was asked for.
    let selection: PictureSelection
    let diagram: Diagram
    /// How its parts find their places.
    var arranged = Arrangement.fresh
  }

  /// What there is to draw of a map.
  struct Plan {
    /// The pictures; `nil` when the words that the map names cannot be read.
    var jobs: [Job]?
    /// What is wrong with the words and standards that it names, and with its layout file.
    var diagnostics: [Diagnostic]
    /// Where they are written, and what an earlier run left there.
    var folder: PictureFolder
    /// Where they stand.
    var layout: KeptLayout
    /// Which views were asked for in vain, and why.
    var remarks: [String] = []
    /// The views that the map defines, if they were asked for.
    var ownViews: [String] = []
  }

  /// Finds out what there is to draw of a map.
  func plan(
    for map: SystemMap, of document: MapDocument, family: FamilyQuestion? = nil
  ) -> Plan {
    let (shown, made, problems) = settings.setting(for: map, of: document, family: family)
    let whole = views.filter { $0.page == nil }.map { $0.name.selection(for: family) }
    let layout = KeptLayout(of: document, files: run.files)
    var plan = Plan(
      jobs: nil, diagnostics: problems + layout.diagnostics,
      folder: PictureFolder(path: "\(output)/\(map.id)", whole: Set(whole)), layout: layout)
    guard var setting = made else { return plan }
    // Before all others, because these link to the cards.
    if views.contains(where: { $0.name == .card }), format.pictures.contains(.svg) {
      setting.linkCards(of: shown) { "\($1).svg" }
    }
    var jobs: [Job] = []
    var names: Set<String> = []
    var nothing: [String] = []
    for asked in views {
      switch asked.name.view.pages(of: shown, in: setting) {
      case .pages(let diagrams):
        if asked.name == .own { plan.ownViews += diagrams.map(\.name) }
        let chosen = diagrams.filter { asked.page == nil || $0.name == asked.page }
        jobs += chosen.filter { names.insert($0.name).inserted }.map { diagram in
          Job(
            map: map.id.rawValue, selection: asked.name.selection(for: family), diagram: diagram,
            arranged: layout.arrangement(isAfresh: isAfresh))
        }
        if let page = asked.page, chosen.isEmpty {
          nothing.append(
            "no \(page) picture: the map defines " + diagrams.map(\.name).joined(separator: ", "))
        }
      case .nothing(let reason):
        nothing.append("no \(asked.page ?? asked.name.rawValue) picture: \(setting.words(reason))")
      }
    }
    if !areNamed {
      // Of all views, nobody asked for each of those that the map has nothing for.
      nothing = jobs.isEmpty ? nothing.prefix(1).map { "nothing to draw yet; \($0)" } : []
    }
    plan.remarks = nothing.map { "\(document.files[0]): \($0)" }
    plan.jobs = jobs
    return plan
  }

  // MARK: - Drawing

  /// Draws pictures and writes them; problems are told as they occur.
  ///
  /// Nothing more is told or written once the task is cancelled.
  ///
  /// - Parameters:
  ///   - jobs: What to draw.
  ///   - folders: The folders of the maps, by their id; what is written is noted in them.
  ///   - warned: The warnings that were told before and are not told again.
  ///   - done: What to do after each, in the order in which they are done: its place among the jobs,
  ///     how it ended, and the picture with its pages where it was drawn.
  func draw(
    _ jobs: [Job], to folders: inout [String: PictureFolder], warned: inout Set<String>,
    done: (Int, Ending, PictureSet?) -> Void
  ) async {
    var count = 0
    let numbered = jobs.enumerated().map { (place: $0.offset, job: $0.element) }
    await PictureQueue(of: jobs.map(\.diagram), cache: run.cache).draw(
      numbered, as: format.pictures, arranged: \.job.arranged, \.job.diagram
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
        done(numbered.place, write(set, job, to: &folders[job.map]), set)
      case .failure(let error):
        terminal.note("\(job.map): \(error)")
        folders[job.map]?.leave(job.diagram.name)
        done(numbered.place, .undrawn, nil)
      }
    }
    terminal.clearProgress()
  }

  private func write(
    _ set: PictureSet, _ job: Job, to folder: inout PictureFolder?
  ) -> Ending {
    if let picture = set.illegible, case .tooSmall(let points, let nodes) = picture.drawing.page.fit
    {
      let size = Double(Int(points * 10)) / 10
      terminal.note(
        "\(job.map): the \(job.diagram.name) picture is not written. A page of it, "
          + "\(picture.diagram.name), would show \(nodes) boxes, and on a sheet of A3 its smallest "
          + "text would print at \(size) points; people can read 8 points and more. Shorten the "
          + "longest names.")
      folder?.leave(job.diagram.name)
      return .undrawn
    }
    var ending = Ending.fine
    // The overview comes last, so that it never names a page that is not there.
    for picture in set.pages + [set.first] {
      ending = max(ending, write(picture, job, to: &folder))
      for remark in picture.drawing.remarks {
        terminal.note("\(job.map)/\(picture.diagram.name): \(remark)")
      }
      if let drift = picture.drawing.drift {
        terminal.note("\(job.map)/\(picture.diagram.name): \(drift.sentence(isAfresh: isAfresh))")
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
      folder?.leave(job.diagram.name)
    }
    return ending
  }

  private func write(
    _ picture: PictureSet.Picture, _ job: Job, to folder: inout PictureFolder?
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
        // What is the same already keeps its date.
        if FileManager.default.contents(atPath: path).map({ !$0.elementsEqual(bytes) }) ?? true {
          try AtomicFile(path: path).write(bytes)
        }
        run.wrote(path)
        if listsFiles { terminal.result(path) }
        folder?.add(name, bytes, of: job.diagram.name, job.selection)
      } catch {
        terminal.note("\(error)")
        ending = .undrawn
      }
    }
    return ending
  }

  /// Removes what is out of date from the folder of a map, and says so.
  func clear(_ folder: PictureFolder, of map: String) -> Ending {
    do throws(AtomicFile.WritingError) {
      let clearing = try folder.clear()
      run.wrote("\(folder.path)/\(PictureFolder.listName)")
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
      if clearing.isListDamaged || !clearing.removed.isEmpty || !clearing.changed.isEmpty {
        run.isOnceOnly()
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

extension Drift {
  /// How the picture compares with a fresh one, for people.
  fileprivate func sentence(isAfresh: Bool) -> String {
    let length = freshLineLength > 0 ? lineLength / freshLineLength - 1 : 0
    let percent = Int((abs(length) * 100).rounded())
    let lines = "lines \(percent) % \(length < 0 ? "shorter" : "longer")"
    let crossed = "\(crossings) \(crossings == 1 ? "crossing" : "crossings") of lines"
    if isBeyondThePage {
      return
        "arranged afresh, because in its kept places its text would print too small to read"
    }
    return isAfresh
      ? "arranged afresh, with \(freshCrossings) crossings of lines; in its kept places it had "
        + "\(crossed) and \(lines)"
      : "what is new was fitted into its kept places: \(crossed) and \(lines), where a fresh picture "
        + "has \(freshCrossings) (--relayout draws that)"
  }
}
