/// The strongly connected components of a graph.
///
/// Two nodes are in one component when each can be reached from the other.
public struct StronglyConnectedComponents: Hashable, Sendable {
  /// The nodes of each component in ascending order; the components in reverse topological order.
  ///
  /// An edge between two components leads from a later one to an earlier one.
  public let components: [[Int]]
  /// The index in `components` of the component that each node is in.
  public let componentOfNode: [Int]
}

extension DirectedGraph {
  /// The strongly connected components, the ones that lead nowhere else first.
  ///
  /// The depth-first search keeps its own stack, so that a long chain cannot exhaust the thread's.
  ///
  /// ```swift
  /// // 0 ──► 1 ──► 2 ──► 3
  /// //       ▲     │
  /// //       └─────┘
  /// let graph = DirectedGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 1), (2, 3)])
  /// graph.stronglyConnectedComponents().components  // [[3], [1, 2], [0]]
  /// ```
  ///
  /// Reference: R. Tarjan, "Depth-first search and linear graph algorithms", *SIAM Journal on
  /// Computing* 1 (2), 1972, pages 146–160.
  ///
  /// - Returns: Every component, single nodes included.
  /// - Complexity: O(*n* log *n* + *m*), where *n* is the number of nodes and *m* of edges; the
  ///   logarithm is for sorting the nodes within a component.
  public func stronglyConnectedComponents() -> StronglyConnectedComponents {
    var search = TarjanSearch(nodeCount: nodeCount)
    for root in 0..<nodeCount where search.number[root] == 0 { search.run(from: root, in: self) }
    return StronglyConnectedComponents(
      components: search.components, componentOfNode: search.componentOfNode)
  }
}

/// The state of Tarjan's search.
///
/// Nodes are numbered from 1 in the order of their discovery.
private struct TarjanSearch {
  var number: [Int32]
  var low: [Int32]
  var components: [[Int]] = []
  var componentOfNode: [Int]
  private var cursor: [Int32]
  private var open: [Int32] = []
  private var callers: [Int32] = []
  private var discovered: Int32 = 0

  init(nodeCount: Int) {
    number = [Int32](repeating: 0, count: nodeCount)
    low = number
    cursor = number
    componentOfNode = [Int](repeating: -1, count: nodeCount)
  }

  mutating func run(from root: Int, in graph: DirectedGraph) {
    discover(root, in: graph)
    while let last = callers.last {
      let node = Int(last)
      if cursor[node] < graph.outgoing.starts[node + 1] {
        let head = Int(graph.outgoing.nodes[Int(cursor[node])])
        cursor[node] += 1
        if number[head] == 0 {
          discover(head, in: graph)
        } else if componentOfNode[head] < 0 {
          low[node] = min(low[node], number[head])
        }
      } else {
        callers.removeLast()
        if let caller = callers.last { low[Int(caller)] = min(low[Int(caller)], low[node]) }
        if low[node] == number[node] { close(node) }
      }
    }
  }

  private mutating func discover(_ node: Int, in graph: DirectedGraph) {
    discovered += 1
    number[node] = discovered
    low[node] = discovered
    cursor[node] = graph.outgoing.starts[node]
    open.append(Int32(node))
    callers.append(Int32(node))
  }

  /// Takes the component whose first node is `root` off the stack of open nodes.
  private mutating func close(_ root: Int) {
    var members: [Int] = []
    while let node = open.popLast() {
      members.append(Int(node))
      componentOfNode[Int(node)] = components.count
      if node == root { break }
    }
    components.append(members.sorted())
  }
}
