import FingerpostFormats
import FingerpostModel
import Spreadsheets

/// A table of a directory, packed: a cell takes its bytes and a number, so that a hundred thousand rows
/// take little room.
struct DirectoryTable {
  let entity: DirectoryEntity
  /// The file.
  let file: ImportPlace
  /// The names of its columns, in lower case and with underscores.
  let columns: [String]
  private var text: [UInt8] = []
  /// Where each cell ends in `text`, row after row.
  private var ends: [Int] = [0]
  /// The numbers of its rows in the file.
  private var numbers: [UInt32] = []

  /// Starts a table.
  init(_ entity: DirectoryEntity, file: ImportPlace, headings: [String]) {
    self.entity = entity
    self.file = file
    columns = headings.map { $0.trimmed.lowercased().replacing(" ", with: "_") }
  }

  /// How many rows it has.
  var count: Int { numbers.count }

  /// Adds a row; cells beyond the last column say nothing that has a name.
  mutating func append(_ row: TableRow) {
    numbers.append(UInt32(clamping: row.number))
    for column in columns.indices {
      if column < row.cells.count { text += row.cells[column].utf8 }
      ends.append(text.count)
    }
  }

  /// The column of a name; `nil` when there is none.
  func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// What a cell holds.
  func cell(_ row: Int, _ column: Int) -> String {
    let cell = row * columns.count + column
    return String(decoding: text[ends[cell]..<ends[cell + 1]], as: UTF8.self).trimmed
  }

  /// Where a row stands.
  func place(_ row: Int) -> ImportPlace {
    var place = file
    place.row = Int(numbers[row])
    return place
  }

  /// A row as an object, without the column that names its owner.
  func object(_ row: Int, without owner: Int? = nil) -> DirectoryObject {
    var members: [DirectoryObject.Member] = []
    members.reserveCapacity(columns.count)
    for (column, name) in columns.enumerated() where column != owner && !name.isEmpty {
      let text = cell(row, column)
      guard !text.isEmpty else { continue }
      let value = Self.numeric.contains(name) ? DirectoryValue(number: text) : nil
      members.append(.init(name: name, value: value ?? .text(text)))
    }
    return DirectoryObject(members: members)
  }

  /// The columns that hold numbers in HSDS 3.0.
  private static let numeric: Set<String> = [
    "latitude", "longitude", "amount", "extension", "year_incorporated", "count", "interval",
    "minimum_age", "maximum_age", "timezone",
  ]
}

/// The tables of a directory, joined: each row under the one that it belongs to.
struct DirectoryTables {
  /// A row of a table.
  private struct Row {
    let table: Int
    let row: Int
  }

  private(set) var tables: [DirectoryTable] = []
  private var ids: [DirectoryEntity: [String: Int]] = [:]
  /// For each table and sort of owner the first row that belongs to each row of it, or -1.
  private var heads: [[DirectoryEntity: [Int32]]] = []
  /// For each table and row the next that belongs to the same owner, or -1.
  private var next: [[Int32]] = []
  /// For each table and row the column that names the owner, or -1.
  private var ownerColumns: [[Int16]] = []
  /// The places that are shown with something that names them.
  private var embedded: Set<Int> = []
  /// Which taxonomies and terms are shown with an attribute.
  private var used: [DirectoryEntity: Set<Int>] = [:]

  /// Reads tables.
  ///
  /// - Parameters:
  ///   - files: Files whose names say what they are about.
  ///   - reading: Takes the problems.
  init(_ files: [DirectoryFile], _ reading: inout DirectoryReading) {
    for file in files {
      guard let entity = DirectoryEntity(named: file.name.fileStem) else {
        reading.add(
          .warning, .file,
          "`\(file.name.fileStem)` is no table of a service directory, so this file is left out; its "
            + "tables are called services, organizations, locations, service_at_locations and so on",
          at: file.tablePlace)
        continue
      }
      if entity.isOwner, tables.contains(where: { $0.entity == entity }) {
        reading.add(
          .error, .file,
          "another file has the table `\(entity.list)` as well, so this one is left out; put their rows "
            + "in one file", at: file.tablePlace)
        continue
      }
      if let table = Self.read(file, entity, &reading) { tables.append(table) }
    }
    nameOlderTaxonomy()
  }

