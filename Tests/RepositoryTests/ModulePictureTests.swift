import FingerpostTestSupport
import Foundation
import Testing

/// The module picture of `docs/architecture.md`, a line a target: arrows only point down.
///
/// A target may import what stands directly below it, and everything below that.
private let below: [String: Set<String>] = [
  "FingerpostModel": [],
  "FingerpostAnalysis": ["FingerpostModel"],
  "FingerpostRules": ["FingerpostAnalysis"],
  "FingerpostDiagrams": ["FingerpostAnalysis"],
  "FingerpostReports": ["FingerpostRules", "Spreadsheets"],
  "FingerpostFormats": ["FingerpostModel"],
  "GraphvizRendering": ["FingerpostDiagrams"],
  "Spreadsheets": [],
  "FingerpostInterchange": ["FingerpostFormats", "FingerpostAnalysis", "Spreadsheets"],
  "FingerpostPublishing": ["FingerpostFormats", "FingerpostReports", "GraphvizRendering"],
  "FingerpostServer": ["FingerpostPublishing"],
  "fingerpost": ["FingerpostInterchange", "FingerpostPublishing"],
  "fingerpost-server": ["FingerpostServer"],
  "fingerpost-benchmarks": ["FingerpostFormats", "FingerpostReports", "GraphvizRendering"],
]

/// The modules of others, and who alone may import them.
private let fromElsewhere: [String: Set<String>] = [
  "CGraphviz": ["GraphvizRendering"],
  "CCSV": ["Spreadsheets"],
  "CExpat": ["Spreadsheets"],
  "CXLSXWriter": ["Spreadsheets"],
  "CZip": ["Spreadsheets"],
  "CYAML": ["FingerpostFormats", "fingerpost-benchmarks"],
  "Crypto": ["FingerpostPublishing", "FingerpostServer"],
  "HTTPTypes": ["FingerpostServer"],
  "Hummingbird": ["FingerpostServer"],
  "HummingbirdCore": ["FingerpostServer"],
  "Logging": ["FingerpostServer"],
  "NIOCore": ["FingerpostServer"],
  "ServiceLifecycle": ["FingerpostServer"],
  "Subprocess": [
    "FingerpostPublishing", "GraphvizRendering", "fingerpost", "fingerpost-benchmarks",
  ],
  "System": ["GraphvizRendering", "fingerpost", "fingerpost-benchmarks"],
  "SystemPackage": ["GraphvizRendering", "fingerpost", "fingerpost-benchmarks"],
  "OrderedCollections": ["FingerpostModel"],
  "ArgumentParser": ["fingerpost", "fingerpost-benchmarks", "fingerpost-server"],
]

/// Generated maps and networks, which tests and benchmarks share.
private let samples = ["fingerpost-benchmarks": Set(["FingerpostSamples"])]

/// Swift's own modules, which any target may import.
private let fromSwift: Set<String> = [
  "Dispatch", "Foundation", "FoundationEssentials", "Synchronization",
]

/// The system's C library under its names on different systems, and who may import it.
private let systemLibraries: Set<String> = ["Darwin", "Glibc", "Musl"]
private let usersOfSystemLibraries: Set<String> = [
  "FingerpostFormats", "FingerpostPublishing", "FingerpostServer", "GraphvizRendering",
  "Spreadsheets", "fingerpost",
  "fingerpost-benchmarks", "fingerpost-server",
]

/// What a program of somebody else may import from this package.
private let library: Set<String> = [
  "FingerpostModel", "FingerpostFormats", "FingerpostAnalysis", "FingerpostDiagrams",
  "FingerpostRules", "FingerpostReports", "GraphvizRendering",
]

