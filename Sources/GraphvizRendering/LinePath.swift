/// A line as its curved pieces, for asking what it runs through.
struct LinePath {
  private let pieces: [(bounds: Rectangle, piece: Bezier)]

  init(_ curve: Layout.Curve) { pieces = curve.pieces.map { ($0.bounds, $0) } }

  /// Whether it runs through the inside of one of some rectangles.
  func runsThrough(_ rectangles: [Rectangle]) -> Bool {
    rectangles.contains { rectangle in
      pieces.contains { bounds, piece in
        guard bounds.overlaps(rectangle) else { return false }
        let points = piece.sampled(every: 4)
        return zip(points, points.dropFirst()).contains { rectangle.isCrossed(from: $0, to: $1) }
      }
    }
  }
}

extension Rectangle {
  /// Whether a straight line between two places runs through the inside.
  ///
  /// Source: Y.-D. Liang and B. A. Barsky, A new concept and method for line clipping, ACM
  /// Transactions on Graphics 3 (1984).
  func isCrossed(from start: Point, to end: Point) -> Bool {
    guard left < right, bottom < top else { return false }
    var (first, last) = (0.0, 1.0)
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    for (step, room) in [
      (-dx, start.x - left), (dx, right - start.x), (-dy, start.y - bottom), (dy, top - start.y),
    ] {
      if step == 0 {
        if room <= 0 { return false }
      } else if step < 0 {
        first = max(first, room / step)
      } else {
        last = min(last, room / step)
      }
    }
    return first < last
  }
}
