/// One cubic piece of a curve.
struct Bezier {
  let start: Point
  let firstControl: Point
  let secondControl: Point
  let end: Point

  /// A rectangle that holds the whole piece: that of its four points.
  var bounds: Rectangle {
    Rectangle(
      left: min(start.x, firstControl.x, secondControl.x, end.x) - 0.01,
      bottom: min(start.y, firstControl.y, secondControl.y, end.y) - 0.01,
      right: max(start.x, firstControl.x, secondControl.x, end.x) + 0.01,
      top: max(start.y, firstControl.y, secondControl.y, end.y) + 0.01)
  }

  /// Points along the piece that are about so far apart, its ends included.
  func sampled(every distance: Double) -> [Point] {
    let length =
      Self.distance(start, firstControl) + Self.distance(firstControl, secondControl)
      + Self.distance(secondControl, end)
    let steps = max(1, Int((length / distance).rounded(.up)))
    return (0...steps).map { point(at: Double($0) / Double(steps)) }
  }

  private func point(at t: Double) -> Point {
    let u = 1 - t
    let (p, q, r, s) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    return Point(
      x: p * start.x + q * firstControl.x + r * secondControl.x + s * end.x,
      y: p * start.y + q * firstControl.y + r * secondControl.y + s * end.y)
  }

  private static func distance(_ a: Point, _ b: Point) -> Double {
    ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
  }
}

extension Layout.Curve {
  /// The pieces of the curve, with straight ones to the tips of its arrows.
  var pieces: [Bezier] {
    guard isWhole else { return [] }
    var pieces = stride(from: 0, to: points.count - 1, by: 3).map { start in
      Bezier(
        start: points[start], firstControl: points[start + 1], secondControl: points[start + 2],
        end: points[start + 3])
    }
    if let tip = startTip {
      let first = points[0]
      pieces.insert(Bezier(start: tip, firstControl: tip, secondControl: first, end: first), at: 0)
    }
    if let tip = endTip {
      let last = points[points.count - 1]
      pieces.append(Bezier(start: last, firstControl: last, secondControl: tip, end: tip))
    }
    return pieces
  }
}
