import CCSV

#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads tables of comma-separated values, a row at a time.
///
/// Encoding (UTF-8, UTF-16, Windows-1252), separator (comma, semicolon, tab) and line ends (CR, LF,
/// CRLF) are found by looking at the file. Source of the form: RFC 4180.
///
/// - Complexity: O(*n*) time for *n* bytes; the memory of the longest row, beside the mapped file.
package struct CSVReader: Sendable {
  /// The encoding of the file.
  package let encoding: TextEncoding
  /// What stands between two cells.
  package let separator: Character
  private let data: Data
  private let start: Int
  private let separatorByte: UInt8

  /// Opens a file.
  package init(path: String) throws(TableError) {
    do {
      self.init(try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe))
    } catch {
      throw TableError("this file cannot be opened; check the name and that you may read it")
    }
  }

  /// Takes the bytes of a file.
  package init(_ data: Data) {
    self.data = data
    let (encoding, mark) = data.withUnsafeBytes { TextEncoding.detected(in: $0) }
    self.encoding = encoding
    let head = data.withUnsafeBytes { bytes in
      encoding.decode(
        UnsafeRawBufferPointer(rebasing: bytes[mark..<min(bytes.count, mark + 65536)]),
        isLast: false
      ).text
    }
    let (separator, hint) = Self.separator(of: head)
    separatorByte = separator
    self.separator = Character(Unicode.Scalar(separator))
    // The line with the hint is as long in the file as it is many characters of ASCII.
    start = mark + hint * (encoding == .utf16BigEndian || encoding == .utf16LittleEndian ? 2 : 1)
  }

  /// The separator that the first row uses, and how many characters of a hint such as `sep=;`, which
  /// spreadsheet programs write, come before it.
  private static func separator(of head: [UInt8]) -> (UInt8, hint: Int) {
    if head.starts(with: "sep=".utf8), head.count > 5, head[5] == 10 || head[5] == 13 {
      let end = head[5] == 13 && head.count > 6 && head[6] == 10 ? 7 : 6
      return (head[4], end)
    }
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in head {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if byte == 10 || byte == 13, !counts.isEmpty { break }
      if ",;\t".utf8.contains(byte) { counts[byte, default: 0] += 1 }
    }
    let best = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
      .max { counts[$0, default: 0] < counts[$1, default: 0] }
    return (counts.isEmpty ? UInt8(ascii: ",") : best ?? UInt8(ascii: ","), 0)
  }

  /// Reads every row that holds something, in order.
  ///
  /// - Parameter row: Takes a row; returns whether to go on.
  /// - Throws: A `TableError` when the rest cannot be made out; rows before it have been given.
  package func forEachRow(_ row: (TableRow) -> Bool) throws(TableError) {
    let failure = withoutActuallyEscaping(row) { row -> TableError? in
      let reading = RowReading(row)
      return read(into: reading)
    }
    if let failure { throw failure }
  }

  private func read(into reading: RowReading) -> TableError? {
    var parser = csv_parser()
    let options = UInt8(CSV_REPALL_NL)
    guard csv_init(&parser, options) == 0 else { return TableError("there is no memory left") }
    defer { csv_free(&parser) }
    csv_set_delim(&parser, separatorByte)
    csv_set_realloc_func(&parser) { pointer, size in
      size > TableLimits.cell * 2 ? nil : realloc(pointer, size)
    }
    let context = Unmanaged.passUnretained(reading).toOpaque()
    return data.withUnsafeBytes { bytes -> TableError? in
      var position = start
      while position < bytes.count, !reading.isDone {
        let end = min(position + (1 << 18), bytes.count)
        let part = UnsafeRawBufferPointer(rebasing: bytes[position..<end])
        let used: Int
        let isParsed: Bool
        if encoding == .utf8 {
          isParsed = Self.parse(part, &parser, context)
          used = part.count
        } else {
          let decoded = encoding.decode(part, isLast: end == bytes.count)
          isParsed = decoded.text.withUnsafeBytes { Self.parse($0, &parser, context) }
          used = max(decoded.used, 1)
        }
        guard isParsed else {
          return TableError(
            "row \(reading.number) has a cell of over \(TableLimits.cell >> 20) MB; is a quotation "
              + "mark missing at the end of an earlier cell?", row: reading.number)
        }
        position += used
      }
      guard !reading.isDone else { return reading.failure }
      // Within a quoted cell whose end has not come; without its strict mode, which refuses what
      // spreadsheet programs accept, the library takes the rest of the file for that cell.
      guard parser.pstate != Self.withinCell || parser.quoted == 0 else {
        return TableError(
          "a quotation mark in row \(reading.number) is never closed; add one at the end of its cell",
          row: reading.number)
      }
      csv_fini(
        &parser, { text, count, context in RowReading.cell(text, count, context) },
        { end, context in RowReading.end(end, context) }, context)
      return reading.failure
    }
  }

  /// The state `FIELD_BEGUN` of libcsv 3.0.3.
  private static let withinCell: Int32 = 2

  private static func parse(
    _ bytes: UnsafeRawBufferPointer, _ parser: inout csv_parser, _ context: UnsafeMutableRawPointer
  ) -> Bool {
    csv_parse(
      &parser, bytes.baseAddress, bytes.count,
      { text, count, context in RowReading.cell(text, count, context) },
      { end, context in RowReading.end(end, context) }, context) == bytes.count
  }
}

/// The row that is being read.
private final class RowReading {
  private(set) var number = 1
  private(set) var isDone = false
  private(set) var failure: TableError?
  private var cells: [String] = []
  private var lastEnd: Int32 = 0
  private let take: (TableRow) -> Bool

  init(_ take: @escaping (TableRow) -> Bool) { self.take = take }

  static func cell(
    _ text: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
  ) {
    guard let context else { return }
    let reading = Unmanaged<RowReading>.fromOpaque(context).takeUnretainedValue()
    reading.lastEnd = 0
    guard !reading.isDone else { return }
    guard reading.cells.count < TableLimits.columns else {
      return reading.stop(
        "row \(reading.number) has more than \(TableLimits.columns) columns; is the separator right?"
      )
    }
    reading.cells.append(
      String(
        decoding: UnsafeRawBufferPointer(start: text, count: text == nil ? 0 : count), as: UTF8.self
      ))
  }

  static func end(_ end: Int32, _ context: UnsafeMutableRawPointer?) {
    guard let context else { return }
    let reading = Unmanaged<RowReading>.fromOpaque(context).takeUnretainedValue()
    // The second half of a line end is no row of its own.
    if reading.cells.isEmpty, end == 10, reading.lastEnd == 13 {
      reading.lastEnd = 0
      return
    }
    reading.lastEnd = end
    let row = TableRow(number: reading.number, cells: reading.cells)
    reading.number += 1
    reading.cells.removeAll(keepingCapacity: true)
    guard !reading.isDone, !row.isEmpty else { return }
    if !reading.take(row) { reading.isDone = true }
  }

  private func stop(_ explanation: String) {
    failure = TableError(explanation, row: number)
    isDone = true
  }
}
