import FingerpostAnalysis
import FingerpostModel

/// Where families come in, and which services they reach from there along the routes that move them.
///
/// They surely come in at a service whose entry is open, and wherever they refer themselves. They
/// possibly come in at a service of which the map does not state the entry, and they may come from a
/// service of another map, or one that is not on this map. Only services and routes in use count.
///
/// It looks at each service once, so that rules need not: its arrays are indexed by the nodes of
/// `ways`, in the order of the ids.
struct FamilyReach {
  /// The routes in use that move families, between services in use.
  let ways: RouteGraph
  /// Which nodes stand for services in use; what the map does not hold counts as in use.
  let isInUse: [Bool]
  /// Which nodes stand for services of the map.
  let isService: [Bool]
  /// The highest level that a service states, by its place on the scale; −1 for one that states none.
  let highestLevel: [Int]
  /// The nodes where families surely come in, `families` among them when a route leads from there.
  let entries: [Int]
  /// The nodes where they possibly come in.
  let possibleEntries: [Int]
  /// Which nodes they surely reach.
  let isSurelyReached: [Bool]
  /// Which nodes they reach surely or possibly.
  let isPossiblyReached: [Bool]
  /// Where services with exclusions stand among the services of the map.
  let positionsWithExclusions: [Int]

  /// Looks at the services of a map and follows its routes.
  ///
  /// - Complexity: O(*s* log *s* + *r*), where *s* is the number of services and *r* of routes.
  init(in context: RuleContext) {
    let map = context.map
    let whole = context.movingRoutes
    let levels = Dictionary(
      map.intensities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var isInUse = [Bool](repeating: true, count: whole.ids.count)
    var isService = [Bool](repeating: false, count: whole.ids.count)
    var highestLevel = [Int](repeating: -1, count: whole.ids.count)
    var entries: [Int] = []
    var possibleEntries: [Int] = []
    var positionsWithExclusions: [Int] = []
    for (position, service) in map.services.enumerated() {
      guard let node = whole.node(of: service.id) else { continue }
      isService[node] = true
      guard context.isInUse(service) else {
        isInUse[node] = false
        continue
      }
      highestLevel[node] = service.intensity?.compactMap { levels[$0] }.max() ?? -1
      if service.excludes?.isEmpty == false { positionsWithExclusions.append(position) }
      switch service.entry {
      case .open?: entries.append(node)
      case .byReferral?: break
      case nil: possibleEntries.append(node)
      }
    }
    let ways = whole.restricted { isInUse[$0] }
    let families = whole.node(of: .families)
    if let families, ways.graph.outDegree(of: families) > 0 { entries.append(families) }
    for node in whole.ids.indices where !isService[node] && node != families {
      possibleEntries.append(node)
    }
    entries.sort()
    possibleEntries.sort()
    self.ways = ways
    self.isInUse = isInUse
    self.isService = isService
    self.highestLevel = highestLevel
    self.entries = entries
    self.possibleEntries = possibleEntries
    self.positionsWithExclusions = positionsWithExclusions
    isSurelyReached = ways.graph.reachable(from: entries)
    isPossiblyReached = ways.graph.reachable(from: entries + possibleEntries)
  }

  /// The nodes of the services in use, in the order of their ids.
  var servicesInUse: some Sequence<Int> {
    ways.ids.indices.lazy.filter { isService[$0] && isInUse[$0] }
  }

  /// The service at which a way begins that there would be if families came in there: the one to
  /// ask about.
  ///
  /// - Parameters:
  ///   - target: The node where the way ends.
  ///   - avoided: A node that it must not pass.
  ///   - map: The map.
  /// - Returns: `nil` when there is no such way, or when it begins at what the map does not hold.
  func serviceToAsk(
    aboutWayTo target: Int, avoiding avoided: Int? = nil, in map: SystemMap
  ) -> Service? {
    ways.graph.shortestPath(
      from: possibleEntries.filter { isService[$0] }, to: [target], nodes: { $0 != avoided }
    )?.nodes.first.flatMap { map.services[ways.ids[$0]] }
  }
}

extension Question {
  /// Whether families come to a service when nobody sends them.
  static let entry = Question(
    "whether families can come to it without being sent",
    many: "whether families can come to them without being sent", key: "entry")
}

extension RouteGraph.Way {
  /// The way as people read it: `Midwifery → Health visiting → Parent-infant team`.
  func inWords(in map: SystemMap) -> String {
    services.map { map.name(ofEnd: $0) }.joined(separator: " → ")
  }
}
