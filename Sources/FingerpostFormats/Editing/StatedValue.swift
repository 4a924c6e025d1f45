/// What a map file says in one place, as forms and other programs hand it about: texts, lists, and
/// records without an order of their keys.
package indirect enum StatedValue: Hashable, Sendable {
  /// Text as it is written, such as `none`, `2 years` or `yes`.
  case text(String)
  /// A list.
  case list([StatedValue])
  /// Keys with what they say.
  case record([String: StatedValue])

  /// What a node says; `nil` when it states nothing.
  package init?(_ node: YAMLNode) {
    switch node.kind {
    case .scalar:
      if node.isNull { return nil }
      self = .text(node.text)
    case .sequence: self = .list(node.elements.compactMap { StatedValue($0) })
    case .mapping:
      var record: [String: StatedValue] = [:]
      for (key, value) in node.entries { record[key.text] = StatedValue(value) }
      self = .record(record)
    }
  }

  /// The value as it is written into a file, its keys in the order in which the format lists them.
  ///
  /// - Parameter type: What the place takes; `nil` when that is not known.
  /// - Returns: The value to write.
  func yaml(as type: ValueDescription?) -> YAMLValue {
    switch self {
    case .text(let text): return .scalar(text)
    case .list(let items): return .sequence(items.map { $0.yaml(as: type) })
    case .record(let record):
      let fields = type?.shape?.fields() ?? []
      let ranks = Dictionary(
        fields.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
      let types = Dictionary(
        fields.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
      return .mapping(
        record.sorted { a, b in
          let (rankOfA, rankOfB) = (ranks[a.key] ?? .max, ranks[b.key] ?? .max)
          return rankOfA == rankOfB ? a.key < b.key : rankOfA < rankOfB
        }.map { .init($0.key, $0.value.yaml(as: types[$0.key])) })
    }
  }
}

extension StatedValue: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let flag = try? container.decode(Bool.self) {
      self = .text(flag ? "yes" : "no")
    } else if let number = try? container.decode(Int.self) {
      self = .text(String(number))
    } else if let items = try? container.decode([StatedValue].self) {
      self = .list(items)
    } else {
      self = .record(try container.decode([String: StatedValue].self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .list(let items): try container.encode(items)
    case .record(let record): try container.encode(record)
    }
  }
}
