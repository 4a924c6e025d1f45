import FingerpostTestSupport
import Foundation
import Testing

struct `A table of a million rows` {
  @Test(.enabled(if: isSoak, "left out: it takes long; make soak runs it"))
  func `becomes a map of several files, within its memory`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("name,status\n", to: "services.csv")
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.seekToEnd()
    for block in 0..<100 {
      let rows = (0..<10_000).map { "Service \(block * 10_000 + $0),active\n" }.joined()
      try file.write(contentsOf: Data(rows.utf8))
    }
    try file.close()
    let run = try await Program.fingerpost.run(
      ["import", path, "--output", folder.path(of: "town")], memoryLimitInMegabytes: 6144,
      timeLimit: .seconds(900))
    #expect(run.exitCode == 0, "\(run.outcome) \(run.errorOutput.prefix(500))")
    #expect(run.output.contains("1000000 rows read of services"), "\(run.output)")
    #expect(run.output.contains("The map would hold: 1000000 services"), "\(run.output)")
    #expect(run.peakMemoryInBytes < 4096 << 20, "\(run.peakMemoryInBytes >> 20) MB")
  }
}
