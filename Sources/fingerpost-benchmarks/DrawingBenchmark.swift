import FingerpostDiagrams
import FingerpostFormats
import GraphvizRendering
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

/// Drawing every view of the reference map, cold, beside the `dot` command run once for each of the
/// same DOT files, one after another.
struct DrawingBenchmark {
  private let map = "Maps/parent-infant-reference.yaml"

  func run() async throws {
    let folder = ".build/benchmark-pictures"
    try await draw(into: folder, formats: "svg,dot")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder + "/parent-infant-reference"
    )
    .filter { $0.hasSuffix(".dot") }.sorted()
    let files = names.map { "\(folder)/parent-infant-reference/\($0)" }
    let pair = try await Pair(
      times: 11,
      {
        for file in files {
          _ = try await Subprocess.run(
            .name("dot"), arguments: ["-Tsvg", file, "-o", file + ".svg"], output: .discarded,
            error: .discarded)
        }
      }, { try await draw(into: folder, formats: "svg") })
    print(
      "drawing the \(files.count) views of the reference map, cold: "
        + "\(pair.second.inMilliseconds) ms; dot once for each, one after another: "
        + "\(pair.first.inMilliseconds) ms; ratio \(pair.ratio) (limit 1)")
  }

  private func draw(into folder: String, formats: String) async throws {
    let run = try await Subprocess.run(
      .path(".build/release/fingerpost"),
      arguments: ["draw", map, "--output", folder, "--format", formats, "--no-cache"],
      output: .discarded,
      error: .string(limit: 1 << 16))
    if !run.terminationStatus.isSuccess {
      print("drawing the reference map failed: \(run.standardError)")
    }
  }
}
