import Spreadsheets

/// Where something stands in a file that is imported.
public struct ImportPlace: Hashable, Sendable {
  /// The file, as the person named it.
  public var file: String
  /// The sheet of a workbook, or the file within an archive.
  public var part: String?
  /// The row of a table, or the line of a text, counted from 1; 0 for the whole of it.
  public var row: Int
  /// The column of a table, counted from 1; 0 when it is not known, or a text.
  public var column: Int
  /// What the column or the property is called.
  public var name: String?
  /// Whether it stands in a table, whose places are rows and columns, and not in a text.
  public var isInTable: Bool

  /// Makes a place in a table.
  public init(table file: String, part: String? = nil, row: Int = 0) {
    self.file = file
    self.part = part
    self.row = row
    column = 0
    isInTable = true
  }

  /// Makes a place in a text.
  public init(text file: String, part: String? = nil, line: Int = 0) {
    self.file = file
    self.part = part
    row = line
    column = 0
    isInTable = false
  }

  /// The cell of this row in a column, or the property of this object.
  public func at(column: Int = 0, _ name: String?) -> ImportPlace {
    var place = self
    place.column = column
    place.name = name
    return place
  }
}

extension ImportPlace: CustomStringConvertible {
  /// As a person finds it: `plan.xlsx, sheet Services, row 12, column C (ages from)`.
  public var description: String {
    var text = file
    if let part { text += isInTable ? ", sheet \(part)" : ", \(part)" }
    if row > 0 { text += ", \(isInTable ? "row" : "line") \(row)" }
    if column > 0 {
      text += ", column \(ColumnLetters.letters(of: column))"
      if let name { text += " (\(name))" }
    } else if let name {
      text += ", \(name)"
    }
    return text
  }

}
