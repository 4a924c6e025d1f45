import FingerpostFormats
import FingerpostModel
import Spreadsheets

/// Gathers the tables of a file, and makes a map of them when all have been read: what a cell names may
/// stand in a table that comes later.
struct TablesReading {
  fileprivate struct Rows {
    var headings: TableHeadings
    let place: ImportPlace
    var rows: [TableRow] = []
  }

  private var tables: [Rows] = []
  private var map: ImportedMap
  private var names = NameIndex()
  /// What the map that the file is going to be joined into calls its elements, and their names by
  /// collection and id.
  private var namesOfMap = NameIndex()
  private var known: [String: [String: String]] = [:]
  /// The elements made of what cells name, where the file has no table of them.
  private var made: [String: [ImportedRecord]] = [:]
  /// Where elements stand, by collection and id.
  private var places: [String: [String: ImportPlace]] = [:]
  /// Values of lists that hold commas, and may be several.
  private var withCommas: [ValueWithCommas] = []
  /// How many bytes all cells hold so far.
  private var size = 0
  /// The most that is read, so that no file can take all memory.
  private static let mostBytes = 64 << 20
  private let options: ImportOptions
  private let file: String

  init(_ file: String, _ options: ImportOptions) {
    map = ImportedMap(from: file)
    self.file = file
    self.options = options
    options.map?.forEachName { collection, id, name in
      namesOfMap.add(id, name, to: collection)
      known[collection, default: [:]][id] = name
    }
  }

  /// The id of what a text names: something of the file, otherwise of the map that it is joined into.
  private func find(_ text: String, among targets: [ReferenceTarget]) -> String? {
    names.find(text, among: targets) ?? namesOfMap.find(text, among: targets)
  }

  /// Notes a problem.
  mutating func report(
    _ severity: Severity, _ category: Diagnostic.Category, _ message: String,
    at place: ImportPlace?
  ) {
    map.problems.append(ImportProblem(severity, category, message, at: place))
  }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - name: What the sheet or the file is called.
  ///   - place: Where it is.
  ///   - rows: Gives every row in turn.
  mutating func read(
    _ name: String, at place: ImportPlace,
    rows: ((TableRow) -> Bool) throws(TableError) -> Void
  ) {
    var found: Rows?
    var search = HeadingSearch(name, options)
    var isOver = false
    var size = size
    do throws(TableError) {
      try rows { row in
        size += row.cells.reduce(0) { $0 + $1.utf8.count }
        if isOver {
          found?.rows.append(row)
        } else if search.take(row) {
          isOver = true
          found = begin(search, at: place)
          if found == nil { return false }
        }
        return size <= Self.mostBytes
      }
    } catch {
      var place = place
      place.row = error.row
      report(.error, .syntax, error.explanation, at: place)
    }
    self.size = size
    if size > Self.mostBytes {
      report(
        .error, .limit,
        "the cells up to here hold \(Self.mostBytes >> 20) MB, which is the most that is read; split the "
          + "file, such as by area",
        at: place)
    }
    if !isOver, search.hasBegun { found = begin(search, at: place) }
    guard var found else { return }
    leaveOutTexts(of: &found)
    noteUnknown(found)
    noteUnread(found)
    if !found.headings.isNamed {
      report(
        .note, .unknownKey,
        "by its headings this is taken for the table `\(found.headings.table.name)`; if it is something "
          + "else, take it out of the file", at: place)
    }
    map.counts.append(
      ImportCount(found.rows.count, of: "rows read of \(found.headings.table.name)"))
    tables.append(found)
  }

  /// The table whose headings a search has found; `nil` when it is none, which is told.
  private mutating func begin(_ search: HeadingSearch, at place: ImportPlace) -> Rows? {
    guard let result = search.result else {
      report(
        .warning, .unknownKey,
        "this is none of the tables of a map, and is left out; call it `services`, `routes` or "
          + "another of them, or say with --column what its columns are for", at: place)
      return nil
    }
    guard !result.headings.mayHoldPersons else {
      report(
        .warning, .unknownKey,
        "this has names and ways to reach them, and nothing that says whether they are services or "
          + "persons; it is left out, since a map holds no list of persons. If they are services, call "
          + "it `services`", at: place)
      return nil
    }
    if let first = result.above.first {
      var place = place
      place.row = result.row
      let last = result.row - 1
      report(
        .note, .syntax,
        "the headings are taken to stand here; "
          + (first.number == last
            ? "row \(last) above them is not read"
            : "rows \(first.number) to \(last) above them are not read"),
        at: place)
    }
    return Rows(headings: result.headings, place: place, rows: Array(result.below))
  }

