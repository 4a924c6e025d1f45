/// A name as it is compared with others: its words in lower case and the singular, without `and`,
/// `the` and the like.
struct ComparableName {
  /// Its words.
  let words: [String]

  /// Reads the words of a name.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the name.
  init(_ name: String) {
    words = Self.pieces(of: name).lazy.map(Self.singular)
      .filter { !Self.littleWords.contains($0) }
  }

  /// The runs of letters and digits, in lower case and without apostrophes.
  private static func pieces(of name: String) -> [String] {
    guard name.utf8.allSatisfy({ $0 < 128 }) else {
      return name.lowercased().filter { $0 != "'" && $0 != "’" }
        .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    // Bytes are several times as quick to walk as characters, and nearly all names have no others.
    var pieces: [String] = []
    var piece: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case 65...90: piece.append(byte + 32)
      case 97...122, 48...57: piece.append(byte)
      case UInt8(ascii: "'"): break
      default:
        if !piece.isEmpty { pieces.append(String(decoding: piece, as: UTF8.self)) }
        piece.removeAll(keepingCapacity: true)
      }
    }
    if !piece.isEmpty { pieces.append(String(decoding: piece, as: UTF8.self)) }
    return pieces
  }

  /// Its words without `service` or `team` at the end, where two or more are left.
  var core: ArraySlice<String> {
    var core = words[...]
    while core.count > 2, let last = core.last, last == "service" || last == "team" {
      core.removeLast()
    }
    return core
  }

  private static let littleWords: Set<String> = [
    "a", "an", "and", "at", "by", "for", "in", "of", "on", "our", "the", "to", "with", "your",
  ]

  /// Words that say what sort of thing it is and do not tell one from another.
  static let sorts: Set<String> = [
    "centre", "course", "group", "programme", "project", "scheme", "service", "team", "training",
    "unit",
  ]

  /// `children` → `child`, `families` → `family`, `parents` → `parent`.
  private static func singular(_ word: String) -> String {
    switch word {
    case "children", "childrens": return "child"
    case "women", "womens": return "woman"
    case "men", "mens": return "man"
    default: break
    }
    guard word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") else { return word }
    return word.hasSuffix("ies") && word.utf8.count > 4
      ? String(word.dropLast(3)) + "y" : String(word.dropLast())
  }
}

/// Which things of one sort go by names that are easily taken for one another.
struct NameComparison {
  /// Another name of one thing that changes one word of its own name into a word of another's.
  struct Mixture {
    /// The thing whose other name it is.
    var owner: Int
    /// The thing that it may mean as well.
    var other: Int
    /// The name, as it is written.
    var name: String
    /// The word that it changes, as it is compared.
    var word: String
  }

  /// Groups of things whose names say the same in other words, or differ by one letter; each in
  /// ascending order, by their first.
  private(set) var lookalikes: [[Int]] = []
  /// Other names that mix two names, by owner.
  private(set) var mixtures: [Mixture] = []

  /// What is left of a name to compare, and whose it is.
  private struct Entry {
    let owner: Int
    let core: [String]
  }

