import FingerpostModel

/// The names of a map, among which one is looked for that may mean the same as another.
///
/// Names that differ in nothing but single letters and numbers, as `Team A` and `Team B` do, are of
/// different things.
struct LikelyNames {
  private struct Name {
    let loose: String
    let letters: LetterCounts
    let words: Set<String>
  }

  private let names: [Name]
  /// The places of names by the words in them.
  private var places: [String: [Int]] = [:]

  /// Makes the names ready to be compared.
  ///
  /// - Parameters:
  ///   - texts: The names.
  ///   - takesLongerForms: Whether a name with more words may mean the same.
  init(_ texts: [String], takesLongerForms: Bool) {
    let byLoose = Dictionary(texts.map { ($0.loose, $0) }, uniquingKeysWith: { first, _ in first })
    names = byLoose.filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }.map { loose, text in
      Name(loose: loose, letters: LetterCounts(loose), words: Self.words(of: text))
    }
    guard takesLongerForms else { return }
    for (place, name) in names.enumerated() {
      for word in name.words { places[word, default: []].append(place) }
    }
  }

  /// The name that differs from a text by the fewest slips, compared loosely; `nil` when none is near.
  ///
  /// - Complexity: O(*n*) for *n* names.
  func nearest(to text: String) -> String? {
    let loose = text.loose
    let letters = LetterCounts(loose)
    let words = Self.words(of: text)
    return loose.nearest(
      in: names.lazy.filter { name in
        letters.mayBeNear(name.letters) && !Self.areNumberedApart(words, name.words)
      }.map { $0.loose })
  }

  /// The name that says the same in more words or in fewer, two of them at least being in both.
  ///
  /// - Parameters:
  ///   - text: A name.
  ///   - isTaken: Whether a name, compared loosely, is known to mean something else.
  /// - Returns: The likeliest one; `nil` when there is none.
  /// - Complexity: O(*n*) for *n* names.
  func otherForm(of text: String, unless isTaken: (String) -> Bool) -> String? {
    let words = Self.words(of: text)
    var shared: [Int: Int] = [:]
    for word in words {
      for place in places[word] ?? [] { shared[place, default: 0] += 1 }
    }
    return shared.filter { place, count in
      let other = names[place].words
      return count == min(words.count, other.count)
        && words.intersection(other).count { !Self.isLabel($0) } >= 2
        && !Self.areNumberedApart(words, other) && !isTaken(names[place].loose)
    }
    // The one that has most of it; of several the one with the fewest other words.
    .min { a, b in
      (-a.value, names[a.key].words.count, a.key) < (-b.value, names[b.key].words.count, b.key)
    }.map { names[$0.key].loose }
  }

  /// The words that tell a name from others.
  private static func words(of name: String) -> Set<String> {
    let words = name.replacing(/['’]/, with: "").matches(of: /\p{L}+|\p{N}+/)
    return Set(words.map(\.output.loose)).subtracting(fillers)
  }

  /// Whether all that differs is a single letter or a number.
  private static func areNumberedApart(_ words: Set<String>, _ others: Set<String>) -> Bool {
    let differing = words.symmetricDifference(others)
    return !differing.isEmpty && differing.allSatisfy(isLabel)
  }

  private static func isLabel(_ word: String) -> Bool {
    word.count == 1 || word.allSatisfy(\.isNumber)
  }

  /// Words that say nothing of which one is meant.
  private static let fillers: Set<String> = [
    "and", "at", "for", "in", "of", "on", "service", "services", "team", "teams", "the", "to",
    "with",
  ]
}

/// How often each letter stands in a name, which tells most names apart at once.
private struct LetterCounts {
  private var counts = [Int](repeating: 0, count: 32)

  init(_ name: String) {
    for scalar in name.unicodeScalars.prefix(80) { counts[Int(scalar.value & 31)] += 1 }
  }

  /// Whether three slips, each of which changes two counts at most, may make one name of the other.
  func mayBeNear(_ other: LetterCounts) -> Bool {
    var difference = 0
    for place in counts.indices { difference += abs(counts[place] - other.counts[place]) }
    return difference <= 6
  }
}
