/// What the headings of a table in a file stand for.
struct TableHeadings: Sendable {
  /// The table that it is.
  let table: MapTable
  /// For each column of the file, the column of the table; `nil` for one that is none of it.
  private(set) var columns: [MapColumn?]
  /// Columns of the table that are not read, by their places.
  private(set) var leftOut: [Int: MapColumn] = [:]
  /// The headings as they stand in the file.
  let headings: [String]
  /// Whether the name of the sheet or file says which table it is, and not the headings.
  private(set) var isNamed = false

  /// Finds out which table a sheet or file is, by its name and, where that says nothing, by what stands
  /// above its columns.
  ///
  /// - Parameters:
  ///   - name: The name of the sheet, or of the file without its ending.
  ///   - headings: The row that may hold its headings.
  ///   - options: What the person says about columns.
  init?(of name: String, headings: [String], _ options: ImportOptions) {
    if let named = MapTable.byName[name.loose] {
      self.init(named, headings, options)
      isNamed = true
      return
    }
    // A table is recognised by two headings at least, of which what it must say are some.
    let candidates = MapTable.all.filter { $0.subject != .map }
      .map { Self($0, headings, options) }
      .filter { candidate in
        candidate.columns.count { $0 != nil } >= 2
          && candidate.table.columns.filter(\.isRequired)
            .allSatisfy { required in candidate.columns.contains { $0?.path == required.path } }
      }
    guard
      let best = candidates.max(by: { a, b in
        a.rank < b.rank
      })
    else { return nil }
    self = best
    let isAsked = headings.contains { heading in
      options.columns.keys.contains { $0.loose == heading.loose }
    }
    mayHoldPersons =
      !isAsked
      && zip(columns, headings).allSatisfy { column, heading in
        column == nil || column?.path == ["id"] || column?.path.first == "contact"
          || column?.path == ["name"] && heading.loose == "name"
      }
  }

  /// Whether these are headings beyond doubt: two at least, and what a row must say or its id among them.
  ///
  /// The table of the map itself has its facts below one another, whatever stands above them.
  var isClear: Bool {
    let known = Set(columns.compactMap { $0?.path })
    return table.subject == .map
      || known.count >= 2
        && (known.contains(["id"])
          || table.columns.allSatisfy { !$0.isRequired || known.contains($0.path) })
  }

  /// Whether it may as well be a list of persons: no name of a table says otherwise, and nothing but a
  /// bare `name` and ways to reach somebody was understood.
  private(set) var mayHoldPersons = false

  /// Leaves a column out.
  mutating func leaveOut(_ place: Int) {
    leftOut[place] = columns[place]
    columns[place] = nil
  }

  /// How well it fits; services before others that fit as well.
  private var rank: (Int, Int) {
    (columns.count { $0 != nil }, table.subject == .element(collection: "services") ? 1 : 0)
  }

  private init(_ table: MapTable, _ headings: [String], _ options: ImportOptions) {
    self.table = table
    self.headings = headings
    var asked: [String: String] = [:]
    for (heading, key) in options.columns { asked[heading.loose] = key.loose }
    columns = headings.map { heading in
      let loose = heading.loose
      return loose.isEmpty ? nil : table.column(called: asked[loose] ?? loose)
    }
  }
}

extension MapTable {
  /// Whether a sheet or a file of this name is one of the tables of a map.
  static func isCalled(_ name: String) -> Bool { byName[name.loose] != nil }

  /// The tables by what a sheet or a file of one may be called.
  fileprivate static let byName: [String: MapTable] = Dictionary(
    all.flatMap { table in
      // The name of a sheet has no more than 31 characters.
      var names = [table.name, String(table.name.prefix(31))]
      if !table.isOfItems { names.append(table.noun) }
      return names.map { ($0.loose, table) }
    }, uniquingKeysWith: { first, _ in first })

  private var isOfItems: Bool {
    if case .item = subject { true } else { false }
  }

  /// The column that a heading stands for, which may name the thing before the fact (`Service name`) or
  /// leave out what the fact is part of, where nothing else is called so.
  func column(called loose: String) -> MapColumn? { Self.columns[name]?[loose] }

  /// The columns of every table by what they may be called, found once: it takes as many comparisons as
  /// there are columns to find one, and every table of every file asks for all.
  private static let columns: [String: [String: MapColumn]] = Dictionary(
    uniqueKeysWithValues: all.map { table in
      var found: [String: MapColumn] = [:]
      for column in table.columns {
        let heading = column.heading.loose
        for name in [heading, table.noun.loose + heading] where found[name] == nil {
          found[name] = column
        }
      }
      let parts = Dictionary(grouping: table.columns) { $0.path.last?.loose ?? "" }
      for (part, columns) in parts where columns.count == 1 && found[part] == nil {
        found[part] = columns[0]
      }
      return (table.name, found)
    })
}
