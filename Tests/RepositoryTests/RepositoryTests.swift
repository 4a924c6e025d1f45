import FingerpostTestSupport
import Foundation
import Testing

struct `The repository` {
  @Test func `holds at its top level only what belongs there`() async throws {
    let found = try FileManager.default.contentsOfDirectory(atPath: PackageRoot.path)
    let strangers = found.filter { !TopLevel.entries.contains($0) }
    let ignored = try await Program(path: "git").run(["check-ignore", "--"] + strangers)
      .output.split(separator: "\n").map(String.init)
    #expect(Set(strangers).subtracting(ignored) == [])
  }

  @Test func `has no file that names a place on somebody's machine`() throws {
    let places = ["home", "Users", "root", "work", "opt"].map { "/\($0)/" }
    let registries = ["deb.debian", "pypi", "files.pythonhosted"].map { $0 + ".org" }
    for file in try textFiles() {
      for (index, line) in try file.lines().enumerated() {
        for place in places where line.namesFolder(place) {
          Issue.record("\(file.path):\(index + 1): names a folder in \(place)")
        }
        for registry in registries where line.contains(registry) {
          Issue.record("\(file.path):\(index + 1): names the host of a package registry")
        }
      }
    }
  }

  @Test func `has no Swift file longer than 600 lines`() throws {
    // One table, a line for each phrase.
    let tables: Set = ["Sources/FingerpostModel/Words/Phrase.swift"]
    for file in try swiftFiles() where !tables.contains(file.path) {
      let count = try file.lines().count
      #expect(count <= 600, "\(file.path) has \(count) lines; what is its second subject?")
    }
  }

  @Test func `has no type with a name that says nothing`() throws {
    let empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Data", "Info"]
    let wordsOfTheField: Set<Substring> = ["SharedData"]  // What a data sharing agreement shares.
    let declaration = /\b(?:struct|class|enum|actor|protocol|typealias)\s+([A-Z]\w*)/
    for file in try swiftFiles() {
      for match in try file.text().matches(of: declaration) {
        let name = match.output.1
        if wordsOfTheField.contains(name) { continue }
        #expect(
          !empty.contains { name.hasSuffix($0) },
          "\(file.path): \(name) could be anything; what is it in the words of the field?")
      }
    }
  }

  @Test func `has sentences for the names of its tests`() throws {
    let plainTest = /@Test\b[^\n]*(?:\n\s*)?func [A-Za-z_]/
    let describedTest = /@(?:Test|Suite)\s*\(\s*"/
    for file in try RepositoryFile.all(in: "Tests", endingIn: ".swift") {
      let text = try file.text()
      #expect(text.firstMatch(of: plainTest) == nil, "\(file.path): a test without a sentence")
      #expect(
        text.firstMatch(of: describedTest) == nil,
        "\(file.path): the sentence belongs into the name")
    }
  }

  @Test(arguments: [
    "README.md", "LICENSE", "CONTRIBUTING.md", "docs/architecture.md", "docs/dependencies.md",
    "docs/map-format.md", "docs/model.md", "docs/profiles.md", "docs/rules.md",
    "docs/sources.md",
  ])
  func `has the documents that a newcomer looks for`(_ path: String) throws {
    #expect(try !RepositoryFile(path: path).text().isEmpty)
  }

  private func swiftFiles() throws -> [RepositoryFile] {
    try RepositoryFile.all().filter { $0.path.hasSuffix(".swift") }
  }

  private func textFiles() throws -> [RepositoryFile] {
    try RepositoryFile.all().filter { try !$0.bytes().prefix(4096).contains(0) }
  }
}

extension Substring {
  /// Whether an absolute path begins here with `folder`, and not a part of a longer path does.
  fileprivate func namesFolder(_ folder: String) -> Bool {
    ranges(of: folder).contains { range in
      guard range.lowerBound > startIndex else { return true }
      let before = self[index(before: range.lowerBound)]
      return !(before.isLetter || before.isNumber || "._-~/}".contains(before))
    }
  }
}
