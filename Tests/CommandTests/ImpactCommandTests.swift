import FingerpostTestSupport
import Foundation
import Testing

private let on = ["--on", "2026-11-21"]

struct `What help depends on` {
  private func ask(_ arguments: [String]) async throws -> ProgramRun {
    try await Program.fingerpost.run(["impact"] + arguments + on)
  }

  @Test func `is listed with single points of failure first`() async throws {
    let run = try await ask([PackageRoot.path(of: "Examples/brackenshire")])
    #expect(run.exitCode == 0 && run.errorOutput.isEmpty)
    try expectSnapshot(run.output, named: "impact-brackenshire.txt")
  }

  @Test func `is told of each map of an atlas`() async throws {
    let run = try await ask([PackageRoot.path(of: "Examples/atlas")])
    #expect(run.exitCode == 0)
    try expectSnapshot(run.output, named: "impact-atlas.txt")
  }

  @Test func `is cut where somebody asks for the first ones`() async throws {
    let map = PackageRoot.path(of: "Examples/brackenshire")
    let run = try await ask([map, "--top", "2"])
    #expect(run.output.contains("4 more, with less to lose (`--top`)"), "\(run.output)")
    #expect(!run.output.contains("Ferncombe family hub"))
    let all = try await ask([map, "--top", "2", "--format", "json"])
    #expect(all.output.contains("\"ferncombe-family-hub\""))
    let none = try await ask([map, "--top", "0"])
    #expect(none.exitCode == 64 && none.errorOutput.contains("--top is a number from 1 on."))
  }

  @Test func `cannot be asked of a map that does not say what it must cover`() async throws {
    let leeds = PackageRoot.path(of: "Maps/leeds.yaml")
    let run = try await ask([leeds])
    let coverage = try await Program.fingerpost.run(["coverage", leeds] + on)
    #expect(run.exitCode == coverage.exitCode && run.output.isEmpty)
    #expect(run.errorOutput == coverage.errorOutput)
    #expect(run.errorOutput.contains("`scope: needs`"))
  }

  @Test func `names what cannot be read`() async throws {
    let folder = try TemporaryFolder()
    let run = try await ask([try folder.write("fingerpost: 1\ntitle: [\n", to: "map.yaml")])
    #expect(run.exitCode == 2 && run.output.isEmpty)
    #expect(run.errorOutput.contains("map.yaml"))
  }

  @Test func `follows its schema, and its Markdown holds no markup of a map`() async throws {
    let folder = try TemporaryFolder()
    let hostile = """
      fingerpost: 1
      title: "<b>T</b> [a](http://b)"
      scope: {needs: [bond], ages: {from: conception, to: 2 years}, areas: [town]}
      needs: {bond: "<i>*x*</i> @me"}
      areas: {town: "Town | [a](http://b)"}
      services:
        a: {name: "<b>*x*</b> | [a](http://b)", entry: open, excludes: none, serves: none, ages: {from: conception, to: no limit}, areas: [town]}
        b: {name: "`B`", entry: by-referral, excludes: none, serves: [bond], ages: {from: conception, to: no limit}, areas: [town]}
      routes: [{from: a, to: b, kind: referral}]
      """
    let maps = [
      try folder.write(hostile, to: "map.yaml"), PackageRoot.path(of: "Examples/brackenshire"),
      PackageRoot.path(of: "Examples/atlas"),
    ]
    let json = try await ask(maps + ["--format", "json"])
    let markdown = try await ask(maps + ["--format", "markdown"])
    let answer = try await JSONAndMarkdownOracle.answer(
      json: [json.output], schema: "docs/impact-report.schema.json", markdown: [markdown.output])
    #expect(answer.complaints == [])
    #expect(answer.links == [] && answer.html == [])
    #expect(markdown.output.contains("| Service | Help lost without it | Longer ways |"))
  }
}
