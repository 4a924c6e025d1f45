/// Nodes on the left of a graph that have too few neighbours on the right for each to have its own.
public struct DeficientSet: Hashable, Sendable {
  /// The nodes on the left, in ascending order.
  public let left: [Int]
  /// All their neighbours, in ascending order: fewer than the nodes.
  public let right: [Int]
}

extension BipartiteGraph {
  /// The most nodes on the left for which `smallestDeficientSet()` tries everything.
  public static let mostNodesSearched = 20

  /// A smallest reason why the nodes on the left cannot all have a partner: nodes that have fewer
  /// neighbours than they are.
  ///
  /// There is one exactly when a maximum matching leaves a node on the left without a partner
  /// (Hall's theorem). For each such node, the nodes on the left that alternating paths lead to from
  /// it are an inclusion-minimal reason: without any one of them, the rest could have partners. The
  /// smallest of these is the answer for a graph with more than `mostNodesSearched` nodes on the
  /// left; there, a smaller reason may exist. Up to that many, smaller sets are searched for, by
  /// size and then in order, leaving out whatever already has too many neighbours; the answer is
  /// then a smallest one, and the first in order among them. No quick way to a smallest one is
  /// known, because it is a shortest circuit of a transversal matroid, which is NP-hard to find.
  ///
  /// References: P. Hall, “On representatives of subsets”, *Journal of the London Mathematical
  /// Society* 10 (1935), 26–30. J. Edmonds and D. R. Fulkerson, “Transversals and matroid
  /// partition”, *Journal of Research of the National Bureau of Standards* 69B (1965), 147–153. S. T.
  /// McCormick, *A Combinatorial Approach to Some Sparse Matrix Problems*, thesis, Stanford
  /// University, 1983, for the hardness.
  ///
  /// - Returns: `nil` when every node on the left can have its own partner.
  /// - Complexity: O(*m* √*n* + *u* (*m* + *n*)), where *n* is the number of nodes, *m* of edges and
  ///   *u* of nodes on the left without a partner; for small graphs O(2^*l* *r*) more at worst, where
  ///   *l* and *r* are the numbers of nodes on the two sides.
  public func smallestDeficientSet() -> DeficientSet? {
    let matching = maximumMatching()
    var best: [Int]?
    for node in 0..<leftCount where matching.partnerOfLeft[node] == nil {
      let reason = nodes(alternatingFrom: node, in: matching)
      if reason.count < best?.count ?? .max { best = reason }
    }
    guard var best else { return nil }
    if leftCount <= Self.mostNodesSearched {
      var search = DeficientSetSearch(graph: self)
      // The last size asked for finds at least the one that is known, and perhaps one before it.
      for size in 1...best.count {
        if let found = search.first(ofSize: size) {
          best = found
          break
        }
      }
    }
    return DeficientSet(left: best, right: neighbours(ofEachOf: best))
  }

  /// The nodes on the left that alternating paths lead to from one without a partner, in order.
  private func nodes(alternatingFrom root: Int, in matching: BipartiteMatching) -> [Int] {
    var isReached = [Bool](repeating: false, count: leftCount)
    isReached[root] = true
    var queue = [root]
    var position = 0
    while position < queue.count {
      for other in neighbours[queue[position]] {
        if let partner = matching.partnerOfRight[other], !isReached[partner] {
          isReached[partner] = true
          queue.append(partner)
        }
      }
      position += 1
    }
    return queue.sorted()
  }
}

/// Tries sets of nodes on the left, each in ascending order.
private struct DeficientSetSearch {
  let graph: BipartiteGraph
  /// How often each node on the right is a neighbour of the nodes chosen so far.
  private var uses: [Int]
  private var neighbourCount = 0
  private var chosen: [Int] = []

  init(graph: BipartiteGraph) {
    self.graph = graph
    uses = Array(repeating: 0, count: graph.rightCount)
  }

  /// The first set of a size that has fewer neighbours than nodes.
  mutating func first(ofSize size: Int) -> [Int]? {
    if chosen.count == size { return chosen }
    let from = (chosen.last ?? -1) + 1
    let stillNeeded = size - chosen.count
    guard from + stillNeeded <= graph.leftCount else { return nil }
    for node in from...(graph.leftCount - stillNeeded) {
      choose(node)
      // Neighbours only become more, so this set can grow into none that is deficient.
      let found = neighbourCount < size ? first(ofSize: size) : nil
      drop(node)
      if let found { return found }
    }
    return nil
  }

  private mutating func choose(_ node: Int) {
    chosen.append(node)
    for other in graph.neighbours[node] {
      if uses[other] == 0 { neighbourCount += 1 }
      uses[other] += 1
    }
  }

  private mutating func drop(_ node: Int) {
    chosen.removeLast()
    for other in graph.neighbours[node] {
      uses[other] -= 1
      if uses[other] == 0 { neighbourCount -= 1 }
    }
  }
}
