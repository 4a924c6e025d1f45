public import FingerpostModel

/// Changes to a map that somebody thinks of, to be made one after another.
///
/// ```swift
/// let scenario = Scenario([.closeService("childrens-centre"), .addRoute(from: "hub", to: "team")])
/// let after = try scenario.applied(to: map, on: today)
/// let effect = ScenarioEffect(of: try Coverage(of: map, on: today),
///   becoming: try Coverage(of: after, on: today))
/// ```
///
/// A service that closes keeps its routes; they lead to a closed service and let nobody pass.
public struct Scenario: Sendable {
  /// One thing that somebody thinks of.
  public enum Change: Sendable {
    /// Close a service for good. It gets the status `closed`, and the date as its last day unless it
    /// is stated to end earlier, or to open only later.
    case closeService(Service.ID)
    /// Pause a service. It gets the status `paused`.
    case pauseService(Service.ID)
    /// Change what the map says of a service; the key, as a map writes it, is for messages only.
    case changeService(Service.ID, key: String, @Sendable (inout Service) -> Void)
    /// End the funding of a service on a date. It is then closed as well.
    case endFundingOfService(Service.ID, on: CalendarDate)
    /// End what an organisation pays, on a date. The services that it alone pays for are closed; the
    /// others lose it from those who pay for them, and stay open, because the map does not say what
    /// they would do. Programmes stay as they are.
    case endFundingByOrganisation(Organisation.ID, on: CalendarDate)
    /// Add a route. Without a kind it is a self-referral when it begins with families, and otherwise
    /// a referral.
    case addRoute(from: Service.ID, to: Service.ID, kind: RouteKind? = nil)
    /// Remove one route.
    case removeRoute(Route.ID)
    /// Remove every route between two services, in this direction, that moves families.
    case removeRoutes(from: Service.ID, to: Service.ID)
    /// Take back what another scenario does to a map; see `inverse(for:on:)`.
    case takeBack(Step)
  }

  /// One element as it is to be.
  public struct Step: Hashable, Sendable {
    fileprivate enum Content: Hashable {
      /// A service, in place of the one with its id.
      case service(Service)
      /// A route in place of the one with its id, or none; a new one goes to a place among the
      /// routes, or to their end. When no route is left, the map states that there is none, unless
      /// it is told what to state: one that says nothing of routes would leave open how families get
      /// anywhere.
      case route(Route.ID, Route?, at: Int? = nil, isStatedAsNone: Bool? = nil)
    }

    fileprivate let content: Content
  }

  /// What to change, in order: a later change sees what an earlier one has made.
  public var changes: [Change]

  /// Makes a scenario.
  public init(_ changes: [Change]) { self.changes = changes }

  /// The map that would be.
  ///
  /// - Parameters:
  ///   - map: The map as it is.
  ///   - date: The day on which everything without a date of its own happens.
  /// - Returns: The changed map.
  /// - Throws: What cannot be done, for the first change that cannot.
  /// - Complexity: O(*k* (*s* + *r*)), where *k* is the number of changes, *s* of services and *r*
  ///   of routes.
  public func applied(
    to map: SystemMap, on date: CalendarDate
  ) throws(ScenarioError) -> SystemMap {
    try outcome(for: map, on: date).map
  }

  /// The scenario that undoes this one: applied to the map that would be, it gives the map as it is.
  ///
  /// - Parameters:
  ///   - map: The map as it is.
  ///   - date: The day on which everything without a date of its own happens.
  /// - Returns: The elements that change, as they are now, the last change first.
  /// - Throws: What cannot be done.
  /// - Complexity: That of `applied(to:on:)`.
  public func inverse(
    for map: SystemMap, on date: CalendarDate
  ) throws(ScenarioError) -> Scenario {
    Scenario(try outcome(for: map, on: date).undoing.reversed().map(Change.takeBack))
  }

  /// The map that would be, and what takes each step back, in the order of the steps.
  private func outcome(
    for map: SystemMap, on date: CalendarDate
  ) throws(ScenarioError) -> (map: SystemMap, undoing: [Step]) {
    var map = map
    var undoing: [Step] = []
    for change in changes {
      for step in try change.steps(in: map, on: date) {
        undoing.append(step.undone(in: map))
        step.apply(to: &map)
      }
    }
    return (map, undoing)
  }
}

/// Why a scenario cannot be applied to a map.
public enum ScenarioError: Error, Hashable, Sendable {
  /// The map has no service with this id; perhaps another was meant.
  case unknownService(Service.ID, suggestion: Service.ID?)
  /// The map has no organisation with this id; perhaps another was meant.
  case unknownOrganisation(Organisation.ID, suggestion: Organisation.ID?)
  /// The map has no route with this id; perhaps another was meant.
  case unknownRoute(Route.ID, suggestion: Route.ID?)
  /// No route that moves families leads from the one to the other.
  case noRoute(from: Service.ID, to: Service.ID)
  /// There is such a route already.
  case routeExists(Route.ID)
  /// A route would lead from a service to itself.
  case selfLoop(Service.ID)
  /// Nothing in the map is paid for by the organisation.
  case fundsNothing(Organisation.ID)
}

