import FingerpostAnalysis
import FingerpostModel

/// What coverage says of a map, in the words of pictures.
struct CoverageText {
  let map: SystemMap
  let words: Words

  // MARK: - Names

  func name(of service: Service.ID) -> String {
    if service == .families { return words(.families) }
    if let other = service.acrossMaps {
      return words(.onOtherMap, ["map": other.map, "name": other.element])
    }
    return map.services[service]?.name ?? words(.notOnThisMapNamed, ["name": service.rawValue])
  }

  func name(of need: Need.ID) -> String { map.needs[need]?.name ?? need.rawValue.asWords }

  func name(of area: Area.ID) -> String { map.areas[area]?.name ?? area.rawValue.asWords }

  func names(of conditions: [Condition.ID]) -> String {
    words.list(conditions.map { map.conditions[$0]?.name ?? $0.rawValue.asWords })
  }

  /// At most five names; the rest is counted.
  func names(of services: [Service.ID]) -> String {
    let shown = services.prefix(5).map { name(of: $0) }
    let rest = services.count - shown.count
    return words.list(shown + (rest > 0 ? [words(.moreNames, rest)] : []))
  }

  private func name(of route: Route.ID) -> String {
    guard let route = map.routes[route] else { return route.rawValue }
    return words(
      .routeNamed,
      ["kind": words.label(route.kind), "from": name(of: route.from), "to": name(of: route.to)])
  }

  func way(_ services: [Service.ID]) -> String {
    services.map { $0 == .families ? words(.familiesBox) : name(of: $0) }.joined(separator: " → ")
  }

  // MARK: - Which families

  /// The ages and areas of cells of one need, in as few words as they take.
  func families(_ cells: [CoverageCell], of grid: CoverageGrid) -> String {
    // Areas with the same ages are named together.
    var byBands: [(bands: [Int], areas: [Area.ID])] = []
    for area in grid.areas {
      let bands = grid.bands.indices.filter { band in
        cells.contains { $0.area == area && $0.ages == grid.bands[band] }
      }
      guard !bands.isEmpty else { continue }
      if let place = byBands.firstIndex(where: { $0.bands == bands }) {
        byBands[place].areas.append(area)
      } else {
        byBands.append((bands, [area]))
      }
    }
    return byBands.map { bands, areas in
      let ages = ages(bands.map { grid.bands[$0] })
      return areas.count == grid.areas.count && areas.count > 1
        ? words(.agesInAreas, ["ages": ages, "areas": words(.everyArea)])
        : families(of: ages, in: areas)
    }.joined(separator: "; ")
  }

  /// `9 months in Wexmoor`; of a map without areas the ages alone.
  func families(of ages: String, in areas: [Area.ID]) -> String {
    map.areas.isEmpty
      ? ages
      : words(.agesInAreas, ["ages": ages, "areas": words.list(areas.map { name(of: $0) })])
  }

  private func ages(_ bands: [AgeBand]) -> String {
    var ranges: [AgeBand] = []
    for band in bands {
      if let last = ranges.last, last.to == band.from {
        ranges[ranges.count - 1] = AgeBand(from: last.from, to: band.to)
      } else {
        ranges.append(band)
      }
    }
    return words.list(ranges.map { words.ages(from: $0.from, to: $0.to) })
  }

  // MARK: - Gaps

  /// What is missing, where the way stops, and the smallest change, as sentences.
  func explanation(_ gap: CoverageGap, _ change: GapChange) -> String {
    [reason(gap), stops(gap), sentence(change)].filter { !$0.isEmpty }.joined(separator: " ")
  }

  func reason(_ gap: CoverageGap) -> String {
    let helpers = gap.services.filter { !gap.unsure.contains($0) }
    switch gap.kind {
    case .nobodyServesIt: return words(.gapNobodyServesIt)
    case .nothingLeadsToIt:
      return gap.isHelpCertain && !helpers.isEmpty
        ? words(.gapNothingLeadsToIt, ["services": names(of: helpers)])
        : words(.gapNothingLeadsToWhatMayHelp, ["services": names(of: gap.unsure)])
    case .onlyPlannedOrPaused:
      let what = gap.services.map { name(of: $0) } + gap.routes.map { name(of: $0) }
      return words(
        gap.isHelpCertain ? .gapOnlyPlannedOrPaused : .gapOnlyPlannedOrPausedMayHelp,
        ["what": words.list(what)])
    case .onlySignposting:
      return words(.gapOnlySignposting, ["services": names(of: gap.services)])
    case .excluded: return words(.gapExcluded, ["services": names(of: gap.services)])
    }
  }

  private func stops(_ gap: CoverageGap) -> String {
    if gap.reached.isEmpty { return words(.wayStopsAtOnce) }
    let last = Set(gap.stops.map(\.service)).subtracting([.families]).sorted()
    return words(.wayStopsAt, ["services": names(of: last.isEmpty ? gap.reached : last)])
  }

