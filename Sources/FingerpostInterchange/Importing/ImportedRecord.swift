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
