import FingerpostDiagrams
import FingerpostTestSupport
import GraphvizRendering
import Testing

struct `An SVG` {
  private func parsed(_ diagram: Diagram) async throws -> ParsedSVG {
    let drawing = try await InProcessRenderer().draw(diagram, as: [.svg])
    return try ParsedSVG(try #require(drawing.files[.svg]))
  }

  @Test(arguments: SampleDiagrams.all.keys.sorted())
  func `says in words what stands in it`(_ name: String) async throws {
    let diagram = try #require(SampleDiagrams.all[name])
    let svg = try await parsed(diagram)
    #expect(svg.root["role"] == "graphics-document document")
    #expect(svg.root["lang"] == "en-GB")
    #expect(svg.root["xml:lang"] == "en-GB")
    #expect(svg.root["aria-labelledby"] == "\(name)-title \(name)-summary")
    #expect(svg.titles.first == diagram.title)
    #expect(svg.summary == diagram.summary)
    #expect(Set(svg.ids).count == svg.ids.count)
    for node in diagram.nodes { #expect(svg.titles.contains(node.title)) }
    for edge in diagram.edges { #expect(svg.titles.contains(edge.title)) }
    for group in diagram.groups { #expect(svg.titles.contains(group.label)) }
    for part in svg.parts where part.attributes["role"] != nil { #expect(!part.title.isEmpty) }
    let lines = svg.parts.filter { $0.attributes["id"]?.contains("-line-") == true }
    #expect(lines.count == diagram.edges.count)
    #expect(lines.allSatisfy { $0.shapes.contains("path") })
    // Names of our own must not reach people.
    #expect(
      !svg.titles.contains { $0.hasPrefix("n0") || $0.contains("->") || $0.contains("cluster") })
  }

  @Test func `has nothing in it that differs between machines`() async throws {
    let drawing = try await InProcessRenderer().draw(SampleDiagrams.board, as: [.svg])
    let text = String(decoding: try #require(drawing.files[.svg]), as: UTF8.self)
    #expect(!text.contains("graphviz"))
    #expect(!text.contains("<!--"))
    #expect(!text.contains("<!DOCTYPE"))
    #expect(!text.contains("transparent"))
    #expect(!text.contains("\"Liberation Sans\""))
  }

  @Test func `gives ids that are stable and different`() async throws {
    var diagram = OneBox.diagram(labelled: ["A"])
    diagram.nodes.append(Diagram.Node(id: "Box!", label: ["B"], title: "B"))
    diagram.nodes.append(Diagram.Node(id: "مركز", label: ["C"], title: "C"))
    let svg = try await parsed(diagram)
    #expect(svg.ids.contains("box-node-box"))
    #expect(svg.ids.contains("box-node-box-2"))
    #expect(svg.ids.contains("box-node-part"))
  }

  @Test func `leads to pages only`() async throws {
    var diagram = OneBox.diagram(labelled: ["A"])
    diagram.nodes[0].link = "https://example.org/?a=1&b=\"2\""
    diagram.nodes.append(
      Diagram.Node(id: "evil", label: ["B"], title: "B", link: "javascript:alert(1)"))
    let svg = try await parsed(diagram)
    #expect(svg.parts.compactMap { $0.link?["href"] } == ["https://example.org/?a=1&b=\"2\""])
  }

  /// A way through three services whose ids run against the order in which people read them.
  private static let linked: Diagram = {
    func node(_ id: String, _ group: String?) -> Diagram.Node {
      Diagram.Node(
        id: id, label: [id], group: group, title: "Service \(id)", link: "#card-\(id)")
    }
    return Diagram(
      name: "way", subject: "exampleton", title: "A way", summary: "A way.",
      groups: [
        Diagram.Group(id: "high", label: "High", level: 2),
        Diagram.Group(id: "low", label: "Low", level: 1),
        Diagram.Group(id: "empty", label: "Empty", level: 0),
      ],
      nodes: [
        node("a", "high"), node("b", "high"), node("y", "low"), node("x", "low"), node("z", nil),
      ],
      edges: ["x", "y"].flatMap { tail in
        ["a", "b"].map { Diagram.Edge(id: tail + $0, tail: tail, head: $0, title: tail + $0) }
      } + [Diagram.Edge(id: "zx", tail: "z", head: "x", title: "zx")])
  }()

  @Test func `has its links around symbols, and names them`() async throws {
    let svg = try await parsed(Self.linked)
    let linked = svg.parts.filter { $0.link != nil }
    #expect(linked.count == 5)
    for part in linked {
      #expect(part.attributes["role"] == "graphics-symbol img")
      #expect(part.link?["aria-label"] == part.title)
      #expect(part.link?["target"] == nil && part.link?["tabindex"] == nil)
    }
  }

  @Test(arguments: Diagram.Direction.allCases)
  func `has its links in the order in which people read them`(
    _ direction: Diagram.Direction
  ) async throws {
    var diagram = Self.linked
    diagram.direction = direction
    let drawing = try await InProcessRenderer().draw(diagram, as: [.svg])
    let svg = try ParsedSVG(try #require(drawing.files[.svg]))
    let order = svg.parts.compactMap { $0.link?["href"]?.last.map(String.init) }
    let level = ["z": 0, "x": 1, "y": 1, "a": 2, "b": 2]
    #expect(order.count == 5)
    #expect(order.filter { $0 != "z" }.compactMap { level[$0] } == [1, 1, 2, 2])
    // What stands further along is read later; beside one another, the upper one or the left one first.
    let boxes = try order.map { try #require(drawing.layout.nodes[$0]).center }
    for (one, other) in [(0, 1), (1, 2), (3, 4)] where level[order[one]] == level[order[other]] {
      #expect(
        direction == .leftToRight
          ? boxes[one].y > boxes[other].y : boxes[one].x < boxes[other].x, "\(order)")
    }
  }

  @Test func `holds the boxes of a group together under its name`() async throws {
    let svg = try await parsed(Self.linked)
    let groups = svg.parts.filter { $0.attributes["role"] == "graphics-object group" }
    #expect(groups.map(\.title) == ["Empty", "Low", "High"])
    let within = Dictionary(grouping: svg.parts.filter { $0.link != nil }) { $0.within }
    #expect(
      within.mapValues { $0.map(\.title).sorted() } == [
        ["exampleton--way-group-low"]: ["Service x", "Service y"],
        ["exampleton--way-group-high"]: ["Service a", "Service b"], []: ["Service z"],
      ])
  }

  @Test func `has its lines under its boxes`() async throws {
    let ids = try await parsed(Self.linked).ids
    let lastLine = try #require(ids.lastIndex { $0.contains("-line-") })
    let firstFrame = try #require(ids.firstIndex { $0.contains("-frame-") })
    let firstLine = try #require(ids.firstIndex { $0.contains("-line-") })
    let firstBox = try #require(ids.firstIndex { $0.contains("-node-") })
    #expect(firstFrame < firstLine && lastLine < firstBox)
  }

  @Test func `shows in its own picture alone which link the keyboard is at`() async throws {
    var diagram = Self.linked
    diagram.paper.text = "#123456"
    let style = try #require(try await parsed(diagram).styles.first)
    for rule in style.split(separator: "}") {
      for selector in rule.prefix(while: { $0 != "{" }).split(separator: ",") {
        #expect(selector.hasPrefix("[id=\"exampleton--way\"] a:focus-visible"))
      }
      #expect(rule.contains("#123456"))
    }
    #expect(try await parsed(diagram).root["id"] == "exampleton--way")
    #expect(try await parsed(SampleDiagrams.board).styles.isEmpty)
  }

  @Test func `shares no id with the same picture of another map`() async throws {
    var other = Self.linked
    other.subject = "exampleton-way"
    other.nodes[0].id = "node-a"
    other.edges.removeAll { $0.head == "a" }
    let ids = try await parsed(Self.linked).ids + parsed(other).ids
    #expect(Set(ids).count == ids.count)
  }

  @Test func `of nothing has its title and notes`() async throws {
    let diagram = Diagram(
      name: "nothing", title: "Nothing to show", summary: "Nothing.", notes: ["As of today."],
      nodes: [], edges: [])
    let svg = try await parsed(diagram)
    #expect(svg.texts == ["Nothing to show", "As of today."])
  }
}
