import FingerpostDiagrams
import FingerpostTestSupport
import GraphvizRendering
import Testing

struct `DOT text` {
  @Test(arguments: SampleDiagrams.all.keys.sorted())
  func `is as recorded`(_ name: String) throws {
    let diagram = try #require(SampleDiagrams.all[name])
    try expectSnapshot(DOTWriter(diagram).text, named: "\(name).dot")
  }

  @Test(arguments: SampleDiagrams.all.keys.sorted())
  func `does not depend on the order in which things are stated`(_ name: String) throws {
    let diagram = try #require(SampleDiagrams.all[name])
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<5 {
      var other = diagram
      other.nodes.shuffle(using: &generator)
      other.edges.shuffle(using: &generator)
      other.groups.shuffle(using: &generator)
      #expect(DOTWriter(other).text == DOTWriter(diagram).text)
    }
  }

  @Test func `turns lines against the order round and keeps their arrows`() {
    let diagram = Diagram(
      name: "back", title: "Back", summary: "",
      groups: [
        Diagram.Group(id: "low", label: "Low", level: 0),
        Diagram.Group(id: "high", label: "High", level: 1),
      ],
      nodes: [
        Diagram.Node(id: "a", label: ["A"], group: "low", title: "A"),
        Diagram.Node(id: "b", label: ["B"], group: "high", title: "B"),
      ],
      edges: [
        Diagram.Edge(id: "up", tail: "a", head: "b", title: "Up"),
        Diagram.Edge(
          id: "down", tail: "b", head: "a", style: Diagram.EdgeStyle(head: .hollow), title: "Down"),
        Diagram.Edge(
          id: "both", tail: "b", head: "a",
          style: Diagram.EdgeStyle(head: .hollow, tail: .dot), title: "Both"),
      ])
    let lines = DOTWriter(diagram).text.split(separator: "\n").filter { $0.contains(" -> ") }
    // Lines by id: both, down, up; a is n0 and b is n1.
    #expect(lines[0].contains("n0 -> n1"))
    #expect(lines[0].contains("dir=both, arrowhead=dot, arrowtail=empty"))
    #expect(lines[1].contains("n0 -> n1"))
    #expect(lines[1].contains("dir=back, arrowtail=empty"))
    #expect(lines[2].contains("n0 -> n1"))
    #expect(lines[2].contains("dir=forward, arrowhead=normal"))
  }

  @Test func `leaves lines that do not rank out of the ranking`() {
    var diagram = SampleDiagrams.board
    diagram.edges[0].ranks = false
    #expect(DOTWriter(diagram).text.contains("constraint=false"))
    #expect(!DOTWriter(SampleDiagrams.board).text.contains("constraint"))
  }
}

struct `An orientation` {
  @Test(arguments: 0..<12)
  func `has no cycle and reverses nothing of a graph without one`(_ seed: UInt64) {
    for grouping in RandomNetworks.Grouping.allCases {
      let diagram = RandomNetworks.diagram(
        services: 40, routes: 90, groups: 4, grouping: grouping, labels: false, seed: seed)
      let orientation = AcyclicOrientation(of: diagram)
      let place = Dictionary(
        uniqueKeysWithValues: orientation.order.enumerated().map { ($1, $0) })
      #expect(place.count == diagram.nodes.count)
      for edge in diagram.edges {
        let goesBack = place[edge.tail, default: 0] > place[edge.head, default: 0]
        #expect(orientation.reversed.contains(edge.id) == goesBack)
      }

      var acyclic = diagram
      acyclic.groups = diagram.groups.map { group in
        var group = group
        group.level = nil
        return group
      }
      acyclic.edges = diagram.edges.filter { !orientation.reversed.contains($0.id) }
      #expect(AcyclicOrientation(of: acyclic).reversed.isEmpty)
    }
  }

  @Test func `follows the levels of groups`() {
    let diagram = SampleDiagrams.careSystem
    let level = Dictionary(
      uniqueKeysWithValues: diagram.nodes.map { node in
        (node.id, node.group.flatMap { SampleDiagrams.levels.firstIndex(of: $0) } ?? -1)
      })
    let levels = AcyclicOrientation(of: diagram).order.map { level[$0] ?? 0 }
    #expect(levels == levels.sorted())
  }

  @Test func `reverses few lines`() {
    // The heuristic reverses at most half of the lines less a sixth of the nodes.
    let diagram = RandomNetworks.diagram(
      services: 60, routes: 108, groups: 3, grouping: .areas, labels: false, seed: 3)
    #expect(AcyclicOrientation(of: diagram).reversed.count <= 108 / 2 - 60 / 6)
  }
}

struct `Levels as columns` {
  private func dot(label: String?) async throws -> String {
    let levels = [0, 1].map { (level: Int) in
      Diagram.Group(id: "g\(level)", label: "Level \(level)", level: level)
    }
    let nodes = (0..<6).map {
      Diagram.Node(id: "s\($0)", label: ["S\($0)"], group: "g\($0 / 4)", title: "S\($0)")
    }
    let edges = [(0, 2), (1, 3), (0, 4), (1, 5)].map { tail, head in
      Diagram.Edge(
        id: "\(tail)-\(head)", tail: "s\(tail)", head: "s\(head)",
        label: head < 4 ? label : "up", title: "\(tail) to \(head)")
    }
    let diagram = Diagram(
      name: "d", title: "D", summary: "S.", groups: levels, nodes: nodes, edges: edges)
    return try await InProcessRenderer().draw(diagram, as: [.dot]).dot
  }

  @Test func `have no text on a line within one, for which Graphviz frees memory twice`()
    async throws
  {
    #expect(try await dot(label: nil).contains("rank=same"))
    #expect(try await !dot(label: "aside").contains("rank=same"))
  }
}
