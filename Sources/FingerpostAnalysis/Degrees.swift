extension DirectedGraph {
  /// How many edges leave a node.
  ///
  /// - Parameter node: The index of a node.
  /// - Returns: The count, parallel edges and self-loops included.
  /// - Complexity: O(1).
  public func outDegree(of node: Int) -> Int { outgoing.range(of: node).count }

  /// How many edges enter a node.
  ///
  /// - Parameter node: The index of a node.
  /// - Returns: The count, parallel edges and self-loops included.
  /// - Complexity: O(1).
  public func inDegree(of node: Int) -> Int { incoming.range(of: node).count }

  /// The nodes that no edge joins to another node, in ascending order.
  ///
  /// A node whose only edges are self-loops is isolated.
  ///
  /// Reference: F. Harary, *Graph Theory*, Addison-Wesley, 1969, chapter 2.
  ///
  /// - Returns: The indices of the isolated nodes.
  /// - Complexity: O(*n* + *m*), where *n* is the number of nodes and *m* of edges.
  public func isolatedNodes() -> [Int] {
    (0..<nodeCount).filter { node in
      successors(of: node).allSatisfy { $0.node == node }
        && predecessors(of: node).allSatisfy { $0.node == node }
    }
  }
}
