/// A line as short straight pieces, for asking what it runs through.
struct LinePath {
  private let bounds: Rectangle?
  private let pieces: [(bounds: Rectangle, points: [Point])]

  init(_ curve: Layout.Curve) {
    pieces = curve.pieces.map { ($0.bounds, $0.sampled(every: 4)) }
    bounds = pieces.dropFirst().reduce(pieces.first?.bounds) { $0?.union($1.bounds) }
  }

  /// Whether it runs through the inside of one of some rectangles.
  func runsThrough(_ rectangles: [Rectangle]) -> Bool { rectangles.contains(where: runsThrough) }

  /// Whether it runs through the inside of a rectangle.
  func runsThrough(_ rectangle: Rectangle) -> Bool {
    guard bounds?.overlaps(rectangle) == true else { return false }
    return pieces.contains { bounds, points in
      bounds.overlaps(rectangle)
        && points.indices.dropLast().contains {
          rectangle.isCrossed(from: points[$0], to: points[$0 + 1])
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
    /// Cuts off what lies beyond one edge; whether anything is left.
    func cut(_ step: Double, _ room: Double) -> Bool {
      if step == 0 { return room > 0 }
      if step < 0 { first = max(first, room / step) } else { last = min(last, room / step) }
      return first < last
    }
    return cut(-dx, start.x - left) && cut(dx, right - start.x) && cut(-dy, start.y - bottom)
      && cut(dy, top - start.y)
  }
}
