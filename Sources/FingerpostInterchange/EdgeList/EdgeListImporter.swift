import FingerpostFormats
import FingerpostModel
import Spreadsheets

/// Reads a map from a table of nodes and a table of edges.
struct EdgeListImporter: MapImporter {
  func read(_ path: String, _ options: ImportOptions) -> ImportedMap {
    var reading = EdgeListReading(path, options)
    let files = FileAccess()
    guard let isFolder = files.isFolder(path) else {
      reading.report(.error, .file, "there is nothing at \(path.onOneLine); check the name", nil)
      return reading.finished
    }
    guard isFolder else {
      reading.read(path, as: nil)
      return reading.finished
    }
    let found = ["nodes.csv", "edges.csv"].map { "\(path)/\($0)" }
      .filter { files.isFolder($0) == false }
    guard !found.isEmpty else {
      reading.report(
        .error, .file, "this folder holds neither nodes.csv nor edges.csv; put one of them there",
        ImportPlace(text: path))
      return reading.finished
    }
    let others = (files.names(in: path) ?? []).filter { name in
      !name.hasPrefix(".") && !found.contains("\(path)/\(name)")
    }
    if let problem = ImportProblem(passedOver: others.sorted(), at: ImportPlace(text: path)) {
      reading.add(problem)
    }
    for file in found { reading.read(file, as: file.hasSuffix("nodes.csv") ? .nodes : .edges) }
    return reading.finished
  }
}

/// The map while its tables are read: nodes before edges.
private struct EdgeListReading {
  private(set) var map: ImportedMap
  private let options: ImportOptions
  private let title: String
  private var records: [ElementID.Collection: [ImportedRecord]] = [:]
  /// The id in the map of every node, by what the tables call it.
  private var ids: [String: String] = [:]
  private var takenIDs: Set<String> = []
  private var changedIDs: [String] = []
  /// Nodes that stand in edges only.
  private var addedNodes: [String] = []
  /// The edges that no map file has as elements of their own, by their type.
  private var unreadEdges: [String: Int] = [:]
  /// What cells name that has no rows.
  private var named: [ElementID.Collection: Set<String>] = [:]
  /// The levels of intensity that cells name beside those that every map has, in that order.
  private var levels: [String] = []
  /// The names of what the map holds that the tables are joined into, by collection and id.
  private var known: [String: [String: String]] = [:]
  private var lastPlace: ImportPlace
  private var errors = 0

  private static let limits = YAMLLimits()

  init(_ path: String, _ options: ImportOptions) {
    map = ImportedMap(from: path)
    self.options = options
    lastPlace = ImportPlace(text: path)
    title = path.fileTitle.onOneLine
    options.map?.forEachName { collection, id, name in
      known[collection, default: [:]][id] = name
    }
  }

  /// The map, with what can be said only when all has been read.
  var finished: ImportedMap {
    var whole = self
    whole.finish()
    return whole.map
  }

  mutating func report(
    _ severity: Severity, _ category: Diagnostic.Category, _ message: String, _ place: ImportPlace?
  ) {
    if severity == .error { errors += 1 }
    map.problems.append(ImportProblem(severity, category, message, at: place))
  }

  mutating func add(_ problem: ImportProblem) { map.problems.append(problem) }

  // MARK: - Tables

  /// Reads a table; `content` is what it has to be.
  mutating func read(_ file: String, as content: EdgeListTable.Content?) {
    lastPlace = ImportPlace(table: file)
    // Text of twice the size can still be a map: each of its characters may take two bytes.
    guard let size = FileAccess().size(of: file), size <= Self.limits.bytes * 2 else {
      return report(
        .error, .limit,
        "this is no ordinary file, or larger than \(Self.limits.bytes >> 19) MB, which is more than "
          + "a map can hold", lastPlace)
    }
    do throws(TableError) {
      let reader = try CSVReader(path: file)
      var table: EdgeListTable?
      var isHopeless = false
      try reader.forEachRow { row in
        if let table {
          read(row, table, file)
        } else if let found = EdgeListTable(row.cells.map(FormulaGuard.unguarded), options),
          content == nil || found.content == content
        {
          table = found
          tellUnknown(found, ImportPlace(table: file, row: row.number))
        } else {
          isHopeless = true
          report(
            .error, .missingKey,
            content == .nodes
              ? "this row needs a column `id` or `name`, and no `target`, to head a table of nodes"
              : "this row needs the columns `source` and `target` to head a table of edges"
                + (content == nil ? ", or `id` or `name` to head one of nodes" : ""),
            ImportPlace(table: file, row: row.number))
        }
        guard errors < Self.limits.diagnostics else {
          report(
            .error, .limit, "here reading stopped, since so many rows are wrong",
            ImportPlace(table: file, row: row.number))
          return false
        }
        return !isHopeless
      }
      if table == nil, !isHopeless {
        report(.error, .missingKey, "this table is empty; it needs a row of headings", lastPlace)
      }
    } catch {
      report(.error, .file, error.explanation, ImportPlace(table: file, row: error.row))
    }
  }

