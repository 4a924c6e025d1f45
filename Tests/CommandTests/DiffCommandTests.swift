import FingerpostTestSupport
import Foundation
import Testing

/// A map in which families find help by a route, or not.
private func map(
  _ services: String =
    "team: {name: Team, entry: by-referral, excludes: none, serves: [bond], areas: [town], ages: {from: conception, to: 2 years}}",
  routes: String = "[{from: visitor, to: team, kind: referral}]", more: String = ""
) -> String {
  """
  fingerpost: 1
  title: Exampleton
  scope: {needs: [bond], ages: {from: conception, to: 2 years}, areas: [town]}
  needs: {bond: Bond}
  areas: {town: Town}
  services:
    visitor: {name: Visitor, entry: open, excludes: none, serves: none, ages: {from: conception, to: no limit}, areas: [town]}
    \(services)
  routes: \(routes)
  \(more)
  """
}

private let on = ["--on", "2026-11-21"]

struct `The difference of two files` {
  private func compare(
    _ old: String, _ new: String, _ arguments: [String] = []
  ) async throws -> ProgramRun {
    let folder = try TemporaryFolder()
    try folder.write(old, to: "old.yaml")
    try folder.write(new, to: "new.yaml")
    return try await Program.fingerpost.run(
      ["diff", "old.yaml", "new.yaml"] + on + arguments, in: folder.path)
  }

  @Test func `ends with 0 when only comments and order differ`() async throws {
    let run = try await compare(map(), "# A comment\n" + map())
    #expect(run.exitCode == 0)
    #expect(run.output == "From old.yaml to new.yaml: nothing changed.\n")
  }

  @Test func `tells changes in groups, and whose help is lost by which way`() async throws {
    let run = try await compare(map(), map(routes: "none"))
    #expect(run.exitCode == 1, "\(run.errorOutput)")
    try expectSnapshot(run.output, named: "diff.txt")
  }

  @Test func `tells findings that appear and questions that are answered`() async throws {
    let run = try await compare(
      map(), map("team: {name: Team, serves: [bond], owner: none, assured: 2020-01-01}"))
    #expect(run.output.contains("New warning: Nobody keeps the entry of “Team” true."))
    #expect(run.output.contains("(new.yaml:8:"), "\(run.output)")
    #expect(run.output.contains("Open questions: 2 answered"), "\(run.output)")
    let back = try await compare(
      map("team: {name: Team, serves: [bond], owner: none, assured: 2020-01-01}"), map())
    #expect(back.output.contains("No longer a warning: Nobody keeps the entry of “Team” true."))
  }

  @Test func `tells a finding that matters more than before`() async throws {
    let folder = try TemporaryFolder()
    let named = map("team: {name: Team, owner: none}", more: "profiles: [ours]")
    for (version, severity) in [("old", "note"), ("new", "error")] {
      try folder.write(named, to: "\(version)/map.yaml")
      try folder.write(
        """
        fingerpost-profile: 1
        title: Ours
        extends: [core]
        settings: [{rule: owner-missing, severity: \(severity), reason: R}]
        """, to: "\(version)/ours.profile.yaml")
    }
    let run = try await Program.fingerpost.run(["diff", "old", "new"] + on, in: folder.path)
    #expect(run.exitCode == 1, "\(run.errorOutput)")
    #expect(run.output.contains("Now an error, before a note: Nobody keeps"), "\(run.output)")
  }

  @Test func `lets a person settle what may be the same`() async throws {
    let (old, new) = (
      map("gp: {name: Group}", routes: "none"),
      map(
        "surgery: {name: Group, kind: general-practice}",
        routes: "none")
    )
    let open = try await compare(old, new)
    #expect(open.output.contains("--renamed services/gp=services/surgery"), "\(open.output)")
    let settled = try await compare(old, new, ["--renamed", "services/gp=services/surgery"])
    #expect(settled.output.contains("has a new id: `surgery` (was `gp`)"), "\(settled.output)")
    #expect(!settled.output.contains("is gone"))
    let wrong = try await compare(old, new, ["--renamed", "services/visitor=services/surgery"])
    #expect(wrong.exitCode == 64)
    let none = try await compare(old, new, ["--renamed", "services/gp"])
    #expect(none.exitCode == 64)
  }

