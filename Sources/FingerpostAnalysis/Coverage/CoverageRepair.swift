public import FingerpostModel

/// One change of a map that fills a gap.
public struct CoverageRepair: Hashable, Sendable {
  /// What sort of change it is, the cheapest first.
  public enum Kind: Int, CaseIterable, Hashable, Sendable, Comparable {
    /// Take something that is paused, or planned, into use.
    case reopen
    /// Widen the ages or the areas of a service.
    case widen
    /// Open a route between two services that a link or a route of any kind joins already, or that
    /// work at neighbouring levels of intensity.
    case routeBetweenNeighbours
    /// Open any other route.
    case route
    /// Set up a service.
    case service

    /// Orders kinds by their cost.
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// What to change.
  public enum Change: Hashable, Sendable {
    /// Take a planned or paused service into use.
    case reopenService(Service.ID)
    /// Take a planned or paused route into use.
    case reopenRoute(Route.ID)
    /// Widen the ages of a service to these.
    case widenAges(Service.ID, AgeRange)
    /// Add an area to those of a service.
    case addArea(Service.ID, Area.ID)
    /// Open a route: a referral, or a self-referral when it begins with families.
    case addRoute(from: Service.ID, to: Service.ID)
    /// Set up a service for a cell that is open to all.
    case addService(CoverageCell)
  }

  /// What sort of change it is.
  public var kind: Kind
  /// What to change.
  public var change: Change
  /// How many routes a family would follow.
  public var handOffs: Int
  /// Whether the cell is then covered; otherwise the map would still leave a fact open.
  public var isSure: Bool

  /// The map with the change made.
  ///
  /// - Parameters:
  ///   - map: The map for which the repair was found.
  ///   - date: The date for which it was found.
  /// - Returns: The changed map.
  /// - Complexity: O(*n*), where *n* is the number of elements of the kind that is changed.
  public func applied(to map: SystemMap, on date: CalendarDate) -> SystemMap {
    var map = map
    switch change {
    case .reopenService(let id):
      map.services[id]?.status = .active
      if let from = map.services[id]?.from, date.isSurelyBefore(from) {
        map.services[id]?.from = nil
      }
    case .reopenRoute(let id):
      map.routes[id]?.status = .active
      if let opens = map.routes[id]?.opens, date.isSurelyBefore(opens) {
        map.routes[id]?.opens = nil
      }
    case .widenAges(let id, let ages): map.services[id]?.ages = ages
    case .addArea(let id, let area): map.services[id]?.areas?.append(area)
    case .addRoute(let from, let to):
      let kind: RouteKind = from == .families ? .selfReferral : .referral
      let id = Route.derivedID(from: from, to: to, kind: kind)
      map.routes.append(
        Route(from: from, to: to, kind: kind, id: unusedID(like: id) { map.routes[$0] != nil }))
    case .addService(let cell):
      let id = unusedID(like: Service.ID("new-service")) { map.services[$0] != nil }
      var service = Service(id: id, name: "New service")
      service.entry = .open
      service.serves = [cell.need]
      service.ages = AgeRange(from: cell.ages.from, to: cell.ages.to)
      service.areas = [cell.area]
      service.excludes = []
      service.status = .active
      map.services.append(service)
    }
    return map
  }

  /// An id that nothing has yet.
  private func unusedID<Element>(
    like id: Identifier<Element>, isTaken: (Identifier<Element>) -> Bool
  ) -> Identifier<Element> {
    guard isTaken(id) else { return id }
    var number = 2
    while isTaken(Identifier("\(id)-\(number)")) { number += 1 }
    return Identifier("\(id)-\(number)")
  }
}
