import FingerpostTestSupport
import Foundation
import Testing

struct `Drawing pathways and gaps` {
  private static let map = """
    fingerpost: 1
    title: Exampleton
    as-of: 2026-11-01
    invented: yes
    scope: {needs: [bond], ages: {from: birth, to: 2 years}, areas: [north, south]}
    needs: {bond: The bond with the baby}
    areas: {north: North End, south: South End}
    services:
      visiting:
        name: Health visiting
        entry: open
        serves: none
        ages: {from: birth, to: 5 years}
        areas: [north, south]
      team:
        name: Parent-infant team
        entry: by-referral
        serves: [bond]
        ages: {from: birth, to: 2 years}
        areas: [north]
    routes:
      - {from: visiting, to: team, kind: referral}
    boards:
      steering:
        name: Steering group
        seats: [{represents: [midwifery], member: none}, {represents: [camhs], member: Manager}]

    """

  private func draw(_ arguments: [String]) async throws -> (
    run: ProgramRun, files: [String: String]
  ) {
    let folder = try TemporaryFolder()
    let map = try folder.write(Self.map, to: "exampleton.yaml")
    let out = folder.path(of: "out")
    let run = try await Program.fingerpost.run(
      ["draw", map, "--output", out, "--format", "text"] + arguments)
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: out + "/exampleton")) ?? [])
      .filter { !$0.hasPrefix(".") }
    let files = try names.map { name in
      (name, try String(contentsOfFile: "\(out)/exampleton/\(name)", encoding: .utf8))
    }
    return (run, Dictionary(uniqueKeysWithValues: files))
  }

  @Test func `answers for one family on one page`() async throws {
    let (run, files) = try await draw(
      ["--need", "bond", "--age", "9 months", "--area", "north"])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    #expect(Array(files.keys) == ["pathway.md"])
    #expect(files["pathway.md"]?.contains("Health visiting → Parent-infant team") == true)
  }

  @Test func `answers for each need with the gaps first`() async throws {
    let (run, files) = try await draw(["--view", "pathway"])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    #expect(files.keys.sorted() == ["pathway-bond-2.md", "pathway-bond.md"])
    #expect(files["pathway-bond.md"]?.contains("birth to 2 years in South End") == true)
  }

  @Test func `draws what rules and coverage find missing`() async throws {
    let (run, files) = try await draw(["--view", "gaps"])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    let text = try #require(files["gaps.md"])
    #expect(text.contains("Gap 1: The bond with the baby: birth to 2 years in South End."))
    #expect(text.contains("Gap 2: The seat for “Midwifery” on “Steering group” is empty."))
    #expect(!text.contains("Gap 3"))
  }

  @Test(arguments: [
    (["--need", "bon", "--age", "birth", "--area", "north"], "did you mean `bond`?"),
    (["--need", "bond", "--age", "birth", "--area", "nort"], "did you mean `north`?"),
    (["--need", "bond", "--age", "birth"], "say where the family lives with --area"),
    (["--need", "bond", "--age", "no limit", "--area", "north"], "no child can be of the age"),
    (["--need", "bond"], "--need and --age together"),
    (["--area", "north"], "--need and --age together"),
  ])
  func `says what is wrong with a question`(_ arguments: [String], _ words: String) async throws {
    let (run, files) = try await draw(arguments)
    #expect(run.exitCode == 64 && files.isEmpty)
    #expect(run.errorOutput.contains(words), "\(run.errorOutput)")
  }
}
