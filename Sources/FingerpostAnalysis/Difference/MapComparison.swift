import FingerpostModel

/// The work of comparing two versions of a map: first which elements are the same, then what changed
/// of each.
struct MapComparison {
  let from: SystemMap
  let to: SystemMap
  /// Which elements somebody says are the same, by their addresses in the earlier map.
  let told: [ElementID: ElementID]
  private(set) var renames = Renames()
  private(set) var changes: [ElementChange] = []
  private(set) var ambiguous: [AmbiguousRename] = []

  private enum Step {
    case findRenames
    case compare
  }

  init(from: SystemMap, to: SystemMap, told: [ElementID: ElementID]) {
    self.from = from
    self.to = to
    self.told = told
  }

  mutating func run() {
    for step in [Step.findRenames, .compare] {
      // What others refer to comes first, so that its new ids are known.
      for collection in ElementID.Collection.allCases { take(step, collection) }
    }
  }

  private mutating func take(_ step: Step, _ collection: ElementID.Collection) {
    switch collection {
    case .map: if step == .compare { compareMaps() }
    case .kinds: take(step, from.kinds, to.kinds, collection)
    case .needs: take(step, from.needs, to.needs, collection)
    case .conditions: take(step, from.conditions, to.conditions, collection)
    case .areas: take(step, from.areas, to.areas, collection)
    case .sources: take(step, from.sources, to.sources, collection)
    case .organisations: take(step, from.organisations, to.organisations, collection)
    case .services: take(step, from.services, to.services, collection)
    case .routes: take(step, from.routes, to.routes, collection)
    case .boards: take(step, from.boards, to.boards, collection)
    case .programmes: take(step, from.programmes, to.programmes, collection)
    case .agreements: take(step, from.agreements, to.agreements, collection)
    case .flows: take(step, from.flows, to.flows, collection)
    case .documents: take(step, from.documents, to.documents, collection)
    case .links: take(step, from.links, to.links, collection)
    case .views: take(step, from.views, to.views, collection)
    case .exceptions: take(step, from.exceptions, to.exceptions, collection)
    }
  }

  private mutating func take<Element: MapElement>(
    _ step: Step, _ old: Elements<Element>, _ new: Elements<Element>,
    _ collection: ElementID.Collection
  ) {
    switch step {
    case .findRenames: findRenames(old, new, collection)
    case .compare: compare(old, new, collection)
    }
  }

  // MARK: - Elements

  private mutating func findRenames<Element: MapElement>(
    _ old: Elements<Element>, _ new: Elements<Element>, _ collection: ElementID.Collection
  ) {
    var gone = old.filter { new.index(of: $0.id) == nil }
    var added = gone.isEmpty ? [] : new.filter { old.index(of: $0.id) == nil }
    for element in gone {
      guard let id = told[ElementID(collection, "\(element.id)")]?.path.last,
        let place = added.firstIndex(where: { "\($0.id)" == id })
      else { continue }
      renames.add("\(element.id)", id, in: collection)
      gone.removeAll { $0.id == element.id }
      added.remove(at: place)
    }
    guard !gone.isEmpty, !added.isEmpty else { return }
    let search = RenameSearch(
      gone: gone.map {
        .init("\($0.id)", StatementReading().record(of: $0).renamed(by: renames))
      },
      new: added.map { .init("\($0.id)", StatementReading().record(of: $0)) },
      identity: collection.identity, name: collection.nameKey)
    for pair in search.pairs { renames.add(pair.old, pair.new, in: collection) }
    for group in search.ambiguous {
      ambiguous.append(
        AmbiguousRename(
          gone: group.gone.map { ElementID(collection, $0) },
          new: group.new.map { ElementID(collection, $0) }))
    }
  }

  private mutating func compare<Element: MapElement>(
    _ old: Elements<Element>, _ new: Elements<Element>, _ collection: ElementID.Collection
  ) {
    let newByID = Dictionary(
      new.map { ("\($0.id)", $0) }, uniquingKeysWith: { first, _ in first })
    var known: Set<String> = []
    for element in old {
      let id = "\(element.id)"
      let newID = renames.later(id, in: collection)
      guard let counterpart = newByID[newID] else {
        changes.append(ElementChange(before: ElementID(collection, id), after: nil, fields: []))
        continue
      }
      known.insert(newID)
      compare(element, counterpart, ElementID(collection, id), ElementID(collection, newID))
    }
    for element in new where !known.contains("\(element.id)") {
      changes.append(
        ElementChange(before: nil, after: ElementID(collection, "\(element.id)"), fields: []))
    }
  }

