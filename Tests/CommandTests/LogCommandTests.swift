import FingerpostTestSupport
import Foundation
import Testing

private func map(
  _ wait: String, member: String = "Lead", team: String = "team", more: String = ""
) -> String {
  """
  fingerpost: 1
  title: Exampleton
  services:
    visitor: {name: Visitor, owner: Head of visiting, assured: 2026-11-01}
    \(team): {name: Team, kind: crisis-service, wait: \(wait), owner: Team lead, assured: 2026-02-01}
    \(more)
  routes: [{from: visitor, to: \(team), kind: referral}]
  boards: {b: {name: Board, seats: [{represents: midwifery, member: \(member)}]}}

  """
}

struct `The log of a map` {
  private struct Log: Decodable {
    struct Entry: Decodable {
      var element: String
      var state: String
      var subject: String?
      var author: String?
      var assured: String?
    }
    var entries: [Entry]
    var unreadable: [String]

    /// Which commit changed each element last.
    var subjects: [String: String] {
      Dictionary(
        entries.map { ($0.element, $0.subject ?? $0.state) },
        uniquingKeysWith: { first, _ in first }
      )
    }
  }

  private let seat = "boards/b/seats/midwifery"
  private let route = "routes/visitor-to-team-referral"

  private func log(
    _ repository: TestRepository, _ path: String, _ arguments: [String] = []
  ) async throws -> Log {
    let run = try await repository.fingerpost(["log", path, "--format", "json"] + arguments)
    try #require(run.exitCode == 0, "\(run.errorOutput)")
    return try JSONDecoder().decode(Log.self, from: Data(run.outputBytes))
  }

  @Test func `names the last commit that changed what an element states`() async throws {
    let repository = try await TestRepository()
    try repository.folder.write(map("1 week"), to: "map.yaml")
    try await repository.commit("First", on: "2026-01-10")
    try repository.folder.write(map("2 weeks"), to: "map.yaml")
    try await repository.commit("Wait", on: "2026-02-10")
    try repository.folder.write("# Comment\n" + map("2 weeks"), to: "map.yaml")
    try await repository.commit("Comment", on: "2026-03-10")
    try repository.folder.write("# Comment\n" + map("2 weeks", member: "Chair"), to: "map.yaml")
    let log = try await log(repository, "map.yaml")
    #expect(
      log.subjects == [
        "services/visitor": "First", "services/team": "Wait", route: "First",
        seat: "not-committed",
      ])
    let text = try await repository.fingerpost(
      ["log", "map.yaml", "--on", "2026-11-21"])
    let words = text.output.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("Visitor: last changed on 10 January 2026 by Jane Doe: “First”"))
    #expect(words.contains("last confirmed on 1 November 2026"), "\(words)")
    #expect(words.contains("1 service is due for review"), "\(words)")
    let others = try await repository.fingerpost(["log", "map.yaml", "--audience", "commissioner"])
    #expect(!others.output.contains("Jane Doe") && others.output.contains("“First”"))
  }

  @Test func `follows a file to its earlier name, and an element to its earlier id`() async throws {
    let repository = try await TestRepository()
    try repository.folder.write(map("1 week"), to: "old.yaml")
    try await repository.commit("First", on: "2026-01-10")
    try await repository.git(["mv", "old.yaml", "new.yaml"])
    try await repository.commit("Another name", on: "2026-02-10")
    try repository.folder.write(map("1 week", team: "crew"), to: "new.yaml")
    try await repository.commit("Another id", on: "2026-03-10")
    #expect(
      try await log(repository, "new.yaml").subjects == [
        "services/visitor": "First", "services/crew": "Another id",
        "routes/visitor-to-crew-referral": "First", seat: "First",
      ])
  }

  @Test func `leaves out a version that cannot be read, and says so`() async throws {
    let repository = try await TestRepository()
    try repository.folder.write(map("1 week"), to: "map.yaml")
    try await repository.commit("First", on: "2026-01-10")
    try repository.folder.write("title: [\n", to: "map.yaml")
    let broken = try await repository.commit("Broken", on: "2026-02-10")
    try repository.folder.write(map("2 weeks"), to: "map.yaml")
    try await repository.commit("Mended", on: "2026-03-10")
    let log = try await log(repository, "map.yaml")
    #expect(log.subjects["services/team"] == "Mended")
    #expect(log.subjects["services/visitor"] == "First")
    #expect(log.unreadable == [broken])
  }

  @Test func `credits a branch, and not the merge that took it over`() async throws {
    let repository = try await TestRepository()
    try repository.folder.write(map("1 week"), to: "Maps/map.yaml")
    try repository.folder.write("fingerpost: 1\nprogrammes: none\n", to: "Maps/more.yaml")
    try await repository.commit("First", on: "2026-01-10")
    try await repository.git(["checkout", "--quiet", "-b", "branch"])
    try repository.folder.write(map("2 weeks"), to: "Maps/map.yaml")
    try await repository.commit("On the branch", on: "2026-02-10")
    try await repository.git(["checkout", "--quiet", "main"])
    try repository.folder.write(
      "fingerpost: 1\nprogrammes: {p: {name: P}}\n", to: "Maps/more.yaml")
    try await repository.commit("On main", on: "2026-02-11")
    try await repository.git(["merge", "--quiet", "--no-ff", "-m", "Merge", "branch"])
    for path in ["Maps", "Maps/map.yaml"] {
      let log = try await log(repository, path)
      #expect(log.subjects["services/team"] == "On the branch", "\(path)")
      #expect(log.subjects["services/visitor"] == "First", "\(path)")
    }
  }

  @Test func `of a map that was never committed says so`() async throws {
    let repository = try await TestRepository()
    try repository.folder.write(map("1 week"), to: "map.yaml")
    #expect(Set(try await log(repository, "map.yaml").subjects.values) == ["not-committed"])
  }

  @Test func `lists what is due for review as letters to those who keep it`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      map("1 week", more: "clinic: {name: Clinic}\n  group: {name: Group, owner: Team lead}"),
      to: "map.yaml")
    let run = try await Program.fingerpost.run(
      ["log", "map.yaml", "--due", "--on", "2026-11-21"],
      environment: ["PATH": "/nonexistent"], in: folder.path)
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    try expectSnapshot(run.output, named: "log-due.txt")
    let none = try await Program.fingerpost.run(
      ["log", "map.yaml", "--due", "--format", "json"], in: folder.path)
    #expect(none.exitCode == 64)
  }

  @Test func `is not had outside of a repository`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(map("1 week"), to: "map.yaml")
    let run = try await Program.fingerpost.run(
      ["log", "map.yaml"], environment: ["GIT_CEILING_DIRECTORIES": folder.path], in: folder.path)
    #expect(run.exitCode == 2)
    let atlas = try await Program.fingerpost.run(["log", PackageRoot.path(of: "Examples/atlas")])
    #expect(atlas.exitCode == 2 && atlas.errorOutput.contains("several maps"))
  }
}
