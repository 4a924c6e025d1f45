import ArgumentParser
import FingerpostFormats
import FingerpostModel
import FingerpostReports

/// How the program ends, worst first; never a count.
///
/// A wrong usage ends with 64, which ArgumentParser sees to.
enum Ending: Int32, Comparable {
  /// The text of a map, or its shape, cannot be read.
  case unreadable = 2
  /// A picture could not be drawn, or another file not be written.
  case undrawn = 70
  /// Something in a map must be mended.
  case unsound = 1
  /// All is well.
  case fine = 0

  private var rank: Int {
    switch self {
    case .fine: 0
    case .unsound: 1
    case .undrawn: 2
    case .unreadable: 3
    }
  }

  static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  /// How the program ends when a check ended like this.
  init(_ outcome: CheckOutcome) {
    self =
      switch outcome {
      case .sound: .fine
      case .failing: .unsound
      case .unreadable: .unreadable
      }
  }

  /// Ends the command, unless all is well, which it is not when a result was lost on its way out.
  func end() throws {
    let ending = max(self, Terminal.hasLostResults ? .undrawn : .fine)
    if ending != .fine { throw ExitCode(ending.rawValue) }
  }
}

extension MapDocument {
  /// How a command that only reads the map ends.
  var ending: Ending {
    guard isReadable else { return .unreadable }
    return diagnostics.contains { $0.severity == .error } ? .unsound : .fine
  }
}
