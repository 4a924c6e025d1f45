import FingerpostTestSupport
import Foundation
import Testing

/// What a team copies into its own repository of maps, used as the team would.
struct `The repository of a team` {

  // MARK: - The build server

  /// The build server, which runs what the steps of the workflow type, one after another.
  private final class BuildServer {
    /// A step of a job on the build server.
    struct Step: Decodable {
      var name: String
      var run: String?
      var uses: String?
      var `if`: String?
      var env: [String: String]?
    }

    static func steps() async throws -> [Step] {
      let workflow = PackageRoot.path(of: "Examples/team-repository/.github/workflows/maps.yml")
      let read = try await Program.python.run([
        "-c",
        "import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1]))['jobs']['maps']['steps']))",
        workflow,
      ])
      try #require(read.exitCode == 0, "\(read.errorOutput)")
      return try JSONDecoder().decode([Step].self, from: Data(read.outputBytes))
    }

    let team: TeamRepository
    var environment: [String: String?]
    /// What the server knows of conditions and values; Fingerpost was built before.
    let values: [String: String]
    static let conditions = [
      "steps.built.outputs.cache-hit != 'true'": false,
      "${{ !cancelled() }}": true,
      "${{ !cancelled() && vars.FINGERPOST_CODE_SCANNING == 'yes' }}": true,
      "${{ !cancelled() && github.event_name == 'pull_request' }}": true,
    ]
    /// Steps that would change the machine.
    static let apart = ["Install what Fingerpost needs"]

    init(_ team: TeamRepository, base: String) throws {
      self.team = team
      let folder = team.repository.folder
      values = ["${{ github.event.pull_request.base.sha }}": base]
      environment = [
        "GITHUB_WORKSPACE": folder.path, "GITHUB_PATH": team.outside.path(of: "path"),
        "GITHUB_STEP_SUMMARY": team.outside.path(of: "summary"), "GITHUB_ACTIONS": "true",
        "GIT_CONFIG_GLOBAL": team.outside.path(of: "settings"),
        "FINGERPOST_REPOSITORY": "owner/fingerpost", "FINGERPOST_COMMIT": "0123456",
        "FINGERPOST_CACHE": team.outside.path(of: "cache"),
      ]
      // Where the cache of the server puts it.
      let programs = folder.path(of: ".fingerpost/bin")
      try FileManager.default.createDirectory(
        atPath: programs, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: "\(programs)/fingerpost", withDestinationPath: Program.fingerpost.path)
    }

