import FingerpostModel
import Synchronization

/// How one kind of record is written in a map file: the single place from which it is read,
/// described in the JSON Schema and documented.
struct Shape<Record>: Sendable {
  /// What the schema and the documentation say of it.
  let description: ShapeDescription
  private let table: @Sendable () -> FieldTable<Record>

  /// Describes a record.
  ///
  /// - Parameters:
  ///   - name: A singular noun, such as `service`.
  ///   - summary: One sentence.
  ///   - fields: The fields; made once, when the shape is first used.
  init(
    _ name: String, _ summary: String, fields: @escaping @Sendable () -> [Field<Record>]
  ) {
    let once = Once { FieldTable(fields()) }
    table = { once.value }
    description = ShapeDescription(name: name, summary: summary) {
      once.value.fields.map {
        ShapeDescription.Field(
          key: $0.key, isRequired: $0.isRequired, summary: $0.summary, value: $0.value)
      }
    }
  }

  /// Reads the fields of a mapping into a record.
  ///
  /// - Parameters:
  ///   - node: The mapping.
  ///   - record: The record; what the mapping does not say stays as it is.
  ///   - reading: Takes the problems.
  ///   - isWhole: Whether the record is there already, so that no key is missed.
  ///   - others: Keys that something else reads.
  /// - Returns: Whether every required key was there and the value was a mapping.
  func read(
    _ node: YAMLNode, into record: inout Record, _ reading: MapReading,
    intoWhole isWhole: Bool = false, besides others: [String] = []
  ) -> Bool {
    let table = table()
    guard node.kind == .mapping else {
      reading.report(
        .wrongType,
        "here a \(description.name) is described by keys and values, such as "
          + "`\(table.fields.first?.key ?? "name"): …`; this is \(node.inWords)", at: node)
      return false
    }
    var found: UInt64 = 0  // a bit for each required field
    for (key, value) in node.entries {
      guard let place = table.place(of: key) else {
        if others.isEmpty || !others.contains(key.text) {
          reading.reportUnknownKey(key, of: description.name, known: others + table.keys)
        }
        continue
      }
      // Nothing after the key: as if it were not there. Nor does empty text say what has to be said.
      guard !value.isNull, table.requiredBits[place] == 0 || !value.isEmptyText else { continue }
      found |= table.requiredBits[place]
      table.fields[place].read(value, &record, reading)
    }
    guard isWhole || found == table.allRequired else {
      for (place, field) in table.fields.enumerated()
      where field.isRequired && found & table.requiredBits[place] == 0 {
        reading.report(
          .missingKey,
          "this \(description.name) has no `\(field.key)`; add `\(field.key):` \(field.hint)",
          at: node)
      }
      return false
    }
    return true
  }
}

/// One key of a record: what it takes, and where what it takes is kept.
struct Field<Record>: Sendable {
  let key: String
  let isRequired: Bool
  let summary: String
  let value: ValueDescription
  let read: @Sendable (YAMLNode, inout Record, MapReading) -> Void

  /// A key whose value is always there once it is read.
  static func required<Value>(
    _ key: String, _ property: any (WritableKeyPath<Record, Value> & Sendable),
    _ type: ValueType<Value>,
    _ summary: String
  ) -> Field {
    Field(key: key, isRequired: true, summary: summary, value: type.description) {
      node, record, reading in
      if let value = type.read(node, reading) { record[keyPath: property] = value }
    }
  }

  /// A key that may be left out, which means that the map does not say.
  static func optional<Value>(
    _ key: String, _ property: any (WritableKeyPath<Record, Value?> & Sendable),
    _ type: ValueType<Value>,
    _ summary: String
  ) -> Field {
    Field(key: key, isRequired: false, summary: summary, value: type.description) {
      node, record, reading in
      if let value = type.read(node, reading) { record[keyPath: property] = value }
    }
  }

  /// A key that may be left out and always has a value all the same.
  static func defaulted<Value>(
    _ key: String, _ property: any (WritableKeyPath<Record, Value> & Sendable),
    _ type: ValueType<Value>,
    _ summary: String
  ) -> Field {
    Field(key: key, isRequired: false, summary: summary, value: type.description) {
      node, record, reading in
      if let value = type.read(node, reading) { record[keyPath: property] = value }
    }
  }

  /// A key that may be left out, or say `none`, which is not the same.
  static func stated<Value>(
    _ key: String, _ property: any (WritableKeyPath<Record, Stated<Value>> & Sendable),
    _ type: ValueType<Value>, _ summary: String
  ) -> Field {
    Field(key: key, isRequired: false, summary: summary, value: .orNone(type.description)) {
      node, record, reading in
      if node.isNone {
        record[keyPath: property] = .none
      } else if let value = type.read(node, reading) {
        record[keyPath: property] = .stated(value)
      }
    }
  }

  /// What to write after the key, for a message that asks for it.
  var hint: String {
    switch value {
    case .word(_, let words): "with one of: " + words.map(\.raw).joined(separator: ", ")
    case .pattern(let name, _, let examples, _): "with \(name), such as \(examples[0])"
    case .reference(let targets): "with the id of a \(targets[0].noun)"
    default: "and what it is"
    }
  }
}

/// The fields of a record, found by their keys' bytes.
private struct FieldTable<Record>: Sendable {
  let fields: [Field<Record>]
  let keys: [String]
  /// For each field a bit of its own when it is required, otherwise 0.
  let requiredBits: [UInt64]
  let allRequired: UInt64
  /// For each length, the places of the keys that long.
  private let byLength: [[(bytes: [UInt8], place: Int)]]

  init(_ fields: [Field<Record>]) {
    self.fields = fields
    keys = fields.map(\.key)
    var bits: [UInt64] = []
    var next: UInt64 = 1
    for field in fields {
      bits.append(field.isRequired ? next : 0)
      if field.isRequired { next <<= 1 }
    }
    requiredBits = bits
    allRequired = next - 1
    var lengths: [[(bytes: [UInt8], place: Int)]] = []
    for (place, field) in fields.enumerated() {
      let bytes = Array(field.key.utf8)
      while lengths.count <= bytes.count { lengths.append([]) }
      lengths[bytes.count].append((bytes, place))
    }
    byLength = lengths
  }

  /// - Complexity: O(*k*), where *k* is the number of keys of the same length.
  func place(of key: YAMLNode) -> Int? {
    key.withBytes { bytes in
      guard bytes.count < byLength.count else { return nil }
      return byLength[bytes.count].first { bytes.elementsEqual($0.bytes) }?.place
    }
  }
}

/// A value that is made when it is first asked for, by whichever task asks first.
private final class Once<Value: Sendable>: Sendable {
  private let state: Mutex<Value?>
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
    state = Mutex(nil)
  }

  var value: Value {
    state.withLock { known in
      if let known { return known }
      let made = make()
      known = made
      return made
    }
  }
}
