/// Breaks text into lines that are at most so wide, and as even as can be.
package struct TextWrapping: Sendable {
  /// The widest that a line may be, in points.
  package var width: Double
  /// The font size, in points.
  package var size: Double
  /// Whether the text is set in bold.
  package var bold: Bool

  /// Makes a way of breaking lines.
  package init(width: Double, size: Double, bold: Bool = false) {
    self.width = width
    self.size = size
    self.bold = bold
  }

  /// The lines of a text; none when there is nothing to be seen in it.
  ///
  /// Line breaks in the text stay. A word that is too wide by itself is broken between letters.
  package func lines(of text: String) -> [String] {
    printable(text).split(whereSeparator: \.isNewline).flatMap { paragraph in
      let words = pieces(of: paragraph.split(whereSeparator: \.isWhitespace).map(String.init))
      let greedy = fill(words, to: width)
      guard greedy.count > 1 else { return greedy }
      return evened(words, lines: greedy.count)
    }
  }

  /// Words as wide as the line at most.
  private func pieces(of words: [String]) -> [String] {
    words.flatMap { word in
      guard measure(word) > width else { return [word] }
      var pieces: [String] = []
      var piece = ""
      for letter in word {
        if !piece.isEmpty, measure(piece + String(letter)) > width {
          pieces.append(piece)
          piece = ""
        }
        piece.append(letter)
      }
      return pieces + [piece]
    }
  }

  private func fill(_ words: [String], to limit: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words {
      let longer = line.isEmpty ? word : line + " " + word
      if !line.isEmpty, measure(longer) > limit {
        lines.append(line)
        line = word
      } else {
        line = longer
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The same number of lines at the smallest width that allows it.
  private func evened(_ words: [String], lines count: Int) -> [String] {
    var low = words.map(measure).max() ?? 0
    var high = width
    while high - low > 1 {
      let middle = (low + high) / 2
      if fill(words, to: middle).count > count { low = middle } else { high = middle }
    }
    return fill(words, to: high)
  }

  private func measure(_ text: String) -> Double {
    FontMetrics.width(of: text, size: size, bold: bold)
  }
}

/// Text without what no picture may hold: control characters and what is no character in XML.
package func printable(_ text: String) -> String {
  var kept = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 9, 10: kept.append(scalar)
    case 13: kept.append("\n")
    case 0..<32, 127..<160, 0xFFFE, 0xFFFF: kept.append("\u{FFFD}")
    default: kept.append(scalar)
    }
  }
  return String(kept)
}