  private mutating func tellUnknown(_ table: EdgeListTable, _ place: ImportPlace) {
    guard !table.unknown.isEmpty else { return }
    report(
      .note, .unknownKey,
      "what these columns say is left out, since a map has no such facts, or has them in lists of "
        + "their own: \(Self.listed(table.unknown))", place)
  }

  private mutating func read(_ row: TableRow, _ table: EdgeListTable, _ file: String) {
    let cells = row.cells.map(FormulaGuard.unguarded)
    let place = ImportPlace(table: file, row: row.number)
    switch table.content {
    case .nodes: readNode(cells, table, place)
    case .edges: readEdge(cells, table, place)
    }
  }

  // MARK: - Nodes

  private mutating func readNode(
    _ cells: [String], _ table: EdgeListTable, _ place: ImportPlace
  ) {
    let written = table.text("type", in: cells)
    let type: MapGraph.NodeType? =
      switch written.asID {
      case "": .service
      case "organization": .organisation
      case "program": .programme
      case let word: MapGraph.NodeType(rawValue: word)
      }
    let typePlace = place.at(column: table.column("type"), "type")
    guard let type else {
      let words = MapGraph.NodeType.allCases.filter { $0.collection != nil }.map(\.rawValue)
      return report(
        .error, .unknownWord,
        "`\(written.inShort)` is no type of node; write "
          + "\(words.joined(separator: ", ")), or nothing for a service", typePlace)
    }
    let label = ["name", "label"].lazy.map { table.text($0, in: cells) }.first { !$0.isEmpty }
    let id = table.text("id", in: cells)
    let called = id.isEmpty ? label ?? "" : id
    guard !called.isEmpty else {
      return report(.error, .missingKey, "this row has neither an `id` nor a `name`", place)
    }
    guard ids[called] == nil else {
      return report(
        .error, .clashingID,
        "another row has the node `\(called.inShort)` already; give one of them an id "
          + "of its own", place.at(column: table.column("id"), "id"))
    }
    guard let collection = type.collection else {
      ids[called] = type == .families ? Service.ID.families.rawValue : called
      return
    }
    guard let own = newID(for: called, place) else { return }
    var record = ImportedRecord(id: own, place: place)
    let name = label ?? known[collection.rawValue]?[own] ?? called
    record.fields.append(
      .init("name", .value(.scalar(name)), column: table.column("name"), name: "name"))
    add(cells, table, collection, to: &record)
    records[collection, default: []].append(record)
  }

  /// The id of a node in the map, noted under what the table calls it; reports when it can have none.
  private mutating func newID(for called: String, _ place: ImportPlace) -> String? {
    var id = called.isID && called != Service.ID.families.rawValue ? called : called.asID
    if id == Service.ID.families.rawValue { id += "-1" }
    guard !id.isEmpty else {
      report(
        .error, .badID,
        "no id can be made of `\(called.inShort)`; ids are lower case letters, digits "
          + "and hyphens", place)
      return nil
    }
    let stem = id
    var number = 2
    while !takenIDs.insert(id).inserted {
      id = "\(stem)-\(number)"
      number += 1
    }
    ids[called] = id
    if id != called { changedIDs.append("\(called.inShort) is \(id)") }
    return id
  }

  // MARK: - Edges

