import ArgumentParser
import FingerpostPublishing

extension GitError {
  /// Whether the command was typed wrongly, rather than that something cannot be read.
  var isWrongUsage: Bool {
    switch self {
    case .unknownRevision, .nothingBefore, .dayAndName, .wrongUsage: true
    case .notInstalled, .noRepository, .failed: false
    }
  }

  /// Says so and ends the command.
  ///
  /// - Parameter terminal: Where it is said.
  /// - Returns: What to throw.
  func ending(_ terminal: Terminal) -> any Error {
    if isWrongUsage {
      return ValidationError(description.withStop)
    }
    terminal.note("\(self)")
    return ExitCode(Ending.unreadable.rawValue)
  }
}
