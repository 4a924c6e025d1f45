public import FingerpostDiagrams

extension Layout {
  /// How often two lines cross, touching ends of lines that share a node not counted.
  ///
  /// - Complexity: O(*p*²) in the number of points along all lines; meant for pictures that fit on a
  ///   page.
  public func crossings(in diagram: Diagram) -> Int {
    let ends = Dictionary(
      diagram.edges.map { ($0.id, [$0.tail, $0.head]) }, uniquingKeysWith: { a, _ in a })
    let lines = edges.sorted { $0.key < $1.key }.map { id, curve in
      (ends: ends[id] ?? [], pieces: curve.pieces.map { (bounds: $0.bounds, $0.sampled(every: 8)) })
    }
    var count = 0
    for (index, line) in lines.enumerated() {
      for other in lines[(index + 1)...] where !line.ends.contains(where: other.ends.contains) {
        for (bounds, points) in line.pieces {
          for (otherBounds, otherPoints) in other.pieces where bounds.overlaps(otherBounds) {
            count += Self.crossings(points, otherPoints)
          }
        }
      }
    }
    return count
  }

  /// The lines that run through the box of a node at which they do not end.
  public func linesThroughBoxes(in diagram: Diagram) -> [Diagram.Edge.ID: [Diagram.Node.ID]] {
    let boxes = nodes.sorted { $0.key < $1.key }
    var found: [Diagram.Edge.ID: [Diagram.Node.ID]] = [:]
    for edge in diagram.edges {
      let pieces = edges[edge.id]?.pieces ?? []
      let through = boxes.filter { id, box in
        guard id != edge.tail, id != edge.head else { return false }
        let inside = box.grown(by: -2)
        return pieces.contains { piece in
          piece.bounds.overlaps(inside) && piece.sampled(every: 3).contains(where: inside.contains)
        }
      }
      if !through.isEmpty { found[edge.id] = through.map(\.key) }
    }
    return found
  }

  private static func crossings(_ a: [Point], _ b: [Point]) -> Int {
    var count = 0
    for (p, q) in zip(a, a.dropFirst()) {
      for (r, s) in zip(b, b.dropFirst())
      where side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0 {
        count += 1
      }
    }
    return count
  }

  private static func side(_ a: Point, _ b: Point, _ c: Point) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }
}
