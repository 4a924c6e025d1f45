import FingerpostSamples
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

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
      let theirs = try await measure([".build/python/bin/python3", script, "\(folder)/tables"]),
      let answer = try? JSONDecoder().decode(Answer.self, from: Data(theirs.output.utf8))
    else { return }
    var best: Run?
    for _ in 0..<3 {
      for name in ["map", "map.kept.jsonl"] {
        try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      }
      guard
        let run = try await measure([
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

  /// A run of a program.
  private struct Run {
    let seconds: Double
    let megabytes: Int
    let output: String
  }

  private func measure(_ command: [String]) async throws -> Run? {
    let run = try await Subprocess.run(
      .path(".build/python/bin/python3"), arguments: .init(["-c", Self.program] + command),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    let lines = run.standardOutput.split(separator: "\n", maxSplits: 1)
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 2, let seconds = Double(words[0]), let size = Int(words[1]) else {
      print("directory: \(command[0]) failed: \(run.standardError)")
      return nil
    }
    return Run(
      seconds: seconds, megabytes: size, output: lines.count > 1 ? String(lines[1]) : "")
  }

  /// Runs a program and prints how long it took and the most memory it had, then what it printed.
  private static let program = """
    resource, subprocess, sys, time = map(__import__, ("resource", "subprocess", "sys", "time"))
    start = time.monotonic()
    run = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    seconds = time.monotonic() - start
    if run.returncode not in (0, 1):
        sys.exit(run.stderr.decode()[:2000] or "it ended with %d" % run.returncode)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(seconds, memory)
    print(run.stdout.decode())
    """
}
