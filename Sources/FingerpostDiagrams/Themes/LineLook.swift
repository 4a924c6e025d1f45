public import FingerpostModel

/// Every kind of line that a picture can show; no two differ by colour alone.
public enum LineLook: Hashable, Sendable, CaseIterable {
  /// A route of a kind.
  case route(RouteKind)
  /// A route or a step that is missing.
  case missing
  /// Who reports to whom.
  case reporting
  /// Who delegates to whom.
  case delegation
  /// A board and its seats.
  case membership
  /// How risk reaches a board, and people of whom nobody knows.
  case risk
  /// Who gives a programme.
  case provides
  /// Who takes part in a programme.
  case reaches
  /// Who helps to make a programme.
  case coProduction
  /// What follows a programme, so that its learning stays alive.
  case followUp
  /// Who pays.
  case funding
  /// Who commissions something and pays for it as well.
  case commissionsAndPays
  /// Between a service and a condition for which it is closed.
  case closedFor
  /// Where families go whom a service does not see.
  case instead
  /// Along which a family may get on, for all that the map says.
  case unsaid
  /// A link of any other kind.
  case link

  /// All of them; routes of each kind first.
  public static let allCases: [LineLook] =
    RouteKind.allCases.map { .route($0) }
    + [
      .missing, .reporting, .delegation, .membership, .risk, .provides, .reaches, .coProduction,
      .followUp, .funding, .commissionsAndPays, .closedFor, .instead, .unsaid, .link,
    ]

  /// What it stands for, in words for people.
  public var meaning: String {
    switch self {
    case .route(.referral): "Referral: a service asks another to see a family"
    case .route(.selfReferral): "Self-referral: a family asks for itself"
    case .route(.transfer): "Transfer: a service hands a family over to another"
    case .route(.signposting): "Signposting: a service tells a family of another"
    case .route(.consultation): "Consultation: a service asks another for advice"
    case .route(.jointWork): "Joint work: two services work with a family together"
    case .route(.notification): "Notification: a service tells another that it sees a family"
    case .route(.feedback): "Feedback: a service tells the referrer what came of a referral"
    case .missing: "A route or a step that is missing; the number on it is that of the finding"
    case .reporting: "Reports to; among counted stages: came further"
    case .delegation: "Delegates to, or commissions"
    case .membership: "Belongs to: a seat and its board"
    case .risk: "Risk: how it reaches a board, or people who are not accounted for"
    case .provides: "Gives a programme"
    case .reaches: "Is for: who takes part in a programme"
    case .coProduction: "Helps to make a programme"
    case .followUp: "Follows a programme, so that its learning stays alive"
    case .funding: "Pays for"
    case .commissionsAndPays: "Commissions and pays for"
    case .closedFor: "Is closed for families with a condition"
    case .instead: "Where families go whom a service does not see"
    case .unsaid: "A way that there may be; it depends on what the map does not say"
    case .link: "Another link; the words on it say of what kind"
    }
  }
}

/// What can be said of a line by changing its looks.
public enum LineMark: Hashable, Sendable, CaseIterable {
  /// Not in use on the date of the picture.
  case notLive
  /// The way that the picture follows.
  case wayThrough
  /// Not on that way.
  case aside
  /// A route that does not take a family on.
  case stopped
  /// Ends soon.
  case expiring
  /// Not in the earlier version of the map.
  case new
  /// Only in the earlier version of the map.
  case gone
  /// Otherwise in the earlier version of the map.
  case changed

  /// Whether it tells two versions of a map apart; it is said of routes alone.
  public var isOfChange: Bool { self == .new || self == .gone || self == .changed }

  /// What it means, in words for people.
  public var meaning: String {
    switch self {
    case .stopped: "Does not take the family on"
    case .notLive: "Planned, paused or closed"
    case .wayThrough: "The way that the picture follows"
    case .aside: "Not on that way"
    case .expiring: "Ends soon"
    case .new: "New since the earlier version"
    case .gone: "Gone since the earlier version"
    case .changed: "Changed since the earlier version"
    }
  }
}
