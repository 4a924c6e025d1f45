import FingerpostAnalysis
import FingerpostDiagrams
import FingerpostFormats
public import FingerpostModel
import FingerpostTestSupport
import Foundation
public import Testing

extension SystemMap: CustomTestStringConvertible {
  /// The id: a test that fails names the map, and all of it would take minutes to print.
  public var testDescription: String { id.rawValue }
}

struct `Every view of every map` {
  @Test func `is tried on all of them`() { #expect(KeptMaps.all.count >= 13) }

  @Test(arguments: KeptMaps.all, ViewName.allCases)
  func `holds together and says all of it in words`(_ map: SystemMap, _ name: ViewName) throws {
    let diagrams = name.view.pages(of: map, in: KeptMaps.setting(for: map)).diagrams
    #expect(Set(diagrams.map(\.name)).count == diagrams.count)
    for diagram in diagrams { check(diagram) }
  }

  private func check(_ diagram: Diagram) {
    let nodes = Set(diagram.nodes.map(\.id))
    #expect(nodes.count == diagram.nodes.count)
    #expect(Set(diagram.edges.map(\.id)).count == diagram.edges.count)
    for edge in diagram.edges {
      #expect(nodes.contains(edge.tail) && nodes.contains(edge.head), "\(edge.id)")
    }
    let words = diagram.textEquivalent
    let items = words.split(separator: "\n").filter { $0.contains("- ") }
    #expect(items.count { $0.hasPrefix("- ") } == diagram.nodes.count)
    for title in diagram.nodes.map(\.title) + diagram.edges.map(\.title) {
      #expect(plain(words).contains(plain(title)), "\(title)")
    }
    #expect(!diagram.summary.isEmpty && !diagram.notes.isEmpty)
    let samples = diagram.legend.map(\.label)
    #expect(Set(samples).count == samples.count, "a meaning stands twice in the legend: \(samples)")
  }

  /// Text without the marks that Markdown needs.
  private func plain(_ text: String) -> String { text.replacing("\\", with: "") }

  @Test(arguments: KeptMaps.all)
  func `of the system shows every service and carries every route once`(_ map: SystemMap) throws {
    let page = SystemView().pages(of: map, in: ViewSetting())
    guard !map.services.isEmpty else { return #expect(page.diagrams.isEmpty) }
    let diagram = try #require(page.diagrams.first)
    let nodes = Set(diagram.nodes.map(\.id))
    for service in map.services { #expect(nodes.contains(service.id.rawValue)) }
    let carried = diagram.edges.flatMap { $0.id.split(separator: " + ").map(String.init) }
    #expect(carried.sorted() == map.routes.map(\.id.rawValue).sorted())
  }

  @Test(arguments: KeptMaps.all)
  func `of the board shows every board and every seat`(_ map: SystemMap) throws {
    let page = BoardView().pages(of: map, in: ViewSetting())
    guard !map.boards.isEmpty else { return #expect(page.diagrams.isEmpty) }
    let diagram = try #require(page.diagrams.first)
    let nodes = Set(diagram.nodes.map(\.id))
    for board in map.boards {
      #expect(nodes.contains(board.id.rawValue))
      for seat in board.seats ?? [] { #expect(nodes.contains("\(board.id)/\(seat.id)")) }
    }
  }
}

struct `The views` {
  private func page(_ view: some DiagramView, _ text: String) throws -> Diagram {
    let document = MapReader().read(text: "fingerpost: 1\ntitle: T\n" + text)
    let map = try #require(document.map, "\(document.diagnostics)")
    return try #require(
      view.pages(of: map, in: ViewSetting(date: CalendarDate("2026-11"))).diagrams.first)
  }

  @Test func `draw an empty seat dashed, and one of which the map does not say otherwise`() throws {
    let diagram = try page(
      BoardView(),
      """
      boards:
        b:
          name: B
          seats:
            - {represents: camhs, member: none}
            - {represents: midwifery}
            - {represents: health-visiting, member: Head}
      """)
    func style(_ seat: String) -> Diagram.NodeStyle? {
      diagram.nodes.first { $0.id == "b/\(seat)" }?.style
    }
    #expect(style("camhs") == Theme.plain.ghost)
    #expect(style("midwifery") == Theme.plain.unsaid)
    #expect(style("health-visiting") == Theme.plain.seat)
    #expect(diagram.subtitle?.contains("1 empty") == true)
  }

  @Test func `draw a seat that a standard asks for and nobody has as missing`() throws {
    var profile = Profile(id: "p", title: "P")
    profile.minimumFunctions = [["camhs"], ["early-help", "childrens-centre"]]
    let map = try #require(
      MapReader().read(
        text: """
          fingerpost: 1
          title: T
          boards: {b: {name: B, kind: strategic, seats: [{represents: childrens-centre}]}}
          """
      ).map)
    let diagram = try #require(
      BoardView().pages(of: map, in: ViewSetting(profiles: [profile])).diagrams.first)
    let missing = diagram.nodes.filter { $0.style == Theme.plain.ghost }
    #expect(missing.map(\.id) == ["b/missing-camhs"])
  }

  @Test func `draw what is not on the map and what is not live so that it shows`() throws {
    let diagram = try page(
      SystemView(),
      """
      services:
        a: {name: A, status: planned}
        b: {name: B, status: active, until: 2026-01}
      routes:
        - {from: a, to: x, kind: referral}
        - {from: a, to: b, kind: referral, status: planned}
      """)
    let nodes = Dictionary(uniqueKeysWithValues: diagram.nodes.map { ($0.id, $0) })
    #expect(nodes["x"]?.style == Theme.plain.ghost)
    #expect(nodes["x"]?.label == ["not on this map: x"])
    #expect(nodes["a"]?.style.stroke == .dashed && nodes["a"]?.label.contains("planned") == true)
    #expect(nodes["b"]?.label.contains("closed") == true)
    #expect(diagram.edges.first { $0.head == "b" }?.style.stroke == .dashed)
  }

  @Test func `put both directions on one line, each with the arrow of its kind`() throws {
    let diagram = try page(
      SystemView(),
      """
      services: {a: A, b: B}
      routes:
        - {from: a, to: b, kind: referral}
        - {from: b, to: a, kind: feedback}
        - {from: b, to: a, kind: transfer}
      """)
    #expect(diagram.edges.count == 1)
    #expect(diagram.edges[0].tail == "b" && diagram.edges[0].style.head == .doubled)
    #expect(diagram.edges[0].style.tail == .filled)
    #expect(diagram.edges[0].title.contains("Feedback from B to A"))
  }

  @Test func `show the people that a flow does not account for`() throws {
    let map = try #require(KeptMaps.all.first { $0.id == "putney-and-roehampton" })
    let diagram = try #require(FlowView().pages(of: map, in: ViewSetting()).diagrams.first)
    let labels = diagram.nodes.map { $0.label.joined(separator: " ") }
    for words in ["75 people", "9 people", "5 people", "1 left", "2 left", "Not accounted for 1"] {
      #expect(labels.contains { $0.contains(words) }, "\(words)")
    }
  }
}
