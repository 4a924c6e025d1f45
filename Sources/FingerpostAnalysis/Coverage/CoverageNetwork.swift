import FingerpostModel

/// What coverage needs to know of a map, read once into small tables.
///
/// A service has some eighty facts, which makes every copy of it dear; nothing here asks for a
/// service again. Nodes and edges are those of a `RouteGraph`, so that the lowest of several equals
/// is the first by id. Layer 0 is a family without any condition; layer *k* is a family with
/// exactly the condition *k* − 1.
struct CoverageNetwork: Sendable {
  /// The services, and the routes of all kinds.
  let routes: RouteGraph
  let grid: CoverageGrid
  /// The conditions of which each makes a layer, in ascending order.
  private(set) var conditions: [Condition.ID] = []
  /// The layer of each condition.
  private(set) var layerOfCondition: [Condition.ID: Int] = [:]
  /// The node that stands for families.
  let families: Int
  /// Whether the map has no route at all: then nobody has said how families get anywhere, and each
  /// service may lead to each other.
  let isWithoutRoutes: Bool

  /// Whether each node is a service of the map, or families.
  private(set) var isKnown: [Bool]
  /// The status of each node on the date; not stated counts as in use.
  private(set) var nodeStatus: [Status]
  /// Whether a family may begin at each node without being sent.
  private(set) var entries: [Certainty]
  /// Where people look first for the beginning of a way, lowest first; see `Coverage.way`.
  private(set) var precedence: [Int]
  /// Whether a service serves each need, ages and areas of the grid; rows by node.
  private(set) var serving: [Certainty]
  private(set) var ageAdmission: [Certainty]
  private(set) var areaAdmission: [Certainty]
  /// Whether a service sees a family of each layer, apart from `onlyFor`; rows by node.
  private(set) var exclusion: [Certainty] = []
  /// Whether each service sees a family of a layer at all; rows by node.
  private(set) var requirement: [Bool] = []

  /// The kind of each edge.
  private(set) var kinds: [RouteKind] = []
  /// The status of each edge on the date; not stated counts as in use.
  private(set) var edgeStatus: [Status] = []
  /// For each edge its place among `restrictions`; 0 for one without any.
  private(set) var restriction: [Int32] = []
  /// What narrows routes; the first narrows nothing.
  private(set) var restrictions: [RouteRestriction] = [RouteRestriction()]

  /// How many layers there are.
  var layerCount: Int { conditions.count + 1 }

  /// Reads a map.
  ///
  /// - Complexity: O(*s* (log *s* + *w*) + *r* log *r*), where *s* is the number of services, *r* of
  ///   routes and *w* of needs, bands, areas and layers together.
  init(of map: SystemMap, over grid: CoverageGrid, on date: CalendarDate) {
    self.grid = grid
    routes = RouteGraph(of: map)
    isWithoutRoutes = !map.saysRoutes
    let count = routes.ids.count
    families = routes.node(of: .families) ?? 0
    isKnown = [Bool](repeating: false, count: count)
    isKnown[families] = true
    nodeStatus = [Status](repeating: .active, count: count)
    entries = [Certainty](repeating: .never, count: count)
    entries[families] = .sure
    precedence = [Int](repeating: .max, count: count)
    precedence[families] = Self.precedenceOfFamilies
    serving = [Certainty](repeating: .never, count: count * grid.needs.count)
    ageAdmission = [Certainty](repeating: .sure, count: count * grid.bands.count)
    areaAdmission = [Certainty](repeating: .sure, count: count * grid.areas.count)

    let index = CoverageIndex(grid, in: map)
    let serviceTerms = map.services.compactMap { read($0, index, on: date) }
    for service in map.services {
      guard let node = routes.node(of: service.id), node != families,
        let level = service.intensity?.compactMap({ map.rank(of: $0) }).min()
      else { continue }
      let isKnownToAll = service.kind.map(Self.knownToEveryFamily.contains) ?? false
      precedence[node] = level * 3 + (isKnownToAll ? 0 : 1)
    }
    let routeTerms = (0..<routes.graph.edgeCount).compactMap { read(edge: $0, on: date) }

    var named = Set(map.conditions.lazy.map(\.id))
    for terms in serviceTerms + routeTerms {
      named.formUnion(terms.excludes ?? [])
      named.formUnion(terms.onlyFor)
    }
    conditions = named.sorted()
    layerOfCondition = Dictionary(
      uniqueKeysWithValues: conditions.enumerated().map { ($0.element, $0.offset + 1) })
    exclusion = [Certainty](repeating: .sure, count: count * layerCount)
    requirement = [Bool](repeating: true, count: count * layerCount)
    restriction = [Int32](repeating: 0, count: routes.graph.edgeCount)
    for terms in serviceTerms { setLayers(ofNode: terms.place, terms) }
    readServicesOfOtherMaps()
    var known: [RouteRestriction: Int32] = [:]
    for terms in routeTerms {
      let rule = RouteRestriction(
        needs: terms.needs.map { Set($0.compactMap { index.needs[$0] }) },
        excludes: layers(of: terms.excludes ?? []),
        onlyFor: terms.onlyFor.isEmpty ? nil : layers(of: terms.onlyFor))
      let place = known[rule] ?? Int32(restrictions.count)
      if known[rule] == nil { restrictions.append(rule) }
      known[rule] = place
      restriction[terms.place] = place
    }
  }

