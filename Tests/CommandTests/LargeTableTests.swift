import FingerpostTestSupport
import Foundation
import Testing

private let isSoak = ProcessInfo.processInfo.environment["FINGERPOST_SOAK"] == "1"

struct `A table of a million rows` {
  @Test(.enabled(if: isSoak, "left out: it takes long; make soak runs it"))
  func `is read to its end or refused with a sentence, within its memory`() async throws {
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
      ["import", path], memoryLimitInMegabytes: 4096, timeLimit: .seconds(900))
    #expect(run.exitCode == 2)
    #expect(run.output.contains("1000000 rows read of services"), "\(run.output)")
    #expect(run.errorOutput.contains("32 MB"), "\(run.errorOutput.prefix(500))")
    #expect(run.peakMemoryInBytes < 2048 << 20, "\(run.peakMemoryInBytes >> 20) MB")
  }
}
