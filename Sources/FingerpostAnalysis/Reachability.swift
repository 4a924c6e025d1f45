extension DirectedGraph {
  /// Which nodes can be reached from any of several nodes.
  ///
  /// The sources count as reached, unless `isAllowedNode` refuses them. A node that is refused is
  /// neither reached nor passed through.
  ///
  /// ```swift
  /// // 0 ──► 1 ──► 2     3
  /// let graph = DirectedGraph(nodeCount: 4, edges: [(0, 1), (1, 2)])
  /// graph.reachable(from: [1])  // [false, true, true, false]
  /// graph.reachable(from: [1], direction: .incoming)  // [true, true, false, false]
  /// ```
  ///
  /// Reference: T. H. Cormen, C. E. Leiserson, R. L. Rivest and C. Stein, *Introduction to
  /// Algorithms*, 4th edition, MIT Press, 2022, section 20.2.
  ///
  /// - Parameters:
  ///   - sources: The indices to start from; repeats do no harm.
  ///   - direction: Which way edges are followed.
  ///   - isAllowedNode: Whether a node may be entered.
  ///   - isAllowedEdge: Whether an edge may be followed.
  /// - Returns: One truth value a node.
  /// - Complexity: O(*n* + *m*), where *n* is the number of nodes and *m* of edges.
  public func reachable(
    from sources: some Sequence<Int>,
    direction: TraversalDirection = .outgoing,
    nodes isAllowedNode: (_ node: Int) -> Bool = { _ in true },
    edges isAllowedEdge: (_ edge: Int) -> Bool = { _ in true }
  ) -> [Bool] {
    var isReached = [Bool](repeating: false, count: nodeCount)
    var pending: [Int32] = []
    for source in sources where !isReached[source] && isAllowedNode(source) {
      isReached[source] = true
      pending.append(Int32(source))
    }
    while let node = pending.popLast() {
      forEachArc(at: Int(node), direction) { arc in
        if !isReached[arc.node], isAllowedEdge(arc.edge), isAllowedNode(arc.node) {
          isReached[arc.node] = true
          pending.append(Int32(arc.node))
        }
      }
    }
    return isReached
  }
}
