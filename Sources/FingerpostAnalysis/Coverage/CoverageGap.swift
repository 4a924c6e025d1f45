public import FingerpostModel

/// Why families of a cell find no help, and where the way stops.
public struct CoverageGap: Hashable, Sendable {
  /// What is missing.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// No service in use, planned or paused serves the need at these ages in this area.
    case nobodyServesIt = "nobody-serves-it"
    /// A service would help, but no way leads to it; never of a map that has no route at all.
    case nothingLeadsToIt = "nothing-leads-to-it"
    /// A way would lead to help if what is planned or paused were in use; or only planned or paused
    /// services serve the cell.
    case onlyPlannedOrPaused = "only-planned-or-paused"
    /// Families are told of a service that would help, and nobody hands them over.
    case onlySignposting = "only-signposting"
    /// Families with the condition are turned away on every way that is open to others.
    case excluded
  }

  /// What is missing.
  public var kind: Kind
  /// The services that the kind speaks of, in ascending order: those that would help; for
  /// `.onlyPlannedOrPaused`, those that are planned or paused; for `.excluded`, those that turn
  /// families away.
  public var services: [Service.ID]
  /// Those of `services` that may help and do not for certain.
  ///
  /// The map does not say that they serve the need, or that they see the family. For `.onlyPlannedOrPaused`, all of them when the way
  /// would still not be certain; empty for `.excluded`.
  public var unsure: [Service.ID] = []
  /// Whether help is certain once the way is open that the kind speaks of.
  public var isHelpCertain = true
  /// The routes that are planned or paused, in ascending order, for `.onlyPlannedOrPaused`.
  public var routes: [Route.ID]
  /// Where families with the condition are turned away, by service and then route.
  public var exclusions: [CrossedExclusion]
  /// The services that families can at most reach, the nearest first and then by id.
  public var reached: [Service.ID]
  /// Where the way stops: routes from what is reached that do not take the family on.
  ///
  /// Those to services that serve the need come first; then they are ordered by the ids of their
  /// ends.
  public var stops: [Stop]

  /// Why the service that the family is with does not see the family; empty when it does, or when
  /// families may begin anywhere.
  public var refusals: [Reason] = []

  /// Whether all services to which families are sent instead are stated, and each excludes the same
  /// condition.
  public var isOnwardClosed: Bool {
    !exclusions.isEmpty
      && exclusions.allSatisfy { !$0.onward.isEmpty && $0.onward == $0.onwardThatExclude }
  }

  /// An exclusion at which families with a condition are turned away.
  public struct CrossedExclusion: Hashable, Sendable {
    /// The service that turns them away, or to which the route leads that does.
    public var service: Service.ID
    /// The route that is closed to them; `nil` when it is the service itself.
    public var route: Route.ID?
    /// Where they are sent instead, the preferred service first; empty when the map names none.
    public var onward: [Service.ID]
    /// Those of `onward` that exclude the same condition.
    public var onwardThatExclude: [Service.ID]
  }

  /// A route that does not take the family on.
  public struct Stop: Hashable, Sendable {
    /// The service that the family has reached, or `families`.
    public var service: Service.ID
    /// The route.
    public var route: Route.ID
    /// Where the route leads.
    public var to: Service.ID
    /// Why it does not take the family on; at least one reason.
    public var reasons: [Reason]
  }

  /// Why a route does not take a family on.
  public enum Reason: Hashable, Sendable {
    /// The family is told of the service and not handed over.
    case onlySignposting
    /// The route is not in use.
    case routeNotInUse(Status)
    /// The route is for other needs.
    case routeForOtherNeeds
    /// The route is closed for the family's condition.
    case routeExcludes
    /// The route is only for conditions that the family does not have.
    case routeOnlyForOthers
    /// The map does not hold the service.
    case notOnMap
    /// The service is not in use.
    case notInUse(Status)
    /// The service is for other ages.
    case otherAges
    /// The service is for other areas.
    case otherAreas
    /// The service is closed for the family's condition.
    case excludes
    /// The service is only for conditions that the family does not have.
    case onlyForOthers
  }
}

