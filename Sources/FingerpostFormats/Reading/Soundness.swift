import FingerpostModel

/// What can be said of a map's sense as soon as all of it is read: ids that name two things,
/// references to nothing, circles, and periods that end before they begin.
enum Soundness {
  /// Reports every such problem of a map.
  ///
  /// - Complexity: O(*n*) for *n* elements and references.
  static func check(_ map: SystemMap, _ reading: MapReading) {
    checkNodeIDs(map, reading)
    checkReferences(map, reading)
    checkLoops(map, reading)
    checkCycles(map, reading)
    checkPeriods(map, reading)
  }

  /// What links and reporting lines can join has ids that are unique together.
  private static func checkNodeIDs(_ map: SystemMap, _ reading: MapReading) {
    var seen: [String: (noun: String, location: SourceLocation?)] = [:]
    func take(_ elements: some Sequence<(String, SourceLocation?)>, _ noun: String) {
      for (id, location) in elements {
        if let first = seen[id] {
          let place = first.location.map { " at \($0)" } ?? ""
          reading.report(
            .clashingID,
            "\("a \(first.noun)".withRightArticle) already has the id `\(id)`\(place); services, "
              + "organisations, boards, programmes and documents need ids that differ, because "
              + "links can name any of them", at: location, besides: first.location)
        } else {
          seen[id] = (noun, location)
        }
      }
    }
    take(map.services.lazy.map { ($0.id.rawValue, $0.origin.location) }, "service")
    take(map.organisations.lazy.map { ($0.id.rawValue, $0.origin.location) }, "organisation")
    take(map.boards.lazy.map { ($0.id.rawValue, $0.origin.location) }, "board")
    take(map.programmes.lazy.map { ($0.id.rawValue, $0.origin.location) }, "programme")
    take(map.documents.lazy.map { ($0.id.rawValue, $0.origin.location) }, "document")
    if let service = map.services[.families] {
      reading.report(
        .badID,
        "no service can have the id `families`: it stands for families at the start of a "
          + "route", at: service.origin.location)
    }
  }

  /// Each reference names something that the map holds, or something of another map.
  static func checkReferences(_ map: SystemMap, _ reading: MapReading) {
    var known = KnownIDs(map)
    for reference in reading.references where !known.holds(reference.id, in: reference.targets) {
      if reference.targets.contains(.services), reference.id.contains(":") { continue }
      let nouns = reference.targets.filter { $0 != .families }.map(\.noun)
      let noun =
        nouns.count == 1
        ? nouns[0]
        : nouns.dropLast().joined(separator: ", ") + " or "
          + (nouns.last ?? "")
      let ids = known.ids(in: reference.targets)
      let near = reading.suggestion(for: reference.id, among: ids)
      reading.report(
        .unknownReference,
        "there is no \(noun) `\(reference.id.shortened)` in this map; "
          + (near.map { "did you mean `\($0)`?" }
            ?? (reference.targets == [.kinds]
              ? "add it under `kinds:`, or take one of the known kinds"
              : "add it, or take the reference out")),
        at: reading.location(of: reference))
    }
  }

  /// No route and no link leads back to where it begins.
  private static func checkLoops(_ map: SystemMap, _ reading: MapReading) {
    for route in map.routes where route.from == route.to {
      reading.report(
        .selfLoop,
        "this route leads from `\(route.from)` back to itself; a route joins two services",
        at: route.origin.location)
    }
    for link in map.links where link.from == link.to {
      reading.report(
        .selfLoop, "this link leads from `\(link.from)` back to itself; a link joins two things",
        at: link.origin.location)
    }
  }

  /// Reporting lines, areas and organisations form no circles.
  private static func checkCycles(_ map: SystemMap, _ reading: MapReading) {
    func check(
      _ next: [String: [String]], _ says: String, _ location: (String) -> SourceLocation?
    ) {
      for circle in Circles.find(in: next) {
        let way = (circle + [circle[0]]).map { "`\($0)`" }.joined(separator: " → ")
        reading.report(
          .cycle, "\(says) in a circle: \(way); take one of these lines out",
          at: location(circle[0]))
      }
    }
    var reports: [String: [String]] = [:]
    for board in map.boards {
      reports[board.id.rawValue] = board.reportsTo?.map(\.rawValue) ?? []
    }
    for service in map.services {
      if let lines = service.reportsTo { reports[service.id.rawValue] = lines.map(\.rawValue) }
    }
    check(reports, "these report to one another") {
      map.boards[Identifier($0)]?.origin.location ?? map.services[Identifier($0)]?.origin.location
    }
    check(
      Dictionary(
        uniqueKeysWithValues: map.boards.map {
          ($0.id.rawValue, $0.delegatesTo?.map(\.rawValue) ?? [])
        }), "these delegate to one another"
    ) { map.boards[Identifier($0)]?.origin.location }
    check(
      Dictionary(
        uniqueKeysWithValues: map.areas.map {
          ($0.id.rawValue, $0.within.map { [$0.rawValue] } ?? [])
        }), "these areas lie within one another"
    ) { map.areas[Identifier($0)]?.origin.location }
    check(
      Dictionary(
        uniqueKeysWithValues: map.organisations.map {
          ($0.id.rawValue, $0.parent.map { [$0.rawValue] } ?? [])
        }), "these organisations are part of one another"
    ) { map.organisations[Identifier($0)]?.origin.location }
  }

