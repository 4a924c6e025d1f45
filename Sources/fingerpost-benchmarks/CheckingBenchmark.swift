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

/// Checking a national atlas from its files: 150 maps, 30,000 services and 150,000 routes, cold, with
/// every rule that its maps' standards ask for.
struct CheckingBenchmark {
  private let folder = ".build/benchmark-atlas"

  func run() async throws {
    let bytes = try Self.write(to: folder)
    var best: (seconds: Double, megabytes: Int)?
    var verdicts = 0
    for _ in 0..<3 {
      let run = try await Subprocess.run(
        .path(".build/python/bin/python3"), arguments: ["-c", Self.program, folder],
        output: .string(limit: 1 << 16), error: .string(limit: 1 << 16))
      let words = run.standardOutput.split(separator: " ")
      guard words.count == 3, let seconds = Double(words[0]), let size = Int(words[1]),
        let count = Int(words[2].filter(\.isNumber))
      else {
        print("checking: the check of the atlas failed: \(run.standardError)")
        return
      }
      verdicts = count
      if seconds < best?.seconds ?? .infinity { best = (seconds, size) }
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

  /// Runs the check and prints how long it took, the most memory it had, and how many maps it saw.
  private static let program = """
    resource, subprocess, sys, time = map(__import__, ("resource", "subprocess", "sys", "time"))
    start = time.monotonic()
    run = subprocess.run([".build/release/fingerpost", "check", sys.argv[1], "--on", "2026-11-01",
                          "--quiet", "--no-cache"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    seconds = time.monotonic() - start
    if run.returncode not in (0, 1):
        sys.exit(run.stderr.decode()[:2000] or "it ended with %d" % run.returncode)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    maps = sum(b"(200 services, 1000 routes" in line for line in run.stdout.splitlines())
    print(seconds, memory, maps)
    """
}
