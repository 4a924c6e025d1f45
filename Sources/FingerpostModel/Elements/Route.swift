/// A directed way between two services, or from families to a service.
public struct Route: MapElement {
  /// Unique among the routes; made from the ends and the kind unless the map gives one.
  public var id: Identifier<Route>
  /// The service that sends, or `families`.
  public var from: Service.ID
  /// The service that receives.
  public var to: Service.ID
  /// How a family, or word of it, travels.
  public var kind: RouteKind
  /// The direction seen from the focal service.
  public var step: StepDirection?
  /// Why a family steps out; several reasons may share a route.
  public var reasons: [StepOutReason]?
  /// The conditions for which the route is closed.
  public var excludes: [Condition.ID]?
  /// The conditions of which a family must have one.
  public var onlyFor: [Condition.ID]?
  /// The needs it is for; not stated means whatever the receiving service serves.
  public var needs: [Need.ID]?
  /// Whether it is for urgent help.
  public var isUrgent: Bool?
  /// What both sides have agreed.
  public var transition: Transition?
  /// Whether the family's consent is asked for.
  public var consent: Bool?
  /// What data pass along it.
  public var shares: SharedData?
  /// The agreement that covers the data; `.none` when it is stated that none does.
  public var agreement: Stated<Agreement.ID>
  /// Counts of families who went this way.
  public var counts: [Count]?
  /// Whether families can go this way.
  public var status: Status?
  /// When it opens or opened.
  public var opens: CalendarDate?
  /// When it closes or closed.
  public var closes: CalendarDate?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a route of which nothing is stated but its ends and kind.
  public init(
    from: Service.ID, to: Service.ID, kind: RouteKind, id: ID? = nil, origin: Origin = Origin()
  ) {
    self.from = from
    self.to = to
    self.kind = kind
    agreement = .notStated
    self.id = id ?? Self.derivedID(from: from, to: to, kind: kind)
    self.origin = origin
  }

  /// The id of a route that the map gives none.
  public static func derivedID(from: Service.ID, to: Service.ID, kind: RouteKind) -> ID {
    Identifier("\(from.rawValue)-to-\(to.rawValue)-\(kind.rawValue)")
  }

  /// The status on a date: what is stated, unless `opens` or `closes` say otherwise.
  public func status(on date: CalendarDate) -> Status? {
    if let closes, closes.isSurelyBefore(date) { return .closed }
    if let opens, date.isSurelyBefore(opens), status != .closed { return .planned }
    return status
  }
}

extension RouteKind {
  /// Whether a family itself moves: only referral, self-referral and transfer count as a way to
  /// help.
  public var movesFamily: Bool {
    switch self {
    case .referral, .selfReferral, .transfer: true
    case .signposting, .consultation, .jointWork, .notification, .feedback: false
    }
  }
}

/// What two services have agreed about families who move between them (toolkit E82).
public struct Transition: Hashable, Sendable {
  /// The role that leads.
  public var lead: Stated<String>
  /// What each expects of the other, in words.
  public var expectations: Stated<String>
  /// Who decides a disagreement, in words.
  public var disagreement: Stated<String>
  /// Who says so, and where.
  public var origin: Origin

  /// Makes one of which nothing is stated.
  public init(origin: Origin = Origin()) {
    lead = .notStated
    expectations = .notStated
    disagreement = .notStated
    self.origin = origin
  }
}
