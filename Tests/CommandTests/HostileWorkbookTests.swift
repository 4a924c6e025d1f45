import FingerpostTestSupport
import Foundation
import Testing

struct `A workbook that is made to do harm` {
  /// What is in them that can be read makes no map: each ends with a sentence, soon and in little memory.
  ///
  /// A row or a cell far out is nothing that harms, and is read.
  @Test func `is refused with a sentence, within its memory`() async throws {
    let folder = try TemporaryFolder()
    let paths: [String: String] = try await PythonOracle(script: "hostile_workbooks.py")
      .answer(to: folder.path)
    #expect(paths.count == 14)
    for (name, path) in paths.sorted(by: { $0.key < $1.key }) {
      let run = try await Program.fingerpost.run(
        ["import", path], memoryLimitInMegabytes: 2048, timeLimit: .seconds(300))
      let isHarmless = name == "far-row"
      #expect(run.exitCode == (isHarmless ? 0 : 2), "\(name): \(run.outcome) \(run.errorOutput)")
      #expect(isHarmless || run.errorOutput.contains("error: "), "\(name): \(run.errorOutput)")
      #expect(!run.errorOutput.contains("Fatal error"), "\(name)")
      #expect(!(run.output + run.errorOutput).contains("root:"), "\(name)")
      #expect(
        run.peakMemoryInBytes < 1024 << 20, "\(name): \(run.peakMemoryInBytes >> 20) MB")
    }
  }
}
