public import FingerpostModel

/// Which families find help: for each need, age and area, whether a way leads to a service.
///
/// Families begin at a service whose entry is open, or at one to which they refer themselves. They
/// follow routes that move them (`RouteKind.movesFamily`). A route and the service at its end must
/// admit them on the date; a service admits an age and an area when its limits hold all of the one,
/// and name the other or an area in which it lies. The way ends at a service that serves the need.
///
/// What is not stated of `serves`, `ages` (either end), `areas`, `entry` and, for families with a
/// condition, `excludes` lets a family through *possibly* and not surely. A status that is not
/// stated counts as in use, because a map lists what there is; `only-for` of a service, and
/// `needs`, `excludes` and `only-for` of a route, restrict nothing when they are not stated. A map
/// without any route does not say how families get anywhere: each service possibly leads to each. A
/// service of another map, or one that the map does not hold, leads nowhere.
///
/// Besides families without any condition, whom services that are only for some do not see, there
/// is a layer of answers for each condition: families with it and with no other.
///
/// ```swift
/// let coverage = try Coverage(of: map, on: today)
/// for cell in coverage.grid.cells where coverage.answer(for: cell) == .gap {
///   print(cell, coverage.gap(at: cell)?.kind as Any, coverage.repairs(for: cell).first as Any)
/// }
/// ```
///
/// One pass of data flow answers for all cells. Ways, flags, reasons and repairs are found when
/// asked for.
public struct Coverage: Sendable {
  /// The needs, bands and areas.
  public let grid: CoverageGrid
  /// The date it is about.
  public let date: CalendarDate
  /// The conditions that have a layer: those that the map declares or that a service or route
  /// excludes or is only for, in ascending order.
  public var conditions: [Condition.ID] { network.conditions }

  package let map: SystemMap
  let network: CoverageNetwork
  let flow: CoverageFlow
  /// The layers of conditions that some service or route is only for.
  private let privileged: [Int]
  private let places: CoverageGrid.Places

  /// The coverage of the map's own scope.
  ///
  /// - Throws: What the map does not state of its scope.
  /// - Complexity: That of `init(of:over:on:)`.
  public init(of map: SystemMap, on date: CalendarDate) throws(CoverageGrid.UnstatedScope) {
    self.init(of: map, over: try CoverageGrid(scopeOf: map), on: date)
  }

  /// The coverage of any grid.
  ///
  /// - Complexity: O(*s* log *s* + *r* log *r*), where *s* is the number of services and *r* of
  ///   routes, and one bit a cell, layer and route for each time that a set of cells grows.
  public init(of map: SystemMap, over grid: CoverageGrid, on date: CalendarDate) {
    self.init(map, date, CoverageNetwork(of: map, over: grid, on: date))
  }

  private init(_ map: SystemMap, _ date: CalendarDate, _ network: CoverageNetwork) {
    self.map = map
    self.grid = network.grid
    self.date = date
    self.network = network
    flow = CoverageFlow(network)
    places = CoverageGrid.Places(network.grid)
    var isPrivileged = [Bool](repeating: false, count: network.layerCount)
    for rule in network.restrictions {
      for layer in rule.onlyFor ?? [] { isPrivileged[layer] = true }
    }
    for place in network.requirement.indices
    where !network.requirement[place - place % network.layerCount] && network.requirement[place] {
      isPrivileged[place % network.layerCount] = true
    }
    privileged = isPrivileged.indices.filter { isPrivileged[$0] }
  }

  /// The same with some services and routes out of use.
  ///
  /// - Complexity: One more pass of data flow.
  public func without(
    services: some Sequence<Service.ID>, routes: some Sequence<Route.ID> = []
  ) -> Coverage {
    var network = network
    let routes = Set(routes)
    network.close(
      nodes: services.compactMap(network.routes.node(of:)),
      edges: network.kinds.indices.filter {
        !routes.isEmpty && routes.contains(network.routes.route(ofEdge: $0).id)
      })
    return Coverage(map, date, network)
  }

  /// What the map says of a cell.
  ///
  /// - Parameters:
  ///   - cell: A cell of the grid.
  ///   - condition: The condition that families have; `nil` for families without any. A condition
  ///     of which the map says nothing has no layer of its own, and is answered as none.
  /// - Returns: `.gap` for a cell that is not of the grid.
  /// - Complexity: O(*k*), where *k* is the number of conditions.
  public func answer(
    for cell: CoverageCell, condition: Condition.ID? = nil
  ) -> CoverageAnswer {
    guard let place = places[cell] else { return .gap }
    return answer(at: place, layer: layer(of: condition))
  }

  /// What the map says of each cell, in the order of `grid.cells`.
  ///
  /// - Complexity: O(*c* · *k*), where *c* is the number of cells and *k* of conditions.
  public func answers(condition: Condition.ID? = nil) -> [CoverageAnswer] {
    let layer = layer(of: condition)
    var answers: [CoverageAnswer] = []
    answers.reserveCapacity(grid.cellCount)
    for need in grid.needs.indices {
      for band in grid.bands.indices {
        for area in grid.areas.indices {
          answers.append(
            answer(at: CellPlace(need: need, band: band, area: area), layer: layer))
        }
      }
    }
    return answers
  }

  private func answer(at place: CellPlace, layer: Int) -> CoverageAnswer {
    switch certainty(at: place, layer: layer) {
    case .sure: return .covered
    case .possible: return .notStated
    case .never:
      guard layer == 0 else { return .gap }
      let helped = privileged.filter { certainty(at: place, layer: $0) == .sure }
      return helped.isEmpty ? .gap : .coveredForSome(helped.map { conditions[$0 - 1] })
    }
  }

  private func certainty(at place: CellPlace, layer: Int) -> Certainty {
    flow.certainty(need: place.need, band: place.band, area: place.area, layer: layer)
  }

  /// The layer of a condition; that of families without any when it has none.
  func layer(of condition: Condition.ID?) -> Int {
    condition.flatMap { network.layerOfCondition[$0] } ?? 0
  }

  /// The search of ways for one cell.
  func search(
    _ cell: CoverageCell, _ condition: Condition.ID?, from start: Service.ID? = nil
  ) -> CellSearch? {
    places[cell].map {
      CellSearch(
        network: network, place: $0, layer: layer(of: condition),
        start: start.map { network.routes.node(of: $0) ?? -1 })
    }
  }
}

/// Where a cell stands in a grid.
struct CellPlace: Hashable, Sendable {
  let need: Int
  let band: Int
  let area: Int
}

extension CoverageGrid {
  /// Where the parts of a grid stand in it.
  struct Places: Sendable {
    private let needs: [Need.ID: Int]
    private let bands: [AgeBand: Int]
    private let areas: [Area.ID: Int]

    init(_ grid: CoverageGrid) {
      func places<Part: Hashable>(_ parts: [Part]) -> [Part: Int] {
        Dictionary(
          parts.enumerated().map { ($0.element, $0.offset) },
          uniquingKeysWith: { first, _ in first }
        )
      }
      needs = places(grid.needs)
      bands = places(grid.bands)
      areas = places(grid.areas)
    }

    subscript(cell: CoverageCell) -> CellPlace? {
      guard let need = needs[cell.need], let band = bands[cell.ages], let area = areas[cell.area]
      else { return nil }
      return CellPlace(need: need, band: band, area: area)
    }
  }
}
