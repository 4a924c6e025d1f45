extension String {
  /// The word of a list that this one was most probably meant to be; `nil` when none is near.
  ///
  /// Near is at most one slip in words of up to four letters, two up to eight, three beyond: a
  /// letter missing, added, changed, or swapped with its neighbour (Damerau 1964). Of several
  /// equally near words the first in the list is taken.
  ///
  /// - Complexity: O(*w* · *l*²) for *w* words of *l* letters.
  package func nearest(in words: some Sequence<String>) -> String? {
    let own = Array(lowercased().unicodeScalars.prefix(80))
    let limit = own.count <= 4 ? 1 : own.count <= 8 ? 2 : 3
    var best: (word: String, distance: Int)?
    for word in words {
      let other = Array(word.unicodeScalars.prefix(80))
      guard abs(other.count - own.count) <= limit else { continue }
      let distance = Self.slips(own, other)
      if distance <= limit, distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word
  }

  private static func slips(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return Swift.max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = Swift.min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = Swift.min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