  private mutating func readEdge(
    _ cells: [String], _ table: EdgeListTable, _ place: ImportPlace
  ) {
    let written = table.text("type", in: cells)
    let kind = table.text("kind", in: cells)
    let isLink: Bool
    switch written.asID {
    case MapGraph.EdgeType.link.rawValue: isLink = true
    case MapGraph.EdgeType.seat.rawValue, MapGraph.EdgeType.reportsTo.rawValue:
      unreadEdges[written.asID, default: 0] += 1
      return
    // What is no type of ours, such as `Directed`, leaves it to the kind.
    default: isLink = LinkKind(rawValue: kind) != nil
    }
    var record = ImportedRecord(place: place)
    var ends: [String] = []
    for (column, key) in [("source", "from"), ("target", "to")] {
      let called = table.text(column, in: cells)
      let place = place.at(column: table.column(column), column)
      guard !called.isEmpty else {
        return report(.error, .missingKey, "this edge has no `\(column)`; name a node there", place)
      }
      guard let end = end(called, place) else { return }
      ends.append(end)
      record.fields.append(
        .init(key, .value(.scalar(end)), column: table.column(column), name: column))
    }
    guard !kind.isEmpty else {
      let words = RouteKind.allCases.map(\.rawValue).joined(separator: ", ")
      return report(
        .error, .missingKey, "this edge has no `kind`; a route needs one: \(words)",
        place.at(column: table.column("kind"), "kind"))
    }
    record.fields.append(
      .init("kind", .value(.scalar(kind)), column: table.column("kind"), name: "kind"))
    if let id = id(table.text("id", in: cells), ends, kind, isLink: isLink) {
      record.fields.append(
        .init("id", .value(.scalar(id)), column: table.column("id"), name: "id"))
    }
    let collection: ElementID.Collection = isLink ? .links : .routes
    add(cells, table, collection, to: &record)
    records[collection, default: []].append(record)
  }

  /// The id of a node that an edge names, which is made a service when no row has it.
  private mutating func end(_ called: String, _ place: ImportPlace) -> String? {
    if let id = ids[called] { return id }
    let isOfAnotherMap = called.split(separator: ":").count == 2
    if called == Service.ID.families.rawValue || isOfAnotherMap { return called }
    if MapGraph.NodeType.allCases.contains(where: {
      $0.collection.flatMap { known[$0.rawValue]?[called] } != nil
    }) {
      return called
    }
    guard let id = newID(for: called, place) else { return nil }
    records[.services, default: []].append(
      ImportedRecord(
        id: id, place: place, fields: [.init("name", .value(.scalar(called.onOneLine)))]))
    addedNodes.append(called)
    return id
  }

  /// The id of an edge; `nil` when it is the one that it has without being given any.
  private func id(
    _ written: String, _ ends: [String], _ kind: String, isLink: Bool
  ) -> String? {
    let prefix = "\(MapGraph.EdgeType.link.rawValue)::"
    let id = written.hasPrefix(prefix) ? String(written.dropFirst(prefix.count)) : written
    let derived =
      if isLink {
        LinkKind(rawValue: kind).map {
          Link.derivedID(from: NodeID(ends[0]), to: NodeID(ends[1]), kind: $0).rawValue
        }
      } else {
        RouteKind(rawValue: kind).map {
          Route.derivedID(from: Identifier(ends[0]), to: Identifier(ends[1]), kind: $0).rawValue
        }
      }
    guard !id.isEmpty, id != derived else { return nil }
    return id.isID ? id : id.asID.isEmpty ? nil : id.asID
  }

  // MARK: - Facts

  private mutating func add(
    _ cells: [String], _ table: EdgeListTable, _ collection: ElementID.Collection,
    to record: inout ImportedRecord
  ) {
    for fact in table.facts[collection] ?? [] where fact.column < cells.count {
      guard let value = Self.value(cells[fact.column], fact.value) else { continue }
      noteNames(in: value, fact.value)
      record.set(
        fact.path[...], .value(value), column: fact.column + 1, name: fact.heading.onOneLine)
    }
  }

