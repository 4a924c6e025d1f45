import FingerpostModel

extension [String] {
  /// At most ten of these, and how many there are beside them.
  var firstTen: String {
    prefix(10).joined(separator: ", ") + (count > 10 ? " and \(count - 10) more" : "")
  }
}

extension String {
  /// What somebody can have meant by this, which is none of these words, and which there are.
  func choices(among words: [String]) -> String {
    let words = words.sorted()
    return (nearest(in: words).map { "did you mean `\($0)`? " } ?? "") + "there are: "
      + words.firstTen
  }
}
