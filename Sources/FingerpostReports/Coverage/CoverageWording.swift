import FingerpostAnalysis
import FingerpostModel

/// What coverage says, in the words of a map.
struct CoverageWording {
  let map: SystemMap

  // MARK: - Names

  func name(of service: Service.ID) -> String {
    if service == .families { return "families" }
    if let other = service.acrossMaps { return "`\(other.element)` on the map `\(other.map)`" }
    return (map.services[service]?.name ?? "`\(service)`, which is not on this map").onOneLine
  }

  func name(of need: Need.ID) -> String {
    (map.needs[need]?.name ?? need.rawValue.asWords).onOneLine
  }
  func name(of area: Area.ID) -> String {
    (map.areas[area]?.name ?? area.rawValue.asWords).onOneLine
  }
  func name(of condition: Condition.ID) -> String {
    (map.conditions[condition]?.name ?? condition.rawValue.asWords).onOneLine
  }

  /// At most five names; the rest is counted.
  func names(_ services: [Service.ID]) -> String {
    let shown = services.prefix(5).map { name(of: $0) }
    let rest = services.count - shown.count
    return (shown + (rest > 0 ? ["\(rest) more"] : [])).inWords
  }

  func name(of route: Route.ID) -> String {
    guard let route = map.routes[route] else { return "the route `\(route)`" }
    return "the \(route.kind.label) from \(name(of: route.from)) to \(name(of: route.to))"
  }

  /// The whom: families, and their condition if they have one.
  func families(_ condition: Condition.ID?) -> String {
    condition.map { "families with this condition: \(name(of: $0))" }
      ?? "families without any of the conditions that the map names"
  }

  // MARK: - Covered cells

  func way(_ way: RouteGraph.Way) -> String {
    way.services.map { $0 == .families ? "Families" : name(of: $0) }.joined(separator: " → ")
  }

  func flag(_ flag: CoverageFlag, waitOver limit: TimeSpan) -> String {
    switch flag {
    case .longWait(let services):
      let waits = services.map { service in
        name(of: service) + (map.services[service]?.wait.value.map { " (\($0))" } ?? "")
      }
      return "Families wait longer than \(limit) at \(waits.inWords)."
    case .full(let services):
      return "More families are referred to \(names(services)) than "
        + "\(services.count == 1 ? "it is" : "they are") commissioned for."
    case .singlePath(let services): return "Every certain way passes \(names(services))."
    case .restsOnOnePerson(let services):
      return "Help rests on one person, or on locums alone, at \(names(services))."
    case .fundingEnds(let date, let services):
      return "No funding is stated beyond \(date.inWords) for \(names(services))."
    }
  }

  // MARK: - Gaps

  func reason(_ gap: CoverageGap, _ condition: Condition.ID?) -> String {
    switch gap.kind {
    case .nobodyServesIt: return "No service on the map serves it at this age in this area."
    case .nothingLeadsToIt:
      let helpers = gap.services.filter { !gap.unsure.contains($0) }
      guard gap.isHelpCertain, !helpers.isEmpty else {
        return
          (gap.unsure.count == 1
          ? "A service may help, but no way leads to it: "
          : "Services may help, but no way leads to them: ") + names(gap.unsure) + "."
      }
      let sure =
        helpers.count == 1
        ? "A service would help, but no way leads to it: \(names(helpers))."
        : "Services would help, but no way leads to them: \(names(helpers))."
      return gap.unsure.isEmpty
        ? sure : "\(sure) Nor does one lead to what may help: \(names(gap.unsure))."
    case .onlyPlannedOrPaused:
      let what = gap.services.map { name(of: $0) } + gap.routes.map { name(of: $0) }
      return "Only what is planned or paused \(gap.isHelpCertain ? "would" : "may") help: "
        + "\(what.inWords)."
    case .onlySignposting:
      return "Families are told of \(names(gap.services)), and nobody refers them there."
        + (gap.unsure.isEmpty
          ? "" : " The map does not say for certain that help is at \(names(gap.unsure)).")
    case .excluded:
      return "They are turned away on every way that is open to others: "
        + gap.exclusions.map { exclusion($0) }.joined(separator: "; ") + "."
    }
  }

