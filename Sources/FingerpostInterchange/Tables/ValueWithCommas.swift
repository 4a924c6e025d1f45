import FingerpostFormats

/// A value of a list in a cell that holds commas, and may be several.
struct ValueWithCommas {
  let text: String
  /// What a value of the list is.
  let value: ValueDescription
  let place: ImportPlace

  /// What stands between the commas.
  ///
  /// - Parameter isKnown: Whether a text names one of some collections.
  /// - Returns: The parts; `nil` when there is one alone, or not each of them is known by itself.
  func parts(isKnown: (String, [ReferenceTarget]) -> Bool) -> [String]? {
    let parts = text.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
    let areKnown = parts.allSatisfy { part in
      switch value {
      case .reference(let targets): isKnown(part, targets)
      case .word(_, let words):
        words.contains { $0.raw.loose == part.loose || $0.label.loose == part.loose }
      default: false
      }
    }
    return parts.count > 1 && areKnown ? parts : nil
  }
}
