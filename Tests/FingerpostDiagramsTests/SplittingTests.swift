import FingerpostDiagrams
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `A diagram that is split` {
  /// Networks with and without facets, of several sizes.
  static let networks: [Diagram] = (UInt64(0)..<6).flatMap { seed -> [Diagram] in
    let services = [2, 37, 90, 150][Int(seed) % 4]
    let plain = RandomNetworks.diagram(
      services: services, routes: services * (services < 3 ? 1 : 2), groups: 4,
      grouping: .levels, labels: false, seed: seed)
    return [plain, RandomNetworks.withFacets(plain, seed: seed)]
  }

  @Test(arguments: networks)
  func `is whole, however far it is split`(_ diagram: Diagram) throws {
    var split = try #require(DiagramSplit(diagram))
    var random = SeededGenerator(seed: 1)
    #expect(WholeSet(split.pageSet()).problems.isEmpty)
    for _ in 0..<12 {
      _ = split.split(page: Int.random(in: 0..<split.pageCount, using: &random))
    }
    for most in [1, 5, 200] {
      #expect(WholeSet(split.pageSet(mostBoxesOnOverview: most)).problems.isEmpty)
    }
  }

  @Test(arguments: networks.filter { $0.nodes.count < 100 })
  func `ends with a page for each box`(_ diagram: Diagram) throws {
    var split = try #require(DiagramSplit(diagram))
    var page = 0
    while page < split.pageCount { if !split.split(page: page) { page += 1 } }
    let set = split.pageSet()
    #expect(WholeSet(set).problems.isEmpty)
    for page in set.pages {
      #expect(
        page.diagram.nodes.count {
          !page.standIns.contains($0.id) && !page.repeated.contains($0.id)
        } <= 1)
      #expect(page.standIns.count <= 10)
    }
  }

  @Test(arguments: networks)
  func `does not depend on the order of its parts`(_ diagram: Diagram) throws {
    var random = SeededGenerator(seed: 2)
    var shuffled = diagram
    shuffled.nodes.shuffle(using: &random)
    shuffled.edges.shuffle(using: &random)
    let pages = try #require(DiagramSplit(diagram)).pageSet()
    let others = try #require(DiagramSplit(shuffled)).pageSet()
    #expect(pages.overview.diagram == others.overview.diagram)
    #expect(pages.pages.map(\.diagram) == others.pages.map(\.diagram))
  }

  @Test func `of one box cannot be`() {
    let box = Diagram.Node(id: "a", label: ["A"], title: "A")
    #expect(
      DiagramSplit(Diagram(name: "d", title: "D", summary: "S", nodes: [box], edges: [])) == nil)
  }
}

struct `The pages of a split diagram` {
  private func box(_ id: String, _ area: String, _ level: String = "low") -> Diagram.Node {
    Diagram.Node(
      id: id, label: [id.uppercased()], title: id.uppercased(),
      facets: [
        .area: Diagram.FacetValue(id: area, name: area, place: area == "north" ? 0 : 1),
        .level: Diagram.FacetValue(id: level, name: level, place: level == "low" ? 0 : 1),
      ])
  }

  private func line(
    _ tail: String, _ head: String, _ carries: Diagram.Carried = Diagram.Carried(),
    color: Diagram.Color = "#000000"
  ) -> Diagram.Edge {
    Diagram.Edge(
      id: "\(tail)-\(head)", tail: tail, head: head, style: Diagram.EdgeStyle(color: color),
      title: "\(tail) to \(head)", carries: carries)
  }

  /// Two boxes in the north, two in the south, and families, who have no area.
  private var diagram: Diagram {
    var diagram = Diagram(
      name: "d", title: "D", summary: "S.", notes: ["Note."],
      nodes: [
        box("a", "north"), box("b", "north"), box("c", "south"), box("d", "south", "high"),
        Diagram.Node(id: "families", label: ["Families"], title: "Families"),
      ],
      edges: [
        line("a", "b"), line("a", "c"), line("a", "d"), line("d", "b", color: "#0000ff"),
        line("b", "c", Diagram.Carried(along: 2, back: 3)), line("families", "a"),
        line("families", "c"),
      ])
    diagram.boxesNoun = .services
    diagram.linesNoun = .routes
    return diagram
  }

