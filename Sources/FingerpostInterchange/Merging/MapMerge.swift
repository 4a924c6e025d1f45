import FingerpostFormats
public import FingerpostModel

/// An import joined into a map file: elements and facts that the map lacks are added, and nothing is
/// taken away.
///
/// The rest of the file, its comments and its order, stays byte for byte.
public struct MapMerge: Sendable {
  /// A change of the file.
  private enum Edit: Sendable {
    case set(YAMLPath, YAMLValue)
    case append(YAMLValue, to: YAMLPath)
  }

  /// What is done, and what is not.
  public private(set) var report: MergeReport
  /// The answers that fit nothing, as sentences.
  public let wrongAnswers: [String]

  private let tree: YAMLTree
  private let matches: MergeMatches
  private let takesImport: Bool
  private var edits: [Edit] = []

  /// Compares an import with a map; `nil` when one of the texts does not state its map.
  ///
  /// - Parameters:
  ///   - incoming: The import.
  ///   - text: The map file that states it, in UTF-8.
  ///   - map: The map.
  ///   - file: The one file that states the map, in UTF-8.
  ///   - answers: What a person says about both.
  /// - Complexity: O(*n* + *m*) for what both state, apart from names that the map does not know.
  public init?(
    of incoming: SystemMap, text: [UInt8], into map: SystemMap, file: [UInt8],
    answers: MergeAnswers = MergeAnswers()
  ) {
    guard let stated = YAMLTree.read(text, file: "import.yaml").tree,
      let tree = YAMLTree.read(file, file: "map.yaml").tree
    else { return nil }
    self.tree = tree
    takesImport = answers.takesImport
    let ours = map.written
    let written = incoming.written
    var report = MergeReport()
    let matches = MergeMatches(of: written, in: ours, answers, telling: &report)
    self.report = report
    self.matches = matches
    wrongAnswers = matches.wrongAnswers
    guard let renamed = matches.renamed(incoming, written, stated.root) else { return nil }
    let theirs = renamed.written
    for field in MapFormat.shapes[0].fields() {
      guard let value = theirs[field.key], !["fingerpost", "id", "title"].contains(field.key)
      else { continue }
      let path: YAMLPath = [.key(field.key)]
      switch field.value {
      case .keyed where value == "none", .records where value == "none":
        mergeNone(into: ours[field.key], path)
      case .keyed(let shape):
        merge(value.entries.map { ($0.key, $0.value) }, into: ours[field.key], shape, path)
      case .records(let shape):
        mergeList(value.items, of: renamed, into: map, ours[field.key], shape, path)
      default:
        // What a map takes for granted is stated by neither of them.
        guard stated.root[field.key]?.isNull == false else { continue }
        let mine = tree.root[field.key]?.isNull == false ? ours[field.key] : nil
        if mine == nil, value == ours[field.key] { continue }
        merge(value, into: mine, field.value, path, "map: \(field.key)")
      }
    }
  }

  // MARK: - Elements

