import FingerpostDiagrams
import FingerpostTestSupport
import Testing

@testable import GraphvizRendering

struct `The number of crossings` {
  @Test(arguments: 0..<10 as Range<UInt64>)
  func `is that of comparing every line with every other`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func place() -> Point {
      Point(
        x: Double(Int.random(in: 0...200, using: &generator)),
        y: Double(Int.random(in: 0...200, using: &generator)))
    }
    let diagram = RandomNetworks.diagram(
      services: 30, routes: 60, groups: 1, grouping: .areas, labels: false, seed: seed)
    var layout = Layout()
    for edge in diagram.edges {
      layout.edges[edge.id] = Layout.Curve(
        points: (0..<7).map { _ in place() }, endTip: place())
    }
    let crossings = layout.crossings(in: diagram)
    #expect(crossings == Self.plainly(layout, diagram))
    #expect(crossings > 1000)
  }

  @Test func `does not count lines that meet at a box`() {
    let nodes = ["a", "b", "c"].map { Diagram.Node(id: $0, label: [$0], title: $0) }
    let diagram = Diagram(
      name: "meeting", title: "", summary: "", nodes: nodes,
      edges: [
        Diagram.Edge(id: "1", tail: "a", head: "b", title: ""),
        Diagram.Edge(id: "2", tail: "c", head: "a", title: ""),
      ])
    let up = [0, 1, 2, 3].map { Point(x: $0, y: $0) }
    let down = [0, 1, 2, 3].map { Point(x: $0, y: 3.1 - $0) }
    let layout = Layout(edges: ["1": Layout.Curve(points: up), "2": Layout.Curve(points: down)])
    #expect(layout.crossings(in: diagram) == 0)
    var apart = diagram
    apart.edges[1].head = "c"
    #expect(layout.crossings(in: apart) == 1)
  }

  private static func plainly(_ layout: Layout, _ diagram: Diagram) -> Int {
    let lines = diagram.edges.map { edge in
      let pieces = layout.edges[edge.id]?.pieces.map { $0.sampled(every: 16) } ?? []
      return (
        ends: [edge.tail, edge.head],
        parts: pieces.flatMap { Array(zip($0, $0.dropFirst())) }
      )
    }
    func side(_ a: Point, _ b: Point, _ c: Point) -> Double {
      (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
    var count = 0
    for (index, line) in lines.enumerated() {
      for other in lines[(index + 1)...] where !line.ends.contains(where: other.ends.contains) {
        for (p, q) in line.parts {
          for (r, s) in other.parts
          where side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0 {
            count += 1
          }
        }
      }
    }
    return count
  }
}
