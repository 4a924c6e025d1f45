import Spreadsheets

/// Finds the row of the headings among the first rows of a table, above which people write a title.
struct HeadingSearch {
  /// The headings, and what stands above and below them of the rows that were looked at.
  struct Result {
    let headings: TableHeadings
    /// The rows of a title.
    let above: ArraySlice<TableRow>
    /// The rows of data.
    let below: ArraySlice<TableRow>
    /// The number of the row of headings.
    let row: Int
  }

  private let name: String
  private let options: ImportOptions
  private var rows: [TableRow] = []
  private var found: TableHeadings?
  /// In how many rows the headings are looked for.
  private static let most = 20

  /// Makes a search that has seen no row.
  ///
  /// - Parameters:
  ///   - name: The name of the sheet, or of the file without its ending.
  ///   - options: What the person says about columns.
  init(_ name: String, _ options: ImportOptions) {
    self.name = name
    self.options = options
  }

  /// Whether it has seen a row.
  var hasBegun: Bool { !rows.isEmpty }

  /// Looks at the next row; returns whether the search is over.
  mutating func take(_ row: TableRow) -> Bool {
    rows.append(row)
    if let headings = TableHeadings(of: name, headings: row.cells, options), headings.isClear {
      found = headings
    }
    return found != nil || rows.count == Self.most
  }

  /// What was found: the first row that clearly holds headings, otherwise the first of all where the
  /// name says which table it is.
  var result: Result? {
    let place = found == nil ? 0 : rows.count - 1
    guard rows.indices.contains(place),
      let headings = found ?? TableHeadings(of: name, headings: rows[place].cells, options)
    else { return nil }
    return Result(
      headings: headings, above: rows[..<place], below: rows[(place + 1)...],
      row: rows[place].number)
  }
}
