/// How a family, or word of it, gets from one service to another.
public enum RouteKind: String, Word {
  /// A service asks another to see the family.
  case referral
  /// The family asks for itself.
  case selfReferral = "self-referral"
  /// A service hands the family over to another.
  case transfer
  /// A service tells the family of another; nobody hands it over.
  case signposting
  /// A service asks another for advice about a family.
  case consultation
  /// Two services work with the family together.
  case jointWork = "joint-work"
  /// A service tells another that it is seeing the family.
  case notification
  /// A service tells the referrer what came of the referral.
  case feedback

  /// What people are shown.
  public var label: String {
    switch self {
    case .selfReferral: rawValue
    default: spaced
    }
  }
}