  @Test func `hold one area each, and a counted stub for the other page`() throws {
    let set = try #require(DiagramSplit(diagram)).pageSet()
    #expect(
      set.pages.map { $0.diagram.nodes.map(\.id) } == [
        ["a", "b", "families", "page 2"], ["c", "d", "families", "page 1"],
      ])
    let north = set.pages[0].diagram
    #expect(
      north.subtitle
        == "Page 1 of 2: North. 2 services, 2 routes on the page and 8 to or from other pages")
    let stub = try #require(north.nodes.last)
    #expect(stub.label == ["Page 2: South", "4 routes out, 4 in"])
    #expect(stub.link == "d-page-2.svg")
    #expect(north.nodes[2].title == "Families, also on page 2")
    let leaving = north.edges.filter { $0.head == "page 2" || $0.tail == "page 2" }
    #expect(
      leaving.map(\.title) == [
        "2 routes: a to c (page 2); a to d (page 2)", "b to c (page 2)", "d to b (page 2)",
      ])
    #expect(
      leaving.map { "\($0.tail) > \($0.head)" } == [
        "a > page 2", "b > page 2", "page 2 > b",
      ])
    #expect(
      north.notes == ["The whole stands on 2 pages and an overview: 1 North · 2 South.", "Note."])
  }

  @Test func `stand on an overview whose counts add up`() throws {
    let overview = try #require(DiagramSplit(diagram)).pageSet().overview.diagram
    #expect(
      overview.nodes.map(\.label) == [
        ["North", "page 1", "2 services", "1 route within"],
        ["South", "page 2", "2 services", "1 low, 1 high"], ["Families"],
      ])
    #expect(overview.nodes.map(\.link) == ["d-page-1.svg", "d-page-2.svg", nil])
    #expect(
      overview.edges.map(\.title) == [
        "4 routes from North to South, 4 back", "1 route from Families to North",
        "1 route from Families to South",
      ])
    #expect(overview.edges.map(\.label) == ["8", "1", "1"])
    #expect(overview.edges[0].style.width > overview.edges[1].style.width)
    #expect(overview.subtitle == "Overview: 4 services and 11 routes on 2 pages")
  }

  @Test func `are split by level after area, and in halves at last`() throws {
    var split = try #require(DiagramSplit(diagram))
    let isSplit = [split.split(page: 1), split.split(page: 0)]
    #expect(isSplit == [true, true])
    let subtitles = split.pageSet().pages.compactMap(\.diagram.subtitle)
    #expect(
      subtitles.map { $0.prefix { $0 != "." } } == [
        "Page 1 of 4: North (1 of 2)", "Page 2 of 4: North (2 of 2)", "Page 3 of 4: South, low",
        "Page 4 of 4: South, high",
      ])
  }

  @Test func `keep of the legend what they use`() throws {
    var diagram = diagram
    diagram.legend = ["dark", "blue", "unknown"].map {
      Diagram.LegendEntry(.edge(Diagram.EdgeStyle()), $0)
    }
    for index in diagram.edges.indices { diagram.edges[index].meanings = ["dark"] }
    diagram.edges[0].meanings = ["blue"]
    let pages = try #require(DiagramSplit(diagram)).pageSet().pages
    #expect(pages[0].diagram.legend.map(\.label).prefix(3) == ["dark", "blue", "unknown"])
    #expect(pages[1].diagram.legend.map(\.label).prefix(2) == ["dark", "unknown"])
  }

  @Test func `are found wanting whatever is missing or shown twice`() throws {
    let whole = try #require(DiagramSplit(diagram)).pageSet()
    #expect(WholeSet(whole).problems.isEmpty)
    func expectProblem(
      _ change: (inout PageSet) -> Void, at location: Testing.SourceLocation = #_sourceLocation
    ) {
      var set = whole
      change(&set)
      #expect(!WholeSet(set).problems.isEmpty, sourceLocation: location)
    }
    expectProblem { $0.pages[0].diagram.nodes.remove(at: 0) }
    expectProblem { $0.pages[0].repeated = [] }
    expectProblem { $0.pages[1].diagram.nodes.append($0.pages[0].diagram.nodes[0]) }
    expectProblem { $0.whole.nodes.removeLast() }
    for index in whole.pages[0].diagram.edges.indices {
      expectProblem { $0.pages[0].diagram.edges.remove(at: index) }
      expectProblem { $0.pages[0].diagram.edges[index].head = "b!" }
    }
    expectProblem { $0.pages[0].diagram.edges.append($0.pages[0].diagram.edges[0]) }
    expectProblem { $0.pages.append($0.pages[0]) }
    let stubLine = try #require(whole.pages[0].standsFor.keys.min())
    let place = try #require(whole.pages[0].diagram.edges.firstIndex { $0.id == stubLine })
    expectProblem { $0.pages[0].diagram.edges[place].carries.along += 1 }
    expectProblem { $0.pages[0].diagram.edges[place].title = "some" }
    expectProblem { $0.pages[0].standsFor[stubLine] = ["a-c"] }
    expectProblem { $0.overview.diagram.edges[0].carries.back += 1 }
    expectProblem { $0.overview.diagram.edges.remove(at: 0) }
    expectProblem { $0.overview.diagram.nodes.remove(at: 0) }
    expectProblem { $0.whole.edges.removeLast() }
  }
}

