import FingerpostModel

/// A search of ways for one cell and layer.
struct CellSearch {
  let network: CoverageNetwork
  let place: CellPlace
  let layer: Int
  /// The only node where families begin, −1 for one that is not there; `nil` for all entries.
  var start: Int?
  /// Nodes that count as closed.
  var leftOut: Set<Int> = []
  /// Whether what is planned or paused counts as in use.
  var takesPlannedAndPaused = false
  /// Whether services and routes that exclude the condition of the layer admit it all the same.
  var ignoresExclusions = false
  /// Whether signposting counts as a way.
  var followsSignposting = false
  /// Whether routes to where families may begin for sure count; no shortest way needs them.
  var leadsBackToEntries = true

  init(network: CoverageNetwork, place: CellPlace, layer: Int, start: Int? = nil) {
    self.network = network
    self.place = place
    self.layer = layer
    self.start = start
  }

  private var graph: DirectedGraph { network.routes.graph }
  var nodes: Range<Int> { 0..<graph.nodeCount }

  // MARK: - One node, one edge

  private func isInUse(_ status: Status) -> Bool {
    switch status {
    case .active: true
    case .planned, .paused: takesPlannedAndPaused
    case .closed: false
    }
  }

  /// Whether a service's ages and areas hold the cell.
  func ageAdmission(of node: Int) -> Certainty {
    network.ageAdmission[node * network.grid.bands.count + place.band]
  }

  func areaAdmission(of node: Int) -> Certainty {
    network.areaAdmission[node * network.grid.areas.count + place.area]
  }

  /// Whether a service sees a family with the condition of the layer.
  func conditionAdmission(of node: Int) -> Certainty {
    if ignoresExclusions {
      return network.requirement[node * network.layerCount + layer] ? .sure : .never
    }
    return network.conditionAdmission(of: node, layer: layer)
  }

  /// Whether a service is on the map, in use and not left out.
  func isInUse(_ node: Int) -> Bool {
    network.isKnown[node] && isInUse(network.nodeStatus[node]) && !leftOut.contains(node)
  }

  /// Whether a family may be at a node.
  func admission(of node: Int) -> Certainty {
    guard isInUse(node) else { return .never }
    if node == network.families { return .sure }
    return min(ageAdmission(of: node), areaAdmission(of: node), conditionAdmission(of: node))
  }

  /// Whether a family may begin at a node.
  func entry(at node: Int) -> Certainty {
    if let start { return node == start ? admission(of: node) : .never }
    return min(network.entries[node], admission(of: node))
  }

  /// Whether a family finds help at a node.
  func help(at node: Int) -> Certainty {
    min(network.serving[node * network.grid.needs.count + place.need], admission(of: node))
  }

  /// What a route is narrowed to.
  func restriction(ofEdge edge: Int) -> RouteRestriction {
    network.restrictions[Int(network.restriction[edge])]
  }

  /// Whether a route, apart from the service at its end, lets a family follow it.
  func passes(_ edge: Int) -> Bool {
    let kind = network.kinds[edge]
    guard kind.movesFamily || (followsSignposting && kind == .signposting),
      isInUse(network.edgeStatus[edge]),
      leadsBackToEntries || entry(at: graph.ends(ofEdge: edge).head) != .sure
    else { return false }
    var rule = restriction(ofEdge: edge)
    if ignoresExclusions { rule.excludes = [] }
    return rule.admits(need: place.need, layer: layer)
  }

  // MARK: - All nodes

  /// The fewest hand-offs to each node from where families begin; −1 where they cannot get.
  func handOffs(atLeast certainty: Certainty) -> [Int32] {
    distances(from: nodes.filter { entry(at: $0) >= certainty }, .outgoing, certainty)
  }

  /// The fewest hand-offs from each node to help; −1 where there is none.
  func handOffsToHelp(atLeast certainty: Certainty) -> [Int32] {
    distances(from: nodes.filter { help(at: $0) >= certainty }, .incoming, certainty)
  }

  private func distances(
    from sources: [Int], _ direction: TraversalDirection, _ certainty: Certainty
  ) -> [Int32] {
    var distance = [Int32](repeating: -1, count: graph.nodeCount)
    for source in sources { distance[source] = 0 }
    if assumesRoutes(certainty) {
      guard !sources.isEmpty else { return distance }
      for node in nodes where distance[node] < 0 && admission(of: node) >= certainty {
        distance[node] = 1
      }
      return distance
    }
    var queue = sources
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      graph.forEachArc(at: node, direction) { arc in
        if distance[arc.node] < 0, passes(arc.edge), admission(of: arc.node) >= certainty {
          distance[arc.node] = distance[node] + 1
          queue.append(arc.node)
        }
      }
    }
    return distance
  }

  /// Whether there may be a route from each node to each other, because the map states none at all.
  func assumesRoutes(_ certainty: Certainty) -> Bool {
    network.isWithoutRoutes && certainty == .possible
  }

  /// The nodes that lie on a way from where families begin to help, in ascending order.
  ///
  /// Where routes are assumed, these are where the family is and where it would find help.
  func nodesOnWays(atLeast certainty: Certainty) -> [Int] {
    let (before, after) = (handOffs(atLeast: certainty), handOffsToHelp(atLeast: certainty))
    return nodes.filter {
      before[$0] >= 0 && after[$0] >= 0
        && (!assumesRoutes(certainty) || after[$0] == 0 || $0 == start)
    }
  }

  /// Whether families reach help.
  func findsHelp(atLeast certainty: Certainty) -> Bool {
    let distance = handOffs(atLeast: certainty)
    return nodes.contains { distance[$0] >= 0 && help(at: $0) >= certainty }
  }

  /// A shortest way to help: of several one that begins where people look first, then the first by
  /// ids.
  func shortestPath(atLeast certainty: Certainty) -> DirectedGraph.Path? {
    let distance = handOffsToHelp(atLeast: certainty)
    let entries = nodes.filter { entry(at: $0) >= certainty && distance[$0] >= 0 }
    let fewest = entries.map { distance[$0] }.min()
    let nearest = entries.filter { distance[$0] == fewest }
    let first = nearest.map { network.precedence[$0] }.min()
    return graph.shortestPath(
      from: nearest.filter { network.precedence[$0] == first },
      to: nodes.filter { help(at: $0) >= certainty },
      nodes: { admission(of: $0) >= certainty }, edges: passes)
  }
}