  private static func read(
    _ file: DirectoryFile, _ entity: DirectoryEntity, _ reading: inout DirectoryReading
  ) -> DirectoryTable? {
    var table: DirectoryTable?
    do {
      try CSVReader(file.contents()).forEachRow { row in
        if table == nil {
          table = DirectoryTable(entity, file: file.tablePlace, headings: row.cells)
        } else {
          table?.append(row)
        }
        return true
      }
    } catch {
      var place = file.tablePlace
      place.row = error.row
      reading.add(.error, .file, error.explanation, at: place)
    }
    return table
  }

  /// Takes the table `taxonomy` of HSDS 1.x and 2.0, which holds the terms, for what it is.
  private mutating func nameOlderTaxonomy() {
    guard let index = tables.firstIndex(where: { $0.entity == .taxonomy }),
      !tables.contains(where: { $0.entity == .taxonomyTerm }),
      ["parent_id", "vocabulary", "parent_name"].contains(where: {
        tables[index].column($0) != nil
      })
    else { return }
    tables[index] = tables[index].about(.taxonomyTerm)
  }

  // MARK: - Joining

  /// Gives services, then organisations, each with all that belongs to it, and keeps what belongs to
  /// nothing.
  ///
  /// - Complexity: O(*n*) for *n* rows.
  mutating func give(to reading: inout DirectoryReading) {
    var isRepeated: [[Bool]] = tables.map { Array(repeating: false, count: $0.count) }
    for (index, table) in tables.enumerated() where table.entity.isOwner {
      guard let column = table.column("id") else {
        reading.add(
          .error, .missingKey, "this table has no column `id`; nothing can belong to its rows",
          at: table.file)
        continue
      }
      var rows: [String: Int] = [:]
      rows.reserveCapacity(table.count)
      for row in 0..<table.count {
        let id = table.cell(row, column)
        guard !id.isEmpty else { continue }
        if rows[id] == nil {
          rows[id] = row
        } else if table.entity != .service && table.entity != .organization {
          isRepeated[index][row] = true
        }
      }
      ids[table.entity] = rows
    }
    join(&reading, isRepeated)
    for entity in [DirectoryEntity.service, .organization] {
      for (index, table) in tables.enumerated() where table.entity == entity {
        for row in 0..<table.count {
          // What belongs to a repeated id was joined to the first.
          let isFirst = table.column("id").map { ids[entity]?[table.cell(row, $0)] == row } ?? false
          let object = isFirst ? nested(Row(table: index, row: row)) : table.object(row)
          if entity == .service {
            reading.take(service: object, at: table.place(row))
          } else {
            reading.take(organization: object, at: table.place(row))
          }
        }
      }
    }
    keepTheRest(&reading, isRepeated)
  }

  /// Finds for every row what it belongs to.
  private mutating func join(_ reading: inout DirectoryReading, _ isRepeated: [[Bool]]) {
    for (index, table) in tables.enumerated() {
      next.append(Array(repeating: -1, count: table.count))
      ownerColumns.append(Array(repeating: -1, count: table.count))
      var heads: [DirectoryEntity: [Int32]] = [:]
      var tails: [DirectoryEntity: [Int32]] = [:]
      let owners = table.entity.owners.compactMap { name, owner in
        table.column(name).map { (column: $0, owner: owner) }
      }
      for (_, owner) in owners where heads[owner] == nil {
        let count = tables.first { $0.entity == owner }?.count ?? 0
        heads[owner] = Array(repeating: -1, count: count)
        tails[owner] = Array(repeating: -1, count: count)
      }
      let references = Self.references(of: table)
      for row in 0..<table.count {
        func note(_ column: Int, _ target: DirectoryEntity) {
          reading.noteDangling(
            table.cell(row, column), target,
            at: table.place(row).at(column: column + 1, table.columns[column]))
        }
        for (column, target) in references {
          let id = table.cell(row, column)
          if !id.isEmpty, ids[target]?[id] == nil { note(column, target) }
        }
        guard !table.entity.owners.isEmpty, !isRepeated[index][row] else { continue }
        var dangling: [(column: Int, owner: DirectoryEntity)] = []
        for (column, owner) in owners {
          let id = table.cell(row, column)
          guard !id.isEmpty else { continue }
          guard let found = ids[owner]?[id] else {
            if dangling.last?.column != column { dangling.append((column, owner)) }
            continue
          }
          if dangling.last?.column == column { dangling.removeLast() }
          ownerColumns[index][row] = Int16(clamping: column)
          if let tail = tails[owner]?[found], tail >= 0 {
            next[index][Int(tail)] = Int32(clamping: row)
          } else {
            heads[owner]?[found] = Int32(clamping: row)
          }
          tails[owner]?[found] = Int32(clamping: row)
          break
        }
        for (column, owner) in dangling { note(column, owner) }
        if ownerColumns[index][row] < 0, dangling.isEmpty, table.entity != .location {
          reading.problems.note(
            .belongsToNothing,
            "this row does not say what it belongs to, so it is kept and not taken; fill in "
              + table.entity.ownerColumns.map { "`\($0)`" }.joined(separator: " or "),
            at: table.place(row))
        }
      }
      self.heads.append(heads)
    }
  }