  @Test func `settles seats as well`() async throws {
    let (old, new) = (
      map(more: "boards: {b: {name: B, seats: [{id: one, member: Lead, votes: yes}]}}"),
      map(more: "boards: {b: {name: B, seats: [{id: two, member: Chair, votes: no}]}}")
    )
    let run = try await compare(old, new, ["--renamed", "boards/b/seats/one=boards/b/seats/two"])
    #expect(run.exitCode == 1, "\(run.errorOutput)")
    #expect(!run.output.contains("is gone"), "\(run.output)")
  }

  @Test func `says no more than the audience may know`() async throws {
    let wait = "team: {name: Team, wait: 3 weeks}"
    let run = try await compare(
      map("team: {name: Team}"), map(wait), ["--audience", "public", "--format", "json"])
    #expect(run.exitCode == 0, "\(run.output)")
    #expect(!run.output.contains("3 weeks"))
    let all = try await compare(map("team: {name: Team}"), map(wait))
    #expect(all.output.contains("3 weeks"))
  }

  @Test func `is said in the words of the place`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "fingerpost-words: 1\nlanguage: en-GB\nterms: {referral: recommendation}\n",
      to: "ours.words.yaml")
    try folder.write(map(), to: "old.yaml")
    try folder.write(map(routes: "none"), to: "new.yaml")
    let run = try await Program.fingerpost.run(
      ["diff", "old.yaml", "new.yaml", "--words", "ours.words.yaml"] + on, in: folder.path)
    #expect(run.exitCode == 1, "\(run.errorOutput)")
    #expect(run.output.contains("from Visitor to Team (recommendation)"), "\(run.output)")
  }

  @Test func `follows its schema, and its Markdown holds no markup of a map`() async throws {
    let hostile = #"team: {name: "<b>*x*</b> [a](http://b) @me", wait: 3 weeks, owner: none}"#
    let pairs = [
      (map(), map()), (map(), map(routes: "none")), (map(routes: "none"), map()),
      (map(), map(hostile, more: "boards: {b: {name: B, seats: [{represents: midwifery}]}}")),
      (map(hostile), map("other: {name: Other}")),
    ]
    var json: [String] = []
    var markdown: [String] = []
    for (old, new) in pairs {
      json.append(try await compare(old, new, ["--format", "json"]).output)
      markdown.append(try await compare(old, new, ["--format", "markdown"]).output)
    }
    let answer = try await JSONAndMarkdownOracle.answer(
      json: json, schema: "docs/difference-report.schema.json", markdown: markdown)
    #expect(answer.complaints == [])
    #expect(answer.links == [] && answer.html == [])
    #expect(markdown.contains { $0.contains("### Help for families") })
    try expectSnapshot(json[1], named: "diff.json")
    try expectSnapshot(markdown[1], named: "diff.md")
  }

  @Test func `names what cannot be read, and ends with 2`() async throws {
    let run = try await compare(map(), "fingerpost: 1\ntitle: [\n")
    #expect(run.exitCode == 2)
    #expect(run.errorOutput.contains("new.yaml:"))
    let nowhere = try await Program.fingerpost.run(["diff", "a.yaml", "b.yaml"])
    #expect(nowhere.exitCode == 64)
    #expect(nowhere.errorOutput.contains("there is no file or folder `a.yaml`"))
  }

  @Test func `compares the maps of folders by their ids`() async throws {
    let folder = try TemporaryFolder()
    for (place, names) in [("old", ["a", "b"]), ("new", ["b", "c"])] {
      for name in names {
        try folder.write(
          map(more: place == "new" ? "summary: New" : "")
            .replacing("title: Exampleton", with: "title: Map \(name)"),
          to: "\(place)/\(name).yaml")
      }
    }
    let run = try await Program.fingerpost.run(["diff", "old", "new"] + on, in: folder.path)
    #expect(run.exitCode == 1, "\(run.errorOutput)")
    let heads = run.output.split(separator: "\n").filter { $0.hasPrefix("Map ") }
    #expect(heads == ["Map b", "Map c: a new map", "Map a: this map is gone"], "\(run.output)")
  }
}

