import FingerpostModel

/// The routes of a network that let some families pass.
struct Passages: Sendable {
  /// The nodes of the network and those routes.
  let graph: DirectedGraph
  /// The edge of the network for each edge of the graph.
  let edges: [Int32]

  init(of network: CoverageNetwork, where isOpen: (_ edge: Int) -> Bool) {
    let whole = network.routes.graph
    let open = network.kinds.indices.filter {
      network.kinds[$0].movesFamily && network.edgeStatus[$0] == .active && isOpen($0)
    }
    graph = DirectedGraph(nodeCount: whole.nodeCount, edges: open.map(whole.ends(ofEdge:)))
    edges = open.map(Int32.init)
  }
}

/// The ways of families whom the same services admit and the same routes let pass.
///
/// Ways begin at an entry. What they pass is numbered as *steps*: a service by its node, a route by
/// its edge in the network after all nodes.
///
/// Every way to one of several services passes what dominates them all: in the dominator tree, their
/// nearest common ancestor and what is above it. A route is passed by every way when it alone leads
/// to such a service, apart from routes that come back from where only that service leads.
struct AdmittedWays {
  private let passages: Passages
  private let entries: [Int]
  private let admitted: [UInt64]
  private let dominators: Dominators
  /// How many dominators each node has; families who cannot get to it do not count.
  private var depth: [Int32]
  /// The fewest hand-offs to each node; −1 where families cannot get.
  private let handOffs: [Int32]
  /// The same without a step.
  private var detours: [Int32: [Int32]] = [:]
  /// The only route to a node, found when asked for; −1 when there are several or none.
  private var soleRoutes: [Int: Int32] = [:]

  private var graph: DirectedGraph { passages.graph }

  /// Finds where families can get.
  ///
  /// - Parameters:
  ///   - passages: The routes that let them pass.
  ///   - entries: Where they may begin if they are admitted there.
  ///   - admitted: The nodes that admit them, as a bit each.
  /// - Complexity: O((*n* + *m*) log *n*), where *n* is the number of nodes and *m* of edges.
  init(_ passages: Passages, entries: [Int], admitted: [UInt64]) {
    self.passages = passages
    self.admitted = admitted
    self.entries = entries.filter { admitted.holds($0) }
    dominators = passages.graph.dominators(from: self.entries) { admitted.holds($0) }
    depth = [Int32](repeating: 0, count: passages.graph.nodeCount)
    for node in dominators.reachedNodes {
      if let above = dominators.immediateDominator(of: node) { depth[node] = depth[above] + 1 }
    }
    handOffs = passages.graph.handOffs(from: self.entries, admitted: admitted, without: -1)
  }

  /// Whether a way leads to a node.
  func isReached(_ node: Int) -> Bool { dominators.isReached(node) }

  /// The steps that every way to one of several nodes passes, the last first.
  ///
  /// - Parameter targets: Nodes that are reached.
  /// - Returns: None when there is no target, or when the ways have nothing in common.
  mutating func stepsOnEveryWay(to targets: [Int]) -> [Int32] {
    guard let first = targets.first else { return [] }
    var common: Int? = first
    for target in targets.dropFirst() {
      guard let known = common else { return [] }
      common = commonDominator(of: known, and: target)
    }
    var steps: [Int32] = []
    while let node = common {
      steps.append(Int32(node))
      let route = soleRoute(to: node)
      if route >= 0 { steps.append(route) }
      common = dominators.immediateDominator(of: node)
    }
    return steps
  }

  private func commonDominator(of one: Int, and other: Int) -> Int? {
    var (one, other) = (one, other)
    while one != other {
      let deeper = depth[one] >= depth[other]
      guard let above = dominators.immediateDominator(of: deeper ? one : other) else { return nil }
      if deeper { one = above } else { other = above }
    }
    return one
  }

  private mutating func soleRoute(to node: Int) -> Int32 {
    if let known = soleRoutes[node] { return known }
    var sole: Int32 = -1
    if !entries.contains(node) {
      for arc in graph.predecessors(of: node)
      where isReached(arc.node) && !dominates(node, arc.node) {
        guard sole < 0 else {
          sole = -1
          break
        }
        sole = Int32(graph.nodeCount) + passages.edges[arc.edge]
      }
    }
    soleRoutes[node] = sole
    return sole
  }

