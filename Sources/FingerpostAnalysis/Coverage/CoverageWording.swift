package import FingerpostModel

/// What coverage says of a map, in words: the one place for pictures, papers and commands.
package struct CoverageWording: Sendable {
  package let map: SystemMap
  package let words: Words

  package init(map: SystemMap, words: Words) {
    self.map = map
    self.words = words
  }

  // MARK: - Names

  package func name(of service: Service.ID) -> String {
    if service == .families { return words(.families) }
    if let other = service.acrossMaps {
      return words(
        .serviceOnOtherMap, ["map": other.map.onOneLine, "name": other.element.onOneLine])
    }
    return map.services[service]?.name.onOneLine
      ?? words(.serviceNotOnMap, ["name": service.rawValue.onOneLine])
  }

  package func name(of need: Need.ID) -> String {
    (map.needs[need]?.name ?? need.rawValue.asWords).onOneLine
  }

  package func name(of area: Area.ID) -> String {
    (map.areas[area]?.name ?? area.rawValue.asWords).onOneLine
  }

  package func name(of condition: Condition.ID) -> String {
    (map.conditions[condition]?.name ?? condition.rawValue.asWords).onOneLine
  }

  package func names(of conditions: [Condition.ID]) -> String {
    words.list(conditions.map { name(of: $0) })
  }

  /// At most five names; the rest is counted.
  package func names(of services: [Service.ID]) -> String {
    let shown = services.prefix(5).map { name(of: $0) }
    let rest = services.count - shown.count
    return words.list(shown + (rest > 0 ? [words(.moreNames, rest)] : []))
  }

  package func name(of route: Route.ID) -> String {
    guard let route = map.routes[route] else {
      return words(.routeNotOnMap, ["route": route.rawValue.onOneLine])
    }
    return words(
      .routeNamed,
      ["kind": words.label(route.kind), "from": name(of: route.from), "to": name(of: route.to)])
  }

  package func way(_ services: [Service.ID]) -> String {
    services.map { $0 == .families ? words(.familiesBox) : name(of: $0) }.joined(separator: " → ")
  }

  // MARK: - Which families

  /// The whom: families, and their condition if they have one.
  package func families(_ condition: Condition.ID?) -> String {
    condition.map { words(.familiesWithCondition, ["condition": name(of: $0)]) }
      ?? words(.familiesWithoutConditions)
  }

  /// Cells of one grid, need by need, in as few words as they take.
  package func cells(_ cells: [CoverageCell], of grid: CoverageGrid) -> [String] {
    grid.needs.compactMap { need in
      let own = cells.filter { $0.need == need }
      return own.isEmpty
        ? nil
        : words(.needOfFamilies, ["need": name(of: need), "families": families(own, of: grid)])
    }
  }

  /// The ages and areas of cells of one need, in as few words as they take.
  package func families(_ cells: [CoverageCell], of grid: CoverageGrid) -> String {
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
  package func families(of ages: String, in areas: [Area.ID]) -> String {
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

  // MARK: - Covered cells

  /// A reason to look twice at what is covered, as a sentence.
  package func flag(_ flag: CoverageFlag, waitOver limit: TimeSpan) -> String {
    switch flag {
    case .longWait(let services):
      let waits = services.map { service in
        map.services[service]?.wait.value.map {
          words(.serviceWithWait, ["service": name(of: service), "wait": words.span($0)])
        } ?? name(of: service)
      }
      return words(.lookAtWait, ["limit": words.span(limit), "services": words.list(waits)])
    case .full(let services):
      return words(.lookAtFull, services.count, ["services": names(of: services)])
    case .singlePath(let services):
      return words(.lookAtSinglePath, ["services": names(of: services)])
    case .restsOnOnePerson(let services):
      return words(.lookAtOnePerson, ["services": names(of: services)])
    case .fundingEnds(let date, let services):
      return words(
        .lookAtFunding, ["date": words.date(date), "services": names(of: services)])
    }
  }

  // MARK: - Gaps

  /// What is missing, where the way stops, and the smallest change, as sentences.
  package func explanation(_ gap: CoverageGap, _ change: GapChange) -> String {
    [
      reason(gap), whereItStops(gap),
      words(
        change.isSure ? .smallestChange : .smallestChangeUnsure, ["change": description(change)]),
    ].joined(separator: " ")
  }

  /// Why there is no help, as sentences.
  package func reason(_ gap: CoverageGap) -> String {
    let unsure = ["services": names(of: gap.unsure)]
    switch gap.kind {
    case .nobodyServesIt: return words(.gapNobodyServesIt)
    case .nothingLeadsToIt:
      let helpers = gap.services.filter { !gap.unsure.contains($0) }
      guard gap.isHelpCertain, !helpers.isEmpty else {
        return words(.gapNothingLeadsToWhatMayHelp, unsure)
      }
      let sure = words(.gapNothingLeadsToIt, ["services": names(of: helpers)])
      return gap.unsure.isEmpty ? sure : sure + " " + words(.gapNorToWhatMayHelp, unsure)
    case .onlyPlannedOrPaused:
      let what = gap.services.map { name(of: $0) } + gap.routes.map { name(of: $0) }
      return words(
        gap.isHelpCertain ? .gapOnlyPlannedOrPaused : .gapOnlyPlannedOrPausedMayHelp,
        ["what": words.list(what)])
    case .onlySignposting:
      let told = words(.gapOnlySignposting, ["services": names(of: gap.services)])
      return gap.unsure.isEmpty ? told : told + " " + words(.gapHelpUncertain, unsure)
    case .excluded:
      return words(
        .gapExcluded,
        ["exclusions": gap.exclusions.map { exclusion($0) }.joined(separator: "; ")])
    }
  }

  private func exclusion(_ crossed: CoverageGap.CrossedExclusion) -> String {
    if let route = crossed.route { return words(.routeClosedToThem, ["route": name(of: route)]) }
    var values = ["service": name(of: crossed.service), "onward": names(of: crossed.onward)]
    if crossed.onward.isEmpty { return words(.closedToThem, values) }
    switch (crossed.onwardThatExclude.count, crossed.onward.count) {
    case (0, _): return words(.closedAndSendsTo, values)
    case (let closed, let all) where closed == all: return words(.closedAndSendsToClosed, values)
    default:
      values["closed"] = names(of: crossed.onwardThatExclude)
      return words(.closedAndSendsToPartlyClosed, crossed.onwardThatExclude.count, values)
    }
  }

  private func whereItStops(_ gap: CoverageGap) -> String {
    if gap.reached.isEmpty { return words(.wayStopsAtOnce) }
    let last = Set(gap.stops.map(\.service)).subtracting([.families]).sorted()
    return words(.wayStopsAt, ["services": names(of: last.isEmpty ? gap.reached : last)])
  }

  /// Where the way stops: a line for each service that is not reached and why, at most so many.
  package func stops(_ stops: [CoverageGap.Stop], atMost limit: Int) -> [String] {
    var groups: [(to: Service.ID, reasons: [CoverageGap.Reason], from: [Service.ID])] = []
    for stop in stops {
      let place = groups.firstIndex { $0.to == stop.to && $0.reasons == stop.reasons }
      if let place {
        groups[place].from.append(stop.service)
      } else {
        groups.append((stop.to, stop.reasons, [stop.service]))
      }
    }
    var lines = groups.prefix(limit).map { group in
      let from = Array(Set(group.from)).sorted()
      return words(
        .stopLine,
        [
          "from": from == [.families] ? words(.familiesBox) : names(of: from),
          "to": name(of: group.to), "reasons": reasons(group.reasons, at: group.to),
        ])
    }
    let rest = groups.count - limit
    if rest > 0 { lines.append(words(.moreStops, rest)) }
    return lines
  }

  /// Why the service that the family is with does not see the family.
  package func refusal(by service: Service.ID, _ reasons: [CoverageGap.Reason]) -> String {
    words(
      .refusal, ["service": name(of: service), "reasons": self.reasons(reasons, at: service)])
  }

  private func reasons(_ reasons: [CoverageGap.Reason], at service: Service.ID) -> String {
    words.list(reasons.map { reason($0, at: service).text })
  }

  /// Why a service does not see the family, or the route to it does not lead on.
  package func reason(
    _ reason: CoverageGap.Reason, at service: Service.ID
  ) -> (text: String, isOfRoute: Bool) {
    switch reason {
    case .onlySignposting: return (words(.stopOnlySignposting), true)
    case .routeNotInUse(let status):
      return (words(.stopRouteNotInUse, ["status": words.label(status)]), true)
    case .routeForOtherNeeds: return (words(.stopRouteForOtherNeeds), true)
    case .routeExcludes: return (words(.stopRouteExcludes), true)
    case .routeOnlyForOthers: return (words(.stopRouteOnlyForOthers), true)
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

  /// A change that would fill a gap, as a sentence.
  package func repair(_ repair: CoverageRepair) -> String {
    let change = GapChange(repair)
    return words(
      change.isSure ? .wouldFill : .wouldFillUnsure, ["change": description(change)]
    ).capitalisedFirst
  }

  /// A change within a sentence.
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
      return words(
        change.isBetweenNeighbours ? .changeReferralBetweenNeighbours : .changeReferral,
        ["from": name(of: from), "to": name(of: to)])
    case .addService: return words(.changeNewService)
    }
  }

  // MARK: - What the map does not say

  /// What the map does not say, as it stands after “The map does not say”.
  package func question(_ fact: Coverage.MissingFact) -> String {
    let service = ["service": name(of: fact.service)]
    if let other = fact.service.acrossMaps {
      return words(
        .askOtherMap,
        ["service": other.element.asWords.onOneLine, "map": other.map.onOneLine])
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
  package func doubt(_ fact: Coverage.MissingFact) -> String {
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

  // MARK: - What ends

  /// What it is that ends, without the date.
  package func whatEnds(_ ending: CoverageEndings.Ending) -> String {
    let path = ending.element.path
    switch ending.subject {
    case .funding: return words(.fundingOf, ["service": name(of: Service.ID(path[0]))])
    case .service: return name(of: Service.ID(path[0]))
    case .pilot: return words(.pilotOf, ["service": name(of: Service.ID(path[0]))])
    case .route: return name(of: Route.ID(path[0]))
    case .term:
      let board = map.boards[Board.ID(path[0])]?.name ?? path[0]
      return words(.termOf, ["seat": seat(of: ending), "board": board.onOneLine])
    case .programme: return (map.programmes[Programme.ID(path[0])]?.name ?? path[0]).onOneLine
    case .agreement: return (map.agreements[Agreement.ID(path[0])]?.name ?? path[0]).onOneLine
    }
  }

  /// What people call the seat whose term ends.
  package func seat(of ending: CoverageEndings.Ending) -> String {
    let path = ending.element.path
    return seat(path[2], on: map.boards[Board.ID(path[0])])
  }

  /// What people call a seat: what it represents, otherwise whom it speaks for or who holds it.
  package func seat(_ id: String, on board: Board?) -> String {
    guard let seat = board?.seats?.first(where: { $0.id == id }) else {
      return id.asWords.onOneLine
    }
    let names =
      (seat.represents ?? []).map { map.name(of: $0).onOneLine }
      + (seat.stakeholder ?? []).map { words.label($0) }
    return names.isEmpty ? (seat.member.value ?? id.asWords).onOneLine : words.list(names)
  }
}