struct `The picture of a difference` {
  private func draw(_ old: String, _ new: String, _ file: String) async throws -> (
    run: ProgramRun, folder: TemporaryFolder
  ) {
    let folder = try TemporaryFolder()
    try folder.write(old, to: "old.yaml")
    try folder.write(new, to: "new.yaml")
    let run = try await Program.fingerpost.run(
      ["diff", "old.yaml", "new.yaml", "--picture", file] + on, in: folder.path)
    return (run, folder)
  }

  @Test func `is written beside the sentences`() async throws {
    let (run, folder) = try await draw(map(), map(routes: "none"), "changes.svg")
    #expect(run.exitCode == 1, "\(run.errorOutput)")
    #expect(run.errorOutput == "changes.svg: written\n")
    let svg = String(decoding: try folder.contents(of: "changes.svg"), as: UTF8.self)
    #expect(svg.contains("What changed since old.yaml."))
    #expect(svg.contains("<title>Referral from Visitor to Team, gone</title>"))
  }

  @Test func `is not drawn when no service and no route changed`() async throws {
    let (run, folder) = try await draw(map(), map(more: "summary: New"), "changes.svg")
    #expect(run.exitCode == 1)
    #expect(run.errorOutput == "changes.svg: no picture, because no service and no route changed\n")
    #expect(!FileManager.default.fileExists(atPath: folder.path(of: "changes.svg")))
  }

  @Test func `is of one map`() async throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] { try folder.write(map(), to: "maps/\(name).yaml") }
    let run = try await Program.fingerpost.run(
      ["diff", "maps", "maps", "--picture", "changes.svg"] + on, in: folder.path)
    #expect(run.exitCode == 64)
    #expect(run.errorOutput.contains("--picture is of one map, and these are 2; name one map."))
  }

  @Test func `leaves what was there when it cannot be drawn`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(map(), to: "old.yaml")
    try folder.write(map(routes: "none"), to: "new.yaml")
    try folder.write("yesterday", to: "changes.svg")
    let run = try await Program.fingerpost.run(
      ["diff", "old.yaml", "new.yaml", "--picture", "changes.svg"] + on,
      environment: ["GVBINDIR": "/nonexistent"], in: folder.path)
    #expect(run.exitCode == 70)
    #expect(String(decoding: try folder.contents(of: "changes.svg"), as: UTF8.self) == "yesterday")
  }

  @Test func `of many services is an overview and pages, which are linked`() async throws {
    let services = (0..<90).map { "s\($0): {name: Service number \($0)}" }
      .joined(separator: "\n  ")
    let routes = (0..<89).map { "{from: s\($0), to: s\(($0 * 7 + 1) % 90), kind: referral}" }
      .joined(separator: ", ")
    let (run, folder) = try await draw(
      map(services, routes: "[\(routes)]"),
      map(services, routes: "[\(routes), {from: s3, to: s80, kind: transfer}]"), "out.svg")
    #expect(run.exitCode == 1, "\(run.errorOutput)")
    #expect(run.errorOutput.contains("out.svg: one page cannot show this legibly"))
    let overview = String(decoding: try folder.contents(of: "out.svg"), as: UTF8.self)
    #expect(overview.contains("href=\"out-page-1.svg\""))
    #expect(try !folder.contents(of: "out-page-1.svg").isEmpty)
  }
}

struct `The difference of versions in git` {
  /// Three commits, of January, February and March.
  private func repository() async throws -> TestRepository {
    let repository = try await TestRepository()
    try repository.folder.write(map(), to: "Maps/exampleton.yaml")
    try await repository.commit("First", on: "2026-01-10")
    try repository.folder.write(
      map("team: {name: Team, wait: 2 weeks}"), to: "Maps/exampleton.yaml")
    try await repository.commit("Second", on: "2026-02-10")
    try repository.folder.write(
      map("team: {name: Team, wait: 3 weeks}"), to: "Maps/exampleton.yaml")
    try await repository.commit("Third", on: "2026-03-10")
    return repository
  }

