import FingerpostModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads system maps from files and folders.
///
/// A YAML file with a `title:` is a map. A folder with one such file is one map, its other files
/// merged into it. A folder with several is an atlas: each of them is a map, and the files without
/// a title, such as one of organisations and one of areas, belong to all of them. Folders within a
/// folder are read in the same way.
///
/// ```swift
/// let documents = MapReader().read(path: "Maps/leeds.yaml")
/// ```
public struct MapReader: Sendable {
  private let limits = YAMLLimits()
  private let files: FileAccess

  /// Makes a reader.
  ///
  /// - Parameter files: How it looks at files and folders.
  public init(files: FileAccess = FileAccess()) { self.files = files }

  /// Reads the map of a file, or the maps of a folder.
  ///
  /// - Returns: A document a map, in the order of the files' names. Never empty: where nothing can
  ///   be read, a single document says why.
  public func read(path: String) -> [MapDocument] { maps(at: path).inParallel { $0.read() } }

  /// Finds the map of a file, or the maps of a folder, without reading what they mean.
  ///
  /// For many maps of which only one or two shall be in memory at a time: each is read when it is
  /// asked for.
  ///
  /// - Returns: The maps in the order of the files' names. Never empty, as for `read(path:)`.
  public func maps(at path: String) -> [UnreadMap] { maps(at: path, keeping: []) }

  /// The same, where files that are known to be maps stay maps, though they have lost their title or all
  /// that they held: an accident in one would otherwise make it a part of all others.
  package func maps(at path: String, keeping known: Set<String>) -> [UnreadMap] {
    func failure(_ message: String) -> [UnreadMap] {
      [UnreadMap(files: [path], id: path.fileStem) { .unreadable(path, message) }]
    }
    guard let isFolder = files.isFolder(path) else {
      return failure("there is no file or folder `\(path)`; check the name")
    }
    guard isFolder else {
      return [
        UnreadMap(files: [path], id: path.fileStem) {
          document(of: [load(path)], id: path.fileStem)
        }
      ]
    }
    var maps: [UnreadMap] = []
    var visited: Set<String> = []
    collect(
      folder: path, shared: [], keeping: known, depth: 0, visited: &visited, into: &maps)
    guard maps.isEmpty else { return maps }
    return failure(
      "no file in `\(path)` is a map: a map is a `.yaml` file with `fingerpost: 1` and a "
        + "`title:`; `fingerpost init` writes one to start from")
  }

  /// Reads a map from the bytes of one file.
  ///
  /// - Parameters:
  ///   - bytes: YAML in UTF-8.
  ///   - file: What to call the file in messages.
  /// - Returns: The map, and every problem found in it.
  public func read(_ bytes: [UInt8], file: String) -> MapDocument {
    read([(file, bytes)], id: file.fileStem)
  }

  /// Reads a map from the bytes of several files, as of those of one folder.
  ///
  /// - Parameters:
  ///   - files: YAML in UTF-8, and what to call each file in messages; the first has the title.
  ///   - id: The id of the map, as far as it is one.
  /// - Returns: The map, and every problem found in it.
  package func read(_ files: [(file: String, bytes: [UInt8])], id: String) -> MapDocument {
    document(
      of: files.inParallel { file, bytes in
        let (tree, diagnostics) = YAMLTree.read(bytes, file: file, limits: limits)
        return Loaded(file: file, tree: tree, diagnostics: diagnostics, isOnDisk: false)
      }, id: id)
  }

  /// Reads a map from text.
  ///
  /// - Parameters:
  ///   - text: YAML.
  ///   - file: What to call the text in messages.
  /// - Returns: The map, and every problem found in it.
  public func read(text: String, file: String = "map.yaml") -> MapDocument {
    read(Array(text.utf8), file: file)
  }

  // MARK: - Files

  private struct Loaded: Sendable {
    var file: String
    var tree: YAMLTree?
    var diagnostics: [Diagnostic]
    /// Whether it is a file, and not text that somebody calls so.
    var isOnDisk = true

    func has(_ key: StaticString) -> Bool {
      tree?.root.entries.contains { $0.key.isEqual(to: key) } ?? false
    }
  }

