import FingerpostFormats

/// Two maps between which a single key differs, made from the description of the format for every
/// key of every record, so that a key which is added later is tried too.
struct OneKeyChange: CustomStringConvertible {
  /// The keys that lead to the one that differs, without ids.
  let path: [String]
  /// Whether the earlier map leaves the key out.
  let isFirstStatement: Bool
  let before: String
  let after: String

  var description: String {
    path.joined(separator: ".") + (isFirstStatement ? ", first stated" : "")
  }

  /// One change or two for each key.
  static let all: [OneKeyChange] = {
    var changes: [OneKeyChange] = []
    collect(MapFormat.shapes[0], at: [], within: [], into: &changes) { $0 }
    return changes
  }()

  private static func collect(
    _ shape: ShapeDescription, at path: [String], within outer: Set<String>,
    into changes: inout [OneKeyChange], wrap: (Tree) -> Tree
  ) {
    let fields = shape.fields()
    // The ids of elements and of levels tell which are the same, so that they do not change.
    let ids: Set<String> = path.isEmpty ? ["fingerpost", "id", "intensities"] : ["id"]
    for field in fields where !ids.contains(field.key) {
      let path = path + [field.key]
      /// The record with this key, and what it needs beside it.
      func record(_ value: Tree?) -> Tree {
        let others = minimal(shape, variant: 0).entries.filter { $0.0 != field.key }
        return .mapping(others + (value.map { [(field.key, $0)] } ?? []))
      }
      func text(_ value: Tree?) -> String { wrap(record(value)).text }
      // What differs within a record is tried below, and elements are new or gone, not changed.
      if field.value.innerShape == nil, !identities.contains(path) {
        let (one, two) = (value(field.value, 0), value(field.value, 1))
        let inner = if case .table(let words) = field.value { [words[0].raw] } else { [String]() }
        changes.append(
          OneKeyChange(
            path: path + inner, isFirstStatement: false, before: text(one), after: text(two)))
      }
      if !field.isRequired, !isElements(field.value, at: path), !alwaysStated.contains(path) {
        changes.append(
          OneKeyChange(
            path: path, isFirstStatement: true, before: text(nil),
            after: text(value(field.value, 1))))
      }
      if let inner = field.value.innerShape, !outer.contains(inner.name) {
        collect(inner, at: path, within: outer.union([shape.name, inner.name]), into: &changes) {
          wrap(record(field.value.holding($0)))
        }
      }
    }
  }

  /// Keys that a map has a value for when it leaves them out.
  private static let alwaysStated: Set<[String]> = [
    ["title"], ["language"], ["invented"], ["views", "group-by"], ["views", "colour-by"],
  ]

  /// Keys by which the items of a list are told apart.
  private static let identities: Set<[String]> = [
    ["services", "only-for", "condition"], ["services", "differs-from", "service"],
  ]

  /// Whether a key of a map holds a collection of elements.
  private static func isElements(_ value: ValueDescription, at path: [String]) -> Bool {
    switch value {
    case .keyed: true
    case .records: path.count == 1
    default: false
    }
  }

  fileprivate static func minimal(_ shape: ShapeDescription, variant: Int) -> Tree {
    .mapping(
      shape.fields().filter { $0.isRequired || $0.key == "id" || $0.key == "title" }
        .map { ($0.key, $0.key == "fingerpost" ? .scalar("1") : value($0.value, variant)) })
  }

  private static func value(_ value: ValueDescription, _ variant: Int) -> Tree {
    switch value {
    case .text: .scalar("words \(variant)")
    case .id, .reference: .scalar("some-id-\(variant)")
    case .word(_, let words): .scalar(words[min(variant, words.count - 1)].raw)
    case .yesNo: .scalar(variant == 0 ? "yes" : "no")
    case .integer(let range): .scalar("\(range.lowerBound + variant)")
    case .pattern("the address of an element", _, _, _): .scalar("services/a-\(variant)")
    case .pattern(_, _, let examples, _): .scalar(examples[min(variant, examples.count - 1)])
    case .list(let item): .list([self.value(item, variant)])
    case .records(let shape): .list([minimal(shape, variant: variant)])
    case .record(let shape):
      .mapping(
        minimal(shape, variant: variant).entries
          + (shape.fields().first { !$0.isRequired }.map {
            [($0.key, self.value($0.value, variant))]
          }
            ?? []))
    case .keyed(let shape): .mapping([("key-\(variant)", minimal(shape, variant: variant))])
    case .table(let words): .mapping([(words[0].raw, .scalar("\(variant)"))])
    case .orNone(let inner): self.value(inner, variant)
    }
  }
}

/// Text of a map in flow style.
private enum Tree {
  case scalar(String)
  case list([Tree])
  case mapping([(String, Tree)])

  var entries: [(String, Tree)] {
    if case .mapping(let entries) = self { entries } else { [] }
  }

  var text: String {
    switch self {
    case .scalar(let text): text
    case .list(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.0): \($0.1.text)" }.joined(separator: ", ") + "}"
    }
  }
}

extension ValueDescription {
  fileprivate var innerShape: ShapeDescription? {
    switch self {
    // A difference tells of a range of ages as one fact.
    case .record(let shape) where shape.name == "range of ages": nil
    case .records(let shape), .record(let shape), .keyed(let shape): shape
    case .orNone(let inner): inner.innerShape
    default: nil
    }
  }

  /// The value that holds one such record.
  fileprivate func holding(_ record: Tree) -> Tree {
    switch self {
    case .records: .list([record])
    case .keyed: .mapping([("some-key", record)])
    default: record
    }
  }
}
