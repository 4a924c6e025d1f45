/// How families are referred to a service.
public struct ReferralProcess: Hashable, Sendable {
  /// How a request may reach it.
  public var methods: [ReferralMethod]?
  /// What families hear a request called, such as `registration` (toolkit E73).
  public var called: String?
  /// How many pages the form has (toolkit E74: low rates trace to long forms).
  public var formPages: Int?
  /// What a request must say.
  public var mustSay: [RequestContent]?
  /// Whether there is a procedure for consent to share information.
  public var consent: Bool?
  /// Whom the service tells of a family that refers itself (toolkit E72).
  public var selfReferral: SelfReferral?
  /// When the guidance for referrers was agreed (toolkit E67).
  public var guidanceAgreed: CalendarDate?
  /// Who agreed it, in words.
  public var guidanceAgreedWith: [String]?
  /// When the service was first promoted to referrers.
  public var promotedFrom: CalendarDate?
  /// When the guidance is to be reviewed.
  public var reviewDue: CalendarDate?
  /// Aids for referrers, such as a list of risk factors: documents (toolkit E60).
  public var aids: [Document.ID]?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a process of which nothing is stated.
  public init(origin: Origin = Origin()) { self.origin = origin }
}

/// How a service differs from another that is easily taken for it (toolkit E76).
public struct Distinction: MapElement {
  /// The other service.
  public var service: Service.ID
  /// How the two differ, in words.
  public var difference: String?
  /// What the two offer a family that needs both, in words.
  public var package: String?
  /// Who says so, and where.
  public var origin: Origin

  /// The other service.
  public var id: Service.ID { service }

  /// Makes a distinction of which nothing more is stated.
  public init(service: Service.ID, origin: Origin = Origin()) {
    self.service = service
    self.origin = origin
  }
}

/// What happens when a family refers itself.
public struct SelfReferral: Hashable, Sendable {
  /// The services that are told.
  public var notify: [Service.ID]?
  /// Whether the family's consent to tell them is asked for.
  public var consent: Bool?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes one of which nothing is stated.
  public init(origin: Origin = Origin()) { self.origin = origin }
}

/// A place where a service sees families.
public struct Venue: MapElement {
  /// Unique within the service; its kind unless the map gives another.
  public var id: String
  /// What sort of place it is.
  public var kind: VenueKind
  /// What people call it.
  public var name: String?
  /// What makes it usable for families.
  public var access: [AccessFeature]?
  /// Services in the same building (toolkit E86).
  public var sharedWith: [Service.ID]?
  /// Who pays for it and keeps it (toolkit E21).
  public var maintainedBy: Organisation.ID?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a venue.
  public init(kind: VenueKind, id: String? = nil, origin: Origin = Origin()) {
    self.kind = kind
    self.id = id ?? kind.rawValue
    self.origin = origin
  }
}

/// How to reach a team; never a person.
public struct Contact: Hashable, Sendable {
  /// The team's mailbox.
  public var mailbox: String?
  /// The team's telephone number.
  public var phone: String?
  /// Where the form is.
  public var form: String?
  /// When somebody answers, in words.
  public var hours: String?
  /// What to do when it is urgent.
  public var urgent: String?
  /// What to do when nobody answers.
  public var outOfHours: String?
  /// The role to ask for.
  public var role: String?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a contact of which nothing is stated.
  public init(origin: Origin = Origin()) { self.origin = origin }
}

/// A tool of assessment or treatment that needs a licence or supervision.
public struct Tool: MapElement {
  /// Unique within the service; made from the name unless the map gives one.
  public var id: String
  /// What it is called.
  public var name: String
  /// When its licence ends; `.none` when it needs none.
  public var licensedUntil: Stated<CalendarDate>
  /// Whether its use needs supervision.
  public var needsSupervision: Bool?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a tool.
  public init(id: String, name: String, origin: Origin = Origin()) {
    self.id = id
    self.name = name
    licensedUntil = .notStated
    self.origin = origin
  }
}