  private mutating func merge(
    _ elements: [(id: String, value: YAMLValue)], into known: YAMLValue?, _ shape: ShapeDescription,
    _ path: YAMLPath
  ) {
    let collection = path.description
    let open = ElementID.Collection(rawValue: collection).flatMap { matches.open[$0] } ?? []
    let byID = Dictionary(
      (known?.entries ?? []).map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    for (id, value) in elements where !open.contains(id) {
      let place = path.appending(.key(id))
      if let mine = byID[id] {
        mergeRecord(value, into: mine, shape, place, "\(collection)/\(id)")
      } else if isRoom(in: known, for: "\(collection)/\(id)"),
        isKnown(value, .record(shape), "\(collection)/\(id)")
      {
        edits.append(.set(place, value))
        let name = MergeMatches.Element(id: id, value: value).name
        report.add("\(collection)/\(id), “\(name)”", to: .added)
      }
    }
  }

  private mutating func mergeList(
    _ items: [YAMLValue], of incoming: SystemMap, into map: SystemMap, _ known: YAMLValue?,
    _ shape: ShapeDescription, _ path: YAMLPath
  ) {
    let collection = path.description
    let places = Dictionary(
      map.listed(collection).enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
    for (item, element) in zip(items, incoming.listed(collection)) {
      let address = "\(collection)/\(element.id)"
      if let place = places[element.id], let known = known?.items, known.indices.contains(place) {
        mergeRecord(item, into: known[place], shape, path.appending(.index(place)), address)
      } else if isRoom(in: known, for: address), isKnown(item, .record(shape), address) {
        let entries = item.entries.filter { !element.isDerived || $0.key != "id" }
        edits.append(.append(.mapping(entries), to: path))
        report.add(address, to: .added)
      }
    }
  }

  private mutating func mergeNone(into known: YAMLValue?, _ path: YAMLPath) {
    if known == nil {
      edits.append(.set(path, "none"))
      report.add("\(path): none", to: .added)
    } else if known != "none" {
      report.add("\(path): the map has some, the import says that there are none", to: .kept)
    }
  }

  /// Whether the map does not state that there are none of a sort; says so otherwise.
  private mutating func isRoom(in known: YAMLValue?, for address: String) -> Bool {
    guard known == "none" else { return true }
    report.add("\(address): the map says that there are none", to: .kept)
    return false
  }

  /// Whether nothing that a value refers to waits for an answer; says so otherwise.
  private mutating func isKnown(
    _ value: YAMLValue, _ description: ValueDescription, _ address: String
  ) -> Bool {
    var waiting: String?
    let open = matches.open
    _ = WrittenReferences { collections, id in
      if collections.contains(where: { open[$0]?.contains(id) == true }) { waiting = id }
      return id
    }.value(value, as: description)
    guard let waiting else { return true }
    report.add("\(address): it names \(waiting), about which there is a question", to: .left)
    return false
  }

  // MARK: - Facts

  private mutating func mergeRecord(
    _ value: YAMLValue, into mine: YAMLValue, _ shape: ShapeDescription, _ path: YAMLPath,
    _ address: String
  ) {
    let fields = shape.fields()
    for entry in value.entries where entry.key != "id" {
      guard let field = fields.first(where: { $0.key == entry.key }) else { continue }
      merge(
        entry.value, into: mine[entry.key], field.value, path.appending(.key(entry.key)),
        "\(address): \(entry.key)")
    }
  }

  private mutating func merge(
    _ value: YAMLValue, into mine: YAMLValue?, _ description: ValueDescription, _ path: YAMLPath,
    _ address: String
  ) {
    guard let mine else {
      guard isKnown(value, description, address) else { return }
      edits.append(.set(path, value))
      return report.add("\(address): \(value.short)", to: .added)
    }
    guard mine != value else { return }
    switch (description.single, mine, value) {
    case (.record(let shape), .mapping, .mapping):
      mergeRecord(value, into: mine, shape, path, address)
    case (.records(let shape), .sequence(let known), .sequence(let items))
    where (known + items).allSatisfy({ $0["id"] != nil }):
      for item in items {
        guard let id = item["id"]?.text else { continue }
        let inner = "\(address)/\(id)"
        if let place = known.firstIndex(where: { $0["id"] == item["id"] }) {
          mergeRecord(item, into: known[place], shape, path.appending(.index(place)), inner)
        } else if isKnown(item, .record(shape), inner) {
          edits.append(.append(item, to: path))
          report.add(inner, to: .added)
        }
      }
    case (_, .sequence(let known), .sequence(let items)) where Set(known) == Set(items): return
    default:
      guard takesImport else {
        return report.add(
          "\(address): the map has \(mine.short), the import \(value.short)", to: .kept)
      }
      guard isKnown(value, description, address) else { return }
      edits.append(.set(path, value))
      report.add("\(address): \(mine.short) becomes \(value.short)", to: .changed)
    }
  }

  // MARK: - Writing

  /// Whether the file changes at all.
  public var isEmpty: Bool { edits.isEmpty }

  /// The file with what is added and changed.
  ///
  /// - Throws: Why the file cannot be edited at a place, such as one that an alias repeats.
  /// - Complexity: O(*n* · *e*) for a file of *n* bytes and *e* additions and changes.
  public func bytes() throws -> [UInt8] {
    var editor = YAMLEditor(tree)
    for edit in edits {
      switch edit {
      case .set(let path, let value):
        try writeOut(path, in: &editor)
        try editor.set(path, to: value)
      case .append(let value, let path):
        if path.steps.count == 1, editor.tree.root[path.description]?.isNull ?? true {
          try editor.set(path, to: .sequence([value]))
        } else {
          try editor.append(value, to: path)
        }
      }
    }
    return editor.bytes
  }

  /// Makes a record of an element that is a name alone, so that it can have facts.
  private func writeOut(_ path: YAMLPath, in editor: inout YAMLEditor) throws {
    guard path.steps.count > 2, case .key(let collection) = path.steps[0],
      case .key(let id) = path.steps[1], let node = editor.tree.root[collection]?[id],
      node.kind == .scalar, !node.isNull,
      let shape = MapFormat.shapes[0].fields().first(where: { $0.key == collection })?.value.shape
    else { return }
    let key = shape.fields().contains { $0.key == "name" } ? "name" : "title"
    try editor.set(
      YAMLPath(path.steps.prefix(2)), to: .mapping([.init(key, YAMLValue(exactly: node))]))
  }

  /// The address in the map of what has this one in the import; `nil` for what is left out.
  public func address(of element: ElementID) -> ElementID? {
    guard let id = element.path.first else { return element }
    if matches.open[element.collection]?.contains(id) == true { return nil }
    var address = element
    address.path[0] = matches.renames[element.collection]?[id] ?? id
    return address
  }
}

extension MergeMatches {
  /// The import with the ids that its elements have in the map.
  fileprivate func renamed(
    _ incoming: SystemMap, _ written: YAMLValue, _ stated: YAMLNode
  ) -> SystemMap? {
    guard !renames.isEmpty else { return incoming }
    var ids: [ElementID.Collection: Set<String>] = [:]
    for entry in written.entries {
      if let collection = ElementID.Collection(rawValue: entry.key) {
        ids[collection] = Set(entry.value.entries.map(\.key))
      }
    }
    func renamed(_ collections: [ElementID.Collection], _ id: String) -> String {
      let home = collections.first { ids[$0]?.contains(id) == true }
      guard let home else { return id }
      return renames[home]?[id] ?? id
    }
    let references = WrittenReferences(renamed: renamed)
    let value = references.record(YAMLValue(exactly: stated), as: MapFormat.shapes[0])
    let entries = value.entries.map { entry -> YAMLValue.Entry in
      guard let collection = ElementID.Collection(rawValue: entry.key) else { return entry }
      switch entry.value {
      case .mapping(let elements):
        let repeated = repeated[collection] ?? []
        return .init(
          entry.key,
          .mapping(
            elements.filter { !repeated.contains($0.key) }
              .map { .init(renamed([collection], $0.key), $0.value) }))
      case .sequence(let items):
        // An id that was made of the ends has to be made again.
        let elements = incoming.listed(entry.key)
        guard elements.count == items.count else { return entry }
        return .init(
          entry.key,
          .sequence(
            zip(items, elements).map { item, element in
              element.isDerived ? .mapping(item.entries.filter { $0.key != "id" }) : item
            }))
      default: return entry
      }
    }
    return MapReader().read(text: YAMLValue.mapping(entries).fileText).map
  }
}

extension SystemMap {
  /// The ids of the elements of a collection that is a list, and whether each follows from what the
  /// element says.
  fileprivate func listed(_ collection: String) -> [(id: String, isDerived: Bool)] {
    switch collection {
    case "routes":
      routes.map {
        ($0.id.rawValue, $0.id == Route.derivedID(from: $0.from, to: $0.to, kind: $0.kind))
      }
    case "links":
      links.map {
        ($0.id.rawValue, $0.id == Link.derivedID(from: $0.from, to: $0.to, kind: $0.kind))
      }
    case "exceptions": exceptions.map { ("\($0.id)", $0.id == "\($0.rule)-\($0.element)") }
    default: []
    }
  }
}

extension YAMLValue {
  /// The value on one line, its end left out when it is long.
  fileprivate var short: String {
    let text = YAMLWriter().inline(self, isInFlow: false)
    return text.count <= 100 ? text : text.prefix(99) + "…"
  }
}
