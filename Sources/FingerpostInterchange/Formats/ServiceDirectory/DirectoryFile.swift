import FingerpostFormats
import Spreadsheets

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A file of a directory, on the disk or in an archive.
struct DirectoryFile {
  /// The last part of its name.
  let name: String
  private let path: String
  private let part: String?
  private let archive: ZipArchive?

  /// The most that a file of an archive may unpack to.
  private static let unpacked = 512 << 20

  /// Names a file on the disk.
  init(path: String) {
    self.path = path
    part = nil
    archive = nil
    name = path.split(separator: "/").last.map(String.init) ?? path
  }

  private init(_ part: String, in archive: ZipArchive, path: String) {
    self.path = path
    self.part = part
    self.archive = archive
    name = part.split(separator: "/").last.map(String.init) ?? part
  }

  /// The files in it, when it is an archive, in the order of their names; `nil` when it lies in one
  /// itself.
  func archived() throws(TableError) -> [DirectoryFile]? {
    guard archive == nil else { return nil }
    let archive = try ZipArchive(path: path)
    return archive.names.filter { !$0.hasSuffix("/") && !$0.hasPrefix("__MACOSX/") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { DirectoryFile($0, in: archive, path: path) }
  }

  /// Its bytes, not in memory before they are needed where it is a file of its own.
  func contents() throws(TableError) -> Data {
    if let archive, let part { return Data(try archive.contents(of: part, limit: Self.unpacked)) }
    // A pipe or a device may never end.
    guard FileAccess().size(of: path) != nil,
      let data = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
    else { throw TableError("this file cannot be opened; check that you may read it") }
    return data
  }

  /// Where it begins, as a table.
  var tablePlace: ImportPlace { ImportPlace(table: path, part: part) }

  /// Where it begins, as text.
  var textPlace: ImportPlace { ImportPlace(text: path, part: part) }

  /// Whether its name is that of a table.
  var isTable: Bool { [".csv", ".tsv", ".txt"].contains { name.lowercased().hasSuffix($0) } }

  /// Whether every line of it is a value of its own.
  var isLines: Bool { [".jsonl", ".ndjson"].contains { name.lowercased().hasSuffix($0) } }

  /// Whether its name is that of JSON, and not that of the description of a package of tables
  /// (Frictionless Data Package).
  var isJSON: Bool {
    isLines || name.lowercased().hasSuffix(".json") && name.lowercased() != "datapackage.json"
  }
}
