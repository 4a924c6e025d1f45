public import FingerpostModel

extension RouteGraph {
  /// A way along routes, from one service to another.
  public struct Way: Hashable, Sendable {
    /// The ids of the services in the order of the way; a loop names its first again at the end.
    public var services: [Service.ID]
    /// The routes between them, one fewer than the services.
    public var routes: [Route]

    /// How many routes the way follows.
    public var handOffs: Int { routes.count }

    /// Makes a way.
    ///
    /// - Complexity: O(1).
    public init(services: [Service.ID], routes: [Route]) {
      self.services = services
      self.routes = routes
    }
  }

  /// A service near another, and how many routes away it is.
  public struct NearbyService: Hashable, Sendable {
    /// The id of the service, or `families`.
    public var id: Service.ID
    /// The fewest routes that lead to it.
    public var hops: Int

    /// Makes a nearby service.
    ///
    /// - Complexity: O(1).
    public init(id: Service.ID, hops: Int) {
      self.id = id
      self.hops = hops
    }
  }

  /// The services that can be reached from some services along the routes of this graph.
  ///
  /// The origins count as reached. Ids that name no service are followed too; an origin that is not
  /// in the graph at all is passed over. See `DirectedGraph.reachable(from:direction:nodes:edges:)`
  /// for the algorithm and its source.
  ///
  /// - Parameters:
  ///   - origins: The ids to start from.
  ///   - direction: `.incoming` asks which services lead to the origins instead.
  ///   - isAllowed: Whether a service may be entered.
  /// - Returns: The ids of what is reached.
  /// - Complexity: O(*s* + *r*), where *s* is the number of services and *r* of routes.
  public func services(
    reachableFrom origins: some Sequence<Service.ID>,
    direction: TraversalDirection = .outgoing,
    where isAllowed: (_ id: Service.ID) -> Bool = { _ in true }
  ) -> Set<Service.ID> {
    let reached = graph.reachable(
      from: origins.compactMap(node(of:)), direction: direction, nodes: { isAllowed(ids[$0]) })
    return Set(ids.indices.lazy.filter { reached[$0] }.map { ids[$0] })
  }

  /// The way with the fewest hand-offs from any of some services to any of some others.
  ///
  /// Of several, it is the one whose list of ids comes first; of several routes between the same
  /// two services, the one whose id comes first. See
  /// `DirectedGraph.shortestPath(from:to:nodes:edges:)` for the algorithm and its source.
  ///
  /// - Parameters:
  ///   - origins: The ids where the way may start.
  ///   - targets: The ids where it may end.
  ///   - isAllowed: Whether a service may be on the way, origins and targets included.
  /// - Returns: The way, or `nil` when there is none.
  /// - Complexity: O(*s* + *r*), where *s* is the number of services and *r* of routes.
  public func shortestWay(
    from origins: some Sequence<Service.ID>,
    to targets: some Sequence<Service.ID>,
    where isAllowed: (_ id: Service.ID) -> Bool = { _ in true }
  ) -> Way? {
    graph.shortestPath(
      from: origins.compactMap(node(of:)), to: targets.compactMap(node(of:)),
      nodes: { isAllowed(ids[$0]) }
    ).map(way(along:))
  }

  /// The services within some number of routes of some services.
  ///
  /// See `DirectedGraph.neighbourhood(of:hops:direction:nodes:edges:)` for the algorithm and its
  /// source.
  ///
  /// - Parameters:
  ///   - centres: The ids to start from, which are 0 hops away.
  ///   - hops: How many routes to follow at most.
  ///   - direction: Which way routes are followed.
  /// - Returns: The services, the nearest first and then by id.
  /// - Complexity: O(*s* + *k* log *k* + *e*), where *s* is the number of services of the graph,
  ///   *k* of services found and *e* of routes at them.
  public func neighbourhood(
    of centres: some Sequence<Service.ID>, hops: Int, direction: TraversalDirection = .both
  ) -> [NearbyService] {
    graph.neighbourhood(of: centres.compactMap(node(of:)), hops: hops, direction: direction)
      .map { NearbyService(id: ids[$0.node], hops: $0.hops) }
  }

  /// A path of the graph in terms of the map.
  func way(along path: DirectedGraph.Path) -> Way {
    Way(services: path.nodes.map { ids[$0] }, routes: path.edges.map(route(ofEdge:)))
  }
}
