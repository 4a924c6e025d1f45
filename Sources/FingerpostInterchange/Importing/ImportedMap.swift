import FingerpostFormats
public import FingerpostModel

/// A map as a file of another format states it, each fact with its place.
///
/// It is made sense of by writing it as a map file and reading that: whatever a map file may not say,
/// an import may not say either, and what is wrong is told at its place in the imported file.
package struct ImportedMap: Sendable {
  /// What stands at the top of the map, in the order in which it is to be written.
  package var root: ImportedRecord
  /// What is wrong with the file itself, found before the map is read.
  package var problems: [ImportProblem]
  /// What was counted on the way, such as rows read, in the order in which to tell it.
  package var counts: [ImportCount]
  /// What the format says and a map does not, to be kept beside the map and written back.
  package var kept: [KeptStatement]

  /// Makes a map that says nothing.
  package init(from file: String) {
    root = ImportedRecord(place: ImportPlace(text: file))
    problems = []
    counts = []
    kept = []
  }

  /// The text of a map file, in its parts where it has several.
  package struct File {
    /// Where it is to be written.
    package let path: String
    /// The text, in UTF-8.
    package let bytes: [UInt8]
    /// For each line where what it says was read.
    package let places: [ImportPlace]
  }

  /// The files of the map.
  ///
  /// - Parameters:
  ///   - output: Where the map is to be written: a name that ends with `.yaml` or `.yml` is that of its
  ///     only file, any other that of a folder, whose first file is called as the folder is.
  ///   - size: How many bytes a file of a folder has before another begins.
  /// - Returns: The files, that with the title first.
  /// - Complexity: O(*n*), where *n* is how much is said.
  package func files(as output: String, ofSize size: Int = 16 << 20) -> [File] {
    let isFile = output.isMapFile
    var writer = PlacedWriter(size: isFile ? .max : size)
    writer.write(root.fields, at: root.place, column: 0)
    writer.finish()
    return writer.files.enumerated().map { index, file in
      let name = output.fileStem + (index == 0 ? "" : "-\(index + 1)")
      return File(
        path: isFile ? output : "\(output)/\(name).yaml", bytes: file.bytes, places: file.places)
    }
  }

  /// The map, and everything that is wrong with it, each at its place in the imported file.
  ///
  /// - Parameters:
  ///   - output: Where the map is to be written, as for `files(as:ofSize:)`.
  ///   - size: How many bytes a file of a folder has before another begins.
  ///   - most: How many bytes a file may have.
  /// - Returns: The map as text and as a value, with the problems.
  package consuming func read(
    as output: String, ofSize size: Int = 16 << 20, atMost most: Int = YAMLLimits().bytes
  ) -> ImportedDocument {
    // Where no map was found, which has been told, there is nothing more to say of it.
    guard
      root.fields.contains(where: { $0.key == "title" })
        || !problems.contains(where: { $0.severity == .error })
    else {
      return ImportedDocument(files: [], map: nil, problems: problems, counts: counts, kept: kept)
    }
    let files = files(as: output, ofSize: size)
    // What is written as text need not be in memory twice.
    root.fields = []
    guard files.allSatisfy({ $0.bytes.count <= most }) else {
      let tooLarge = ImportProblem(
        .error, .limit,
        "this makes a map file of more than \(most >> 20) MB, which is the most that one may have; name "
          + "a folder with --output, without `.yaml` at its end, for a map of several files",
        at: root.place)
      return ImportedDocument(
        files: [], map: nil, problems: problems + [tooLarge], counts: counts, kept: kept)
    }
    let document = MapReader().read(
      files.map { (file: $0.path, bytes: $0.bytes) }, id: output.fileStem)
    let places = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.places) })
    func origin(of location: SourceLocation?) -> ImportPlace? {
      guard let location, let lines = places[location.file],
        lines.indices.contains(location.line - 1)
      else { return nil }
      return lines[location.line - 1]
    }
    // An id that stands twice is told as such; that it is a key in the map file is of no interest.
    let clashes = Set(document.diagnostics.filter { $0.category == .clashingID }.map(\.location))
    let found = document.diagnostics.filter {
      $0.category != .duplicateKey || !clashes.contains($0.location)
    }.map { diagnostic in
      var message = diagnostic.message
      // The map file that is named there does not exist yet.
      if let other = diagnostic.other, let place = origin(of: other) {
        message = message.replacing("\(other)", with: "\(place)")
      }
      return ImportProblem(
        diagnostic.severity, diagnostic.category, message, at: origin(of: diagnostic.location))
    }
    // What the format's own reader could not make out would be missing from the map.
    let isWhole = !problems.contains { $0.severity == .error && !$0.category.isAboutSense }
    return ImportedDocument(
      files: files.map { ExportedFile(name: $0.path, bytes: $0.bytes) },
      map: isWhole ? document.map : nil, problems: problems + found, counts: counts, kept: kept)
  }
}

