/// Which nodes every path from the roots to a node has to pass.
///
/// Node *d* dominates node *v* when every path from a root to *v* goes through *d*. The nearest
/// dominator of *v* other than *v* is its immediate dominator; together they form a tree.
public struct Dominators: Hashable, Sendable {
  /// The nodes that can be reached from a root, every node after its immediate dominator.
  public let reachedNodes: [Int]

  private let immediate: [Int32]

  /// The marks in `immediate` for a node without an immediate dominator.
  fileprivate enum Mark {
    static let unreached: Int32 = -2
    static let none: Int32 = -1
  }

  fileprivate init(reachedNodes: [Int], immediate: [Int32]) {
    self.reachedNodes = reachedNodes
    self.immediate = immediate
  }

  /// Whether any path leads from a root to a node.
  ///
  /// - Parameter node: The index of a node.
  /// - Returns: Whether it is reached; roots are.
  /// - Complexity: O(1).
  public func isReached(_ node: Int) -> Bool { immediate[node] != Mark.unreached }

  /// The nearest other node that every path from the roots to a node has to pass.
  ///
  /// - Parameter node: The index of a node.
  /// - Returns: `nil` when there is no such node: for a root, for a node that is reached in
  ///   independent ways, and for one that is not reached.
  /// - Complexity: O(1).
  public func immediateDominator(of node: Int) -> Int? {
    immediate[node] < 0 ? nil : Int(immediate[node])
  }

  /// The other nodes that every path from the roots to a node has to pass, the nearest first.
  ///
  /// - Parameter node: The index of a node.
  /// - Returns: The chain of immediate dominators, without the node itself.
  /// - Complexity: O(*k*), where *k* is the number of nodes returned.
  public func strictDominators(of node: Int) -> [Int] {
    Array(sequence(first: node) { immediateDominator(of: $0) }.dropFirst())
  }

  /// The other nodes that could no longer be reached if a node were removed, in ascending order.
  ///
  /// - Parameter node: The index of a node.
  /// - Returns: The nodes that it strictly dominates.
  /// - Complexity: O(*n* log *n*), where *n* is the number of nodes of the graph.
  public func nodesDominated(by node: Int) -> [Int] {
    var isDominated = [Bool](repeating: false, count: immediate.count)
    var result: [Int] = []
    for other in reachedNodes {
      guard let dominator = immediateDominator(of: other) else { continue }
      if dominator == node || isDominated[dominator] {
        isDominated[other] = true
        result.append(other)
      }
    }
    return result.sorted()
  }

  /// How many other nodes could no longer be reached if each node were removed.
  ///
  /// - Returns: One count a node; 0 for a node that is not reached.
  /// - Complexity: O(*n*), where *n* is the number of nodes of the graph.
  public func countsOfNodesDominated() -> [Int] {
    var counts = [Int](repeating: 0, count: immediate.count)
    for node in reachedNodes.reversed() {
      if let dominator = immediateDominator(of: node) { counts[dominator] += counts[node] + 1 }
    }
    return counts
  }
}

extension DirectedGraph {
  /// The immediate dominators of all nodes that can be reached from one or several roots.
  ///
  /// Several roots act as the heads of a virtual root, which is never returned: what only the
  /// virtual root dominates has no immediate dominator.
  ///
  /// The simple version with path compression is used, because the iterative method of Cooper,
  /// Harvey and Kennedy takes quadratic time on some graphs. Neither the depth-first search nor
  /// the compression is recursive.
  ///
  /// ```swift
  /// // 0 ──► 1 ──► 3 ──► 4
  /// // │           ▲
  /// // └───► 2 ────┘
  /// let graph = DirectedGraph(nodeCount: 5, edges: [(0, 1), (0, 2), (1, 3), (2, 3), (3, 4)])
  /// graph.dominators(from: [0]).immediateDominator(of: 3)  // 0
  /// graph.dominators(from: [0]).immediateDominator(of: 4)  // 3
  /// ```
  ///
  /// Reference: T. Lengauer and R. E. Tarjan, "A fast algorithm for finding dominators in a
  /// flowgraph", *ACM Transactions on Programming Languages and Systems* 1 (1), 1979,
  /// pages 121–141.
  ///
  /// - Parameters:
  ///   - roots: The indices where paths start; repeats do no harm.
  ///   - isAllowedNode: Whether a node may be on a path, roots included.
  /// - Returns: The dominator tree.
  /// - Complexity: O((*n* + *m*) log *n*), where *n* is the number of nodes and *m* of edges.
  public func dominators(
    from roots: some Sequence<Int>, nodes isAllowedNode: (_ node: Int) -> Bool = { _ in true }
  ) -> Dominators {
    var search = DominatorSearch(graph: self, roots: roots, nodes: isAllowedNode)
    search.run()
    return search.result()
  }
}

