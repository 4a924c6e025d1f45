import FingerpostAnalysis
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `Coverage of random maps` {
  private let layers = RandomServiceMap.layers

  @Test func `agrees with a plain search for each cell`() throws {
    var answers: [Int: Int] = [:]
    var (longWays, narrowWays) = (0, 0)
    for sample in RandomServiceMap.batch {
      let coverage = try sample.coverage
      for condition in layers {
        for (cell, answer) in zip(coverage.grid.cells, coverage.answers(condition: condition)) {
          let plain = PlainCoverage.answer(sample.map, cell, condition)
          #expect(answer == plain.answer, "\(sample), \(cell), \(condition as Any)")
          #expect(answer == coverage.answer(for: cell, condition: condition))
          let way = coverage.way(for: cell, condition: condition)
          #expect(way?.handOffs == plain.handOffs, "\(sample), \(cell), \(condition as Any)")
          answers[rank(answer), default: 0] += 1
          if let way, way.handOffs > 1 { longWays += 1 }
          if let way, way.routes.contains(where: \.isNarrow) { narrowWays += 1 }
        }
      }
    }
    // All four answers are tried, many times.
    #expect(answers.count == 4 && answers.values.allSatisfy { $0 > 10 }, "\(answers)")
    #expect(longWays > 10 && narrowWays > 10, "\(longWays), \(narrowWays)")
  }

  @Test func `gives ways that are paths of the map and admit the cell`() throws {
    for sample in RandomServiceMap.batch {
      let coverage = try sample.coverage
      for condition in layers {
        for cell in coverage.grid.cells {
          if let way = coverage.way(for: cell, condition: condition) {
            expect(way, of: sample, leads: cell, condition, generous: false)
          }
          if let possible = coverage.possibleWay(for: cell, condition: condition) {
            expect(possible.way, of: sample, leads: cell, condition, generous: true)
          }
        }
      }
    }
  }

  private func expect(
    _ way: RouteGraph.Way, of sample: RandomServiceMap, leads cell: CoverageCell,
    _ condition: Condition.ID?, generous: Bool
  ) {
    let plain = PlainCoverage(
      map: sample.map, date: RandomServiceMap.date, cell: cell, condition: condition,
      isGenerous: generous)
    #expect(way.services.count == way.routes.count + 1)
    for (route, ends) in zip(way.routes, zip(way.services, way.services.dropFirst())) {
      #expect(sample.map.routes[route.id] == route && (route.from, route.to) == ends)
      #expect(plain.passes(route), "\(sample), \(cell)")
    }
    for id in way.services where id != .families {
      #expect(sample.map.services[id].map(plain.admits) ?? false, "\(sample), \(cell), \(id)")
    }
    let (first, last) = (way.services.first, way.services.last)
    let entry = first.flatMap { sample.map.services[$0]?.entry }
    let isSent = generous && sample.map.routes.isEmpty
    #expect(first == .families || entry == .open || (generous && entry == nil) || isSent)
    let serves = last.flatMap { sample.map.services[$0]?.serves }
    #expect(serves?.contains(cell.need) ?? generous)
  }

  @Test func `never gains from the loss of a route`() throws {
    for sample in RandomServiceMap.batch {
      let before = try sample.coverage
      for route in sample.map.routes {
        var map = sample.map
        map.routes[route.id] = nil
        let after = try Coverage(of: map, on: RandomServiceMap.date)
        for condition in layers {
          let pairs = zip(before.answers(condition: condition), after.answers(condition: condition))
          for (old, new) in pairs {
            // Without any route left, the map does not say what it said before.
            let isUnsaid = map.routes.isEmpty && new == .notStated
            #expect(rank(new) <= rank(old) || isUnsaid, "\(sample), \(route.id)")
          }
        }
      }
    }
  }

  /// How well families without one of the conditions that help are served.
  private func rank(_ answer: CoverageAnswer) -> Int {
    switch answer {
    case .covered: 2
    case .notStated: 1
    case .coveredForSome: 0
    case .gap: -1
    }
  }

  @Test func `does not depend on what things are called`() throws {
    for sample in RandomServiceMap.batch {
      let renaming = Renaming(sample.map)
      let coverage = try sample.coverage
      let renamed = try Coverage(of: renaming.map, on: RandomServiceMap.date)
      for condition in layers {
        for cell in coverage.grid.cells {
          let (otherCell, other) = (renaming.new(cell), condition.map(renaming.new))
          let answer = renamed.answer(for: otherCell, condition: other)
          switch coverage.answer(for: cell, condition: condition) {
          case .coveredForSome(let some):
            #expect(answer == .coveredForSome(some.map(renaming.new).sorted()))
          case let old: #expect(answer == old, "\(sample), \(cell)")
          }
          #expect(
            renamed.way(for: otherCell, condition: other)?.handOffs
              == coverage.way(for: cell, condition: condition)?.handOffs)
          #expect(
            renamed.possibleWay(for: otherCell, condition: other)?.missing.count
              == coverage.possibleWay(for: cell, condition: condition)?.missing.count)
          #expect(
            renamed.gap(at: otherCell, condition: other)?.kind
              == coverage.gap(at: cell, condition: condition)?.kind)
        }
      }
    }
  }

  @Test func `does not depend on the order of the file`() throws {
    var random = SeededGenerator(seed: 3)
    for sample in RandomServiceMap.batch {
      var map = sample.map
      map.services = Elements(map.services.shuffled(using: &random))
      map.routes = Elements(map.routes.shuffled(using: &random))
      map.links = Elements(map.links.shuffled(using: &random))
      map.areas = Elements(map.areas.shuffled(using: &random))
      map.conditions = Elements(map.conditions.shuffled(using: &random))
      let (one, other) = (try sample.coverage, try Coverage(of: map, on: RandomServiceMap.date))
      #expect(one.grid.bands.map(\.description) == other.grid.bands.map(\.description))
      #expect(one.conditions == ["illness", "young"])
      #expect(one.endings(by: .year2027) == other.endings(by: .year2027), "\(sample)")
      for condition in layers {
        #expect(one.answers(condition: condition) == other.answers(condition: condition))
        for cell in one.grid.cells {
          func same<Answer: Equatable>(_ answer: (Coverage) -> Answer) {
            #expect(answer(one) == answer(other), "\(sample), \(cell), \(condition as Any)")
          }
          same { $0.way(for: cell, condition: condition) }
          same { $0.possibleWay(for: cell, condition: condition) }
          same { $0.gap(at: cell, condition: condition) }
          same { $0.repairs(for: cell, condition: condition) }
          same { $0.flags(for: cell, condition: condition) }
        }
      }
    }
  }

  @Test func `is never less certain once more is stated`() throws {
    var random = SeededGenerator(seed: 11)
    for sample in RandomServiceMap.batch {
      let coverage = try sample.coverage
      for _ in 0..<6 {
        guard let map = statingMore(than: sample.map, &random) else { break }
        let after = Coverage(of: map, over: coverage.grid, on: RandomServiceMap.date)
        for condition in layers {
          let pairs = zip(
            coverage.answers(condition: condition), after.answers(condition: condition))
          for (old, new) in pairs {
            #expect(new != .notStated || old == .notStated, "\(sample)")
            #expect(old != .covered || new == .covered, "\(sample)")
          }
        }
      }
    }
  }

  /// A map that states one more fact at random; `nil` when nothing is left open.
  private func statingMore(than map: SystemMap, _ random: inout SeededGenerator) -> SystemMap? {
    var map = map
    let open = map.services.filter {
      $0.entry == nil || $0.serves == nil || $0.areas == nil || $0.excludes == nil
        || $0.ages?.from == nil || $0.ages?.to == nil
    }
    guard var service = open.randomElement(using: &random) else { return nil }
    let isGood = Bool.random(using: &random)
    if service.serves == nil {
      service.serves = isGood ? RandomServiceMap.needs : []
    } else if service.areas == nil {
      service.areas = isGood ? ["north"] : ["elsewhere"]
    } else if service.excludes == nil {
      service.excludes = isGood ? [] : [Exclusion(condition: "illness")]
    } else if service.entry == nil {
      service.entry = isGood ? .open : .byReferral
    } else if service.ages?.from == nil {
      service.ages = AgeRange(from: isGood ? .conception : Age("2 years"), to: service.ages?.to)
    } else {
      service.ages?.to = isGood ? Age("2 years") : .conception
    }
    map.services[service.id] = service
    return map
  }

  @Test func `names facts that decide what the map does not say`() throws {
    var asked = 0
    for sample in RandomServiceMap.batch {
      let coverage = try sample.coverage
      for condition in layers {
        for cell in coverage.grid.cells {
          let possible = coverage.possibleWay(for: cell, condition: condition)
          switch coverage.answer(for: cell, condition: condition) {
          case .covered: #expect(possible?.missing == [])
          case .gap, .coveredForSome: #expect(possible == nil)
          case .notStated:
            let missing = try #require(possible?.missing)
            #expect(!missing.isEmpty)
            asked += 1
            var map = sample.map
            let helper = try #require(possible?.way.services.last)
            for fact in missing { state(fact, for: cell, leadingTo: helper, in: &map) }
            let after = Coverage(of: map, over: coverage.grid, on: RandomServiceMap.date)
            #expect(
              after.answer(for: cell, condition: condition) == .covered, "\(sample), \(cell)")
          }
        }
      }
    }
    #expect(asked > 100)
  }

  /// States a fact so that it lets the family through.
  private func state(
    _ fact: Coverage.MissingFact, for cell: CoverageCell, leadingTo helper: Service.ID,
    in map: inout SystemMap
  ) {
    switch fact.key {
    case .entry: map.services[fact.service]?.entry = .open
    case .serves: map.services[fact.service]?.serves = [cell.need]
    case .areas: map.services[fact.service]?.areas = [cell.area]
    case .excludes: map.services[fact.service]?.excludes = []
    case .routes: map.routes.append(Route(from: .families, to: helper, kind: .selfReferral))
    case .ages:
      let ages = map.services[fact.service]?.ages
      map.services[fact.service]?.ages = AgeRange(
        from: ages?.from ?? cell.ages.from, to: ages?.to ?? cell.ages.to)
    }
  }
}

