public import FingerpostModel

/// A map as it was read, with everything that is wrong with its text.
public struct MapDocument: Sendable {
  /// The map; `nil` when a file could not be read, or is not in the shape of a map.
  public var map: SystemMap?
  /// The files it was read from, as the person named them; the one with the title first.
  public var files: [String]
  /// Every problem found, in the order of the files.
  public var diagnostics: [Diagnostic]

  /// Whether the text and its shape could be read.
  public var isReadable: Bool { map != nil }

  /// Whether the map holds nothing impossible; references to what it does not hold are allowed.
  public var isSound: Bool {
    isReadable
      && !diagnostics.contains { $0.severity == .error && $0.category != .unknownReference }
  }
}

extension Diagnostic.Category {
  /// Whether the problem is one of sense, in a text that can be read.
  public var isAboutSense: Bool {
    switch self {
    case .impossibleDates, .selfLoop, .cycle, .unknownReference: true
    case .encoding, .limit, .file, .syntax, .duplicateKey, .unknownKey, .missingKey, .wrongType,
      .unknownWord, .badDate, .badAge, .badQuantity, .badID, .clashingID, .caseLevelData:
      false
    }
  }
}
