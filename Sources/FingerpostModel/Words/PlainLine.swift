/// Text of a map that is to stand in a line of a terminal, a log or a page.
///
/// A map may hold anything: a line end would begin a line of its own, an escape character would
/// move the cursor or colour the screen, and a direction mark would turn the rest of the line
/// round.
/// Source: Unicode Standard Annex 9, section 2; Unicode Technical Report 36, section 2.
struct PlainLine {
  /// Direction marks, embeddings, overrides and isolates.
  private static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// The text with spaces for line ends and tabs, `�` for other control characters, and without
  /// direction marks.
  static func text(_ text: String) -> String {
    guard
      text.unicodeScalars.contains(where: { isDirection($0) || isControl($0) || isSpace($0) })
    else { return text }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        line.append(" ")
      } else if isControl(scalar) {
        line.append("\u{FFFD}")
      } else if !isDirection(scalar) {
        line.append(scalar)
      }
    }
    return String(line)
  }
}

extension String {
  /// Fit to stand in a line of a terminal or a log: without line ends, control characters and marks
  /// that turn text round.
  public var onOneLine: String { PlainLine.text(self) }
}
