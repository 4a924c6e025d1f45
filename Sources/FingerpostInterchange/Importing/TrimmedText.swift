extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    // Most texts have none, which is seen without making characters of all of them.
    if let first, let last, !first.isWhitespace, !last.isWhitespace { return String(self) }
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
