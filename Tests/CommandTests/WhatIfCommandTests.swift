import FingerpostTestSupport
import Foundation
import Testing

private let on = ["--on", "2026-11-21"]
private let brackenshire = PackageRoot.path(of: "Examples/brackenshire")

/// A map in which families find help by one way, and some by a second one.
private let map = """
  fingerpost: 1
  title: Exampleton
  scope: {needs: [bond, mood], ages: {from: conception, to: 2 years}, areas: [town]}
  needs: {bond: Bond, mood: Mood}
  areas: {town: Town}
  organisations: {council: {name: Council, sector: local-authority}, trust: {name: Trust, sector: nhs}}
  services:
    visitor: {name: Visitor, kind: health-visiting, entry: open, excludes: none, serves: none, ages: {from: conception, to: no limit}, areas: [town], funded-by: [council, trust]}
    hub: {name: Hub, entry: open, excludes: none, serves: [mood], ages: {from: conception, to: 5 years}, areas: [town], funded-by: [council]}
    team: {name: Team, entry: by-referral, excludes: none, serves: [bond, mood], areas: [town], ages: {from: conception, to: 2 years}, wait: 3 weeks}
  routes: [{from: visitor, to: team, kind: referral}]
  boards: {board: {name: Board, seats: [{represents: health-visiting, service: visitor}]}}

  """

