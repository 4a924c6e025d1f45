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
    #expect(svg.parts.compactMap(\.link) == ["https://example.org/?a=1&b=\"2\""])
  }

  @Test func `of nothing has its title and notes`() async throws {
    let diagram = Diagram(
      name: "nothing", title: "Nothing to show", summary: "Nothing.", notes: ["As of today."],
      nodes: [], edges: [])
    let svg = try await parsed(diagram)
    #expect(svg.texts == ["Nothing to show", "As of today."])
  }
}
