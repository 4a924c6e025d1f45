import FingerpostAnalysis
import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

/// Where LibreOffice is, if it is; `make soak` installs it.
private let office: String? = ["/usr/bin/soffice", "/usr/local/bin/soffice"]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

struct `A workbook that was opened and saved by LibreOffice` {
  @Test(
    .enabled(
      if: isSoak && office != nil, "left out: it needs LibreOffice, which make soak installs"),
    arguments: KeptMaps.all)
  func `still reads the same`(_ map: SystemMap) async throws {
    let folder = try TemporaryFolder()
    let file = try #require(try InterchangeFormat.xlsx.write(map).first)
    let path = try folder.write(file.bytes, to: "map.xlsx")
    let run = try await Program(path: try #require(office)).run([
      "-env:UserInstallation=file://\(folder.path(of: "profile"))", "--headless", "--convert-to",
      "xlsx:Calc MS Excel 2007 XML", "--outdir", folder.path(of: "saved"), path,
    ])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    let saved = InterchangeFormat.xlsx.read(folder.path(of: "saved/map.xlsx"))
    #expect(saved.problems.filter { $0.category != .unknownReference } == [])
    let again = try #require(saved.map)
    let changes = MapDifference(from: map, to: again).changes
      .map { "\($0.element): \($0.fields)" }
    #expect(changes == [])
    #expect(StatedMap(of: again) == StatedMap(of: map))
  }
}
