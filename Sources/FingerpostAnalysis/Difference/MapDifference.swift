public import FingerpostModel

/// What changed between two versions of a map: which elements are new, gone, changed or under a new
/// id, and what changed of the map itself.
///
/// An element is the same in both versions when it has the same id, or when it is *renamed*: gone
/// under one id and new under another, with all else equal, or with the same name and kind (of a
/// service the organisation too; of a route its ends), or with another name and at least three other
/// facts, all of them equal. Where that could be said of several, or only the name is the same, or
/// only the kind and organisation of one service that is gone and one that is new, they stay gone and
/// new, and `ambiguous` lists them. A reference to a renamed element is no change, nor
/// is the id that a route, a link, an exclusion or an accepted exception takes from such a reference.
///
/// The seats of a board and the exclusions of a service are elements within it. Where one version
/// does not say which there are, they are not new or gone: that list is a changed field. Items of
/// other lists are fields of their element.
///
/// The id of the map itself, where something stands in a file, in which order elements, keys and citations are written, and the
/// order of lists other than scales, stages and onward services are no change. A changed citation or
/// note is one, of its own sort (`FieldChange.isRemark`): the same statement on another's word is
/// not the same evidence, and yet nothing changed for families; `withoutRemarks` leaves them out.
///
/// ```swift
/// let difference = MapDifference(from: march, to: today)
/// for change in difference.changes { print(change.kind, change.element, change.fields) }
/// ```
public struct MapDifference: Sendable {
  /// The earlier version.
  public let from: SystemMap
  /// The later version.
  public let to: SystemMap
  /// Every change: by collection in the order of `ElementID.Collection`, then by id.
  public private(set) var changes: [ElementChange]
  /// What may be renamed or not, in the same order; all of it is among the changes as gone and new.
  public let ambiguous: [AmbiguousRename]
  let renames: Renames

  /// Compares two versions of a map.
  ///
  /// - Parameters:
  ///   - from: The earlier version.
  ///   - to: The later version.
  ///   - renamed: Elements, seats and exclusions of which somebody says that they are the same under
  ///     another id: addresses in the earlier map, and of the same elements in the later one. What
  ///     the maps do not hold, or both hold, is left out.
  /// - Complexity: O(*n*) on average, where *n* is how much the two maps state, and O(*c* log *c*)
  ///   for *c* changes.
  public init(from: SystemMap, to: SystemMap, renamed: [ElementID: ElementID] = [:]) {
    var comparison = MapComparison(from: from, to: to, told: renamed)
    comparison.run()
    self.from = from
    self.to = to
    renames = comparison.renames
    changes = comparison.changes.sortedByAddress(\.element)
    ambiguous = comparison.ambiguous.sortedByAddress(\.gone[0])
  }

  /// Whether nothing changed.
  public var isEmpty: Bool { changes.isEmpty }

  /// The changes of one kind, in their order.
  public func changes(_ kind: ElementChange.Kind) -> [ElementChange] {
    changes.filter { $0.kind == kind }
  }

  /// What the earlier map says, with every element under its id in the later map.
  package func underLaterIDs(_ statement: Statement) -> Statement {
    statement.renamed(by: renames)
  }

  /// The address in the later map of what has this one in the earlier map.
  package func laterAddress(of element: ElementID) -> ElementID {
    guard element.path.count > 1 else { return renames.later(element) }
    return changes.first { $0.before == element }?.after ?? renames.later(element)
  }

  /// The address in the earlier map of what has this one in the later map.
  package func earlierAddress(of element: ElementID) -> ElementID {
    if element.path.count > 1, let before = changes.first(where: { $0.after == element })?.before {
      return before
    }
    guard let id = element.path.first else { return element }
    var address = element
    address.path[0] = renames.earlier(id, in: element.collection)
    return address
  }

  /// The same without changed citations and notes.
  public var withoutRemarks: MapDifference {
    var facts = self
    facts.changes = changes.compactMap { change in
      var change = change
      change.fields.removeAll(where: \.isRemark)
      return change.kind == .changed && change.fields.isEmpty ? nil : change
    }
    return facts
  }
}

/// What became of one element, or of the map itself.
public struct ElementChange: Hashable, Sendable {
  /// What may become of an element.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// It is new.
    case added
    /// It is gone.
    case removed
    /// It is there, and something of it is not as it was.
    case changed
    /// It is there under another id, perhaps with other changes.
    case renamed
  }

  /// Its address in the earlier map; `nil` when it is new.
  public var before: ElementID?
  /// Its address in the later map; `nil` when it is gone.
  public var after: ElementID?
  /// What changed of it, in the order of the model; empty when it is new or gone.
  public var fields: [FieldChange]

  /// Its address in the later map, or in the earlier one when it is gone.
  public var element: ElementID { after ?? before ?? ElementID(.map) }

  /// What became of it.
  public var kind: Kind {
    guard let before else { return .added }
    guard let after else { return .removed }
    // A seat of a renamed board is not renamed itself.
    return before.path.last == after.path.last ? .changed : .renamed
  }
}

/// What became of one field of an element.
public struct FieldChange: Hashable, Sendable {
  /// The keys under which a statement says on whose word it is made, and what its keepers note.
  static let remarks: Set<String> = ["source", "note"]

  /// A step on the way from the element to the field.
  public enum Step: Hashable, Sendable {
    /// A key as it is written in a map.
    case key(String)
    /// An item of a list: its id, and what people call it in the version that has it, the later one
    /// when both do.
    case item(String, called: Statement)
  }

  /// The way from the element to the field, beginning with a key, such as that of a list, the item and
  /// a key of the item.
  public var path: [Step]
  /// What the earlier map says.
  public var before: Statement
  /// What the later map says.
  public var after: Statement
  /// The place, from 0, of an item that is new in a list whose order means something; `nil` for
  /// anything else.
  public var place: Int?

  /// The keys and ids of the path: `wait`, `contact/phone`, `counts/referrals/number`.
  public var key: String {
    path.map {
      switch $0 {
      case .key(let key): key
      case .item(let id, _): id
      }
    }.joined(separator: "/")
  }

  /// Whether it is about who says so, or a note, rather than about a fact.
  public var isRemark: Bool {
    if case .key(let key) = path.last { Self.remarks.contains(key) } else { false }
  }
}

/// Elements that are gone, and new ones of which some may be the same under another id.
public struct AmbiguousRename: Hashable, Sendable {
  /// Addresses in the earlier map, in ascending order, at least one.
  public var gone: [ElementID]
  /// Addresses in the later map, in ascending order, at least one.
  public var new: [ElementID]
}

extension Array {
  /// By collection in the order of the vocabulary, then by the ids that lead to the element.
  fileprivate func sortedByAddress(_ address: (Element) -> ElementID) -> [Element] {
    let order = Dictionary(
      uniqueKeysWithValues: ElementID.Collection.allCases.enumerated().map { ($1, $0) })
    let addressed = map {
      (element: $0, address: address($0), rank: order[address($0).collection] ?? 0)
    }
    return addressed.sorted { a, b in
      a.rank == b.rank
        ? a.address.path.lexicographicallyPrecedes(b.address.path) : a.rank < b.rank
    }.map(\.element)
  }
}
