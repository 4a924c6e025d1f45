import Subprocess

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The `dot` command, which Fingerpost is measured beside.
enum DotCommand {
  /// How a run ended.
  enum Ending {
    /// It wrote this SVG and, perhaps, complained.
    case wrote([UInt8], complained: Bool)
    /// It was stopped after the time it was given.
    case tooLong
  }

  /// Draws DOT text as SVG.
  static func svg(of dot: String, seconds: Double = 60) async throws -> Ending {
    try await withThrowingTaskGroup(of: Ending.self) { group in
      group.addTask {
        let run = try await Subprocess.run(
          .name("dot"), arguments: ["-Tsvg"], input: .string(dot),
          output: .bytes(limit: 1 << 26), error: .bytes(limit: 1 << 20))
        return .wrote(run.standardOutput, complained: !run.terminationStatus.isSuccess)
      }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        return .tooLong
      }
      let first = try await group.next() ?? .tooLong
      group.cancelAll()
      return first
    }
  }
}