struct `What if` {
  private func ask(
    _ arguments: [String], of text: String = map
  ) async throws -> (run: ProgramRun, folder: TemporaryFolder) {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "map.yaml")
    let run = try await Program.fingerpost.run(
      ["what-if"] + arguments + on, in: folder.path)
    return (run, folder)
  }

  @Test func `says who would lose help, by which way, and what else would follow`() async throws {
    let (run, folder) = try await ask(["map.yaml", "--close", "visitor", "--close", "hub"])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    #expect(run.errorOutput.isEmpty)
    try expectSnapshot(run.output, named: "what-if.txt")
    #expect(String(decoding: try folder.contents(of: "map.yaml"), as: UTF8.self) == map)
  }

  @Test(arguments: [
    (["--pause", "team"], "“Team” is paused", "help would be lost in 1 of the 2 combinations"),
    (
      ["--add-route", "hub:team", "--remove-route", "visitor:team"],
      "New route from Hub to Team (referral)", "nobody would lose help"
    ),
    (
      ["--remove-route", "visitor-to-team-referral"],
      "Route from Visitor to Team (referral) is gone",
      "nobody could be sent to 1 service any more"
    ),
    (
      ["--add-route", "families:team"], "from families to Team (self-referral)", "nobody would lose"
    ),
    (
      ["--add-route", "hub:visitor:feedback"], "Hub to Visitor (feedback)", "nobody would lose help"
    ),
    (
      ["--change", "team.ages=conception..1 year"],
      "Age range of “Team”: conception to 2 years today, conception to 1 year then",
      "help would be lost in 1 of the 4 combinations"
    ),
    (
      ["--change", "hub.entry=by-referral"], "open today",
      "the way would be longer in 1 combination"
    ),
    (
      ["--end-funding", "hub@2027-03-31"],
      "The funding of “Hub” ends on 31 March 2027, and it closes",
      "the way would be longer"
    ),
    (
      ["--end-funding", "council"], "With others who pay, and so still open: “Visitor”",
      "the way would be longer"
    ),
    (["--change", "team.areas="], "", ""),
  ])
  func `takes what is assumed`(_ arguments: [String], _ says: String, _ sum: String) async throws {
    let (run, _) = try await ask(["map.yaml"] + arguments)
    guard !says.isEmpty else {
      #expect(run.exitCode == 64)
      return
    }
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(says), "\(run.output)")
    #expect(words.contains(sum), "\(run.output)")
  }

  @Test(arguments: [
    (["--close", "hob"], "--close hob: the map has no service `hob`; did you mean `hub`?"),
    (["--pause", "zebra"], "--pause zebra: the map has no service `zebra`."),
    (["--change", "hub.entrie=open"], "a service has no key `entrie`; did you mean `entry`?"),
    (["--change", "hob.entry=open"], "the map has no service `hob`; did you mean `hub`?"),
    (["--change", "hub"], "write the service, the key and the value"),
    (["--end-funding", "counsil"], "no organisation `counsil`; did you mean `council`?"),
    (["--end-funding", "hub@soon"], "write a date after the @, such as 2027-03-31."),
    (["--remove-route", "hub:team"], "no route from `hub` to `team` that a family can take."),
    (["--remove-route", "visitor-to-team-referal"], "did you mean `visitor-to-team-referral`?"),
    (["--add-route", "hub"], "write both ends with : between them"),
    (["--add-route", "hub:team:lift"], "`lift` is no kind of route; there are: consultation,"),
    (["--add-route", "visitor:team"], "the map has this route already"),
    (["--add-route", "hub:hub"], "a route cannot lead from `hub` to itself."),
    ([], "say what to assume, such as --close and the id of a service"),
    (["--close", "hub", "--picture", "a.gif"], "`a.gif` does not end in .svg, .pdf or .png"),
    (["--close", "hub", "--picture", ""], "it is empty; write a name"),
  ])
  func `refuses what cannot be done, and says why`(
    _ arguments: [String], _ words: String
  ) async throws {
    let (run, _) = try await ask(["map.yaml"] + arguments)
    #expect(run.exitCode == 64 && run.output.isEmpty)
    #expect(run.errorOutput.contains(words), "\(run.errorOutput)")
    #expect(!run.errorOutput.contains("?."))
  }

  @Test func `needs one map`() async throws {
    let none = try await Program.fingerpost.run(["what-if"])
    #expect(none.exitCode == 64 && none.errorOutput.contains("name the map, or a file"))
    let atlas = try await Program.fingerpost.run(
      ["what-if", PackageRoot.path(of: "Examples/atlas"), "--close", "x"])
    #expect(
      atlas.exitCode == 64 && atlas.errorOutput.contains("holds 2 maps; name the file of one"))
    let (broken, _) = try await ask(
      ["map.yaml", "--close", "hub"], of: "fingerpost: 1\ntitle: [\n")
    #expect(broken.exitCode == 2 && broken.output.isEmpty)
    let (unsound, _) = try await ask(
      ["map.yaml", "--close", "hub"],
      of: map.replacing("name: Hub,", with: "name: Hub, from: 2026-05-01, until: 2025-01-01,"))
    #expect(unsound.exitCode == 1 && unsound.output.isEmpty)
    #expect(unsound.errorOutput.contains("map.yaml: not asked; mend the problems above"))
  }

  @Test func `speaks of boards and routes where the map does not say what it must cover`()
    async throws
  {
    let (run, _) = try await ask(
      ["map.yaml", "--close", "visitor"], of: map.replacing(/scope: .*\n/, with: ""))
    #expect(run.exitCode == 0)
    #expect(
      run.output.contains("Whether families would lose help cannot be said: the map does not"))
    #expect(run.output.contains("Seats on boards that would be affected"))
    #expect(!run.output.contains("nobody would lose help"))
  }

  @Test func `says no more than the audience may know`() async throws {
    let change = ["map.yaml", "--change", "team.wait=7 weeks", "--audience", "public"]
    for format in ["text", "markdown", "json"] {
      let (run, _) = try await ask(change + ["--format", format])
      #expect(run.exitCode == 0)
      #expect(!run.output.contains("7 weeks") && !run.output.contains("3 weeks"), "\(run.output)")
    }
  }

  @Test func `follows its schema, and its Markdown holds no markup of a map`() async throws {
    let hostile = map.replacing("name: Hub,", with: #"name: "<b>*x*</b> [a](http://b) @me","#)
    var json: [String] = []
    var markdown: [String] = []
    for (text, arguments) in [
      (map, ["--close", "visitor"]), (hostile, ["--close", "hub"]),
      (hostile, ["--change", "team.areas=none", "--add-route", "families:hub"]),
      (map.replacing(/scope: .*\n/, with: ""), ["--pause", "team"]),
    ] {
      for format in ["json", "markdown"] {
        let (run, _) = try await ask(["map.yaml", "--format", format] + arguments, of: text)
        #expect(run.exitCode == 0, "\(run.errorOutput)")
        if format == "json" { json.append(run.output) } else { markdown.append(run.output) }
      }
    }
    let answer = try await JSONAndMarkdownOracle.answer(
      json: json, schema: "docs/what-if-report.schema.json", markdown: markdown)
    #expect(answer.complaints == [])
    #expect(answer.links == [] && answer.html == [])
    #expect(markdown.allSatisfy { $0.contains("## What is assumed") })
  }
}

struct `A scenario file` {
  private static let file = brackenshire + "/hub-closes.scenario.yaml"

  @Test func `says what would follow for Brackenshire`() async throws {
    let run = try await Program.fingerpost.run(["what-if", "--scenario", Self.file] + on)
    #expect(run.exitCode == 0 && run.errorOutput.isEmpty, "\(run.errorOutput)")
    try expectSnapshot(run.output, named: "what-if-brackenshire.txt")
    let named = try await Program.fingerpost.run(
      ["what-if", brackenshire, "--scenario", Self.file] + on)
    #expect(named.output == run.output)
  }

