import CXLSXWriter

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A sheet of a workbook that is to be written.
package struct Sheet: Sendable {
  /// A column.
  package struct Column: Sendable {
    /// What stands above it.
    package var heading: String
    /// Its width in characters.
    package var width: Int
    /// What its cells can hold, offered in a list that drops down; empty where anything goes.
    package var choices: [String]
    /// Whether it stands among columns that are folded away until somebody needs them.
    package var isFolded: Bool

    /// Makes a column.
    package init(
      _ heading: String, width: Int = 16, choices: [String] = [], isFolded: Bool = false
    ) {
      self.heading = heading
      self.width = width
      self.choices = choices
      self.isFolded = isFolded
    }
  }

  /// What its tab says; at most 31 characters.
  package var name: String
  /// Its columns.
  package var columns: [Column]
  /// Its rows; a cell that is empty says nothing.
  package var rows: [[String]]

  /// Makes a sheet.
  package init(name: String, columns: [Column], rows: [[String]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}

/// Writes workbooks: headings that stay in sight, a filter, lists to choose from.
///
/// Every cell is text, never a formula, whatever it begins with.
package enum XLSXWriter {
  /// The longest text of a cell.
  ///
  /// Source: the limits that Excel documents.
  package static let longestText = 32_767

  /// Writes a workbook.
  ///
  /// The same sheets give the same bytes.
  ///
  /// - Parameter sheets: The sheets in order.
  /// - Returns: The file.
  /// - Throws: A `TableError` when a text is too long for a cell, or the disk is full.
  package static func workbook(of sheets: [Sheet]) throws(TableError) -> [UInt8] {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "fingerpost-\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(sheets, to: path)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw TableError("the workbook could not be written; is the disk full?")
    }
    return [UInt8](data)
  }

  private static func write(_ sheets: [Sheet], to path: String) throws(TableError) {
    var options = lxw_workbook_options()
    options.constant_memory = UInt8(LXW_TRUE.rawValue)
    guard let book = workbook_new_opt(path, &options) else {
      throw TableError("there is no memory left")
    }
    var properties = lxw_doc_properties()
    properties.created = 946_684_800  // The same every time: the beginning of 2000.
    workbook_set_properties(book, &properties)
    let heading = workbook_add_format(book)
    format_set_bold(heading)
    format_set_text_wrap(heading)
    format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    format_set_bg_color(heading, 0xE8EEF4)
    format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
    let text = workbook_add_format(book)
    format_set_text_wrap(text)
    format_set_align(text, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    // As text, so that no program makes a date or a number of an id.
    format_set_num_format(text, "@")
    var failure: TableError?
    let choices = Choices(of: sheets)
    for sheet in sheets + choices.sheets {
      guard let page = workbook_add_worksheet(book, sheet.name) else {
        failure = failure ?? TableError("no sheet can be called \(sheet.name)")
        continue
      }
      for (index, column) in sheet.columns.enumerated() {
        let place = UInt16(index)
        if column.isFolded {
          var folding = lxw_row_col_options(hidden: 1, level: 1, collapsed: 0)
          worksheet_set_column_opt(page, place, place, Double(column.width), text, &folding)
        } else {
          worksheet_set_column(page, place, place, Double(column.width), text)
        }
        if let range = choices.range(of: column) { offer(range, in: page, column: place) }
      }
      worksheet_freeze_panes(page, 1, 1)
      if !sheet.rows.isEmpty, !sheet.columns.isEmpty {
        worksheet_autofilter(page, 0, 0, UInt32(sheet.rows.count), UInt16(sheet.columns.count - 1))
      }
      if choices.sheets.contains(where: { $0.name == sheet.name }) { worksheet_hide(page) }
      for (row, cells) in ([sheet.columns.map(\.heading)] + sheet.rows).enumerated() {
        for (column, cell) in cells.enumerated() where !cell.isEmpty {
          let result = worksheet_write_string(
            page, UInt32(row), UInt16(column), XLSXText.escaped(cell), row == 0 ? heading : text)
          if result == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED {
            failure =
              failure
              ?? TableError(
                "sheet \(sheet.name), column \(sheet.columns[column].heading): a text of "
                  + "\(cell.count) characters does not fit into a cell of a workbook, which holds "
                  + "\(longestText); shorten it, or export to CSV", row: row + 1)
          } else if result != LXW_NO_ERROR {
            failure = failure ?? TableError(String(cString: lxw_strerror(result)), row: row + 1)
          }
        }
      }
    }
    let result = workbook_close(book)
    if let failure { throw failure }
    guard result == LXW_NO_ERROR else {
      throw TableError(
        "the workbook could not be written (\(String(cString: lxw_strerror(result)))); is the disk "
          + "full?")
    }
  }

  /// Offers a list in every cell of a column; another text is let through after a question.
  private static func offer(
    _ range: String, in page: UnsafeMutablePointer<lxw_worksheet>, column: UInt16
  ) {
    var list = lxw_data_validation()
    list.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
    list.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
    range.withCString { text in
      list.value_formula = UnsafeMutablePointer(mutating: text)
      worksheet_data_validation_range(page, 1, column, 5000, column, &list)
    }
  }
}

/// The lists to choose from, each once, in columns of a hidden sheet: within a cell's own rule a list
/// may have 255 characters only.
private struct Choices {
  let sheets: [Sheet]
  private let ranges: [[String]: String]

  init(of all: [Sheet]) {
    var lists: [[String]] = []
    for column in all.flatMap(\.columns) where !column.choices.isEmpty {
      if !lists.contains(column.choices) { lists.append(column.choices) }
    }
    var ranges: [[String]: String] = [:]
    for (index, list) in lists.enumerated() {
      let column = ColumnLetters.letters(of: index + 1)
      ranges[list] = "='Choices'!$\(column)$2:$\(column)$\(list.count + 1)"
    }
    self.ranges = ranges
    let height = lists.map(\.count).max() ?? 0
    sheets =
      lists.isEmpty
      ? []
      : [
        Sheet(
          name: "Choices", columns: lists.indices.map { Sheet.Column("list \($0 + 1)") },
          rows: (0..<height).map { row in lists.map { $0.count > row ? $0[row] : "" } })
      ]
  }

  func range(of column: Sheet.Column) -> String? { ranges[column.choices] }
}

/// Columns as spreadsheets call them.
package enum ColumnLetters {
  /// The letters of a column that is counted from 1: A to Z, then AA.
  package static func letters(of column: Int) -> String {
    var letters = ""
    var rest = column
    while rest > 0 {
      rest -= 1
      letters.insert(
        Character(Unicode.Scalar(UInt8(65 + rest % 26))), at: letters.startIndex)
      rest /= 26
    }
    return letters
  }
}
