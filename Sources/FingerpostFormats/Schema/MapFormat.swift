import FingerpostModel

/// Everything that a map file can hold, walked from the shape of a map.
///
/// A place in a file is written as a path: `services.*.excludes[].onward`, where `*` stands for any
/// id and `[]` for any item of a list; what stands at the top has `map` before it: `map.title`.
package enum MapFormat {
  /// One key of one kind of record.
  package struct Key: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The record, as a noun.
    package let record: String
    /// The key, as it is written.
    package let key: String

    /// The record and the key, for a message.
    package var description: String { "\(record): \(key)" }

    /// Orders keys by record, then by key.
    package static func < (a: Self, b: Self) -> Bool {
      (a.record, a.key) < (b.record, b.key)
    }
  }

  /// Every key of every record, in the order in which people read them.
  package static var keys: [Key] {
    shapes.flatMap { shape in shape.fields().map { Key(record: shape.name, key: $0.key) } }
  }

  /// The keys along a path; `nil` when a map file has no such place.
  package static func keys(along path: String) -> [Key]? {
    place(path)?.keys
  }

  /// Whether the place that a path names takes a word.
  package static func takes(_ word: String, at path: String) -> Bool {
    guard let value = place(path)?.value else { return false }
    return takes(word, value)
  }

  /// Every word of every vocabulary, with the kinds of service and the levels that need no
  /// declaration.
  package static var words: Set<String> {
    Set(vocabularies.flatMap(\.words).map(\.raw))
      .union(knownWords(of: [.kinds, .intensities]).map(\.raw))
  }

  // MARK: - Records and vocabularies

  /// Every kind of record, a map first, each once.
  package static let shapes: [ShapeDescription] = {
    var found: [ShapeDescription] = [Shape<SystemMap>.map.description]
    var names: Set<String> = [found[0].name]
    var next = 0
    while next < found.count {
      for field in found[next].fields() {
        if let shape = field.value.shape, names.insert(shape.name).inserted { found.append(shape) }
      }
      next += 1
    }
    return found
  }()

  /// A closed list of words.
  struct Vocabulary {
    let name: String
    let words: [(raw: String, label: String)]
  }

  /// Every vocabulary, in the order in which the records first use them.
  static let vocabularies: [Vocabulary] = {
    var found: [Vocabulary] = []
    var names: Set<String> = []
    for field in shapes.flatMap({ $0.fields() }) {
      if case .word(let name, let words) = field.value.single, names.insert(name).inserted {
        found.append(Vocabulary(name: name, words: words))
      }
    }
    return found
  }()

  // MARK: - Paths

  private static func place(_ path: String) -> (keys: [Key], value: ValueDescription)? {
    var steps = path.split(separator: ".", omittingEmptySubsequences: false)[...]
    if steps.first == "map" { steps = steps.dropFirst() }
    var shape = shapes[0]
    var keys: [Key] = []
    while let step = steps.popFirst() {
      let isItem = step.hasSuffix("[]")
      let key = isItem ? String(step.dropLast(2)) : String(step)
      guard let field = shape.fields().first(where: { $0.key == key }) else { return nil }
      keys.append(Key(record: shape.name, key: key))
      if isItem, !field.value.isList { return nil }
      if case .keyed = field.value, !steps.isEmpty {
        guard steps.popFirst() == "*" else { return nil }
      }
      guard !steps.isEmpty else { return (keys, field.value) }
      // Into the records of a list only through an item of it.
      guard let inner = field.value.shape, isItem == field.value.isList else { return nil }
      shape = inner
    }
    return nil
  }

  private static func takes(_ word: String, _ value: ValueDescription) -> Bool {
    switch value {
    case .word(_, let words), .table(let words): words.contains { $0.raw == word }
    case .reference(let targets): knownWords(of: targets).contains { $0.raw == word }
    case .yesNo: word == "yes" || word == "no"
    case .list(let item): takes(word, item)
    case .orNone(let inner): word == "none" || takes(word, inner)
    case .text, .id, .integer, .pattern, .records, .record, .keyed: false
    }
  }

  /// The ids that references can name without a map's declaring them.
  package static func knownWords(of targets: [ReferenceTarget]) -> [(raw: String, label: String)] {
    targets.flatMap { target -> [(raw: String, label: String)] in
      switch target {
      case .kinds: ServiceKind.known.map { ($0.id.rawValue, $0.name) }
      case .intensities: Intensity.defaultScale.map { ($0.id.rawValue, $0.name) }
      case .families: [("families", "families themselves")]
      case .areas, .agreements, .boards, .conditions, .documents, .needs, .organisations,
        .programmes, .services, .sources:
        []
      }
    }
  }
}

extension ValueDescription {
  /// The kind of record that the value holds, if it holds any.
  package var shape: ShapeDescription? {
    switch self {
    case .record(let shape), .records(let shape), .keyed(let shape): shape
    case .list(let inner), .orNone(let inner): inner.shape
    case .text, .id, .reference, .word, .yesNo, .integer, .pattern, .table: nil
    }
  }

  /// Whether the value may have several items.
  package var isList: Bool {
    switch self {
    case .list, .records: true
    case .orNone(let inner): inner.isList
    case .text, .id, .reference, .word, .yesNo, .integer, .pattern, .record, .keyed, .table: false
    }
  }

  /// The value without what may stand round it: an item of a list, the value beside `none`.
  package var single: ValueDescription {
    switch self {
    case .list(let inner), .orNone(let inner): inner.single
    default: self
    }
  }
}