  @Test func `may be followed by more`() async throws {
    let run = try await Program.fingerpost.run(
      ["what-if", "--scenario", Self.file, "--close", "wexmoor-playroom"] + on)
    #expect(run.exitCode == 0)
    #expect(run.output.contains("“Wexmoor playroom” closes"))
  }

  @Test func `is of the map that is named`() async throws {
    let run = try await Program.fingerpost.run(
      ["what-if", PackageRoot.path(of: "Maps/leeds.yaml"), "--scenario", Self.file])
    #expect(run.exitCode == 64)
    #expect(
      run.errorOutput.contains("and not \(PackageRoot.path(of: "Maps/leeds.yaml")); leave out"))
  }

  @Test(arguments: [
    ("scenario: S\nof: map.yaml\nservices: {hub: {statsu: closed}}\n", 2 as Int32, "did you mean"),
    ("scenario: S\n", 2, "add `of:` and its file"),
    ("scenario: S\nof: other.yaml\n", 2, "other.yaml"),
    (
      "scenario: S\nof: map.yaml\nservices: {hub: {from: 2026-05-01, until: 2025-01-01}}\n", 1,
      "mend the problems above"
    ),
  ])
  func `that cannot be read says where`(
    _ text: String, _ code: Int32, _ words: String
  ) async throws {
    let folder = try TemporaryFolder()
    try folder.write(map, to: "map.yaml")
    try folder.write(text, to: "a.scenario.yaml")
    let run = try await Program.fingerpost.run(
      ["what-if", "--scenario", "a.scenario.yaml"] + on, in: folder.path)
    #expect(run.exitCode == code && run.output.isEmpty, "\(run.errorOutput)")
    #expect(run.errorOutput.contains(words), "\(run.errorOutput)")
  }

  @Test func `is drawn with as many new, gone and changed services as there are`() async throws {
    struct Counts: Equatable {
      var new = 0
      var gone = 0
      var changed = 0
    }
    let folder = try TemporaryFolder()
    for (arguments, services, routes) in [
      (["--scenario", Self.file], Counts(new: 1, changed: 2), Counts(new: 1, gone: 2)),
      (
        [brackenshire, "--close", "health-visiting", "--add-route", "general-practice:early-help"],
        Counts(changed: 1), Counts(new: 1)
      ),
    ] {
      let picture = folder.path(of: "what-if.svg")
      let run = try await Program.fingerpost.run(
        ["what-if", "--picture", picture] + arguments + on)
      #expect(run.exitCode == 0 && run.errorOutput == "\(picture): written\n", "\(run.errorOutput)")
      let svg = String(decoding: try folder.contents(of: "what-if.svg"), as: UTF8.self)
      #expect(svg.contains("What if: ") && svg.contains("This is not so."))
      let titles = svg.matches(of: /<title>([^<]*)<\/title>/).map(\.output.1)
      func counts(_ isCounted: (Substring) -> Bool) -> Counts {
        let own = titles.filter(isCounted)
        func count(_ ending: String) -> Int { own.count { $0.hasSuffix(", \(ending)") } }
        return Counts(new: count("new"), gone: count("gone"), changed: count("changed"))
      }
      #expect(counts { $0.contains(", a service,") } == services)
      #expect(counts { $0.contains(" from ") } == routes)
    }
  }

  @Test func `is drawn where the layout file of the map has everything`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(map, to: "map.yaml")
    func draw() async throws -> [UInt8] {
      let run = try await Program.fingerpost.run(
        ["what-if", "map.yaml", "--close", "hub", "--picture", "a.svg"] + on, in: folder.path)
      #expect(run.exitCode == 0, "\(run.errorOutput)")
      return Array(try folder.contents(of: "a.svg"))
    }
    let fresh = try await draw()
    let lock = try await Program.fingerpost.run(
      ["draw", "map.yaml", "--lock", "--view", "system", "--format", "dot"], in: folder.path)
    #expect(lock.exitCode == 0, "\(lock.errorOutput)")
    #expect(try await draw() == fresh)
    // A gap that somebody opened in the file is there in the picture.
    let path = folder.path(of: "map.layout")
    let places = try String(contentsOfFile: path, encoding: .utf8)
    let wider = places.replacing(/"team" : "([-0-9.]+) ([-0-9.]+) ([-0-9.]+) ([-0-9.]+)"/) {
      match in
      let edges = [match.output.1, match.output.2, match.output.3, match.output.4]
        .compactMap { Double($0) }
      return "\"team\" : \"\(edges[0]) \(edges[1] - 90) \(edges[2]) \(edges[3] - 90)\""
    }
    #expect(wider != places)
    try folder.write(wider, to: "map.layout")
    #expect(try await draw() != fresh)
  }
}
