/// What a key takes, as the schema, the documentation and error messages need to know it.
package indirect enum ValueDescription: Sendable {
  /// Any text on one or more lines.
  case text
  /// A new id.
  case id
  /// The id of an element of one of these collections.
  case reference([ReferenceTarget])
  /// One of a closed list of words, each with what it means to people.
  case word(vocabulary: String, words: [(raw: String, label: String)])
  /// `yes` or `no`.
  case yesNo
  /// A whole number in a range.
  case integer(ClosedRange<Int>)
  /// Something written in a form of its own: a date, an age, a count; `numbers` are those that may
  /// stand without a word beside them, which other programs read as numbers.
  case pattern(name: String, expression: String, examples: [String], numbers: ClosedRange<Int>?)
  /// Several values; a single one may be written without brackets.
  case list(ValueDescription)
  /// Several records in a list.
  case records(ShapeDescription)
  /// One record.
  case record(ShapeDescription)
  /// Records under their ids; a name alone stands for a record with only a name.
  case keyed(ShapeDescription)
  /// A number for each of some words.
  case table(words: [(raw: String, label: String)])
  /// The value, or the word `none`: stated that there is none.
  case orNone(ValueDescription)
}

/// The name and the fields of a record, without the type it is read into.
package struct ShapeDescription: Sendable {
  /// One field.
  package struct Field: Sendable {
    package let key: String
    package let isRequired: Bool
    package let summary: String
    package let value: ValueDescription
  }

  /// A singular noun, such as `service`.
  package let name: String
  /// One sentence.
  package let summary: String
  /// The fields in the order in which people read them.
  ///
  /// Made when asked for, because shapes hold one another.
  package let fields: @Sendable () -> [Field]
}

/// What a reference can name.
package enum ReferenceTarget: Int, CaseIterable, Sendable {
  case areas
  case agreements
  case boards
  case conditions
  case documents
  case intensities
  case kinds
  case needs
  case organisations
  case programmes
  case services
  case sources
  /// The word `families`, as the start of a route.
  case families

  /// The elements that links and reporting lines join.
  static let nodes: [ReferenceTarget] = [
    .services, .organisations, .boards, .programmes, .documents,
  ]

  /// What a citation names.
  static let source: [ReferenceTarget] = [.sources]

  /// The key of the map under which its elements stand.
  package var key: String { Self.keys[rawValue] }

  private static let keys = allCases.map { "\($0)" }

  /// One element of the collection, as a noun.
  package var noun: String {
    switch self {
    case .areas: "area"
    case .agreements: "agreement"
    case .boards: "board"
    case .conditions: "condition"
    case .documents: "document"
    case .intensities: "level of intensity"
    case .kinds: "kind of service"
    case .needs: "need"
    case .organisations: "organisation"
    case .programmes: "programme"
    case .services: "service"
    case .sources: "source"
    case .families: "family"
    }
  }
}
