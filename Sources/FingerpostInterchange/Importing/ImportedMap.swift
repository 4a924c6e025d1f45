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

  /// The text of the map file, and for each of its lines where what it says was read.
  ///
  /// - Complexity: O(*n*), where *n* is how much is said.
  package func text() -> (bytes: [UInt8], places: [ImportPlace]) {
    var writer = PlacedWriter()
    writer.write(root.fields, at: root.place, column: 0)
    return (writer.bytes, writer.places)
  }

  /// The map, and everything that is wrong with it, each at its place in the imported file.
  ///
  /// - Parameter file: What the map file is going to be called.
  /// - Returns: The map as text and as a value, with the problems.
  package func read(as file: String) -> ImportedDocument {
    let (bytes, places) = text()
    let document = MapReader().read(bytes, file: file)
    let found = document.diagnostics.map { diagnostic in
      ImportProblem(
        diagnostic.severity, diagnostic.category, diagnostic.message,
        at: diagnostic.location.flatMap { location in
          places.indices.contains(location.line - 1) ? places[location.line - 1] : nil
        })
    }
    // What the format's own reader could not make out would be missing from the map.
    let isWhole = !problems.contains { $0.severity == .error && !$0.category.isAboutSense }
    return ImportedDocument(
      text: bytes, map: isWhole ? document.map : nil, problems: problems + found, counts: counts,
      kept: kept)
  }
}

/// Something counted while a file was imported.
public struct ImportCount: Hashable, Sendable {
  /// What was counted, in words: `services read`.
  public var of: String
  /// How many.
  public var number: Int

  /// Makes a count.
  public init(_ number: Int, of: String) {
    self.of = of
    self.number = number
  }
}

/// What an import came to.
public struct ImportedDocument: Sendable {
  /// The map as a map file, in UTF-8.
  public var text: [UInt8]
  /// The map; `nil` when a problem has to be mended first.
  public var map: SystemMap?
  /// Everything that is wrong, in the order in which it was found.
  public var problems: [ImportProblem]
  /// What was counted on the way.
  public var counts: [ImportCount]
  /// What the format says and a map does not.
  public var kept: [KeptStatement]
}

/// Writes a map file and remembers where the statement of each line came from.
private struct PlacedWriter {
  var bytes: [UInt8] = []
  var places: [ImportPlace] = []
  private let writer = YAMLWriter()

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
