import FingerpostTestSupport
import Foundation
import Testing

/// A file of the project, named from its root.
struct RepositoryFile: Hashable, CustomTestStringConvertible {
  /// The path from the root, such as `Maps/leeds.yaml`.
  let path: String

  var testDescription: String { path }

  var absolutePath: String { PackageRoot.path(of: path) }

  var name: Substring { path.split(separator: "/").last ?? "" }

  func bytes() throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: absolutePath)))
  }

  func text() throws -> String {
    String(decoding: try bytes(), as: UTF8.self)
  }

  func lines() throws -> [Substring] {
    try text().split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The project's files below a folder, in the order of their paths; none if it does not exist.
  static func all(in folder: String, endingIn ending: String = "") throws -> [RepositoryFile] {
    guard
      let files = FileManager.default.enumerator(
        at: URL(filePath: PackageRoot.path(of: folder)),
        includingPropertiesForKeys: [.isRegularFileKey])
    else { return [] }
    var found: [RepositoryFile] = []
    for case let file as URL in files where file.lastPathComponent.hasSuffix(ending) {
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        continue
      }
      guard !file.pathComponents.contains("__pycache__") else { continue }
      found.append(RepositoryFile(path: String(file.path.dropFirst(PackageRoot.path.count + 1))))
    }
    return found.sorted { $0.path < $1.path }
  }

  /// Every file of the project: what stands at the top level and what is in its folders.
  static func all() throws -> [RepositoryFile] {
    try FileManager.default.contentsOfDirectory(atPath: PackageRoot.path)
      .filter { TopLevel.entries.contains($0) && $0 != ".git" }
      .flatMap { entry in
        let folder = URL(filePath: PackageRoot.path(of: entry))
        let isFolder = try folder.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
        return isFolder ? try all(in: entry) : [RepositoryFile(path: entry)]
      }
  }
}

/// What may stand at the top level of the project.
enum TopLevel {
  static let entries: Set<String> = [
    "Package.swift", "Sources", "Tests", "Maps", "Examples", "Makefile",
    "README.md", "LICENSE", "CONTRIBUTING.md", ".swift-format", ".gitignore", "docs", ".ci",
    "Scripts", ".git",
  ]
}