  /// Leaves out columns such as `ages`, which say whether there are any, where each cell says which.
  private func leaveOutTexts(of rows: inout Rows) {
    for (index, column) in rows.headings.columns.enumerated() {
      guard let column, column.content == .whole else { continue }
      let filled = rows.rows.map { $0.cell(index).loose }.filter { !$0.isEmpty }
      guard !filled.isEmpty, !filled.contains(where: Self.wholes.contains) else { continue }
      rows.headings.leaveOut(index)
    }
  }

  /// What a cell of a column says of facts that have columns of their own.
  private static let wholes: Set<String> = ["none", "yes", "y", "true", "no", "n", "false"]

  /// Tells of columns that are left out, and of two that are for the same.
  private mutating func noteUnknown(_ rows: Rows) {
    var first: [[String]: Int] = [:]
    let table = rows.headings.table
    guard table.subject != .map else { return }
    let width = rows.headings.headings.count
    let beyond = rows.rows.filter { $0.cells.dropFirst(width).contains { !$0.isEmpty } }
    if let row = beyond.first {
      report(
        .warning, .unknownKey,
        "cells stand beyond the last heading here"
          + (beyond.count > 1 ? ", and in \(beyond.count) rows in all" : "")
          + "; they are left out. Give their columns headings, or look whether a row has moved",
        at: rows.location(of: row).at(column: width + 1, nil))
    }
    for (index, column) in rows.headings.columns.enumerated() {
      let heading = rows.headings.headings[index]
      let place = rows.place.at(column: index + 1, heading.isEmpty ? nil : heading)
      guard let column else {
        let filled = rows.rows.count { $0.cells.count > index && !$0.cells[index].isEmpty }
        guard filled > 0 else { continue }
        report(
          .warning, .unknownKey,
          "this column is left out with its \(filled) filled \(filled == 1 ? "cell" : "cells"): "
            + rows.headings.advice(onColumn: index), at: place)
        continue
      }
      if let other = first.updateValue(index, forKey: column.path) {
        report(
          .error, .duplicateKey,
          "this column is for `\(column.heading)`, and so is column "
            + "\(ColumnLetters.letters(of: other + 1)); keep one", at: place)
      }
    }
  }

  /// Tells of cells that hold what cannot be read: the first ones by their places, the others by number.
  private mutating func noteUnread(_ rows: Rows) {
    var count = 0
    for row in rows.rows {
      for (column, reason) in row.unread.sorted(by: { $0.key < $1.key }) {
        count += 1
        guard count <= 5 else { continue }
        let headings = rows.headings.headings
        let name = headings.indices.contains(column - 1) ? headings[column - 1] : nil
        report(
          .warning, .syntax, "this cell \(reason); it is taken to be empty",
          at: rows.location(of: row).at(column: column, name))
      }
    }
    guard count > 5 else { return }
    report(
      .warning, .syntax,
      "\(count - 5) other cells of this table cannot be read either, and are taken to "
        + "be empty", at: rows.place)
  }

  // MARK: - The map

