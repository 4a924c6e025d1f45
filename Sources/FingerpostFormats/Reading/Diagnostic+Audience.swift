public import FingerpostModel

extension Diagnostic {
  /// What an audience is told of a problem: a message that may quote what is hidden from it gives
  /// way to one that quotes nothing.
  public func told(to audience: Audience) -> Diagnostic {
    guard audience != .operational else { return self }
    switch category {
    case .encoding, .limit, .file, .unknownReference, .selfLoop, .cycle, .impossibleDates:
      return self
    case .syntax, .duplicateKey, .unknownKey, .missingKey, .wrongType, .unknownWord, .badDate,
      .badAge, .badQuantity, .badID, .clashingID, .caseLevelData:
      return Diagnostic(
        severity, category,
        "something here is not written as the map file needs it; a check without --audience says "
          + "what", at: location)
    }
  }
}
