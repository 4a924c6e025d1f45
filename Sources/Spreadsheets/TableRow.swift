/// A row of a table.
package struct TableRow: Sendable, Hashable {
  /// Its number in the file, counted from 1 as spreadsheets count, headings and empty rows included.
  package var number: Int
  /// What its cells hold; empty for an empty cell.
  ///
  /// Cells at the end that are empty may be missing.
  package var cells: [String]
  /// What cells hold that cannot be read, by their columns, counted from 1: `holds the error …`.
  package var unread: [Int: String] = [:]

  /// Makes a row.
  package init(number: Int, cells: [String]) {
    self.number = number
    self.cells = cells
  }

  /// Whether no cell holds anything.
  package var isEmpty: Bool { cells.allSatisfy(\.isEmpty) && unread.isEmpty }
}

/// Why a table cannot be read, or not to its end.
package struct TableError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The row at which it was found; 0 when it concerns none.
  package var row: Int
  /// A sentence or two: what is wrong, and what to do next.
  package var explanation: String

  /// What is wrong.
  package var description: String { explanation }

  /// Makes an error.
  package init(_ explanation: String, row: Int = 0) {
    self.explanation = explanation
    self.row = row
  }
}

/// The sizes beyond which a table is not read, so that no file can take all memory.
package enum TableLimits {
  /// The longest text of a cell in bytes; a spreadsheet program holds 32,767 characters.
  package static let cell = 1 << 20
  /// The most columns, as many as spreadsheet programs have.
  package static let columns = 16_384
}
