import FingerpostModel
import FingerpostPublishing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A git repository, read through the `git` program and never changed; blobs are read as they are stored.
struct GitRepository: Sendable {
  /// The folder in which git is asked.
  private let folder: String
  /// The way from the top of the repository to that folder, ending in a slash unless it is empty.
  private let prefix: String
  /// What follows the folder in the path that was named.
  private let rest: String

  /// A commit, and what people call it.
  struct Revision: Hashable, Sendable {
    /// As it was asked for, or the short id of the commit that a day led to.
    let name: String
    /// The id of the commit.
    let commit: String
    /// The day on which it was committed; `nil` when git says something else.
    let date: CalendarDate?
  }

  /// An entry of the tree of a commit.
  struct Entry: Sendable {
    /// Its path from the top of the repository.
    let path: String
    /// The id of what it holds.
    let object: String
    /// Whether it is a folder.
    let isFolder: Bool
    /// Whether it is a link to another file.
    let isLink: Bool
  }

  /// The path that was named, from the top of the repository; empty for the top itself.
  var path: String { prefix + rest }

  /// The same from the folder in which git is asked; `.` for that folder.
  var pathFromFolder: String { rest.isEmpty ? "." : rest }

  /// Finds the repository in which a path lies; the path itself need not exist.
  init(containing path: String) async throws(GitError) {
    let whole = URL(filePath: path).standardizedFileURL.path
    var folder = whole
    var rest: [Substring] = []
    var isFolder = false
    while !FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) || !isFolder {
      guard let slash = folder.lastIndex(of: "/"), folder.count > 1 else { break }
      rest.insert(folder[folder.index(after: slash)...], at: 0)
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    let answer = try await GitProgram(folder: folder).ask(["rev-parse", "--show-prefix"])
    guard answer.isFine else {
      if answer.complaint.contains("not a git repository") { throw .noRepository(path: path) }
      throw .failed(answer.complaint)
    }
    self.folder = folder
    self.rest = rest.joined(separator: "/")
    let prefix = answer.text.droppingLineEnd
    // The folder itself is asked for without the slash.
    self.prefix = rest.isEmpty && prefix.hasSuffix("/") ? String(prefix.dropLast()) : prefix
  }

  // MARK: - Commits

  /// The commit of a name, a branch, a tag or anything else that git takes for one.
  func revision(_ name: String) async throws(GitError) -> Revision {
    // What begins with a hyphen is an option, and git allows no revision of that form.
    if !name.isEmpty, !name.hasPrefix("-") {
      let answer = try await ask(
        ["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"])
      let commit = answer.text.droppingLineEnd
      if answer.isFine, !commit.isEmpty { return try await revision(name, commit) }
    }
    let refs = try await ask(
      ["for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes"])
    let names = refs.text.split(separator: "\n").map(String.init) + ["HEAD"]
    throw .unknownRevision(name, didYouMean: name.nearest(in: names))
  }

  /// Whether git takes a word for a commit.
  func knows(_ name: String) async throws(GitError) -> Bool {
    do throws(GitError) {
      _ = try await revision(name)
      return true
    } catch .unknownRevision {
      return false
    } catch {
      throw error
    }
  }

  /// The commit that `--since` means: the last one before a day, or that of a name.
  func revision(since text: String) async throws(GitError) -> Revision {
    guard let day = CalendarDate(argument: text) else { return try await revision(text) }
    if try await knows(text) { throw .dayAndName(text) }
    return try await lastRevision(before: day)
  }

  /// The last commit of the current branch before a day began, where the program runs.
  func lastRevision(before day: CalendarDate) async throws(GitError) -> Revision {
    let answer = try await ask(
      [
        "rev-list", "--max-count=1", "--first-parent", "--before=\(day.firstSecond - 1)", "HEAD",
      ])
    let commit = answer.text.droppingLineEnd
    guard commit.isEmpty else { return try await revision(String(commit.prefix(9)), commit) }
    let dates = try await ask(["log", "--first-parent", "--format=%cs", "HEAD"])
    throw .nothingBefore(
      day, first: dates.text.split(separator: "\n").last.flatMap { CalendarDate(String($0)) })
  }

  private func revision(_ name: String, _ commit: String) async throws(GitError) -> Revision {
    let date = try await ask(["log", "--max-count=1", "--format=%cs", commit])
    return Revision(name: name, commit: commit, date: CalendarDate(date.text.droppingLineEnd))
  }

  // MARK: - What commits hold

  /// The entry at the path that was named; `nil` when there was none.
  func entry(at revision: Revision) async throws(GitError) -> Entry? {
    if path.isEmpty {
      return Entry(path: "", object: revision.commit, isFolder: true, isLink: false)
    }
    return try await entries(of: revision.commit, ["--", path]).first
  }

  /// What lies in a folder of a commit, at whatever depth.
  ///
  /// - Parameters:
  ///   - folder: A path from the top of the repository; empty for the top itself.
  ///   - revision: The commit.
  ///   - isDeep: Whether what lies in folders within it is listed, instead of these.
  /// - Returns: The entries in the order of their paths.
  /// - Throws: Why git does not answer.
  func entries(
    in folder: String, at revision: Revision, isDeep: Bool
  ) async throws(GitError) -> [Entry] {
    try await entries(
      of: revision.commit,
      (isDeep ? ["-r"] : []) + (folder.isEmpty ? [] : ["--", folder + "/"]))
  }

