import FingerpostAnalysis
import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import Testing

struct `The picture of gaps` {
  private func finding(_ rule: String, _ element: ElementID, _ detail: String = "") -> Finding {
    Finding(
      rule: rule, severity: .error, element: element, detail: detail, message: "It is \(rule).",
      remedy: "Mend it.")
  }

  private func pages(_ map: SystemMap, _ findings: [Finding] = []) throws -> [Diagram] {
    GapsView().pages(of: map, in: try WayMaps.setting(for: map, findings: findings)).diagrams
  }

  private func board(_ map: SystemMap, _ seats: String) throws -> SystemMap {
    let document = MapReader().read(
      text: """
        fingerpost: 1
        title: T
        boards:
          steering: {name: Steering board, kind: strategic, seats: [\(seats)]}
        """)
    var map = map
    map.boards = try #require(document.map).boards
    return map
  }

  @Test func `numbers everything that is missing, and explains each number`() throws {
    let map = try board(
      try WayMaps.map(
        WayMaps.helper("team") + "\n  b: {name: B, serves: [], entry: by-referral}",
        "  - {from: team, to: b, kind: referral}"),
      "{represents: [midwifery], member: none}")
    let seat = ElementID(.boards, "steering", "seats", "midwifery")
    let pages = try pages(
      map,
      [
        finding("seat-vacant", seat),
        finding("board-minimum-functions", ElementID(.boards, "steering"), "camhs"),
        finding("step-up-route", ElementID(.services, "team")),
        finding("referrer-feedback-edge", ElementID(.routes, map.routes[1].id.rawValue)),
        finding("owner-missing", ElementID(.services, "team")),
      ])
    let page = try #require(pages.first)
    #expect(page.gapsDrawn == ["Gap 1", "Gap 2", "Gap 3", "Gap 4", "Gap 5"])
    #expect(page.gapsExplained == page.gapsDrawn && page.missingCount == 5)
    let lines = page.edges.filter { $0.style == Theme.plain.missingLine }
    #expect(lines.map { "\($0.tail) \($0.head)" }.sorted() == ["b team", "door team"])
    #expect(page.nodes.contains { $0.label == ["Gap 3", "A step up to TEAM"] })
    let seats = page.nodes.filter { $0.group == "board steering" }.flatMap(\.label)
    #expect(seats.contains("Midwifery") && seats.contains { $0.contains("mental health") })
    #expect(page.groups.contains { $0.label.contains("Steering board") })
  }

  @Test func `keeps its numbers when statements change places`() throws {
    let map = try WayMaps.map(
      "\(WayMaps.helper("team"))\n\(WayMaps.helper("unit"))\n  x: {name: X, serves: [], entry: by-referral}"
    )
    let found = ["team", "unit", "x"].map {
      finding("isolated-service", ElementID(.services, $0))
    }
    let one = try #require(try pages(map, found).first)
    let other = try #require(try pages(WayMaps.reversed(map), found.reversed()).first)
    #expect(one.notes == other.notes && one.gapsDrawn.count == 4)
    func gaps(_ page: Diagram) -> [String: [String]] {
      Dictionary(
        uniqueKeysWithValues: page.nodes.filter { $0.id.hasPrefix("gap ") }.map {
          ($0.id, $0.label)
        })
    }
    #expect(gaps(one) == gaps(other))
  }

  @Test func `joins families without help to what would have to change`() throws {
    let map = try WayMaps.map(
      WayMaps.helper("team", "entry: open, status: paused"))
    let page = try #require(try pages(map).first)
    let box = try #require(page.nodes.first { $0.style == Theme.plain.ghost })
    #expect(box.label == ["Gap 1", "No help: Sleep", "birth to 2 years in every area"])
    #expect(page.edges.contains { $0.tail == "team" && $0.head == box.id })
    #expect(page.notes[0].contains("The smallest change: reopen TEAM."))
  }

  @Test func `draws a gap no longer once it is filled`() throws {
    let map = try WayMaps.map(WayMaps.helper("team"))
    #expect(try pages(map).count == 1)
    let coverage = try Coverage(of: map, on: try #require(WayMaps.date))
    let repair = try #require(coverage.repairs(for: coverage.grid.cells[0]).first)
    let filled = repair.applied(to: map, on: coverage.date)
    guard
      case .nothing(.noGapFound) = GapsView().pages(
        of: filled, in: try WayMaps.setting(for: filled))
    else { return #expect(Bool(false)) }
  }

  @Test func `counts what the map does not say, and never draws it as missing`() throws {
    let map = try board(
      try WayMaps.map(
        "  team: {name: Team, serves: [sleep]}", "  - {from: door, to: team, kind: referral}"),
      "{represents: [midwifery]}, {represents: [camhs]}")
    #expect(try pages(map).isEmpty)
    let page = try #require(
      try pages(map, [finding("dead-end", ElementID(.services, "team"))]).first)
    #expect(page.missingCount == 1)
    #expect(
      page.notes.contains(
        "The map does not say whether families find help in 2 combinations of need, age and area or "
          + "who holds 2 seats."))
  }

  @Test func `keeps the part of a large map that is near its gaps, and says so`() throws {
    let services = (0..<60).map { "  s\($0): {name: S\($0), serves: [], entry: by-referral}" }
    let routes = (0..<59).map { "  - {from: s\($0), to: s\($0 + 1), kind: referral}" }
    let map = try WayMaps.map(
      ([WayMaps.helper("team", "entry: open")] + services).joined(separator: "\n"),
      routes.joined(separator: "\n"))
    let page = try #require(
      try pages(map, [finding("dead-end", ElementID(.services, "s30"))]).first)
    let shown = page.nodes.filter { $0.style != Theme.plain.ghost }.map(\.id)
    #expect(shown.sorted() == ["s28", "s29", "s30", "s31", "s32"])
    #expect(
      page.notes.contains(
        "Left out are 57 services that are further than 2 hand-offs from every gap of this page."))
  }

  @Test func `goes on to another page with the same count`() throws {
    let services = (0..<20).map { WayMaps.helper("s\($0)", "entry: open") }
    let map = try WayMaps.map(services.joined(separator: "\n"))
    let found = (0..<20).map { finding("dead-end", ElementID(.services, "s\($0)")) }
    let pages = try pages(map, found)
    #expect(pages.map(\.name) == ["gaps", "gaps-2"])
    let drawn = pages.flatMap(\.gapsDrawn)
    #expect(drawn.count == 20 && Set(drawn) == Set((1...20).map { "Gap \($0)" }))
    for page in pages { #expect(page.gapsDrawn == page.gapsExplained) }
  }
}
