import ArgumentParser
import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import FingerpostReports
import GraphvizRendering

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes maps as a site of linked pages.
struct SiteCommand: AsyncParsableCommand {
  static let configuration = CommandName.site.configuration(
    abstract: "Write maps as a site: pages for the web browser, to look through, ask and share.",
    discussion: """
      The folder holds a first page with all maps, and a folder a map: every picture, service, finding and \
      paper, linked. Open its index.html with a double click, or put the folder on any web server; it needs \
      no network. With scripts its pages search, filter, zoom and find ways; without them all is there as \
      text, tables and pictures.

      Files of earlier runs that the site no longer has are removed, and nothing else. What is missing on a \
      map is an answer and not an error: the command ends with 0 for maps that are sound.
      """)

  @Argument(help: "Map files, or folders of them.", completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String]

  @Option(
    name: .shortAndLong, help: "The folder to write.", completion: .directory,
    transform: String.init(path:))
  var output = "site"

  @Option(
    name: .customLong("on"),
    help:
      "The date to write for, such as 2026-11-21, or `as-of` for each map's own; today otherwise.")
  var date = CheckingDate.today

  @OptionGroup var readers: AudienceOption

  @Option(
    help: "A file of words to say things in, instead of the one that each map names.",
    completion: .file(extensions: ["yaml"]))
  var words: String?

  @OptionGroup var looks: ThemeOption

  @OptionGroup var cache: CacheOption

  func run() async throws {
    try await CachedRun.perform(cache) { run in try await write(in: run) }
  }

  private func write(in run: CachedRun) async throws -> Ending {
    let terminal = run.terminal
    var ending = Ending.fine
    let mapWords = MapWords(asked: words, files: run.files)
    try terminal.require(mapWords.diagnostics)
    let preparation = PaperPreparation(
      date: date, audience: readers.audience, theme: looks.theme.theme, words: mapWords,
      views: ViewName.allCases, addresses: .onSite, files: run.files, cache: run.cache)
    var folder = SiteFolder(path: output)
    guard folder.isOwn else {
      terminal.note(
        "\(output): this folder holds other files, and nothing was written; name a new folder with "
          + "--output")
      return .undrawn
    }
    var entries: [SiteEntry] = []
    var isAnySound = false
    var files: [String: String] = [:]
    let documents = paths.eachOnce.flatMap {
      MapReader(files: run.files).maps(at: $0).inParallel {
        (unstatedID: $0.id, document: $0.read())
      }
    }
    let neighbours = Set(
      documents.map(\.document).filter(\.isSound).compactMap(\.map)
        .flatMap { SiteMap.neighbours(of: $0) })
    for (unstatedID, document) in documents {
      guard
        let map = terminal.soundMap(
          of: document, for: readers.audience,
          otherwise: "not on the site; mend the problems above and write it again")
      else {
        ending = max(ending, document.ending)
        let id = document.map?.id.rawValue ?? unstatedID
        let page = SiteProblemPage(
          folder: id, title: document.map?.title ?? id,
          problems: document.diagnostics.map { $0.told(to: readers.audience) }, host: .files)
        entries.append(page.entry)
        // Its pages from before stay, as pictures do.
        folder.leave(id)
        if !folder.has("\(id)/index.html") {
          ending = max(ending, folder.write(page.files, run))
        }
        continue
      }
      if let other = files.updateValue(document.files[0], forKey: map.id.rawValue) {
        terminal.note(
          "\(document.files[0]): not on the site, because \(other) has the id `\(map.id)` too; give "
            + "one of them another `id:`")
        ending = max(ending, .unsound)
        continue
      }
      guard let made = await preparation.prepare(document, map, tell: terminal.tell) else {
        terminal.note("\(document.files[0]): not on the site; mend the file of words and ask again")
        ending = max(ending, .unreadable)
        folder.leave(map.id.rawValue)
        continue
      }
      ending = max(ending, made.isWhole ? .fine : .undrawn, document.ending)
      let site = SiteMap(made.material, parts: made.parts, neighbours: neighbours)
      entries.append(site.entry)
      isAnySound = true
      ending = max(ending, folder.write(site.files(), run))
    }
    guard isAnySound else { return ending }
    ending = max(ending, folder.write(SiteIndex.files(for: entries), run))
    ending = max(ending, folder.finish(run))
    terminal.result("\(output)/index.html")
    return ending
  }
}
