extension String {
  /// At most 40 characters of the first line, for a message.
  package var shortened: String {
    let line = prefix { !$0.isNewline }
    return line.count <= 40 && line.count == count ? String(line) : line.prefix(40) + "…"
  }

  /// `a organisation …` as `an organisation …`.
  package var withRightArticle: String {
    guard hasPrefix("a "), let next = dropFirst(2).first, "aeio".contains(next) else { return self }
    return "an " + dropFirst(2)
  }
}