    /// Runs every step.
    ///
    /// - Returns: How each ended, by its name.
    func run() async throws -> [String: ProgramRun] {
      var runs: [String: ProgramRun] = [:]
      for step in try await Self.steps() where !Self.apart.contains(step.name) {
        var holds = true
        if let condition = step.if {
          guard let known = Self.conditions[condition] else {
            Issue.record("\(step.name): nobody knows whether \(condition)")
            continue
          }
          holds = known
        }
        guard holds, let script = step.run else {
          #expect(step.uses != nil || !holds, "\(step.name)")
          continue
        }
        var variables = TestRepository.environment.merging(environment) { $1 }
        for (name, value) in step.env ?? [:] {
          let known: String? = values[value]
          let meant: String = try #require(known, "\(value)")
          variables[name] = meant
        }
        let added = (try? team.outside.contents(of: "path")) ?? []
        let paths = String(decoding: added, as: UTF8.self).split(separator: "\n").reversed()
        variables["PATH"] = (paths.map(String.init) + [team.systemPath]).joined(separator: ":")
        // As the server runs `shell: bash`.
        runs[step.name] = try await Program(path: "bash").run(
          ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], environment: variables,
          in: team.repository.folder.path)
      }
      return runs
    }
  }

  @Test func `is checked and drawn by the build server, which says what changed`() async throws {
    let team = try await TeamRepository()
    let base = try await team.repository.git(["rev-parse", "HEAD"]).trimmingCharacters(
      in: .newlines)
    try team.edit("name: Stay and play", to: "name: Rhyme time")
    try await team.repository.commit("Another name", on: "2026-11-20")
    let server = try BuildServer(team, base: base)
    let runs = try await server.run()
    #expect(runs.count == 8, "\(runs.keys.sorted())")
    for (name, run) in runs {
      #expect(run.exitCode == 0, "\(name): \(run.output)\(run.errorOutput)")
    }
    #expect(runs["Check the maps"]?.output.contains("::warning file=Maps/exampleton.yaml,") == true)
    // The name changed, and no place.
    #expect(runs["Draw"]?.output.contains("::notice::") == false)

    let changes = try team.text("changes.md")
    #expect(changes.contains("Rhyme time"))
    #expect(try String(decoding: team.outside.contents(of: "summary"), as: UTF8.self) == changes)
    #expect(try team.text("comment.md") == "<!-- fingerpost: what changed -->\n" + changes)
    #expect(try team.text("findings.sarif").contains("\"2.1.0\""))
    #expect(try team.text("Pictures/exampleton/system.svg").contains("Rhyme time"))
    #expect(try team.text("Papers/exampleton-report.html").hasSuffix("</html>\n"))
    // Nothing that was made would be committed.
    #expect(try await team.repository.git(["status", "--porcelain"]) == "")
  }

  @Test func `is held up by the build server when a map has an error`() async throws {
    let team = try await TeamRepository()
    try team.edit("to: stay-and-play, kind", to: "to: nowhere, kind")
    try await team.repository.commit("A route to nowhere", on: "2026-11-20")
    let runs = try await BuildServer(team, base: "HEAD~1").run()
    let check = try #require(runs["Check the maps"])
    #expect(check.exitCode == 1)
    #expect(check.output.contains("::error file=Maps/exampleton.yaml,line="), "\(check.output)")
    #expect(try team.text("changes.md").contains("nowhere"))
  }

  @Test func `is not checked by a build server that was not set up`() async throws {
    let team = try await TeamRepository()
    let server = try BuildServer(team, base: "HEAD")
    server.environment["FINGERPOST_COMMIT"] = ""
    let run = try #require(try await server.run()["Look for the settings"])
    #expect(run.exitCode == 1 && run.output.contains("::error::"))
  }

  @Test func `has Fingerpost built by a target that its Makefile has`() async throws {
    let build = try #require(
      try await BuildServer.steps().first { $0.name == "Build Fingerpost" }?.run)
    let words = build.split(separator: " ")
    try #require(words.first == "make" && words.contains("install"))
    let run = try await Program(path: "make").run(["--dry-run", "install", "PREFIX=/nowhere"])
    #expect(run.exitCode == 0 && run.output.contains("install-program.sh \"/nowhere\""))
  }

  // MARK: - The hook

  @Test func `takes a good change, and refuses a bad one with its place`() async throws {
    let team = try await TeamRepository()
    try await team.repository.git(["config", "core.hooksPath", "hooks"])
    let commit = ["commit", "--quiet", "--all", "--message", "Change"]
    func head() async throws -> String { try await team.repository.git(["rev-parse", "HEAD"]) }
    let first = try await head()

    try team.edit("name: Stay and play", to: "name: Rhyme time")
    try await team.repository.git(commit, environment: team.path)
    let second = try await head()
    #expect(second != first)

    try team.edit("to: stay-and-play, kind", to: "to: nowhere, kind")
    let bad = try await TestRepository.git.run(
      commit, environment: TestRepository.environment.merging(team.path) { $1 },
      in: team.repository.folder.path)
    #expect(bad.exitCode == 1)
    #expect(bad.errorOutput.contains(#/Maps/exampleton\.yaml:\d+:\d+: error: /#))
    #expect(bad.errorOutput.contains("git commit --no-verify"))
    #expect(try await head() == second)

    // What the editor holds does not count, and what is no map is not checked.
    try team.repository.folder.write("A note.\n", to: "notes.txt")
    try await team.repository.git(["add", "notes.txt"])
    try await team.repository.git(
      ["commit", "--quiet", "--message", "Note"], environment: team.path)
    #expect(try await head() != second)
    try await team.repository.git(commit + ["--no-verify"], environment: team.path)
    #expect(try await team.repository.git(["status", "--porcelain"]) == "")
  }

  @Test func `takes a change unchecked where there is no Fingerpost, and says so`() async throws {
    let team = try await TeamRepository()
    try await team.repository.git(["config", "core.hooksPath", "hooks"])
    try team.edit("to: stay-and-play, kind", to: "to: nowhere, kind")
    let run = try await TestRepository.git.run(
      ["commit", "--quiet", "--all", "--message", "Change"],
      environment: TestRepository.environment.merging(["PATH": team.systemPath]) { $1 },
      in: team.repository.folder.path)
    #expect(run.exitCode == 0)
    #expect(run.errorOutput.contains("committed without a check"))
  }

  // MARK: - Make, and git

  @Test func `is checked, drawn and written up by make`() async throws {
    let team = try await TeamRepository()
    let help = try await team.make("maps-help")
    let targets = help.output.split(separator: "\n").compactMap {
      $0.split(separator: " ").dropFirst().first
    }
    #expect(
      targets == [
        "maps-help", "maps-check", "maps-draw", "maps-report", "maps-watch", "maps-diff",
      ])
    let readme = try team.text("README.md")
    for match in readme.matches(of: /make (maps-[a-z]+)/) {
      #expect(targets.contains(match.output.1), "\(match.output.0)")
    }

    try await #expect(team.make("maps-check").output.contains("sound, with "))
    let draw = try await team.make("maps-draw")
    #expect(draw.exitCode == 0 && draw.errorOutput == "", "\(draw.errorOutput)")
    try await #expect(team.make("maps-report").exitCode == 0)
    #expect(try team.text("Papers/exampleton-report.html").hasSuffix("</html>\n"))
    // The layout that comes with the map is that of its pictures.
    #expect(try await team.repository.git(["status", "--porcelain"]) == "")
    let same = try await team.make("maps-diff")
    #expect(same.exitCode == 0 && same.output.contains("nothing changed"))

    try team.edit("to: stay-and-play, kind", to: "to: nowhere, kind")
    try await #expect(team.make("maps-diff").output.contains("nowhere"))
    let check = try await team.make("maps-check")
    #expect(check.exitCode == 2, "what make makes of an error")
    #expect(check.output.contains(": error: "))
  }

  @Test func `is watched by make until Control-C`() async throws {
    let team = try await TeamRepository()
    let watch = Watch(
      program: try Program(path: "make").start(
        ["--no-print-directory", "maps-watch"], environment: team.path,
        in: team.repository.folder.path))
    _ = try await watch.line { $0.contains("Control-C stops it") }
    try team.edit("name: Stay and play", to: "name: Rhyme time")
    _ = try await watch.line { $0.contains(" exampleton.yaml: ") }
    #expect(try team.text("Pictures/exampleton/system.svg").contains("Rhyme time"))
    // As a terminal does, to all of them.
    kill(-watch.program.identifier, SIGINT)
    _ = try await watch.program.end()
  }

  @Test func `is shown by git in sentences`() async throws {
    let team = try await TeamRepository()
    let lines = try team.text("README.md").split(separator: "\n")
    let settings = lines.filter { $0.hasPrefix("git config ") }
    #expect(settings.count == 2)
    for line in settings {
      let run = try await Program(path: "/bin/sh").run(
        ["-c", String(line)], environment: TestRepository.environment,
        in: team.repository.folder.path)
      #expect(run.exitCode == 0)
    }
    try team.edit("name: Stay and play", to: "name: Rhyme time")
    let shown = try await team.repository.git(["diff"], environment: team.path)
    #expect(shown.contains("Rhyme time") && !shown.contains("@@"), "\(shown)")
  }
}

