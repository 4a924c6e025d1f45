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

/// Saving a map again: what the program does when nothing changed, when one service did, and when it
/// kept nothing, beside the `dot` command run once for each of the same DOT files, one after another;
/// and the check of a national atlas of which nothing changed.
struct RegeneratingBenchmark {
  private let folder = ".build/benchmark-regenerating"
  /// Fingerpost as it was built beside this program.
  private let program = FilePath(CommandLine.arguments[0]).removingLastComponent()
    .appending("fingerpost").string

  /// A map, and how one of its services is called there.
  private struct Sample {
    let name: String
    let path: String
    let service: String
  }

  private let samples = [
    Sample(
      name: "the reference map", path: "Maps/parent-infant-reference.yaml",
      service: "{name: Paediatrics,"),
    Sample(
      name: "Brackenshire", path: "Examples/brackenshire/brackenshire.yaml",
      service: "    name: Midwifery\n"),
  ]

  func run() async throws {
    for sample in samples { try await measure(sample) }
    try await measureAtlas()
  }

  // MARK: - Drawing

  private func measure(_ sample: Sample) async throws {
    try start()
    let text = try String(contentsOf: URL(filePath: sample.path), encoding: .utf8)
    guard text.contains(sample.service) else {
      print("regenerating \(sample.name): it has no `\(sample.service)`")
      return
    }
    var changes = 0
    func change() throws {
      changes += 1
      let other = sample.service.replacing("name: ", with: "name: Other \(changes) ")
      try write(text.replacing(sample.service, with: other, maxReplacements: 1))
    }

    // What is taken from the cache has to be what is drawn without it.
    try write(text)
    try await draw("dot", into: "dot", cached: false)
    try await draw(into: "cold")
    let before = try pictures("cold")
    try await draw(into: "cold")
    let repeated = try pictures("cold")
    try await draw(into: "fresh", cached: false)
    let fresh = try pictures("fresh")
    try change()
    try await draw(into: "cold")
    let after = try pictures("cold")
    try await draw(into: "fresh", cached: false)
    guard !before.isEmpty, before == repeated, before == fresh, after == (try pictures("fresh"))
    else {
      print("regenerating \(sample.name): what is kept differs from what is drawn: FAILS")
      return
    }
    let changed = after.count { before[$0.key] != $0.value }

    let dots = try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/dot")
      .filter { $0.hasSuffix(".dot") }.sorted().map { "\(folder)/dot/\($0)" }
    func dot() async throws {
      for file in dots {
        _ = try await Subprocess.run(
          .name("dot"), arguments: ["-Tsvg", file, "-o", file + ".svg"], output: .discarded,
          error: .discarded)
      }
    }
    try write(text)
    try await draw(into: "cold")
    let same = try await Pair(dot) { try await draw(into: "cold") }
    var (one, all): ([Duration], [Duration]) = ([], [])
    let clock = ContinuousClock()
    for _ in 0..<5 {
      try change()
      one.append(try await clock.measure { try await draw(into: "cold") })
    }
    for _ in 0..<5 {
      try forget()
      all.append(try await clock.measure { try await draw(into: "cold") })
    }
    func ratio(_ time: Duration) -> Double { (time / same.first * 100).rounded() / 100 }
    let (ofOne, ofAll) = (one.sorted()[2], all.sorted()[2])
    print(
      "drawing \(sample.name) again (\(before.count) pictures): nothing changed "
        + "\(same.second.inMilliseconds) ms (limit 50), ratio \(same.ratio); one service changed, "
        + "in \(changed) pictures, \(ofOne.inMilliseconds) ms, ratio \(ratio(ofOne)); nothing kept "
        + "\(ofAll.inMilliseconds) ms, ratio \(ratio(ofAll)); dot once for each of \(dots.count) "
        + "files, one after another: \(same.first.inMilliseconds) ms")
  }

  private func draw(
    _ format: String = "svg", into output: String, cached: Bool = true
  ) async throws {
    let run = try await run(
      ["draw", "\(folder)/map.yaml", "--output", "\(folder)/\(output)", "--format", format]
        + (cached ? [] : ["--no-cache"]))
    if run.ending != 0 { print("drawing \(folder)/map.yaml failed: \(run.errors)") }
  }

  /// The bytes of every picture in a folder.
  private func pictures(_ output: String) throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/\(output)")
    return try names.filter { $0.hasSuffix(".svg") }.reduce(into: [:]) {
      $0[$1] = try Data(contentsOf: URL(filePath: "\(folder)/\(output)/\($1)"))
    }
  }

  // MARK: - Checking

  private func measureAtlas() async throws {
    try start()
    let bytes = try CheckingBenchmark.write(to: "\(folder)/atlas")
    let check = ["check", "\(folder)/atlas", "--on", "2026-11-01", "--quiet"]
    let fresh = try await run(check + ["--no-cache"])
    let (first, second) = (try await run(check), try await run(check))
    guard !fresh.output.isEmpty, [first, second].allSatisfy({ $0 == fresh }) else {
      print("checking an atlas again: what is kept differs from what is found: FAILS")
      return
    }
    // What it says is megabytes long, and reading it here would take longer than the check.
    func measured() async throws {
      _ = try await Subprocess.run(
        .path(FilePath(program)), arguments: Arguments(check), environment: environment,
        output: .discarded, error: .discarded)
    }
    let pair = try await Pair(times: 3) {
      try forget()
      try await measured()
    } _: {
      try await measured()
    }
    print(
      "checking an atlas of 150 maps (\(bytes / 1_000_000) MB) again: nothing changed "
        + "\(pair.second.inMilliseconds) ms (limit 500); nothing kept \(pair.first.inMilliseconds) ms; "
        + "ratio \(pair.ratio)")
  }

  // MARK: - Parts

  private func start() throws {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func write(_ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/map.yaml"))
  }

  /// Forgets what was kept.
  private func forget() throws {
    try FileManager.default.removeItem(atPath: "\(folder)/cache")
  }

  /// With a cache of its own.
  private var environment: Environment {
    let cache = "\(FileManager.default.currentDirectoryPath)/\(folder)/cache"
    return .inherit.updating(["FINGERPOST_CACHE": cache])
  }

  private struct Outcome: Equatable {
    let ending: Int32
    let output: String
    let errors: String
  }

  private func run(_ arguments: [String]) async throws -> Outcome {
    let run = try await Subprocess.run(
      .path(FilePath(program)), arguments: Arguments(arguments),
      environment: environment,
      output: .string(limit: 1 << 26), error: .string(limit: 1 << 20))
    var ending: Int32 = -1
    if case .exited(let code) = run.terminationStatus { ending = code }
    return Outcome(
      ending: ending, output: run.standardOutput, errors: run.standardError)
  }
}
