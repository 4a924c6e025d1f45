import FingerpostModel

/// Finds which of the elements that are gone are the new ones under another id.
struct RenameSearch {
  /// An element that only one of the two maps has under its id.
  struct Candidate {
    let id: String
    let facts: [StatedRecord.Field]
    let record: StatedRecord

    init(_ id: String, _ record: StatedRecord) {
      self.id = id
      self.record = record
      facts = record.facts
    }
  }

  /// What is the same.
  private(set) var pairs: [(old: String, new: String)] = []
  /// What may be the same.
  private(set) var ambiguous: [(gone: [String], new: [String])] = []
  private var gone: [Candidate]
  private var new: [Candidate]

  /// With another name, at least so many other facts must be equal: two services of which a map says
  /// little look alike.
  private static let factsBesideName = 3

  /// Compares every candidate with every other by hash.
  ///
  /// - Parameters:
  ///   - gone: Elements of the earlier map, their references under the ids of the later one.
  ///   - new: Elements of the later map.
  ///   - identity: The keys that together tell such elements apart for people.
  ///   - name: The key of what people call such an element; `nil` when it has no name.
  /// - Complexity: O(*n*) on average, where *n* is how much the candidates state.
  init(gone: [Candidate], new: [Candidate], identity: [String], name: String?) {
    self.gone = gone
    self.new = new
    pair { $0.facts }
    pair { candidate in
      let values = identity.map { candidate.record[$0] }
      return values.allSatisfy { $0 == .notStated } ? nil : values
    }
    guard let name else { return }
    pair { candidate in
      let others = candidate.facts.filter { $0.key != name }
      return others.count { $0.value != .notStated } < Self.factsBesideName ? nil : others
    }
    pair(certain: false) { candidate in
      if case .text = candidate.record[name] { candidate.record[name] } else { nil }
    }
    let others = identity.filter { $0 != name }
    guard others.count > 1 else { return }
    pair(certain: false, onlyOnes: true) { candidate in
      let values = others.map { candidate.record[$0] }
      return values.contains(.notStated) ? nil : values
    }
  }

  /// Takes out the candidates that have the same key: one of each side is a pair, more is ambiguous.
  ///
  /// - Parameters:
  ///   - certain: Whether the key is enough to say that they are the same.
  ///   - onlyOnes: Whether the key says too little about more than one of each side.
  ///   - key: What candidates that are the same have in common; `nil` for one without it.
  private mutating func pair<Key: Hashable>(
    certain: Bool = true, onlyOnes: Bool = false, by key: (Candidate) -> Key?
  ) {
    guard !gone.isEmpty, !new.isEmpty else { return }
    var groups: [Key: (gone: [String], new: [String])] = [:]
    for candidate in gone {
      if let key = key(candidate) { groups[key, default: ([], [])].gone.append(candidate.id) }
    }
    for candidate in new {
      if let key = key(candidate) { groups[key, default: ([], [])].new.append(candidate.id) }
    }
    var goneFound: Set<String> = []
    var newFound: Set<String> = []
    for group in groups.values where !group.gone.isEmpty && !group.new.isEmpty {
      let isOne = group.gone.count == 1 && group.new.count == 1
      guard isOne || !onlyOnes else { continue }
      goneFound.formUnion(group.gone)
      newFound.formUnion(group.new)
      if certain, isOne {
        pairs.append((group.gone[0], group.new[0]))
      } else {
        ambiguous.append((group.gone.sorted(), group.new.sorted()))
      }
    }
    gone.removeAll { goneFound.contains($0.id) }
    new.removeAll { newFound.contains($0.id) }
  }
}
