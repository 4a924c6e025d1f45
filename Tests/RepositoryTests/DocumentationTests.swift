import FingerpostTestSupport
import Foundation
import Testing

struct `The documentation` {
  private static let pages = [
    "README.md", "CONTRIBUTING.md", "Maps/README.md", "docs/architecture.md",
    "docs/dependencies.md",
    "docs/map-format.md", "docs/model.md", "docs/sources.md",
  ]

  private func text(of page: String) throws -> String {
    try String(contentsOf: URL(filePath: PackageRoot.path(of: page)), encoding: .utf8)
  }

  @Test(arguments: pages)
  func `leads only to files that are there`(_ page: String) throws {
    let folder = URL(filePath: PackageRoot.path(of: page)).deletingLastPathComponent()
    for match in try text(of: page).matches(of: /\]\(([^)#\s]+)(#[^)]*)?\)/) {
      let link = String(match.output.1)
      guard !link.contains("://") else { continue }
      let target = folder.appending(path: link).standardizedFileURL.path
      #expect(FileManager.default.fileExists(atPath: target), "\(page) leads to \(link)")
    }
  }

  @Test func `names only targets that make has`() throws {
    let targets = try text(of: "Makefile").matches(of: /(?m)^([a-z]+):/).map { $0.output.1 }
    for match in try text(of: "README.md").matches(of: /(?m)(?:^|`)make ([a-z]+)/) {
      #expect(targets.contains(match.output.1), "make \(match.output.1)")
    }
  }

  @Test func `leads to a map of one's own with the commands that it shows`() async throws {
    let commands = try text(of: "README.md").split(separator: "\n")
      .filter { $0.hasPrefix("fingerpost ") }
    #expect(commands.count == 3)
    let folder = try TemporaryFolder()
    for command in commands {
      let words = command.split(separator: " ").dropFirst()
        .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"")) }
      let run = try await Program.fingerpost.run(words, in: folder.path)
      #expect(run.exitCode == 0, "\(command): \(run.errorOutput)")
    }
    #expect(
      FileManager.default.fileExists(atPath: folder.path(of: "Pictures/exampleton/system.pdf")))
  }

  @Test func `draws the modules as they are`() throws {
    let words = try text(of: "docs/pictures/architecture.md").replacing("\\", with: "")
    let modules = try FileManager.default.contentsOfDirectory(
      atPath: PackageRoot.path(of: "Sources"))
    for module in modules where !module.hasPrefix(".") {
      #expect(words.contains("- \(module):"), "\(module) is not in the picture of the modules")
    }
  }
}
