import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import Testing

/// The pages of the views that a map defines, by their names.
private func pages(_ views: String) throws -> [String: Diagram] {
  let document = MapReader().read(
    text: """
      fingerpost: 1
      title: T
      areas: {north: North, south: South}
      organisations:
        trust: {name: Trust, sector: nhs}
        charity: {name: Charity, sector: voluntary}
      services:
        a: {name: A, organisation: trust, intensity: specialist, areas: [north, south], status: active}
        b: {name: B, organisation: charity, intensity: universal, areas: north, status: planned}
        c: {name: C, organisation: charity, intensity: targeted}
        d: {name: D}
      routes:
        - {from: families, to: b, kind: self-referral}
        - {from: b, to: a, kind: referral}
        - {from: a, to: b, kind: feedback}
        - {from: a, to: c, kind: transfer}
        - {from: d, to: a, kind: referral}
        - {from: families, to: d, kind: self-referral}
        - {from: d, to: c, kind: referral}
      views: {\(views)}
      """)
  let map = try #require(document.map, "\(document.diagnostics)")
  let found = OwnViews().pages(of: map, in: ViewSetting(date: CalendarDate("2026-11-01"))).diagrams
  return Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0) })
}

/// The page of one view with these keys beside its title.
private func page(_ keys: String) throws -> Diagram {
  try #require(pages("v: {title: View, \(keys)}")["view-v"])
}

extension Diagram {
  fileprivate func node(_ id: String) -> Node? { nodes.first { $0.id == id } }
}

struct `A view that a map defines` {
  @Test func `has a page of its own, under its id`() throws {
    let pages = try pages(
      "north: {title: North only, summary: For the north., filter: {areas: north}}, all: All")
    #expect(pages.keys.sorted() == ["view-all", "view-north"])
    let page = try #require(pages["view-north"])
    #expect(page.subtitle == "North only: 2 services and 3 routes")
    #expect(page.notes.contains("For the north."))
    #expect(pages["view-all"]?.nodes.count == 5)
  }

  @Test func `has a name for its file that no other has, whatever characters its id has`() throws {
    let pages = try pages("a.b: One, a-b: Two, a_b: Three")
    #expect(pages["view-a-b"]?.subtitle?.hasPrefix("Two") == true)
    #expect(pages["view-a-b-2"]?.subtitle?.hasPrefix("One") == true)
    #expect(pages["view-a-b-2-2"]?.subtitle?.hasPrefix("Three") == true)
  }

