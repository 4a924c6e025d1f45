import FingerpostTestSupport
import Foundation
import Testing

/// The profile that the page about profiles shows.
private func shownProfile() throws -> String {
  let page = try String(contentsOfFile: PackageRoot.path(of: "docs/profiles.md"), encoding: .utf8)
  let block = try #require(page.firstMatch(of: /(?s)```yaml\n(.*?)```/))
  return String(block.output.1)
}

struct `A profile of a locality's own` {
  private let folder: TemporaryFolder
  private let map: String

  init() throws {
    folder = try TemporaryFolder()
    let county = try String(
      contentsOfFile: PackageRoot.path(of: "Examples/brackenshire/brackenshire.yaml"),
      encoding: .utf8)
    map = try folder.write(
      county.replacing(/(?m)^profiles:.*$/, with: "profiles: [our-county]"), to: "county.yaml")
  }

  @Test func `is found beside the map, adds to what it builds on, and changes what matters`()
    async throws
  {
    _ = try folder.write(shownProfile(), to: "our-county.profile.yaml")
    let run = try await Program.fingerpost.run(["check", map, "--on", "2026-11-01"])
    #expect(run.exitCode == 1)
    #expect(run.output.contains("“The standard of our county”"))
    #expect(run.output.contains("no seat for “Housing”"))
    // Entries may be six months old there, so the county's exception accepts nothing any more.
    #expect(run.output.contains("[exception-unused]"))
    #expect(!run.output.contains("warning:"), "\(run.output)")
  }

  @Test func `is explained from its file`() async throws {
    let file = try folder.write(shownProfile(), to: "our-county.profile.yaml")
    let run = try await Program.fingerpost.run(["profiles", "explain", file])
    #expect(run.exitCode == 0)
    for says in [
      "The standard of our county", "parent-infant-2019", "housing", "within 6 months",
      "licence-expiry for services/parent-infant-team: not asked.",
    ] { #expect(run.output.contains(says), "\(says)") }
  }

  @Test(arguments: [
    ("settings: [{rule: licence-expiri, severity: note, reason: R}]", "`licence-expiry`"),
    ("functions: [midwifry]", "`midwifery`"), ("limits: [3]", "our-county.profile.yaml:3:"),
  ])
  func `with a fault ends the check, and says where and what`(
    _ fault: String, _ says: String
  ) async throws {
    _ = try folder.write(
      "fingerpost-profile: 1\ntitle: T\n\(fault)\n", to: "our-county.profile.yaml")
    let run = try await Program.fingerpost.run(["check", map, "--on", "2026-11-01"])
    #expect(run.exitCode == 2)
    #expect(run.output.contains("our-county.profile.yaml:3:"), "\(run.output)")
    #expect(run.output.contains(says), "\(run.output)")
  }

  @Test func `and another that build on each other are told, once`() async throws {
    for (name, other) in [("our-county", "our-region"), ("our-region", "our-county")] {
      try folder.write(
        "fingerpost-profile: 1\ntitle: T\nextends: [\(other)]\n", to: "\(name).profile.yaml")
    }
    let run = try await Program.fingerpost.run(["check", map, "--on", "2026-11-01"])
    #expect(run.exitCode == 1)
    let says = "in a circle: `our-county` → `our-region` → `our-county`"
    #expect(run.output.matches(of: try Regex(says.replacing("`", with: "."))).count == 1)
  }

  @Test func `with a setting for an element that the map does not hold is told of it`()
    async throws
  {
    try folder.write(
      """
      fingerpost-profile: 1
      title: T
      settings:
        - {rule: licence-expiry, element: services/midwifry, severity: off, reason: R}

      """, to: "our-county.profile.yaml")
    let run = try await Program.fingerpost.run(["check", map, "--on", "2026-11-01"])
    #expect(run.exitCode == 0, "\(run.output)")
    #expect(run.output.contains("our-county.profile.yaml:4:5: warning:"), "\(run.output)")
    #expect(run.output.contains("did you mean `services/midwifery`?"))
  }

  @Test func `that is not there is an error of the map, with what to do`() async throws {
    let run = try await Program.fingerpost.run(["check", map, "--on", "2026-11-01"])
    #expect(run.exitCode == 1)
    #expect(run.output.contains("there is no profile `our-county`"))
    #expect(run.output.contains("`our-county.profile.yaml`"))
  }
}

struct `The commands about rules and profiles` {
  @Test func `list every rule and explain each, with both examples`() async throws {
    let list = try await Program.fingerpost.run(["rules"])
    #expect(list.exitCode == 0)
    let names = list.output.matches(of: #/(?m)^  ([a-z0-9-]+)  /#).map { String($0.output.1) }
    #expect(names.count > 100)
    let explained = try await Program.fingerpost.run(["rules", "explain", names[0]])
    #expect(explained.exitCode == 0)
    for heading in ["On whose word", "A map that passes", "A map that fails", "How to mend it"] {
      #expect(explained.output.contains(heading))
    }
  }

  @Test(arguments: [
    ("parent-infant-2109", "did you mean `parent-infant-2019`?"),
    ("nope", "`fingerpost profiles` lists"),
  ])
  func `guess what a mistyped profile was meant to be`(_ name: String, _ says: String)
    async throws
  {
    let run = try await Program.fingerpost.run(["profiles", "explain", name])
    #expect(run.exitCode == 64)
    #expect(run.errorOutput.contains(says), "\(run.errorOutput)")
  }

  @Test func `guess what a mistyped rule was meant to be`() async throws {
    let run = try await Program.fingerpost.run(["rules", "explain", "dead-and"])
    #expect(run.exitCode == 64)
    #expect(run.errorOutput.contains("did you mean `dead-end`?"))
  }
}
