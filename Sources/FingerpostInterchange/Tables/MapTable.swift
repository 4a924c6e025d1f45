import FingerpostFormats
import FingerpostModel

/// One table of the map: a sheet of a workbook, or a file of comma-separated values.
///
/// The tables follow from the shape of a map file, so that a key that is added there is a column here.
/// Every element has a row in the table of its collection; what it holds in lists of its own, such as
/// the seats of a board, has a table beside that, whose first column names the element.
struct MapTable: Sendable {
  /// What a row is about.
  enum Subject: Hashable, Sendable {
    /// The map itself: a row a key.
    case map
    /// An element of a collection.
    case element(collection: String)
    /// An item of a list of an element.
    case item(collection: String, list: String)
  }

  /// The name of the sheet, and of the file without its ending: `services`, `seats of boards`.
  let name: String
  let subject: Subject
  /// What a row is, as a singular noun.
  let noun: String
  let summary: String
  let columns: [MapColumn]

  /// All tables, in the order of the format, those of lists after the table of their elements.
  static let all: [MapTable] = {
    var tables: [MapTable] = []
    let map = MapFormat.shapes[0]
    var head: [MapColumn] = []
    for field in map.fields() {
      guard ElementID.Collection(rawValue: field.key) != nil, let shape = field.value.shape else {
        head += MapColumn.columns(of: field, under: [])
        continue
      }
      head.append(
        MapColumn(
          path: [field.key], value: .text, content: .onlyNone,
          summary: "`none` when the map says that there are no \(field.key).", isRequired: false))
      tables += Self.tables(of: shape, in: field)
    }
    return [
      MapTable(
        name: "map", subject: .map, noun: "map", summary: "The map itself, a row a fact.",
        columns: head)
    ] + tables
  }()

  private static func tables(
    of shape: ShapeDescription, in field: ShapeDescription.Field
  ) -> [MapTable] {
    let collection = field.key
    let isKeyed = if case .keyed = field.value { true } else { false }
    var columns: [MapColumn] = []
    if isKeyed {
      columns.append(
        MapColumn(
          path: ["id"], value: .id, content: .value,
          summary: "What others call it by; made of its name where it is left empty.",
          isRequired: false))
    }
    var lists: [MapTable] = []
    for inner in shape.fields() {
      columns += MapColumn.columns(of: inner, under: [])
      guard case .records(let item) = inner.value.plain else { continue }
      let owner = MapColumn(
        path: [item.fields().contains { $0.key == shape.name } ? "this \(shape.name)" : shape.name],
        value: .text, content: .owner,
        summary: "The id or the name of the \(shape.name) that it belongs to.", isRequired: true)
      lists.append(
        MapTable(
          name: "\(inner.key.asWords) of \(collection)",
          subject: .item(collection: collection, list: inner.key), noun: item.name,
          summary: inner.summary,
          columns: [owner]
            + item.fields().flatMap { MapColumn.columns(of: $0, under: [], isInItem: true) }))
    }
    let main = MapTable(
      name: collection, subject: .element(collection: collection), noun: shape.name,
      summary: field.summary, columns: columns)
    return [main] + lists
  }
}
