/// Which way edges are followed.
public enum TraversalDirection: String, CaseIterable, Hashable, Sendable {
  /// From tail to head.
  case outgoing
  /// From head to tail.
  case incoming
  /// Either way, as if the edges had no direction.
  case both
}

extension DirectedGraph {
  /// Calls `body` with each arc at a node; with `.both`, the outgoing ones first.
  ///
  /// - Complexity: O(*d*), where *d* is the number of edges at the node.
  @inline(__always)
  func forEachArc(
    at node: Int, _ direction: TraversalDirection, _ body: (_ arc: Arc) -> Void
  ) {
    if direction != .incoming {
      for position in outgoing.range(of: node) { body(outgoing.arc(at: position)) }
    }
    if direction != .outgoing {
      for position in incoming.range(of: node) { body(incoming.arc(at: position)) }
    }
  }
}
