import FingerpostSamples

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Checking a national atlas from its files: 150 maps, 30,000 services and 150,000 routes, cold, with
/// every rule that its maps' standards ask for.
struct CheckingBenchmark {
  private let folder = ".build/benchmark-atlas"

  func run() async throws {
    let bytes = try Self.write(to: folder)
    var best: MeasuredRun?
    var verdicts = 0
    for _ in 0..<3 {
      guard
        let run = try await MeasuredRun([
          ".build/release/fingerpost", "check", folder, "--on", "2026-11-01", "--quiet",
          "--no-cache",
        ])
      else { return }
      verdicts = run.output.split(separator: "\n")
        .count { $0.contains("(200 services, 1000 routes") }
      if run.seconds < best?.seconds ?? .infinity { best = run }
    }
    guard let best, verdicts == 150 else {
      print("checking: \(verdicts) of 150 maps were checked: FAILS")
      return
    }
    print(
      "checking an atlas of 150 maps from files (\(bytes / 1_000_000) MB, 30,000 services, 150,000 "
        + "routes), cold: \((best.seconds * 100).rounded() / 100) s and \(best.megabytes) MB "
        + "(limits 3 s and 1000 MB)")
  }

  /// Writes the atlas into a folder, a file a map.
  ///
  /// - Returns: How many bytes it has.
  static func write(to folder: String) throws -> Int {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var bytes = 0
    for number in 0..<150 {
      let text = GeneratedSystem(services: 200, routes: 1_000, seed: UInt64(number)).text
      bytes += text.utf8.count
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/system-\(number).yaml"))
    }
    return bytes
  }
}
