import FingerpostFormats
import FingerpostModel
import Spreadsheets

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads service directories: JSON in any of its forms, and folders and archives of JSON pages or of
/// tables.
struct DirectoryImporter: MapImporter {
  let format: InterchangeFormat

  func read(_ path: String, _ options: ImportOptions) -> ImportedMap {
    var reading = DirectoryReading(path, as: format)
    let files = FileAccess()
    if let isFolder = files.isFolder(path) {
      if !isFolder {
        read(file: DirectoryFile(path: path), &reading)
      } else if let names = files.names(in: path) {
        let folder = path.hasSuffix("/") ? path : path + "/"
        let files = names.filter { !$0.hasPrefix(".") }
          .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
          .map { DirectoryFile(path: folder + $0) }
        read(files, in: ImportPlace(text: path), &reading)
      } else {
        reading.add(
          .error, .file, "the folder cannot be listed; check that you may read it",
          at: ImportPlace(text: path))
      }
    } else {
      reading.add(
        .error, .file, "there is no file or folder of this name; check the name",
        at: ImportPlace(text: path))
    }
    return reading.map()
  }

  /// Reads the files of a folder or an archive.
  private func read(
    _ files: [DirectoryFile], in whole: ImportPlace, _ reading: inout DirectoryReading
  ) {
    let tables = files.filter(\.isTable)
    let isOfTables = tables.contains { DirectoryEntity(named: $0.name.fileStem) != nil }
    if isOfTables {
      read(tables: tables, &reading)
    } else {
      reading.notePassedOver(tables.map(\.name), at: whole)
    }
    let pages = files.filter(\.isJSON)
    if !isOfTables, pages.isEmpty {
      reading.add(
        .error, .file,
        "there is neither a file of JSON in it nor a table such as `services.csv`; name the folder "
          + "that holds them", at: whole)
    }
    // The description of a package of tables says nothing of services.
    reading.notePassedOver(
      files.filter { !$0.isTable && !$0.isJSON && $0.name != "datapackage.json" }.map(\.name),
      at: whole)
    for file in pages {
      if isOfTables {
        reading.add(
          .warning, .file,
          "the tables of a directory lie beside this file, so it is left out; import it by itself",
          at: file.textPlace)
      } else {
        read(file: file, &reading)
      }
    }
  }

  private func read(tables files: [DirectoryFile], _ reading: inout DirectoryReading) {
    var tables = DirectoryTables(files, &reading)
    tables.give(to: &reading)
  }

  private func read(file: DirectoryFile, _ reading: inout DirectoryReading) {
    if file.isTable { return read(tables: [file], &reading) }
    do {
      let data = try file.contents()
      if data.starts(with: "PK".utf8) {
        guard let files = try file.archived() else {
          return reading.add(
            .error, .file,
            "this is an archive within an archive; unzip it first, and import it by itself",
            at: file.textPlace)
        }
        return read(files, in: file.textPlace, &reading)
      }
      guard !data.starts(with: [0xFF, 0xFE]), !data.starts(with: [0xFE, 0xFF]) else {
        return reading.add(
          .error, .encoding, "this file is in UTF-16; save it as UTF-8, as JSON has to be",
          at: file.textPlace)
      }
      data.withUnsafeBytes { read($0, of: file, &reading) }
    } catch {
      reading.add(.error, .file, error.explanation, at: file.textPlace)
    }
  }

  private func read(
    _ bytes: UnsafeRawBufferPointer, of file: DirectoryFile, _ reading: inout DirectoryReading
  ) {
    reading.turnPage()
    var parts = JSONParts(bytes, isLines: file.isLines, lists: DirectoryEntity.lists)
    var place = file.textPlace
    parts.forEach { part in
      switch part {
      case .element(let range, let line, let list):
        place.row = line
        guard let value = DirectoryValue(json: Data(bytes[range])) else {
          return reading.noteBroken(
            "this element is not valid JSON, so it is left out; look for a comma, a quotation mark or a "
              + "bracket that is missing or too many", at: place)
        }
        reading.take(value, list.flatMap { DirectoryEntity(named: $0) }, at: place)
      case .member(let name, let range, let line):
        place.row = line
        guard let value = DirectoryValue(json: Data(bytes[range])) else {
          return reading.add(
            .warning, .syntax, "`\(name.shortenedForMessage)` is not valid JSON, so it is left out",
            at: place)
        }
        reading.take(member: name, value, at: place)
      case .broken(let line, let explanation):
        place.row = line
        reading.noteBroken(explanation, at: place)
      }
    }
  }
}
