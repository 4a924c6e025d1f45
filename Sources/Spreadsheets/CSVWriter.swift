/// Writes tables of comma-separated values as RFC 4180 has them, in UTF-8 with a byte order mark, which
/// spreadsheet programs need to see that it is UTF-8.
package struct CSVWriter: Sendable {
  /// What has been written.
  package private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Starts a file.
  package init() {}

  /// Writes a row.
  package mutating func write(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      let text = FormulaGuard.guarded(cell).utf8
      let isQuoted =
        text.contains { byte in
          byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",")
        }
        || text.first == 0x20 || text.last == 0x20 || (cells.count == 1 && text.isEmpty)
      guard isQuoted else {
        bytes += text
        continue
      }
      bytes.append(UInt8(ascii: "\""))
      for byte in text {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes += [13, 10]
  }
}

/// Keeps what a cell says from being run as a formula by a spreadsheet program.
///
/// A text that begins like a formula gets an apostrophe before it, which reading takes away again; so
/// does one that begins with apostrophes before such a beginning, so that nothing is lost.
/// Source: <https://owasp.org/www-community/attacks/CSV_Injection>.
package enum FormulaGuard {
  /// A text that no program takes for a formula.
  package static func guarded(_ text: String) -> String {
    isRisky(text) ? "'" + text : text
  }

  /// What was guarded.
  package static func unguarded(_ text: String) -> String {
    text.utf8.first == UInt8(ascii: "'") && isRisky(text) ? String(text.dropFirst()) : text
  }

  private static func isRisky(_ text: String) -> Bool {
    let rest = text.utf8.drop { $0 == UInt8(ascii: "'") }
    return rest.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
  }
}
