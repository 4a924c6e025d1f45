import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `All ways to help together` {
  private let map: SystemMap
  private let coverage: Coverage

  init() throws {
    let document = MapReader().read(
      text: """
        fingerpost: 1
        title: T
        areas: {here: Here}
        needs: {sleep: Sleep}
        scope: {needs: [sleep], ages: {from: birth, to: 2 years}, areas: [here]}
        services:
          a: {name: A, entry: open, serves: [], ages: {from: birth, to: 2 years}, areas: [here]}
          b: {name: B, entry: open, serves: [], ages: {from: birth, to: 2 years}, areas: [here]}
          far: {name: Far, entry: open, serves: [], ages: {from: birth, to: 2 years}, areas: [here]}
          m: {name: M, entry: by-referral, serves: [], ages: {from: birth, to: 2 years}, areas: [here]}
          side: {name: S, entry: by-referral, serves: [], ages: {from: birth, to: 2 years}, areas: [here]}
          t: {name: T, entry: by-referral, serves: [sleep], ages: {from: birth, to: 2 years}, areas: [here]}
          u: {name: U, entry: by-referral, serves: [sleep], ages: {from: birth, to: 2 years}, areas: [here]}
        routes:
          - {from: a, to: t, kind: referral}
          - {from: a, to: m, kind: referral}
          - {from: b, to: m, kind: referral}
          - {from: m, to: u, kind: transfer}
          - {from: m, to: side, kind: referral}
          - {from: far, to: a, kind: referral}
          - {from: t, to: a, kind: transfer}
          - {from: b, to: t, kind: signposting}
        """)
    map = try #require(document.map, "\(document.diagnostics)")
    coverage = try Coverage(of: map, on: try #require(CalendarDate("2026-11-01")))
  }

  @Test func `hold the shortest from each entry and to each service that helps, and no detour`() {
    let ways = coverage.ways(for: coverage.grid.cells[0])
    #expect(ways.entries == ["a", "b"])
    #expect(ways.passed.map(\.id) == ["m"])
    #expect(ways.helpers == ["t", "u"])
    let routes = ways.routes.compactMap { map.routes[$0] }.map { "\($0.from) \($0.to)" }
    #expect(routes == ["a m", "a t", "b m", "m u"])
  }

  @Test func `hold the way through`() throws {
    for map in MapReader().read(path: PackageRoot.path(of: "Examples")).compactMap(\.map) {
      guard let date = map.asOf, let coverage = try? Coverage(of: map, on: date) else { continue }
      for cell in coverage.grid.cells {
        let ways = coverage.ways(for: cell)
        guard let way = coverage.way(for: cell) else {
          #expect(ways.helpers.isEmpty && ways.entries.isEmpty && ways.routes.isEmpty)
          continue
        }
        #expect(Set(way.routes.map(\.id)).isSubset(of: ways.routes))
        let services = ways.entries + ways.passed.map(\.id) + ways.helpers
        #expect(Set(way.services).isSubset(of: services))
        #expect(Set(services).count == services.count)
      }
    }
  }
}
