/// The single nodes and single edges that hold a graph together.
public struct Articulation: Hashable, Sendable {
  /// The nodes whose removal leaves more pieces than before, in ascending order.
  public let points: [Int]
  /// The edges whose removal leaves more pieces than before, in ascending order.
  public let bridges: [Int]
}

extension DirectedGraph {
  /// The articulation points and the bridges of the graph, with its edges taken as undirected.
  ///
  /// Parallel edges are not bridges, and neither are two edges in opposite directions between the
  /// same nodes. A self-loop is never a bridge and makes no node a point.
  ///
  /// The depth-first search keeps its own stack, so that a long chain cannot exhaust the thread's.
  ///
  /// ```swift
  /// // 0 ──► 1 ──► 2 ──► 3
  /// //       ▲     │
  /// //       └─────┘
  /// let graph = DirectedGraph(nodeCount: 4, edges: [(0, 1), (1, 2), (2, 1), (2, 3)])
  /// graph.articulation().points  // [1, 2]
  /// graph.articulation().bridges  // [0, 3]
  /// ```
  ///
  /// Reference: J. Hopcroft and R. Tarjan, "Algorithm 447: efficient algorithms for graph
  /// manipulation", *Communications of the ACM* 16 (6), 1973, pages 372–378.
  ///
  /// - Returns: The indices of the points and of the bridges.
  /// - Complexity: O(*n* + *m* log *m*), where *n* is the number of nodes and *m* of edges; the
  ///   logarithm is for sorting the bridges.
  public func articulation() -> Articulation {
    var search = ArticulationSearch(nodeCount: nodeCount)
    for root in 0..<nodeCount where search.number[root] == 0 { search.run(from: root, in: self) }
    return Articulation(
      points: (0..<nodeCount).filter { search.isPoint[$0] }, bridges: search.bridges.sorted())
  }
}

/// The state of the search.
///
/// Nodes are numbered from 1 in the order of their discovery.
private struct ArticulationSearch {
  /// A node whose edges are being followed.
  struct Frame {
    let node: Int
    /// The edge by which it was discovered; −1 at a root.
    let edge: Int
    /// How many of its arcs have been followed: the outgoing ones, then the incoming ones.
    var followed = 0
  }

  var number: [Int32]
  var low: [Int32]
  var isPoint: [Bool]
  var bridges: [Int] = []
  private var frames: [Frame] = []
  private var discovered: Int32 = 0

  init(nodeCount: Int) {
    number = [Int32](repeating: 0, count: nodeCount)
    low = number
    isPoint = [Bool](repeating: false, count: nodeCount)
  }

  mutating func run(from root: Int, in graph: DirectedGraph) {
    var childrenOfRoot = 0
    discover(Frame(node: root, edge: -1))
    while let frame = frames.last {
      let node = frame.node
      if let arc = graph.arc(frame.followed, at: node) {
        frames[frames.count - 1].followed += 1
        if arc.edge == frame.edge {
          continue
        } else if number[arc.node] == 0 {
          discover(Frame(node: arc.node, edge: arc.edge))
        } else {
          low[node] = min(low[node], number[arc.node])
        }
      } else {
        frames.removeLast()
        guard let parent = frames.last?.node else { continue }
        low[parent] = min(low[parent], low[node])
        if low[node] > number[parent] { bridges.append(frame.edge) }
        if parent == root {
          childrenOfRoot += 1
        } else if low[node] >= number[parent] {
          isPoint[parent] = true
        }
      }
    }
    isPoint[root] = childrenOfRoot > 1
  }

  private mutating func discover(_ frame: Frame) {
    discovered += 1
    number[frame.node] = discovered
    low[frame.node] = discovered
    frames.append(frame)
  }
}

extension DirectedGraph {
  /// The arc at a place in the list of a node's outgoing and then its incoming arcs.
  fileprivate func arc(_ index: Int, at node: Int) -> Arc? {
    let out = outgoing.range(of: node)
    if index < out.count { return outgoing.arc(at: out.lowerBound + index) }
    let position = incoming.range(of: node).lowerBound + index - out.count
    return position < incoming.range(of: node).upperBound ? incoming.arc(at: position) : nil
  }
}
