import ArgumentParser
import FingerpostDiagrams
import FingerpostModel
import FingerpostPublishing
import FingerpostServer

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Serves a folder of maps to the person at this computer.
struct ServerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fingerpost-server",
    abstract: "Show a folder of maps in the web browser, live, to the person at this computer.",
    discussion: """
      Every save of a map is on its pages within a second. Nobody at another computer can reach the \
      server; for everybody else `fingerpost site` writes the same pages as files. Control-C stops it.
      """,
    version: "fingerpost-server \(ProgramVersion.number)")

  @Argument(help: "The folder of maps.", completion: .directory)
  var folder: String

  @Option(name: .shortAndLong, help: "The port of this computer on which it answers.")
  var port = 8087

  @Option(
    help: """
      Whom the pages are for: public (without names of people, capacity, waits and small counts), \
      commissioner (without names of people) or operational (everything).
      """,
    completion: .list(Audience.allCases.map(\.rawValue)), transform: audience(named:))
  var audience = Audience.operational

  private static func audience(named name: String) throws -> Audience {
    guard let audience = Audience(rawValue: name) else {
      throw ValidationError(
        "it is one of \(Audience.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return audience
  }

  func validate() throws {
    guard (1...65_535).contains(port) else {
      throw ValidationError("--port is a number from 1 to 65535, such as 8087.")
    }
    var isFolder = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder else {
      throw ValidationError("\(folder) is no folder; name the folder that your maps are in.")
    }
  }

  /// Says something at once, whoever reads.
  @Sendable private static func say(_ line: String) {
    print(line)
    fflush(nil)
  }

  func run() async throws {
    let folder = MapFolder(
      path: folder,
      preparation: PaperPreparation(
        date: .today, audience: audience, theme: .plain, words: MapWords(asked: nil),
        views: ViewName.allCases, addresses: .onSite, cache: CacheFolder()),
      tell: Self.say)
    let server = FingerpostServer(folder: folder, port: port)
    let address = "http://localhost:\(port)/"
    let path = folder.path
    Self.say("Reading and drawing the maps in \(path).")
    await folder.begin()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await folder.watch() }
      group.addTask {
        try await server.run {
          Self.say("\(path) is at \(address) for this computer alone; Control-C stops it.")
        }
      }
      try await group.next()
      group.cancelAll()
    }
  }
}
