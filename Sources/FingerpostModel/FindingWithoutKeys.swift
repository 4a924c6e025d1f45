extension Finding {
  /// What is the matter, for people who do not edit the map: keys stand in it as plain words.
  public var messageWithoutKeys: String { message.withoutKeys }

  /// What to do, for people who do not edit the map: what is to be written in the map is left out;
  /// empty where that is all there is to do.
  public var remedyWithoutKeys: String {
    remedy.sentences.compactMap(\.beforeKeys).joined(separator: " ")
  }
}

extension String {
  /// With each `` `key:` `` as plain words.
  fileprivate var withoutKeys: String {
    replacing(/`([^`]*)`/) { match in
      var key = match.output.1
      if key.hasSuffix(":") { key.removeLast() }
      return key.replacing(": ", with: " ").replacing("-", with: " ")
    }
  }

  /// The text in pieces that each end with a full stop before a space, or with the text.
  fileprivate var sentences: [String] {
    var sentences: [String] = []
    var rest = self[...]
    while let stop = rest.firstRange(of: ". ") {
      sentences.append(String(rest[..<stop.lowerBound]) + ".")
      rest = rest[stop.upperBound...]
    }
    return rest.isEmpty ? sentences : sentences + [String(rest)]
  }

  /// A sentence as far as it goes before the part that names a key; `nil` for one that begins with it.
  fileprivate var beforeKeys: String? {
    guard let key = firstIndex(of: "`") else { return self }
    let before = self[..<key]
    let ends = ["; ", ", and ", ", or ", ", so ", " and write "].compactMap {
      before.ranges(of: $0).last?.lowerBound
    }
    guard let end = ends.max() else { return nil }
    let told = before[..<end]
    return (told.hasSuffix(",") ? told.dropLast() : told) + "."
  }
}