/// People of one role who work in a service.
public struct StaffGroup: MapElement {
  /// Unique within the service; made from the role unless the map gives one.
  public var id: String
  /// The role, in words.
  public var role: String
  /// How many people.
  public var count: Quantity?
  /// Whole-time equivalents, such as `0.5 to 0.7`, as written.
  public var wholeTimeEquivalent: WholeTimeEquivalent?
  /// Who employs them.
  public var employer: Organisation.ID?
  /// On what footing they work.
  public var basis: StaffBasis?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a group.
  public init(id: String, role: String, origin: Origin = Origin()) {
    self.id = id
    self.role = role
    self.origin = origin
  }
}

/// Working time in hundredths of a full-time post, one figure or a range: `0.5`, `0.5 to 0.7`.
public struct WholeTimeEquivalent: Hashable, Sendable, CustomStringConvertible {
  /// The lower figure, in hundredths of a post.
  public var least: Int
  /// The upper figure, in hundredths of a post.
  public var most: Int

  /// Makes a range.
  public init(least: Int, most: Int) {
    self.least = least
    self.most = most
  }

  /// Reads `0.5` or `0.5 to 0.7`; `nil` for anything else.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    switch words.count {
    case 1:
      guard let figure = Self.hundredths(words[0]) else { return nil }
      self.init(least: figure, most: figure)
    case 3 where words[1] == "to":
      guard let least = Self.hundredths(words[0]), let most = Self.hundredths(words[2]),
        least <= most
      else { return nil }
      self.init(least: least, most: most)
    default: return nil
    }
  }

  private static func hundredths(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...4).contains(parts[0].utf8.count),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let whole = Int(parts[0])
    else { return nil }
    guard parts.count == 2 else { return whole * 100 }
    guard (1...2).contains(parts[1].utf8.count), let fraction = Int(parts[1]) else { return nil }
    return whole * 100 + (parts[1].utf8.count == 1 ? fraction * 10 : fraction)
  }

  private static func text(_ hundredths: Int) -> String {
    let fraction = hundredths % 100
    let digits =
      fraction % 10 == 0 ? "\(fraction / 10)" : (fraction < 10 ? "0" : "") + "\(fraction)"
    return "\(hundredths / 100)" + (fraction == 0 ? "" : ".\(digits)")
  }

  /// As it is written.
  public var description: String {
    least == most ? Self.text(least) : "\(Self.text(least)) to \(Self.text(most))"
  }
}

/// How a new service is set up (toolkit E10 to E12).
public struct SetUp: Hashable, Sendable {
  /// The role that leads it.
  public var lead: String?
  /// The lead's working time.
  public var wholeTimeEquivalent: WholeTimeEquivalent?
  /// For how long before the first referral.
  public var leadTime: TimeSpan?
  /// When the lead began.
  public var leadFrom: CalendarDate?
  /// When referrals are first accepted.
  public var referralsFrom: CalendarDate?
  /// When the pilot begins.
  public var pilotFrom: CalendarDate?
  /// When the pilot ends.
  public var pilotUntil: CalendarDate?
  /// When formal evaluation begins.
  public var evaluationFrom: CalendarDate?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes one of which nothing is stated.
  public init(origin: Origin = Origin()) { self.origin = origin }
}

/// How results are reported (toolkit E31, E50).
public struct Reporting: Hashable, Sendable {
  /// Who receives the reports: organisations or boards.
  public var to: [NodeID]?
  /// How often.
  public var frequency: Frequency?
  /// Whether the outcome measures are agreed with commissioners and managers.
  public var measuresAgreed: Bool?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes one of which nothing is stated.
  public init(origin: Origin = Origin()) { self.origin = origin }
}

/// A counted fact, with the parts it is the sum of.
public struct Count: MapElement {
  /// Unique within its element; made from what is counted unless the map gives one.
  public var id: String
  /// What is counted, in words.
  public var of: String
  /// How many.
  public var number: Quantity
  /// Among how many it was counted, for a share such as 1 in 4 (B01).
  public var per: Int?
  /// The parts that should add up to it.
  public var parts: [Count]?
  /// The id of the cohort or flow stage of which these are some: the count cannot be larger.
  public var outOf: String?
  /// When it was counted.
  public var on: CalendarDate?
  /// Who says so, and where.
  public var origin: Origin

  /// Makes a count.
  public init(id: String, of: String, number: Quantity, origin: Origin = Origin()) {
    self.id = id
    self.of = of
    self.number = number
    self.origin = origin
  }
}
