public import FingerpostModel

/// A reason to look twice at a cell that is covered.
///
/// Each flag but the single path holds when no way avoids the services that it names: were they all
/// gone, the cell would not be covered, and were one of them left, it would be.
public enum CoverageFlag: Hashable, Sendable {
  /// Families wait longer than a limit at these services.
  case longWait([Service.ID])
  /// More families are referred to these services than they are commissioned for.
  case full([Service.ID])
  /// Every way passes each of these services; the one nearest to help comes last.
  case singlePath([Service.ID])
  /// These services rest on one person, or on locums alone (C03).
  case restsOnOnePerson([Service.ID])
  /// On this date the funding ends of the last of these services, and the cell is lost.
  case fundingEnds(CalendarDate, [Service.ID])
}

extension Coverage {
  /// The longest wait that is not flagged unless another is given: 18 weeks, the standard from
  /// referral to treatment of the NHS Constitution.
  public static let longestWait = TimeSpan(18, .week)

  /// The reasons to look twice at a cell.
  ///
  /// A service is full when the referrals it receives in a year exceed those it is commissioned for;
  /// bounds such as `over 40` count only where they leave no doubt. Its capacity is not compared: it
  /// counts families at one time and not in a year. A service rests on one person when its stated
  /// staff is one person in all, or locums only.
  ///
  /// - Parameters:
  ///   - cell: A cell of the grid.
  ///   - condition: The condition that families have; `nil` for none.
  ///   - limit: The longest wait that is not flagged.
  /// - Returns: None for a cell that is not covered; at most one flag of each kind, in the order of
  ///   the kinds.
  /// - Complexity: O((*s* + *r*) (log *s* + *e*)), where *s* is the number of services, *r* of routes
  ///   and *e* of services on the ways that have something to be flagged.
  public func flags(
    for cell: CoverageCell, condition: Condition.ID? = nil,
    waitOver limit: TimeSpan = Coverage.longestWait
  ) -> [CoverageFlag] {
    guard let search = search(cell, condition), search.findsHelp(atLeast: .sure) else { return [] }
    let nodes = search.nodesOnWays(atLeast: .sure)
    let services = nodes.compactMap { node in
      map.services[network.routes.ids[node]].map { (node: node, service: $0) }
    }
    let toHelp = search.handOffsToHelp(atLeast: .sure)
    /// The fewest of some services without which there is no way; `nil` when there is one.
    func unavoidable(_ has: (Service) -> Bool) -> [Service.ID]? {
      let those = services.filter { has($0.service) }.map(\.node)
      var without = search
      without.leftOut = Set(those)
      guard !those.isEmpty, !without.findsHelp(atLeast: .sure) else { return nil }
      // Those far from help are the first to be spared, so that the ones that help are named.
      for node in those.sorted(by: { (toHelp[$1], $0) < (toHelp[$0], $1) }) {
        without.leftOut.remove(node)
        if without.findsHelp(atLeast: .sure) { without.leftOut.insert(node) }
      }
      return without.leftOut.sorted().map { network.routes.ids[$0] }
    }

    var flags: [CoverageFlag] = []
    if let slow = unavoidable({ $0.wait.value.map { limit.halfHours < $0.halfHours } ?? false }) {
      flags.append(.longWait(slow))
    }
    if let full = unavoidable(\.isOverCommissioned) { flags.append(.full(full)) }
    let single = search.nodesOnEveryWay().map { network.routes.ids[$0] }
    if !single.isEmpty { flags.append(.singlePath(single)) }
    if let frail = unavoidable(\.restsOnOnePerson) { flags.append(.restsOnOnePerson(frail)) }

    let ends = Set(services.compactMap(\.service.fundedUntil.value))
      .sorted { ($0.lastDay, $0.description) < ($1.lastDay, $1.description) }
    for end in ends {
      let ending = unavoidable {
        $0.fundedUntil.value.map { $0.lastDay <= end.lastDay } ?? false
      }
      guard let ending else { continue }
      flags.append(.fundingEnds(end, ending))
      break
    }
    return flags
  }
}

extension CellSearch {
  /// The services on every sure way, in the order in which they are passed.
  fileprivate func nodesOnEveryWay() -> [Int] {
    let graph = network.routes.graph
    let end = graph.nodeCount
    var edges: [(tail: Int, head: Int)] = []
    for edge in 0..<graph.edgeCount where passes(edge) {
      let ends = graph.ends(ofEdge: edge)
      if admission(of: ends.tail) == .sure, admission(of: ends.head) == .sure { edges.append(ends) }
    }
    edges += nodes.filter { help(at: $0) == .sure }.map { ($0, end) }
    let dominators = DirectedGraph(nodeCount: end + 1, edges: edges)
      .dominators(from: nodes.filter { entry(at: $0) == .sure })
    return dominators.strictDominators(of: end).reversed().filter { $0 != network.families }
  }
}

extension Service {
  /// Whether surely more families are referred to it in a year than it is commissioned for.
  fileprivate var isOverCommissioned: Bool {
    guard let received = referralsReceived, let commissioned = commissionedReferrals
    else { return false }
    let least: Int
    switch received.bound {
    case .exactly, .atLeast: least = received.number
    case .over: least = received.number + 1
    case .about, .upTo, .under: return false
    }
    switch commissioned.bound {
    case .exactly, .upTo: return least > commissioned.number
    case .under: return least >= commissioned.number
    case .over, .atLeast, .about: return false
    }
  }

  /// Whether its stated staff is one person in all, or locums only.
  fileprivate var restsOnOnePerson: Bool {
    guard let staff, !staff.isEmpty else { return false }
    if staff.allSatisfy({ $0.basis == .locum }) { return true }
    let counts = staff.map { $0.count?.exact }
    return !counts.contains(nil) && counts.reduce(0) { $0 + ($1 ?? 0) } == 1
  }
}