  private func load(_ path: String) -> Loaded {
    let (bytes, problem) = files.mapFile(at: path, limits: limits)
    guard let bytes else {
      return Loaded(file: path, tree: nil, diagnostics: problem.map { [$0] } ?? [])
    }
    let (tree, diagnostics) = YAMLTree.read(bytes, file: path, limits: limits)
    return Loaded(file: path, tree: tree, diagnostics: diagnostics)
  }

  private func collect(
    folder: String, shared: [Loaded], keeping known: Set<String>, depth: Int,
    visited: inout Set<String>,
    into maps: inout [UnreadMap]
  ) {
    // Links between folders may form circles.
    guard depth <= 8, visited.insert(folder.withLinksFollowed).inserted else { return }
    guard let all = files.names(in: folder) else {
      maps.append(
        UnreadMap(files: [folder], id: folder.fileStem) {
          .unreadable(folder, "the folder cannot be listed; check that you may read it")
        })
      return
    }
    let names = all.filter { !$0.hasPrefix(".") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var folders: [String] = []
    var paths: [String] = []
    for name in names {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      guard let isFolder = files.isFolder(path) else { continue }
      if isFolder {
        folders.append(path)
      } else if [ProfileReader.fileEnding, WordsReader.fileEnding, ScenarioReader.fileEnding]
        .contains(where: name.hasSuffix)
      {
        // A written standard, the words of a place, or a scenario, beside the maps.
        continue
      } else if name.isMapFile {
        paths.append(path)
      }
    }
    let loaded = paths.inParallel(load)
    // A file that cannot be read counts as a map, so that its problems are told.
    let heads = loaded.filter { $0.tree == nil || $0.has("title") || known.contains($0.file) }
    let untitled = loaded.filter {
      $0.tree != nil && !$0.has("title") && !known.contains($0.file)
    }
    let others = untitled.filter { $0.has("fingerpost") }
    let strangers = untitled.filter { !$0.has("fingerpost") }
      .map {
        Diagnostic(
          .warning, .missingKey,
          "this file is left out, because it does not begin with `fingerpost: 1`",
          at: SourceLocation(file: $0.file, line: 1, column: 1))
      }
    func add(_ files: [Loaded], id: String) {
      let more = files.first?.file == heads.first?.file ? strangers : []
      maps.append(
        UnreadMap(files: files.map(\.file) + more.compactMap(\.location?.file), id: id) {
          var document = document(of: files, id: id)
          document.diagnostics += more
          return document
        })
    }
    if heads.count == 1 {
      let id = others.isEmpty ? heads[0].file.fileStem : folder.fileStem
      add(heads + others + shared, id: id)
    } else {
      for head in heads { add([head] + others + shared, id: head.file.fileStem) }
    }
    let passedDown = heads.count == 1 ? shared : shared + others
    for folder in folders {
      collect(
        folder: folder, shared: passedDown, keeping: known, depth: depth + 1, visited: &visited,
        into: &maps)
    }
  }

  // MARK: - Merging

  private func document(of files: [Loaded], id: String) -> MapDocument {
    let reading = MapReading()
    var map = SystemMap(id: Identifier(id.asMapID), title: "")
    var isWhole = true
    var seen: [String: SourceLocation] = [:]
    for (key, value) in files.lazy.compactMap(\.tree).flatMap(\.root.entries) {
      reading.room[key.text, default: 0] += value.count
    }
    for file in files {
      reading.take(file.diagnostics)
      guard let tree = file.tree else {
        isWhole = false
        continue
      }
      reading.begin(tree)
      let root = tree.root
      guard !root.isNull else {
        reading.report(
          .missingKey,
          "this file is empty; begin it with `fingerpost: 1` and a `title:`, or let `fingerpost "
            + "init` write one", at: root)
        continue
      }
      guard !file.has("fingerpost-profile") else {
        reading.report(
          .wrongType, "this is a profile, not a map; name it with `--profile` when you check a map",
          at: root)
        isWhole = false
        continue
      }
      if map.origin.location == nil { map.origin.location = root.location }
      if files.count > 1 { noteKeys(of: root, in: &seen, reading) }
      _ = Shape<SystemMap>.map.read(root, into: &map, reading)
    }
    if isWhole, let head = reading.trees.first, head.root.kind == .mapping, map.title.isEmpty {
      reading.report(
        .missingKey, "this map has no `title`; add `title:` and what the map is called",
        at: head.root)
    }
    if isWhole { Soundness.check(map, reading) }
    if let words = map.words, files[0].isOnDisk {
      checkWords(words, besides: files[0].file, reading)
    }
    let diagnostics = reading.told.inOrder(of: files.map(\.file))
    let isReadable =
      isWhole && !diagnostics.contains { $0.severity == .error && !$0.category.isAboutSense }
    return MapDocument(
      map: isReadable ? map : nil, files: files.map(\.file), diagnostics: diagnostics)
  }
}

extension MapReader {
  /// Reports that the file of words which a map names does not stand beside it.
  private func checkWords(_ name: String, besides file: String, _ reading: MapReading) {
    let path = WordsReader.path(of: name, besides: file)
    guard !WordsReader(files: files).exists(path),
      let node = reading.trees.flatMap(\.root.entries).first(where: { $0.key.isEqual(to: "words") })
    else { return }
    let folder = file.folder.isEmpty ? "." : file.folder
    let others = (files.names(in: folder) ?? [])
      .filter { $0.hasSuffix(WordsReader.fileEnding) }
      .map { String($0.dropLast(WordsReader.fileEnding.count)) }.sorted()
    reading.report(
      .unknownReference,
      "there is no file of words `\(path)`; "
        + (reading.suggestion(for: name, among: others).map { "did you mean `\($0)`?" }
          ?? "write one beside the map (`fingerpost words` begins one), or take the line out"),
      at: node.value)
  }

