import FingerpostTestSupport
import Testing

struct `A program that a test runs` {
  let shell = Program(path: "sh")

  @Test func `hands back its exit code and both its outputs`() async throws {
    let run = try await shell.run(["-c", "echo said; echo complained >&2; exit 7"])
    #expect(run.outcome == .exited(7))
    #expect(run.output == "said\n")
    #expect(run.errorOutput == "complained\n")
  }

  @Test func `reads its input, its environment and its folder`() async throws {
    let folder = try TemporaryFolder()
    try folder.write("a note", to: "note")
    let run = try await shell.run(
      ["-c", "cat note; cat; echo \"$GREETING${HOME-no home}\""],
      environment: ["GREETING": "hello, ", "HOME": nil], input: Array(" and input; ".utf8),
      in: folder.path)
    #expect(run.output == "a note and input; hello, no home\n")
  }

  @Test func `is reported by its signal when one ends it`() async throws {
    let run = try await shell.run(["-c", "kill -SEGV $$"])
    #expect(run.outcome == .signalled(11))
    #expect(run.exitCode == nil)
  }

  @Test func `is killed at its time limit`() async throws {
    let run = try await shell.run(["-c", "sleep 600"], timeLimit: .milliseconds(100))
    #expect(run.outcome == .timedOut)
  }

  @Test func `has no more memory than it is given`() async throws {
    let run = try await shell.run(["-c", "ulimit -v"], memoryLimitInMegabytes: 512)
    #expect(run.output == "524288\n")
    #expect(run.peakMemoryInBytes > 0)
  }

  @Test func `can be the command line tool`() async throws {
    let run = try await Program.fingerpost.run(["--help"])
    #expect(run.outcome == .exited(0))
    #expect(run.output.contains("fingerpost"))
  }

  @Test func `that does not exist is an error`() async throws {
    await #expect(throws: ProgramNotStarted.self) {
      try await Program(path: "/nowhere/at/all").run()
    }
  }
}
