public import FingerpostModel

extension RouteGraph {
  /// Services among which routes lead round in a circle.
  public struct Loop: Hashable, Sendable {
    /// The ids of all the services from which each of the others can be reached, in order.
    public var services: [Service.ID]
    /// A shortest way round, as evidence; it begins and ends at its first service by id.
    public var evidence: Way

    /// Makes a loop.
    ///
    /// - Complexity: O(1).
    public init(services: [Service.ID], evidence: Way) {
      self.services = services
      self.evidence = evidence
    }
  }

  /// The groups of services within which each can be reached from each, single ones included.
  ///
  /// See `DirectedGraph.stronglyConnectedComponents()` for the algorithm and its source.
  ///
  /// - Returns: The ids of each group in order; a group comes before those that lead to it.
  /// - Complexity: O(*s* log *s* + *r*), where *s* is the number of services and *r* of routes.
  public func stronglyConnectedComponents() -> [[Service.ID]] {
    graph.stronglyConnectedComponents().components.map { $0.map { ids[$0] } }
  }

  /// The groups of services among which routes lead round in a circle, with the circle.
  ///
  /// A service with a route to itself is a loop. See `DirectedGraph.shortestCycle(among:)` for the
  /// algorithm and its source.
  ///
  /// - Returns: The loops by their first service.
  /// - Complexity: O(*s* log *s* + *r* + ∑ *k* (*k* + *e*)), where *s* is the number of services,
  ///   *r* of routes, and for each loop *k* is the number of its services and *e* of routes at
  ///   them; much less as a rule, because a search goes no deeper than the shortest circle so far.
  public func loops() -> [Loop] {
    let components = graph.stronglyConnectedComponents().components.filter { component in
      component.count > 1
        || graph.successors(of: component[0]).contains { $0.node == component[0] }
    }
    return zip(components, graph.shortestCycles(amongEachOf: components))
      .compactMap { component, cycle in
        cycle.map { Loop(services: component.map { ids[$0] }, evidence: way(along: $0)) }
      }
      .sorted { $0.services[0] < $1.services[0] }
  }

  /// Which services every way from some entries has to pass.
  ///
  /// See `DirectedGraph.dominators(from:)` for the algorithm and its source.
  ///
  /// - Parameter entries: The ids where ways start, such as `families` and the open services.
  /// - Returns: The dominators, by id.
  /// - Complexity: O((*s* + *r*) log *s*), where *s* is the number of services and *r* of routes.
  public func dominators(from entries: some Sequence<Service.ID>) -> ServiceDominators {
    ServiceDominators(
      dominators: graph.dominators(from: entries.compactMap(node(of:))), routeGraph: self)
  }

  /// The services whose removal would split the network into more pieces, in order.
  ///
  /// Routes count in either direction. See `DirectedGraph.articulation()` for the algorithm and its
  /// source.
  ///
  /// - Returns: The ids, perhaps `families` among them.
  /// - Complexity: O(*s* + *r* log *r*), where *s* is the number of services and *r* of routes.
  public func articulationServices() -> [Service.ID] {
    graph.articulation().points.map { ids[$0] }
  }

  /// The routes whose removal would split the network into more pieces.
  ///
  /// Routes count in either direction. See `DirectedGraph.articulation()` for the algorithm and its
  /// source.
  ///
  /// - Returns: The routes by sending and receiving service; never one of several between the same
  ///   two services.
  /// - Complexity: O(*s* + *r* log *r*), where *s* is the number of services and *r* of routes.
  public func bridgeRoutes() -> [Route] {
    graph.articulation().bridges.map(route(ofEdge:))
  }
}

/// Which services every way from some entries to a service has to pass.
///
/// When such a service closes, nobody who starts at the entries can reach what lies behind it.
public struct ServiceDominators: Sendable {
  fileprivate let dominators: Dominators
  fileprivate let routeGraph: RouteGraph

  /// Whether any way leads from an entry to a service.
  ///
  /// - Parameter id: The id of a service.
  /// - Returns: Whether it is reached; entries are.
  /// - Complexity: O(1) on average.
  public func isReached(_ id: Service.ID) -> Bool {
    routeGraph.node(of: id).map(dominators.isReached) ?? false
  }

  /// The nearest other service that every way to a service has to pass.
  ///
  /// - Parameter id: The id of a service.
  /// - Returns: `nil` when there is no such service: for an entry, for a service that is reached
  ///   in independent ways, and for one that is not reached.
  /// - Complexity: O(1) on average.
  public func immediateDominator(of id: Service.ID) -> Service.ID? {
    routeGraph.node(of: id).flatMap(dominators.immediateDominator).map { routeGraph.ids[$0] }
  }

  /// The other services that every way to a service has to pass, the nearest first.
  ///
  /// - Parameter id: The id of a service.
  /// - Returns: The ids, `families` among them when every way starts there.
  /// - Complexity: O(*k*), where *k* is the number of ids returned.
  public func strictDominators(of id: Service.ID) -> [Service.ID] {
    routeGraph.node(of: id).map(dominators.strictDominators(of:))?.map { routeGraph.ids[$0] } ?? []
  }

  /// The other services that could no longer be reached if a service closed, in order.
  ///
  /// - Parameter id: The id of a service, or `families`.
  /// - Returns: The ids; none when the service is not reached itself.
  /// - Complexity: O(*s* log *s*), where *s* is the number of services.
  public func services(dominatedBy id: Service.ID) -> [Service.ID] {
    routeGraph.node(of: id).map(dominators.nodesDominated(by:))?.map { routeGraph.ids[$0] } ?? []
  }

  /// How many other services could no longer be reached if each service closed.
  ///
  /// - Returns: The counts that are not zero, by id.
  /// - Complexity: O(*s*), where *s* is the number of services.
  public func countsOfServicesDominated() -> [Service.ID: Int] {
    let counts = dominators.countsOfNodesDominated()
    return Dictionary(
      uniqueKeysWithValues: counts.indices.lazy.filter { counts[$0] > 0 }
        .map { (routeGraph.ids[$0], counts[$0]) })
  }
}