  /// The map that the tables make together.
  mutating func finish() -> ImportedMap {
    reportColumns()
    if tables.isEmpty, !map.problems.contains(where: { $0.severity == .error }) {
      report(
        .error, .file,
        "there is no table of a map in it; put headings such as `name` and `organisation` into its first "
          + "row, and call it `services`", at: ImportPlace(table: file))
    }
    var ids: [Int: [String?]] = [:]
    for (index, table) in tables.enumerated() {
      guard case .element(let collection) = table.headings.table.subject else { continue }
      ids[index] = noteNames(of: table, in: collection)
    }
    var fields: [String: ImportedRecord.Field] = [
      "fingerpost": ImportedRecord.Field("fingerpost", .value("1"))
    ]
    var records: [String: [ImportedRecord]] = [:]
    for (index, table) in tables.enumerated() {
      switch table.headings.table.subject {
      case .map:
        for field in head(of: table) { fields[field.key] = field }
      case .element(let collection):
        records[collection, default: []] += elements(of: table, ids: ids[index] ?? [])
      case .item: break
      }
    }
    for table in tables {
      if case .item(let collection, let list) = table.headings.table.subject {
        addItems(of: table, to: collection, list, in: &records)
      }
    }
    for (collection, elements) in made { records[collection, default: []] += elements }
    for field in MapFormat.shapes[0].fields() {
      guard let elements = records[field.key], !elements.isEmpty else { continue }
      let isKeyed = if case .keyed = field.value { true } else { false }
      fields[field.key] = ImportedRecord.Field(
        field.key, isKeyed ? .keyed(elements) : .records(elements))
    }
    if fields["title"] == nil, !tables.isEmpty {
      let title = file.fileTitle
      fields["title"] = ImportedRecord.Field("title", .value(.scalar(title)))
      report(
        .note, .missingKey,
        "the file does not say what the map is called; it is called `\(title)` after the file",
        at: nil)
    }
    map.root.fields = MapFormat.shapes[0].fields().compactMap { fields[$0.key] }
    reportCommas()
    return map
  }

  /// Tells of what a person says about columns, and fits neither the file nor a map.
  private mutating func reportColumns() {
    for (heading, key) in options.columns.sorted(by: { $0.key < $1.key }) {
      let place = ImportPlace(table: file)
      if !MapTable.all.contains(where: { $0.column(called: key.loose) != nil }) {
        let known = MapTable.all.flatMap(\.columns).map(\.heading)
        let near = key.nearest(in: known)
        report(
          .error, .unknownKey,
          "no table of a map has a column `\(key)`, for which `\(heading)` is said to stand"
            + (near.map { "; did you mean `\($0)`?" } ?? ""), at: place)
      } else if !tables.contains(where: {
        $0.headings.headings.contains { $0.loose == heading.loose }
      }) {
        report(
          .error, .unknownKey,
          "no column of the file is called `\(heading)`, which is said to stand for `\(key)`; write what "
            + "stands above it", at: place)
      }
    }
  }

  /// Gives every row an id: the one that it states, or one made of its name.
  private mutating func noteNames(of table: Rows, in collection: String) -> [String?] {
    let columns = table.headings.columns
    let idColumn = columns.firstIndex { $0?.path == ["id"] }
    let nameColumn = columns.firstIndex { $0?.path == ["name"] || $0?.path == ["title"] }
    let stated = table.rows.map { row in idColumn.map { row.cell($0).trimmed } ?? "" }
    var taken = Set(stated)
    return table.rows.enumerated().map { index, row -> String? in
      let name = nameColumn.map { row.cell($0).trimmed } ?? ""
      var id = stated[index]
      if id.isEmpty {
        guard !name.loose.isEmpty else { return nil }
        id = newID(
          for: name, in: collection, or: table.headings.table.noun, besides: taken,
          at: table.location(of: row))
        taken.insert(id)
      }
      names.add(id, name, to: collection)
      if places[collection]?[id] == nil {
        places[collection, default: [:]][id] = table.location(of: row)
      }
      return id
    }
  }

  /// An id made of a name, with a note where it is not the one that anybody would expect.
  private mutating func newID(
    for name: String, in collection: String, or noun: String, besides taken: Set<String> = [],
    at place: ImportPlace
  ) -> String {
    let stem = name.asID(or: noun.asID)
    var id = stem
    var number = 2
    while taken.contains(id) || names.holds(id, in: collection) {
      id = "\(stem)-\(number)"
      number += 1
    }
    if stem != name.asID {
      report(
        .note, .badID,
        "an id has letters from a to z, of which `\(name)` has none; it gets the id `\(id)`. You can write "
          + "another into a column `id`", at: place)
    } else if id != stem {
      let other = places[collection]?[stem].map { " (\($0))" } ?? ""
      report(
        .note, .clashingID,
        "another of the \(collection)\(other) has the id `\(stem)`; this one gets `\(id)`"
          + (names.isTaken(name, in: collection)
            ? ". Where a cell says `\(name)`, the first of that name is meant; write the id for the "
              + "other, or take one of the rows out if both are the same" : ""),
        at: place)
    }
    return id
  }

