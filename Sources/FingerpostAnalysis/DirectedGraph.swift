/// A directed graph over the nodes 0, 1, …, *n* − 1, laid out for fast reading.
///
/// The graph cannot be changed once made. An edge leads from its *tail* to its *head* and is known
/// by its index in the array that the graph was made from. Parallel edges and self-loops are kept.
///
/// Both directions are stored as compressed sparse rows of 32-bit integers: the edges at a node
/// stand side by side, ordered by the neighbour's index and then by the edge's. An algorithm that
/// takes the first of several equals therefore takes the one with the lowest index.
///
/// ```swift
/// // 0 ──► 1 ──► 2
/// //       ▲     │
/// //       └─────┘
/// let graph = DirectedGraph(nodeCount: 3, edges: [(0, 1), (1, 2), (2, 1)])
/// graph.predecessors(of: 1).map(\.node)  // [0, 2]
/// graph.predecessors(of: 1).map(\.edge)  // [0, 2]
/// ```
///
/// Reference: Y. Saad, *Iterative Methods for Sparse Linear Systems*, 2nd edition, SIAM, 2003,
/// section 3.4, for the layout.
public struct DirectedGraph: Sendable {
  /// One edge as it is seen from one of its ends: the other end, and which edge it is.
  public struct Arc: Hashable, Sendable {
    /// The index of the node at the other end.
    public var node: Int
    /// The index of the edge.
    public var edge: Int

    /// Makes an arc.
    ///
    /// - Complexity: O(1).
    public init(node: Int, edge: Int) {
      self.node = node
      self.edge = edge
    }
  }

  /// The edges that leave, or that enter, each node.
  struct Rows: Sendable {
    /// Where the row of each node starts; one more entry than there are nodes.
    let starts: [Int32]
    /// The node at the other end of each arc.
    let nodes: [Int32]
    /// The edge of each arc.
    let edges: [Int32]

    func range(of node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }

    func arc(at position: Int) -> Arc {
      Arc(node: Int(nodes[position]), edge: Int(edges[position]))
    }
  }

  /// How many nodes there are.
  public let nodeCount: Int
  /// How many edges there are, parallel edges and self-loops included.
  public var edgeCount: Int { tails.count }

  let tails: [Int32]
  let heads: [Int32]
  let outgoing: Rows
  let incoming: Rows

  /// Makes a graph from its edges.
  ///
  /// Two counting sorts order each row by neighbour and then by edge.
  ///
  /// - Parameters:
  ///   - nodeCount: How many nodes there are.
  ///   - edges: The tail and the head of each edge; the position in the array becomes its index.
  /// - Precondition: Every tail and head is in `0..<nodeCount`, and there are fewer than 2³¹ nodes
  ///   and edges.
  /// - Complexity: O(*n* + *m*), where *n* is the number of nodes and *m* of edges.
  public init(nodeCount: Int, edges: [(tail: Int, head: Int)]) {
    precondition((0..<Int(Int32.max)).contains(nodeCount), "the graph has too many nodes")
    precondition(edges.count < Int(Int32.max), "the graph has too many edges")
    var tails: [Int32] = []
    var heads: [Int32] = []
    tails.reserveCapacity(edges.count)
    heads.reserveCapacity(edges.count)
    for (tail, head) in edges {
      precondition(tail >= 0 && tail < nodeCount, "an edge leaves a node that is not there")
      precondition(head >= 0 && head < nodeCount, "an edge enters a node that is not there")
      tails.append(Int32(tail))
      heads.append(Int32(head))
    }
    let inOrder = (0..<Int32(edges.count)).map(\.self)
    let byTail = sorted(inOrder, by: tails, keyCount: nodeCount)
    let byHead = sorted(inOrder, by: heads, keyCount: nodeCount)
    let byTailThenHead = sorted(byHead.edges, by: tails, keyCount: nodeCount)
    let byHeadThenTail = sorted(byTail.edges, by: heads, keyCount: nodeCount)
    self.nodeCount = nodeCount
    self.outgoing = Rows(
      starts: byTailThenHead.starts, nodes: byTailThenHead.edges.map { heads[Int($0)] },
      edges: byTailThenHead.edges)
    self.incoming = Rows(
      starts: byHeadThenTail.starts, nodes: byHeadThenTail.edges.map { tails[Int($0)] },
      edges: byHeadThenTail.edges)
    self.tails = tails
    self.heads = heads
  }

  /// The ends of an edge.
  ///
  /// - Parameter edge: The index of an edge.
  /// - Returns: The node it leaves and the node it enters.
  /// - Complexity: O(1).
  public func ends(ofEdge edge: Int) -> (tail: Int, head: Int) {
    (Int(tails[edge]), Int(heads[edge]))
  }

  /// The edges that leave a node, each with the node it enters, by head and then by edge.
  ///
  /// - Parameter node: The index of a node.
  /// - Returns: A view into the graph; nothing is copied.
  /// - Complexity: O(1).
  public func successors(of node: Int) -> Arcs {
    Arcs(rows: outgoing, range: outgoing.range(of: node))
  }

  /// The edges that enter a node, each with the node it leaves, by tail and then by edge.
  ///
  /// - Parameter node: The index of a node.
  /// - Returns: A view into the graph; nothing is copied.
  /// - Complexity: O(1).
  public func predecessors(of node: Int) -> Arcs {
    Arcs(rows: incoming, range: incoming.range(of: node))
  }
}

extension DirectedGraph {
  /// The arcs at one node, in one direction.
  ///
  /// Reading an arc takes constant time. The indices are not counted from zero.
  public struct Arcs: RandomAccessCollection, Sendable {
    let rows: Rows
    let range: Range<Int>

    /// The position of the first arc.
    public var startIndex: Int { range.lowerBound }
    /// The position past the last arc.
    public var endIndex: Int { range.upperBound }

    /// The arc at a position.
    ///
    /// - Precondition: The position is one of this node's.
    /// - Complexity: O(1).
    public subscript(position: Int) -> Arc {
      precondition(range.contains(position), "the position belongs to another node")
      return rows.arc(at: position)
    }
  }
}

/// Sorts edges by a key of theirs and keeps the order of those with the same key.
///
/// Reference: D. E. Knuth, *The Art of Computer Programming*, volume 3, 2nd edition, 1998,
/// section 5.2, algorithm D (distribution counting).
private func sorted(_ edges: [Int32], by key: [Int32], keyCount: Int)
  -> (starts: [Int32], edges: [Int32])
{
  var starts = [Int32](repeating: 0, count: keyCount + 1)
  for edge in edges { starts[Int(key[Int(edge)]) + 1] += 1 }
  for index in 0..<keyCount { starts[index + 1] += starts[index] }
  var next = starts
  var result = [Int32](repeating: 0, count: edges.count)
  for edge in edges {
    let row = Int(key[Int(edge)])
    result[Int(next[row])] = edge
    next[row] += 1
  }
  return (starts, result)
}
