package import FingerpostFormats

/// What a file says of one element, each fact with its place, before anybody has looked whether it
/// makes sense.
package struct ImportedRecord: Sendable {
  /// One fact.
  package struct Field: Sendable {
    /// The key, as it is written in a map.
    package var key: String
    /// What is said.
    package var value: ImportedValue
    /// The column that it stands in, counted from 1; 0 when it stands in none.
    package var column: Int
    /// What the column or property is called in the file.
    package var name: String?

    /// Makes a fact.
    package init(
      _ key: String, _ value: ImportedValue, column: Int = 0, name: String? = nil
    ) {
      self.key = key
      self.value = value
      self.column = column
      self.name = name
    }
  }

  /// The id under which a keyed element stands; `nil` for the item of a list.
  package var id: String?
  /// Where it stands.
  package var place: ImportPlace
  /// What is said of it, in the order in which it is to be written.
  package var fields: [Field]

  /// Makes a record.
  package init(id: String? = nil, place: ImportPlace, fields: [Field] = []) {
    self.id = id
    self.place = place
    self.fields = fields
  }
}

/// What is said under a key.
package indirect enum ImportedValue: Sendable {
  /// Something that stands in one cell: a text, a list of them, or a small mapping.
  case value(YAMLValue)
  /// Facts together, from columns that belong together.
  case record(ImportedRecord)
  /// Items of a list, each with its own place.
  case records([ImportedRecord])
  /// Elements under their ids.
  case keyed([ImportedRecord])
}

extension ImportedRecord {
  /// The id that an item of a list states.
  var statedID: String? {
    for field in fields where field.key == "id" {
      if case .value(.scalar(let id)) = field.value { return id }
    }
    return nil
  }

  /// Sets a fact at the end of a path.
  mutating func set(
    _ path: ArraySlice<String>, _ value: ImportedValue, column: Int, name: String
  ) {
    guard let key = path.first else { return }
    let index = fields.firstIndex { $0.key == key }
    guard path.count > 1 else {
      if index == nil { fields.append(Field(key, value, column: column, name: name)) }
      return
    }
    var inner = ImportedRecord(place: place)
    if let index {
      // Stated to be none, and a fact of it: the reader of the map says that this cannot be.
      guard case .record(let known) = fields[index].value else { return }
      inner = known
    }
    inner.set(path.dropFirst(), value, column: column, name: name)
    if let index {
      fields[index].value = .record(inner)
    } else {
      fields.append(Field(key, .record(inner), column: column, name: name))
    }
  }

  /// Adds an item to a list.
  mutating func append(_ item: ImportedRecord, to list: String) {
    if let index = fields.firstIndex(where: { $0.key == list }) {
      if case .records(var items) = fields[index].value {
        // Taken out first, so that a long list is not copied for each of its items.
        fields[index].value = .records([])
        items.append(item)
        fields[index].value = .records(items)
      } else {
        // Stated to be none, and an item all the same: both are written, and the reader says so.
        fields.append(Field(list, .records([item])))
      }
    } else {
      fields.append(Field(list, .records([item])))
    }
  }
}
