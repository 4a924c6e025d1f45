import FingerpostTestSupport
import Foundation
import Testing

/// A year in the life of a map, from an empty repository on, in the order in which a team does things.
struct `The story of a map` {
  private let path = "Maps/exampleton.yaml"
  private let layout = "Maps/exampleton.layout"

  /// The repository, with what a person does in it.
  private struct Story {
    let repository: TestRepository
    let path: String
    private let cache: TemporaryFolder

    init(_ path: String) async throws {
      repository = try await TestRepository()
      self.path = path
      cache = try TemporaryFolder()
      try FileManager.default.createDirectory(
        atPath: repository.folder.path(of: "Maps"), withIntermediateDirectories: true)
      try repository.folder.write("/Pictures/\n/Papers/\n", to: ".gitignore")
    }

    var environment: [String: String?] { ["FINGERPOST_CACHE": cache.path(of: "kept")] }

    func fingerpost(_ arguments: String...) async throws -> ProgramRun {
      try await repository.fingerpost(arguments, environment: environment)
    }

    func text(_ name: String) throws -> String {
      String(decoding: try repository.folder.contents(of: name), as: UTF8.self)
    }

    /// Puts text before a line of the map, as somebody with an editor does.
    func add(_ text: String, before line: String) throws { try edit(line, to: text + line) }

    func edit(_ old: String, to new: String) throws {
      let map = try text(path)
      try #require(map.ranges(of: old).count == 1, "\(old)")
      try repository.folder.write(map.replacing(old, with: new), to: path)
    }

    /// When each picture was written.
    func dates() throws -> [String: Date] {
      let pictures = repository.folder.path(of: "Pictures/exampleton")
      return try FileManager.default.contentsOfDirectory(atPath: pictures).reduce(into: [:]) {
        $0[$1] =
          try FileManager.default.attributesOfItem(atPath: "\(pictures)/\($1)")[.modificationDate]
          as? Date
      }
    }
  }

  @Test func `goes from an empty folder to what changed since the last meeting`() async throws {
    let story = try await Story(path)
    let repository = story.repository

    // A map to begin from, with one service more than it comes with.
    let start = try await story.fingerpost(
      "init", "Exampleton", "--output", path, "--on", "2026-11-01")
    #expect(start.exitCode == 0, "\(start.errorOutput)")
    try story.add(
      """
        home-visitors: {name: Volunteer visitors, kind: community-group, organisation: baby-friends,
          intensity: targeted, areas: [our-area], entry: by-referral, owner: Volunteer lead,
          assured: 2026-11-01}

      """, before: "\nconditions:\n")
    let early = try await story.fingerpost("check", path, "--on", "2026-11-02")
    #expect(early.exitCode == 1)
    #expect(early.output.contains("no way leads to it"), "\(early.output)")
    try story.add(
      "  - {from: health-visiting, to: home-visitors, kind: referral}\n",
      before: "  - {from: midwifery, to: health-visiting, kind: transfer}\n")
    let check = try await story.fingerpost("check", path, "--on", "2026-11-02")
    #expect(check.exitCode == 0, "\(check.output)")

    // Drawn, with the places of everything kept beside the map; and committed.
    let first = try await story.fingerpost("draw", path, "--lock")
    #expect(first.exitCode == 0, "\(first.errorOutput)")
    #expect(first.errorOutput == "\(layout): places kept\n")
    #expect(first.output.contains("Pictures/exampleton/card-home-visitors.svg\n"))
    let dates = try story.dates()
    let again = try await story.fingerpost("draw", path, "--lock")
    #expect(again.exitCode == 0 && again.errorOutput == "")
    #expect(try story.dates() == dates)
    try await repository.commit("The map of Exampleton", on: "2026-11-02")
    #expect(try await repository.git(["status", "--porcelain"]) == "")

    // Three things change: a service closes, a route is new, a name is another.
    try story.edit(
      "stay-and-play: {name: Stay and play,",
      to: "stay-and-play: {name: Stay and play, status: closed, until: 2026-11-15,")
    try story.add(
      "  - {from: general-practice, to: parent-infant-team, kind: referral, step: up}\n",
      before: "  - {from: midwifery, to: health-visiting, kind: transfer}\n")
    try story.edit("name: Perinatal mental health team", to: "name: Perinatal team")
    let diff = try await story.fingerpost("diff", "HEAD", "--on", "2026-11-21", "--", "Maps")
    #expect(diff.exitCode == 1, "\(diff.errorOutput)")
    try expectSnapshot(diff.output, named: "story-diff.txt")
    let drawn = try await story.fingerpost(
      "diff", "HEAD", "--on", "2026-11-21", "--picture", "Pictures/changes.svg", "--",
      path)
    #expect(drawn.exitCode == 1, "\(drawn.errorOutput)")
    let picture = try story.text("Pictures/changes.svg")
    #expect(picture.components(separatedBy: ">CHANGED<").count == 3)

    // What did not change stays where it stood, and only what shows something else is drawn.
    let second = try await story.fingerpost("draw", path, "--lock")
    #expect(second.exitCode == 0, "\(second.errorOutput)")
    #expect(try story.text("Pictures/exampleton/system.md").contains("Perinatal team"))
    let changed = try story.dates()
    #expect(changed["card-home-visitors.svg"] == dates["card-home-visitors.svg"])
    #expect(
      changed["card-perinatal-mental-health.svg"] != dates["card-perinatal-mental-health.svg"])

