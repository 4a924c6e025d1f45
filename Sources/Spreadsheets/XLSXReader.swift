#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads the sheets of a workbook, a row at a time.
///
/// Source of the form: ECMA-376, part 1, chapter 18 (SpreadsheetML).
///
/// - Complexity: O(*n*) time; the memory of all different texts of the workbook and of one row.
package final class XLSXReader {
  /// The names of the sheets, as the tabs show them.
  package var sheets: [String] { parts.map(\.name) }

  /// Those of the sheets whose tabs somebody has hidden.
  package private(set) var hiddenSheets: Set<String> = []

  private let archive: ZipArchive
  private var parts: [(name: String, path: String)] = []
  private var texts: [String] = []
  private var isDate: [Bool] = []
  private var beginsIn1904 = false

  /// What the parts of a workbook may unpack to, in bytes.
  private static let mostBytes = 2 << 30
  private static let mostBytesOfTexts = 128 << 20

  /// Opens a workbook, and reads what all of its sheets share.
  package init(path: String) throws(TableError) {
    archive = try ZipArchive(path: path)
    guard archive.names.contains("xl/workbook.xml") else {
      throw TableError("this is no workbook of the `.xlsx` sort; save it as one")
    }
    var sheets: [(name: String, id: String)] = []
    try read("xl/workbook.xml") { event in
      guard case .start(let name, let attributes) = event else { return }
      if name == "sheet", let title = attributes["name"], let id = attributes["id"] {
        sheets.append((title, id))
        // `veryHidden` is what a macro hides.
        if attributes["state"]?.lowercased().hasSuffix("hidden") == true {
          self.hiddenSheets.insert(title)
        }
      }
      if name == "workbookPr" {
        self.beginsIn1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
      }
    }
    var targets: [String: String] = [:]
    try read("xl/_rels/workbook.xml.rels") { event in
      guard case .start("Relationship", let attributes) = event, let id = attributes["Id"],
        let target = attributes["Target"]
      else { return }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    parts = sheets.compactMap { sheet in targets[sheet.id].map { (sheet.name, $0) } }
    if archive.names.contains("xl/styles.xml") { try readStyles() }
    if archive.names.contains("xl/sharedStrings.xml") { try readTexts() }
  }

  /// Reads every row of a sheet that holds something, in order.
  ///
  /// - Parameters:
  ///   - sheet: The name of the sheet.
  ///   - row: Takes a row; returns whether to go on.
  /// - Throws: A `TableError` when the rest cannot be made out; rows before it have been given.
  package func forEachRow(
    of sheet: String, _ row: (TableRow) -> Bool
  ) throws(TableError) {
    guard let part = parts.first(where: { $0.name == sheet }) else { return }
    let failure = withoutActuallyEscaping(row) { row -> TableError? in
      let reading = SheetReading(
        take: row,
        text: { [texts] in
          texts.indices.contains($0) ? texts[$0] : nil
        },
        date: { [isDate, beginsIn1904] number, style in
          isDate.indices.contains(style) && isDate[style]
            ? SerialDate.text(of: number, from1904: beginsIn1904) : nil
        })
      do throws(TableError) {
        try read(part.path, isDone: { reading.isDone }) { reading.read($0) }
        return reading.failure
      } catch {
        return TableError(error.explanation, row: reading.row)
      }
    }
    if let failure { throw failure }
  }

  // MARK: - What the sheets share

  private func readTexts() throws(TableError) {
    var text = ""
    var isText = false
    // How a text is spoken, which Japanese workbooks add, is no part of it.
    var isSpoken = false
    try read("xl/sharedStrings.xml", limit: Self.mostBytesOfTexts) { event in
      switch event {
      case .start("si", _): text = ""
      case .end("si"): self.texts.append(XLSXText.unescaped(text))
      case .start("rPh", _): isSpoken = true
      case .end("rPh"): isSpoken = false
      case .start("t", _): isText = !isSpoken
      case .end("t"): isText = false
      case .text(let more): if isText { text += more }
      default: break
      }
    }
  }

  private func readStyles() throws(TableError) {
    var codes: [String: String] = [:]
    var isInCells = false
    var formats: [String] = []
    try read("xl/styles.xml") { event in
      switch event {
      case .start("numFmt", let attributes):
        if let id = attributes["numFmtId"] { codes[id] = attributes["formatCode"] }
      case .start("cellXfs", _): isInCells = true
      case .end("cellXfs"): isInCells = false
      case .start("xf", let attributes):
        if isInCells { formats.append(attributes["numFmtId"] ?? "0") }
      default: break
      }
    }
    isDate = formats.map { SerialDate.isDate(format: $0, code: codes[$0]) }
  }

  private func read(
    _ part: String, limit: Int = mostBytes, isDone: () -> Bool = { false },
    _ take: (XMLReader.Event) -> Void
  ) throws(TableError) {
    let failure = withoutActuallyEscaping(take) { take -> TableError? in
      do throws(TableError) {
        let reader = try XMLReader(take)
        var failure: TableError?
        try archive.read(part, limit: limit) { bytes in
          do throws(TableError) {
            try reader.read(bytes, isLast: false)
          } catch {
            failure = error
          }
          return failure == nil && !isDone()
        }
        if let failure { return TableError("the part \(part): \(failure.explanation)") }
        if !isDone() {
          try reader.read(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
        }
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }
}

/// The row of a sheet that is being read.
private final class SheetReading {
  private(set) var row = 0
  private(set) var isDone = false
  private(set) var failure: TableError?
  private var cells: [String] = []
  private var column = 0
  private var type = ""
  private var style = 0
  private var value = ""
  private var isValue = false
  private var hasFormula = false
  private var unread: [Int: String] = [:]
  private let take: (TableRow) -> Bool
  private let sharedText: (Int) -> String?
  private let date: (Double, Int) -> String?

  init(
    take: @escaping (TableRow) -> Bool, text: @escaping (Int) -> String?,
    date: @escaping (Double, Int) -> String?
  ) {
    self.take = take
    sharedText = text
    self.date = date
  }

  func read(_ event: XMLReader.Event) {
    guard !isDone else { return }
    switch event {
    case .start("row", let attributes):
      row = attributes["r"].flatMap { Int($0) } ?? row + 1
      cells = []
      unread = [:]
      column = 0
    case .end("row"):
      var whole = TableRow(number: row, cells: cells)
      whole.unread = unread
      if !whole.isEmpty, !take(whole) { isDone = true }
    case .start("c", let attributes):
      column = attributes["r"].flatMap { Self.column(of: $0) } ?? column + 1
      type = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      value = ""
      hasFormula = false
    case .start("f", _): hasFormula = true
    case .start("v", _), .start("t", _): isValue = true
    case .end("v"), .end("t"): isValue = false
    case .text(let more):
      guard isValue else { return }
      value += more
      if value.utf8.count > TableLimits.cell {
        stop("row \(row) has a cell of over \(TableLimits.cell >> 20) MB")
      }
    case .end("c"):
      guard column <= TableLimits.columns else {
        return stop("row \(row) has more than \(TableLimits.columns) columns")
      }
      if type == "e" { unread[column] = "holds the error `\(value)`" }
      // Programs that do not calculate write no result or an empty one; a text may be empty.
      if hasFormula, value.isEmpty, type != "str" {
        unread[column] = "holds a formula without its result; open the workbook, and save it"
      }
      let text = unread[column] == nil ? text : ""
      guard !text.isEmpty else { return }
      while cells.count < column { cells.append("") }
      cells[column - 1] = text
    default: break
    }
  }

  private func stop(_ explanation: String) {
    failure = TableError(explanation, row: row)
    isDone = true
  }

  /// What the cell says, as people see it.
  private var text: String {
    switch type {
    case "s": return Int(value).flatMap { sharedText($0) } ?? ""
    case "inlineStr", "str": return XLSXText.unescaped(value)
    case "b": return value == "1" ? "yes" : "no"
    case "n":
      guard let number = Double(value) else { return value }
      if let date = date(number, style) { return date }
      return number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    default: return value
    }
  }

  /// The column of a cell's address, counted from 1: 28 for `AB12`.
  private static func column(of address: String) -> Int? {
    var column = 0
    for byte in address.utf8 {
      guard (65...90).contains(byte) else { break }
      column = column * 26 + Int(byte - 64)
      if column > TableLimits.columns { return TableLimits.columns + 1 }
    }
    return column > 0 ? column : nil
  }
}

/// How workbooks write characters that XML cannot hold: `_x000D_`.
enum XLSXText {
  /// The text that was meant.
  ///
  /// Source: ECMA-376, part 1, 22.9.2.19.
  static func unescaped(_ text: String) -> String {
    guard text.hasUnderscore else { return text }
    return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      UInt32(match.output.1, radix: 16).flatMap { Unicode.Scalar($0) }.map { String($0) }
        ?? String(match.output.0)
    }
  }

  /// A text in which nothing is taken for such a character.
  static func escaped(_ text: String) -> String {
    guard text.hasUnderscore else { return text }
    return text.replacing(/_(x[0-9A-Fa-f]{4}_)/) { "_x005F_\($0.output.1)" }
  }
}

extension String {
  /// Whether it holds `_`, found without making characters of a text that may be long.
  fileprivate var hasUnderscore: Bool {
    var text = self
    return text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return false }
      return memchr(start, Int32(UInt8(ascii: "_")), bytes.count) != nil
    }
  }
}
