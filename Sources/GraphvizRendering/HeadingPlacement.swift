import FingerpostDiagrams

/// Finds a place for the heading of a group that as few lines as possible run through.
struct HeadingPlacement {
  private let layout: Layout
  private let lines: [[Bezier]]
  private let stays: Bool

  /// Prepares to place the headings of a layout; those that `stay` remain where it has them.
  init(avoiding layout: Layout, stay: Bool = false) {
    self.layout = layout
    stays = stay
    lines = layout.edges.sorted { $0.key < $1.key }.map { $0.value.pieces }
  }

  /// The frames of all headings that are to be seen.
  func frames(of diagram: Diagram) -> [Diagram.Group.ID: Rectangle] {
    var frames: [Diagram.Group.ID: Rectangle] = [:]
    for group in diagram.groups {
      let lines = GroupHeading(of: group).lines
      guard let box = layout.groups[group.id], let reserved = layout.headings[group.id],
        !lines.isEmpty
      else { continue }
      let size = TypeSize.groupHeading
      let width = lines.map { FontMetrics.width(of: $0, size: size, bold: true) }.max() ?? 0
      let height = Double(lines.count) * size * FontMetrics.leading
      frames[group.id] =
        stays
        ? Rectangle(center: reserved, width: width, height: height)
        : frame(width: width + 4, height: height, in: box, reserved: reserved)
    }
    return frames
  }

  /// The frame of a heading in a box.
  ///
  /// It keeps the height that the layout reserved and moves right from the left end of the box until
  /// the fewest lines cross it.
  private func frame(width: Double, height: Double, in box: Rectangle, reserved: Point) -> Rectangle
  {
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
