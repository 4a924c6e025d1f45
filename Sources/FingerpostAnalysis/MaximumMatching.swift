/// Pairs of nodes from the two sides of a graph, each node in one pair at most.
public struct BipartiteMatching: Hashable, Sendable {
  /// The partner on the right of each node on the left; `nil` for a node without one.
  public internal(set) var partnerOfLeft: [Int?]
  /// The partner on the left of each node on the right; `nil` for a node without one.
  public internal(set) var partnerOfRight: [Int?]

  /// How many pairs there are.
  ///
  /// - Complexity: O(*l*), where *l* is the number of nodes on the left.
  public var count: Int { partnerOfLeft.count { $0 != nil } }
}

extension BipartiteGraph {
  /// As many pairs of joined nodes as there can be at once, no node in two of them.
  ///
  /// Nodes are taken in ascending order, so that the same graph always gives the same pairs.
  ///
  /// Reference: J. E. Hopcroft and R. M. Karp, “An *n*^5/2 algorithm for maximum matchings in
  /// bipartite graphs”, *SIAM Journal on Computing* 2 (1973), 225–231.
  ///
  /// - Returns: A maximum matching.
  /// - Complexity: O(*m* √*n*), where *n* is the number of nodes and *m* of edges.
  public func maximumMatching() -> BipartiteMatching {
    var matching = BipartiteMatching(
      partnerOfLeft: Array(repeating: nil, count: leftCount),
      partnerOfRight: Array(repeating: nil, count: rightCount))
    while let layers = layers(of: matching) {
      var next = [Int](repeating: 0, count: leftCount)
      for root in 0..<leftCount where matching.partnerOfLeft[root] == nil {
        augment(&matching, from: root, layers, &next)
      }
    }
    return matching
  }

  /// How many pairs lie on a shortest alternating path from a node without a partner to each node
  /// on the left, up to the first at which such a path ends at a free node on the right.
  ///
  /// - Returns: `nil` when no path ends at a free node.
  private func layers(of matching: BipartiteMatching) -> (of: [Int], last: Int)? {
    var layers = [Int](repeating: .max, count: leftCount)
    var queue = (0..<leftCount).filter { matching.partnerOfLeft[$0] == nil }
    for node in queue { layers[node] = 0 }
    var last = Int.max
    var position = 0
    while position < queue.count, layers[queue[position]] <= last {
      let node = queue[position]
      position += 1
      for other in neighbours[node] {
        guard let partner = matching.partnerOfRight[other] else {
          last = layers[node]
          break
        }
        if layers[partner] == .max {
          layers[partner] = layers[node] + 1
          queue.append(partner)
        }
      }
    }
    return last == .max ? nil : (layers, last)
  }

  /// Follows one alternating path from a node without a partner down the layers and, where it ends
  /// at a free node in the last of them, turns its pairs round.
  ///
  /// It keeps its own stack, because a path may be long. A node that was turned round is not met
  /// again: it can only be entered from its new partner, which lies in its own layer.
  private func augment(
    _ matching: inout BipartiteMatching, from root: Int, _ layers: (of: [Int], last: Int),
    _ next: inout [Int]
  ) {
    var path = [root]
    while let node = path.last {
      guard next[node] < neighbours[node].count else {
        path.removeLast()
        if let before = path.last { next[before] += 1 }
        continue
      }
      let other = neighbours[node][next[node]]
      if let partner = matching.partnerOfRight[other] {
        if layers.of[node] < layers.last, layers.of[partner] == layers.of[node] + 1 {
          path.append(partner)
        } else {
          next[node] += 1
        }
      } else if layers.of[node] == layers.last {
        for member in path {
          let taken = neighbours[member][next[member]]
          matching.partnerOfLeft[member] = taken
          matching.partnerOfRight[taken] = member
          next[member] += 1
        }
        return
      } else {
        next[node] += 1
      }
    }
  }
}
