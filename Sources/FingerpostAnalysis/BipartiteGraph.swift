/// A graph whose nodes stand on two sides, with edges only from one side to the other: functions and
/// the members who can represent them, say.
///
/// The nodes of each side are numbered from 0. Parallel edges count once.
///
/// ```swift
/// // 0 ─── 0      Both nodes on the left have only node 0 on the right.
/// //     ╱
/// // 1 ─╯   1
/// let graph = BipartiteGraph(leftCount: 2, rightCount: 2, edges: [(0, 0), (1, 0)])
/// graph.maximumMatching().count        // 1
/// graph.smallestDeficientSet()?.left   // [0, 1]
/// graph.smallestDeficientSet()?.right  // [0]
/// ```
public struct BipartiteGraph: Sendable {
  /// How many nodes stand on the left.
  public let leftCount: Int
  /// How many nodes stand on the right.
  public let rightCount: Int
  /// The nodes on the right that each node on the left is joined to, in ascending order.
  let neighbours: [[Int]]

  /// Makes a graph from its edges.
  ///
  /// - Parameters:
  ///   - leftCount: How many nodes stand on the left.
  ///   - rightCount: How many nodes stand on the right.
  ///   - edges: The node on the left and the node on the right of each edge.
  /// - Precondition: Every edge joins nodes that are there.
  /// - Complexity: O(*l* + *m* log *m*), where *l* is the number of nodes on the left and *m* of
  ///   edges.
  public init(leftCount: Int, rightCount: Int, edges: [(left: Int, right: Int)]) {
    precondition(leftCount >= 0 && rightCount >= 0, "a side cannot have fewer than no nodes")
    var neighbours = [[Int]](repeating: [], count: leftCount)
    for (left, right) in edges {
      precondition((0..<leftCount).contains(left), "an edge leaves a node that is not there")
      precondition((0..<rightCount).contains(right), "an edge enters a node that is not there")
      neighbours[left].append(right)
    }
    self.leftCount = leftCount
    self.rightCount = rightCount
    self.neighbours = neighbours.map { row in
      var unique: [Int] = []
      for node in row.sorted() where node != unique.last { unique.append(node) }
      return unique
    }
  }

  /// The nodes on the right that any of some nodes on the left is joined to, in ascending order.
  ///
  /// - Parameter left: Nodes on the left.
  /// - Returns: Their neighbours, each once.
  /// - Complexity: O(*r* + *k*), where *r* is the number of nodes on the right and *k* of edges at
  ///   the nodes.
  public func neighbours(ofEachOf left: some Sequence<Int>) -> [Int] {
    var isNeighbour = [Bool](repeating: false, count: rightCount)
    for node in left {
      for other in neighbours[node] { isNeighbour[other] = true }
    }
    return isNeighbour.indices.filter { isNeighbour[$0] }
  }
}
