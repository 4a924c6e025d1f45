extension String {
  /// Whether it begins like a person's name with a title: `Dr Ada Example`, not `Professor of
  /// nursing`.
  package var beginsWithTitle: Bool {
    // Most roles begin with another letter, and there are many.
    guard let first = utf8.first, titleInitials.contains(first) else { return false }
    let words = split(separator: " ", maxSplits: 2)
    guard words.count > 1, titles.contains(words[0]), let letter = words[1].first else {
      return false
    }
    return letter.isUppercase
  }

  /// What stands for somebody who is named where a role is asked for.
  static let somebody = "a named person"

  /// Whether it is an id that holds a part of a name.
  func holdsPart(ofName name: String) -> Bool {
    let words = split(separator: "-").map { String($0) }
    let names = name.lowercased().split { !$0.isLetter }.map { String($0) }
    return names.contains { $0.count > 2 && words.contains($0) }
  }
}

/// What stands before people's names in Britain, with and without a full stop.
private let titles: Set<Substring> = [
  "Dr", "Dr.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Mx", "Mx.", "Prof", "Prof.",
  "Professor", "Sir", "Dame", "Cllr", "Cllr.", "Councillor", "Revd", "Rev", "Rev.",
]
/// The letters that titles begin with.
private let titleInitials: Set<UInt8> = Set(titles.compactMap(\.utf8.first))