struct `The overview of a system` {
  private func page(services: Int, routes: Int) -> ViewPages {
    let county = GeneratedCounty(services: services, routes: routes, seed: 1)
    return OverviewView().pages(of: county.map, in: ViewSetting())
  }

  @Test func `counts every service and every route once`() throws {
    let overview = try #require(page(services: 100, routes: 220).diagrams.first)
    #expect(
      overview.nodes.compactMap(\.label.first)
        == ["Ashdown", "Bexhill", "Corvedale", "Dunmere", "Whole county", "Families"])
    func number(_ noun: String) -> Int {
      overview.nodes.flatMap(\.label).flatMap { $0.split(separator: ", ") }
        .filter { $0.contains(noun) }.compactMap { Int($0.prefix { $0.isNumber }) }.reduce(0, +)
    }
    #expect(number("service") == 100)
    #expect(number("route") + overview.edges.reduce(0) { $0 + $1.carries.total } == 220)
    for edge in overview.edges {
      let counts = edge.title.split(separator: " ").compactMap { Int($0) }
      #expect(counts.reduce(0, +) == edge.carries.total, "\(edge.title)")
    }
  }

  @Test func `is left out for a system that one page shows as well`() {
    guard case .nothing(let reason) = page(services: 24, routes: 40) else {
      Issue.record("it is drawn")
      return
    }
    #expect(reason == .fewServices)
  }

  @Test func `does not put nearly all services into one group`() throws {
    var map = GeneratedCounty(services: 60, routes: 90, seed: 1).map
    for id in map.services.map(\.id).dropFirst(4) { map.services[id]?.areas = ["county"] }
    let overview = try #require(OverviewView().pages(of: map, in: ViewSetting()).diagrams.first)
    #expect(overview.nodes.first?.label.first == "Universal")
  }

  @Test func `groups by level where no area is stated, and by organisation where no level is`()
    throws
  {
    var map = GeneratedCounty(services: 60, routes: 90, seed: 1).map
    for id in map.services.map(\.id) { map.services[id]?.areas = nil }
    let byLevel = try #require(OverviewView().pages(of: map, in: ViewSetting()).diagrams.first)
    #expect(
      byLevel.nodes.compactMap(\.label.first)
        == ["Universal", "Targeted", "Specialist", "Level not stated"])
    for id in map.services.map(\.id) { map.services[id]?.intensity = nil }
    let byBody = try #require(OverviewView().pages(of: map, in: ViewSetting()).diagrams.first)
    #expect(
      byBody.nodes.compactMap(\.label.first)
        == ["Organisation 1", "Organisation 2", "Organisation 3"])
  }
}