  /// After the services of the lowest level and before those of the next.
  private static let precedenceOfFamilies = 2
  /// What every family with a young child has to do with.
  private static let knownToEveryFamily: Set<ServiceKind.ID> = [
    "general-practice", "health-visiting", "midwifery",
  ]

  /// What a service or a route says of conditions, and a route of needs.
  private struct Terms {
    /// The node or the edge.
    let place: Int
    let excludes: [Condition.ID]?
    let onlyFor: [Condition.ID]
    var needs: [Need.ID]?
  }

  /// Of a service of another map of the atlas, this map says nothing but that routes lead there: a
  /// family may well find help.
  private mutating func readServicesOfOtherMaps() {
    for (node, id) in routes.ids.enumerated() where !isKnown[node] && id.acrossMaps != nil {
      isKnown[node] = true
      for need in grid.needs.indices { serving[node * grid.needs.count + need] = .possible }
      for band in grid.bands.indices { ageAdmission[node * grid.bands.count + band] = .possible }
      for area in grid.areas.indices { areaAdmission[node * grid.areas.count + area] = .possible }
      for layer in 1..<layerCount { exclusion[node * layerCount + layer] = .possible }
    }
  }

  /// Takes what counts from a service.
  private mutating func read(
    _ service: Service, _ index: CoverageIndex, on date: CalendarDate
  ) -> Terms? {
    guard let node = routes.node(of: service.id), node != families else { return nil }
    isKnown[node] = true
    nodeStatus[node] = service.status(on: date) ?? .active
    entries[node] =
      switch service.entry {
      case .open: .sure
      case .byReferral: .never
      case nil: .possible
      }
    readNeeds(service.serves, index, node)
    readAges(service.ages, node)
    readAreas(service.areas, index, node)
    return Terms(
      place: node, excludes: service.excludes?.map(\.condition),
      onlyFor: service.onlyFor?.map(\.condition) ?? [])
  }

  /// Takes what counts from a route; `nil` when nothing narrows it.
  private mutating func read(edge: Int, on date: CalendarDate) -> Terms? {
    let route = routes.route(ofEdge: edge)
    kinds.append(route.kind)
    edgeStatus.append(route.status(on: date) ?? .active)
    let terms = Terms(
      place: edge, excludes: route.excludes, onlyFor: route.onlyFor ?? [], needs: route.needs)
    let isNarrow =
      terms.needs != nil || !(terms.excludes ?? []).isEmpty || !terms.onlyFor.isEmpty
    return isNarrow ? terms : nil
  }

