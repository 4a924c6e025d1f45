import FingerpostAnalysis
import FingerpostModel
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

/// Coverage of a national atlas in memory beside the same answers computed with rustworkx and with
/// igraph.
///
/// Both sides begin with the facts of every map in memory, and both make their graphs anew. The
/// other side is given the facts already sorted into tables by need, age band and area, which our
/// side has to do within its time.
struct CoverageBenchmark {
  private let date = CalendarDate("2026-11-01") ?? .earliest
  private let python = ".build/python/bin/python3"
  private let script = "Sources/fingerpost-benchmarks/coverage_graphs.py"

  func run() async throws {
    let atlas = GeneratedSystem.nationalAtlas()
    var ours: [String] = []
    var times: [Duration] = []
    for _ in 0..<5 {
      times.append(try ContinuousClock().measure { ours = try atlas.map(letters(of:)) })
    }
    let our = times.sorted()[times.count / 2]
    let counts = "csgn".map { letter in
      ours.reduce(0) { $0 + $1.utf8.count { $0 == letter.asciiValue } }
    }
    print(
      "coverage of \(atlas.count) maps, \(atlas.reduce(0) { $0 + $1.services.count }) services, "
        + "\(atlas.reduce(0) { $0 + $1.routes.count }) routes: \(our.inMilliseconds) ms for "
        + "\(counts.reduce(0, +)) answers (\(counts[0]) covered, \(counts[1]) covered for some, "
        + "\(counts[2]) gaps, \(counts[3]) not stated)")

    let file = ".build/benchmark-coverage.json"
    try JSONEncoder().encode(atlas.map(CoverageFacts.init)).write(to: URL(filePath: file))
    for library in ["rustworkx", "igraph"] {
      let run = try await Subprocess.run(
        .path(FilePath(python)), arguments: ["-B", script, library, file],
        output: .bytes(limit: 1 << 28), error: .string(limit: 1 << 16))
      guard run.terminationStatus.isSuccess else {
        print("  \(library) could not be run: \(run.standardError)")
        continue
      }
      let theirs = try JSONDecoder().decode(Answers.self, from: Data(run.standardOutput))
      guard theirs.answers == ours else {
        let first = zip(theirs.answers, ours).enumerated().first { $0.element.0 != $0.element.1 }
        print("  \(library) answers otherwise: FAILS, first for map \(first?.offset ?? -1)")
        continue
      }
      let milliseconds = theirs.seconds * 1000
      let ratio = (Double(our.inMilliseconds) / milliseconds * 1000).rounded() / 1000
      print(
        "  \(library): the same answers in \(Int(milliseconds)) ms; ratio \(ratio) (limit 1)")
    }
  }

  /// What the script writes.
  private struct Answers: Decodable {
    let seconds: Double
    let answers: [String]
  }

  /// One letter a cell, layer by layer.
  private func letters(of map: SystemMap) throws -> String {
    let coverage = try Coverage(of: map, on: date)
    var letters: [UInt8] = []
    for condition in [nil] + coverage.conditions.map(Optional.some) {
      for answer in coverage.answers(condition: condition) {
        switch answer {
        case .covered: letters.append(UInt8(ascii: "c"))
        case .coveredForSome: letters.append(UInt8(ascii: "s"))
        case .gap: letters.append(UInt8(ascii: "g"))
        case .notStated: letters.append(UInt8(ascii: "n"))
        }
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }
}

/// The facts of a map as tables: 0 keeps a family out, 1 may let it through, 2 does.
private struct CoverageFacts: Encodable {
  let count: Int
  var edges: [[Int]] = []
  let entry: [Int]
  let serves: [[Int]]
  let ages: [[Int]]
  let areas: [[Int]]
  let layers: [[Int]]
  /// The layers of conditions that some service is only for.
  let privileged: [Int]

  init(_ map: SystemMap) {
    let date = CalendarDate("2026-11-01") ?? .earliest
    let services = Array(map.services)
    // Families are the last node.
    count = services.count + 1
    entry =
      services.map { $0.entry == nil ? 1 : $0.entry == .open ? 2 : 0 } + [2]
    func table<Part>(_ parts: [Part], families: Int, _ value: (Service, Part) -> Int) -> [[Int]] {
      parts.map { part in services.map { value($0, part) } + [families] }
    }
    serves = table(map.scope?.needs ?? [], families: 0) { service, need in
      service.serves.map { $0.contains(need) ? 2 : 0 } ?? 1
    }
    let bands = (try? CoverageGrid(scopeOf: map))?.bands ?? []
    ages = table(bands, families: 2) { service, band in
      guard let ages = service.ages else { return 1 }
      if let from = ages.from, band.from < from { return 0 }
      if let to = ages.to, to < band.to { return 0 }
      return ages.from == nil || ages.to == nil ? 1 : 2
    }
    areas = table(map.scope?.areas ?? [], families: 2) { service, area in
      service.areas.map { $0.contains(area) || $0.contains("county") ? 2 : 0 } ?? 1
    }
    let conditions = [nil] + map.conditions.map(\.id).sorted().map(Optional.some)
    layers = table(conditions, families: 2) { service, condition in
      guard service.status(on: date) ?? .active == .active else { return 0 }
      if let onlyFor = service.onlyFor, !onlyFor.contains(where: { $0.condition == condition }) {
        return 0
      }
      guard let condition else { return 2 }
      return service.excludes.map { $0.contains { $0.condition == condition } ? 0 : 2 } ?? 1
    }
    privileged = conditions.indices.filter { place in
      services.contains { $0.onlyFor?.contains { $0.condition == conditions[place] } ?? false }
    }
    let places = Dictionary(
      uniqueKeysWithValues: services.enumerated().map { ($0.element.id, $0.offset) })
    for route in map.routes
    where route.kind.movesFamily && route.status(on: date) ?? .active == .active {
      if let to = places[route.to] { edges.append([places[route.from] ?? services.count, to]) }
    }
  }
}