  /// Whether every way to a node passes another, which may be the same.
  private func dominates(_ node: Int, _ other: Int) -> Bool {
    var current = other
    while depth[current] > depth[node], let above = dominators.immediateDominator(of: current) {
      current = above
    }
    return current == node
  }

  // MARK: - Shortest ways

  /// The hand-offs of the shortest way to one of several nodes; −1 when there is none.
  func fewestHandOffs(to targets: [Int]) -> Int32 { Self.fewest(handOffs, targets) }

  /// The same when a step is left out.
  mutating func fewestHandOffs(to targets: [Int], without step: Int32) -> Int32 {
    let known =
      detours[step]
      ?? graph.handOffs(
        from: entries, admitted: admitted,
        without: step < graph.nodeCount
          ? step : Int32(graph.nodeCount + graphEdge(of: step - Int32(graph.nodeCount))))
    detours[step] = known
    return Self.fewest(known, targets)
  }

  /// The edge of the graph that stands for an edge of the network.
  private func graphEdge(of edge: Int32) -> Int {
    var (low, high) = (0, passages.edges.count)
    while low < high {
      let middle = (low + high) / 2
      if passages.edges[middle] < edge { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func fewest(_ handOffs: [Int32], _ targets: [Int]) -> Int32 {
    targets.lazy.map { handOffs[$0] }.filter { $0 >= 0 }.min() ?? -1
  }

  /// The steps that every shortest way to one of several nodes passes, the last first.
  ///
  /// A shortest way passes one node at each number of hand-offs; where only one stands on any of
  /// them, all pass it. The same holds of the routes between.
  ///
  /// - Complexity: O(*n* + *m*), where *n* is the number of nodes and *m* of edges.
  func stepsOnEveryShortestWay(to targets: [Int]) -> [Int32] {
    var distance = fewestHandOffs(to: targets)
    guard distance >= 0 else { return [] }
    var level = targets.filter { handOffs[$0] == distance }
    var steps: [Int32] = []
    while true {
      if level.count == 1 { steps.append(Int32(level[0])) }
      guard distance > 0 else { return steps }
      distance -= 1
      var before: Set<Int> = []
      var routes: [Int] = []
      for node in level {
        for arc in graph.predecessors(of: node) where handOffs[arc.node] == distance {
          before.insert(arc.node)
          routes.append(arc.edge)
        }
      }
      if routes.count == 1 { steps.append(Int32(graph.nodeCount) + passages.edges[routes[0]]) }
      level = Array(before)
    }
  }
}

extension DirectedGraph {
  /// The fewest edges to each node from any of several, without one node or edge; −1 where no path
  /// leads.
  ///
  /// - Parameters:
  ///   - sources: Nodes that are admitted.
  ///   - admitted: The nodes that paths may pass, as a bit each.
  ///   - step: The node to leave out, or the edge, numbered after all nodes; −1 for neither.
  /// - Returns: A number a node.
  fileprivate func handOffs(
    from sources: [Int], admitted: [UInt64], without step: Int32
  ) -> [Int32] {
    let edge = step - Int32(nodeCount)
    var distance = [Int32](repeating: -1, count: nodeCount)
    var queue: [Int32] = []
    for source in sources where source != step {
      distance[source] = 0
      queue.append(Int32(source))
    }
    var next = 0
    while next < queue.count {
      let tail = Int(queue[next])
      next += 1
      for position in outgoing.range(of: tail) {
        let head = Int(outgoing.nodes[position])
        guard distance[head] < 0, head != step, admitted.holds(head),
          outgoing.edges[position] != edge
        else { continue }
        distance[head] = distance[tail] + 1
        queue.append(Int32(head))
      }
    }
    return distance
  }
}

extension [UInt64] {
  /// Whether a bit is set.
  fileprivate func holds(_ bit: Int) -> Bool { self[bit / 64] & (1 << UInt64(bit % 64)) != 0 }
}
