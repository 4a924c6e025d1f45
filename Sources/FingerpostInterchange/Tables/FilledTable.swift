import FingerpostFormats
import FingerpostModel

/// A table with what a map says in its rows.
struct FilledTable: Sendable {
  let table: MapTable
  /// A text for each column; empty where the map does not say.
  let rows: [[String]]

  /// What stands above the columns.
  var headings: [String] {
    table.subject == .map ? ["fact", "value", "what it is"] : table.columns.map(\.heading)
  }

  /// The tables of a map: those that hold something, and those that nobody can do without.
  ///
  /// - Complexity: O(*n*), where *n* is how much the map says.
  static func tables(of map: SystemMap) -> [FilledTable] {
    let written = map.written
    return MapTable.all.compactMap { table in
      let filled = FilledTable(table, of: written)
      return filled.rows.isEmpty && !table.isAlwaysWritten ? nil : filled
    }
  }

  private init(_ table: MapTable, of map: YAMLValue) {
    self.table = table
    switch table.subject {
    case .map:
      rows = table.columns.compactMap { column in
        let cell = column.cell(in: map)
        return cell.isEmpty && !column.isAlwaysWritten
          ? nil : [column.heading, cell, column.summary]
      }
    case .element(let collection):
      rows = map[collection].elements.map { element in
        table.columns.map { column in
          column.path == ["id"] ? element.id : column.cell(in: element.value)
        }
      }
    case .item(let collection, let list):
      rows = map[collection].elements.flatMap { element in
        (element.value[list]?.items ?? []).map { item in
          table.columns.map { column in
            column.content == .owner ? element.id : column.cell(in: item)
          }
        }
      }
    }
  }
}

extension MapTable {
  /// Whether it is written without a row, for people to fill in.
  fileprivate var isAlwaysWritten: Bool {
    switch subject {
    case .map: true
    case .element(let collection):
      ["areas", "needs", "organisations", "services", "routes", "boards"].contains(collection)
    case .item(let collection, let list): collection == "boards" && list == "seats"
    }
  }
}

extension MapColumn {
  /// Whether a fact of the map itself is written without a value, for people to fill in.
  fileprivate var isAlwaysWritten: Bool {
    path.count == 1 && ["id", "title", "place", "as-of", "profiles"].contains(path[0])
      || path[0] == "scope"
  }

  /// What a cell of the column says.
  fileprivate func cell(in element: YAMLValue) -> String {
    var value: YAMLValue? = element
    for key in path { value = value?[key] }
    guard let value else { return "" }
    switch (content, value) {
    case (_, .null): return ""
    case (.whole, .mapping(let entries)): return entries.isEmpty ? "yes" : ""
    case (.whole, .scalar(let text)), (.onlyNone, .scalar(let text)): return text
    case (.whole, .sequence), (.onlyNone, .mapping): return ""
    case (.onlyNone, .sequence(let items)): return items.isEmpty ? "none" : ""
    case (.nested, .sequence(let items)): return items.isEmpty ? "none" : value.inline
    case (.list, .sequence(let items)):
      return items.isEmpty ? "none" : CellList.text(of: items.map(\.inline))
    case (.list, .scalar(let text)): return text
    case (_, .scalar("none")): return "none"
    case (_, .scalar(let text)): return CellNone.quoted(text, where: takesNone)
    case (_, .quoted(let text)): return CellNone.quoted(text, where: takesNone)
    default: return value.inline
    }
  }
}

extension YAMLValue {
  /// The value on one line; a text as it is.
  fileprivate var inline: String { text ?? YAMLWriter().inline(self, isInFlow: false) }
}

extension YAMLValue? {
  /// The elements of a collection, under their ids or in a list with them.
  fileprivate var elements: [(id: String, value: YAMLValue)] {
    switch self {
    case .mapping(let entries): entries.map { ($0.key, $0.value) }
    case .sequence(let items):
      items.map { item in
        if case .scalar(let id) = item["id"] { (id, item) } else { ("", item) }
      }
    default: []
    }
  }
}
