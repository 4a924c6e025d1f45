/// The text `none` in a cell where the word of the same letters means that there is none: it stands in
/// quotation marks there.
enum CellNone {
  /// A text as a cell holds it.
  static func quoted(_ text: String, where takesNone: Bool) -> String {
    takesNone && isNone(text) ? "\"\(text)\"" : text
  }

  /// What a cell holds as the text that was meant.
  static func unquoted(_ text: String) -> String {
    text.count > 2 && text.hasPrefix("\"") && text.hasSuffix("\"") && isNone(text)
      ? String(text.dropFirst().dropLast()) : text
  }

  /// Whether it is the word, whatever the quotation marks round it.
  private static func isNone(_ text: String) -> Bool {
    text.wholeMatch(of: /"*none"*/) != nil
  }
}
