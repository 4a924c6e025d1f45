public import FingerpostModel

/// The services of a map and the routes between them, as a graph.
///
/// Nodes are the ids of the services, of whatever else a route names, and of families themselves.
/// They are numbered in the order of their ids, and the edges in the order of the routes' ids, so
/// that an answer which takes the lowest of several equals takes the first by id, whatever the
/// order of the file. A reference to a service that the map does not hold is a node too: one
/// dangling route does not hide what is behind it.
///
/// The graph says nothing about dates or conditions; leave out what does not count when making it.
///
/// ```swift
/// let graph = RouteGraph(of: map) { $0.status(on: today) != .closed }
/// graph.restrictedToMovingRoutes().services(reachableFrom: [.families])
/// ```
public struct RouteGraph: Sendable {
  /// The graph itself, for questions that this type does not ask.
  public let graph: DirectedGraph
  /// The id of each node, in ascending order.
  public let ids: [Service.ID]

  private let nodes: [Service.ID: Int32]
  private let services: Elements<Service>
  private let routes: Elements<Route>
  /// Where the route of each edge stands among the routes of the map.
  private let positions: [Int32]

  /// Makes the graph of a map.
  ///
  /// - Parameters:
  ///   - map: The map.
  ///   - isIncluded: Whether a route counts. The services it joins are nodes in any case.
  /// - Complexity: O(*s* log *s* + *r* log *r*), where *s* is the number of services and *r* of
  ///   routes.
  public init(of map: SystemMap, where isIncluded: (_ route: Route) -> Bool = { _ in true }) {
    services = map.services
    routes = map.routes

    var named = Set(map.services.lazy.map(\.id))
    named.insert(.families)
    var included: [(id: Route.ID, position: Int32, from: Service.ID, to: Service.ID)] = []
    included.reserveCapacity(map.routes.count)
    for (position, route) in map.routes.enumerated() {
      named.insert(route.from)
      named.insert(route.to)
      if isIncluded(route) {
        included.append((route.id, Int32(position), route.from, route.to))
      }
    }
    included.sort { $0.id < $1.id }
    ids = named.sorted()
    positions = included.map(\.position)

    var nodes: [Service.ID: Int32] = [:]
    nodes.reserveCapacity(ids.count)
    for (node, id) in ids.enumerated() { nodes[id] = Int32(node) }
    self.nodes = nodes
    let edges = included.compactMap { route -> (tail: Int, head: Int)? in
      guard let tail = nodes[route.from], let head = nodes[route.to] else { return nil }
      return (Int(tail), Int(head))
    }
    graph = DirectedGraph(nodeCount: ids.count, edges: edges)
  }

  /// The graph with the same nodes and some of the edges.
  private init(_ whole: RouteGraph, where isIncluded: (_ route: Route) -> Bool) {
    services = whole.services
    routes = whole.routes
    ids = whole.ids
    nodes = whole.nodes
    let edges = whole.positions.indices.filter { isIncluded(whole.route(ofEdge: $0)) }
    positions = edges.map { whole.positions[$0] }
    graph = DirectedGraph(
      nodeCount: whole.ids.count, edges: edges.map { whole.graph.ends(ofEdge: $0) })
  }

  /// The graph of the routes of some kinds; all services stay.
  ///
  /// - Parameter kinds: The kinds of route to keep.
  /// - Returns: A graph with the same nodes.
  /// - Complexity: O(*s* + *r*), where *s* is the number of services and *r* of routes.
  public func restricted(to kinds: Set<RouteKind>) -> RouteGraph {
    RouteGraph(self) { kinds.contains($0.kind) }
  }

  /// The graph of the routes that a family can take: referral, self-referral and transfer.
  ///
  /// - Returns: A graph with the same nodes.
  /// - Complexity: O(*s* + *r*), where *s* is the number of services and *r* of routes.
  public func restrictedToMovingRoutes() -> RouteGraph {
    RouteGraph(self) { $0.kind.movesFamily }
  }

  /// The index of the node with an id.
  ///
  /// - Parameter id: The id of a service, or `families`.
  /// - Returns: `nil` when neither a service nor the end of a route has this id.
  /// - Complexity: O(1) on average.
  public func node(of id: Service.ID) -> Int? { nodes[id].map(Int.init) }

  /// The route that an edge stands for.
  ///
  /// - Parameter edge: The index of an edge of `graph`.
  /// - Returns: The route of the map.
  /// - Complexity: O(1).
  public func route(ofEdge edge: Int) -> Route { routes[Int(positions[edge])] }

  /// The ids that routes name and the map does not hold, in ascending order.
  ///
  /// `families` is not among them.
  ///
  /// - Complexity: O(*s*), where *s* is the number of services.
  public var unknownIDs: [Service.ID] {
    ids.filter { $0 != .families && services[$0] == nil }
  }

  /// The routes that begin or end at a service.
  ///
  /// - Parameters:
  ///   - id: The id of a service, or `families`.
  ///   - direction: Whether to take the routes that leave it, that lead to it, or both.
  ///   - kinds: The kinds of route to take; `nil` for all.
  /// - Returns: The routes by id, each once.
  /// - Complexity: O(*d* log *d*), where *d* is the number of routes at the service.
  public func routes(
    at id: Service.ID, _ direction: TraversalDirection, kinds: Set<RouteKind>? = nil
  ) -> [Route] {
    edges(at: id, direction).map(route(ofEdge:)).filter { kinds?.contains($0.kind) ?? true }
  }

  /// The services that one route leads to or from.
  ///
  /// - Parameters:
  ///   - id: The id of a service, or `families`.
  ///   - direction: Whether to follow the routes that leave it, that lead to it, or both.
  ///   - kinds: The kinds of route to follow; `nil` for all.
  /// - Returns: The ids in ascending order, each once; the service itself only if a route leads
  ///   from it to itself.
  /// - Complexity: O(*d* log *d*), where *d* is the number of routes at the service.
  public func neighbours(
    of id: Service.ID, _ direction: TraversalDirection, kinds: Set<RouteKind>? = nil
  ) -> [Service.ID] {
    let others = routes(at: id, direction, kinds: kinds).map { $0.from == id ? $0.to : $0.from }
    return Set(others).sorted()
  }

  /// The edges at a node in ascending order, each once.
  private func edges(at id: Service.ID, _ direction: TraversalDirection) -> [Int] {
    guard let node = node(of: id) else { return [] }
    var edges: Set<Int> = []
    graph.forEachArc(at: node, direction) { edges.insert($0.edge) }
    return edges.sorted()
  }
}
