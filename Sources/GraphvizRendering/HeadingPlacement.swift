import FingerpostDiagrams

/// Finds a place for the heading of a group that as few lines as possible run through.
struct HeadingPlacement {
  private let lines: [[Bezier]]

  init(avoiding layout: Layout) {
    lines = layout.edges.sorted { $0.key < $1.key }.map { $0.value.pieces }
  }

  /// The frame of a heading in a box.
  ///
  /// It keeps the height that the layout reserved and moves right from the left end of the box until
  /// the fewest lines cross it.
  func frame(width: Double, height: Double, in box: Rectangle, reserved: Point) -> Rectangle {
    let first = box.left + GroupHeading.margin - 2
    let last = max(first, box.right - GroupHeading.margin + 2 - width)
    let strip = Rectangle(
      left: first, bottom: reserved.y - height / 2, right: last + width,
      top: reserved.y + height / 2)
    let crossings = crossings(of: strip.grown(by: 1))

    var best = first
    var fewest = Int.max
    for left in stride(from: first, through: last, by: 6) {
      let range = (left - 1)...(left + width + 1)
      let count = crossings.count { line in line.contains { range.contains($0) } }
      if count < fewest { (best, fewest) = (left, count) }
      if count == 0 { break }
    }
    return Rectangle(left: best, bottom: strip.bottom, right: best + width, top: strip.top)
  }

  /// For each line that runs through a strip, how far from the left it does so.
  private func crossings(of strip: Rectangle) -> [[Double]] {
    lines.compactMap { pieces in
      let places = pieces.filter { $0.bounds.overlaps(strip) }
        .flatMap { $0.sampled(every: 4) }.filter(strip.contains).map(\.x)
      return places.isEmpty ? nil : places
    }
  }
}
