import FingerpostFormats
import FingerpostModel

/// What the columns of a table of nodes or edges mean.
struct EdgeListTable {
  /// Which of the two tables it is.
  enum Content {
    case nodes, edges
  }

  /// A column that says a fact of the elements of a collection.
  struct Fact {
    /// Its place in a row, counted from 0.
    let column: Int
    let heading: String
    /// The keys that lead to the fact.
    let path: [String]
    let value: ValueDescription
  }

  let content: Content
  /// The facts of each collection that rows can be elements of.
  let facts: [ElementID.Collection: [Fact]]
  /// The headings of columns that say nothing a map can be made of.
  let unknown: [String]
  /// Where the columns are that are no facts, such as `source`.
  private let places: [String: Int]

  /// Reads a row of headings; `nil` when neither nodes nor edges can stand below it.
  init?(_ headings: [String], _ options: ImportOptions) {
    let chosen = Dictionary(options.columns.map { ($0.key.asID, $0.value) }) { first, _ in first }
    let names = headings.map { heading in
      let name = chosen[heading.asID] ?? heading
      return name.split(separator: ".").map { String($0).asID }.joined(separator: ".")
    }
    var places: [String: Int] = [:]
    for (place, name) in names.enumerated() where places[name] == nil { places[name] = place }
    let own: Set<String>
    let collections: [ElementID.Collection]
    if places["source"] != nil, places["target"] != nil {
      content = .edges
      own = ["source", "target", "kind", "type", "id"]
      collections = [.routes, .links]
    } else if places["id"] != nil || places["name"] != nil || places["label"] != nil {
      content = .nodes
      own = ["id", "name", "label", "type"]
      collections = MapGraph.NodeType.allCases.compactMap(\.collection)
    } else {
      return nil
    }
    self.places = places
    let keys = Dictionary(uniqueKeysWithValues: MapGraph.names.map { ($0.value, $0.key) })
    var facts: [ElementID.Collection: [Fact]] = [:]
    var known = own
    let shapes = MapFormat.shapes[0].fields()
    for collection in collections {
      guard let shape = shapes.first(where: { $0.key == collection.rawValue })?.value.shape
      else { continue }
      for (place, name) in names.enumerated() where places[name] == place && !own.contains(name) {
        let path = (keys[name] ?? name).split(separator: ".").map(String.init)
        guard let value = shape.value(along: path[...]) else { continue }
        known.insert(name)
        facts[collection, default: []].append(
          Fact(column: place, heading: headings[place], path: path, value: value))
      }
    }
    self.facts = facts
    unknown = zip(headings, names).enumerated().filter { place, column in
      !column.0.isEmpty && (!known.contains(column.1) || places[column.1] != place)
    }.map(\.element.0)
  }

  /// What a row says in a column that is no fact, without white space at its ends; empty if nothing.
  func text(_ name: String, in cells: [String]) -> String {
    guard let place = places[name], place < cells.count else { return "" }
    return cells[place].trimmed
  }

  /// The place of a column that is no fact, counted from 1; 0 when there is none.
  func column(_ name: String) -> Int { places[name].map { $0 + 1 } ?? 0 }
}

extension ShapeDescription {
  /// What stands at the end of some keys; `nil` when there are no such keys, and for lists of records,
  /// which no single cell holds.
  fileprivate func value(along path: ArraySlice<String>) -> ValueDescription? {
    guard let key = path.first, let field = fields().first(where: { $0.key == key })
    else { return nil }
    let rest = path.dropFirst()
    switch (field.value.plain, rest.isEmpty) {
    case (.records, _), (.keyed, _): return nil
    case (let value, true): return value
    case (.record(let inner), false): return inner.value(along: rest)
    case (.table(let words), false):
      return rest.count == 1 && words.contains { $0.raw == rest.first } ? .integer(0...100) : nil
    default: return nil
    }
  }
}