  private mutating func compare<Element: MapElement>(
    _ old: Element, _ new: Element, _ before: ElementID, _ after: ElementID
  ) {
    // Most elements did no more than move in the file.
    var moved = old
    moved.origin.location = new.origin.location
    guard moved != new else { return }
    var fields: [FieldChange] = []
    for (old, new) in statements(old, new) {
      if old.key == before.collection.itemList,
        compareItems(old.value, new.value, before, after, in: old.key)
      {
        continue
      }
      compare(old.value, new.value, at: [.key(old.key)], into: &fields)
    }
    let isRenamed =
      before != after && !(Self.takesIDFromFacts(old) && Self.takesIDFromFacts(new))
    guard isRenamed || !fields.isEmpty else { return }
    changes.append(ElementChange(before: before, after: after, fields: fields))
  }

  /// Whether the id says no more than the facts, so that it follows them.
  private static func takesIDFromFacts(_ element: some MapElement) -> Bool {
    switch element {
    case let route as Route:
      route.id == Route.derivedID(from: route.from, to: route.to, kind: route.kind)
    case let link as Link:
      link.id == Link.derivedID(from: link.from, to: link.to, kind: link.kind)
    case let exception as AcceptedException:
      exception.id == "\(exception.rule)-\(exception.element)"
    default: false
    }
  }

  /// What the stored properties of both say, where they are not plainly equal.
  private func statements<Value>(
    _ old: Value, _ new: Value
  ) -> [(old: StatedRecord.Field, new: StatedRecord.Field)] {
    var pairs: [(old: StatedRecord.Field, new: StatedRecord.Field)] = []
    for (old, new) in zip(Mirror(reflecting: old).children, Mirror(reflecting: new).children)
    where !Self.areEqual(old.value, new.value) {
      let property = old.label ?? ""
      pairs += zip(
        StatementReading().fields(of: property, old.value, in: Value.self),
        StatementReading().fields(of: property, new.value, in: Value.self)
      ).map { (old: $0, new: $1) }
    }
    return pairs
  }

  private static func areEqual(_ a: Any, _ b: Any) -> Bool {
    func equal<Value: Equatable>(_ a: Value) -> Bool { (b as? Value) == a }
    guard let a = a as? any Equatable else { return false }
    return equal(a)
  }

  // MARK: - The map itself

  private mutating func compareMaps() {
    var fields: [FieldChange] = []
    for (old, new) in statements(from, to) {
      compare(old.value, new.value, at: [.key(old.key)], into: &fields)
    }
    for collection in ElementID.Collection.allCases {
      let (old, new) = (from.statesNone(of: collection), to.statesNone(of: collection))
      // Where one of them has elements, these say all.
      if let old, let new, old != new {
        fields.append(
          FieldChange(
            path: [.key(collection.rawValue)], before: old ? .none : .notStated,
            after: new ? .none : .notStated))
      }
    }
    guard !fields.isEmpty else { return }
    changes.append(
      ElementChange(before: ElementID(.map), after: ElementID(.map), fields: fields))
  }

  // MARK: - Seats and exclusions

