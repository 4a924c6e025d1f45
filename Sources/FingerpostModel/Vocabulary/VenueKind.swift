/// A kind of place where a service sees families (toolkit E87, E88).
public enum VenueKind: String, Word {
  /// The family home.
  case home
  /// The team's own base.
  case teamBase = "team-base"
  /// A children's centre or family hub.
  case childrensCentre = "childrens-centre"
  /// A clinic of midwives or general practitioners.
  case clinic
  /// A community hub or hall.
  case communityHub = "community-hub"
  /// A school.
  case school
  /// A social care building.
  case socialCare = "social-care"
  /// A place of worship.
  case church
  /// A hospital.
  case hospital
  /// By video or telephone.
  case online
  /// Somewhere else.
  case other

  /// What people are shown.
  public var label: String {
    switch self {
    case .childrensCentre: "children's centre"
    default: spaced
    }
  }
}
