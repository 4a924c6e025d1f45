import FingerpostTestSupport
import Foundation

/// A git repository among the temporary files, with commits of known days and authors.
///
/// No settings of the machine or of the person who runs the tests count in it.
struct TestRepository {
  let folder: TemporaryFolder
  static let git = Program(path: "git")

  /// What every run in it has in its environment.
  static let environment: [String: String?] = [
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "TZ": "UTC",
    "GIT_AUTHOR_NAME": "Jane Doe", "GIT_AUTHOR_EMAIL": "jane@example.org",
    "GIT_COMMITTER_NAME": "Jane Doe", "GIT_COMMITTER_EMAIL": "jane@example.org",
    "GIT_DIR": nil, "GIT_INDEX_FILE": nil, "GIT_WORK_TREE": nil,
  ]

  init() async throws {
    folder = try TemporaryFolder()
    try await git(["init", "--quiet", "--initial-branch=main", "."])
  }

  /// Runs git, which has to end well.
  @discardableResult
  func git(
    _ arguments: [String], environment more: [String: String?] = [:], in place: String = "."
  ) async throws -> String {
    let run = try await Self.git.run(
      arguments, environment: Self.environment.merging(more) { $1 },
      in: folder.path(of: place))
    guard run.exitCode == 0 else { throw Failure(said: run.output + run.errorOutput) }
    return run.output
  }

  /// Git did not end well.
  struct Failure: Error {
    let said: String
  }

  /// Commits everything as it stands now, at noon of a day.
  @discardableResult
  func commit(_ subject: String, on day: String) async throws -> String {
    try await git(["add", "--all"])
    let date = "\(day)T12:00:00Z"
    try await git(
      ["commit", "--quiet", "--message", subject],
      environment: ["GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date])
    return try await git(["rev-parse", "HEAD"]).trimmingCharacters(in: .newlines)
  }

  /// Runs the program in it.
  func fingerpost(
    _ arguments: [String], environment more: [String: String?] = [:], in place: String = "."
  ) async throws -> ProgramRun {
    try await Program.fingerpost.run(
      arguments, environment: Self.environment.merging(more) { $1 },
      in: folder.path(of: place))
  }
}
