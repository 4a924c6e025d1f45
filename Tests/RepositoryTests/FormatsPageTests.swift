import FingerpostInterchange
import Testing

struct `The page of formats` {
  @Test func `has a row for each way in and out, and for no other`() throws {
    let rows = try FormatRow.all().map { "\($0.format) \($0.direction)" }
    let ways = InterchangeFormat.allCases.flatMap { format in
      (format.isWritable ? ["\(format.rawValue) out"] : [])
        + (format.isReadable ? ["\(format.rawValue) in"] : [])
    }
    #expect(rows.sorted() == ways.sorted())
  }

  @Test func `leaves no cell empty`() throws {
    for row in try FormatRow.all() {
      #expect(row.cells.count == 6, "\(row.line)")
      #expect(row.cells.allSatisfy { !$0.isEmpty }, "\(row.line)")
    }
  }

  @Test func `names a test for what survives, and one for what does not`() throws {
    let known = try Self.testNames()
    for row in try FormatRow.all() {
      for names in row.tests {
        #expect(!names.isEmpty, "no test is named: \(row.line)")
        for name in names {
          #expect(known.contains(name), "docs/formats.md: no test is called `\(name)`")
        }
      }
    }
  }

  /// What the tests and the suites of the project are called.
  private static func testNames() throws -> Set<String> {
    let declaration = /(?:func|struct) (?:`([^`\n]+)`|([A-Za-z]\w*))/
    return Set(
      try RepositoryFile.all(in: "Tests", endingIn: ".swift").flatMap { file in
        try file.text().matches(of: declaration)
          .compactMap { ($0.output.1 ?? $0.output.2).map(String.init) }
      })
  }
}

/// A row of the table of formats.
private struct FormatRow {
  let line: String
  let cells: [String]

  var format: String { cells.first?.inQuotes.first ?? "" }
  var direction: String { cells.count > 1 ? cells[1] : "" }

  /// The tests named for what survives, and for what does not.
  var tests: [[String]] { [3, 5].map { cells.indices.contains($0) ? cells[$0].inQuotes : [] } }

  /// The rows below the headings of the table.
  static func all() throws -> [FormatRow] {
    let headings = "| format | direction | what survives | tested by | what does not | tested by |"
    let lines = try RepositoryFile(path: "docs/formats.md").lines()
    let start = try #require(lines.firstIndex { $0 == headings }, "docs/formats.md has no table")
    return lines[start...].dropFirst(2).prefix { $0.hasPrefix("|") }.map { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .dropFirst().dropLast()
      return FormatRow(
        line: String(line), cells: cells.map { $0.split(separator: " ").joined(separator: " ") })
    }
  }
}

extension String {
  /// What stands between single backquotes.
  fileprivate var inQuotes: [String] { matches(of: /`([^`]+)`/).map { String($0.output.1) } }
}