  /// Reports keys, apart from those that merge, that another file of the map has as well.
  private func noteKeys(
    of root: YAMLNode, in seen: inout [String: SourceLocation], _ reading: MapReading
  ) {
    for (key, _) in root.entries
    where !ElementID.Collection.allCases.contains(where: { key.isEqual(to: $0.rawValue) }) {
      let text = key.text
      if text != "fingerpost", let first = seen.updateValue(key.location, forKey: text) {
        reading.report(
          .duplicateKey,
          "`\(text)` stands in two files of one map (the other is at \(first)); keep one", at: key)
      }
    }
  }
}

extension [Diagnostic] {
  /// The problems as they stand in the files, those without a place last.
  fileprivate func inOrder(of files: [String]) -> [Diagnostic] {
    let rank = Dictionary(
      files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func key(_ item: (offset: Int, element: Diagnostic)) -> (Int, Int, Int, Int) {
      guard let place = item.element.location else { return (.max, 0, 0, item.offset) }
      return (rank[place.file] ?? files.count, place.line, place.column, item.offset)
    }
    return enumerated().sorted { key($0) < key($1) }.map(\.element)
  }
}

extension MapDocument {
  fileprivate static func unreadable(_ path: String, _ message: String) -> MapDocument {
    MapDocument(
      map: nil, files: [path], diagnostics: [Diagnostic(.error, .file, message, at: nil)])
  }
}

extension YAMLNode {
  /// Whether the node is a scalar with this text.
  fileprivate func isEqual(to text: String) -> Bool {
    withBytes { $0.elementsEqual(text.utf8) }
  }
}

extension String {
  /// The path of what it names, whatever links lie on the way.
  fileprivate var withLinksFollowed: String { URL(filePath: self).resolvingSymlinksInPath().path }

  /// The folder that a file stands in, with a slash at its end; empty for the present one.
  var folder: String {
    split(separator: "/", omittingEmptySubsequences: false).dropLast().map { $0 + "/" }.joined()
  }

  /// The last part of a path without its ending.
  package var fileStem: String {
    let name = split(separator: "/").last.map(String.init) ?? self
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}

extension StringProtocol {
  /// Whether it is the name of a file that maps are read from, and not of a folder.
  package var isMapFile: Bool { hasSuffix(".yaml") || hasSuffix(".yml") }
}
