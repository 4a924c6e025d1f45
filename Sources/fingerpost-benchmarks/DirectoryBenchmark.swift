import FingerpostSamples

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Importing a directory of 100,000 services from tables of HSDS, beside pandas reading and joining the
/// same files.
///
/// The import also writes the map, checks it, and keeps what no map can say.
struct DirectoryBenchmark {
  private let folder = ".build/benchmark-directory"
  private let script = "Sources/fingerpost-benchmarks/directory_frames.py"

  func run() async throws {
    let directory = GeneratedDirectory(services: 100_000)
    let written = try directory.write(to: "\(folder)/tables")
    guard
      let theirs = try await MeasuredRun([".build/python/bin/python3", script, "\(folder)/tables"]),
      let answer = try? JSONDecoder().decode(Answer.self, from: Data(theirs.output.utf8))
    else { return }
    var best: MeasuredRun?
    for _ in 0..<3 {
      for name in ["map", "map.kept.jsonl"] {
        try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      }
      guard
        let run = try await MeasuredRun([
          ".build/release/fingerpost", "import", "\(folder)/tables", "--format", "hsds", "--output",
          "\(folder)/map",
        ])
      else { return }
      if run.seconds < best?.seconds ?? .infinity { best = run }
    }
    guard let best else { return }
    // What pandas counted has to be what the import counted.
    let counted = "\(answer.organisations) organisations, \(answer.services) services, "
    let areas = "\(answer.areas) areas"
    guard best.output.contains(counted), best.output.contains(areas), answer.rows == written.rows,
      answer.services == directory.services, answer.unattached == 0
    else {
      print("directory: the import and pandas count otherwise: FAILS\n\(best.output)\(answer)")
      return
    }
    func rounded(_ seconds: Double) -> Double { (seconds * 100).rounded() / 100 }
    print(
      "importing a directory of \(answer.services) services (\(written.rows) rows of HSDS, "
        + "\(written.bytes / 1_000_000) MB): \(rounded(best.seconds)) s and \(best.megabytes) MB "
        + "(limits 20 s and 1000 MB)")
    print(
      "  pandas: the same rows read and joined in \(rounded(answer.seconds)) s and "
        + "\(theirs.megabytes) MB, without a map; ratio \(rounded(best.seconds / answer.seconds))")
  }

  /// What the script says.
  private struct Answer: Decodable {
    let seconds: Double
    let services: Int
    let organisations: Int
    let areas: Int
    let rows: Int
    let unattached: Int
  }
}
