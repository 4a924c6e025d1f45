public import FingerpostModel

extension Coverage {
  /// The single changes that would fill a gap: the best of each kind, the cheapest kind first.
  ///
  /// Within a kind the best is one that leaves no question open, then one that gives the fewest
  /// hand-offs, then the first by what it changes. A change that removes an exclusion, or lets a
  /// service serve another need, is none: what a service can safely do is not for a map to say.
  ///
  /// - Parameters:
  ///   - cell: A cell of the grid.
  ///   - condition: The condition that families have; `nil` for none.
  ///   - start: The service that the family is with already; `nil` for any entry. Then no new
  ///     service is proposed.
  /// - Returns: None when there is a way, even if only possibly.
  /// - Complexity: O(*s* + *r* + *a* · *b*), where *s* is the number of services, *r* of routes, *a*
  ///   of services that families reach and *b* of services that lead to help.
  public func repairs(
    for cell: CoverageCell, condition: Condition.ID? = nil, from start: Service.ID? = nil
  ) -> [CoverageRepair] {
    guard let search = search(cell, condition, from: start), !search.findsHelp(atLeast: .possible)
    else { return [] }
    var best: [CoverageRepair.Kind: CoverageRepair] = [:]
    for certainty in [Certainty.sure, .possible] {
      let candidates = RepairSearch(
        coverage: self, cell: cell, search: search, certainty: certainty
      )
      .candidates()
      for (kind, candidate) in candidates where best[kind] == nil { best[kind] = candidate }
    }
    if start == nil {
      best[.service] = CoverageRepair(
        kind: .service, change: .addService(cell), handOffs: 0, isSure: true)
    }
    return best.values.sorted { $0.kind < $1.kind }
  }
}

/// The search of changes that open a way of some certainty.
///
/// A single change closes a gap exactly when it joins what families reach to what leads to help: a
/// shortest way passes the changed service or route once, and all before and after it is as it was.
private struct RepairSearch {
  let coverage: Coverage
  let cell: CoverageCell
  let search: CellSearch
  let certainty: Certainty
  /// The fewest hand-offs to each node from where families begin, and from it to help.
  let before: [Int32]
  let after: [Int32]
  private var best: [CoverageRepair.Kind: (repair: CoverageRepair, key: [String])] = [:]

  private var network: CoverageNetwork { coverage.network }
  private var graph: DirectedGraph { network.routes.graph }

  init(coverage: Coverage, cell: CoverageCell, search: CellSearch, certainty: Certainty) {
    self.coverage = coverage
    self.cell = cell
    self.search = search
    self.certainty = certainty
    before = search.handOffs(atLeast: certainty)
    after = search.handOffsToHelp(atLeast: certainty)
  }

  func candidates() -> [CoverageRepair.Kind: CoverageRepair] {
    var search = self
    for node in self.search.nodes { search.changeService(node) }
    for edge in 0..<graph.edgeCount { search.reopenRoute(edge) }
    search.addRoutes()
    return search.best.mapValues(\.repair)
  }

  /// Keeps a change if it is better than what is known of its kind.
  private mutating func propose(
    _ kind: CoverageRepair.Kind, _ change: CoverageRepair.Change, _ handOffs: Int, _ key: [String]
  ) {
    if let known = best[kind],
      (known.repair.handOffs, known.key.joined(separator: "\n"))
        <= (handOffs, key.joined(separator: "\n"))
    {
      return
    }
    best[kind] = (
      CoverageRepair(kind: kind, change: change, handOffs: handOffs, isSure: certainty == .sure),
      key
    )
  }

  // MARK: - Services

  /// Takes a service into use, or widens it.
  private mutating func changeService(_ node: Int) {
    guard network.isKnown[node], node != network.families, search.admission(of: node) < certainty
    else { return }
    let id = network.routes.ids[node]
    let (byAge, byArea) = (search.ageAdmission(of: node), search.areaAdmission(of: node))
    guard search.conditionAdmission(of: node) >= certainty, let handOffs = handOffs(through: node)
    else { return }
    switch network.nodeStatus[node] {
    case .closed: return
    case .planned, .paused:
      guard min(byAge, byArea) >= certainty else { return }
      propose(.reopen, .reopenService(id), handOffs, ["services", id.rawValue])
    case .active:
      if byAge == .never, byArea >= certainty, let ages = widenedAges(of: id) {
        propose(.widen, .widenAges(id, ages), handOffs, [id.rawValue, "ages"])
      } else if byArea == .never, byAge >= certainty {
        propose(.widen, .addArea(id, cell.area), handOffs, [id.rawValue, "areas"])
      }
    }
  }

