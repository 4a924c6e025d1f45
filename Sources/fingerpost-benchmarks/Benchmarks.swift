import FingerpostDiagrams
import FingerpostFormats
import GraphvizRendering

/// Measures Fingerpost beside what it is compared with, each pair in the same run, and prints
/// ratios.
///
/// Answers are compared before times are taken; what is faster because it leaves something out is
/// said to fail, not to be fast.
@main
enum Benchmarks {
  static func main() async throws {
    GraphvizWorker.runIfAsked()
    await ReadingBenchmark().run()
    try await DrawingBenchmark().run()
    try await NetworkBenchmark().run()
  }
}
