extension DirectedGraph {
  /// A node and how many hops away it is.
  public struct Neighbour: Hashable, Sendable {
    /// The index of the node.
    public var node: Int
    /// The fewest edges that lead to it.
    public var hops: Int

    /// Makes a neighbour.
    ///
    /// - Complexity: O(1).
    public init(node: Int, hops: Int) {
      self.node = node
      self.hops = hops
    }
  }

  /// The nodes within some number of hops of any of several nodes.
  ///
  /// The search is breadth first. A depth-limited depth-first search with one set of visited nodes
  /// loses nodes: in the picture it would reach 2 by way of 1 at the limit, and never see 3.
  ///
  /// ```swift
  /// // 0 ──► 1 ──► 2 ──► 3
  /// // │           ▲
  /// // └───────────┘
  /// let graph = DirectedGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 3), (0, 2)])
  /// graph.neighbourhood(of: [0], hops: 2).map(\.node)  // [0, 1, 2, 3]
  /// ```
  ///
  /// Reference: E. F. Moore, "The shortest path through a maze", 1959; and L. C. Freeman,
  /// "Centered graphs and the structure of ego networks", *Mathematical Social Sciences* 3 (3),
  /// 1982, pages 291–304.
  ///
  /// - Parameters:
  ///   - centres: The indices to start from, which are 0 hops away.
  ///   - hops: How far to go; below zero, no node is near enough.
  ///   - direction: Which way edges are followed.
  ///   - isAllowedNode: Whether a node may be entered.
  ///   - isAllowedEdge: Whether an edge may be followed.
  /// - Returns: The nodes, nearest first and then by index.
  /// - Complexity: O(*n* + *k* log *k* + *e*), where *n* is the number of nodes of the graph, *k*
  ///   of nodes found and *e* of edges at them.
  public func neighbourhood(
    of centres: some Sequence<Int>,
    hops: Int,
    direction: TraversalDirection = .both,
    nodes isAllowedNode: (_ node: Int) -> Bool = { _ in true },
    edges isAllowedEdge: (_ edge: Int) -> Bool = { _ in true }
  ) -> [Neighbour] {
    guard hops >= 0 else { return [] }
    var isFound = [Bool](repeating: false, count: nodeCount)
    var level: [Int] = []
    for centre in centres where !isFound[centre] && isAllowedNode(centre) {
      isFound[centre] = true
      level.append(centre)
    }
    var result: [Neighbour] = []
    var distance = 0
    while !level.isEmpty {
      level.sort()
      for node in level { result.append(Neighbour(node: node, hops: distance)) }
      guard distance < hops else { break }
      var next: [Int] = []
      for node in level {
        forEachArc(at: node, direction) { arc in
          if !isFound[arc.node], isAllowedEdge(arc.edge), isAllowedNode(arc.node) {
            isFound[arc.node] = true
            next.append(arc.node)
          }
        }
      }
      level = next
      distance += 1
    }
    return result
  }
}
