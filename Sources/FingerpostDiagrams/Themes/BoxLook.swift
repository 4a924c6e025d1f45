public import FingerpostModel

/// Every kind of box that a picture can show.
///
/// Two kinds never differ by colour alone, except the sectors of services and organisations, which
/// are written in the box as well.
public enum BoxLook: Hashable, Sendable, CaseIterable {
  /// A service or an organisation of a sector; `nil` when the map does not say which.
  case service(Sector?)
  /// Families, where routes of their own begin.
  case families
  /// A board.
  case board
  /// A seat that somebody holds.
  case seat
  /// Something that is missing: a seat that nobody holds, or a thing that is not on this map.
  case missing
  /// Something of which the map does not say enough.
  case unsaid
  /// People of whom the map says only a role or a stakeholder.
  case role
  /// A programme.
  case programme
  /// A stage of a flow.
  case stage
  /// An agreement.
  case agreement
  /// A document.
  case document
  /// A sheet with facts.
  case note
  /// Several services of which the same is said.
  case several
  /// A condition for which a service is closed.
  case condition
  /// A box that stands for another page.
  case pageStub

  /// All of them; services of each sector first.
  public static let allCases: [BoxLook] =
    (Sector.allCases + [nil]).map { .service($0) }
    + [
      .families, .board, .seat, .missing, .unsaid, .role, .programme, .stage, .agreement,
      .document, .note, .several, .condition, .pageStub,
    ]

  /// What it stands for, in words for people.
  public var meaning: String {
    switch self {
    case .service(let sector?): "A service or an organisation: \(sector.label)"
    case .service(nil): "A service or an organisation whose sector the map does not say"
    case .families: "Families themselves"
    case .board: "A board"
    case .seat: "A seat that somebody holds"
    case .missing: "Something that is missing: an empty seat, or a thing that is not on the map"
    case .unsaid: "Something of which the map does not say enough"
    case .role: "People in a role"
    case .programme: "A programme of training, supervision or support"
    case .stage: "A stage that people reach, with their number"
    case .agreement: "An agreement"
    case .document: "A document"
    case .note: "A sheet with facts"
    case .several: "Several services of which the same is said"
    case .condition: "A condition for which a service is closed"
    case .pageStub: "What goes on on another page"
    }
  }
}

/// What can be said of a box by changing its looks.
public enum BoxMark: Hashable, Sendable, CaseIterable {
  /// Not in use yet.
  case planned
  /// Not in use for now.
  case paused
  /// No longer in use.
  case closed
  /// The service that the picture is about.
  case focal
  /// On the way that the picture follows.
  case onWay
  /// Not on that way.
  case aside
  /// Ends soon.
  case expiring
  /// Not in the earlier version of the map.
  case new
  /// Only in the earlier version of the map.
  case gone
  /// Otherwise in the earlier version of the map.
  case changed

  /// Whether it tells two versions of a map apart; it is said of services alone.
  public var isOfChange: Bool { self == .new || self == .gone || self == .changed }

  /// What it means, in words for people.
  public var meaning: String {
    switch self {
    case .planned: "Planned"
    case .paused: "Paused"
    case .closed: "Closed"
    case .focal: "The service that the picture is about"
    case .onWay: "On the way that the picture follows"
    case .aside: "Not on that way"
    case .expiring: "Ends soon"
    case .new: "New since the earlier version"
    case .gone: "Gone since the earlier version"
    case .changed: "Changed since the earlier version"
    }
  }

  init?(_ status: Status?) {
    switch status {
    case .planned: self = .planned
    case .paused: self = .paused
    case .closed: self = .closed
    case .active, nil: return nil
    }
  }
}
