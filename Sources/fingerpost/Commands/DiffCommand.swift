import ArgumentParser
import FingerpostAnalysis
import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import FingerpostPublishing
import FingerpostReports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Says what changed between two versions of maps.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandName.diff.configuration(
    abstract: "Say what changed between two versions of a map, one sentence a change.",
    discussion: """
      Compares two files or folders, or versions that git keeps:

        fingerpost diff old.yaml new.yaml
        fingerpost diff HEAD~3 HEAD -- Maps/leeds.yaml
        fingerpost diff HEAD -- Maps
        fingerpost diff --since 2026-03-01 Maps/leeds.yaml

      What stands before -- is a commit, a branch or a tag, and what stands after it is a path. One \
      commit is compared with the files as they are now. Without --, a word is a path when there is \
      such a file or folder, and otherwise a commit; one that could be both is asked about.

      Both versions are checked by the same rules on the same day. The maps of folders are compared \
      one by one, by their ids.

      Exit codes: 0 nothing changed; 1 something changed; 2 a version cannot be read; 64 the command \
      was typed wrongly; 70 the picture could not be drawn.
      """)

  @Argument(
    help: "The earlier version: a file or folder, or a commit, a branch or a tag.",
    completion: .file(extensions: ["yaml", "yml"]))
  var old: String?

  @Argument(help: "The later version.", completion: .file(extensions: ["yaml", "yml"]))
  var new: String?

  @Argument(
    parsing: .postTerminator, help: "Files or folders of which versions are compared.",
    completion: .file())
  var paths: [String] = []

  @Option(
    help: """
      Compare the files as they are now with the last commit before this day, such as 2026-03-01, or \
      with this commit, branch or tag.
      """)
  var since: String?

  @Option(name: .shortAndLong, help: "How to write it: text, markdown or json.")
  var format = DifferenceFormat.text

  @Option(
    help: """
      Say that an element is the same under another id, such as services/gp=services/surgery; may be \
      given several times.
      """,
    transform: RenamedElement.init)
  var renamed: [RenamedElement] = []

  @Option(help: ChangePicture.help, completion: .file(), transform: ChangePicture.init)
  var picture: ChangePicture?

  @OptionGroup var readers: AudienceOption

  @Option(
    name: .customLong("on"),
    help: """
      The date for which both versions are checked, such as 2026-11-21, or `as-of` for that of each \
      later map; today otherwise.
      """)
  var date = CheckingDate.today

  @Option(
    help: "A file of words to say things in, instead of the one that the map names.",
    completion: .file(extensions: ["yaml"]))
  var words: String?

  @Flag(
    help: """
      Take what git hands to a program that shows differences, and end with 0, so that git goes on: \
      `git config diff.fingerpost.command "fingerpost diff --driver --"`.
      """)
  var driver = false

  /// Two versions of a map, compared.
  fileprivate struct ComparedMap {
    let report: DifferenceReport
    /// What a picture of them is drawn with.
    let setting: ViewSetting
    /// The layout files beside the later version and the earlier one.
    let layouts: [KeptLayout]
  }

  /// Two versions to compare, and how they are called.
  fileprivate struct Pair {
    /// The path that was named, of the later version where there are two.
    let path: String
    let from: MapVersion
    let to: MapVersion
  }

  func run() async throws {
    let terminal = Terminal()
    let mapWords = MapWords(asked: words)
    try terminal.require(mapWords.diagnostics)
    if driver { return try show(driven(), mapWords, terminal) }
    let pairs: [Pair]
    do throws(GitError) {
      pairs = try await asked()
    } catch {
      throw error.ending(terminal)
    }
    var maps: [ComparedMap] = []
    var isReadable = true
    for pair in pairs {
      if pair.from.documents.isEmpty, pair.to.documents.isEmpty {
        terminal.note("\(pair.path): in neither version is there a file or folder of this name")
        isReadable = false
      }
      let compared = compare(pair, mapWords, terminal.report)
      maps += compared.maps
      isReadable = isReadable && compared.isReadable
    }
    try checkRenamings(in: maps.map(\.report))
    if picture != nil, maps.count > 1 {
      throw ValidationError("--picture is of one map, and these are \(maps.count); name one map.")
    }
    var ending = isReadable ? Ending.fine : .unreadable
    if let pair = pairs.first, isReadable || !maps.isEmpty {
      let report = VersionsReport(
        from: pair.from.heading, to: pair.to.heading, maps: maps.map(\.report))
      terminal.text(report.text(as: format))
      if let picture, let map = maps.first {
        let drawn = DifferencePicture(of: map.report.difference, since: pair.from.heading)
        ending = max(
          ending,
          await picture.write(drawn, in: map.setting, heldBy: map.layouts, terminal))
      }
      // As other programs that compare end.
      if ending == .fine, !report.isEmpty { throw ExitCode(1) }
    }
    try ending.end()
  }

  // MARK: - What is compared

  /// What stands before --.
  private var versions: [String] { [old, new].compactMap(\.self) }

  /// The versions of each path.
  private func asked() async throws(GitError) -> [Pair] {
    if let since {
      let all = versions + paths
      guard !all.isEmpty else { throw .wrongUsage("name the map or the folder to compare") }
      return try await all.pairs { path throws(GitError) in
        let repository = try await GitRepository(containing: path)
        let revision = try await repository.revision(since: since)
        return Pair(
          path: path, from: try await MapVersion(repository, at: revision),
          to: MapVersion(path: path))
      }
    }
    let words = try await words()
    if words.revisions.isEmpty {
      guard words.paths.count == 2 else {
        throw .wrongUsage("name two versions to compare; `fingerpost help diff` shows how")
      }
      return [
        Pair(
          path: words.paths[1], from: MapVersion(path: words.paths[0]),
          to: MapVersion(path: words.paths[1]))
      ]
    }
    guard !words.paths.isEmpty else {
      throw .wrongUsage(
        "name the map or the folder after --, such as `fingerpost diff "
          + "\(words.revisions.joined(separator: " ")) -- Maps`")
    }
    return try await words.paths.pairs { path throws(GitError) in
      let repository = try await GitRepository(containing: path)
      let old = try await repository.revision(words.revisions[0])
      let from = try await MapVersion(repository, at: old)
      guard words.revisions.count > 1 else {
        return Pair(path: path, from: from, to: MapVersion(path: path))
      }
      let new = try await repository.revision(words.revisions[1])
      return Pair(path: path, from: from, to: try await MapVersion(repository, at: new))
    }
  }

  /// Which words are commits and which are paths.
  private func words() async throws(GitError) -> (revisions: [String], paths: [String]) {
    guard paths.isEmpty else { return (versions, paths) }
    var revisions: [String] = []
    var paths: [String] = []
    for word in versions {
      let isPath = FileManager.default.fileExists(atPath: word)
      var isRevision = false
      var problem: GitError?
      do throws(GitError) {
        let repository = try await GitRepository(containing: ".")
        _ = try await repository.revision(word)
        isRevision = true
      } catch {
        problem = error
      }
      switch (isPath, isRevision) {
      case (true, true):
        throw .wrongUsage(
          "`\(word)` is a file or folder here, and git knows a commit of that name too; write "
            + "`./\(word)` for the file or folder, or put -- after the commits")
      case (true, false): paths.append(word)
      case (false, true):
        guard paths.isEmpty else {
          throw .wrongUsage("name commits first, then --, then paths; `\(word)` is a commit")
        }
        revisions.append(word)
      case (false, false):
        var hint = "put -- before a path that is gone"
        if case .unknownRevision(_, let near?) = problem { hint = "did you mean `\(near)`?" }
        throw .wrongUsage(
          "there is no file or folder `\(word)`, and no commit of that name; \(hint)")
      }
    }
    return (revisions, paths)
  }

  /// The versions that git hands over: path, old file, its id and mode, new file, its id and mode, and,
  /// where the file was renamed, its new path and in what it differs.
  private func driven() throws -> Pair? {
    let words = versions + paths
    // Git tells the path alone where a merge is not finished.
    if words.count == 1 { return nil }
    guard words.count == 7 || words.count == 9 else {
      throw ValidationError("--driver takes the seven or nine words that git hands over.")
    }
    let newPath = words.count == 9 ? words[7] : words[0]
    func version(_ file: String, of path: String, _ id: String) -> MapVersion {
      if file == path { return MapVersion(path: path) }
      let isThere = file != "/dev/null"
      let isStored = id.contains { $0 != "0" }
      return MapVersion(
        file: file, of: path,
        called: !isThere ? "not there" : isStored ? String(id.prefix(9)) : path)
    }
    return Pair(
      path: newPath, from: version(words[1], of: words[0], words[2]),
      to: version(words[4], of: newPath, words[5]))
  }

  /// Shows what git handed over, problems included, and ends well whatever there is.
  private func show(_ pair: Pair?, _ words: MapWords, _ terminal: Terminal) throws {
    let path = (versions + paths)[0]
    guard let pair else { return terminal.result("\(path): two versions are being merged") }
    let compared = compare(pair, words) { terminal.result($0.description) }
    guard compared.isReadable else {
      return terminal.result(
        "\(path): not compared. `git diff --no-ext-diff` shows its lines; a file that is part of a "
          + "folder of maps is compared with `fingerpost diff HEAD -- FOLDER`.")
    }
    let report = VersionsReport(
      from: "\(path) (\(pair.from.name))", to: pair.to.name == path ? "now" : pair.to.name,
      maps: compared.maps.map(\.report))
    terminal.text(report.text(as: format) + "\n")
  }

  // MARK: - Comparing

  /// Compares the maps of two versions one by one.
  private func compare(
    _ pair: Pair, _ words: MapWords, _ tell: (Diagnostic) -> Void
  ) -> (maps: [ComparedMap], isReadable: Bool) {
    var isReadable = true
    for version in [pair.from, pair.to] {
      for document in version.documents where document.map == nil {
        isReadable = false
        for diagnostic in document.diagnostics {
          tell(version.told(diagnostic.told(to: readers.audience)))
        }
      }
    }
    let maps = pair.matched.compactMap { old, new -> ComparedMap? in
      let document = new ?? old
      guard let document, let latest = document.map else { return nil }
      let day = date.day(for: latest)
      let settings = ViewSettings(
        date: day, theme: .plain, words: words, audience: readers.audience, views: [],
        files: FileAccess())
      let (_, setting, problems) = settings.setting(for: latest, of: document)
      for diagnostic in problems {
        tell((new == nil ? pair.from : pair.to).told(diagnostic))
      }
      guard let setting else {
        isReadable = false
        return nil
      }
      let check = MapCheck(
        standards: Standards(asked: []), date: .day(day), only: nil, except: [], baseline: nil,
        settings: ReportSettings(), audience: readers.audience)
      func side(_ document: MapDocument?, _ version: MapVersion) -> (
        map: SystemMap, check: MapReport
      )? {
        guard let document, let map = document.map else { return nil }
        let shown = map.shown(
          to: readers.audience, smallestCount: setting.profiles.smallestPublicCount)
        return (shown, version.told(check.report(on: document)))
      }
      let report = DifferenceReport(
        from: side(old, pair.from), to: side(new, pair.to),
        renamed: Dictionary(
          renamed.map { ($0.old, $0.new) }, uniquingKeysWith: { first, _ in first }),
        on: day, hasCoverage: old?.isSound ?? true && new?.isSound ?? true, words: setting.words)
      return report.map {
        ComparedMap(
          report: $0, setting: setting,
          layouts: [new, old].compactMap(\.self).map { KeptLayout(of: $0) })
      }
    }
    return (maps, isReadable)
  }

  /// Refuses what nothing is said about.
  private func checkRenamings(in maps: [DifferenceReport]) throws {
    for renaming in renamed where !maps.isEmpty {
      guard maps.contains(where: { $0.takes(renaming.old, for: renaming.new) }) else {
        throw ValidationError(
          "--renamed \(renaming.old)=\(renaming.new): the first must be gone, and the second new and "
            + "of the same sort; `fingerpost diff` lists those that are.")
      }
    }
  }
}