extension Scenario.Change {
  /// The elements that it changes, as they are to be.
  fileprivate func steps(
    in map: SystemMap, on date: CalendarDate
  ) throws(ScenarioError) -> [Scenario.Step] {
    switch self {
    case .closeService(let id):
      return [try map.replacing(id) { $0.close(on: date) }]
    case .pauseService(let id):
      return [try map.replacing(id) { $0.status = .paused }]
    case .changeService(let id, _, let change):
      return [try map.replacing(id, change)]
    case .endFundingOfService(let id, on: let end):
      return [try map.replacing(id) { $0.endFunding(on: end) }]
    case .endFundingByOrganisation(let body, on: let end):
      guard map.organisations[body] != nil else {
        throw .unknownOrganisation(body, suggestion: body.nearest(in: map.organisations))
      }
      let paid = map.services.filter { $0.fundedBy?.contains(body) ?? false }
      guard !paid.isEmpty else { throw .fundsNothing(body) }
      return paid.map { service in
        var service = service
        let others = service.fundedBy?.filter { $0 != body } ?? []
        if others.isEmpty { service.endFunding(on: end) } else { service.fundedBy = others }
        return Scenario.Step(content: .service(service))
      }
    case .addRoute(let from, let to, let kind):
      for end in [from, to] { try map.requireEnd(end, isStart: end == from) }
      guard from != to else { throw .selfLoop(from) }
      let route = Route(
        from: from, to: to, kind: kind ?? (from == .families ? .selfReferral : .referral))
      guard map.routes[route.id] == nil else { throw .routeExists(route.id) }
      return [Scenario.Step(content: .route(route.id, route))]
    case .removeRoute(let id):
      guard map.routes[id] != nil else {
        throw .unknownRoute(id, suggestion: id.nearest(in: map.routes))
      }
      return [Scenario.Step(content: .route(id, nil))]
    case .removeRoutes(let from, let to):
      let routes = map.routes.filter { $0.from == from && $0.to == to && $0.kind.movesFamily }
      guard !routes.isEmpty else {
        for end in [from, to] { try map.requireEnd(end, isStart: end == from) }
        throw .noRoute(from: from, to: to)
      }
      return routes.map { Scenario.Step(content: .route($0.id, nil)) }
    case .takeBack(let step): return [step]
    }
  }
}

extension Scenario.Step {
  fileprivate func apply(to map: inout SystemMap) {
    switch content {
    case .service(let service): map.services[service.id] = service
    case .route(let id, let route, let place, let isStatedAsNone):
      if let route, let place, map.routes[id] == nil {
        var routes = Array(map.routes)
        routes.insert(route, at: min(place, routes.count))
        map.routes = Elements(routes)
      } else {
        map.routes[id] = route
      }
      if isStatedAsNone ?? map.routes.isEmpty {
        map.statedAsNone.insert(.routes)
      } else {
        map.statedAsNone.remove(.routes)
      }
    }
  }

  /// What takes it back after it has been applied to a map.
  fileprivate func undone(in map: SystemMap) -> Scenario.Step {
    switch content {
    case .service(let new):
      // Scenarios change the services that there are.
      Scenario.Step(content: .service(map.services[new.id] ?? new))
    case .route(let id, _, _, _):
      Scenario.Step(
        content: .route(
          id, map.routes[id], at: map.routes.index(of: id),
          isStatedAsNone: map.statedAsNone.contains(.routes)))
    }
  }
}

extension SystemMap {
  fileprivate func replacing(
    _ id: Service.ID, _ change: (inout Service) -> Void
  ) throws(ScenarioError) -> Scenario.Step {
    guard var service = services[id] else {
      throw .unknownService(id, suggestion: id.nearest(in: services))
    }
    change(&service)
    // An element is found by its id, and what refers to it must still find it.
    service.id = id
    return Scenario.Step(content: .service(service))
  }

  /// Refuses an end of a route that is not on the map, unless it is in another map.
  fileprivate func requireEnd(_ id: Service.ID, isStart: Bool) throws(ScenarioError) {
    guard services[id] == nil, id.acrossMaps == nil, !(isStart && id == .families) else { return }
    throw .unknownService(id, suggestion: id.nearest(in: services))
  }
}

extension Service {
  fileprivate mutating func close(on date: CalendarDate) {
    status = .closed
    if let from, date.isSurelyBefore(from) { return }
    if let until, until.lastDay <= date.lastDay { return }
    until = date
  }

  fileprivate mutating func endFunding(on date: CalendarDate) {
    fundedUntil = .stated(date)
    close(on: date)
  }
}

extension Identifier {
  /// The id of an element that was probably meant.
  fileprivate func nearest(in elements: Elements<Element>) -> Self?
  where Element: MapElement, Element.ID == Self {
    rawValue.nearest(in: elements.map(\.id.rawValue)).map { Self($0) }
  }
}
