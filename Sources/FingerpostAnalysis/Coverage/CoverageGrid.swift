public import FingerpostModel

/// The needs, age bands and areas whose every combination coverage answers for.
public struct CoverageGrid: Hashable, Sendable {
  /// A part of a map's scope without which there is no matrix.
  public enum ScopePart: String, CaseIterable, Hashable, Sendable {
    /// The needs that the map must cover.
    case needs
    /// The ages, both ends of them.
    case ages
    /// The areas.
    case areas
  }

  /// The map does not say what it must cover.
  public struct UnstatedScope: Error, Hashable, Sendable {
    /// The parts that it does not state.
    public var missing: [ScopePart]

    /// Makes an error.
    public init(missing: [ScopePart]) { self.missing = missing }
  }

  /// The needs, each once, in the order of the scope.
  public let needs: [Need.ID]
  /// The age bands, the youngest first.
  public let bands: [AgeBand]
  /// The areas, each once, in the order of the scope.
  public let areas: [Area.ID]

  /// Makes a grid.
  public init(needs: [Need.ID], bands: [AgeBand], areas: [Area.ID]) {
    self.needs = needs.uniqued()
    self.bands = bands
    self.areas = areas.uniqued()
  }

  /// The grid that the scope of a map spans.
  ///
  /// The age limits of all services, in use or not, cut the ages of the scope into bands, so that
  /// the bands stay the same from one date to another.
  ///
  /// - Throws: What the map does not state.
  /// - Complexity: O(*s* log *s*), where *s* is the number of services.
  public init(scopeOf map: SystemMap) throws(UnstatedScope) {
    let (needs, ages, areas) = (map.scope?.needs, map.scope?.ages, map.scope?.areas)
    var missing: [ScopePart] = []
    if needs == nil { missing.append(.needs) }
    if ages?.from == nil || ages?.to == nil { missing.append(.ages) }
    if areas == nil { missing.append(.areas) }
    guard let needs, let from = ages?.from, let to = ages?.to, let areas else {
      throw UnstatedScope(missing: missing)
    }
    self.init(
      needs: needs,
      bands: AgeBand.bands(of: AgeBand(from: from, to: to), cutAt: map.ageLimits), areas: areas)
  }

  /// The grid of one cell, whatever the scope of the map says.
  ///
  /// The band is the one between the limits of services in which the age lies.
  ///
  /// - Complexity: O(*s* log *s*), where *s* is the number of services.
  public init(need: Need.ID, age: Age, area: Area.ID, in map: SystemMap) {
    let whole = AgeBand(from: min(.conception, age), to: .noLimit)
    let bands = AgeBand.bands(of: whole, cutAt: map.ageLimits)
    self.init(needs: [need], bands: bands.filter { $0.contains(age) }, areas: [area])
  }

  /// How many cells there are.
  public var cellCount: Int { needs.count * bands.count * areas.count }

  /// Every cell: need by need, then band by band, then area by area.
  ///
  /// - Complexity: O(*c*), where *c* is the number of cells.
  public var cells: [CoverageCell] {
    var cells: [CoverageCell] = []
    cells.reserveCapacity(cellCount)
    for need in needs {
      for ages in bands {
        for area in areas { cells.append(CoverageCell(need: need, ages: ages, area: area)) }
      }
    }
    return cells
  }
}

extension SystemMap {
  /// The ages at which a service of the map begins or ends to accept children.
  var ageLimits: [Age] {
    var limits: [Age] = []
    for position in services.indices {
      guard let ages = services[position].ages else { continue }
      if let from = ages.from { limits.append(from) }
      if let to = ages.to { limits.append(to) }
    }
    return limits
  }
}

extension Sequence where Element: Hashable {
  /// The elements in their order, each once.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