  @Test func `compares two commits, and one with the files as they are`() async throws {
    let repository = try await repository()
    try repository.folder.write(
      map("team: {name: Team, wait: 9 weeks}"), to: "Maps/exampleton.yaml")
    let two = try await repository.fingerpost(
      ["diff", "HEAD~1", "HEAD"] + on + ["--", "Maps/exampleton.yaml"])
    #expect(two.exitCode == 1, "\(two.errorOutput)")
    #expect(two.output.hasPrefix("From HEAD~1 (10 February 2026) to HEAD (10 March 2026)\n"))
    #expect(two.output.contains("Wait of “Team”: 2 weeks before, 3 weeks now"))
    for arguments in [["HEAD", "--", "Maps"], ["HEAD", "Maps"], ["HEAD", "./Maps"]] {
      let one = try await repository.fingerpost(["diff"] + on + arguments)
      #expect(one.output.contains("Wait of “Team”: 3 weeks before, 9 weeks now"), "\(arguments)")
    }
    let within = try await repository.fingerpost(
      ["diff", "HEAD~2", "HEAD"] + on + ["--", "exampleton.yaml"], in: "Maps")
    #expect(within.exitCode == 1, "\(within.errorOutput)")
  }

  @Test(arguments: [
    ("2026-02-10", "2026-01-10"), ("2026-02-11", "2026-02-10"), ("2027-01-01", "2026-03-10"),
  ])
  func `since a day is since the last commit before it`(_ day: String, _ found: String) async throws
  {
    let repository = try await repository()
    let run = try await repository.fingerpost(
      ["diff", "--since", day, "Maps", "--format", "json"])
    let year = try #require(run.output.firstMatch(of: /"from": "[0-9a-f]{9} \((.+)\)"/)).output.1
    let days = [
      "2026-01-10": "10 January 2026", "2026-02-10": "10 February 2026",
      "2026-03-10": "10 March 2026",
    ]
    #expect(String(year) == days[found])
  }

  @Test(arguments: [
    (["HEAD", "mian", "--", "Maps"], "did you mean `main`?"),
    (["HEAD~1..HEAD", "--", "Maps"], "with a space between"),
    (["--since=--help", "Maps"], "no commit, branch or tag `--help`"),
    (["--since", "2020-01-01", "Maps"], "its first is of 10 January 2026"),
    (["HEAD~1", "HEAD"], "name the map or the folder after --"),
    (["Maps"], "name two versions"), (["Maps", "HEAD"], "name commits first"),
    (["Maps", "gone.yaml"], "put -- before a path that is gone"),
  ])
  func `explains words that name no versions`(_ words: [String], _ says: String) async throws {
    let run = try await repository().fingerpost(["diff"] + words)
    #expect(run.exitCode == 64)
    #expect(run.errorOutput.contains(says), "\(run.errorOutput)")
    #expect(run.output.isEmpty)
  }

  @Test func `asks about a word that may be a path or a commit`() async throws {
    let repository = try await repository()
    try await repository.git(["branch", "Maps", "HEAD~2"])
    let run = try await repository.fingerpost(["diff", "HEAD", "Maps"])
    #expect(run.exitCode == 64)
    #expect(run.errorOutput.contains("write `./Maps` for the file or folder"))
    let told = try await repository.fingerpost(["diff", "Maps", "HEAD", "--", "Maps"])
    #expect(told.exitCode == 1)
  }

  @Test func `has everything new where the path did not exist then`() async throws {
    let repository = try await repository()
    try repository.folder.write(
      map().replacing("title: Exampleton", with: "title: Other"), to: "Maps/other.yaml")
    try await repository.commit("Another map", on: "2026-04-10")
    let file = try await repository.fingerpost(["diff", "HEAD~1", "--", "Maps/other.yaml"])
    #expect(file.exitCode == 1)
    #expect(file.output.contains("Other: a new map"))
    #expect(file.output.contains("New service: Team") && file.output.contains("New route from"))
    try FileManager.default.removeItem(atPath: repository.folder.path(of: "Maps/other.yaml"))
    let gone = try await repository.fingerpost(["diff", "HEAD", "--", "Maps/other.yaml"])
    #expect(gone.output.contains("Other: this map is gone"), "\(gone.errorOutput)")
    let never = try await repository.fingerpost(["diff", "HEAD", "--", "Maps/never.yaml"])
    #expect(never.exitCode == 2)
  }

