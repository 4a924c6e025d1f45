import FingerpostModel

/// Which elements of an earlier map are found under another id in a later one.
struct Renames: Sendable {
  private var later: [ElementID.Collection: [String: String]] = [:]
  private var earlier: [ElementID.Collection: [String: String]] = [:]

  /// The collections whose ids are unique among one another.
  private static let nodes: [ElementID.Collection] = [
    .organisations, .services, .boards, .programmes, .documents,
  ]

  var isEmpty: Bool { later.isEmpty }

  mutating func add(_ old: String, _ new: String, in collection: ElementID.Collection) {
    later[collection, default: [:]][old] = new
    earlier[collection, default: [:]][new] = old
  }

  /// The id in the later map of what has this one in the earlier map.
  func later(_ id: String, in collection: ElementID.Collection) -> String {
    later[collection]?[id] ?? id
  }

  /// The id in the earlier map of what has this one in the later map.
  func earlier(_ id: String, in collection: ElementID.Collection) -> String {
    earlier[collection]?[id] ?? id
  }

  func later(_ reference: Statement.Reference) -> Statement.Reference {
    var reference = reference
    switch reference.target {
    case .collection(let collection): reference.id = later(reference.id, in: collection)
    case .node:
      let home = Self.nodes.first { later[$0]?[reference.id] != nil }
      if let home { reference.id = later(reference.id, in: home) }
    case .intensity, .profile: break
    }
    return reference
  }

  func later(_ address: ElementID) -> ElementID {
    guard let id = address.path.first else { return address }
    var address = address
    address.path[0] = later(id, in: address.collection)
    return address
  }
}