  @Test func `shows chosen services, routes between them and from families, and counts the others`()
    throws
  {
    let page = try page("filter: {sectors: [nhs, voluntary], areas: north}")
    #expect(page.nodes.map(\.id).sorted() == ["a", "b", "families"])
    #expect(
      page.edges.map(\.id).sorted()
        == ["b-to-a-referral + a-to-b-feedback", "families-to-b-self-referral"])
    #expect(page.notes.contains("2 routes lead to or from services that this view does not show."))
    #expect(
      page.notes.contains(
        "1 service is left out, because the map does not say which areas it serves."))
    #expect(
      page.notes.contains(
        "1 service is left out, because the map does not say which sector runs it and which areas it serves."
      ))
    #expect(
      page.notes.contains(
        "This view chooses services by sector (NHS or voluntary sector) and area (North)."))
  }

  @Test func `draws only the kinds of route that it names, and counts those of other kinds`() throws
  {
    let page = try page("filter: {route-kinds: [referral, transfer]}")
    let carried = page.edges.flatMap { $0.id.split(separator: " + ") }
    #expect(carried.count == 4)
    #expect(page.node("families") == nil && page.node("d") != nil)
    #expect(page.notes.contains("3 routes of other kinds are not shown."))
    #expect(!page.notes.contains { $0.contains("chooses") })
  }

  @Test(arguments: [
    ("intensity", ["Universal", "Targeted", "Specialist"], "universal"),
    ("area", ["North", "North and South"], "north"),
    ("organisation", ["Charity", "Trust"], "charity"),
    ("sector", ["NHS", "Voluntary, community, faith and social enterprise"], "voluntary"),
  ])
  func `groups services by what it says`(_ by: String, _ labels: [String], _ group: String) throws {
    let page = try page("group-by: \(by)")
    #expect(page.groups.map(\.label) == labels)
    #expect(page.node("b")?.group == group)
    #expect(page.node("d")?.group == nil)
    let open = by == "area" ? "which areas 2 services serve" : "1 service"
    #expect(page.notes.contains { $0.hasPrefix("The map does not say") && $0.contains(open) })
    // Only levels are columns in an order.
    #expect(page.groups.allSatisfy { ($0.level != nil) == (by == "intensity") })
  }

  @Test func `has no groups where it says so`() throws {
    let page = try page("group-by: none")
    #expect(page.groups.isEmpty && page.nodes.allSatisfy { $0.group == nil })
  }

  @Test(arguments: [
    ("sector", "voluntary sector", "Voluntary sector"),
    ("organisation", "Charity", "Charity"), ("intensity", "universal", "Universal"),
    ("area", "North", "North"), ("status", "planned", "Planned"),
  ])
  func `colours boxes by what it says, and says it in each box and in the legend`(
    _ by: String, _ words: String, _ legend: String
  ) throws {
    let page = try page("colour-by: \(by), group-by: none")
    let box = try #require(page.node("b"))
    #expect(box.label.last?.contains(words) == true)
    #expect(box.style.fill != page.node("a")?.style.fill)
    let entry = try #require(page.legend.first { $0.label == legend })
    guard case .node(let sample) = entry.sample else { return #expect(Bool(false), "\(entry)") }
    // A planned service is an outline with nothing in it; the outline keeps the colour.
    #expect(sample.outline == box.style.outline)
    #expect(by == "status" || box.style.outline != page.node("a")?.style.outline)
    #expect(page.legend.contains { $0.label.hasSuffix("not stated") })
    #expect(page.node("d")?.style.fill == Theme.plain.box(for: nil).fill)
  }

  @Test func `leaves all boxes alike where it says so`() throws {
    let page = try page("colour-by: none")
    #expect(Set(page.nodes.filter { $0.id != "families" }.map(\.style.fill)).count == 1)
    #expect(page.node("a")?.label == ["A"])
  }

  @Test func `shares one colour among the values of fewest services where there are too many`()
    throws
  {
    let names = (1...9).map { "o\($0)" }
    let document = MapReader().read(
      text: """
        fingerpost: 1
        title: T
        organisations: {\(names.map { "\($0): \($0)" }.joined(separator: ", "))}
        services:
          \(names.map { "s\($0): {name: S, organisation: \($0)}" }.joined(separator: "\n  "))
          extra: {name: S, organisation: o9}
        views: {v: {title: V, colour-by: organisation}}
        """)
    let map = try #require(document.map, "\(document.diagnostics)")
    let page = try #require(OwnViews().pages(of: map, in: ViewSetting()).diagrams.first)
    let labels = page.legend.map(\.label)
    #expect(labels == ["o1", "o2", "o3", "o4", "o5", "o9", "Others, named in their boxes"])
    #expect(page.node("so9")?.style.fill != page.node("so8")?.style.fill)
    #expect(page.node("so8")?.label == ["S", "o8"])
  }

  @Test func `shows the neighbourhood of a service`() throws {
    let page = try page("filter: {near: {services: b, hand-offs: 1}}")
    #expect(page.nodes.map(\.id).sorted() == ["a", "b", "families"])
    #expect(
      page.notes.contains("This view chooses services by distance (at most 1 hand-off from B)."))
  }

  @Test func `says on its page that nothing matches, or that the map does not say`() throws {
    let none = try page("filter: {organisations: charity, sectors: nhs}")
    #expect(none.subtitle == "View: the map does not say which services match")
    #expect(none.nodes.map(\.label) == [["The map does not say which services match"]])
    let some = try page("filter: {near: {services: b, hand-offs: 0}, organisations: trust}")
    #expect(some.subtitle == "View: no service matches")
    #expect(some.nodes.map(\.label) == [["No service matches"]])
  }

  @Test func `is not drawn where the map defines none`() throws {
    let map = try #require(
      MapReader().read(text: "fingerpost: 1\ntitle: T\nservices: {a: A}\n").map)
    guard case .nothing(.noOwnView) = OwnViews().pages(of: map, in: ViewSetting()) else {
      return #expect(Bool(false))
    }
  }
}