  @Test func `names the place in a version by its commit and path, and leaves nothing behind`()
    async throws
  {
    let repository = try await repository()
    let folder = try TemporaryFolder()
    try repository.folder.write("fingerpost: 1\ntitle: [\n", to: "Maps/exampleton.yaml")
    try await repository.commit("Broken", on: "2026-04-10")
    let run = try await repository.fingerpost(
      ["diff", "HEAD~1", "HEAD", "--", "Maps/exampleton.yaml"],
      environment: ["TMPDIR": folder.path])
    #expect(run.exitCode == 2)
    #expect(run.errorOutput.contains("HEAD:Maps/exampleton.yaml:"), "\(run.errorOutput)")
    #expect(!run.errorOutput.contains(folder.path))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    let finding = try await repository.fingerpost(
      ["diff", "HEAD~3", "HEAD~1"] + on + ["--", "Maps"], environment: ["TMPDIR": folder.path])
    #expect(!finding.output.contains(folder.path))
  }

  @Test func `reads a folder of several files, an atlas, and what stands beside a map`()
    async throws
  {
    let repository = try await TestRepository()
    let profile = """
      fingerpost-profile: 1
      title: Ours
      extends: [core]
      settings: [{rule: owner-missing, severity: error, reason: R}]
      """
    try repository.folder.write(profile, to: "atlas/one/ours.profile.yaml")
    for name in ["one", "two"] {
      try repository.folder.write(
        "fingerpost: 1\ntitle: \(name)\nprofiles: [ours]\nservices: {a: {name: A, organisation: o, "
          + "owner: Lead}}\n", to: "atlas/\(name)/map.yaml")
      try repository.folder.write(
        "fingerpost: 1\nboards: {b: {name: Board}}\n", to: "atlas/\(name)/boards.yaml")
    }
    try repository.folder.write(profile, to: "atlas/two/ours.profile.yaml")
    try repository.folder.write(
      "fingerpost: 1\norganisations: {o: {name: Trust, sector: nhs}}\n", to: "atlas/shared.yaml")
    try await repository.commit("First", on: "2026-01-10")
    try repository.folder.write(
      "fingerpost: 1\ntitle: one\nprofiles: [ours]\nservices: {a: {name: A, organisation: o, "
        + "owner: none}}\n", to: "atlas/one/map.yaml")
    try repository.folder.write(
      "fingerpost: 1\nboards: {b: {name: New name}}\n", to: "atlas/two/boards.yaml")
    let run = try await repository.fingerpost(["diff", "HEAD"] + on + ["--", "atlas"])
    #expect(run.exitCode == 1, "\(run.errorOutput)")
    #expect(run.output.contains("New error: Nobody keeps the entry of “A” true"), "\(run.output)")
    #expect(run.output.contains("is now called “New name”"))
    #expect(!run.output.contains("Trust"), "what is shared did not change: \(run.output)")
  }

  @Test func `follows no link out of the repository`() async throws {
    let repository = try await repository()
    let secret = try repository.folder.write(
      map("secret: {name: Hidden}"), to: "../secret-\(UUID()).yaml")
    defer { try? FileManager.default.removeItem(atPath: secret) }
    try FileManager.default.createSymbolicLink(
      atPath: repository.folder.path(of: "Maps/link.yaml"), withDestinationPath: secret)
    try await repository.commit("Link", on: "2026-04-10")
    let run = try await repository.fingerpost(["diff", "HEAD~1", "HEAD", "--", "Maps"])
    #expect(!run.output.contains("Hidden"), "\(run.output)")
  }

  @Test func `works where hooks and drivers have set git's variables`() async throws {
    let repository = try await repository()
    let other = try await TestRepository()
    let run = try await repository.fingerpost(
      ["diff", "HEAD~1", "HEAD", "--", "Maps"],
      environment: [
        "GIT_DIR": other.folder.path(of: ".git"), "GIT_INDEX_FILE": "/nonexistent",
        "GIT_EXTERNAL_DIFF": "false", "GIT_PAGER": "false", "GIT_TRACE": "1",
      ])
    #expect(run.exitCode == 1, "\(run.errorOutput)")
    #expect(run.output.contains("2 weeks before, 3 weeks now"))
  }

  @Test func `can stop a commit`() async throws {
    let repository = try await repository()
    // Written by another process: a program that this one holds open cannot be run.
    let hook = "#!/bin/sh\n'\(Program.fingerpost.path)' diff HEAD -- Maps >told.txt\n"
    let written = try await Program(path: "/bin/sh").run(
      ["-c", "cat >.git/hooks/pre-commit && chmod +x .git/hooks/pre-commit"],
      input: Array(hook.utf8), in: repository.folder.path)
    #expect(written.exitCode == 0, "\(written.errorOutput)")
    try repository.folder.write(
      map("team: {name: Team, wait: 9 weeks}"), to: "Maps/exampleton.yaml")
    await #expect(throws: TestRepository.Failure.self) {
      try await repository.git(["commit", "--all", "--message", "Fourth"])
    }
    let told = String(decoding: try repository.folder.contents(of: "told.txt"), as: UTF8.self)
    #expect(told.contains("3 weeks before, 9 weeks now"), "\(told)")
  }

  @Test func `says what is missing without git, and outside of a repository`() async throws {
    let repository = try await repository()
    let without = try await repository.fingerpost(
      ["diff", "HEAD", "--", "Maps"], environment: ["PATH": "/nonexistent"])
    #expect(without.exitCode == 2)
    #expect(without.errorOutput.contains("there is no `git` program"), "\(without.errorOutput)")
    let folder = try TemporaryFolder()
    try folder.write(map(), to: "map.yaml")
    let outside = try await Program.fingerpost.run(
      ["diff", "HEAD", "--", "map.yaml"],
      environment: ["GIT_CEILING_DIRECTORIES": folder.path], in: folder.path)
    #expect(outside.exitCode == 2)
    #expect(outside.errorOutput.contains("no folder that is kept with git"))
  }

  @Test func `is shown by git diff, for changed, new, gone and renamed files`() async throws {
    let repository = try await repository()
    try await repository.git(
      ["config", "diff.fingerpost.command", "'\(Program.fingerpost.path)' diff --driver --"])
    try repository.folder.write("Maps/*.yaml diff=fingerpost\n", to: ".gitattributes")
    let changed = try await repository.git(["diff", "HEAD~1", "HEAD"])
    #expect(changed.contains("Wait of “Team”: 2 weeks before, 3 weeks now"), "\(changed)")
    #expect(!changed.contains("@@"))

    try await repository.git(["mv", "Maps/exampleton.yaml", "Maps/renamed.yaml"])
    try repository.folder.write(map("team: {name: Team, wait: 9 weeks}"), to: "Maps/renamed.yaml")
    try repository.folder.write("fingerpost: 1\nboards: none\n", to: "Maps/part.yaml")
    try await repository.git(["add", "."])
    let renamed = try await repository.git(["diff", "--find-renames=20%", "HEAD", "--", "Maps"])
    #expect(renamed.contains("3 weeks before, 9 weeks now"), "\(renamed)")
    #expect(renamed.contains("Maps/part.yaml: not compared"), "\(renamed)")
    let both = try await repository.git(["diff", "--no-renames", "HEAD", "--", "Maps"])
    #expect(both.contains("this map is gone") && both.contains("a new map"), "\(both)")
  }

  @Test func `since a commit or a day is told by the board pack`() async throws {
    let repository = try await repository()
    for since in ["HEAD~1", "2026-03-01"] {
      let run = try await repository.fingerpost(
        ["report", "Maps/exampleton.yaml", "--since", since, "--for", "board"] + on)
      #expect(run.exitCode == 0, "\(run.errorOutput)")
      let text = String(
        decoding: try repository.folder.contents(of: "exampleton-report-board.html"),
        as: UTF8.self)
      #expect(text.contains("2 weeks before, 3 weeks now"), "\(since)")
    }
    let lost = try await repository.fingerpost(
      ["report", "Maps/exampleton.yaml", "--since", "nowhere"])
    #expect(lost.exitCode == 64)
  }
}
