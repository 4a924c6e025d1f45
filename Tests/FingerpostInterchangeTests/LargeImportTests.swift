import FingerpostAnalysis
import FingerpostFormats
import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `An import that is too much for one file` {
  private static let rows = (1...40).map { number in
    "Service \(number),\(number == 33 ? "asleep" : "active"),Help of the sort number \(number)"
  }

  private func imported(_ rows: [String]) throws -> (ImportedMap, TemporaryFolder) {
    let folder = try TemporaryFolder()
    let table = "name,status,description\n" + rows.joined(separator: "\n") + "\n"
    let path = try folder.write(table, to: "services.csv")
    let importer = try #require(InterchangeFormat.csv.definition.importer)
    return (importer.read(path, ImportOptions()), folder)
  }

  @Test func `becomes the files of a folder, which say the same`() throws {
    let (imported, folder) = try imported(Self.rows.filter { !$0.contains("asleep") })
    let whole = try #require(imported.read(as: "town.yaml").map)
    let document = imported.read(as: folder.path(of: "town"), ofSize: 600)
    #expect(document.files.count > 4)
    let map = try #require(document.map)
    #expect(StatedMap(of: map) == StatedMap(of: whole))
    #expect(document.files.allSatisfy { $0.bytes.count < 800 })
    for file in document.files {
      try folder.write(
        String(decoding: file.bytes, as: UTF8.self),
        to: "town/" + (file.name.split(separator: "/").last ?? ""))
    }
    let read = MapReader().read(path: folder.path(of: "town"))
    #expect(read.count == 1)
    #expect(read.first?.diagnostics == [])
    let again = try #require(read.first?.map)
    #expect(StatedMap(of: again) == StatedMap(of: whole))
    #expect(again.id == whole.id)
  }

  @Test func `tells of what is wrong at the same places`() throws {
    let (imported, _) = try imported(Self.rows)
    let whole = imported.read(as: "town.yaml").problems
    #expect(whole.contains { "\($0)".contains("row 34, column B (status): error: ") })
    #expect(imported.read(as: "town", ofSize: 600).problems == whole)
  }

  @Test func `is told to be too much where a file is named`() throws {
    let (imported, _) = try imported(Self.rows.filter { !$0.contains("asleep") })
    let document = imported.read(as: "town.yaml", atMost: 1_000)
    #expect(document.map == nil)
    #expect(document.problems.contains { $0.message.contains("name a folder with --output") })
  }
}