extension DiffCommand.Pair {
  /// The maps of both versions, each with its counterpart, in the order of the later version; those
  /// that cannot be read, and what would be their counterpart, are left out.
  fileprivate var matched: [(old: MapDocument?, new: MapDocument?)] {
    let unreadable = Set(
      (from.documents + to.documents).filter { $0.map == nil }.map(\.fileName))
    func readable(_ version: MapVersion) -> [MapDocument] {
      version.documents.filter { !unreadable.contains($0.fileName) }
    }
    let (old, new) = (readable(from), readable(to))
    // Of one map each, whatever their ids.
    if from.documents.count == 1, to.documents.count == 1, old.count == 1, new.count == 1 {
      return [(old[0], new[0])]
    }
    var rest = old
    let later = new.map { document in
      let place = rest.firstIndex { $0.map?.id == document.map?.id }
      return (old: place.map { rest.remove(at: $0) }, new: Optional(document))
    }
    return later + rest.map { (old: $0, new: nil) }
  }
}

extension MapDocument {
  /// The name of its first file, without its folder.
  fileprivate var fileName: Substring { files.first?.split(separator: "/").last ?? "" }
}

extension [String] {
  /// What is made of each, one after another.
  fileprivate func pairs<Result>(
    _ make: (String) async throws(GitError) -> Result
  ) async throws(GitError) -> [Result] {
    var results: [Result] = []
    for path in self { results.append(try await make(path)) }
    return results
  }
}
