import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// A run of a program to its end: how long it took, and the most memory it had.
struct MeasuredRun {
  let seconds: Double
  let megabytes: Int
  /// What it printed.
  let output: String

  /// Runs a program that ends with 0 or 1; says so and gives `nil` when it fails.
  init?(_ command: [String]) async throws {
    let run = try await Subprocess.run(
      .path(".build/python/bin/python3"), arguments: .init(["-c", Self.program] + command),
      output: .string(limit: 1 << 28), error: .string(limit: 1 << 20))
    let lines = run.standardOutput.split(separator: "\n", maxSplits: 1)
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 2, let seconds = Double(words[0]), let size = Int(words[1]) else {
      print("\(command[0]) failed: \(run.standardError)")
      return nil
    }
    self.seconds = seconds
    megabytes = size
    output = lines.count > 1 ? String(lines[1]) : ""
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
