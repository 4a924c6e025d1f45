/// A paper that a system works by or learns from: a plan, guidance, terms, evidence.
public struct Document: MapElement {
  /// As other elements refer to it.
  public var id: Identifier<Document>
  /// What people call it.
  public var name: String
  /// What sort of paper it is.
  public var kind: DocumentKind?
  /// What it says, in a sentence or two.
  public var description: String?
  /// The organisations, services or boards that keep it.
  public var keptBy: [NodeID]?
  /// The bodies that make it or agree it together.
  public var agreedWith: [NodeID]?
  /// The parts of local life that are to take part in making it (B05).
  public var stakeholders: [Stakeholder]?
  /// The services, organisations, boards and programmes it covers or is used by.
  public var covers: [NodeID]?
  /// Whom it is meant to reach, in words (toolkit E95).
  public var audiences: [String]?
  /// Its subjects, in words (toolkit E16).
  public var themes: [String]?
  /// Whether it exists.
  public var status: Status?
  /// When it was agreed or published.
  public var agreed: CalendarDate?
  /// When it is to be reviewed.
  public var reviewDue: CalendarDate?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a document of which nothing is stated but its name.
  public init(id: ID, name: String, origin: Origin = Origin()) {
    self.id = id
    self.name = name
    self.origin = origin
  }
}
