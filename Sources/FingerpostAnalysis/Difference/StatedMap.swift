public import FingerpostModel

/// Everything that a map states and that a difference compares, as statements under the addresses of
/// its elements.
///
/// Two maps that state the same are equal here, wherever and in whatever order they are written.
///
/// ```swift
/// let difference = MapDifference(from: march, to: today)
/// difference.applied(to: StatedMap(of: march)) == StatedMap(of: today)  // always
/// ```
public struct StatedMap: Hashable, Sendable {
  /// What is stated of each element, and of the map itself; seats and exclusions are in their lists.
  public private(set) var elements: [ElementID: StatedRecord] = [:]
  /// The collections that are stated to be empty.
  public private(set) var none: Set<ElementID.Collection>

  /// Reads a map.
  ///
  /// - Complexity: O(*n* log *n*), where *n* is how much the map states.
  public init(of map: SystemMap) {
    none = map.emptyAndStated
    elements[ElementID(.map)] = StatementReading().record(of: map).whole
    for collection in ElementID.Collection.allCases {
      for (id, record) in StatementReading().records(of: map, in: collection) {
        elements[ElementID(collection, id)] = record.whole
      }
    }
  }

  fileprivate init(elements: [ElementID: StatedRecord], none: Set<ElementID.Collection>) {
    self.elements = elements
    self.none = none
  }
}

extension MapDifference {
  /// What the later map states, made of what the earlier one states and of the changes alone.
  ///
  /// Of the later map itself only the elements, seats and exclusions that are new are read, and which
  /// collections it states to be empty.
  ///
  /// - Parameter stated: What the earlier map states.
  /// - Returns: What the later map states; of a difference without remarks, that without changed
  ///   citations and notes.
  /// - Complexity: O(*n* log *n* + *c* · *k*), where *n* is how much is stated, *c* the number of
  ///   changes and *k* the most facts of an element.
  public func applied(to stated: StatedMap) -> StatedMap {
    var elements: [ElementID: StatedRecord] = [:]
    for (address, record) in stated.elements {
      elements[renames.later(address)] = record.withDerivedIDs(by: renames).renamed(by: renames)
    }
    let later = StatedMap(of: to)
    // A new list of a board or a service comes before the items of one that was there.
    for change in changes.sorted(by: { $0.element.path.count < $1.element.path.count }) {
      let whole = change.element.path.prefix(1)
      if change.element.path.count <= 1 {
        switch (change.before, change.after) {
        case (let before?, nil): elements[before] = nil
        case (nil, let after?): elements[after] = later.elements[after]
        case (_, let after?):
          // Which collections are stated to be empty is told by `none`.
          for field in change.fields
          where after.collection != .map || ElementID.Collection(rawValue: field.key) == nil {
            elements[after]?.apply(field, at: field.path[...], renames)
          }
        case (nil, nil): break
        }
        continue
      }
      // The element that holds the list, and in it the item.
      let home: ElementID
      if change.after == nil {
        home = renames.later(ElementID(change.element.collection, whole[0]))
      } else {
        home = ElementID(change.element.collection, whole[0])
      }
      let list = change.element.path[1]
      let item = change.after.flatMap { after in
        later.elements[home]?[list].records.first { $0.identity.description == after.path[2] }
      }
      elements[home]?.apply(change, in: list, new: item, renames)
    }
    return StatedMap(
      elements: elements.mapValues(\.normal), none: later.none)
  }
}

extension StatedRecord {
  /// Changes what is said under a key.
  fileprivate mutating func set(_ key: String, _ value: Statement) {
    if let place = fields.firstIndex(where: { $0.key == key }) {
      fields[place].value = value
    } else {
      fields.append(Field(key: key, value: value))
    }
  }

  /// Changes a field at the end of a path.
  fileprivate mutating func apply(
    _ change: FieldChange, at path: ArraySlice<FieldChange.Step>, _ renames: Renames
  ) {
    guard case .key(let key) = path.first else { return }
    let rest = path.dropFirst()
    guard let next = rest.first else { return set(key, change.after) }
    guard case .item(let id, _) = next else {
      guard case .record(var record) = self[key] else { return }
      record.apply(change, at: rest, renames)
      return set(key, .record(record))
    }
    var items = self[key].records
    let place = items.firstIndex { $0.isCalled(id, renames) }
    if rest.count > 1, let place {
      items[place].apply(change, at: rest.dropFirst(), renames)
    } else if case .record(let record) = change.after {
      items.insert(record, at: min(change.place ?? items.count, items.count))
    } else if let place {
      items.remove(at: place)
    }
    set(key, self[key].holding(items))
  }

  /// Adds, takes away or changes an item of a list.
  fileprivate mutating func apply(
    _ change: ElementChange, in list: String, new: StatedRecord?, _ renames: Renames
  ) {
    var items = self[list].records
    let place = change.before.flatMap { before in
      items.firstIndex { $0.isCalled(before.path[2], renames) }
    }
    switch (place, change.after) {
    case (let place?, nil): items.remove(at: place)
    case (let place?, let after?):
      items[place].identity = .text(after.path[2])
      for field in change.fields { items[place].apply(field, at: field.path[...], renames) }
    case (nil, _): if let new { items.append(new) }
    }
    set(list, self[list].holding(items))
  }

  /// Whether an item has an id now, or had it in the earlier map.
  private func isCalled(_ id: String, _ renames: Renames) -> Bool {
    if identity.description == id { return true }
    guard case .reference(let reference) = identity, case .collection(let home) = reference.target
    else { return false }
    return renames.earlier(reference.id, in: home) == id
  }

  /// The same with the ids of exclusions, where they are those of their conditions, following these.
  fileprivate func withDerivedIDs(by renames: Renames) -> StatedRecord {
    var record = self
    let excludes = self["excludes"]
    let items = excludes.records.map { item in
      guard item["condition"] != .notStated,
        item.identity.description == item["condition"].description
      else { return item }
      var item = item
      item.identity = .text(item["condition"].renamed(by: renames).description)
      return item
    }
    if !items.isEmpty { record.set("excludes", excludes.holding(items)) }
    return record
  }

  /// The same as what an element states, whose address tells it from others.
  fileprivate var whole: StatedRecord {
    var record = normal
    record.identity = .notStated
    return record
  }

  /// The same with all in one order that means nothing, and without what is not stated.
  fileprivate var normal: StatedRecord {
    StatedRecord(
      identity: identity,
      fields: fields.filter { $0.value != .notStated }
        .map { Field(key: $0.key, value: $0.value.normal) }.sorted { $0.key < $1.key })
  }
}

extension Statement {
  /// The records of a list.
  fileprivate var records: [StatedRecord] {
    switch self {
    case .list(let items), .sequence(let items):
      items.compactMap { if case .record(let record) = $0 { record } else { nil } }
    default: []
    }
  }

  /// A list of the same sort with these items.
  fileprivate func holding(_ records: [StatedRecord]) -> Statement {
    let items = records.map { Statement.record($0) }
    return if case .sequence = self { .sequence(items) } else { .list(items) }
  }

  fileprivate var normal: Statement {
    switch self {
    case .record(let record): .record(record.normal)
    case .list([]), .sequence([]): .none
    case .list(let items): Statement.sequence(items.map(\.normal)).unordered
    case .sequence(let items): .sequence(items.map(\.normal))
    default: self
    }
  }
}

extension SystemMap {
  /// The collections that are empty and stated to be.
  fileprivate var emptyAndStated: Set<ElementID.Collection> {
    statedAsNone.filter { ids(in: $0).isEmpty }
  }
}
