import FingerpostFormats
import FingerpostModel
import Spreadsheets

extension ImportOptions {
  /// Takes what columns are for from a file: comma-separated values whose rows have a heading of the
  /// imported tables and the key of a map that it stands for.
  ///
  /// A first row `heading, key` is that of the file itself.
  ///
  /// - Parameter path: The file.
  /// - Returns: What is wrong with it, each with its row; such rows are left out.
  public mutating func readColumns(from path: String) -> [ImportProblem] {
    var problems: [ImportProblem] = []
    func report(_ category: Diagnostic.Category, _ message: String, row: Int) {
      problems.append(
        ImportProblem(.error, category, message, at: ImportPlace(table: path, row: row)))
    }
    var rows: [String: Int] = [:]
    do throws(TableError) {
      try CSVReader(path: path).forEachRow { row in
        let cells = row.cells.map(\.trimmed)
        if rows.isEmpty, cells.map(\.loose) == ["heading", "key"] { return true }
        guard cells.contains(where: { !$0.isEmpty }) else { return true }
        guard cells.count == 2, !cells[0].isEmpty, !cells[1].isEmpty else {
          report(
            .syntax,
            "a heading of your tables and a key of a map are expected here, two cells in all",
            row: row.number)
          return true
        }
        if let other = rows.updateValue(row.number, forKey: cells[0].loose) {
          report(
            .duplicateKey,
            "row \(other) says what `\(cells[0].shortenedForMessage)` is for as well; keep one",
            row: row.number)
          return true
        }
        say(cells[0], isFor: cells[1])
        return true
      }
    } catch {
      report(.file, error.explanation, row: error.row)
    }
    return problems
  }
}