  /// Nothing ends before it begins.
  private static func checkPeriods(_ map: SystemMap, _ reading: MapReading) {
    func check(
      _ from: CalendarDate?, _ until: CalendarDate?, _ origin: Origin,
      _ what: @autoclosure () -> String
    ) {
      guard let from, let until, until.isSurelyBefore(from) else { return }
      reading.report(
        .impossibleDates,
        "\(what()) ends \(until.onInWords), before it begins \(from.onInWords); check both dates",
        at: origin.location)
    }
    func name(ofEnd id: Service.ID) -> String {
      id == .families ? "families" : "“\(map.services[id]?.name ?? id.rawValue)”"
    }
    for service in map.services {
      check(service.from, service.until, service.origin, "“\(service.name)”")
      if let setup = service.setup {
        check(setup.pilotFrom, setup.pilotUntil, setup.origin, "the pilot of “\(service.name)”")
      }
    }
    for route in map.routes {
      check(
        route.opens, route.closes, route.origin,
        "the route from \(name(ofEnd: route.from)) to \(name(ofEnd: route.to))")
    }
    for body in map.organisations { check(body.from, body.until, body.origin, "“\(body.name)”") }
    for agreement in map.agreements {
      check(agreement.from, agreement.until, agreement.origin, "“\(agreement.name)”")
    }
    for programme in map.programmes {
      check(programme.from, programme.until, programme.origin, "“\(programme.name)”")
      for cohort in programme.cohorts ?? [] {
        check(cohort.from, cohort.until, cohort.origin, "a cohort of “\(programme.name)”")
      }
    }
    for board in map.boards {
      for seat in board.seats ?? [] {
        check(seat.from, seat.until, seat.origin, "the term of a seat on “\(board.name)”")
      }
    }
  }
}

/// The ids that references can name.
private struct KnownIDs {
  /// By target; `nil` where any id will do.
  private let sets: [Set<String>?]
  private var sorted: [[ReferenceTarget]: [String]] = [:]

  init(_ map: SystemMap) {
    var sets: [ReferenceTarget: Set<String>] = [:]
    sets[.areas] = Set(map.areas.lazy.map(\.id.rawValue))
    sets[.agreements] = Set(map.agreements.lazy.map(\.id.rawValue))
    sets[.boards] = Set(map.boards.lazy.map(\.id.rawValue))
    sets[.documents] = Set(map.documents.lazy.map(\.id.rawValue))
    sets[.intensities] = Set(map.intensities.lazy.map(\.id.rawValue))
    sets[.kinds] = Set(
      ServiceKind.known.map(\.id.rawValue) + map.kinds.lazy.map(\.id.rawValue))
    sets[.organisations] = Set(map.organisations.lazy.map(\.id.rawValue))
    sets[.programmes] = Set(map.programmes.lazy.map(\.id.rawValue))
    sets[.services] = Set(map.services.lazy.map(\.id.rawValue))
    sets[.sources] = Set(map.sources.lazy.map(\.id.rawValue))
    sets[.families] = ["families"]
    // Needs and conditions are words of the map's own: where it declares none, any will do; a need
    // of the scope is declared by standing there.
    let needs = Set(map.needs.lazy.map(\.id.rawValue))
      .union(map.scope?.needs?.map(\.rawValue) ?? [])
    if !needs.isEmpty { sets[.needs] = needs }
    if !map.conditions.isEmpty { sets[.conditions] = Set(map.conditions.lazy.map(\.id.rawValue)) }
    self.sets = ReferenceTarget.allCases.map { sets[$0] }
  }

  func holds(_ id: String, in targets: [ReferenceTarget]) -> Bool {
    targets.contains { sets[$0.rawValue]?.contains(id) ?? true }
  }

  /// All ids that a reference can name, in order.
  mutating func ids(in targets: [ReferenceTarget]) -> [String] {
    if let known = sorted[targets] { return known }
    let ids = targets.flatMap { (sets[$0.rawValue] ?? []).sorted() }
    sorted[targets] = ids
    return ids
  }
}

/// Circles in lines from one id to others.
private enum Circles {
  /// One circle through each group of ids that can all reach one another, each from its first id.
  ///
  /// Depth first with a stack of its own, so that a long line does not overflow; what it has left
  /// behind is never visited again (Cormen et al., Introduction to Algorithms, 22.3).
  ///
  /// - Complexity: O(*n* + *m*) for *n* ids and *m* lines.
  static func find(in next: [String: [String]]) -> [[String]] {
    enum Mark { case open, done }
    var marks: [String: Mark] = [:]
    var circles: [[String]] = []
    for start in next.keys.sorted() where marks[start] == nil {
      var path: [(id: String, lines: ArraySlice<String>)] = [(start, next[start, default: []][...])]
      marks[start] = .open
      while let last = path.indices.last {
        guard let to = path[last].lines.popFirst() else {
          marks[path[last].id] = .done
          path.removeLast()
          continue
        }
        switch marks[to] {
        case .open:
          let circle = path.drop { $0.id != to }.map(\.id)
          if let least = circle.min(), let turn = circle.firstIndex(of: least) {
            circles.append(Array(circle[turn...] + circle[..<turn]))
          }
        case .done: continue
        case nil:
          marks[to] = .open
          path.append((to, next[to, default: []][...]))
        }
      }
    }
    return circles
  }
}
