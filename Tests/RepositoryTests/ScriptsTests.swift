import FingerpostTestSupport
import Foundation
import Testing

struct `The scripts` {
  static let files: [RepositoryFile] = {
    let inScripts = (try? RepositoryFile.all(in: "Scripts", endingIn: ".sh")) ?? []
    return inScripts + [RepositoryFile(path: ".ci/run")]
  }()

  @Test(arguments: files)
  func `can be read by their shell`(_ file: RepositoryFile) async throws {
    let shell = try file.text().hasPrefix("#!/bin/bash") ? "bash" : "sh"
    let run = try await Program(path: shell).run(["-n", file.absolutePath])
    #expect(run.outcome == .exited(0), "\(run.errorOutput)")
  }

  @Test(arguments: files)
  func `can be run unless they are read by others`(_ file: RepositoryFile) throws {
    let isProgram = try file.text().hasPrefix("#!")
    #expect(FileManager.default.isExecutableFile(atPath: file.absolutePath) == isProgram)
  }

  @Test func `are all there that the Makefile calls`() throws {
    let makefile = try RepositoryFile(path: "Makefile").text()
    let called = makefile.matches(of: /Scripts\/[a-z-]+\.sh/).map { String($0.output) }
    #expect(Set(called).subtracting(Self.files.map(\.path)) == [])
  }

  @Test func `are told apart by make help, one line a target`() async throws {
    let makefile = try RepositoryFile(path: "Makefile").text()
    let phony = makefile.firstMatch(of: /(?m)^\.PHONY: (.+)$/)?.output.1.split(separator: " ") ?? []
    let help = try await Program(path: "make").run(["--no-print-directory"])
    #expect(help.outcome == .exited(0))
    let listed = help.output.split(separator: "\n").compactMap {
      $0.split(separator: " ").dropFirst().first
    }
    #expect(listed == phony)
  }
}