/// A map with every id that coverage reads turned into another, in another order.
private struct Renaming {
  private(set) var map: SystemMap

  init(_ map: SystemMap) {
    self.map = map
    self.map.services = []
    for service in map.services {
      var copy = Service(id: new(service.id), name: service.name)
      copy.entry = service.entry
      copy.serves = service.serves?.map(new)
      copy.ages = service.ages
      copy.areas = service.areas?.map(new)
      copy.excludes = service.excludes?.map { Exclusion(condition: new($0.condition)) }
      copy.onlyFor = service.onlyFor?.map { Requirement(condition: new($0.condition)) }
      copy.status = service.status
      copy.from = service.from
      copy.until = service.until
      self.map.services.append(copy)
    }
    self.map.routes = []
    for route in map.routes {
      var copy = Route(
        from: new(route.from), to: new(route.to), kind: route.kind, id: new(route.id))
      copy.needs = route.needs?.map(new)
      copy.excludes = route.excludes?.map(new)
      copy.onlyFor = route.onlyFor?.map(new)
      copy.status = route.status
      copy.opens = route.opens
      copy.closes = route.closes
      self.map.routes.append(copy)
    }
    self.map.areas = []
    for area in map.areas {
      var copy = Area(id: new(area.id), name: area.name)
      copy.within = area.within.map(new)
      self.map.areas.append(copy)
    }
    self.map.conditions = Elements(
      map.conditions.map { Condition(id: new($0.id), name: $0.name) })
    var scope = map.scope
    scope?.needs = map.scope?.needs?.map(new)
    scope?.areas = map.scope?.areas?.map(new)
    self.map.scope = scope
  }

  /// Turns a letter into its mirror image in the alphabet, so that the order is reversed.
  func new<Element>(_ id: Identifier<Element>) -> Identifier<Element> {
    guard id.rawValue != "families" else { return id }
    return Identifier(
      String(
        id.rawValue.map { letter in
          guard let code = letter.asciiValue, (97...122).contains(code) else { return letter }
          return Character(UnicodeScalar(219 - code))
        }))
  }

  func new(_ cell: CoverageCell) -> CoverageCell {
    CoverageCell(need: new(cell.need), ages: cell.ages, area: new(cell.area))
  }
}

extension Route {
  /// Whether it is for some needs or families only.
  fileprivate var isNarrow: Bool {
    needs != nil || !(excludes ?? []).isEmpty || !(onlyFor ?? []).isEmpty
  }
}
