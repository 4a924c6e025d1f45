public import FingerpostModel

extension Coverage {
  /// The way through: a shortest way, by hand-offs, on which all that is stated admits the family.
  ///
  /// A way that a family begins by referring itself starts with `families`. Of several shortest ways
  /// it is one that begins at the lowest level of intensity, with general practice, health visiting or
  /// midwifery before others of the level; families who refer themselves come after the lowest level.
  /// Of those it is the one whose list of ids comes first.
  ///
  /// - Parameters:
  ///   - cell: A cell of the grid.
  ///   - condition: The condition that the family has; `nil` for none.
  ///   - start: The service that the family is with already; `nil` for any entry.
  /// - Returns: `nil` when no way is sure.
  /// - Complexity: O(*s* + *r*), where *s* is the number of services and *r* of routes.
  public func way(
    for cell: CoverageCell, condition: Condition.ID? = nil, from start: Service.ID? = nil
  ) -> RouteGraph.Way? {
    search(cell, condition, from: start)?.shortestPath(atLeast: .sure)
      .map(network.routes.way(along:))
  }

  /// A fact that the map does not say and on which a way depends.
  public struct MissingFact: Hashable, Sendable, Comparable {
    /// The key that carries the fact.
    public enum Key: String, CaseIterable, Hashable, Sendable {
      /// Which ages it accepts, or one end of them.
      case ages
      /// Which areas it serves.
      case areas
      /// Whether it is open to all.
      case entry
      /// For which conditions it is closed.
      case excludes
      /// How families get from one service to another: the map has no route at all. The fact is
      /// one of the map, and its service is `families`.
      case routes
      /// Which needs it serves.
      case serves
    }

    /// The service to ask about; `families` for the routes of a map.
    public var service: Service.ID
    /// What to ask.
    public var key: Key

    /// Makes a fact.
    public init(service: Service.ID, key: Key) {
      self.service = service
      self.key = key
    }

    /// Orders facts by service, then by key.
    public static func < (a: Self, b: Self) -> Bool {
      (a.service, a.key.rawValue) < (b.service, b.key.rawValue)
    }
  }

  /// A way that there may be, and what to ask before it is sure.
  public struct PossibleWay: Hashable, Sendable {
    /// The way; where the map has no route at all and routes are missing, the service that would
    /// help and nothing else.
    public var way: RouteGraph.Way
    /// What the map does not say along it, in ascending order; stated favourably, all of it makes
    /// the way sure.
    public var missing: [MissingFact]
  }

  /// The way on which the fewest facts are missing.
  ///
  /// Of several with as few it takes one with the fewest hand-offs, then the first by ids.
  ///
  /// - Returns: `nil` when there is not even possibly a way. A way on which nothing is missing is a
  ///   sure one.
  /// - Complexity: O(*s* · *r*) at worst, usually O(*s* + *r*), where *s* is the number of services
  ///   and *r* of routes.
  public func possibleWay(
    for cell: CoverageCell, condition: Condition.ID? = nil, from start: Service.ID? = nil
  ) -> PossibleWay? {
    guard let search = search(cell, condition, from: start) else { return nil }
    let direct = search.leastQuestionablePath().map { possibleWay(along: $0, search) }
    guard network.isWithoutRoutes, let sent = possibleWay(bySomeRoute: search) else {
      return direct
    }
    if let direct, direct.missing.count <= sent.missing.count { return direct }
    return sent
  }

  /// What to ask before the way along a path is sure.
  private func possibleWay(along path: DirectedGraph.Path, _ search: CellSearch) -> PossibleWay {
    let last = path.nodes[path.nodes.count - 1]
    var missing = path.nodes.flatMap { node in
      search.keysMissing(at: node).map { MissingFact(service: network.routes.ids[node], key: $0) }
    }
    if search.isEntryMissing(at: path.nodes[0]) {
      missing.append(MissingFact(service: network.routes.ids[path.nodes[0]], key: .entry))
    }
    if search.isServingMissing(at: last) {
      missing.append(MissingFact(service: network.routes.ids[last], key: .serves))
    }
    return PossibleWay(way: network.routes.way(along: path), missing: missing.sorted())
  }