  /// Compares the items of a list as elements of their own.
  ///
  /// - Returns: Whether it did: not where a version does not say which items there are.
  private mutating func compareItems(
    _ old: Statement, _ new: Statement, _ before: ElementID, _ after: ElementID, in list: String
  ) -> Bool {
    guard let old = old.items, let new = new.items else { return false }
    func address(_ parent: ElementID, _ id: String) -> ElementID {
      var address = parent
      address.path += [list, id]
      return address
    }
    func candidates(_ items: [String: StatedRecord], not others: [String: StatedRecord])
      -> [RenameSearch.Candidate]
    {
      items.filter { others[$0.key] == nil }.map { .init($0.key, $0.value) }
    }
    let oldNow = old.mapValues { $0.renamed(by: renames) }
    var renamed: [String: String] = [:]
    for id in old.keys where new[id] == nil {
      guard let newID = told[address(before, id)]?.path.last, new[newID] != nil, old[newID] == nil
      else { continue }
      renamed[id] = newID
    }
    let search = RenameSearch(
      gone: candidates(oldNow, not: new).filter { renamed[$0.id] == nil },
      new: candidates(new, not: old).filter { !renamed.values.contains($0.id) },
      identity: list == "seats" ? ["represents", "stakeholder"] : ["condition"],
      name: list == "seats" ? "member" : nil)
    for pair in search.pairs { renamed[pair.old] = pair.new }
    var known: Set<String> = []
    for (id, item) in old {
      let newID = renamed[id] ?? id
      guard let counterpart = new[newID] else {
        changes.append(ElementChange(before: address(before, id), after: nil, fields: []))
        continue
      }
      known.insert(newID)
      var fields: [FieldChange] = []
      compareFields(item, counterpart, at: [], into: &fields)
      // The id of an exclusion is its condition unless the map gives another.
      let isRenamed =
        id != newID
        && !(item["condition"].description == id && counterpart["condition"].description == newID)
      guard isRenamed || !fields.isEmpty else { continue }
      changes.append(
        ElementChange(before: address(before, id), after: address(after, newID), fields: fields))
    }
    for id in new.keys where !known.contains(id) {
      changes.append(ElementChange(before: nil, after: address(after, id), fields: []))
    }
    for group in search.ambiguous {
      ambiguous.append(
        AmbiguousRename(
          gone: group.gone.map { address(before, $0) }, new: group.new.map { address(after, $0) }))
    }
    return true
  }

  // MARK: - Statements

  private func areSame(_ old: Statement, _ new: Statement) -> Bool {
    old == new || (!renames.isEmpty && old.renamed(by: renames) == new)
  }

  private func compare(
    _ old: Statement, _ new: Statement, at path: [FieldChange.Step],
    into fields: inout [FieldChange]
  ) {
    guard !areSame(old, new) else { return }
    switch (old, new) {
    case (.record(let a), .record(let b)): compareFields(a, b, at: path, into: &fields)
    case (.list(let a), .list(let b)):
      if compareEntries(a, b, at: path, isOrdered: false, into: &fields) { return }
      fields.append(FieldChange(path: path, before: old, after: new))
    case (.sequence(let a), .sequence(let b)):
      let isDone = compareEntries(a, b, at: path, isOrdered: true, into: &fields)
      if !isDone || !inSameOrder(a, b) {
        fields.append(FieldChange(path: path, before: old, after: new))
      }
    default: fields.append(FieldChange(path: path, before: old, after: new))
    }
  }

  private func compareFields(
    _ old: StatedRecord, _ new: StatedRecord, at path: [FieldChange.Step],
    into fields: inout [FieldChange]
  ) {
    let oldKeys = Set(old.fields.map(\.key))
    for field in old.fields {
      compare(field.value, new[field.key], at: path + [.key(field.key)], into: &fields)
    }
    for field in new.fields where !oldKeys.contains(field.key) {
      compare(.notStated, field.value, at: path + [.key(field.key)], into: &fields)
    }
  }

  /// Compares two lists of records item by item.
  ///
  /// - Returns: Whether it did: not where the items have no ids, or two have the same.
  private func compareEntries(
    _ old: [Statement], _ new: [Statement], at path: [FieldChange.Step], isOrdered: Bool,
    into fields: inout [FieldChange]
  ) -> Bool {
    guard let oldRecords = Statement.records(old), let newRecords = Statement.records(new),
      let newByID = Statement.byIdentity(newRecords), Statement.byIdentity(oldRecords) != nil
    else { return false }
    var known: Set<Statement> = []
    for record in oldRecords {
      let renamed = record.identity.renamed(by: renames)
      guard let counterpart = newByID[record.identity] ?? newByID[renamed] else {
        fields.append(
          FieldChange(path: path + [record.step], before: .record(record), after: .absent))
        continue
      }
      known.insert(counterpart.identity)
      compareFields(record, counterpart, at: path + [counterpart.step], into: &fields)
    }
    for (place, record) in newRecords.enumerated() where !known.contains(record.identity) {
      fields.append(
        FieldChange(
          path: path + [record.step], before: .absent, after: .record(record),
          place: isOrdered ? place : nil))
    }
    return true
  }