  private mutating func head(of table: Rows) -> [ImportedRecord.Field] {
    var record = ImportedRecord(place: table.place)
    // The first two columns, whatever stands above them.
    for row in table.rows {
      let fact = row.cell(0)
      let place = table.location(of: row)
      guard let column = table.headings.table.column(called: fact.loose) else {
        report(
          .warning, .unknownKey, "a map has nothing called `\(fact)`; this row is left out",
          at: place)
        continue
      }
      add(row.cell(1), column, 1, "value", at: place, to: &record)
    }
    return record.fields
  }

  private mutating func elements(of table: Rows, ids: [String?]) -> [ImportedRecord] {
    let isKeyed =
      table.headings.table.columns.first?.path == ["id"]
      && table.headings.table.columns.first?.isRequired == false
      && MapFormat.shapes[0].fields().contains { field in
        if case .keyed = field.value { field.key == table.headings.table.name } else { false }
      }
    var elements: [ImportedRecord] = []
    for (index, row) in table.rows.enumerated() {
      let place = table.location(of: row)
      var record = ImportedRecord(id: isKeyed ? ids[index] : nil, place: place)
      if isKeyed, ids[index] == nil {
        report(
          .error, .missingKey,
          "this row has neither an id nor a name; give it a name, or take the row out", at: place)
        continue
      }
      for (place, column) in table.headings.columns.enumerated() {
        guard let column, !(isKeyed && column.path == ["id"]) else { continue }
        add(
          row.cell(place), column, place, table.headings.headings[place],
          at: table.location(of: row), to: &record)
      }
      elements.append(record)
    }
    return elements
  }

  private mutating func addItems(
    of table: Rows, to collection: String, _ list: String,
    in records: inout [String: [ImportedRecord]]
  ) {
    guard let ownerColumn = table.headings.columns.firstIndex(where: { $0?.content == .owner })
    else {
      return report(
        .error, .missingKey,
        "this table has no column `\(table.headings.table.columns[0].heading)`, which says whose each "
          + "row is", at: table.place)
    }
    var places: [String: Int] = [:]
    for (index, record) in (records[collection] ?? []).enumerated() {
      if let id = record.id ?? record.statedID { places[id] = index }
    }
    let target = ReferenceTarget.allCases.first { $0.key == collection }
    for row in table.rows {
      let place = table.location(of: row)
      let owner = row.cell(ownerColumn).trimmed
      let id = target.flatMap { find(owner, among: [$0]) } ?? owner
      if places[id] == nil, let name = known[collection]?[id] {
        // It stands in the map already, and its name is all that has to be said of it.
        let key = collection == "sources" ? "title" : "name"
        places[id] = records[collection, default: []].count
        records[collection, default: []].append(
          ImportedRecord(
            id: id, place: place,
            fields: name.isEmpty ? [] : [.init(key, .value(YAMLValue(text: name)))]))
      }
      guard let index = places[id] else {
        report(
          .error, .missingKey,
          owner.isEmpty
            ? "this row does not say whose it is"
            : "nothing in the table `\(collection)` is called `\(owner)`; add it there, or take this row "
              + "out",
          at: place.at(column: ownerColumn + 1, table.headings.headings[ownerColumn]))
        continue
      }
      var item = ImportedRecord(place: place)
      for (place, column) in table.headings.columns.enumerated() {
        guard let column, column.content != .owner else { continue }
        add(
          row.cell(place), column, place, table.headings.headings[place],
          at: table.location(of: row), to: &item)
      }
      records[collection]?[index].append(item, to: list)
    }
  }

  // MARK: - Cells

  /// Adds what a cell says to a record.
  private mutating func add(
    _ text: String, _ column: MapColumn, _ index: Int, _ heading: String, at place: ImportPlace,
    to record: inout ImportedRecord
  ) {
    guard !text.isEmpty, !text.trimmed.isEmpty || column.isText else { return }
    let here = place.at(column: index + 1, heading)
    guard let value = value(text, column, at: here) else { return }
    record.set(column.path[...], value, column: index + 1, name: heading)
  }

