import FingerpostAnalysis
import FingerpostModel
import Testing

private let date = CalendarDate("2026-11-01") ?? .earliest

/// A visitor whom all families have, and a team to which the visitor refers.
private func example(
  team: String = "ages: {from: conception, to: 2 years}",
  routes: String =
    "[{from: visitor, to: team, kind: referral}]", area: String = "town",
  scope: String = "{from: conception, to: 2 years}"
) throws -> SystemMap {
  try readMap(
    """
    scope: {needs: [bond], ages: \(scope), areas: [\(area)]}
    needs: {bond: Bond}
    areas: {\(area): Town}
    services:
      visitor: {name: Visitor, entry: open, serves: none, ages: {from: conception, to: no limit}, areas: [\(area)]}
      team: {name: Team, entry: by-referral, serves: [bond], areas: [\(area)], \(team)}
    routes: \(routes)
    """)
}

private func difference(
  _ from: SystemMap, _ to: SystemMap, matching: Bool = false
) throws -> CoverageDifference {
  CoverageDifference(
    from: try Coverage(of: from, on: date), to: try Coverage(of: to, on: date),
    difference: matching ? MapDifference(from: from, to: to) : nil)
}

struct `The difference of two coverages` {
  @Test func `is empty for the same map`() throws {
    for random in RandomServiceMap.smallBatch {
      let coverage = try Coverage(of: random.map, on: RandomServiceMap.date)
      #expect(CoverageDifference(from: coverage, to: coverage).isEmpty, "\(random)")
    }
  }

  @Test func `is help lost when the only route goes, and gained when it comes back`() throws {
    let lost = try difference(try example(), try example(routes: "none"))
    #expect(lost.changes.map(\.kind) == [.lost])
    let gained = try difference(try example(routes: "none"), try example())
    #expect(gained.changes.map(\.kind) == [.gained])
  }

  @Test func `is no loss where the map no longer says`() throws {
    let silent = try difference(try example(), try example(team: "status: active"))
    #expect(Set(silent.changes.map(\.kind)) == [.noLongerSaid])
    let told = try difference(try example(team: "status: active"), try example())
    #expect(Set(told.changes.map(\.kind)) == [.nowSaid])
  }

  @Test func `compares ages that other limits cut into other bands`() throws {
    let narrower = try difference(
      try example(), try example(team: "ages: {from: birth, to: 12 months}"))
    #expect(
      narrower.changes.map { "\($0.cell.ages) \($0.kind)" } == [
        "conception to birth lost", "12 months to 2 years lost",
      ])
    #expect(narrower.newCells.isEmpty && narrower.goneCells.isEmpty)
  }

  @Test func `lists apart what only one of them has to cover`() throws {
    let wider = try difference(
      try example(scope: "{from: birth, to: 1 year}"), try example())
    #expect(wider.changes.isEmpty)
    #expect(
      wider.newCells.map(\.ages.description) == ["conception to birth", "1 year to 2 years"])
    let narrower = try difference(
      try example(), try example(scope: "{from: birth, to: 1 year}"))
    #expect(narrower.goneCells == wider.newCells)
  }

  @Test func `takes a renamed area for the same only when it is told`() throws {
    let (from, to) = (try example(), try example(area: "borough"))
    #expect(try difference(from, to).newCells.count == 1)
    #expect(try difference(from, to, matching: true).isEmpty)
  }

  @Test func `agrees with the answers of both at every age, need and area`() throws {
    let maps = RandomServiceMap.smallBatch
    for (one, other) in zip(maps, maps.dropFirst()) {
      let before = try Coverage(of: one.map, on: RandomServiceMap.date)
      let after = try Coverage(of: other.map, on: RandomServiceMap.date)
      for condition in RandomServiceMap.layers {
        let difference = CoverageDifference(from: before, to: after, condition: condition)
        let changed = Dictionary(
          uniqueKeysWithValues: difference.changes.map { ($0.cell, [$0.before, $0.after]) })
        for cell in difference.grid.cells {
          let old = before.answer(at: cell.ages.from, like: cell, condition)
          let new = after.answer(at: cell.ages.from, like: cell, condition)
          #expect(changed[cell] == (old == new ? nil : [old, new]), "\(one) \(other) \(cell)")
        }
      }
    }
  }
}

extension Coverage {
  /// The answer for the band in which an age lies.
  fileprivate func answer(
    at age: Age, like cell: CoverageCell, _ condition: Condition.ID?
  ) -> CoverageAnswer {
    var cell = cell
    cell.ages = grid.bands.first { $0.contains(age) } ?? cell.ages
    return answer(for: cell, condition: condition)
  }
}
