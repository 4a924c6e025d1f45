public import FingerpostModel

/// A route or a link along which identifiable data pass, and the bodies at its ends.
///
/// Data that stay within one organisation are not shared, and families who refer themselves give
/// their own; so only what passes between two organisations needs an agreement.
public struct DataCrossing: Hashable, Sendable {
  /// Whose data they are before and after.
  public enum Ends: Hashable, Sendable {
    /// One body has them before and after, or an end is no body: a family, a board, a paper.
    case noOther
    /// The map does not say who runs a service.
    case unstated(Service.ID)
    /// Two organisations.
    case between(Organisation.ID, Organisation.ID)
  }

  /// Whose they are.
  public let ends: Ends
  /// The agreement that covers them.
  public let agreement: Stated<Agreement.ID>

  /// The crossing of a route; `nil` when it is not in use on the date or no identifiable data pass.
  ///
  /// A route without a status is in use, because the map lists it.
  public init?(_ route: Route, of map: SystemMap, on date: CalendarDate) {
    guard route.shares == .identifiable, (route.status(on: date) ?? .active) == .active
    else { return nil }
    ends = Self.ends(
      Self.holder(of: route.from.named(), in: map), Self.holder(of: route.to.named(), in: map))
    agreement = route.agreement
  }

  /// The crossing of a link; `nil` when it is not in use or no identifiable data pass.
  ///
  /// A link without a status is in use, because the map lists it.
  public init?(_ link: Link, of map: SystemMap) {
    guard link.shares == .identifiable, (link.status ?? .active) == .active else { return nil }
    ends = Self.ends(Self.holder(of: link.from, in: map), Self.holder(of: link.to, in: map))
    agreement = link.agreement
  }

  private enum Holder {
    case nobody
    case unstated(Service.ID)
    case organisation(Organisation.ID)
  }

  private static func holder(of node: NodeID, in map: SystemMap) -> Holder {
    if let service = map.services[node.named()] {
      guard let organisation = service.organisation else { return .unstated(service.id) }
      // A body that is not on the map is reported as a dangling reference.
      return map.organisations[organisation] == nil ? .nobody : .organisation(organisation)
    }
    let id: Organisation.ID = node.named()
    return map.organisations[id] == nil ? .nobody : .organisation(id)
  }

  private static func ends(_ from: Holder, _ to: Holder) -> Ends {
    switch (from, to) {
    case (.nobody, _), (_, .nobody): .noOther
    case (.unstated(let service), _), (_, .unstated(let service)): .unstated(service)
    case (.organisation(let a), .organisation(let b)): a == b ? .noOther : .between(a, b)
    }
  }
}
