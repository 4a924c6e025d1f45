import ArgumentParser
import FingerpostAnalysis
import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import FingerpostReports
import GraphvizRendering

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes papers for meetings.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandName.report.configuration(
    abstract: "Write the board pack of a map: one page for the web browser, to read or to print.",
    discussion: """
      The pack says in plain English what matters, and holds the boards, the ways to help, the gaps \
      with who acts next, what ends soon, what the map does not say, and every picture with the same \
      in words. It is one HTML file that needs no network: open it in a web browser, send it, or \
      print it.

      What is missing is an answer and not an error: the command ends with 0 for every map that is \
      sound.
      """)

  @Argument(help: "Map files, or folders of them.", completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String]

  @Option(
    name: .shortAndLong,
    help: """
      The file to write, such as pack.html, or the folder for one file a map; MAP-report.html in \
      this folder otherwise.
      """,
    completion: .file(), transform: String.init(path:))
  var output: String?

  @Option(
    name: .customLong("for"),
    help: """
      Write a shorter paper: for the board (who sits on it and who is missing), for commissioners \
      (which families find help, and how) or for operations (what to mend, and each service).
      """)
  var reader: ReportReader?

  @Option(
    name: .customLong("on"),
    help:
      "The date to write for, such as 2026-11-21, or `as-of` for each map's own; today otherwise.")
  var date = CheckingDate.today

  @OptionGroup var readers: AudienceOption

  @Option(
    help: "A file of words to say things in, instead of the one that the map names.",
    completion: .file(extensions: ["yaml"]))
  var words: String?

  @OptionGroup var looks: ThemeOption

  @Option(
    help: """
      Say what changed since an older version of the map: a file; or, where the map is kept with git, \
      a day, such as 2026-03-01, or a commit, a branch or a tag.
      """,
    completion: .file())
  var since: String?

  @Flag(help: "Print the paper as PDF too, by Chromium or Chrome.") var pdf = false

  @OptionGroup var cache: CacheOption

  func run() async throws {
    try await CachedRun.perform(cache) { run in
      // These depend on the browser, and on commits, as well.
      if pdf || since != nil { run.isOnceOnly() }
      return try await report(in: run)
    }
  }

  private func report(in run: CachedRun) async throws -> Ending {
    let terminal = run.terminal
    var ending = Ending.fine
    let mapWords = MapWords(asked: words, files: run.files)
    try terminal.require(mapWords.diagnostics)
    let documents = paths.eachOnce.flatMap { MapReader(files: run.files).read(path: $0) }
    if documents.count > 1, since != nil {
      throw ValidationError("--since is the older version of one map; name one map only.")
    }
    if documents.count > 1, output?.hasSuffix(".html") == true {
      throw ValidationError("--output names one file; name a folder for several maps.")
    }
    var old: MapComparison?
    if let since, let map = documents.first?.map {
      do throws(GitError) {
        old = try await MapComparison(since: since, of: paths[0], map, terminal)
      } catch {
        throw error.ending(terminal)
      }
      if old == nil { try Ending.unreadable.end() }
    }
    let browser = pdf ? Chromium.installed() : nil
    var files: [String: String] = [:]
    for document in documents {
      guard
        let map = terminal.soundMap(
          of: document, for: readers.audience,
          otherwise: "no report; mend the problems above and ask again")
      else {
        ending = max(ending, document.ending)
        continue
      }
      let path = path(for: map)
      if let other = files.updateValue(document.files[0], forKey: path) {
        terminal.note(
          "\(document.files[0]): no report, because \(other) has the id `\(map.id)` too; give one "
            + "of them another `id:`")
        ending = max(ending, .unsound)
        continue
      }
      guard let page = await page(of: document, map, in: mapWords, since: old, run) else {
        terminal.note("\(document.files[0]): no report; mend the file of words and ask again")
        ending = max(ending, .unreadable)
        continue
      }
      ending = max(ending, page.ending)
      guard Self.write(page.bytes, to: path, run) else {
        ending = max(ending, .undrawn)
        continue
      }
      if pdf { ending = max(ending, await print(path, by: browser, run)) }
    }
    return ending
  }

  /// Where the paper of a map goes.
  private func path(for map: SystemMap) -> String {
    if let output, output.hasSuffix(".html") { return output }
    let name = "\(map.id)-report" + (reader.map { "-\($0.rawValue)" } ?? "") + ".html"
    return output.map { "\($0)/\(name)" } ?? name
  }

  // MARK: - The paper

  /// Checks, draws and writes up a map; `nil` when the words that it names cannot be read.
  private func page(
    of document: MapDocument, _ map: SystemMap, in words: MapWords, since old: MapComparison?,
    _ run: CachedRun
  ) async -> (bytes: [UInt8], ending: Ending)? {
    let day = date.day(for: map)
    let audience = readers.audience
    let check = MapCheck(
      standards: Standards(asked: [], files: run.files), date: .day(day), only: nil, except: [],
      baseline: nil,
      settings: ReportSettings(), audience: audience
    ).report(on: document)
    let settings = ViewSettings(
      date: day, theme: looks.theme.theme, words: words, audience: audience, views: [.pathway],
      files: run.files)
    let (shown, made, problems) = settings.setting(for: map, of: document)
    for diagnostic in problems { run.terminal.report(diagnostic) }
    guard var setting = made else { return nil }
    setting.findings = check.findings
    let drawn = await pictures(
      of: shown, setting, KeptLayout(of: document, files: run.files), run)
    let material = PaperMaterial(
      map: shown, check: check, profiles: setting.profiles, pictures: drawn.pictures,
      changes: old?.changes(to: shown, setting), words: setting.words,
      date: day, audience: setting.words.remark(for: audience))
    let html = Paper(material, for: reader).html
    return (Array(html.utf8), max(drawn.ending, document.ending))
  }

  /// A picture to draw.
  private struct Job: Sendable {
    let place: Int
    let view: ViewName
    let diagram: Diagram
  }

  /// The pictures that the paper has room for; one that cannot be drawn is there in words.
  private func pictures(
    of map: SystemMap, _ setting: ViewSetting, _ layout: KeptLayout, _ run: CachedRun
  ) async -> (pictures: [PaperPicture], ending: Ending) {
    let terminal = run.terminal
    let jobs = jobs(for: map, setting)
    var pictures: [Int: [PaperPicture]] = [:]
    var ending = Ending.fine
    var warnings: Set<String> = []
    await PictureQueue(of: jobs.map(\.diagram), cache: run.cache).draw(
      jobs, as: [.svg], arranged: { _ in layout.arrangement(isAfresh: false) }, \.diagram
    ) { job, result in
      terminal.progress(
        "Drawing: \(pictures.count + 1) of \(jobs.count), \(map.id)/\(job.diagram.name)")
      let drawings: [(diagram: Diagram, drawing: PaperPicture.Drawing)]
      switch result {
      case .success(let set):
        for drawn in set.pictures.map(\.drawing) {
          for warning in drawn.warnings where warnings.insert(warning).inserted {
            terminal.note("warning: \(warning)")
          }
          for remark in drawn.remarks { terminal.note("\(map.id)/\(drawn.name): \(remark)") }
        }
        drawings = set.pictures.map { ($0.diagram, Self.drawing(of: $0, setting.words)) }
      case .failure(let error):
        drawings = [(job.diagram, .failed(because: setting.words.said("\(error)")))]
      }
      pictures[job.place] = drawings.map { diagram, drawing in
        if case .failed(let reason) = drawing {
          terminal.note("\(map.id): the \(diagram.name) picture is there in words only. \(reason)")
          ending = .undrawn
        }
        return PaperPicture(
          name: diagram.name, view: job.view.rawValue, inWords: diagram.inWords, drawing: drawing)
      }
    }
    terminal.clearProgress()
    return (jobs.flatMap { pictures[$0.place] ?? [] }, ending)
  }

  /// The diagrams of the sections that the paper has; links lead to the cards that are among them.
  private func jobs(for map: SystemMap, _ setting: ViewSetting) -> [Job] {
    let sections = PaperSection.sections(for: reader)
    let views = ViewName.allCases.filter {
      sections.contains(PaperSection(showing: $0.rawValue))
    }
    var setting = setting
    if views.contains(.card) {
      setting.linkCards(of: map) { "#\(PaperPicture.anchor(of: $0))" }
    }
    let pages = views.flatMap { name in
      name.view.pages(of: map, in: setting).diagrams.map { (name, $0) }
    }
    return pages.enumerated().map { place, page in
      var diagram = page.1
      diagram.pageNaming = Diagram.PageNaming(before: "#\(PaperPicture.anchor(of: ""))", after: "")
      return Job(place: place, view: page.0, diagram: diagram)
    }
  }

  private static func drawing(
    of picture: PictureSet.Picture, _ words: Words
  ) -> PaperPicture.Drawing {
    let (drawn, page) = (picture.drawing, picture.drawing.page)
    if case .tooSmall(let points, let boxes) = page.fit {
      let size = Double(Int(points * 10)) / 10
      return .failed(because: words(.pictureTooSmall, boxes, ["points": "\(size)"]))
    }
    guard let svg = drawn.files[.svg] else { return .failed(because: words(.fileUnreadable)) }
    return .drawn(
      svg: String(decoding: svg, as: UTF8.self), ground: picture.diagram.paper.background.rawValue,
      width: page.width,
      height: page.height,
      sheet: PaperSheet.fitting(
        width: page.width, height: page.height, smallestText: page.smallestText,
        legible: Page.smallestLegibleText))
  }

  // MARK: - Files

  /// Writes a file whole or not at all; whether it did.
  private static func write(_ bytes: [UInt8], to path: String, _ run: CachedRun) -> Bool {
    let terminal = run.terminal
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    guard folder.isEmpty || terminal.makeFolder(folder) else { return false }
    do throws(AtomicFile.WritingError) {
      try AtomicFile(path: path).write(bytes)
      AtomicFile(path: path).removeLeftovers()
      run.wrote(path)
      terminal.result(path)
      return true
    } catch {
      terminal.note("\(error)")
      return false
    }
  }

  private func print(
    _ path: String, by browser: Chromium?, _ run: CachedRun
  ) async -> Ending {
    let terminal = run.terminal
    let target = (path.hasSuffix(".html") ? String(path.dropLast(5)) : path) + ".pdf"
    guard let browser else {
      terminal.note(
        "\(target): not printed, because neither Chromium nor Chrome is installed. Open \(path) in "
          + "any web browser and print it to a file there; choose no headers and footers, and "
          + "background graphics. Each picture takes a sheet of its own.")
      return .undrawn
    }
    do throws(Chromium.PrintingError) {
      return Self.write(try await browser.print(path), to: target, run) ? .fine : .undrawn
    } catch {
      terminal.note(
        "\(target): not printed. \(error); open \(path) in a web browser and print it there")
      return .undrawn
    }
  }
}
