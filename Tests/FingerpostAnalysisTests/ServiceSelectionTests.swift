import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
import Testing

/// What a filter, as it is written in a map, chooses from some services.
private func selection(_ filter: String) throws -> ServiceSelection {
  let document = MapReader().read(
    text: """
      fingerpost: 1
      title: T
      areas:
        county: County
        north: {name: North, within: county}
        south: {name: South, within: county}
      organisations:
        trust: {name: Trust, sector: nhs}
        charity: {name: Charity, sector: voluntary}
        unclear: Unclear
      needs: {sleep: Sleep, feeding: Feeding}
      services:
        a: {name: A, organisation: trust, intensity: universal, areas: county, serves: sleep, status: active}
        b: {name: B, organisation: charity, intensity: [targeted, specialist], areas: north, serves: [sleep, feeding],
            status: active, until: 2026-01}
        c: {name: C, organisation: charity, areas: south, serves: none, status: planned}
        d: {name: D, organisation: unclear}
        e: {name: E}
      routes:
        - {from: families, to: a, kind: self-referral}
        - {from: families, to: e, kind: self-referral}
        - {from: a, to: b, kind: referral}
        - {from: c, to: b, kind: transfer}
        - {from: c, to: d, kind: signposting}
        - {from: a, to: d, kind: referral, status: closed}
      views:
        v: {title: V, filter: {\(filter)}}
      """)
  let map = try #require(document.map, "\(document.diagnostics)")
  #expect(document.diagnostics.isEmpty)
  return ServiceSelection(
    of: map, by: map.views["v"]?.filter, on: CalendarDate("2026-11-01"))
}

struct `A selection of services` {
  @Test(arguments: [
    ("needs: sleep", "a b", "d e"), ("needs: [sleep, feeding]", "a b", "d e"),
    ("needs: feeding", "b", "d e"),
    ("sectors: nhs", "a", "d e"), ("sectors: [nhs, voluntary]", "a b c", "d e"),
    ("intensities: specialist", "b", "c d e"),
    ("intensities: [universal, targeted]", "a b", "c d e"),
    ("areas: north", "a b", "d e"), ("areas: [north, south]", "a b c", "d e"),
    ("areas: county", "a", "d e"),
    ("organisations: charity", "b c", "e"), ("organisations: [charity, unclear]", "b c d", "e"),
    ("statuses: active", "a", "d e"), ("statuses: closed", "b", "d e"),
    ("statuses: [closed, planned]", "b c", "d e"),
    ("sectors: none", "", "d e"), ("", "a b c d e", ""), ("route-kinds: transfer", "a b c d e", ""),
  ])
  func `takes what meets any one value of a key, and keeps apart what is not stated`(
    _ filter: String, _ chosen: String, _ unsaid: String
  ) throws {
    let selection = try selection(filter)
    #expect(selection.chosen.map(\.rawValue).sorted().joined(separator: " ") == chosen)
    #expect(selection.unsaid.keys.map(\.rawValue).sorted().joined(separator: " ") == unsaid)
  }

  @Test func `asks for all keys together, and fails on one whatever is not stated of others`()
    throws
  {
    let found = try selection("sectors: voluntary, areas: north")
    #expect(found.chosen == ["b"])
    #expect(found.unsaid == ["d": [.sector, .areas], "e": [.sector, .areas]])
    let failing = try selection("sectors: voluntary, organisations: [trust, charity]")
    #expect(failing.unsaid == ["e": [.sector, .organisation]])
  }

  @Test(arguments: [(0, "b"), (1, "a b c"), (2, "a b c"), (9, "a b c")])
  func `goes so many hand-offs in both directions, not through families or closed routes`(
    _ handOffs: Int, _ chosen: String
  ) throws {
    let selection = try selection("near: {services: b, hand-offs: \(handOffs)}")
    #expect(selection.chosen.map(\.rawValue).sorted().joined(separator: " ") == chosen)
    #expect(selection.unsaid.isEmpty)
  }

  @Test func `does not say who is near where the map states no route`() throws {
    let map = try #require(
      MapReader().read(text: "fingerpost: 1\ntitle: T\nservices: {a: A, b: B}\n").map)
    var filter = ViewFilter()
    filter.near = ViewFilter.Surroundings(of: ["a"], handOffs: 3)
    let selection = ServiceSelection(of: map, by: filter, on: nil)
    #expect(selection.chosen == ["a"] && selection.unsaid == ["b": [.handOffs]])
    var stated = map
    stated.statedAsNone = [.routes]
    #expect(ServiceSelection(of: stated, by: filter, on: nil).unsaid.isEmpty)
  }
}