/// A copy of what a team begins with, committed, and the folder of the program on the path.
private struct TeamRepository {
  let repository: TestRepository
  /// For what must not lie in the repository.
  let outside: TemporaryFolder

  init() async throws {
    repository = try await TestRepository()
    outside = try TemporaryFolder()
    let source = PackageRoot.path(of: "Examples/team-repository")
    for name in try FileManager.default.contentsOfDirectory(atPath: source) {
      // What somebody made there is not a part of it.
      if ["Pictures", "Papers"].contains(name) { continue }
      try FileManager.default.copyItem(
        atPath: "\(source)/\(name)", toPath: repository.folder.path(of: name))
    }
    try await repository.commit("Begin", on: "2026-11-10")
  }

  /// Where programs are, without any Fingerpost that is installed on this machine.
  let systemPath = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .filter { !FileManager.default.isExecutableFile(atPath: "\($0)/fingerpost") }
    .joined(separator: ":")

  /// The environment in which the program is found by its name.
  var path: [String: String?] {
    let programs = URL(filePath: Program.fingerpost.path).deletingLastPathComponent().path
    return ["PATH": "\(programs):\(systemPath)"]
  }

  func text(_ name: String) throws -> String {
    String(decoding: try repository.folder.contents(of: name), as: UTF8.self)
  }

  func edit(_ old: String, to new: String) throws {
    let text = try text("Maps/exampleton.yaml")
    try #require(text.contains(old))
    try repository.folder.write(text.replacing(old, with: new), to: "Maps/exampleton.yaml")
  }

  func make(_ target: String) async throws -> ProgramRun {
    try await Program(path: "make").run(
      ["--no-print-directory", target, "ON=2026-11-21"],
      environment: TestRepository.environment.merging(path) { $1 },
      in: repository.folder.path)
  }
}
