import FingerpostAnalysis
import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import FingerpostTestSupport
import Testing

/// Maps of one need, age and area for pictures of ways and gaps.
enum WayMaps {
  static let date = CalendarDate("2026-11-01")

  static func map(_ services: String, _ routes: String = "") throws -> SystemMap {
    let document = MapReader().read(
      text: """
        fingerpost: 1
        title: T
        as-of: 2026-11-01
        areas: {here: Here, there: There}
        needs: {sleep: Sleep}
        scope: {needs: [sleep], ages: {from: birth, to: 2 years}, areas: [here, there]}
        services:
          door: {name: Door, entry: open, serves: [], ages: {from: birth, to: 2 years}, areas: [here, there]}
        \(services)
        routes:
          - {from: door, to: door, kind: notification}
        \(routes)
        """)
    return try #require(document.map, "\(document.diagnostics)")
  }

  /// A service that helps at every age in both areas, with something more.
  static func helper(_ id: String, _ more: String = "entry: by-referral") -> String {
    "  \(id): {name: \(id.uppercased()), serves: [sleep], ages: {from: birth, to: 2 years}, "
      + "areas: [here, there], \(more)}"
  }

  static func setting(for map: SystemMap, findings: [Finding] = []) throws -> ViewSetting {
    ViewSetting(
      date: date, findings: findings, coverage: try Coverage(of: map, on: try #require(date)))
  }

  /// The same statements in the opposite order.
  static func reversed(_ map: SystemMap) -> SystemMap {
    var map = map
    map.services = Elements(map.services.reversed())
    map.routes = Elements(map.routes.reversed())
    map.boards = Elements(map.boards.reversed())
    return map
  }
}

extension Diagram {
  /// The numbers of gaps that stand in it.
  var gapsDrawn: [String] {
    (nodes.flatMap(\.label) + edges.compactMap(\.label)).filter { $0.hasPrefix("Gap ") }.sorted()
  }

  /// The numbers of gaps that the small print explains.
  var gapsExplained: [String] {
    notes.filter { $0.hasPrefix("Gap ") }.map { String($0.prefix { $0 != ":" }) }.sorted()
  }

  /// How many boxes and lines look missing.
  var missingCount: Int {
    nodes.count { $0.style == Theme.plain.ghost }
      + edges.count { $0.style == Theme.plain.missingLine }
  }
}

struct `The pathway` {
  private func pages(_ map: SystemMap) throws -> [Diagram] {
    PathwayView().pages(of: map, in: try WayMaps.setting(for: map)).diagrams
  }

  @Test(arguments: KeptMaps.all)
  func `draws the way through in bold, and it is that of coverage`(_ map: SystemMap) throws {
    guard let date = map.asOf, let coverage = try? Coverage(of: map, on: date) else { return }
    let theme = Theme.plain
    for cell in coverage.grid.cells {
      guard let way = coverage.way(for: cell) else { continue }
      let question = FamilyQuestion(need: cell.need, age: cell.ages.from, area: cell.area)
      let page = try #require(
        PathwayView().pages(of: map, in: ViewSetting(date: date, family: question))
          .diagrams.first)
      let bold = Set(RouteKind.allCases.map { theme.wayThrough(theme.line(for: $0)) })
      let lines = page.edges.filter { bold.contains($0.style) }.map(\.id)
      #expect(lines.sorted() == way.routes.map(\.id.rawValue).sorted())
      let boxes = page.nodes.filter { $0.style.width > 3 }.map(\.id)
      #expect(boxes.sorted() == way.services.filter { $0 != .families }.map(\.rawValue).sorted())
    }
  }

  @Test func `draws a missing route dashed, with a number that the small print explains`() throws {
    let map = try WayMaps.map(WayMaps.helper("team"))
    let page = try #require(try pages(map).first)
    let line = try #require(page.edges.first { $0.style == Theme.plain.missingLine })
    #expect(line.tail == "door" && line.head == "team" && line.label == "Gap 1")
    #expect(page.notes.first?.contains("open a referral from Door to TEAM") == true)
    #expect(page.gapsDrawn == ["Gap 1"] && page.gapsExplained == ["Gap 1"])
    #expect(page.subtitle?.contains("birth to 2 years in every area") == true)
  }

  @Test func `draws a paused service dashed, and the route that stops at it`() throws {
    let map = try WayMaps.map(
      WayMaps.helper("team", "entry: by-referral, status: paused"),
      "  - {from: door, to: team, kind: referral}")
    let page = try #require(try pages(map).first)
    let team = try #require(page.nodes.first { $0.id == "team" })
    #expect(team.style == Theme.plain.ghost)
    #expect(team.label.contains("Gap 1") && team.label.contains("to be reopened"))
    #expect(page.missingCount == 1)
  }

  @Test func `draws the service that nobody offers`() throws {
    let page = try #require(try pages(try WayMaps.map("")).first)
    let missing = page.nodes.filter { $0.style == Theme.plain.ghost }
    #expect(missing.map(\.label) == [["A new service", "Gap 1"]])
  }

  @Test func `draws a gap no longer once it is filled`() throws {
    let map = try WayMaps.map(WayMaps.helper("team"))
    let coverage = try Coverage(of: map, on: try #require(WayMaps.date))
    let repair = try #require(coverage.repairs(for: coverage.grid.cells[0]).first)
    let filled = repair.applied(to: map, on: coverage.date)
    for page in try pages(filled) {
      #expect(page.gapsDrawn.isEmpty && page.missingCount == 0)
    }
  }

  @Test func `asks for what the map does not say, and never draws it as missing`() throws {
    let map = try WayMaps.map(
      "  team: {name: Team, serves: [sleep], ages: {from: birth, to: 2 years}}",
      "  - {from: door, to: team, kind: referral}")
    let page = try #require(try pages(map).first)
    #expect(page.missingCount == 0 && page.gapsDrawn.isEmpty)
    #expect(page.nodes.first { $0.id == "team" }?.style == Theme.plain.unsaid)
    #expect(page.edges.first?.label == "?" && page.edges.first?.style.stroke == .dotted)
    #expect(page.notes.contains("The map does not say which areas Team serves."))
  }

  @Test func `puts the pictures of a need together, those without help first`() throws {
    let map = try WayMaps.map(
      "  team: {name: Team, entry: open, serves: [sleep], ages: {from: birth, to: 1 year}, areas: [here]}"
    )
    let pages = try pages(map)
    let numbers = ["", "-2", "-3", "-4"]
    #expect(pages.map(\.name) == numbers.map { "pathway-sleep\($0)" })
    #expect(pages.map(\.gapsDrawn) == [["Gap 1"], ["Gap 1"], ["Gap 1"], []])
    #expect(pages.last?.subtitle?.contains("birth to 1 year in Here") == true)
  }

  @Test func `says what is left out of many pictures`() throws {
    let services = (0..<8).map { month in
      "  s\(month): {name: S\(month), entry: open, serves: [sleep], ages: {from: \(month) months, "
        + "to: \(month + 1) months}, areas: [here, there]}"
    }
    let pages = try pages(try WayMaps.map(services.joined(separator: "\n")))
    #expect(pages.count == 3)
    #expect(pages[2].notes.contains { $0.hasPrefix("6 more pictures of this need") })
  }

  @Test func `is the same whatever the order of the statements`() throws {
    for map in [
      try WayMaps.map("\(WayMaps.helper("team"))\n\(WayMaps.helper("unit"))"),
      try #require(KeptMaps.all.first { $0.id == "brackenshire" }),
    ] {
      func looks(_ map: SystemMap) throws -> [[String]] {
        try pages(map).map { page in
          [page.name, page.subtitle ?? ""] + page.notes + page.nodes.flatMap { [$0.id] + $0.label }
            + page.edges.map(\.title)
        }
      }
      #expect(try looks(map) == looks(WayMaps.reversed(map)))
    }
  }

  @Test func `writes waits and reasons to look twice on boxes`() throws {
    let map = try WayMaps.map(
      WayMaps.helper("team", "entry: by-referral, wait: 30 weeks, funded-until: 2027-03-31"),
      "  - {from: door, to: team, kind: referral}")
    let page = try #require(try pages(map).first)
    let team = try #require(page.nodes.first { $0.id == "team" }?.label)
    #expect(team.contains("long wait: 30 weeks"))
    #expect(team.contains("no funding stated beyond 31 March 2027"))
  }

  @Test func `shows where families go whom a service does not see`() throws {
    let map = try WayMaps.map(
      WayMaps.helper(
        "team", "entry: by-referral, excludes: [{condition: illness, onward: [clinic]}]")
        + "\n  clinic: {name: Clinic, entry: by-referral}",
      "  - {from: door, to: team, kind: referral}\nconditions: {illness: {name: An illness}}")
    let page = try #require(try pages(map).first)
    #expect(page.edges.contains { $0.tail == "team" && $0.head == "clinic" })
    #expect(
      page.nodes.first { $0.id == "clinic" }?.label.contains("sent here with: An illness") == true)
  }

  @Test func `needs a scope unless it is asked for one family`() throws {
    var map = try WayMaps.map(WayMaps.helper("team", "entry: open"))
    map.scope = nil
    let setting = ViewSetting(date: WayMaps.date)
    guard case .nothing(.scopeNotStated) = PathwayView().pages(of: map, in: setting) else {
      return #expect(Bool(false))
    }
    var asked = setting
    asked.family = FamilyQuestion(
      need: "sleep", age: .after(TimeSpan(9, .month)), area: "there")
    let page = try #require(PathwayView().pages(of: map, in: asked).diagrams.first)
    #expect(page.name == "pathway" && page.summary.contains("TEAM"))
  }
}