  /// Notes what a value names that has no rows of its own in these tables.
  private mutating func noteNames(in value: YAMLValue, _ description: ValueDescription) {
    let collection: ElementID.Collection?
    switch description.single {
    case .reference([.intensities]): collection = nil
    case .reference(let targets) where targets.count == 1:
      collection = ElementID.Collection(rawValue: targets[0].key)
      guard let collection, Self.namedOnly.contains(collection) else { return }
    case .pattern("a citation", _, _, _): collection = .sources
    default: return
    }
    for item in value.items.isEmpty ? [value] : value.items {
      // A citation has the place in its source behind it.
      guard let id = item.text?.split(separator: " ").first.map(String.init), id.isID, id != "none",
        !Self.isKnown(id, collection), collection.flatMap({ known[$0.rawValue]?[id] }) == nil
      else { continue }
      if let collection {
        named[collection, default: []].insert(id)
      } else if !levels.contains(id) {
        levels.append(id)
      }
    }
  }

  /// Whether every map has it: a known kind of service, or a level of the usual scale.
  private static func isKnown(_ id: String, _ collection: ElementID.Collection?) -> Bool {
    switch collection {
    case nil: Intensity.defaultScale.contains { $0.id.rawValue == id }
    case .kinds: ServiceKind.known.contains { $0.id.rawValue == id }
    default: false
    }
  }

  /// The collections whose elements are only named here.
  private static let namedOnly: Set<ElementID.Collection> = [
    .agreements, .areas, .conditions, .kinds, .needs, .sources,
  ]

  /// What a cell says; `nil` when it says nothing.
  private static func value(_ cell: String, _ description: ValueDescription) -> YAMLValue? {
    let trimmed = cell.trimmed
    guard !trimmed.isEmpty else { return nil }
    switch description {
    case .list:
      let items = CellList.items(of: cell)
      return trimmed == "none" ? "none" : .sequence(items.map { .scalar($0) })
    case .record, .table: return trimmed == "yes" ? .mapping([]) : .scalar(trimmed)
    case .text: return .scalar(cell)
    case .yesNo: return .scalar(trimmed.lowercased())
    default: return .scalar(trimmed)
    }
  }

  // MARK: - The end

  private mutating func finish() {
    if !changedIDs.isEmpty {
      report(
        .note, .badID,
        "ids of a map are lower case letters, digits and hyphens, so these were changed: "
          + Self.listed(changedIDs), lastPlace)
    }
    if !addedNodes.isEmpty {
      report(
        .note, .unknownReference,
        "these nodes stand in edges only and were made services; give them rows among the nodes if "
          + "they are something else: \(Self.listed(addedNodes))", lastPlace)
    }
    for (type, number) in unreadEdges.sorted(by: { $0.key < $1.key }) {
      report(
        .note, .unknownWord,
        "edges of the type `\(type)` were left out, \(number) in all; a map has these facts with its "
          + "boards and services", lastPlace)
    }
    for (collection, ids) in named.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      report(
        .note, .unknownReference,
        "these \(collection.rawValue) are only named, and were added with their ids for names: "
          + Self.listed(ids.sorted()), lastPlace)
      let key = collection == .sources ? "title" : "name"
      records[collection] = ids.sorted().map { id in
        ImportedRecord(
          id: id, place: lastPlace, fields: [.init(key, .value(.scalar(id.asWords)))])
      }
    }
    map.root.fields = [
      .init("fingerpost", .value("1")), .init("title", .value(.scalar(title))),
    ]
    if !levels.isEmpty {
      report(
        .note, .unknownReference,
        "these levels of intensity were put at the end of the scale; bring them into order under "
          + "`intensities`: \(Self.listed(levels))", lastPlace)
      let scale = Intensity.defaultScale.map(\.id.rawValue) + levels
      map.root.fields.append(.init("intensities", .value(.sequence(scale.map { .scalar($0) }))))
    }
    for collection in ElementID.Collection.allCases {
      guard let found = records[collection] else { continue }
      let isList = collection == .routes || collection == .links
      map.root.fields.append(.init(collection.rawValue, isList ? .records(found) : .keyed(found)))
      map.counts.append(ImportCount(found.count, of: "\(collection.rawValue) read"))
    }
  }

  /// At most ten of these, each on one line.
  private static func listed(_ texts: [String]) -> String {
    let shown = texts.prefix(10).map { "`\($0.inShort)`" }.joined(separator: ", ")
    return texts.count > 10 ? "\(shown) and \(texts.count - 10) more" : shown
  }
}

extension String {
  /// Fit to stand in a message.
  fileprivate var inShort: String { shortened.onOneLine }
}
