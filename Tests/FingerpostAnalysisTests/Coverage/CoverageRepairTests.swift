import FingerpostAnalysis
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `Repairs of gaps` {
  private let date = RandomServiceMap.date

  @Test func `fill the gap when they are made`() throws {
    for sample in RandomServiceMap.batch {
      try forEachGap(of: sample) { coverage, cell, condition in
        let repairs = coverage.repairs(for: cell, condition: condition)
        #expect(repairs.last?.kind == .service && repairs.last?.isSure == true)
        #expect(repairs.map(\.kind) == repairs.map(\.kind).sorted())
        for repair in repairs {
          let map = repair.applied(to: sample.map, on: date)
          #expect(map != sample.map)
          let after = Coverage(of: map, over: coverage.grid, on: date)
          #expect(
            after.answer(for: cell, condition: condition)
              == (repair.isSure ? .covered : .notStated),
            "\(sample), \(cell), \(condition as Any), \(repair)")
          if repair.isSure {
            #expect(
              after.way(for: cell, condition: condition)?.handOffs == repair.handOffs,
              "\(sample), \(cell), \(repair)")
          }
        }
      }
    }
  }

  /// Every single change of a small map is tried, and none of a kind does more than the one named.
  @Test func `are the cheapest of each kind`() throws {
    var gaps = 0
    for sample in RandomServiceMap.smallBatch {
      try forEachGap(of: sample) { coverage, cell, condition in
        gaps += 1
        var best: [CoverageRepair.Kind: (isSure: Bool, handOffs: Int)] = [:]
        for (kind, map) in everyChange(of: sample.map, for: cell) {
          func handOffs(generous: Bool) -> Int? {
            PlainCoverage(
              map: map, date: date, cell: cell, condition: condition, isGenerous: generous
            ).handOffs
          }
          let found: (isSure: Bool, handOffs: Int)? =
            handOffs(generous: false).map { (true, $0) }
            ?? handOffs(generous: true).map { (false, $0) }
          guard let found else { continue }
          if let known = best[kind],
            (known.isSure ? 0 : 1, known.handOffs) <= (found.isSure ? 0 : 1, found.handOffs)
          {
            continue
          }
          best[kind] = found
        }
        let repairs = coverage.repairs(for: cell, condition: condition).dropLast()
        #expect(
          Set(repairs.map(\.kind)) == Set(best.keys), "\(sample), \(cell), \(condition as Any)")
        for repair in repairs {
          let known = best[repair.kind]
          #expect(
            known?.isSure == repair.isSure && known?.handOffs == repair.handOffs,
            "\(sample), \(cell), \(condition as Any), \(repair)")
        }
      }
    }
    #expect(gaps > 200)
  }

  @Test func `are none where families find help or may do so`() throws {
    for sample in RandomServiceMap.smallBatch {
      let coverage = try sample.coverage
      for cell in coverage.grid.cells
      where [.covered, .notStated].contains(coverage.answer(for: cell)) {
        #expect(coverage.repairs(for: cell).isEmpty)
        #expect(coverage.gap(at: cell) == nil)
      }
    }
  }

  private func forEachGap(
    of sample: RandomServiceMap,
    _ body: (Coverage, CoverageCell, Condition.ID?) throws -> Void
  ) throws {
    let coverage = try sample.coverage
    for condition in RandomServiceMap.layers {
      for cell in coverage.grid.cells {
        switch coverage.answer(for: cell, condition: condition) {
        case .gap, .coveredForSome: try body(coverage, cell, condition)
        case .covered, .notStated: break
        }
      }
    }
  }

  /// Every map that differs by one change of the table of costs, apart from a new service.
  private func everyChange(
    of map: SystemMap, for cell: CoverageCell
  ) -> [(kind: CoverageRepair.Kind, map: SystemMap)] {
    var changes: [(CoverageRepair.Kind, SystemMap)] = []
    func change(_ kind: CoverageRepair.Kind, _ edit: (inout SystemMap) -> Void) {
      var copy = map
      edit(&copy)
      changes.append((kind, copy))
    }
    for service in map.services {
      let id = service.id
      if [.planned, .paused].contains(service.status(on: date)) {
        change(.reopen) {
          $0.services[id]?.status = .active
          $0.services[id]?.from = nil
        }
      }
      if let ages = service.ages {
        change(.widen) {
          $0.services[id]?.ages = AgeRange(
            from: ages.from.map { min($0, cell.ages.from) },
            to: ages.to.map { max($0, cell.ages.to) })
        }
      }
      if service.areas != nil { change(.widen) { $0.services[id]?.areas?.append(cell.area) } }
    }
    for route in map.routes where [.planned, .paused].contains(route.status(on: date)) {
      change(.reopen) {
        $0.routes[route.id]?.status = .active
        $0.routes[route.id]?.opens = nil
      }
    }
    for from in [.families] + map.services.map(\.id) {
      for to in map.services.map(\.id) where to != from {
        change(areNeighbours(from, to, in: map) ? .routeBetweenNeighbours : .route) {
          $0.routes.append(Route(from: from, to: to, kind: .transfer, id: "brand-new"))
        }
      }
    }
    return changes
  }

  private func areNeighbours(_ a: Service.ID, _ b: Service.ID, in map: SystemMap) -> Bool {
    let pair: Set = [a, b]
    if map.routes.contains(where: { Set([$0.from, $0.to]) == pair }) { return true }
    if map.links.contains(where: { Set([$0.from.named(), $0.to.named()]) == pair }) { return true }
    let levels = [a, b].map { id in
      (map.services[id]?.intensity ?? []).compactMap { map.rank(of: $0) }
    }
    return levels[0].contains { one in levels[1].contains { abs($0 - one) == 1 } }
  }
}
