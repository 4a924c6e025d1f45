/// What one body, service or programme has to do with another, apart from routes.
public enum LinkKind: String, Word {
  /// Pays the other to do something.
  case commissions
  /// Gives the other money.
  case funds
  /// Gives the other a home.
  case hosts
  /// Shares a building with the other.
  case coLocated = "co-located"
  /// Was made from the other.
  case adaptedFrom = "adapted-from"
  /// Began as the other.
  case grewFrom = "grew-from"
  /// Makes the other together with its owner.
  case coProduces = "co-produces"
  /// Gives the other something to learn from.
  case informs
  /// Helps the other do its work.
  case supports
  /// Gives the other people or equipment.
  case supplies
  /// Carries the other out.
  case delivers
  /// Belongs to the other.
  case memberOf = "member-of"
  /// Works together with the other.
  case worksWith = "works-with"
  /// Gives the other's leaders advice.
  case advises
  /// Passes data to the other.
  case sharesData = "shares-data"
  /// Brings the other about.
  case produces

  /// What people are shown.
  public var label: String {
    switch self {
    case .coLocated: "is in the same building as"
    case .adaptedFrom: "was adapted from"
    case .grewFrom: "grew from"
    case .coProduces: "co-produces"
    case .memberOf: "is a member of"
    case .worksWith: "works with"
    case .sharesData: "shares data with"
    default: spaced
    }
  }
}