  private func layers(of conditions: [Condition.ID]) -> Set<Int> {
    Set(conditions.compactMap { layerOfCondition[$0] })
  }

  private mutating func setLayers(ofNode node: Int, _ terms: Terms) {
    let row = node * layerCount
    if let excludes = terms.excludes {
      for layer in layers(of: excludes) { exclusion[row + layer] = .never }
    } else {
      for layer in 1..<layerCount { exclusion[row + layer] = .possible }
    }
    guard !terms.onlyFor.isEmpty else { return }
    let accepted = layers(of: terms.onlyFor)
    for layer in 0..<layerCount { requirement[row + layer] = accepted.contains(layer) }
  }

  private mutating func readNeeds(_ serves: [Need.ID]?, _ index: CoverageIndex, _ node: Int) {
    let row = node * grid.needs.count
    if let serves {
      for need in serves {
        if let place = index.needs[need] { serving[row + place] = .sure }
      }
    } else {
      for place in grid.needs.indices { serving[row + place] = .possible }
    }
  }

  private mutating func readAges(_ ages: AgeRange?, _ node: Int) {
    let row = node * grid.bands.count
    for (place, band) in grid.bands.enumerated() {
      ageAdmission[row + place] = ages?.admission(of: band) ?? .possible
    }
  }

  private mutating func readAreas(_ areas: [Area.ID]?, _ index: CoverageIndex, _ node: Int) {
    let row = node * grid.areas.count
    let otherwise: Certainty = areas == nil ? .possible : .never
    for place in grid.areas.indices { areaAdmission[row + place] = otherwise }
    for area in areas ?? [] {
      for place in index.areasWithin[area] ?? [] { areaAdmission[row + place] = .sure }
    }
  }

  // MARK: - Questions

  /// Whether a service sees a family of a layer.
  func conditionAdmission(of node: Int, layer: Int) -> Certainty {
    let place = node * layerCount + layer
    return requirement[place] ? exclusion[place] : .never
  }

  /// Takes nodes and edges out of use.
  mutating func close(nodes: some Sequence<Int>, edges: some Sequence<Int>) {
    for node in nodes { nodeStatus[node] = .closed }
    for edge in edges { edgeStatus[edge] = .closed }
  }
}

/// For whom a route is, beyond the services it joins.
struct RouteRestriction: Hashable, Sendable {
  /// The places of the needs in the grid; `nil` for all.
  var needs: Set<Int>?
  /// The layers for which it is closed.
  var excludes: Set<Int> = []
  /// The only layers for which it is open; `nil` for all.
  var onlyFor: Set<Int>?

  /// Whether a family may follow the route.
  func admits(need: Int, layer: Int) -> Bool {
    needs?.contains(need) ?? true && !excludes.contains(layer) && onlyFor?.contains(layer) ?? true
  }
}

/// Where the words of services lead in a grid.
private struct CoverageIndex {
  /// The place of each need.
  let needs: [Need.ID: Int]
  /// The places of the areas that are, or lie within, an area.
  var areasWithin: [Area.ID: [Int]] = [:]

  init(_ grid: CoverageGrid, in map: SystemMap) {
    needs = Dictionary(
      uniqueKeysWithValues: grid.needs.enumerated().map { ($0.element, $0.offset) })
    for (place, area) in grid.areas.enumerated() {
      var seen: Set<Area.ID> = []
      var current: Area.ID? = area
      // A map under construction may hold areas that lie within one another in a circle.
      while let next = current, seen.insert(next).inserted {
        areasWithin[next, default: []].append(place)
        current = map.areas[next]?.within
      }
    }
  }
}

extension AgeRange {
  /// Whether the range holds a band, no part of which it may hold without the rest.
  func admission(of band: AgeBand) -> Certainty {
    if let from, band.from < from { return .never }
    if let to, to < band.to { return .never }
    return from == nil || to == nil ? .possible : .sure
  }
}
