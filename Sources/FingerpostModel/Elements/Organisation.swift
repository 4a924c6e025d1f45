/// A legal body that runs, buys or governs services.
public struct Organisation: MapElement {
  /// As other elements refer to it.
  public var id: Identifier<Organisation>
  /// What people call it.
  public var name: String
  /// Other names it goes by.
  public var alsoKnownAs: [String]?
  /// Which part of public life it belongs to; `nil` when the map does not say.
  public var sector: Sector?
  /// What sort of body it is, in words, such as `clinical commissioning group`.
  public var form: String?
  /// Its code with the Organisation Data Service of the NHS; never read for meaning.
  public var ods: String?
  /// Its number in a register of charities.
  public var charityNumber: String?
  /// Its number in a register of companies.
  public var companyNumber: String?
  /// The body it is part of; `nil` when the map does not say.
  public var parent: Organisation.ID?
  /// The areas it works in.
  public var areas: [Area.ID]?
  /// Whether it exists.
  public var status: Status?
  /// When it began.
  public var from: CalendarDate?
  /// When it ended or is to end.
  public var until: CalendarDate?
  /// The body that took over from it.
  public var successor: Organisation.ID?
  /// The services that its commissioners hold together in one portfolio (toolkit E07).
  public var portfolio: [ServiceKind.ID]?
  /// How often it is sent a report of what services achieve (toolkit E31, E95).
  public var reportsReceived: Frequency?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes an organisation.
  public init(id: ID, name: String, origin: Origin = Origin()) {
    self.id = id
    self.name = name
    self.origin = origin
  }
}