extension Coverage {
  /// Why families of a cell find no help.
  ///
  /// Of several kinds it is the first that holds: families with the condition are turned away where
  /// others are not; what is planned or paused would help; signposting leads to help; a service
  /// would help; nobody serves the cell.
  ///
  /// - Parameters:
  ///   - cell: A cell of the grid.
  ///   - condition: The condition that families have; `nil` for none.
  ///   - start: The service that the family is with already; `nil` for any entry.
  /// - Returns: `nil` when there is a way, even if only possibly.
  /// - Complexity: O(*s* log *s* + *r*), where *s* is the number of services and *r* of routes.
  public func gap(
    at cell: CoverageCell, condition: Condition.ID? = nil, from start: Service.ID? = nil
  ) -> CoverageGap? {
    guard let search = search(cell, condition, from: start), !search.findsHelp(atLeast: .possible)
    else { return nil }
    let handOffs = search.handOffs(atLeast: .possible)
    let reached = search.nodes.filter { handOffs[$0] >= 0 && $0 != network.families }
      .sorted { (handOffs[$0], $0) < (handOffs[$1], $1) }
    var gap = CoverageGap(
      kind: .nobodyServesIt, services: [], routes: [], exclusions: [], reached: ids(reached),
      stops: stops(of: search, reached: handOffs))
    if let start = search.start, start >= 0, start != network.families,
      search.admission(of: start) == .never
    {
      gap.refusals = search.obstacles(atNode: start)
    }
    explain(&gap, search, reached: handOffs, condition)
    return gap
  }

  private func ids(_ nodes: some Sequence<Int>) -> [Service.ID] {
    nodes.map { network.routes.ids[$0] }
  }

  /// Finds the kind, and what it speaks of.
  private func explain(
    _ gap: inout CoverageGap, _ search: CellSearch, reached: [Int32], _ condition: Condition.ID?
  ) {
    var admitting = search
    admitting.ignoresExclusions = true
    if search.layer > 0, let condition, admitting.findsHelp(atLeast: .possible) {
      gap.kind = .excluded
      gap.exclusions = exclusions(crossedIn: admitting, search, reached: reached, condition)
      gap.services = gap.exclusions.map(\.service).uniqued().sorted()
      return
    }

    var later = search
    later.takesPlannedAndPaused = true
    let helpers = search.nodes.filter { search.help(at: $0) != .never }
    let laterHelpers = later.nodes.filter { later.help(at: $0) != .never }
    let onWays = later.nodesOnWays(atLeast: .possible)
    if !onWays.isEmpty || (helpers.isEmpty && !laterHelpers.isEmpty) {
      gap.kind = .onlyPlannedOrPaused
      let isOnWay = Set(onWays)
      gap.services = ids(
        (onWays.isEmpty ? laterHelpers : onWays).filter { network.nodeStatus[$0] != .active })
      gap.routes = network.edgeStatus.indices.filter { edge in
        let ends = network.routes.graph.ends(ofEdge: edge)
        return network.edgeStatus[edge] != .active && later.passes(edge)
          && isOnWay.contains(ends.tail) && isOnWay.contains(ends.head)
      }.map { network.routes.route(ofEdge: $0).id }.sorted()
      gap.isHelpCertain =
        onWays.isEmpty
        ? laterHelpers.contains { later.help(at: $0) == .sure } : later.findsHelp(atLeast: .sure)
      gap.unsure = gap.isHelpCertain ? [] : gap.services
      return
    }

    let unsure = helpers.filter { search.help(at: $0) == .possible }
    gap.isHelpCertain = unsure.count < helpers.count
    var told = search
    told.followsSignposting = true
    if told.findsHelp(atLeast: .possible) {
      let toldOf = told.handOffs(atLeast: .possible)
      gap.kind = .onlySignposting
      gap.services = ids(helpers.filter { toldOf[$0] >= 0 })
      gap.unsure = ids(unsure.filter { toldOf[$0] >= 0 })
      gap.isHelpCertain = gap.unsure != gap.services
      return
    }

    gap.kind = helpers.isEmpty ? .nobodyServesIt : .nothingLeadsToIt
    gap.services = ids(helpers)
    gap.unsure = ids(unsure)
  }

