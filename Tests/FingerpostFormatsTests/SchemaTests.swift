import FingerpostFormats
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

struct `The schema of the map file` {
  /// Enough random maps for each key to stand in one of them.
  private static let seeds: Range<Int> = 0..<120

  @Test func `accepts every map and example`() async throws {
    let paths = try mapPaths()
    let texts = try paths.map {
      String(decoding: try Data(contentsOf: URL(filePath: PackageRoot.path(of: $0))), as: UTF8.self)
    }
    for (path, complaint) in zip(paths, try await complaints(about: texts)) {
      #expect(complaint.asText == [], "\(path)")
      #expect(complaint.asInEditors == [], "\(path)")
    }
  }

  @Test(arguments: brokenTwins)
  func `rejects what the reader rejects`(_ twin: BrokenTwin) async throws {
    let document = MapReader().read(text: twin.text)
    #expect(document.diagnostics.map(\.category) == [twin.category])
    #expect(try await complaints(about: [twin.text])[0].asInEditors != [])
  }

  @Test func `accepts the whole twin`() async throws {
    let text = BrokenTwin("whole", "", "", .syntax).text
    #expect(MapReader().read(text: text).diagnostics == [])
    #expect(try await complaints(about: [text])[0] == Complaints(asText: [], asInEditors: []))
  }

  @Test func `accepts whatever the reader accepts, made at random from the shapes`() async throws {
    let texts = Self.seeds.map { RandomMap(seed: $0).text }
    for (seed, text) in texts.enumerated() {
      let surprises = MapReader().read(text: text).diagnostics
        .filter { $0.category != .unknownReference }
      #expect(surprises == [], "seed \(seed)")
    }
    for (seed, complaint) in try await complaints(about: texts).enumerated() {
      #expect(complaint == Complaints(asText: [], asInEditors: []), "seed \(seed)")
    }
  }

  @Test func `is tried with every key of the format`() {
    var written: Set<String> = []
    for seed in Self.seeds {
      for line in RandomMap(seed: seed).text.split(separator: "\n") {
        written.insert(String(line.drop { $0 == " " }.prefix { $0 != ":" }))
      }
    }
    let untried = MapFormat.keys.filter { !written.contains($0.key) }
    #expect(untried == [])
  }

  @Test func `is what docs holds`() throws {
    try expectPage("docs/fingerpost.schema.json", holds: try JSONSchema.text())
  }
}

struct `The page about the map file` {
  @Test func `is what docs holds`() throws {
    try expectPage("docs/map-format.md", holds: FormatDocument.markdown())
  }

  @Test func `leads nowhere but to its own sections`() {
    let page = FormatDocument.markdown()
    let sections = Set(
      page.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
        line.drop { $0 == "#" || $0 == " " }.lowercased().filter { $0 != ":" && $0 != "," }
          .replacing(" ", with: "-")
      })
    for link in page.matches(of: /\]\(#([^)]+)\)/) {
      #expect(sections.contains(String(link.output.1)))
    }
  }
}

// MARK: - Broken twins

/// A small map in which one thing is wrong.
struct BrokenTwin: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let category: Diagnostic.Category
  let text: String

  /// Takes the whole map and replaces one piece of it.
  init(_ what: String, _ piece: String, _ replacement: String, _ category: Diagnostic.Category) {
    testDescription = what
    self.category = category
    let whole = """
      fingerpost: 1
      title: A small system
      as-of: 2026-11-21
      services:
        visits:
          name: Health visiting
          entry: open
          ages: {from: birth, to: 2 years}
          interpreters: yes
          capacity: over 40
          caseload-mix: {moderate: 60, complex: 40}
          referral: {form-pages: 2}
          wait: 6 weeks
          staff: [{role: health visitor, posts: 0.5}]

      """
    text = piece.isEmpty ? whole : whole.replacing(piece, with: replacement)
  }
}

private let brokenTwins = [
  BrokenTwin("no version", "fingerpost: 1\n", "", .missingKey),
  BrokenTwin("another version", "fingerpost: 1", "fingerpost: 9", .unknownWord),
  BrokenTwin("an unknown key", "entry:", "entri:", .unknownKey),
  BrokenTwin("a wrong word", "open", "opened", .unknownWord),
  BrokenTwin("a date in another order", "2026-11-21", "21/11/2026", .badDate),
  BrokenTwin("a thirteenth month", "2026-11-21", "2026-13-21", .badDate),
  BrokenTwin("a year of five digits", "2026-11-21", "20261", .badDate),
  BrokenTwin("no name", "name: Health visiting", "description: It visits", .missingKey),
  BrokenTwin("a name left empty", "name: Health visiting", "name:", .missingKey),
  BrokenTwin("an age in words", "2 years", "two years", .badAge),
  BrokenTwin("an age without a unit", "2 years", "2", .badAge),
  BrokenTwin("a count in words", "over 40", "lots", .badQuantity),
  BrokenTwin("a count below nothing", "over 40", "-1", .badQuantity),
  BrokenTwin("neither yes nor no", "interpreters: yes", "interpreters: some", .wrongType),
  BrokenTwin("more than all", "moderate: 60", "moderate: 160", .badQuantity),
  BrokenTwin("no level of need", "moderate: 60", "middling: 60", .unknownWord),
  BrokenTwin("a form without a page", "form-pages: 2", "form-pages: 0", .badQuantity),
  BrokenTwin("a length of time without a unit", "6 weeks", "6", .badQuantity),
  BrokenTwin("working time in words", "posts: 0.5", "posts: half", .badQuantity),
  BrokenTwin("a name for a list", "[{role: health visitor, posts: 0.5}]", "nurses", .wrongType),
  BrokenTwin("a list for a record", "{form-pages: 2}", "[form]", .wrongType),
  BrokenTwin("an id in capitals", "visits:", "Visits:", .badID),
]

// MARK: - The independent validator

private struct Complaints: Decodable, Equatable {
  var asText: [String]
  var asInEditors: [String]
}

/// What an independent validator has to say of some maps.
private func complaints(about maps: [String]) async throws -> [Complaints] {
  struct Question: Encodable {
    var schema: String
    var maps: [String]
  }
  return try await PythonOracle(script: "jsonschema_oracle.py")
    .answer(to: Question(schema: try JSONSchema.text(), maps: maps))
}

/// The maps of the repository, named from its root.
private func mapPaths() throws -> [String] {
  try ["Maps", "Examples"].flatMap { folder -> [String] in
    let path = PackageRoot.path(of: folder)
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try FileManager.default.subpathsOfDirectory(atPath: path)
      .filter { path in
        path.hasSuffix(".yaml")
          && ![WordsReader.fileEnding, ScenarioReader.fileEnding].contains(where: path.hasSuffix)
      }.sorted().map { "\(folder)/\($0)" }
  }
}

/// Compares a page with what the code makes; `RECORD_SNAPSHOTS=1` writes the page and fails once.
private func expectPage(
  _ path: String, holds text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: PackageRoot.path(of: path))
  guard !isRecordingSnapshots else {
    try Data(text.utf8).write(to: file)
    Issue.record("Recorded \(path); look at it.", sourceLocation: sourceLocation)
    return
  }
  let recorded = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  #expect(
    recorded == text,
    "\(path) is not what the code makes; `make docs` or RECORD_SNAPSHOTS=1 mends it",
    sourceLocation: sourceLocation)
}
