import ArgumentParser
import FingerpostInterchange

/// A format that maps can be made of, as it is named on the command line.
struct ReadableFormat: ExpressibleByArgument {
  let format: InterchangeFormat

  init?(argument: String) {
    guard let format = InterchangeFormat(rawValue: argument), format.isReadable else { return nil }
    self.format = format
  }

  static var allValueStrings: [String] {
    InterchangeFormat.allCases.filter(\.isReadable).map(\.rawValue)
  }
}