  /// Where families with a condition are turned away, next to what they reach.
  private func exclusions(
    crossedIn admitting: CellSearch, _ search: CellSearch, reached: [Int32],
    _ condition: Condition.ID
  ) -> [CoverageGap.CrossedExclusion] {
    let graph = network.routes.graph
    let toHelp = admitting.handOffsToHelp(atLeast: .possible)
    var crossed: [CoverageGap.CrossedExclusion] = []
    let assumesRoutes = admitting.assumesRoutes(.possible)
    for node in admitting.nodes where toHelp[node] >= 0 && reached[node] < 0 {
      // Where routes are assumed, families need not pass any service but the one that helps.
      if assumesRoutes, toHelp[node] > 0, node != search.start { continue }
      let id = network.routes.ids[node]
      let isNext =
        assumesRoutes
        || graph.predecessors(of: node).contains {
          reached[$0.node] >= 0 && admitting.passes($0.edge)
        }
      if search.admission(of: node) == .never {
        guard isNext || admitting.entry(at: node) != .never else { continue }
        let onward =
          map.services[id]?.excludes?.first { $0.condition == condition }?.onward ?? []
        let closed = onward.filter { other in
          map.services[other]?.excludes?.contains { $0.condition == condition } ?? false
        }
        crossed.append(
          CoverageGap.CrossedExclusion(service: id, onward: onward, onwardThatExclude: closed))
      } else {
        for arc in graph.predecessors(of: node)
        where reached[arc.node] >= 0 && admitting.passes(arc.edge) {
          crossed.append(
            CoverageGap.CrossedExclusion(
              service: id, route: network.routes.route(ofEdge: arc.edge).id, onward: [],
              onwardThatExclude: []))
        }
      }
    }
    return crossed
  }

  /// Routes from what is reached that do not take the family on.
  private func stops(of search: CellSearch, reached: [Int32]) -> [CoverageGap.Stop] {
    let graph = network.routes.graph
    var stops: [(serving: Certainty, stop: CoverageGap.Stop)] = []
    for edge in 0..<graph.edgeCount {
      let (tail, head) = graph.ends(ofEdge: edge)
      guard reached[tail] >= 0, reached[head] < 0 else { continue }
      let reasons = search.obstacles(onEdge: edge)
      guard !reasons.isEmpty else { continue }
      stops.append(
        (
          network.serving[head * grid.needs.count + search.place.need],
          CoverageGap.Stop(
            service: network.routes.ids[tail], route: network.routes.route(ofEdge: edge).id,
            to: network.routes.ids[head], reasons: reasons)
        ))
    }
    return [Certainty.sure, .possible, .never].flatMap { serving in
      stops.lazy.filter { $0.serving == serving }.map(\.stop)
    }
  }
}

extension CellSearch {
  /// Why a route does not take the family on; empty for one that does, and for a kind of route
  /// along which no family goes.
  fileprivate func obstacles(onEdge edge: Int) -> [CoverageGap.Reason] {
    let kind = network.kinds[edge]
    guard kind.movesFamily || kind == .signposting else { return [] }
    var reasons: [CoverageGap.Reason] = kind.movesFamily ? [] : [.onlySignposting]
    if network.edgeStatus[edge] != .active {
      reasons.append(.routeNotInUse(network.edgeStatus[edge]))
    }
    let rule = restriction(ofEdge: edge)
    if let needs = rule.needs, !needs.contains(place.need) { reasons.append(.routeForOtherNeeds) }
    if rule.excludes.contains(layer) { reasons.append(.routeExcludes) }
    if let onlyFor = rule.onlyFor, !onlyFor.contains(layer) { reasons.append(.routeOnlyForOthers) }

    return reasons + obstacles(atNode: network.routes.graph.ends(ofEdge: edge).head)
  }

  /// Why a service does not see the family; empty for one that does.
  fileprivate func obstacles(atNode head: Int) -> [CoverageGap.Reason] {
    guard network.isKnown[head] else { return [.notOnMap] }
    var reasons: [CoverageGap.Reason] = []
    if network.nodeStatus[head] != .active { reasons.append(.notInUse(network.nodeStatus[head])) }
    if ageAdmission(of: head) == .never { reasons.append(.otherAges) }
    if areaAdmission(of: head) == .never { reasons.append(.otherAreas) }
    let row = head * network.layerCount + layer
    if network.exclusion[row] == .never { reasons.append(.excludes) }
    if !network.requirement[row] { reasons.append(.onlyForOthers) }
    return reasons
  }
}
