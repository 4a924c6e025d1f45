/// What one body, service, programme or document has to do with another, apart from routes.
///
/// A family never travels along a link.
public struct Link: MapElement {
  /// Unique among the links; made from the ends and the kind unless the map gives one.
  public var id: Identifier<Link>
  /// Where it begins.
  public var from: NodeID
  /// Where it leads.
  public var to: NodeID
  /// What the one does for the other.
  public var kind: LinkKind
  /// What data pass along it.
  public var shares: SharedData?
  /// The agreement that covers the data; `.none` when it is stated that none does.
  public var agreement: Stated<Agreement.ID>
  /// Counts that belong to it.
  public var counts: [Count]?
  /// Whether it is in use.
  public var status: Status?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a link of which nothing is stated but its ends and kind.
  public init(
    from: NodeID, to: NodeID, kind: LinkKind, id: ID? = nil, origin: Origin = Origin()
  ) {
    self.from = from
    self.to = to
    self.kind = kind
    agreement = .notStated
    self.id = id ?? Self.derivedID(from: from, to: to, kind: kind)
    self.origin = origin
  }

  /// The id of a link that the map gives none.
  public static func derivedID(from: NodeID, to: NodeID, kind: LinkKind) -> ID {
    Identifier("\(from.rawValue)-\(kind.rawValue)-\(to.rawValue)")
  }
}
