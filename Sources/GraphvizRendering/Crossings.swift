public import FingerpostDiagrams

extension Layout {
  /// How often two lines cross, touching ends of lines that share a node not counted.
  ///
  /// The pieces of the lines are swept from left to right, and only those whose bounds overlap are
  /// compared.
  ///
  /// - Complexity: O(*p* log *p* + *q*) in the number of pieces of all lines and of pairs of pieces
  ///   that lie above one another; a few milliseconds for 300 lines.
  public func crossings(in diagram: Diagram) -> Int {
    var pieces: [Piece] = []
    for (index, edge) in diagram.edges.sorted(by: { $0.id < $1.id }).enumerated() {
      for piece in edges[edge.id]?.pieces ?? [] {
        pieces.append(
          Piece(
            line: index, tail: edge.tail, head: edge.head, bounds: piece.bounds,
            points: piece.sampled(every: 8)))
      }
    }
    pieces.sort { $0.bounds.left < $1.bounds.left }
    var count = 0
    var open: [Piece] = []
    for piece in pieces {
      open.removeAll { $0.bounds.right <= piece.bounds.left }
      for other in open where other.bounds.overlaps(piece.bounds) && !other.isJoined(to: piece) {
        count += Self.crossings(other, piece)
      }
      open.append(piece)
    }
    return count
  }

  /// A piece of a line, as short straight ones.
  private struct Piece {
    let line: Int
    let tail: Diagram.Node.ID
    let head: Diagram.Node.ID
    let bounds: Rectangle
    let points: [Point]

    /// Whether the lines are the same one, or meet at a node.
    func isJoined(to other: Piece) -> Bool {
      line == other.line || tail == other.tail || tail == other.head || head == other.tail
        || head == other.head
    }
  }

  private static func crossings(_ a: Piece, _ b: Piece) -> Int {
    var count = 0
    for (p, q) in zip(a.points, a.points.dropFirst()) {
      guard
        max(p.x, q.x) >= b.bounds.left, min(p.x, q.x) <= b.bounds.right,
        max(p.y, q.y) >= b.bounds.bottom, min(p.y, q.y) <= b.bounds.top
      else { continue }
      for (r, s) in zip(b.points, b.points.dropFirst())
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