    // The check says what the closing leaves behind, and the watch that it is mended.
    let left = try await story.fingerpost("check", path, "--on", "2026-11-21", "--quiet")
    #expect(left.exitCode == 1)
    #expect(left.output.contains(#/Maps/exampleton\.yaml:\d+:\d+: error: The signposting from/#))
    let watch = Watch(
      program: try Program.fingerpost.start(
        ["watch", path, "--on", "2026-11-21", "--output", "Pictures/watched"],
        environment: TestRepository.environment.merging(story.environment) { $1 },
        in: repository.folder.path))
    _ = try await watch.line { $0.contains("Control-C stops it") }
    try story.edit(
      "  - {from: parent-infant-team, to: stay-and-play, kind: signposting}\n", to: "")
    let line = try await watch.line { $0.contains(" \(path): 1 mended") }
    #expect(line.contains("drawn in "), "\(line)")
    try await #expect(watch.stop(SIGINT) == .exited(0))

    try await #expect(story.fingerpost("draw", path, "--lock").exitCode == 0)
    let last = try story.dates()
    try await #expect(story.fingerpost("draw", path, "--lock").errorOutput == "")
    #expect(try story.dates() == last)
    try await repository.commit("Stay and play closed", on: "2026-11-20")

    // Who changed what when, who is to confirm what, and what the board is told.
    let log = try await story.fingerpost("log", path, "--on", "2026-11-21")
    let words = log.output.split { $0.isWhitespace }.joined(separator: " ")
    for sentence in [
      "Volunteer visitors: last changed on 2 November 2026 by Jane Doe: “The map of Exampleton”",
      "Stay and play: last changed on 20 November 2026 by Jane Doe: “Stay and play closed”",
    ] { #expect(words.contains(sentence), "\(words)") }
    let due = try await story.fingerpost("log", path, "--due", "--on", "2027-03-01")
    try expectSnapshot(due.output, named: "story-due.txt")
    let report = try await story.fingerpost(
      "report", path, "--since", "2026-11-10", "--on", "2026-11-21", "--output", "Papers/pack.html")
    #expect(report.exitCode == 0, "\(report.errorOutput)")
    let paper = try story.text("Papers/pack.html")
    #expect(paper.contains("“Perinatal mental health team” is now called “Perinatal team”"))
    #expect(try await repository.git(["status", "--porcelain"]) == "")
  }
}