  /// The service that may help of which the fewest facts are missing, and that families may get
  /// there by a route that the map does not state.
  private func possibleWay(bySomeRoute search: CellSearch) -> PossibleWay? {
    guard search.nodes.contains(where: { search.entry(at: $0) != .never }) else { return nil }
    let ids = network.routes.ids
    var best: PossibleWay?
    for node in search.nodes where search.help(at: node) != .never && node != search.start {
      var missing = [MissingFact(service: .families, key: .routes)]
      for place in Set([search.start ?? node, node]) {
        missing += search.keysMissing(at: place).map { MissingFact(service: ids[place], key: $0) }
      }
      if search.isServingMissing(at: node) {
        missing.append(MissingFact(service: ids[node], key: .serves))
      }
      if let best, best.missing.count <= missing.count { continue }
      best = PossibleWay(
        way: network.routes.way(along: DirectedGraph.Path(nodes: [node], edges: [])),
        missing: missing.sorted())
    }
    return best
  }
}

extension CellSearch {
  /// What is not stated of a service that possibly admits the cell.
  fileprivate func keysMissing(at node: Int) -> [Coverage.MissingFact.Key] {
    var keys: [Coverage.MissingFact.Key] = []
    if ageAdmission(of: node) == .possible { keys.append(.ages) }
    if areaAdmission(of: node) == .possible { keys.append(.areas) }
    if conditionAdmission(of: node) == .possible { keys.append(.excludes) }
    return keys
  }

  fileprivate func isEntryMissing(at node: Int) -> Bool {
    start == nil && network.entries[node] == .possible
  }

  fileprivate func isServingMissing(at node: Int) -> Bool {
    network.serving[node * network.grid.needs.count + place.need] == .possible
  }

  /// The possible way with the fewest missing facts, then the fewest hand-offs, then by ids.
  ///
  /// Labels are corrected until none changes (Bellman and Ford); the way then descends along them.
  fileprivate func leastQuestionablePath() -> DirectedGraph.Path? {
    let graph = network.routes.graph
    // Facts and hand-offs from a node, itself included, to help.
    var cost = [(facts: Int, handOffs: Int)?](repeating: nil, count: graph.nodeCount)
    let facts = nodes.map { admission(of: $0) == .never ? 0 : keysMissing(at: $0).count }
    var queue: [Int] = []
    var isQueued = [Bool](repeating: false, count: graph.nodeCount)
    for node in nodes where help(at: node) != .never {
      cost[node] = (facts[node] + (isServingMissing(at: node) ? 1 : 0), 0)
      queue.append(node)
      isQueued[node] = true
    }
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      isQueued[node] = false
      guard let known = cost[node] else { continue }
      for arc in graph.predecessors(of: node)
      where passes(arc.edge) && admission(of: arc.node) != .never {
        let new = (facts: known.facts + facts[arc.node], handOffs: known.handOffs + 1)
        if let old = cost[arc.node], old <= new { continue }
        cost[arc.node] = new
        if !isQueued[arc.node] {
          isQueued[arc.node] = true
          queue.append(arc.node)
        }
      }
    }

    var best: (facts: Int, handOffs: Int, node: Int)?
    for node in nodes where entry(at: node) != .never {
      guard let known = cost[node] else { continue }
      let total = known.facts + (isEntryMissing(at: node) ? 1 : 0)
      if let best, (best.facts, best.handOffs) <= (total, known.handOffs) { continue }
      best = (total, known.handOffs, node)
    }
    guard var node = best?.node else { return nil }
    var path = DirectedGraph.Path(nodes: [node], edges: [])
    while let here = cost[node], here.handOffs > 0,
      let arc = graph.successors(of: node).first(where: { arc in
        passes(arc.edge) && admission(of: arc.node) != .never
          && cost[arc.node].map { ($0.facts + facts[node], $0.handOffs + 1) == here } ?? false
      })
    {
      path.nodes.append(arc.node)
      path.edges.append(arc.edge)
      node = arc.node
    }
    return path
  }
}
