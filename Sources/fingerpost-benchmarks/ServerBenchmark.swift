#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A page of the local server under 64 connections, beside nginx serving the same bytes from a file.
struct ServerBenchmark {
  private let script = "Sources/fingerpost-benchmarks/server_load.py"

  func run() async throws {
    guard
      let run = try await MeasuredRun([
        ".build/python/bin/python3", script, ".build/release/fingerpost-server",
        "Examples/brackenshire", "brackenshire", ".build/benchmark-server",
      ]), let answer = try? JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
    else { return }
    guard answer.isSame, let ours = answer.ours.min(), let theirs = answer.theirs.min() else {
      print("server: it and nginx sent other bytes: FAILS")
      return
    }
    print(
      "a page of \(answer.bytes / 1000) kB for 64 connections: 95 of 100 answers within \(ours) ms, "
        + "nginx within \(theirs) ms; ratio \(((ours / theirs) * 100).rounded() / 100) "
        + "(the server had \(answer.megabytes) MB)")
  }

  /// What the script says.
  private struct Answer: Decodable {
    let isSame: Bool
    let bytes: Int
    let megabytes: Int
    let ours: [Double]
    let theirs: [Double]
  }
}
