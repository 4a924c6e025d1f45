import FingerpostTestSupport
import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A server of a folder of invented maps, on a port that nobody else has.
final class RunningServer: Sendable {
  let folder: TemporaryFolder
  let program: StartedProgram
  let port: Int

  /// The folder that is served.
  var maps: String { folder.path(of: "maps") }

  /// Starts a server of maps, and waits until it answers.
  ///
  /// - Parameters:
  ///   - arguments: What it is told beside its folder and port.
  ///   - maps: The maps by the names of their files.
  /// - Throws: When it does not answer.
  init(_ arguments: [String] = [], of maps: [String: String] = ["gapland.yaml": Gapland.text])
    async throws
  {
    folder = try TemporaryFolder()
    for (name, text) in maps { try folder.write(text, to: "maps/\(name)") }
    (program, port) = try await Self.start(folder.path(of: "maps"), arguments)
  }

  /// Starts the program on a port that is free; on another when somebody takes that in between.
  private static func start(
    _ maps: String, _ arguments: [String]
  ) async throws -> (StartedProgram, port: Int) {
    var said = ""
    for _ in 0..<10 {
      let port = try freePort()
      let program = try Program.built("fingerpost-server").start(
        [maps, "--port", "\(port)"] + arguments)
      for _ in 0..<2400 {
        if program.output.contains("is at http://localhost:\(port)/") { return (program, port) }
        said = program.output + program.errorOutput
        if said.contains("is taken by another program") { break }
        try await Task.sleep(for: .milliseconds(50))
      }
      program.send(SIGKILL)
      guard said.contains("is taken by another program") else { break }
    }
    throw NotStarted(said: said)
  }

  // A test that fails leaves no server behind; the number of one that has ended may be another's.
  deinit {
    if !hasEnded.load(ordering: .relaxed) { program.send(SIGKILL) }
  }

  private let hasEnded = Atomic(false)

  /// The server did not say that it answers.
  private struct NotStarted: Error {
    let said: String
  }

  private struct Question: Encodable {
    let port: Int
    let process: Int32
    let folder: String
    let deed: String
    let seconds: Int
  }

  /// Has something done to it, and returns what that found.
  func answer<Answer: Decodable>(to deed: String, as type: Answer.Type = Answer.self) async throws
    -> Answer
  {
    try await PythonOracle(script: "server_oracle.py").answer(
      to: Question(
        port: port, process: program.identifier, folder: maps, deed: deed,
        seconds: isSoak ? 60 : 5), as: type)
  }

  /// Stops it as Control-C does.
  func stop() async throws -> ProgramRun {
    program.send(SIGINT)
    return try await end()
  }

  /// Waits for its end.
  func end() async throws -> ProgramRun {
    let run = try await program.end(within: .seconds(30))
    hasEnded.store(true, ordering: .relaxed)
    return run
  }

  /// A port that is free now.
  private static func freePort() throws -> Int {
    #if os(Linux)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    let descriptor = socket(AF_INET, stream, 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    try withUnsafeMutablePointer(to: &address) { pointer in
      try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        guard bind(descriptor, address, length) == 0,
          getsockname(descriptor, address, &length) == 0
        else { throw NoPort() }
      }
    }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private struct NoPort: Error {}
}
