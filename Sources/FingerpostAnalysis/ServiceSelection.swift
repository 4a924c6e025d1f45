public import FingerpostModel

/// The services of a map that a filter chooses, and those of which the map does not say whether they
/// belong.
public struct ServiceSelection: Hashable, Sendable {
  /// One thing that a filter asks of a service.
  public enum Criterion: Int, CaseIterable, Hashable, Sendable, Comparable {
    /// Which needs it serves.
    case needs
    /// Which sector runs it.
    case sector
    /// At which levels it works.
    case intensity
    /// Which areas it serves.
    case areas
    /// Which organisation runs it.
    case organisation
    /// Its status on the date.
    case status
    /// How many hand-offs it is away from others.
    case handOffs

    /// Orders criteria as a filter states them.
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// The services that surely meet every criterion.
  public private(set) var chosen: Set<Service.ID> = []
  /// The services that meet every criterion of which the map says enough, with the others.
  public private(set) var unsaid: [Service.ID: [Criterion]] = [:]

  /// Tries every service.
  ///
  /// - Parameters:
  ///   - map: The map.
  ///   - filter: What is asked of a service; `nil` lets all of them pass.
  ///   - date: The date on which statuses hold; `nil` for as they are stated.
  /// - Complexity: O(*s* log *s* + *r* log *r*) for *s* services and *r* routes, times the values of the
  ///   filter.
  public init(of map: SystemMap, by filter: ViewFilter?, on date: CalendarDate?) {
    let question = SelectionQuestion(map, filter ?? ViewFilter(), date)
    for service in map.services {
      let answers = Criterion.allCases.map { (criterion: $0, isMet: question.answer($0, service)) }
      if answers.contains(where: { $0.isMet == .no }) { continue }
      let open = answers.filter { $0.isMet == .notStated }.map(\.criterion)
      if open.isEmpty { chosen.insert(service.id) } else { unsaid[service.id] = open }
    }
  }
}

/// What a filter asks, made ready to be asked of many services.
private struct SelectionQuestion {
  enum Answer { case yes, no, notStated }

  let map: SystemMap
  let filter: ViewFilter
  let date: CalendarDate?
  /// The areas of the filter, with those within which each lies.
  private let areas: Set<Area.ID>?
  private let near: Set<Service.ID>?

  init(_ map: SystemMap, _ filter: ViewFilter, _ date: CalendarDate?) {
    self.map = map
    self.filter = filter
    self.date = date
    areas = filter.areas.map { areas in
      var all: Set<Area.ID> = []
      for area in areas {
        var next: Area.ID? = area
        while let id = next, all.insert(id).inserted { next = map.areas[id]?.within }
      }
      return all
    }
    near = filter.near.map { Self.services(near: $0, in: map, on: date) }
  }

  /// The services within so many hand-offs.
  ///
  /// Ways do not lead through families, who would join
  /// everything that takes self-referrals, nor along routes that are closed.
  private static func services(
    near: ViewFilter.Surroundings, in map: SystemMap, on date: CalendarDate?
  ) -> Set<Service.ID> {
    let routes = RouteGraph(of: map) { route in
      route.kind.movesFamily && (date.flatMap { route.status(on: $0) } ?? route.status) != .closed
    }
    let found = routes.graph.neighbourhood(
      of: near.services.compactMap { routes.node(of: $0) }, hops: near.handOffs,
      nodes: { map.services[routes.ids[$0]] != nil })
    return Set(found.map { routes.ids[$0.node] })
  }

  func answer(_ criterion: ServiceSelection.Criterion, _ service: Service) -> Answer {
    switch criterion {
    case .needs: isAny(of: filter.needs.map { Set($0) }, service.serves)
    case .sector:
      isAny(
        of: filter.sectors.map { Set($0) },
        service.organisation.flatMap { map.organisations[$0]?.sector }.map { [$0] })
    case .intensity: isAny(of: filter.intensities.map { Set($0) }, service.intensity)
    case .areas: isAny(of: areas, service.areas)
    case .organisation:
      isAny(of: filter.organisations.map { Set($0) }, service.organisation.map { [$0] })
    case .status:
      isAny(
        of: filter.statuses.map { Set($0) },
        (date.flatMap { service.status(on: $0) } ?? service.status).map { [$0] })
    case .handOffs:
      switch near {
      case nil: .yes
      case .some(let near) where near.contains(service.id): .yes
      default: map.saysRoutes ? .no : .notStated
      }
    }
  }

  private func isAny<Value: Hashable>(of wanted: Set<Value>?, _ stated: [Value]?) -> Answer {
    guard let wanted else { return .yes }
    guard let stated else { return .notStated }
    return stated.contains { wanted.contains($0) } ? .yes : .no
  }
}
