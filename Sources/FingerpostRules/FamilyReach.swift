import FingerpostAnalysis
import FingerpostModel

/// Where families come in, and which services they reach from there along the routes that move them.
///
/// They surely come in at a service whose entry is open, and wherever they refer themselves. They
/// possibly come in at a service of which the map does not state the entry, and they may come from a
/// service of another map, or one that is not on this map. Only services and routes in use count.
///
/// It looks at each service once, so that rules need not. Its nodes are numbered by the names of what
/// they stand for, so that of several ways it takes the same one whatever the ids are.
struct FamilyReach {
  /// The routes in use that move families, between services in use.
  let graph: DirectedGraph
  /// The id of each node.
  let ids: [Service.ID]
  /// Which nodes stand for services in use; what the map does not hold counts as in use.
  let isInUse: [Bool]
  /// Which nodes stand for services of the map.
  let isService: [Bool]
  /// The highest level that a service states, by its place on the scale; −1 for one that states none.
  let highestLevel: [Int]
  /// The nodes where families surely come in, `families` among them when a route leads from there.
  let entries: [Int]
  /// The nodes where they possibly come in.
  let possibleEntries: [Int]
  /// Which nodes they surely reach.
  let isSurelyReached: [Bool]
  /// Which nodes they reach surely or possibly.
  let isPossiblyReached: [Bool]
  /// Where services with exclusions stand among the services of the map.
  let positionsWithExclusions: [Int]

  private let whole: RouteGraph
  /// The node here of each node of `whole`.
  private let nodes: [Int]
  /// The edge of `whole` that each edge stands for.
  private let edges: [Int]

  /// Looks at the services of a map and follows its routes.
  ///
  /// - Complexity: O(*s* log *s* + *r*), where *s* is the number of services and *r* of routes.
  init(in context: RuleContext) {
    let map = context.map
    let whole = context.movingRoutes
    let levels = Dictionary(
      map.intensities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let count = whole.ids.count
    var names = whole.ids.map(\.rawValue)
    var isServiceInWhole = [Bool](repeating: false, count: count)
    var isInUseInWhole = [Bool](repeating: true, count: count)
    var levelInWhole = [Int](repeating: -1, count: count)
    var entryInWhole = [Entry?](repeating: .byReferral, count: count)
    var positionsWithExclusions: [Int] = []
    for (position, service) in map.services.enumerated() {
      guard let node = whole.node(of: service.id) else { continue }
      isServiceInWhole[node] = true
      names[node] = service.name
      guard context.isInUse(service) else {
        isInUseInWhole[node] = false
        continue
      }
      levelInWhole[node] = service.intensity?.compactMap { levels[$0] }.max() ?? -1
      entryInWhole[node] = service.entry
      if service.excludes?.isEmpty == false { positionsWithExclusions.append(position) }
    }
    let inOrder = (0..<count).sorted { (names[$0], $0) < (names[$1], $1) }
    var nodes = [Int](repeating: 0, count: count)
    for (node, nodeInWhole) in inOrder.enumerated() { nodes[nodeInWhole] = node }
    let edges = (0..<whole.graph.edgeCount).filter { edge in
      let ends = whole.graph.ends(ofEdge: edge)
      return isInUseInWhole[ends.tail] && isInUseInWhole[ends.head]
    }
    let graph = DirectedGraph(
      nodeCount: count,
      edges: edges.map { edge in
        let ends = whole.graph.ends(ofEdge: edge)
        return (nodes[ends.tail], nodes[ends.head])
      })

    let families = whole.node(of: .families).map { nodes[$0] }
    var entries: [Int] = []
    var possibleEntries: [Int] = []
    for (node, nodeInWhole) in inOrder.enumerated() {
      if node == families {
        if graph.outDegree(of: node) > 0 { entries.append(node) }
      } else if !isServiceInWhole[nodeInWhole] || entryInWhole[nodeInWhole] == nil {
        possibleEntries.append(node)
      } else if entryInWhole[nodeInWhole] == .open {
        entries.append(node)
      }
    }
    self.whole = whole
    self.nodes = nodes
    self.edges = edges
    self.graph = graph
    ids = inOrder.map { whole.ids[$0] }
    isInUse = inOrder.map { isInUseInWhole[$0] }
    isService = inOrder.map { isServiceInWhole[$0] }
    highestLevel = inOrder.map { levelInWhole[$0] }
    self.entries = entries
    self.possibleEntries = possibleEntries
    self.positionsWithExclusions = positionsWithExclusions
    isSurelyReached = graph.reachable(from: entries)
    isPossiblyReached = graph.reachable(from: entries + possibleEntries)
  }

  /// The node of a service, or of `families`; `nil` when neither the map nor a route names it.
  func node(of id: Service.ID) -> Int? { whole.node(of: id).map { nodes[$0] } }

  /// The route that an edge stands for.
  func route(ofEdge edge: Int) -> Route { whole.route(ofEdge: edges[edge]) }

  /// The nodes of the services in use, by their names.
  var servicesInUse: [Int] { ids.indices.filter { isService[$0] && isInUse[$0] } }

  /// The service at which a way begins that there would be if families came in there: the one to
  /// ask about.
  ///
  /// - Parameters:
  ///   - target: The node where the way ends.
  ///   - avoided: A node that it must not pass.
  ///   - map: The map.
  /// - Returns: `nil` when there is no such way, or when it begins at what the map does not hold.
  func serviceToAsk(
    aboutWayTo target: Int, avoiding avoided: Int? = nil, in map: SystemMap
  ) -> Service? {
    graph.shortestPath(
      from: possibleEntries.filter { isService[$0] }, to: [target], nodes: { $0 != avoided }
    )?.nodes.first.flatMap { map.services[ids[$0]] }
  }

  /// A way as people read it: `Midwifery → Health visiting → Parent-infant team`.
  func words(for path: DirectedGraph.Path, in map: SystemMap) -> String {
    path.nodes.map { map.name(ofEnd: ids[$0]) }.joined(separator: " → ")
  }
}

extension Question {
  /// Whether families come to a service when nobody sends them.
  static let entry = Question(
    "whether families can come to it without being sent",
    many: "whether families can come to them without being sent", key: "entry")
}
