import FingerpostAnalysis
package import FingerpostFormats
package import FingerpostModel

extension SystemMap {
  /// Everything that the map says, as a map file would say it: keys in the order of the format, lists
  /// in the order of the map, what is not stated left out, and every id written out.
  ///
  /// ```swift
  /// MapReader().read(text: map.written.fileText).map  // says the same as `map`
  /// ```
  ///
  /// - Complexity: O(*n*), where *n* is how much the map says.
  package var written: YAMLValue {
    let reading = StatementReading(keepsOrder: true)
    let shape = MapFormat.shapes[0]
    var values: [String: YAMLValue] = ["fingerpost": "1", "id": .scalar(id.rawValue)]
    for field in reading.record(of: self).fields {
      values[field.key] = YAMLValue(field.value, as: nil)
    }
    values["intensities"] = .sequence(intensities.map { .scalar($0.id.rawValue) })
    for field in shape.fields() {
      guard let collection = ElementID.Collection(rawValue: field.key),
        let shape = field.value.shape
      else { continue }
      let elements = reading.records(of: self, in: collection)
      if elements.isEmpty {
        if statedAsNone.contains(collection) { values[field.key] = "none" }
      } else if case .keyed = field.value {
        values[field.key] = .mapping(
          elements.map { .init($0.id, .mapping(YAMLValue.entries(of: $0.record, as: shape))) })
      } else {
        values[field.key] = .sequence(
          elements.map { .mapping(YAMLValue.entries(of: $0.record, as: shape)) })
      }
    }
    return .mapping(
      shape.fields().compactMap { field in
        values[field.key].map { .init(field.key, $0) }
      })
  }
}

extension YAMLValue {
  /// What a map says of a field, as it is written; `nil` when it does not say.
  ///
  /// - Parameters:
  ///   - statement: What it says.
  ///   - shape: The kind of record that the field holds, where it holds any.
  fileprivate init?(_ statement: Statement, as shape: ShapeDescription?) {
    switch statement {
    case .notStated, .absent: return nil
    case .none: self = "none"
    case .text("none"): self = .quoted("none")
    case .text, .span, .quantity, .yesNo, .date, .word, .reference, .address, .citation:
      self = .scalar(statement.description)
    case .ages(let ages):
      self = .mapping(
        [("from", ages.from), ("to", ages.to)].compactMap { key, age in
          age.map { .init(key, .scalar("\($0)")) }
        })
    case .list(let items), .sequence(let items):
      self = .sequence(items.compactMap { YAMLValue($0, as: shape) })
    case .record(let record): self = .mapping(Self.entries(of: record, as: shape))
    }
  }

  /// The facts of a record in the order of its shape, its id first where it has one.
  fileprivate static func entries(
    of record: StatedRecord, as shape: ShapeDescription?
  ) -> [Entry] {
    guard let shape else {
      return record.fields.compactMap { field in
        YAMLValue(field.value, as: nil).map { Entry(field.key, $0) }
      }
    }
    return shape.fields().compactMap { field in
      var statement = record[field.key]
      if field.key == "id" {
        // One that no map file can state was made of what the element says, and comes back by itself.
        statement = record.identity.description.isID ? record.identity : .notStated
      }
      // Percentages of nothing are a table without a row, for which there is no word.
      if case .table = field.value.plain, statement == .none {
        return Entry(field.key, .mapping([]))
      }
      return YAMLValue(statement, as: field.value.shape).map { Entry(field.key, $0) }
    }
  }
}

extension String {
  /// Whether a map file may state it as an id.
  var isID: Bool {
    !isEmpty && utf8.count <= 100 && utf8.first != UInt8(ascii: "-")
      && utf8.allSatisfy { byte in
        (97...122).contains(byte) || (48...57).contains(byte) || "-._".utf8.contains(byte)
      }
  }
}
