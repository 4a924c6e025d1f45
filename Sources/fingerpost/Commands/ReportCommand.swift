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
      guard run.write(page.bytes, to: path) else {
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
    let sections = PaperSection.sections(for: reader)
    let preparation = PaperPreparation(
      date: date, audience: readers.audience, theme: looks.theme.theme, words: words,
      views: ViewName.allCases.filter { sections.contains(PaperSection(showing: $0.rawValue)) },
      addresses: .withinPaper, files: run.files, cache: run.cache)
    guard
      let made = await preparation.prepare(
        document, map, changes: old.map { old in { old.changes(to: $0, $1) } },
        tell: run.terminal.tell)
    else { return nil }
    return (
      Array(Paper(made.material, for: reader).html.utf8),
      max(made.isWhole ? .fine : .undrawn, document.ending)
    )
  }

  // MARK: - Files

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
      return run.write(try await browser.print(path), to: target) ? .fine : .undrawn
    } catch {
      terminal.note(
        "\(target): not printed. \(error); open \(path) in a web browser and print it there")
      return .undrawn
    }
  }
}
