/// What a family can be referred to.
public struct Service: MapElement {
  /// As other elements refer to it.
  public var id: Identifier<Service>
  /// What people call it.
  public var name: String
  /// Other names it goes by.
  public var alsoKnownAs: [String]?
  /// What it does, in a sentence or two.
  public var description: String?
  /// What sort of service it is.
  public var kind: ServiceKind.ID?
  /// The organisation that runs it.
  public var organisation: Organisation.ID?
  /// The organisations that deliver it together with the one that runs it (toolkit E49, E53).
  public var partners: [Organisation.ID]?
  /// Who commissions it: organisations or boards.
  public var commissionedBy: [NodeID]?
  /// Who pays for it.
  public var fundedBy: [Organisation.ID]?
  /// When the funding ends; `.none` when it is stated to have no end.
  public var fundedUntil: Stated<CalendarDate>
  /// The levels it works at.
  public var intensity: [Intensity.ID]?
  /// The i-THRIVE groups it serves.
  public var thrive: [ThriveGroup]?
  /// The needs it serves.
  public var serves: [Need.ID]?
  /// The ages of the child that it accepts.
  public var ages: AgeRange?
  /// The ages that it sees in practice, where they differ from what is on paper.
  public var actualAges: AgeRange?
  /// The areas it serves.
  public var areas: [Area.ID]?
  /// Whom the areas mean.
  public var areaBasis: AreaBasis?
  /// Who its clients are.
  public var clients: [Client]?
  /// Which parents it works with.
  public var parents: [ParentRole]?
  /// How a family comes to it when nobody sends it.
  public var entry: Entry?
  /// Who is eligible, in words.
  public var eligibility: Stated<String>
  /// Whether a diagnosis is needed (toolkit E55).
  public var needsDiagnosis: Bool?
  /// Whether several risks together are reason enough (toolkit E55).
  public var acceptsCumulativeRisk: Bool?
  /// Whether a parent's mental health difficulty alone is not taken for a strained relationship
  /// (toolkit E61).
  public var asksForStrainOnRelationship: Bool?
  /// The conditions for which it is closed.
  public var excludes: [Exclusion]?
  /// The conditions of which a family must have one.
  public var onlyFor: [Requirement]?
  /// What it does while a child is on a child protection plan.
  public var childProtection: ChildProtectionPolicy?
  /// How families are referred to it.
  public var referral: ReferralProcess?
  /// How it differs from services that are easily taken for it (toolkit E76).
  public var differsFrom: [Distinction]?
  /// How families leave it, in words.
  public var discharge: Stated<String>
  /// Support that some families need first or beside it, in words or as a service (toolkit E59).
  public var firstOrAlongside: [String]?
  /// What it assesses.
  public var assesses: [Measure]?
  /// Ways of working, such as `Video Interaction Guidance`.
  public var interventions: [String]?
  /// Whether it records video of families (toolkit E24, E93).
  public var usesVideo: Bool?
  /// Tools that need a licence or supervision (toolkit E91).
  public var tools: [Tool]?
  /// Where it sees families.
  public var venues: [Venue]?
  /// Whether it provides interpreters (toolkit E85).
  public var interpreters: Bool?
  /// The groups for whom it has planned its access (toolkit E85).
  public var accessPlannedFor: [PeopleGroup]?
  /// Whether families pay.
  public var charge: Charge?
  /// What is done so that families in poverty are not excluded (toolkit E48).
  public var povertyProvision: Stated<String>
  /// Whether executives have signed off a charge (toolkit E47).
  public var executiveSignOff: Bool?
  /// How many families it can see at once, or the number of places.
  public var capacity: Stated<Quantity>
  /// How many referrals a year it is commissioned for.
  public var commissionedReferrals: Quantity?
  /// How many referrals a year reach it.
  public var referralsReceived: Quantity?
  /// The mix of need that it is commissioned for, in per cent (toolkit E58).
  public var commissionedMix: [NeedLevel: Int]?
  /// The mix of need that it sees, in per cent (toolkit E58).
  public var caseloadMix: [NeedLevel: Int]?
  /// How long families wait for a first contact.
  public var wait: Stated<TimeSpan>
  /// Counts that belong to it.
  public var counts: [Count]?
  /// How to reach the team; never a person.
  public var contact: Contact?
  /// The policies it has in writing.
  public var policies: [PolicyKind]?
  /// Whether its staff have regular specialist infant mental health supervision (toolkit E29).
  public var specialistSupervision: Bool?
  /// Whether it asks adults about their children (B02).
  public var recordsParentalStatus: Bool?
  /// Who works in it.
  public var staff: [StaffGroup]?
  /// How it was or is being set up.
  public var setup: SetUp?
  /// How its results are reported (toolkit E31).
  public var reporting: Reporting?
  /// The boards, organisations or groups that it reports to.
  public var reportsTo: [NodeID]?
  /// Whether it notes families who move to or from other services (toolkit E83).
  public var recordsTransfers: Bool?
  /// What stands in the way of its work, in words (B03, B04).
  public var barriers: [String]?
  /// How it began, in words (toolkit E04).
  public var history: String?
  /// Its phase of life: preparing, starting or steady, in words (toolkit E01).
  public var phase: String?
  /// Whether families can use it.
  public var status: Status?
  /// When it opens or opened.
  public var from: CalendarDate?
  /// When it closes or closed.
  public var until: CalendarDate?
  /// The role that keeps this entry true.
  public var owner: Stated<String>
  /// When somebody last confirmed the entry.
  public var assured: CalendarDate?
  /// Its id in a service directory.
  public var directoryID: String?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a service of which nothing is stated but its name.
  public init(id: ID, name: String, origin: Origin = Origin()) {
    self.id = id
    self.name = name
    self.origin = origin
    fundedUntil = .notStated
    eligibility = .notStated
    discharge = .notStated
    povertyProvision = .notStated
    capacity = .notStated
    wait = .notStated
    owner = .notStated
  }

  /// The status on a date: what is stated, unless `from` or `until` say otherwise.
  ///
  /// - Returns: `nil` when the map does not say.
  public func status(on date: CalendarDate) -> Status? {
    if let until, until.isSurelyBefore(date) { return .closed }
    if let from, date.isSurelyBefore(from), status != .closed { return .planned }
    return status
  }
}

extension Identifier where Element == Service {
  /// What stands for families themselves at the start of a route; no service can have this id.
  public static var families: Self { "families" }
}
