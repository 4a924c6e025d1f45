/// Something that organisations have settled between them in writing.
public struct Agreement: MapElement {
  /// As other elements refer to it.
  public var id: Identifier<Agreement>
  /// What people call it.
  public var name: String
  /// What it settles.
  public var kind: AgreementKind?
  /// The organisations that made it.
  public var between: [Organisation.ID]?
  /// The services and programmes it covers.
  public var covers: [NodeID]?
  /// What data it lets pass.
  public var shares: SharedData?
  /// What the data are, in words.
  public var content: [String]?
  /// Whether it is a legal contract (toolkit E51).
  public var isLegalContract: Bool?
  /// Whether the organisations are joint controllers of the data.
  public var jointControllers: Bool?
  /// Why no agreement is needed, in words.
  public var notNeededBecause: String?
  /// The local agreement it was modelled on, in words (toolkit E50).
  public var basedOn: String?
  /// Whether it is in force.
  public var status: Status?
  /// When it begins or began.
  public var from: CalendarDate?
  /// When it ends or ended.
  public var until: CalendarDate?
  /// When it is to be reviewed.
  public var reviewDue: CalendarDate?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes an agreement of which nothing is stated but its name.
  public init(id: ID, name: String, origin: Origin = Origin()) {
    self.id = id
    self.name = name
    self.origin = origin
  }
}
