import FingerpostFormats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension YAMLValue {
  /// What a node says, a quoted `none` kept apart from the word.
  init(exactly node: YAMLNode) {
    switch node.kind {
    case .scalar:
      self =
        node.isNull
        ? .null : node.isQuoted && node.text == "none" ? .quoted("none") : .scalar(node.text)
    case .sequence: self = .sequence(node.elements.map { YAMLValue(exactly: $0) })
    case .mapping:
      self = .mapping(node.entries.map { Entry($0.key.text, YAMLValue(exactly: $0.value)) })
    }
  }

  /// The text, where it is nothing else.
  var text: String? {
    switch self {
    case .scalar(let text), .quoted(let text): text
    case .null, .sequence, .mapping: nil
    }
  }

  /// The items of a list; none of anything else.
  var items: [YAMLValue] { if case .sequence(let items) = self { items } else { [] } }

  /// The keys and values of a mapping; none of anything else.
  var entries: [Entry] { if case .mapping(let entries) = self { entries } else { [] } }

  /// Whether it is a list or a mapping.
  var isCollection: Bool {
    switch self {
    case .sequence, .mapping: true
    case .null, .scalar, .quoted: false
    }
  }

  /// What stands under a key of a mapping.
  subscript(key: String) -> YAMLValue? { entries.first { $0.key == key }?.value }

  /// A mapping without some of its keys.
  func without(_ keys: Set<String>) -> YAMLValue {
    .mapping(entries.filter { !keys.contains($0.key) })
  }

  /// The value as JSON in which all that is said is text, on one line and with its keys in order.
  var jsonLine: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(json)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private var json: JSONValue {
    switch self {
    case .null: ""
    case .scalar(let text), .quoted(let text): .string(text)
    case .sequence(let items): .array(items.map(\.json))
    case .mapping(let entries):
      .object(Dictionary(entries.map { ($0.key, $0.value.json) }) { first, _ in first })
    }
  }
}
