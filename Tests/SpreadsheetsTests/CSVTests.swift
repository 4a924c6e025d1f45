import Foundation
import Spreadsheets
import Testing

struct `A table of comma-separated values` {
  private func rows(_ data: Data) throws -> [TableRow] {
    var rows: [TableRow] = []
    try CSVReader(data).forEachRow {
      rows.append($0)
      return true
    }
    return rows
  }

  @Test(arguments: [
    ("comma", "a,b\r\n1,2\r\n", ","), ("semicolon", "a;b\n1;2\n", ";"),
    ("tab", "a\tb\r1\t2", "\t"), ("hint", "sep=;\r\na;b\r\n1;2\r\n", ";"),
  ])
  func `shows its separator and line ends`(_ name: String, text: String, separator: String) throws {
    let reader = CSVReader(Data(text.utf8))
    #expect(String(reader.separator) == separator)
    try #expect(rows(Data(text.utf8)).map(\.cells) == [["a", "b"], ["1", "2"]])
  }

  @Test(arguments: TextEncoding.allCases)
  func `is read in its encoding`(_ encoding: TextEncoding) throws {
    let text = "name,note\r\nCafé – Zoë,“quoted”\r\n"
    let data: Data =
      switch encoding {
      case .utf8: Data(text.utf8)
      case .utf16LittleEndian: Data([0xFF, 0xFE]) + text.data(using: .utf16LittleEndian)!
      case .utf16BigEndian: text.data(using: .utf16BigEndian)!
      case .windows1252: text.data(using: .windowsCP1252)!
      }
    #expect(CSVReader(data).encoding == encoding)
    try #expect(rows(data).map(\.cells) == [["name", "note"], ["Café – Zoë", "“quoted”"]])
  }

  @Test func `counts rows as spreadsheets do`() throws {
    let text = "a,b\r\n\r\n\"two\r\nlines\",1\r\n\r\n\r\nx,y\r\n"
    try #expect(rows(Data(text.utf8)).map(\.number) == [1, 3, 6])
    try #expect(rows(Data("a\r\rb".utf8)).map(\.number) == [1, 3])
    try #expect(rows(Data("a\n\nb".utf8)).map(\.number) == [1, 3])
  }

  @Test func `says where a quotation mark is never closed`() throws {
    let error = #expect(throws: TableError.self) { try rows(Data("a,b\n1,\"2\n3,4\n".utf8)) }
    #expect(error?.row == 2)
  }

  @Test(arguments: [
    "=1+1", "+44 20", "-x", "@sum", "'=1", "''@", "'quoted", "plain", " spaced ", "a,b", "a\"b",
    "two\nlines", "two\r\nlines", "\ttab", "", "none", "ünï 🪧",
  ])
  func `gives back what was written, and runs nothing`(_ text: String) throws {
    var writer = CSVWriter()
    writer.write(["x", text, "y"])
    let row = try #require(try rows(Data(writer.bytes)).first)
    #expect(row.cells.count == 3)
    #expect(FormulaGuard.unguarded(row.cells[1]) == text)
    #expect(row.cells[1].first.map { !"=+-@\t\r".contains($0) } ?? true)
  }
}
