import FingerpostPublishing
import GraphvizRendering

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder of the pictures of one map: what a run draws there, and what earlier runs left.
///
/// The files that drawing made are listed in a file beside them, each with what tells it from one that
/// was changed since. Only what is listed and is as it was drawn is ever removed, and only by a run
/// that drew all that it could be part of. Two maps of the same id share a folder, and the one that is
/// drawn last has it to itself.
struct PictureFolder {
  /// Where it is.
  let path: String
  /// What the run draws all pictures of.
  private let whole: Set<PictureSelection>
  private var made: [MadeFile] = []
  private var drawn: Set<MadeFile.Page> = []
  private var finished: Set<String> = []
  private var left: Set<String> = []

  /// The name of the list of files.
  static let listName = ".fingerpost-made"

  /// Begins with the folder as it is; it need not exist.
  init(path: String, whole: Set<PictureSelection>) {
    self.path = path
    self.whole = whole
  }

  /// Notes that a picture, with these pages, is as the map says now.
  mutating func finish(_ picture: String, _ selection: PictureSelection, pages: [String]) {
    finished.insert(picture)
    for page in pages { drawn.insert(MadeFile.Page(selection: selection, name: page)) }
  }

  /// Notes that a picture was not drawn, so that the one from before stays.
  mutating func leave(_ picture: String) { left.insert(picture) }

  /// Notes a file that was written.
  mutating func add(
    _ name: String, _ bytes: [UInt8], of picture: String, _ selection: PictureSelection
  ) {
    made.append(
      MadeFile(selection: selection, picture: picture, name: name, print: Fingerprint(of: bytes)))
  }

  // MARK: - What is out of date

  /// What became of the files of earlier runs that are out of date.
  struct Clearing {
    /// Files that are gone.
    var removed: [String] = []
    /// Files that somebody changed after they were drawn; they are left, and listed no more.
    var changed: [String] = []
    /// Files that cannot be removed.
    var stuck: [String] = []
    /// Whether the list cannot be read, so that nothing is removed.
    var isListDamaged = false
  }

  /// Removes what is out of date and what a killed run left half written, and writes down what there
  /// is now.
  ///
  /// - Throws: When the list cannot be written.
  func clear() throws(AtomicFile.WritingError) -> Clearing {
    var clearing = Clearing()
    let list = "\(path)/\(Self.listName)"
    var earlier: [MadeFile] = []
    if let bytes = Self.contents(of: list) {
      if let files = MadeFile.list(in: String(decoding: bytes, as: UTF8.self)) {
        earlier = files
      } else {
        clearing.isListDamaged = true
      }
    }
    let names = Set(made.map(\.name))
    var now = made
    for file in earlier where !names.contains(file.name) {
      guard isOutOfDate(file) else {
        now.append(file)
        continue
      }
      let path = "\(path)/\(file.name)"
      guard let bytes = Self.contents(of: path) else { continue }
      if Fingerprint(of: bytes) != file.print {
        clearing.changed.append(file.name)
      } else if (try? FileManager.default.removeItem(atPath: path)) == nil {
        clearing.stuck.append(file.name)
        now.append(file)
      } else {
        clearing.removed.append(file.name)
      }
    }
    now.sort { $0.name < $1.name }
    if now != earlier || clearing.isListDamaged {
      try AtomicFile(path: list).write(Array(MadeFile.text(of: now).utf8))
    }
    AtomicFile.removeLeftovers(in: path) { $0 == Self.listName || MadeFile.isPictureName($0) }
    return clearing
  }

  /// Whether this run would have drawn a file, if the map still had it.
  private func isOutOfDate(_ file: MadeFile) -> Bool {
    !drawn.contains(file.page) && !left.contains(file.picture)
      && (finished.contains(file.picture) || whole.contains { $0.includes(file.selection) })
  }

  /// The bytes of an ordinary file; `nil` for anything else, and when it cannot be read.
  private static func contents(of path: String) -> [UInt8]? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else { return nil }
    return FileManager.default.contents(atPath: path).map { [UInt8]($0) }
  }
}

/// What a run was asked to draw of a map: a view, or the pathway of one family.
struct PictureSelection: Hashable, RawRepresentable {
  let rawValue: String

  /// Whether to draw all of this is to draw that too.
  ///
  /// All pathways include those of single families, which would show what is no longer so.
  func includes(_ other: Self) -> Bool {
    self == other || other.rawValue.hasPrefix("\(rawValue) ")
  }
}

/// A file that drawing made.
private struct MadeFile: Hashable {
  let selection: PictureSelection
  /// The picture that it is, or is a page of.
  let picture: String
  let name: String
  let print: Fingerprint

  /// What a file shows, whatever its kind.
  struct Page: Hashable {
    let selection: PictureSelection
    let name: String
  }

  var page: Page {
    let ending = name.lastIndex(of: ".") ?? name.endIndex
    return Page(selection: selection, name: String(name[..<ending]))
  }

  // MARK: - The list

  private static let head = """
    # What Fingerpost drew into this folder, so that it can remove what is out of date.
    # What was asked for, the picture, the file, and its SHA-256 (version 1):

    """

  /// Files as lines of text.
  static func text(of files: [MadeFile]) -> String {
    files.reduce(into: head) { text, file in
      let columns = [
        file.selection.rawValue, file.picture, file.name, file.print.description,
      ]
      text += columns.joined(separator: "\t") + "\n"
    }
  }

  /// The files that a text lists; `nil` when anything in it is not as this program writes it, such as
  /// the name of a file in another folder.
  static func list(in text: String) -> [MadeFile]? {
    guard text.hasPrefix(head), text.utf8.last == UInt8(ascii: "\n") else { return nil }
    var files: [MadeFile] = []
    for line in text.dropFirst(head.count).split(separator: "\n") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count == 4, isPictureName(columns[2]), let print = Fingerprint(columns[3])
      else { return nil }
      files.append(
        MadeFile(
          selection: PictureSelection(rawValue: columns[0]), picture: columns[1],
          name: columns[2], print: print))
    }
    return files
  }

  static func isPictureName(_ name: String) -> Bool {
    let endings = FileKinds.all.map { ".\($0.ending)" }
    return !name.hasPrefix(".") && !name.contains("/")
      && endings.contains { name.hasSuffix($0) }
  }
}
