extension String {
  /// The text with spaces after it, as wide as a column.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }

  /// The text without spaces at its end.
  var trimmedAtEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// The text in lines of at most 100 characters, unless a word is longer.
  ///
  /// - Parameters:
  ///   - indent: What every line begins with.
  ///   - first: What the first line has after that, and the others have as spaces.
  /// - Returns: The lines; one that is empty for an empty text.
  func wrapped(indent: String, first: String = "") -> [String] {
    wrapped(to: 100, indent: indent, first: first)
  }

  /// The same in lines of at most so many characters.
  func wrapped(to width: Int, indent: String = "", first: String = "") -> [String] {
    var lines: [String] = []
    var line = indent + first
    var isEmpty = true
    for word in split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = indent + String(repeating: " ", count: first.count)
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}