  /// Compares names.
  ///
  /// Names are looked up by their words and never compared in pairs. Words that differ by one letter
  /// are found by what is left of them when a letter is taken out.
  ///
  /// Reference: W. Garbe, "1000x faster spelling correction algorithm", 2012, for the letters left
  /// out.
  ///
  /// - Parameters:
  ///   - names: The names of each thing, the main one first.
  ///   - places: Words that may differ by one letter, because places do.
  /// - Complexity: O(*n*) for *n* letters in all, beside what is found.
  init(of names: [[String]], places: Set<String>) {
    var entries: [Entry] = []
    var owners: [String: [Int]] = [:]
    var parent = Array(names.indices)
    func root(_ thing: Int) -> Int {
      var thing = thing
      while parent[thing] != thing {
        parent[thing] = parent[parent[thing]]
        thing = parent[thing]
      }
      return thing
    }
    func join(_ a: Int, _ b: Int) {
      let (a, b) = (root(a), root(b))
      if a != b { parent[max(a, b)] = min(a, b) }
    }
    var main: [[String]] = []
    main.reserveCapacity(names.count)
    for (thing, own) in names.enumerated() {
      for (number, name) in own.enumerated() {
        let comparable = ComparableName(name)
        if number == 0 { main.append(comparable.words) }
        let core = Array(comparable.core)
        guard !core.isEmpty else { continue }
        entries.append(Entry(owner: thing, core: core))
        let key = core.joined()
        if let first = owners[key]?.first { join(first, thing) }
        owners[key, default: []].append(thing)
      }
    }

    var entriesByWord: [String: [Int]] = [:]
    for (number, entry) in entries.enumerated() {
      for word in Set(entry.core) { entriesByWord[word, default: []].append(number) }
    }
    for (one, other) in Self.wordsOneLetterApart(Array(entriesByWord.keys))
    where !(places.contains(one) && places.contains(other)) {
      let (rarer, word) =
        entriesByWord[one, default: []].count <= entriesByWord[other, default: []].count
        ? (one, other) : (other, one)
      for number in entriesByWord[rarer, default: []] {
        let entry = entries[number]
        let key = entry.core.map { $0 == rarer ? word : $0 }.joined()
        for thing in owners[key, default: []] { join(entry.owner, thing) }
      }
    }
    let groups = Dictionary(grouping: names.indices, by: root).values.filter { $0.count > 1 }
    lookalikes = groups.sorted { $0[0] < $1[0] }

    var thingsByWord: [String: [Int]] = [:]
    let hasOtherNames = names.contains { $0.count > 1 }
    if hasOtherNames {
      for (thing, words) in main.enumerated() {
        for word in Set(words) { thingsByWord[word, default: []].append(thing) }
      }
    }
    for (owner, own) in names.enumerated() where own.count > 1 {
      for name in own.dropFirst() {
        let words = ComparableName(name).words
        guard words.count > 2, words.count == main[owner].count else { continue }
        let changed = words.indices.filter { words[$0] != main[owner][$0] }
        guard changed.count == 1, let place = changed.first,
          !ComparableName.sorts.contains(words[place]),
          !ComparableName.sorts.contains(main[owner][place]),
          let other = thingsByWord[words[place], default: []].first(where: { $0 != owner })
        else { continue }
        mixtures.append(Mixture(owner: owner, other: other, name: name, word: words[place]))
      }
    }
  }

  /// The pairs of words of five letters or more that begin alike and differ by one letter: another,
  /// one more, or two that changed places.
  private static func wordsOneLetterApart(_ words: [String]) -> [(String, String)] {
    let words = words.filter { $0.utf8.count > 4 && $0.allSatisfy(\.isLetter) }.sorted()
    let letters = words.map { Array($0.utf8) }
    var wordsByRest: [UInt64: [Int]] = [:]
    for (number, word) in letters.enumerated() {
      for left in word.indices.dropFirst() where left == 1 || word[left] != word[left - 1] {
        wordsByRest[hash(word, without: left), default: []].append(number)
      }
      wordsByRest[hash(word, without: -1), default: []].append(number)
    }
    var pairs: Set<[Int]> = []
    for numbers in wordsByRest.values where numbers.count > 1 {
      for (place, a) in numbers.enumerated() {
        for b in numbers[(place + 1)...] where a != b && isOneLetterApart(letters[a], letters[b]) {
          pairs.insert([min(a, b), max(a, b)])
        }
      }
    }
    return pairs.sorted { $0.lexicographicallyPrecedes($1) }.map { (words[$0[0]], words[$0[1]]) }
  }

  /// A number for what is left of a word without one of its letters (Fowler, Noll and Vo).
  private static func hash(_ word: [UInt8], without left: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for (place, letter) in word.enumerated() where place != left {
      hash = (hash ^ UInt64(letter)) &* 0x100_0000_01b3
    }
    return hash
  }

  /// Whether two words begin alike and differ by one letter.
  private static func isOneLetterApart(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard short.first == long.first, long.count - short.count <= 1 else { return false }
    guard let place = short.indices.first(where: { short[$0] != long[$0] }) else {
      return short.count != long.count
    }
    if short.count < long.count { return short[place...] == long[(place + 1)...] }
    if short[(place + 1)...] == long[(place + 1)...] { return true }
    return place + 1 < short.count && short[place] == long[place + 1]
      && short[place + 1] == long[place] && short[(place + 2)...] == long[(place + 2)...]
  }
}
