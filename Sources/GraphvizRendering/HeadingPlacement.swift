import FingerpostDiagrams

/// Finds a place for the heading of a group that as few lines as possible run through.
struct HeadingPlacement {
  /// The lines as chains of points.
  private let chains: [[Point]]

  init(avoiding layout: Layout) {
    chains = layout.edges.sorted { $0.key < $1.key }.map { $0.value.sampled() }
  }

  /// The frame of a heading in a box; it keeps the height that the layout reserved and moves right
  /// from the left end of the box until the fewest lines cross it.
  func frame(width: Double, height: Double, in box: Rectangle, reserved: Point) -> Rectangle {
    let first = box.left + GroupHeading.margin - 2
    let last = max(first, box.right - GroupHeading.margin + 2 - width)
    var best = frame(at: first, reserved, width, height)
    var fewest = crossings(of: best)
    var left = first + 6
    while fewest > 0, left <= last {
      let candidate = frame(at: left, reserved, width, height)
      let count = crossings(of: candidate)
      if count < fewest { (best, fewest) = (candidate, count) }
      left += 6
    }
    return best
  }

  private func frame(
    at left: Double, _ reserved: Point, _ width: Double, _ height: Double
  ) -> Rectangle {
    Rectangle(
      left: left, bottom: reserved.y - height / 2, right: left + width, top: reserved.y + height / 2
    )
  }

  private func crossings(of frame: Rectangle) -> Int {
    let frame = frame.grown(by: 1)
    return chains.count { chain in chain.contains { frame.contains($0) } }
  }
}

extension Layout.Curve {
  /// Points along the curve, close enough that no text fits between two of them.
  func sampled() -> [Point] {
    guard isWhole else { return points }
    var samples = [points[0]]
    for start in stride(from: 0, to: points.count - 1, by: 3) {
      let (a, b, c, d) = (
        points[start], points[start + 1], points[start + 2], points[start + 3]
      )
      let length =
        abs(b.x - a.x) + abs(c.x - b.x) + abs(d.x - c.x)
        + abs(b.y - a.y) + abs(c.y - b.y) + abs(d.y - c.y)
      let steps = max(4, Int(length / 4))
      for step in 1...steps {
        let t = Double(step) / Double(steps)
        let u = 1 - t
        let (p, q, r, s) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
        samples.append(
          Point(
            x: p * a.x + q * b.x + r * c.x + s * d.x,
            y: p * a.y + q * b.y + r * c.y + s * d.y))
      }
    }
    if let startTip { samples.insert(startTip, at: 0) }
    if let endTip { samples.append(endTip) }
    return samples
  }
}
