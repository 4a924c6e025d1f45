import FingerpostTestSupport
import Testing

struct `A page that is made from code` {
  @Test(arguments: [
    ("docs/rules.md", ["rules", "--markdown"]), ("docs/profiles.md", ["profiles", "--markdown"]),
  ])
  func `is what the program writes`(_ path: String, _ arguments: [String]) async throws {
    let run = try await Program.fingerpost.run(arguments)
    #expect(run.exitCode == 0)
    #expect(
      try RepositoryFile(path: path).text() == run.output,
      "\(path) is of another day; make docs writes it")
  }
}
