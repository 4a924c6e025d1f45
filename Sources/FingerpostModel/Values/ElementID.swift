/// The address of any element of a map, as accepted exceptions, baselines, differences and layout
/// locks write it: `services/health-visiting`, `boards/strategic/seats/midwifery`.
///
/// It does not change when the file is reordered. An item of a list without an `id:` takes one from
/// its key fields.
public struct ElementID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The top-level key it stands under.
  public enum Collection: String, CaseIterable, Hashable, Sendable {
    /// The map itself.
    case map
    /// Kinds of service that the map adds to the vocabulary.
    case kinds
    /// Needs.
    case needs
    /// Conditions.
    case conditions
    /// Areas.
    case areas
    /// Sources.
    case sources
    /// Organisations.
    case organisations
    /// Services.
    case services
    /// Routes.
    case routes
    /// Boards.
    case boards
    /// Programmes.
    case programmes
    /// Agreements.
    case agreements
    /// Flows.
    case flows
    /// Documents.
    case documents
    /// Links.
    case links
    /// Views that the map defines.
    case views
    /// Accepted exceptions.
    case exceptions
  }

  /// The top-level key it stands under.
  public var collection: Collection
  /// The ids from there to the element, such as `["strategic", "seats", "midwifery"]`.
  public var path: [String]

  /// Makes an address.
  public init(_ collection: Collection, _ path: String...) {
    self.collection = collection
    self.path = path
  }

  /// Reads an address as it is written; `nil` when its first word is no collection.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    guard let first = parts.first, let collection = Collection(rawValue: first),
      !parts.dropFirst().contains("")
    else { return nil }
    self.collection = collection
    path = Array(parts.dropFirst())
  }

  /// As it is written.
  public var description: String { ([collection.rawValue] + path).joined(separator: "/") }

  /// Orders addresses by collection, then by path.
  public static func < (a: Self, b: Self) -> Bool {
    a.collection == b.collection
      ? a.path.lexicographicallyPrecedes(b.path) : a.collection.rawValue < b.collection.rawValue
  }
}

extension ElementID.Collection: Word {
  /// What people call one of its elements.
  public var label: String {
    switch self {
    case .map: "map"
    case .kinds: "kind of service"
    case .needs: "need"
    case .conditions: "condition"
    case .areas: "area"
    case .sources: "source"
    case .organisations: "organisation"
    case .services: "service"
    case .routes: "route"
    case .boards: "board"
    case .programmes: "programme"
    case .agreements: "agreement"
    case .flows: "flow"
    case .documents: "document"
    case .links: "link"
    case .views: "view"
    case .exceptions: "accepted exception"
    }
  }
}
