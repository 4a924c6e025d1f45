public import FingerpostModel

/// The ways to help of one cell together: where families begin, what they pass, and where they find
/// help.
///
/// From each service where they begin there are the shortest ways to help that do not lead back to
/// another one where they could have begun, and to each service that helps the shortest ways from
/// there; what is longer than these is left out. None of them passes a service twice.
public struct CoverageWays: Hashable, Sendable {
  /// Where families begin, in ascending order; `families` among them where they refer themselves.
  public var entries: [Service.ID] = []
  /// The services that a way passes, with the fewest hand-offs to each, nearest first and then by
  /// id; neither entries nor services that help.
  public var passed: [RouteGraph.NearbyService] = []
  /// The services where they find help, in ascending order; those that are entries too stand only
  /// here.
  public var helpers: [Service.ID] = []
  /// The routes along the ways, by sending service, receiving service and id.
  public var routes: [Route.ID] = []
}

extension Coverage {
  /// The ways to help on which all that is stated admits the family.
  ///
  /// The way of `way(for:condition:from:)` is one of them.
  ///
  /// - Parameters:
  ///   - cell: A cell of the grid.
  ///   - condition: The condition that the family has; `nil` for none.
  /// - Returns: Nothing at all when no way is sure.
  /// - Complexity: O(*s* log *s* + *r*), where *s* is the number of services and *r* of routes.
  public func ways(for cell: CoverageCell, condition: Condition.ID? = nil) -> CoverageWays {
    guard var search = search(cell, condition) else { return CoverageWays() }
    search.leadsBackToEntries = false
    let before = search.handOffs(atLeast: .sure)
    let after = search.handOffsToHelp(atLeast: .sure)
    let graph = network.routes.graph
    func leadsNearer(_ edge: Int) -> Bool {
      let (tail, head) = graph.ends(ofEdge: edge)
      return after[head] >= 0 && after[tail] == after[head] + 1 && search.passes(edge)
    }
    func leadsFurther(_ edge: Int) -> Bool {
      let (tail, head) = graph.ends(ofEdge: edge)
      return before[tail] >= 0 && before[head] == before[tail] + 1 && search.passes(edge)
    }
    let entries = search.nodes.filter { search.entry(at: $0) == .sure && after[$0] >= 0 }
    let helpers = search.nodes.filter { before[$0] >= 0 && search.help(at: $0) == .sure }
    let isOnWayFromEntry = graph.reachable(from: entries, edges: leadsNearer)
    let isOnWayToHelper = graph.reachable(
      from: helpers, direction: .incoming, edges: leadsFurther)

    var ways = CoverageWays()
    var isOnWay = [Bool](repeating: false, count: graph.nodeCount)
    for edge in 0..<graph.edgeCount {
      let (tail, head) = graph.ends(ofEdge: edge)
      guard
        (isOnWayFromEntry[tail] && leadsNearer(edge))
          || (isOnWayToHelper[head] && leadsFurther(edge))
      else { continue }
      isOnWay[tail] = true
      isOnWay[head] = true
      ways.routes.append(network.routes.route(ofEdge: edge).id)
    }
    for node in helpers { isOnWay[node] = true }
    let isHelper = Set(helpers)
    for node in search.nodes where isOnWay[node] {
      let id = network.routes.ids[node]
      if isHelper.contains(node) {
        ways.helpers.append(id)
      } else if search.entry(at: node) == .sure {
        ways.entries.append(id)
      } else {
        ways.passed.append(RouteGraph.NearbyService(id: id, hops: Int(before[node])))
      }
    }
    ways.passed.sort { ($0.hops, $0.id) < ($1.hops, $1.id) }
    return ways
  }
}