struct `The module picture` {
  @Test func `has every target in it`() throws {
    let targets = try FileManager.default
      .contentsOfDirectory(atPath: PackageRoot.path(of: "Sources"))
      .filter { !$0.hasPrefix(".") }
    for target in targets {
      #expect(
        below[target] != nil || fromElsewhere[target] != nil,
        "Sources/\(target) is not in the picture; add it where its arrows only point down")
    }
  }

  @Test(arguments: below.keys.sorted())
  func `allows every import of a target`(_ target: String) throws {
    let allowed = modules(under: target)
      .union(fromElsewhere.filter { $0.value.contains(target) }.keys)
      .union(fromSwift)
      .union(samples[target] ?? [])
      .union(usersOfSystemLibraries.contains(target) ? systemLibraries : [])
    for file in try RepositoryFile.all(in: "Sources/\(target)", endingIn: ".swift") {
      for line in try file.imports() where !allowed.contains(line.module) {
        Issue.record("\(file.path):\(line.number): \(target) may not import \(line.module)")
      }
    }
  }

  @Test func `lets examples see the library and nothing behind it`() throws {
    for file in try RepositoryFile.all(in: "Examples", endingIn: ".swift") {
      for line in try file.imports() where !library.union(fromSwift).contains(line.module) {
        Issue.record("\(file.path):\(line.number): an example may not import \(line.module)")
      }
    }
  }

  @Test func `is what the diagram of the modules shows`() async throws {
    let folder = try TemporaryFolder()
    let run = try await Program.built("draw-architecture").run([folder.path])
    #expect(run.exitCode == 0, "\(run.errorOutput)")
    let drawn = String(decoding: try folder.contents(of: "architecture.md"), as: UTF8.self)
    let kept = try RepositoryFile(path: "docs/pictures/architecture.md").text()
    #expect(kept == drawn, "the diagram in docs/pictures is of another day; make gallery draws it")

    let boxes = drawn.matches(of: #/(?m)^- ([^:]+): /#).map { String($0.output.1) }
    let targets = try FileManager.default
      .contentsOfDirectory(atPath: PackageRoot.path(of: "Sources")).filter { !$0.hasPrefix(".") }
    #expect(boxes.sorted() == targets.sorted())

    var arrows: [String: Set<String>] = [:]
    for arrow in drawn.matches(of: /(?m)^  - (\S+) stands on (\S+)$/) {
      arrows[String(arrow.output.1), default: []].insert(String(arrow.output.2))
    }
    for target in boxes {
      let modules = modules(under: target).union([target])
      let libraries = fromElsewhere.filter { !$0.value.isDisjoint(with: modules) }.keys
      let allowed = modules.subtracting([target]).union(libraries).intersection(targets)
      let shown = self.modules(under: target, along: arrows)
      #expect(shown == (below[target] == nil ? [] : allowed), "\(target)")
    }
  }

  @Test(arguments: [
    ("import FingerpostModel", "FingerpostModel"),
    ("public import struct FingerpostModel.Service", "FingerpostModel"),
    ("  @preconcurrency package import CGraphviz  // why", "CGraphviz"),
    ("@testable import fingerpost", "fingerpost"),
    ("// import CGraphviz", nil),
    ("#if canImport(Glibc)", nil),
    ("let important = 1", nil),
  ])
  func `is compared with what a line imports`(line: String, module: String?) {
    #expect(importedModule(in: line) == module)
  }

  /// The targets that can be reached from `target` by going down.
  private func modules(
    under target: String, along arrows: [String: Set<String>] = below
  ) -> Set<String> {
    var found: Set<String> = []
    var waiting = Array(arrows[target, default: []])
    while let module = waiting.popLast() {
      if found.insert(module).inserted { waiting += arrows[module, default: []] }
    }
    return found
  }
}

/// The module that a line of Swift imports, or `nil` when it imports none.
private func importedModule(in line: some StringProtocol) -> String? {
  let access = "(?:public|package|internal|fileprivate|private)"
  let kind = "(?:typealias|struct|class|enum|protocol|let|var|func)"
  let pattern =
    "^\\s*(?:@\\w+(?:\\([^)]*\\))?\\s+)*(?:\(access)\\s+)?import\\s+(?:\(kind)\\s+)?(\\w+)"
  guard let expression = try? Regex(pattern, as: (Substring, Substring).self) else { return nil }
  return String(line).firstMatch(of: expression).map { String($0.output.1) }
}

extension RepositoryFile {
  /// The modules that the file imports, each with the number of its line.
  fileprivate func imports() throws -> [(number: Int, module: String)] {
    try lines().enumerated().compactMap { index, line in
      // Most lines import nothing, which is quickly seen.
      guard line.utf8.count < 200, line.contains("import ") else { return nil }
      return importedModule(in: line).map { (index + 1, $0) }
    }
  }
}