  /// Why a service does not see the family, or the route to it does not lead on.
  func reason(
    _ reason: CoverageGap.Reason, at service: Service.ID
  ) -> (text: String, isOfRoute: Bool) {
    switch reason {
    case .onlySignposting: return (words(.stopOnlySignposting), true)
    case .routeNotInUse(let status):
      return (words(.stopRouteNotInUse, ["status": words.label(status)]), true)
    case .routeForOtherNeeds: return (words(.stopRouteForOtherNeeds), true)
    case .routeExcludes, .routeOnlyForOthers: return (words(.stopRouteForOtherFamilies), true)
    case .notOnMap: return (words(.notOnThisMap), false)
    case .notInUse(let status): return (words.label(status), false)
    case .otherAges:
      let ages = map.services[service]?.ages
      return (words(.stopOtherAges, ["ages": words.ages(from: ages?.from, to: ages?.to)]), false)
    case .otherAreas:
      let areas = (map.services[service]?.areas ?? []).map { name(of: $0) }
      return
        (
          areas.isEmpty
            ? words(.stopNoArea) : words(.stopOtherAreas, ["areas": words.list(areas)]), false
        )
    case .excludes: return (words(.stopExcludes), false)
    case .onlyForOthers:
      let whom = (map.services[service]?.onlyFor ?? []).map(\.condition)
      return (words(.stopOnlyFor, ["conditions": names(of: whom)]), false)
    }
  }

  private func sentence(_ change: GapChange) -> String {
    words(
      change.isSure ? .smallestChange : .smallestChangeUnsure, ["change": description(change)])
  }

  private func description(_ change: GapChange) -> String {
    switch change.kind {
    case .reopenService(let id):
      return words(
        map.services[id]?.status == .paused ? .changeReopen : .changeBringForward,
        ["what": name(of: id)])
    case .reopenRoute(let id):
      return words(
        map.routes[id]?.status == .paused ? .changeReopen : .changeBringForward,
        ["what": name(of: id)])
    case .widenAges(let id):
      return words(
        .changeWidenAges,
        [
          "service": name(of: id),
          "ages": words.ages(from: change.ages?.from, to: change.ages?.to),
        ])
    case .addAreas(let id):
      return words(
        .changeAddArea,
        ["service": name(of: id), "areas": words.list(change.areas.map { name(of: $0) })])
    case .addRoute(.families, let to): return words(.changeSelfReferral, ["service": name(of: to)])
    case .addRoute(let from, let to):
      return words(.changeReferral, ["from": name(of: from), "to": name(of: to)])
    case .addService: return words(.changeNewService)
    }
  }

  // MARK: - What the map does not say

  /// After "The map does not say".
  func question(_ fact: Coverage.MissingFact) -> String {
    let service = ["service": name(of: fact.service)]
    if let other = fact.service.acrossMaps {
      return words(.askOtherMap, ["service": other.element.asWords, "map": other.map])
    }
    switch fact.key {
    case .routes: return words(.askRoutes)
    case .ages:
      guard let ages = map.services[fact.service]?.ages else { return words(.askAges, service) }
      return words(ages.from == nil ? .askFirstAge : .askLastAge, service)
    case .areas: return words(.askAreas, service)
    case .entry: return words(.askEntry, service)
    case .excludes: return words(.askExclusions, service)
    case .serves: return words(.askNeeds, service)
    }
  }

  /// The same in a box.
  func doubt(_ fact: Coverage.MissingFact) -> String {
    if fact.service.acrossMaps != nil { return words(.doubtOtherMap) }
    return switch fact.key {
    case .ages: words(.doubtAges)
    case .areas: words(.doubtAreas)
    case .entry: words(.doubtEntry)
    case .excludes: words(.doubtExclusions)
    case .routes: words(.doubtRoutes)
    case .serves: words(.doubtNeeds)
    }
  }
}

/// One change that fills the gaps of several ages, areas or needs at once.
struct GapChange: Hashable {
  /// What is changed, whatever the ages and areas.
  enum Kind: Hashable {
    case reopenService(Service.ID)
    case reopenRoute(Route.ID)
    case widenAges(Service.ID)
    case addAreas(Service.ID)
    case addRoute(from: Service.ID, to: Service.ID)
    case addService(Need.ID)
  }

  let kind: Kind
  /// Whether help is then certain everywhere.
  private(set) var isSure: Bool
  /// To what ages are widened.
  private(set) var ages: AgeRange?
  /// The areas that are added, in ascending order.
  private(set) var areas: [Area.ID] = []

  init(_ repair: CoverageRepair) {
    isSure = repair.isSure
    switch repair.change {
    case .reopenService(let id): kind = .reopenService(id)
    case .reopenRoute(let id): kind = .reopenRoute(id)
    case .widenAges(let id, let range):
      kind = .widenAges(id)
      ages = range
    case .addArea(let id, let area):
      kind = .addAreas(id)
      areas = [area]
    case .addRoute(let from, let to): kind = .addRoute(from: from, to: to)
    case .addService(let cell): kind = .addService(cell.need)
    }
  }

  /// Takes in the same change for other families.
  mutating func add(_ other: GapChange) {
    isSure = isSure && other.isSure
    areas = Set(areas + other.areas).sorted()
    guard let own = ages, let more = other.ages else { return }
    ages = AgeRange(
      from: zip(own.from, more.from).map(min), to: zip(own.to, more.to).map(max))
  }

  /// Both values, if there are two.
  private func zip<Value>(_ a: Value?, _ b: Value?) -> (Value, Value)? {
    guard let a, let b else { return nil }
    return (a, b)
  }

  /// What puts changes in an order that does not depend on the file.
  var order: [String] {
    switch kind {
    case .reopenService(let id): ["1", id.rawValue]
    case .reopenRoute(let id): ["1", id.rawValue, "route"]
    case .widenAges(let id): ["2", id.rawValue]
    case .addAreas(let id): ["2", id.rawValue, "areas"]
    case .addRoute(let from, let to): ["3", from.rawValue, to.rawValue]
    case .addService(let need): ["4", need.rawValue]
    }
  }
}
