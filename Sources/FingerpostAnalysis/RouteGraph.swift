public import FingerpostModel

/// The services of a map and the routes between them, as a graph.
///
/// Nodes are the ids of the services, of whatever else a route names, and of families themselves.
/// They are numbered in the order of their ids, and the edges in the order of the ids of the service
/// that sends, of the one that receives and of the route. So an answer that takes the lowest of
/// several equals takes the first by id, whatever the order of the file. A reference to a service that the map does not hold is a node too: one
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

    // Each id is hashed once a mention; the numbers it gets at first are in order of mention.
    var mentions: [Service.ID: Int32] = [:]
    mentions.reserveCapacity(map.services.count + 1)
    var mentioned: [Service.ID] = []
    func number(_ id: Service.ID) -> Int32 {
      if let known = mentions[id] { return known }
      let new = Int32(mentioned.count)
      mentions[id] = new
      mentioned.append(id)
      return new
    }
    _ = number(.families)
    for service in map.services { _ = number(service.id) }
    var edges: [Edge] = []
    edges.reserveCapacity(map.routes.count)
    for (position, route) in map.routes.enumerated() {
      let edge = Edge(
        tail: number(route.from), head: number(route.to), position: Int32(position))
      if isIncluded(route) { edges.append(edge) }
    }

    let inOrder = mentioned.indices.sorted { mentioned[$0] < mentioned[$1] }
    var nodeOfMention = [Int32](repeating: 0, count: mentioned.count)
    for (node, mention) in inOrder.enumerated() { nodeOfMention[mention] = Int32(node) }
    for index in edges.indices {
      edges[index].tail = nodeOfMention[Int(edges[index].tail)]
      edges[index].head = nodeOfMention[Int(edges[index].head)]
    }
    edges.sort { a, b in
      if a.tail != b.tail { return a.tail < b.tail }
      if a.head != b.head { return a.head < b.head }
      return map.routes[Int(a.position)].id < map.routes[Int(b.position)].id
    }

    ids = inOrder.map { mentioned[$0] }
    nodes = mentions.mapValues { nodeOfMention[Int($0)] }
    positions = edges.map(\.position)
    graph = DirectedGraph(
      nodeCount: ids.count, edges: edges.map { (tail: Int($0.tail), head: Int($0.head)) })
  }

  /// A route while the graph is being made.
  private struct Edge {
    var tail: Int32
    var head: Int32
    /// Where it stands among the routes of the map.
    let position: Int32
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
  /// - Returns: The routes by sending service, receiving service and id, each once.
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
