import FingerpostTestSupport
import Foundation
import Testing

/// A watch that runs.
struct Watch {
  let program: StartedProgram

  /// What it has said so far.
  var lines: [String] { program.output.split(separator: "\n").map(String.init) }
  var errors: String { program.errorOutput }

  /// Far longer than anything takes.
  private static let limit = Duration.seconds(60)

  /// The first line, or a later one, of which something holds; waits for it.
  func line(_ number: Int = 1, _ holds: (String) -> Bool) async throws -> String {
    var found: String?
    try await until {
      found = lines.filter(holds).dropFirst(number - 1).first
      return found != nil
    }
    return try #require(found)
  }

  /// Waits until something holds.
  func until(_ holds: () throws -> Bool) async throws {
    let end = ContinuousClock.now + Self.limit
    while try !holds() {
      guard ContinuousClock.now < end else {
        kill(-program.identifier, SIGKILL)
        throw Waited(description: "in vain; it said:\n\(program.output)\(program.errorOutput)")
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Asks it to stop, and waits until nothing of it runs any more.
  func stop(_ signal: Int32 = SIGINT) async throws -> ProgramRun.Outcome {
    program.send(signal)
    try await until { !isRunning }
    return try await program.end(within: Self.limit).outcome
  }

  /// Whether anything of its group runs; where the system does not tell, nothing does.
  private var isRunning: Bool {
    let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return numbers.contains { number in
      guard number.allSatisfy(\.isNumber),
        let line = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)
      else { return false }
      // After the name in brackets: state, parent, group.
      let fields = line.drop { $0 != ")" }.split(separator: " ").dropFirst().prefix(3).map(
        String.init)
      return fields.count == 3 && fields[0] != "Z" && fields[2] == "\(program.identifier)"
    }
  }

  struct Waited: Error, CustomStringConvertible { let description: String }
}
