import FingerpostFormats

/// One column of a table.
struct MapColumn: Sendable {
  /// What stands in its cells.
  enum Content: Hashable, Sendable {
    /// One value.
    case value
    /// Several values with semicolons between them.
    case list
    /// `none`, or `yes` for facts that are stated without a single one of them; the facts themselves
    /// have columns of their own.
    case whole
    /// `none` for a list that has a table of its own and is stated to be empty.
    case onlyNone
    /// A list of records on one line, as a map file has it in brackets.
    case nested
    /// The element that a row belongs to.
    case owner
  }

  /// The keys that lead to its value: `[referral, methods]`.
  let path: [String]
  /// What a value is.
  let value: ValueDescription
  let content: Content
  let summary: String
  let isRequired: Bool
  /// The headings of the columns that hold the facts themselves, for one that holds only whether there
  /// are any.
  var parts: [String] = []

  /// What stands above it: `referral: methods`.
  var heading: String { path.map(\.asWords).joined(separator: ": ") }

  /// Whether its cells hold text as it is.
  var isText: Bool { if case .text = value.plain { true } else { false } }

  /// Whether `none` in a cell says that there is none.
  var takesNone: Bool { if case .orNone = value { true } else { false } }

  /// The columns of a field.
  static func columns(
    of field: ShapeDescription.Field, under path: [String], isInItem: Bool = false
  ) -> [MapColumn] {
    let here = path + [field.key]
    func column(_ content: Content, _ value: ValueDescription) -> MapColumn {
      MapColumn(
        path: here, value: value, content: content, summary: field.summary,
        isRequired: field.isRequired && path.isEmpty)
    }
    func whole(_ parts: [MapColumn]) -> [MapColumn] {
      var column = column(.whole, .yesNo)
      column.parts = parts.map(\.heading)
      return [column] + parts
    }
    switch field.value.plain {
    case .record(let shape):
      return whole(shape.fields().flatMap { columns(of: $0, under: here, isInItem: isInItem) })
    case .table(let words):
      return whole(
        words.map { word in
          MapColumn(
            path: here + [word.raw], value: .integer(0...100), content: .value,
            summary: "\(field.summary) \(word.label).", isRequired: false)
        })
    case .records: return [column(isInItem || !path.isEmpty ? .nested : .onlyNone, .text)]
    case .list(let item): return [column(.list, item)]
    default: return [column(.value, field.value)]
    }
  }
}

extension ValueDescription {
  /// The value without the word `none` beside it.
  var plain: ValueDescription {
    if case .orNone(let inner) = self { inner.plain } else { self }
  }
}

extension String {
  /// A key as people read it: `funded-until` is `funded until`.
  var asWords: String { replacing("-", with: " ") }
}