/// The state of the algorithm.
///
/// All arrays but `number` are indexed by the number that the depth-first search gives a node:
/// 0 for the virtual root, then 1, 2, … in the order of discovery.
private struct DominatorSearch {
  let graph: DirectedGraph
  var isRoot: [Bool]
  /// The number of each node; 0 while it is not reached.
  var number: [Int32]
  var node: [Int32] = [-1]
  var parent: [Int32] = [0]
  var semidominator: [Int32]
  var label: [Int32]
  /// The parent in the forest of nodes already linked; −1 at the root of a tree.
  var ancestor: [Int32]
  var dominator: [Int32]
  /// The path that is being compressed.
  var path: [Int32] = []

  init(
    graph: DirectedGraph, roots: some Sequence<Int>, nodes isAllowedNode: (_ node: Int) -> Bool
  ) {
    self.graph = graph
    isRoot = [Bool](repeating: false, count: graph.nodeCount)
    number = [Int32](repeating: 0, count: graph.nodeCount)
    for root in roots where isAllowedNode(root) { isRoot[root] = true }
    for root in 0..<graph.nodeCount where isRoot[root] && number[root] == 0 {
      numberNodes(
        from: root, in: graph, nodes: isAllowedNode, number: &number, node: &node, parent: &parent)
    }
    semidominator = (0..<Int32(node.count)).map(\.self)
    label = semidominator
    ancestor = [Int32](repeating: -1, count: node.count)
    dominator = [Int32](repeating: 0, count: node.count)
  }

  mutating func run() {
    // Nodes that wait for the parent of a semidominator's child, as linked lists.
    var firstInBucket = [Int32](repeating: -1, count: node.count)
    var nextInBucket = firstInBucket
    for current in (1..<max(node.count, 1)).reversed() {
      semidominator[current] = semidominatorOfNode(numbered: current)
      let bucket = Int(semidominator[current])
      nextInBucket[current] = firstInBucket[bucket]
      firstInBucket[bucket] = Int32(current)

      let above = Int(parent[current])
      ancestor[current] = parent[current]
      var waiting = firstInBucket[above]
      firstInBucket[above] = -1
      while waiting >= 0 {
        let best = leastLabel(above: Int(waiting))
        let isNearer = semidominator[Int(best)] < semidominator[Int(waiting)]
        dominator[Int(waiting)] = isNearer ? best : parent[current]
        waiting = nextInBucket[Int(waiting)]
      }
    }
    for current in 1..<max(node.count, 1) where dominator[current] != semidominator[current] {
      dominator[current] = dominator[Int(dominator[current])]
    }
  }

  func result() -> Dominators {
    var immediate = [Int32](repeating: Dominators.Mark.unreached, count: graph.nodeCount)
    for current in 1..<max(node.count, 1) {
      let above = Int(dominator[current])
      immediate[Int(node[current])] = above == 0 ? Dominators.Mark.none : node[above]
    }
    return Dominators(reachedNodes: node.dropFirst().map(Int.init), immediate: immediate)
  }

  private mutating func semidominatorOfNode(numbered current: Int) -> Int32 {
    let original = Int(node[current])
    if isRoot[original] { return 0 }
    var least = Int32(current)
    for position in graph.incoming.range(of: original) {
      let tail = number[Int(graph.incoming.nodes[position])]
      if tail > 0 { least = min(least, semidominator[Int(leastLabel(above: Int(tail)))]) }
    }
    return least
  }

  /// The node with the least semidominator on the way up to, and without, the root of its tree.
  private mutating func leastLabel(above start: Int) -> Int32 {
    guard ancestor[start] >= 0 else { return label[start] }
    path.removeAll(keepingCapacity: true)
    var current = start
    while ancestor[Int(ancestor[current])] >= 0 {
      path.append(Int32(current))
      current = Int(ancestor[current])
    }
    while let step = path.popLast() {
      let below = Int(step)
      let above = Int(ancestor[below])
      if semidominator[Int(label[above])] < semidominator[Int(label[below])] {
        label[below] = label[above]
      }
      ancestor[below] = ancestor[above]
    }
    return label[start]
  }
}

/// Numbers what can be reached from a root, in the order of a depth-first search.
private func numberNodes(
  from root: Int, in graph: DirectedGraph, nodes isAllowedNode: (_ node: Int) -> Bool,
  number: inout [Int32], node: inout [Int32], parent: inout [Int32]
) {
  var stack: [(node: Int, position: Int)] = []
  func discover(_ found: Int, from parentNumber: Int32) {
    number[found] = Int32(node.count)
    node.append(Int32(found))
    parent.append(parentNumber)
    stack.append((found, Int(graph.outgoing.starts[found])))
  }
  discover(root, from: 0)
  while let (current, position) = stack.last {
    if position < Int(graph.outgoing.starts[current + 1]) {
      stack[stack.count - 1].position += 1
      let head = Int(graph.outgoing.nodes[position])
      if number[head] == 0, isAllowedNode(head) { discover(head, from: number[current]) }
    } else {
      stack.removeLast()
    }
  }
}