/// Something counted while a file was imported.
public struct ImportCount: Hashable, Sendable {
  /// What was counted, in words that begin with a plural: `services read`.
  public var of: String
  /// How many.
  public var number: Int

  /// Makes a count.
  public init(_ number: Int, of: String) {
    self.of = of
    self.number = number
  }
}

extension ImportCount: CustomStringConvertible {
  /// As people say it: `2 services read`, `1 service read`.
  public var description: String {
    number == 1 ? "1 " + of.replacing(/s\b/, with: "", maxReplacements: 1) : "\(number) \(of)"
  }
}

/// What an import came to.
public struct ImportedDocument: Sendable {
  /// The map as map files, each with its path: a single one, or those of a folder.
  public var files: [ExportedFile]
  /// The map; `nil` when a problem has to be mended first.
  public var map: SystemMap?
  /// Everything that is wrong, in the order in which it was found.
  public var problems: [ImportProblem]
  /// What was counted on the way.
  public var counts: [ImportCount]
  /// What the format says and a map does not.
  public var kept: [KeptStatement]
}

/// Writes map files and remembers where the statement of each line came from.
private struct PlacedWriter {
  /// What was written: the text, and the place of each line.
  private(set) var files: [(bytes: [UInt8], places: [ImportPlace])] = []
  private var bytes: [UInt8] = []
  private var places: [ImportPlace] = []
  /// How many bytes a file has before another begins.
  private let size: Int
  private let writer = YAMLWriter()

  init(size: Int) { self.size = size }

  /// Ends the last file.
  mutating func finish() {
    files.append((bytes, places))
    (bytes, places) = ([], [])
  }

  /// Goes on in another file, in which a collection goes on.
  private mutating func turn(_ collection: String, at place: ImportPlace) {
    let (length, count) = (bytes.count, places.count)
    finish()
    // The next is about as long.
    bytes.reserveCapacity(length)
    places.reserveCapacity(count)
    line("fingerpost: 1", at: place)
    line("\(collection):", at: place)
  }

  /// Writes facts, one below the other, at a column.
  mutating func write(
    _ fields: [ImportedRecord.Field], at place: ImportPlace, column: Int,
    isFirstInline: Bool = false
  ) {
    var isInline = isFirstInline
    for field in fields {
      let indentation = isInline ? "" : String(repeating: " ", count: column)
      isInline = false
      let here = place.at(column: field.column, field.name)
      let key = indentation + YAMLWriter.scalar(field.key, isInFlow: false) + ":"
      switch field.value {
      case .value(let value):
        line(
          indentation + writer.blockEntry(.init(field.key, value), column: column), at: here)
      case .record(let record):
        guard !record.fields.isEmpty else {
          line(key + " {}", at: here)
          continue
        }
        line(key, at: here)
        write(record.fields, at: record.place, column: column + 2)
      case .records(let records):
        guard !records.isEmpty else { continue }
        line(key, at: here)
        for record in records {
          if column == 0, bytes.count >= size { turn(field.key, at: here) }
          guard !record.fields.isEmpty else {
            line(String(repeating: " ", count: column + 2) + "- {}", at: record.place)
            continue
          }
          append(String(repeating: " ", count: column + 2) + "- ")
          write(record.fields, at: record.place, column: column + 4, isFirstInline: true)
        }
      case .keyed(let records):
        guard !records.isEmpty else { continue }
        line(key, at: here)
        for record in records {
          if column == 0, bytes.count >= size { turn(field.key, at: here) }
          let id = YAMLWriter.scalar(record.id ?? "", isInFlow: false)
          line(String(repeating: " ", count: column + 2) + id + ":", at: record.place)
          write(record.fields, at: record.place, column: column + 4)
        }
      }
    }
  }

  private mutating func append(_ text: String) { bytes += text.utf8 }

  /// Ends what stands on a line, or on several.
  private mutating func line(_ text: String, at place: ImportPlace) {
    append(text)
    bytes.append(UInt8(ascii: "\n"))
    for byte in text.utf8 where byte == UInt8(ascii: "\n") { places.append(place) }
    places.append(place)
  }
}
