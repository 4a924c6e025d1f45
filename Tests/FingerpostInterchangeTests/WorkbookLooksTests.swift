import FingerpostFormats
import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `The workbook of a map` {
  private struct Sheet: Decodable {
    let name: String
    let isHidden: Bool
    let frozenAt: String
    let lists: Int
    let formulas: Int
    let rows: [[String]]
  }

  private func sheets(of map: SystemMap) async throws -> [Sheet] {
    let folder = try TemporaryFolder()
    let file = try #require(try InterchangeFormat.xlsx.write(map).first)
    let path = try folder.write(file.bytes, to: file.name)
    let answers: [[Sheet]] = try await PythonOracle(script: "Oracles/workbook_oracle.py")
      .answer(to: [path])
    return try #require(answers.first)
  }

  @Test(arguments: KeptMaps.all)
  func `opens in another program, with headings in sight and words to choose from`(
    _ map: SystemMap
  ) async throws {
    let sheets = try await sheets(of: map)
    #expect(sheets.first?.name == "Notes")
    #expect(sheets.filter(\.isHidden).map(\.name) == ["Choices"])
    #expect(sheets.allSatisfy { $0.frozenAt == "B2" && $0.formulas == 0 })
    let services = try #require(sheets.first { $0.name == "services" })
    #expect(services.lists > 15)
    #expect(services.rows.count == map.services.count + 1)
    // Every column is explained.
    let notes = Set(sheets[0].rows.map { "\($0[0]) \($0[1])" })
    for sheet in sheets where !["Notes", "Choices", "map"].contains(sheet.name) {
      let explained = sheet.rows[0].filter { heading in
        notes.contains { $0.hasSuffix(" \(heading)") && $0.hasPrefix(sheet.name) }
      }
      #expect(explained.count == sheet.rows[0].count, "\(sheet.name)")
    }
  }

  @Test func `holds no formula, whatever a map says`() async throws {
    let map = try #require(
      MapReader().read(
        text: """
          fingerpost: 1
          title: "=1+1"
          organisations: {a: {name: "=cmd|' /C calc'!A0"}}
          services: {b: {name: "@SUM(1)", description: "+44 20 7946 0000"}}
          """
      ).map)
    let sheets = try await sheets(of: map)
    #expect(sheets.allSatisfy { $0.formulas == 0 })
    #expect(sheets.contains { $0.rows.contains { $0.contains("=cmd|' /C calc'!A0") } })
  }
}
