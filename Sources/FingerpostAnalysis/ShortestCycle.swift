extension DirectedGraph {
  /// The cycle with the fewest edges among some nodes, as evidence that they form a loop.
  ///
  /// Only edges between the given nodes count. Of several shortest cycles, each written from its
  /// lowest node, it is the first in lexicographic order; of parallel edges it takes the lowest
  /// index. A self-loop is a cycle of one edge.
  ///
  /// Each node in ascending order is asked for its shortest cycle through higher nodes, by a
  /// breadth-first search no deeper than the best so far; it is then removed, and so is every node
  /// that this leaves without a way in or out, because it can be on no cycle.
  ///
  /// ```swift
  /// // 0 ──► 1 ──► 2 ──► 0, and 1 ──► 0
  /// let graph = DirectedGraph(nodeCount: 3, edges: [(0, 1), (1, 2), (2, 0), (1, 0)])
  /// graph.shortestCycle(among: [0, 1, 2])?.nodes  // [0, 1, 0]
  /// ```
  ///
  /// Reference: A. Itai and M. Rodeh, "Finding a minimum circuit in a graph", *SIAM Journal on
  /// Computing* 7 (4), 1978, pages 413–423.
  ///
  /// - Parameter nodes: The indices to search among, usually one strongly connected component.
  /// - Returns: The cycle, whose first node is also its last, or `nil` when there is none.
  /// - Complexity: O(*n* + *k* (*k* + *e*)), where *n* is the number of nodes of the graph, *k* of
  ///   the nodes searched and *e* of edges at them. A single ring takes O(*n* + *k* log *k* + *e*),
  ///   and where a cycle of two edges is found early the searches after it are one step deep.
  public func shortestCycle(among nodes: some Sequence<Int>) -> Path? {
    var search = CycleSearch(graph: self)
    return search.run(among: nodes)
  }

  /// The cycle with the fewest edges within each of several sets of nodes.
  ///
  /// See `shortestCycle(among:)`. Asking for all at once saves making room for the whole graph
  /// each time.
  ///
  /// - Parameter components: The sets of nodes, usually the strongly connected components.
  /// - Returns: A cycle a set, or `nil` where there is none.
  /// - Complexity: O(*n* + ∑ *k* (*k* + *e*)), where *n* is the number of nodes of the graph, and
  ///   for each set *k* is the number of its nodes and *e* of edges at them.
  public func shortestCycles(amongEachOf components: some Sequence<[Int]>) -> [Path?] {
    var search = CycleSearch(graph: self)
    return components.map { search.run(among: $0) }
  }
}

/// The state of the search.
///
/// A node is alive while it may be on a cycle not yet looked for.
private struct CycleSearch {
  let graph: DirectedGraph
  /// False for every node between two runs.
  var isAlive: [Bool]
  var waysOut: [Int32]
  var waysIn: [Int32]
  /// The distance to the start of the current search; valid where `searchOfNode` is its number.
  var distance: [Int32]
  var searchOfNode: [Int32]
  var currentSearch: Int32 = 0

  init(graph: DirectedGraph) {
    self.graph = graph
    isAlive = [Bool](repeating: false, count: graph.nodeCount)
    distance = [Int32](repeating: 0, count: graph.nodeCount)
    searchOfNode = distance
    waysOut = distance
    waysIn = distance
  }

  mutating func run(among nodes: some Sequence<Int>) -> DirectedGraph.Path? {
    var starts: [Int] = []
    for node in nodes where !isAlive[node] {
      isAlive[node] = true
      starts.append(node)
    }
    starts.sort()
    for node in starts {
      waysOut[node] = Int32(graph.successors(of: node).count { isAlive[$0.node] })
      waysIn[node] = Int32(graph.predecessors(of: node).count { isAlive[$0.node] })
    }
    for node in starts where waysOut[node] == 0 || waysIn[node] == 0 { remove(node) }

    var best: DirectedGraph.Path?
    for start in starts where isAlive[start] {
      if let cycle = cycle(through: start, shorterThan: best?.hops) { best = cycle }
      if best?.hops == 1 { break }
      remove(start)
    }
    for node in starts { isAlive[node] = false }
    return best
  }

  /// Removes a node, and whatever this leaves without a way in or out.
  private mutating func remove(_ node: Int) {
    guard isAlive[node] else { return }
    isAlive[node] = false
    var pending = [node]
    while let gone = pending.popLast() {
      for arc in graph.successors(of: gone) where isAlive[arc.node] {
        waysIn[arc.node] -= 1
        if waysIn[arc.node] == 0 {
          isAlive[arc.node] = false
          pending.append(arc.node)
        }
      }
      for arc in graph.predecessors(of: gone) where isAlive[arc.node] {
        waysOut[arc.node] -= 1
        if waysOut[arc.node] == 0 {
          isAlive[arc.node] = false
          pending.append(arc.node)
        }
      }
    }
  }

  /// The shortest cycle through a node, if it has fewer edges than the limit.
  private mutating func cycle(through start: Int, shorterThan limit: Int?) -> DirectedGraph.Path? {
    currentSearch += 1
    searchOfNode[start] = currentSearch
    distance[start] = 0
    var queue = [start]
    var position = 0
    while position < queue.count {
      let node = queue[position]
      position += 1
      // Following one more edge backward makes a cycle of at least this many edges.
      let length = distance[node] + 1
      if let limit, length >= limit { return nil }
      for arc in graph.predecessors(of: node) where isAlive[arc.node] {
        if arc.node == start { return descent(from: start, length: length) }
        if searchOfNode[arc.node] != currentSearch {
          searchOfNode[arc.node] = currentSearch
          distance[arc.node] = length
          queue.append(arc.node)
        }
      }
    }
    return nil
  }

  /// The lexicographically first cycle of the given length, along the distances of this search.
  private func descent(from start: Int, length: Int32) -> DirectedGraph.Path {
    var path = DirectedGraph.Path(nodes: [start], edges: [])
    var node = start
    var remaining = length
    while remaining > 0,
      let arc = graph.successors(of: node).first(where: {
        isAlive[$0.node] && searchOfNode[$0.node] == currentSearch
          && distance[$0.node] == remaining - 1
      })
    {
      path.nodes.append(arc.node)
      path.edges.append(arc.edge)
      node = arc.node
      remaining -= 1
    }
    return path
  }
}
