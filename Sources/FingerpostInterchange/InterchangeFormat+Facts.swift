public import FingerpostModel

extension InterchangeFormat {
  /// What people call it.
  public var title: String { definition.title }
  /// What it is and who uses it, in a sentence.
  public var summary: String { definition.summary }
  /// How the names of its files end, the usual one first.
  public var fileEndings: [String] { definition.fileEndings }
  /// Whether maps can be made of it.
  public var isReadable: Bool { definition.importer != nil }
  /// Whether maps can be written in it.
  public var isWritable: Bool { definition.exporter != nil }
  /// Whether it is written as several files in a folder.
  public var isFolder: Bool { definition.exporter?.isFolder ?? false }

  /// Whether an import from it keeps what a map does not say, to be written back.
  public var keepsStatements: Bool { self == .hsds || self == .openReferralUK }

  /// Reads a file, or a folder of files, as a map.
  ///
  /// - Parameters:
  ///   - path: The file or folder.
  ///   - options: What the person says about it.
  ///   - file: What the map file is going to be called.
  /// - Returns: The map, what was counted, and every problem with its place.
  public func read(
    _ path: String, _ options: ImportOptions = ImportOptions(), as file: String = "map.yaml"
  ) -> ImportedDocument {
    guard let importer = definition.importer else {
      var map = ImportedMap(from: path)
      map.problems.append(
        ImportProblem(
          .error, .file, "\(title) can be written and not read; name another format", at: nil))
      return map.read(as: file)
    }
    return importer.read(path, options).read(as: file)
  }

  /// Writes a map; the files of a folder, or a single one.
  ///
  /// - Parameters:
  ///   - map: The map, as its audience may see it.
  ///   - kept: What earlier imports kept beside it.
  /// - Returns: The files.
  /// - Throws: When a file could not be made, as on a full disk.
  public func write(_ map: SystemMap, kept: [KeptStatement] = []) throws -> [ExportedFile] {
    try definition.exporter?.write(map, kept: kept) ?? []
  }
}
