extension DirectedGraph {
  /// A walk along edges, as the nodes it visits and the edges between them.
  public struct Path: Hashable, Sendable {
    /// The nodes in the order of the walk; a cycle names its first node again at the end.
    public var nodes: [Int]
    /// The edges between them, one fewer than the nodes.
    public var edges: [Int]

    /// How many edges the walk follows.
    public var hops: Int { edges.count }

    /// Makes a path.
    ///
    /// - Complexity: O(1).
    public init(nodes: [Int], edges: [Int]) {
      self.nodes = nodes
      self.edges = edges
    }
  }

  /// The path with the fewest edges from any of several nodes to any of several others.
  ///
  /// Of several shortest paths it is the one whose list of node indices comes first in
  /// lexicographic order; of parallel edges it takes the lowest index. So the answer depends on
  /// the graph alone. A source that is also a target gives a path of one node and no edge.
  ///
  /// A breadth-first search backward from the targets labels nodes with their distance, then the
  /// path goes forward from the lowest source, at each step to the lowest node that is one nearer.
  ///
  /// ```swift
  /// // 0 ──► 2 ──► 3
  /// // │           ▲
  /// // └───► 1 ────┘
  /// let graph = DirectedGraph(nodeCount: 4, edges: [(0, 2), (2, 3), (0, 1), (1, 3)])
  /// graph.shortestPath(from: [0], to: [3])?.nodes  // [0, 1, 3]
  /// ```
  ///
  /// Reference: E. F. Moore, "The shortest path through a maze", *Proceedings of an International
  /// Symposium on the Theory of Switching*, 1959, pages 285–292.
  ///
  /// - Parameters:
  ///   - sources: The indices where the path may start.
  ///   - targets: The indices where it may end.
  ///   - isAllowedNode: Whether a node may be on the path, sources and targets included.
  ///   - isAllowedEdge: Whether an edge may be on the path.
  /// - Returns: The path, or `nil` when there is none.
  /// - Complexity: O(*n* + *m*), where *n* is the number of nodes and *m* of edges.
  public func shortestPath(
    from sources: some Sequence<Int>,
    to targets: some Sequence<Int>,
    nodes isAllowedNode: (_ node: Int) -> Bool = { _ in true },
    edges isAllowedEdge: (_ edge: Int) -> Bool = { _ in true }
  ) -> Path? {
    var isSource = [Bool](repeating: false, count: nodeCount)
    for source in sources { isSource[source] = true }
    var distance = [Int32](repeating: -1, count: nodeCount)
    var queue: [Int32] = []
    for target in targets where distance[target] < 0 && isAllowedNode(target) {
      distance[target] = 0
      queue.append(Int32(target))
    }
    var position = 0
    // When a node leaves the queue, every node at its distance has been labelled.
    while position < queue.count, !isSource[Int(queue[position])] {
      let node = Int(queue[position])
      position += 1
      for arc in predecessors(of: node)
      where distance[arc.node] < 0 && isAllowedEdge(arc.edge) && isAllowedNode(arc.node) {
        distance[arc.node] = distance[node] + 1
        queue.append(Int32(arc.node))
      }
    }
    guard position < queue.count else { return nil }
    let length = distance[Int(queue[position])]
    let starts = queue[position...].lazy.map(Int.init).filter {
      isSource[$0] && distance[$0] == length
    }
    return starts.min().map { descent(from: $0, along: distance, edges: isAllowedEdge) }
  }

  /// The path that goes to the lowest node one nearer at each step, until the distance is zero.
  private func descent(
    from start: Int, along distance: [Int32], edges isAllowedEdge: (_ edge: Int) -> Bool
  ) -> Path {
    var path = Path(nodes: [start], edges: [])
    var node = start
    while distance[node] > 0,
      let arc = successors(of: node).first(where: {
        distance[$0.node] == distance[node] - 1 && isAllowedEdge($0.edge)
      })
    {
      path.nodes.append(arc.node)
      path.edges.append(arc.edge)
      node = arc.node
    }
    return path
  }
}
