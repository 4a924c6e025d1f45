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
  /// Line breaks in the text stay. A word that is too wide by itself, such as a web address, is broken
  /// after one of `/ . - ? &`, and between letters where there is none.
  package func lines(of text: String) -> [String] {
    printable(text).split(whereSeparator: \.isNewline).flatMap { paragraph in
      let words = pieces(of: paragraph.split(whereSeparator: \.isWhitespace).map(String.init))
      let widths = words.map(measure)
      var counts = fill(widths, to: width)
      if counts.count > 1 { counts = evened(widths, lines: counts.count) }
      var rest = words[...]
      return counts.map { count in
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count).joined(separator: " ")
      }
    }
  }

  /// After these a long word may go on in the next line.
  private static let breaksAfter: Set<Character> = ["/", ".", "-", "?", "&"]

  /// Words as wide as the line at most.
  private func pieces(of words: [String]) -> [String] {
    words.flatMap { word in
      guard measure(word) > width else { return [word] }
      var pieces: [String] = []
      var piece = ""
      for letter in word {
        if !piece.isEmpty, measure(piece + String(letter)) > width {
          let end = piece.lastIndex(where: Self.breaksAfter.contains).map(piece.index(after:))
          pieces.append(String(piece[..<(end ?? piece.endIndex)]))
          piece = String(piece[(end ?? piece.endIndex)...])
        }
        piece.append(letter)
      }
      return pieces + [piece]
    }
  }

  /// How many words each line takes when it takes as many as fit; widths are those of the words.
  private func fill(_ widths: [Double], to limit: Double) -> [Int] {
    let space = measure(" ")
    var counts: [Int] = []
    var line = 0.0
    for word in widths {
      if counts.isEmpty || line + space + word > limit {
        counts.append(1)
        line = word
      } else {
        counts[counts.count - 1] += 1
        line += space + word
      }
    }
    return counts
  }

  /// The same number of lines at the smallest width that allows it.
  private func evened(_ widths: [Double], lines count: Int) -> [Int] {
    var low = widths.max() ?? 0
    var high = width
    while high - low > 1 {
      let middle = (low + high) / 2
      if fill(widths, to: middle).count > count { low = middle } else { high = middle }
    }
    return fill(widths, to: high)
  }

  private func measure(_ text: String) -> Double {
    FontMetrics.width(of: text, size: size, bold: bold)
  }
}

/// Text without what no picture may hold: control characters and what is no character in XML.
package func printable(_ text: String) -> String {
  if text.utf8.allSatisfy({ (32..<127).contains($0) }) { return text }
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
