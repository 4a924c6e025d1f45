/// A group of people who steer a system, a project or a task.
public struct Board: MapElement {
  /// As other elements refer to it.
  public var id: Identifier<Board>
  /// What people call it.
  public var name: String
  /// What sort of group it is.
  public var kind: BoardKind?
  /// What it is for.
  public var purposes: [BoardPurpose]?
  /// Whether it is dedicated to, or closely tied to, the first 1001 days (toolkit E37).
  public var firstThousandDays: Bool?
  /// Its terms of reference (toolkit E20).
  public var termsOfReference: Stated<TermsOfReference>
  /// The role in the chair.
  public var chair: Stated<String>
  /// The role that answers for it.
  public var accountableLead: Stated<String>
  /// The boards to which it delegates (toolkit E40).
  public var delegatesTo: [Board.ID]?
  /// The boards, organisations or documents that it reports to.
  public var reportsTo: [NodeID]?
  /// Whether its lines reach senior managers (toolkit E19).
  public var reportsToSeniorManagers: Bool?
  /// Whether its lines reach commissioners (toolkit E19).
  public var reportsToCommissioners: Bool?
  /// The services, programmes and documents that it oversees.
  public var oversees: [NodeID]?
  /// How project risks come to it (toolkit E54).
  public var risk: Stated<RiskLine>
  /// The areas it steers.
  public var areas: [Area.ID]?
  /// How parents and carers are heard other than by a seat, in words.
  public var livedExperience: Stated<String>
  /// How often it meets.
  public var meets: Frequency?
  /// How many seats must be filled for it to decide.
  public var quorum: Stated<Quantity>
  /// Whether one member may represent several functions; not stated means yes.
  public var oneMemberSeveralFunctions: Bool?
  /// The seats.
  public var seats: [Seat]?
  /// Whether it is at work.
  public var status: Status?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a board of which nothing is stated but its name.
  public init(id: ID, name: String, origin: Origin = Origin()) {
    self.id = id
    self.name = name
    self.origin = origin
    termsOfReference = .notStated
    chair = .notStated
    accountableLead = .notStated
    risk = .notStated
    livedExperience = .notStated
    quorum = .notStated
  }
}

/// Written terms of reference.
public struct TermsOfReference: Hashable, Sendable {
  /// When they were agreed.
  public var agreed: CalendarDate?
  /// When they are to be reviewed.
  public var reviewDue: CalendarDate?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes terms of which nothing more is stated.
  public init(origin: Origin = Origin()) { self.origin = origin }
}

/// How risk reaches a board (toolkit E54).
public struct RiskLine: Hashable, Sendable {
  /// The role that brings it.
  public var from: String?
  /// The register it is kept in.
  public var register: Document.ID?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a line of which nothing is stated.
  public init(origin: Origin = Origin()) { self.origin = origin }
}

/// A place on a board.
public struct Seat: MapElement {
  /// Unique within the board; made from what it represents unless the map gives one.
  public var id: String
  /// The functions it represents: six functions need not be six people.
  public var represents: [ServiceKind.ID]?
  /// The parts of local life it speaks for.
  public var stakeholder: [Stakeholder]?
  /// The role that holds it; `.none` when it is stated to be empty.
  public var member: Stated<String>
  /// The other roles that hold it, where several people do.
  public var alsoHeldBy: [String]?
  /// The name of the person who holds it; shown to operational readers only.
  public var person: String?
  /// The organisation that the member comes from.
  public var organisation: Organisation.ID?
  /// The service that the member comes from.
  public var service: Service.ID?
  /// The role that stands in.
  public var deputy: Stated<String>
  /// Whom the member is chosen by, in words.
  public var constituency: String?
  /// The fewest people who may hold it; not stated means one.
  public var minimum: Int?
  /// The most people who may hold it; not stated means one.
  public var maximum: Int?
  /// The name of a group of seats of which at least one has to be held; the seats of a board that
  /// state the same name belong together.
  public var atLeastOneOf: String?
  /// Whether it is kept for somebody with lived experience.
  public var forLivedExperience: Bool?
  /// Whether those who hold it have lived experience.
  public var livedExperience: Bool?
  /// Whether the member votes.
  public var votes: Bool?
  /// When the term began.
  public var from: CalendarDate?
  /// When the term ends.
  public var until: CalendarDate?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a seat of which nothing is stated but its id.
  public init(id: String, origin: Origin = Origin()) {
    self.id = id
    member = .notStated
    deputy = .notStated
    self.origin = origin
  }
}
