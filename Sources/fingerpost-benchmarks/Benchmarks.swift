import FingerpostDiagrams
import FingerpostFormats
import GraphvizRendering

/// Measures Fingerpost beside what it is compared with, each pair in the same run, and prints
/// ratios.
///
/// Answers are compared before times are taken; what is faster because it leaves something out is
/// said to fail, not to be fast. Names on the command line (reading, drawing, legibility, checking,
/// regenerating, coverage, impact, networks, still, pages, directory, server) choose some.
@main
enum Benchmarks {
  static func main() async throws {
    GraphvizWorker.runIfAsked()
    let wanted = CommandLine.arguments.dropFirst()
    func isWanted(_ name: String) -> Bool { wanted.isEmpty || wanted.contains(name) }
    if isWanted("reading") { await ReadingBenchmark().run() }
    if isWanted("drawing") { try await DrawingBenchmark().run() }
    if isWanted("legibility") { try await LegibilityBenchmark().run() }
    if isWanted("checking") { try await CheckingBenchmark().run() }
    if isWanted("regenerating") { try await RegeneratingBenchmark().run() }
    if isWanted("coverage") { try await CoverageBenchmark().run() }
    if isWanted("impact") { try ImpactBenchmark().run() }
    if isWanted("networks") { try await NetworkBenchmark().run() }
    if isWanted("still") { try await HoldingStillBenchmark().run() }
    if isWanted("pages") { try await PictureSetBenchmark().run() }
    if isWanted("directory") { try await DirectoryBenchmark().run() }
    if isWanted("server") { try await ServerBenchmark().run() }
  }
}