  private func exclusion(_ crossed: CoverageGap.CrossedExclusion) -> String {
    if let route = crossed.route { return "\(name(of: route)) is closed to them" }
    let who = "\(name(of: crossed.service)) does not see them"
    if crossed.onward.isEmpty { return "\(who), and the map does not say where they go instead" }
    let onward = names(crossed.onward)
    switch (crossed.onwardThatExclude.count, crossed.onward.count) {
    case (0, _): return "\(who), and sends them to \(onward)"
    case (let closed, let all) where closed == all:
      return "\(who), and sends them to \(onward), closed to them too"
    default:
      return "\(who), and sends them to \(onward), of which "
        + "\(names(crossed.onwardThatExclude)) is closed to them too"
    }
  }

  /// Where the way stops: a line for each service that is not reached and why, at most so many.
  func stops(_ stops: [CoverageGap.Stop], _ cell: CoverageCell, atMost limit: Int) -> [String] {
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
      let senders = from == [.families] ? "Families" : names(from)
      let reasons = group.reasons.map { reason($0, at: group.to, cell) }.inWords
      return "\(senders) → \(name(of: group.to)): \(reasons)"
    }
    let rest = groups.count - limit
    if rest > 0 { lines.append("and before \(rest) more \(rest == 1 ? "service" : "services")") }
    return lines
  }

  /// Why the service that the family is with does not see the family.
  func refusal(
    by service: Service.ID, _ reasons: [CoverageGap.Reason], _ cell: CoverageCell
  ) -> String {
    "\(name(of: service)) does not see this family: "
      + "\(reasons.map { reason($0, at: service, cell) }.inWords)."
  }

  private func reason(
    _ reason: CoverageGap.Reason, at service: Service.ID, _ cell: CoverageCell
  ) -> String {
    switch reason {
    case .onlySignposting: return "families are told of it and not referred"
    case .routeNotInUse(let status): return "the route is \(status.label)"
    case .routeForOtherNeeds: return "the route is for other needs"
    case .routeExcludes: return "the route is closed for this condition"
    case .routeOnlyForOthers: return "the route is only for families with another condition"
    case .notOnMap: return "the map does not hold it"
    case .notInUse(let status): return "it is \(status.label)"
    case .otherAges:
      return "it is for children from \(map.services[service]?.ages?.description ?? "other ages")"
    case .otherAreas:
      let areas = (map.services[service]?.areas ?? []).map { name(of: $0) }
      return areas.isEmpty ? "it serves no area" : "it serves \(areas.inWords)"
    case .excludes: return "it does not see families with this condition"
    case .onlyForOthers:
      let whom = (map.services[service]?.onlyFor ?? []).map { name(of: $0.condition) }
      return "it is only for families with: \(whom.inWords)"
    }
  }

  func repair(_ repair: CoverageRepair) -> String {
    let text =
      switch repair.change {
      case .reopenService(let id):
        map.services[id]?.status == .paused
          ? "Reopen \(name(of: id))" : "Bring forward \(name(of: id))"
      case .reopenRoute(let id):
        map.routes[id]?.status == .paused
          ? "Reopen \(name(of: id))" : "Bring forward \(name(of: id))"
      case .widenAges(let id, let ages): "Widen the ages that \(name(of: id)) sees to \(ages)"
      case .addArea(let id, let area): "Let \(name(of: id)) serve \(name(of: area)) too"
      case .addRoute(.families, let to): "Let families refer themselves to \(name(of: to))"
      case .addRoute(let from, let to):
        repair.kind == .routeBetweenNeighbours
          ? "Open a referral from \(name(of: from)) to \(name(of: to)), which have to do with one "
            + "another already"
          : "Open a referral from \(name(of: from)) to \(name(of: to))"
      case .addService: "Set up a service for it"
      }
    return text + (repair.isSure ? "." : "; the map would then still not say for certain.")
  }

  // MARK: - What the map does not say

  func question(_ fact: Coverage.MissingFact) -> String {
    let who = name(of: fact.service)
    switch fact.key {
    case .routes: return "The map has no routes: how do families get from one service to another?"
    case .ages:
      guard let ages = map.services[fact.service]?.ages else {
        return "\(who): which ages does it see?"
      }
      return ages.from == nil
        ? "\(who): from which age does it see children?"
        : "\(who): up to which age does it see children?"
    case .areas: return "\(who): which areas does it serve?"
    case .entry: return "\(who): is it open to every family, or only by referral?"
    case .excludes: return "\(who): for which conditions is it closed, if any?"
    case .serves: return "\(who): which needs does it serve?"
    }
  }

  // MARK: - What ends

  func ending(_ ending: CoverageEndings.Ending) -> String {
    "\(ending.date.inWords): \(whatEnds(ending))"
  }

  /// What it is that ends, without the date.
  func whatEnds(_ ending: CoverageEndings.Ending) -> String {
    let path = ending.element.path
    let what: String =
      switch ending.subject {
      case .funding: "the funding of \(name(of: Service.ID(path[0])))"
      case .service: name(of: Service.ID(path[0]))
      case .pilot: "the pilot of \(name(of: Service.ID(path[0])))"
      case .route: name(of: Route.ID(path[0]))
      case .term:
        "the term of the seat for \(seat(of: ending)) on "
          + (map.boards[Board.ID(path[0])]?.name ?? path[0])
      case .programme: map.programmes[Programme.ID(path[0])]?.name ?? path[0]
      case .agreement: map.agreements[Agreement.ID(path[0])]?.name ?? path[0]
      }
    return what.onOneLine
  }

  /// What people call the seat whose term ends.
  func seat(of ending: CoverageEndings.Ending) -> String {
    let path = ending.element.path
    return seat(path[2], on: map.boards[Board.ID(path[0])])
  }

  /// What people call a seat: what it represents, otherwise whom it speaks for or who holds it.
  func seat(_ id: String, on board: Board?) -> String {
    guard let seat = board?.seats?.first(where: { $0.id == id }) else { return "`\(id)`" }
    let names =
      (seat.represents ?? []).map { map.name(of: $0) } + (seat.stakeholder ?? []).map(\.label)
    return names.isEmpty ? seat.member.value ?? "`\(id)`" : names.inWords
  }

  // MARK: - Cells

  /// Cells of one grid, need by need, in as few words as they take.
  func cells(_ cells: [CoverageCell], of grid: CoverageGrid) -> [String] {
    grid.needs.compactMap { need in
      let own = cells.filter { $0.need == need }
      guard !own.isEmpty else { return nil }
      // Areas with the same ages are named together.
      var byBands: [(bands: [Int], areas: [Area.ID])] = []
      for area in grid.areas {
        let bands = grid.bands.indices.filter { band in
          own.contains { $0.area == area && $0.ages == grid.bands[band] }
        }
        guard !bands.isEmpty else { continue }
        if let place = byBands.firstIndex(where: { $0.bands == bands }) {
          byBands[place].areas.append(area)
        } else {
          byBands.append((bands, [area]))
        }
      }
      let parts = byBands.map { bands, areas in
        let where_ =
          areas.count == grid.areas.count && areas.count > 1
          ? "every area" : areas.map { name(of: $0) }.inWords
        return "\(ages(bands, of: grid)) in \(where_)"
      }
      return "\(name(of: need)): \(parts.joined(separator: "; "))"
    }
  }

  private func ages(_ bands: [Int], of grid: CoverageGrid) -> String {
    var ranges: [AgeBand] = []
    for band in bands.map({ grid.bands[$0] }) {
      if let last = ranges.last, last.to == band.from {
        ranges[ranges.count - 1] = AgeBand(from: last.from, to: band.to)
      } else {
        ranges.append(band)
      }
    }
    return ranges.map(\.description).inWords
  }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`.
  var inWords: String { joined(by: "and") }

  /// `a`, `a or b`, `a, b or c`: after "does not say".
  var asAlternatives: String { joined(by: "or") }

  private func joined(by word: String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(word) " + last
  }
}
