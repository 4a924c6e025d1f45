import FingerpostTestSupport
import Foundation
import Testing

struct `The page about dependencies` {
  @Test func `names every package of the manifest`() throws {
    let manifest = try RepositoryFile(path: "Package.swift").text()
    let packages = manifest.matches(of: /\.package\([^)]*url:\s*"[^"]*\/([^"\/]+)"/)
      .map { String($0.output.1) }
    #expect(!packages.isEmpty)
    try expectNamed(packages)
  }

  @Test func `names every system library of the manifest`() throws {
    let manifest = try RepositoryFile(path: "Package.swift").text()
    let libraries = manifest.matches(of: /\.apt\(\["([^"]+)"\]\)/).map { String($0.output.1) }
    #expect(!libraries.isEmpty)
    try expectNamed(libraries)
  }

  @Test func `names everything that is installed`() throws {
    let script = try RepositoryFile(path: "Scripts/install-requirements.sh").text()
    let packages = script.matches(of: /\n\s*require ([a-z0-9-]+) "/).map { String($0.output.1) }
    #expect(packages.contains("libgraphviz-dev"))
    try expectNamed(packages)
  }

  @Test func `names every Python package`() throws {
    let requirements = try RepositoryFile(path: "Scripts/python-requirements.txt").text()
    let packages = requirements.matches(of: /(?m)^([A-Za-z0-9-]+)==/).map { String($0.output.1) }
    #expect(packages.contains("networkx"))
    try expectNamed(packages)
  }

  private func expectNamed(_ packages: [String]) throws {
    let page = try RepositoryFile(path: "docs/dependencies.md").text()
    for package in packages {
      #expect(page.contains(package), "docs/dependencies.md does not say why \(package) is needed")
    }
  }
}
