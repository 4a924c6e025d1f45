import FingerpostTestSupport
import Foundation
import Spreadsheets
import Testing

struct `A workbook` {
  private func read(_ bytes: [UInt8]) throws -> [String: [TableRow]] {
    let folder = try TemporaryFolder()
    let book = try XLSXReader(path: try folder.write(bytes, to: "book.xlsx"))
    var sheets: [String: [TableRow]] = [:]
    for sheet in book.sheets {
      try book.forEachRow(of: sheet) {
        sheets[sheet, default: []].append($0)
        return true
      }
    }
    return sheets
  }

  @Test(arguments: [
    "=1+1", "+44 20", "plain", " spaced ", "a\"b", "two\nlines", "carriage\rreturn", "two\r\nlines",
    "\ttab", "none", "ünï 🪧", "_x000D_", "_x005F_x", "<b>&amp;</b>", "1", "007", "TRUE",
    "2026-11-01", String(repeating: "x", count: 32_767),
  ])
  func `gives back what was written, and runs nothing`(_ text: String) throws {
    let bytes = try XLSXWriter.workbook(of: [
      Sheet(name: "one", columns: [.init("a"), .init("b")], rows: [[text, "y"]])
    ])
    try #expect(read(bytes)["one"]?.map(\.cells) == [["a", "b"], [text, "y"]])
  }

  @Test func `is the same every time, with lists to choose from`() throws {
    let sheet = Sheet(
      name: "one",
      columns: [
        .init("kind", choices: (0..<90).map { "choice number \($0)" }), .init("b", isFolded: true),
      ],
      rows: [["choice number 3", ""], ["", "x"]])
    let first = try XLSXWriter.workbook(of: [sheet])
    try #expect(XLSXWriter.workbook(of: [sheet]) == first)
    let sheets = try read(first)
    #expect(sheets["one"]?.map(\.number) == [1, 2, 3])
    #expect(sheets["Choices"]?.count == 91)
  }

  @Test func `refuses a text that no cell can hold`() {
    let error = #expect(throws: TableError.self) {
      try XLSXWriter.workbook(of: [
        Sheet(
          name: "one", columns: [.init("a")],
          rows: [[String(repeating: "x", count: 32_768)]])
      ])
    }
    #expect(error?.explanation.contains("32768") ?? false)
  }

  @Test(arguments: [Array("no zip at all".utf8), [], Array("PK\u{3}\u{4}".utf8)])
  func `that is none is refused with a sentence`(_ bytes: [UInt8]) throws {
    #expect(throws: TableError.self) { try read(bytes) }
  }

  @Test func `of the older sort is told from one that is broken`() throws {
    let bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let error = #expect(throws: TableError.self) {
      try read(bytes + Array(repeating: 0, count: 600))
    }
    #expect(error?.explanation.contains("save it as .xlsx") == true)
  }
}