  /// What lies in trees, at whatever depth, by paths from there; all trees of one depth are read at
  /// once.
  func entries(inTrees trees: some Sequence<String>) async throws(GitError) -> [String: [Entry]] {
    var known: [String: [Entry]] = [:]
    var open = Set(trees)
    let asked = open
    // Folders of maps are not read any deeper.
    for _ in 0...8 where !open.isEmpty {
      let read = try await contents(of: open, ofKind: "tree")
      for (id, bytes) in read {
        known[id] = Self.entries(ofTree: bytes, idLength: id.utf8.count / 2)
      }
      open = Set(
        read.keys.flatMap { known[$0] ?? [] }.filter { $0.isFolder && known[$0.object] == nil }
          .map(\.object))
    }
    func all(in tree: String, depth: Int) -> [Entry] {
      (known[tree] ?? []).flatMap { entry in
        guard entry.isFolder, depth < 9 else { return entry.isFolder ? [] : [entry] }
        return all(in: entry.object, depth: depth + 1).map { inner in
          Entry(
            path: "\(entry.path)/\(inner.path)", object: inner.object, isFolder: false,
            isLink: inner.isLink)
        }
      }
    }
    return Dictionary(
      asked.map { ($0, all(in: $0, depth: 0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads a tree as git stores it: `MODE NAME␀ID`, one after another.
  private static func entries(ofTree bytes: [UInt8], idLength: Int) -> [Entry] {
    var entries: [Entry] = []
    var rest = bytes[...]
    while let space = rest.firstIndex(of: UInt8(ascii: " ")),
      let end = rest[space...].firstIndex(of: 0), rest.endIndex - end > idLength
    {
      let mode = String(decoding: rest[..<space], as: UTF8.self)
      let name = String(decoding: rest[(space + 1)..<end], as: UTF8.self)
      let id = rest[(end + 1)...].prefix(idLength)
      rest = rest.dropFirst(end + 1 + idLength - rest.startIndex)
      guard name.isPlainPath, !name.contains("/"), mode != "160000" else { continue }
      let object = id.map { byte in
        String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
      }.joined()
      entries.append(
        Entry(path: name, object: object, isFolder: mode == "40000", isLink: mode == "120000"))
    }
    return entries
  }

  private func entries(
    of tree: String, _ arguments: [String]
  ) async throws(GitError) -> [Entry] {
    let options = arguments.prefix { $0 != "--" }
    let answer = try await ask(
      ["ls-tree", "-z", "--full-tree"] + options + [tree] + arguments.dropFirst(options.count))
    guard answer.isFine else { throw .failed(answer.complaint) }
    return answer.output.split(separator: 0).compactMap { line in
      // `100644 blob ID<TAB>PATH`
      let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let facts = String(decoding: parts[0], as: UTF8.self).split(separator: " ")
      let path = String(decoding: parts[1], as: UTF8.self)
      guard facts.count == 3, facts[1] != "commit", path.isPlainPath else { return nil }
      return Entry(
        path: path, object: String(facts[2]), isFolder: facts[1] == "tree",
        isLink: facts[0] == "120000")
    }
  }

  /// The ids of objects by their names, such as `HEAD:Maps`; what there is not is left out.
  func objects(named names: [String]) async throws(GitError) -> [String: String] {
    let asked = names.filter { !$0.contains("\n") }
    guard !asked.isEmpty else { return [:] }
    let answer = try await ask(
      ["cat-file", "--batch-check=%(objectname)"], input: asked.map { $0 + "\n" }.joined())
    guard answer.isFine else { throw .failed(answer.complaint) }
    let lines = answer.text.split(separator: "\n", omittingEmptySubsequences: false)
    return Dictionary(
      zip(asked, lines).filter { !$1.hasSuffix(" missing") }.map { ($0, String($1)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The bytes of objects of one kind by their ids, all from one process; what there is not is left
  /// out.
  func contents(
    of objects: some Sequence<String>, ofKind kind: String = "blob"
  ) async throws(GitError) -> [String: [UInt8]] {
    let asked = Set(objects).sorted()
    guard !asked.isEmpty else { return [:] }
    let answer = try await ask(
      ["cat-file", "--batch"], input: asked.map { $0 + "\n" }.joined())
    guard answer.isFine else { throw .failed(answer.complaint) }
    var contents: [String: [UInt8]] = [:]
    var rest = answer.output[...]
    // `ID blob SIZE`, the bytes, and a line end.
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let head = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      rest = rest[(end + 1)...]
      guard head.count == 3, let size = Int(head[2]), size <= rest.count else { continue }
      if head[1] == kind { contents[String(head[0])] = Array(rest.prefix(size)) }
      rest = rest.dropFirst(size + 1)
    }
    return contents
  }

  // MARK: - Asking git

  /// Asks git something about the repository.
  func ask(_ arguments: [String], input: String = "") async throws(GitError) -> GitProgram.Answer {
    try await GitProgram(folder: folder).ask(arguments, input: input)
  }
}

extension CalendarDate {
  /// When the day begins where the program runs, in seconds since 1970.
  fileprivate var firstSecond: Int {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .current
    let parts = DateComponents(year: year, month: month ?? 1, day: day ?? 1)
    return Int(calendar.date(from: parts)?.timeIntervalSince1970 ?? 0)
  }
}

extension String {
  fileprivate var droppingLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }

  /// Whether a path leads down only, whoever wrote the tree that holds it.
  fileprivate var isPlainPath: Bool {
    split(separator: "/", omittingEmptySubsequences: false)
      .allSatisfy { !["", ".", ".."].contains($0) }
  }
}