  /// The hand-offs of the shortest way through a service, were it to admit the family.
  private func handOffs(through node: Int) -> Int? {
    let isEntry =
      search.start.map { $0 == node } ?? (network.entries[node] >= certainty)
    let assumesRoutes = search.assumesRoutes(certainty)
    let arriving =
      isEntry
      ? 0
      : assumesRoutes
        ? (before.contains { $0 >= 0 } ? 1 : nil)
        : graph.predecessors(of: node).lazy
          .filter { before[$0.node] >= 0 && search.passes($0.edge) }.map { before[$0.node] + 1 }
          .min()
    let serving = network.serving[node * network.grid.needs.count + search.place.need]
    let leaving =
      serving >= certainty
      ? 0
      : assumesRoutes
        ? (after.contains { $0 >= 0 } ? 1 : nil)
        : graph.successors(of: node).lazy
          .filter { after[$0.node] >= 0 && search.passes($0.edge) }.map { after[$0.node] + 1 }.min()
    guard let arriving, let leaving else { return nil }
    return Int(arriving + leaving)
  }

  /// The ages of a service and of the cell together; `nil` when that is still not certain enough.
  private func widenedAges(of id: Service.ID) -> AgeRange? {
    guard let ages = coverage.map.services[id]?.ages else { return nil }
    let widened = AgeRange(
      from: ages.from.map { min($0, cell.ages.from) }, to: ages.to.map { max($0, cell.ages.to) })
    return widened.admission(of: cell.ages) >= certainty ? widened : nil
  }

  // MARK: - Routes

  private mutating func reopenRoute(_ edge: Int) {
    let status = network.edgeStatus[edge]
    guard status == .planned || status == .paused else { return }
    var later = search
    later.takesPlannedAndPaused = true
    let (tail, head) = graph.ends(ofEdge: edge)
    guard before[tail] >= 0, after[head] >= 0, later.passes(edge) else { return }
    let id = network.routes.route(ofEdge: edge).id
    propose(
      .reopen, .reopenRoute(id), Int(before[tail] + 1 + after[head]), ["routes", id.rawValue])
  }

  private mutating func addRoutes() {
    let tails = search.nodes.filter { before[$0] >= 0 }
    let heads = search.nodes.filter { after[$0] >= 0 }
    guard !tails.isEmpty, !heads.isEmpty else { return }
    let neighbours = Neighbours(coverage)
    for tail in tails {
      for head in heads {
        let handOffs = Int(before[tail] + 1 + after[head])
        let kind: CoverageRepair.Kind =
          neighbours.contain(tail, head) ? .routeBetweenNeighbours : .route
        // Nodes come in the order of their ids, so only a shorter way is better than a known one.
        if let known = best[kind], known.repair.handOffs <= handOffs { continue }
        let (from, to) = (network.routes.ids[tail], network.routes.ids[head])
        propose(
          kind, .addRoute(from: from, to: to), handOffs, [from.rawValue, to.rawValue])
      }
    }
  }

  /// Which services have to do with one another already.
  private struct Neighbours {
    private let graph: DirectedGraph
    private let linked: Set<[Int]>
    private let ranks: [[Int]]

    init(_ coverage: Coverage) {
      let routes = coverage.network.routes
      graph = routes.graph
      var linked: Set<[Int]> = []
      for link in coverage.map.links {
        if let from = routes.node(of: link.from.named()), let to = routes.node(of: link.to.named())
        {
          linked.formUnion([[from, to], [to, from]])
        }
      }
      self.linked = linked
      ranks = routes.ids.map { id in
        (coverage.map.services[id]?.intensity ?? []).compactMap(coverage.map.rank(of:))
      }
    }

    func contain(_ a: Int, _ b: Int) -> Bool {
      linked.contains([a, b])
        || ranks[a].contains { rank in ranks[b].contains { abs($0 - rank) == 1 } }
        || graph.successors(of: a).contains { $0.node == b }
        || graph.successors(of: b).contains { $0.node == a }
    }
  }
}