  /// Whether the items that both lists hold stand in the same order.
  private func inSameOrder(_ old: [Statement], _ new: [Statement]) -> Bool {
    let oldIDs = (Statement.records(old) ?? []).map(\.identity)
    let newIDs = (Statement.records(new) ?? []).map(\.identity)
    let (oldSet, newSet) = (Set(oldIDs), Set(newIDs))
    return oldIDs.filter(newSet.contains) == newIDs.filter(oldSet.contains)
  }
}

extension Statement {
  /// The records of a list; `nil` when it holds anything else.
  fileprivate static func records(_ items: [Statement]) -> [StatedRecord]? {
    var records: [StatedRecord] = []
    for item in items {
      guard case .record(let record) = item, record.identity != .notStated else { return nil }
      records.append(record)
    }
    return records
  }

  /// Records by what tells them apart; `nil` when that is the same for two.
  fileprivate static func byIdentity(_ records: [StatedRecord]) -> [Statement: StatedRecord]? {
    var byIdentity: [Statement: StatedRecord] = [:]
    for record in records {
      guard byIdentity.updateValue(record, forKey: record.identity) == nil else { return nil }
    }
    return byIdentity
  }

  /// The items of a list by their id, none included; `nil` when they are not stated.
  fileprivate var items: [String: StatedRecord]? {
    switch self {
    case .none: return [:]
    case .list(let items):
      guard let records = Self.records(items), let byIdentity = Self.byIdentity(records)
      else { return nil }
      return Dictionary(
        byIdentity.map { ($0.key.description, $0.value) }, uniquingKeysWith: { first, _ in first })
    default: return nil
    }
  }
}

extension StatedRecord {
  /// The record as a step on the way to one of its facts.
  fileprivate var step: FieldChange.Step { .item(identity.description, called: name) }
}

extension SystemMap {
  /// Whether the map states that it has no elements of a collection; `nil` when it has some.
  fileprivate func statesNone(of collection: ElementID.Collection) -> Bool? {
    let isEmpty: Bool =
      switch collection {
      case .map: false
      case .kinds: kinds.isEmpty
      case .needs: needs.isEmpty
      case .conditions: conditions.isEmpty
      case .areas: areas.isEmpty
      case .sources: sources.isEmpty
      case .organisations: organisations.isEmpty
      case .services: services.isEmpty
      case .routes: routes.isEmpty
      case .boards: boards.isEmpty
      case .programmes: programmes.isEmpty
      case .agreements: agreements.isEmpty
      case .flows: flows.isEmpty
      case .documents: documents.isEmpty
      case .links: links.isEmpty
      case .views: views.isEmpty
      case .exceptions: exceptions.isEmpty
      }
    return isEmpty ? statedAsNone.contains(collection) : nil
  }
}

extension ElementID.Collection {
  /// The keys that together tell its elements apart for people.
  fileprivate var identity: [String] {
    switch self {
    case .map: []
    case .kinds, .needs: ["name"]
    case .conditions, .boards, .programmes, .agreements, .documents: ["name", "kind"]
    case .areas: ["name", "within"]
    case .sources: ["title", "publisher"]
    case .views: ["title"]
    case .organisations: ["name", "sector"]
    case .services: ["name", "kind", "organisation"]
    case .flows: ["name", "through"]
    case .routes, .links: ["from", "to", "kind"]
    case .exceptions: ["rule", "element"]
    }
  }

  /// The key of what people call its elements; `nil` when they have no name.
  fileprivate var nameKey: String? {
    switch self {
    case .sources, .views: "title"
    case .map, .routes, .links, .exceptions: nil
    default: "name"
    }
  }

  /// The key of the list whose items are elements of their own.
  fileprivate var itemList: String? {
    switch self {
    case .services: "excludes"
    case .boards: "seats"
    default: nil
    }
  }
}