  private mutating func value(
    _ text: String, _ column: MapColumn, at place: ImportPlace
  ) -> ImportedValue? {
    let isNone = text.trimmed.lowercased() == "none"
    switch column.content {
    case .owner: return nil
    case .whole:
      switch text.loose {
      case "none": return .value("none")
      case "yes", "y", "true": return .record(ImportedRecord(place: place))
      default:
        report(
          .error, .wrongType,
          "this column takes `none`, `yes` or nothing; \(column.whereItsFactsGo)", at: place)
        return nil
      }
    case .onlyNone:
      if isNone { return .value("none") }
      report(
        .error, .wrongType,
        "this column takes `none` or nothing; what there is goes into a table of its own", at: place
      )
      return nil
    case .nested:
      if isNone { return .value("none") }
      let (tree, problems) = YAMLTree.read(Array(text.utf8), file: "", limits: YAMLLimits())
      guard let tree, problems.isEmpty, tree.root.kind == .sequence else {
        report(
          .error, .syntax,
          "this is no list of records; write it like `[{of: families, number: 9}]`", at: place)
        return nil
      }
      return .value(YAMLValue(tree.root))
    case .list:
      if isNone { return .value("none") }
      var items: [YAMLValue] = []
      for item in CellList.items(of: text) {
        noteCommas(in: item, column, at: place)
        items.append(.scalar(scalar(item, column, at: place)))
      }
      return .value(.sequence(items))
    case .value:
      if isNone, column.takesNone { return .value("none") }
      if column.takesNone, CellNone.unquoted(text) != text {
        return .value(.quoted(CellNone.unquoted(text)))
      }
      return .value(.scalar(scalar(text, column, at: place)))
    }
  }

  /// Notes a value of a list that may be several with commas between them.
  private mutating func noteCommas(in text: String, _ column: MapColumn, at place: ImportPlace) {
    guard text.contains(",") else { return }
    let value = column.value.single
    // What a table or the map calls so is that.
    if case .reference(let targets) = value, find(text, among: targets) != nil { return }
    withCommas.append(ValueWithCommas(text: text, value: value, place: place))
  }

  /// Tells of values with commas between words or names that are known by themselves, once all are.
  private mutating func reportCommas() {
    for value in withCommas {
      guard let parts = value.parts(isKnown: { find($0, among: $1) != nil }) else { continue }
      report(
        .warning, .unknownReference,
        "`\(value.text)` is taken for one, and what stands between its commas is known by itself; if "
          + "several are meant, put semicolons between them: `\(CellList.text(of: parts))`",
        at: value.place)
    }
  }

  private mutating func scalar(
    _ text: String, _ column: MapColumn, at place: ImportPlace
  ) -> String {
    if case .reference(let targets) = column.value.single {
      return reference(text.trimmed, targets, isInList: column.content == .list, at: place)
    }
    let (text, remark) = CellReading(names: names).scalar(text, as: column.value)
    if let remark { report(.note, .badDate, remark, at: place) }
    return text
  }

  /// The id of what a cell names; an element of that name is made where the file has no table of such
  /// elements, since people keep a list of services before one of areas.
  private mutating func reference(
    _ text: String, _ targets: [ReferenceTarget], isInList: Bool, at place: ImportPlace
  ) -> String {
    if let id = find(text, among: targets) { return id }
    guard targets.count == 1, Self.makeable.contains(targets[0].key), !text.loose.isEmpty,
      // A file that says what map it is has every table that it means to have.
      !tables.contains(where: { table in
        table.headings.table.subject == .map
          || table.headings.table.subject == .element(collection: targets[0].key)
      })
    else { return text }
    let collection = targets[0].key
    let id = newID(for: text, in: collection, or: targets[0].noun, at: place)
    names.add(id, text, to: collection)
    places[collection, default: [:]][id] = place
    made[collection, default: []].append(
      ImportedRecord(
        id: id, place: place, fields: [ImportedRecord.Field("name", .value(.scalar(text)))]))
    report(
      .note, .unknownReference,
      "the file has no table of \(collection); `\(text)` is added to them as `\(id)`"
        + (isInList && text.contains(",")
          ? ", as one; put semicolons between several, as in `first; second`" : ""),
      at: place)
    return id
  }

  private static let makeable: Set<String> = [
    "areas", "conditions", "kinds", "needs", "organisations",
  ]
}

extension TablesReading.Rows {
  fileprivate func location(of row: TableRow) -> ImportPlace {
    var place = place
    place.row = row.number
    return place
  }
}

extension TableRow {
  /// What a cell holds; empty for one that is not there.
  fileprivate func cell(_ index: Int) -> String { index < cells.count ? cells[index] : "" }
}