  /// The columns of a table that name something of another table, which is shown where it is named.
  private static func references(
    of table: DirectoryTable
  ) -> [(column: Int, target: DirectoryEntity)] {
    let names: [(String, DirectoryEntity)] =
      switch table.entity {
      case .serviceAtLocation: [("location_id", .location)]
      case .attribute: [("taxonomy_term_id", .taxonomyTerm), ("taxonomy_id", .taxonomyTerm)]
      case .taxonomyTerm: [("taxonomy_id", .taxonomy)]
      case .service: [("program_id", .program)]
      default: []
      }
    return names.compactMap { name, target in table.column(name).map { ($0, target) } }
  }

  /// A row with all that belongs to it.
  private mutating func nested(_ row: Row, without owner: Int? = nil) -> DirectoryObject {
    let table = tables[row.table]
    var object = table.object(row.row, without: owner)
    for (column, target) in Self.references(of: table) {
      guard let found = ids[target]?[table.cell(row.row, column)],
        let index = tables.firstIndex(where: { $0.entity == target })
      else { continue }
      let name = target == .taxonomy ? "taxonomy_detail" : target.rawValue
      if target == .location {
        // Everything about a place stands where it is first named, so that a place of many services
        // does not multiply.
        guard embedded.insert(found).inserted else { continue }
      } else if target == .taxonomy || target == .taxonomyTerm {
        used[target, default: []].insert(found)
      }
      object[name] = .object(nested(Row(table: index, row: found)))
    }
    for (index, child) in tables.enumerated() {
      guard var next = heads[index][table.entity]?[row.row], next >= 0 else { continue }
      var items = object[child.entity.list]?.list ?? []
      while next >= 0 {
        // A place that a service names stands there.
        let isShown = child.entity == .location && embedded.contains(Int(next))
        if !isShown {
          if child.entity == .location { embedded.insert(Int(next)) }
          items.append(
            .object(
              nested(
                Row(table: index, row: Int(next)), without: Int(ownerColumns[index][Int(next)]))))
        }
        next = self.next[index][Int(next)]
      }
      object[child.entity.list] = items.isEmpty ? nil : .list(items)
    }
    return object
  }

  /// Keeps what belongs to nothing, and counts the rows of every table.
  private mutating func keepTheRest(
    _ reading: inout DirectoryReading, _ isRepeated: [[Bool]]
  ) {
    for (index, table) in tables.enumerated()
    where table.entity != .service && table.entity != .organization {
      var left = 0
      for row in 0..<table.count {
        let isTaken =
          switch table.entity {
          case .taxonomy, .taxonomyTerm: used[table.entity, default: []].contains(row)
          case .location: embedded.contains(row)
          default: ownerColumns[index][row] >= 0
          }
        if isRepeated[index][row] {
          reading.problems.note(
            .repeatedID,
            "another row of this table has the same id, so this one is kept and not taken; give it an "
              + "id of its own", at: table.place(row))
        }
        guard isRepeated[index][row] || !isTaken else { continue }
        left += 1
        let object =
          isRepeated[index][row] ? table.object(row) : nested(Row(table: index, row: row))
        reading.keep(object, in: table.entity)
      }
      reading.countRows(of: table.entity, read: table.count, left: left)
    }
  }
}

extension DirectoryTable {
  /// The same rows about something else.
  fileprivate func about(_ entity: DirectoryEntity) -> DirectoryTable {
    var table = DirectoryTable(entity, file: file, headings: columns)
    (table.text, table.ends, table.numbers) = (text, ends, numbers)
    return table
  }
}
