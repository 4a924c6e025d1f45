import FingerpostDiagrams

/// Finds places for the texts on lines.
///
/// Graphviz keeps room for each text beside its line, but where several lines join the same boxes it
/// lets one run through the text of another. A text that is clear of everything stays where Graphviz
/// put it; another moves along its line, and to the other side of it, to the nearest clear place.
struct LabelPlacement {
  private let layout: Layout
  private let direction: Diagram.Direction
  private let headings: [Rectangle]
  private let paths: [LinePath]
  private let frames: [Rectangle]

  init(_ layout: Layout, of diagram: Diagram, headings: [Rectangle]) {
    self.layout = layout
    direction = diagram.direction
    self.headings = headings
    paths = layout.edges.sorted { $0.key < $1.key }.map { LinePath($0.value) }
    frames = layout.groups.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The middles of all texts on lines.
  func places(of edges: [Diagram.Edge]) -> [Diagram.Edge.ID: Point] {
    var places: [Diagram.Edge.ID: Point] = [:]
    var taken = headings
    let labels = edges.compactMap { edge in
      EdgeLabel(of: edge).flatMap { label in
        layout.edgeLabels[edge.id].map { place in
          (edge.id, label.size(beside: edge), lifted(place))
        }
      }
    }
    var crowded: [(id: Diagram.Edge.ID, size: (width: Double, height: Double), place: Point)] = []
    for (id, size, place) in labels {
      places[id] = place
      let frame = Rectangle(center: place, width: size.width, height: size.height)
      if isClear(frame, of: taken) {
        taken.append(frame)
      } else {
        crowded.append((id, size, place))
      }
    }
    for (id, size, place) in crowded {
      let frames = candidates(for: id, size: size, near: place).map {
        Rectangle(center: $0, width: size.width, height: size.height)
      }
      let frame =
        frames.first { isClear($0, of: taken) }
        ?? Rectangle(center: place, width: size.width, height: size.height)
      places[id] = frame.center
      taken.append(frame)
    }
    return places
  }

  /// A little off the line, which otherwise touches letters that hang below theirs.
  private func lifted(_ place: Point) -> Point {
    Point(x: place.x, y: place.y + (direction == .leftToRight ? 2.5 : 0))
  }

  private func isClear(_ frame: Rectangle, of taken: [Rectangle]) -> Bool {
    !taken.contains { $0.overlaps(frame) } && !layout.nodes.values.contains { $0.overlaps(frame) }
      && !paths.contains { $0.runsThrough(frame) }
      && !frames.contains { $0.overlaps(frame.grown(by: 2)) && !$0.holds(frame.grown(by: 2)) }
  }

  /// Places beside a line, the nearest first.
  private func candidates(
    for id: Diagram.Edge.ID, size: (width: Double, height: Double), near place: Point
  ) -> [Point] {
    let along = layout.edges[id]?.pieces.flatMap { $0.sampled(every: 6) } ?? []
    let (across, down) = (size.width / 2 + 2, size.height / 2 + 1)
    let beside = along.flatMap { point in
      [
        Point(x: point.x, y: point.y + down), Point(x: point.x, y: point.y - down),
        Point(x: point.x + across, y: point.y), Point(x: point.x - across, y: point.y),
        Point(x: point.x + across, y: point.y + down),
        Point(x: point.x - across, y: point.y + down),
        Point(x: point.x + across, y: point.y - down),
        Point(x: point.x - across, y: point.y - down),
      ]
    }
    let nudged = stride(from: 1.0, through: 6, by: 1).flatMap { step in
      [Point(x: place.x, y: place.y + step), Point(x: place.x, y: place.y - step)]
    }
    return (nudged + beside).map { (distance: $0.distance(to: place), point: $0) }
      .sorted { a, b in
        (a.distance, a.point.y, a.point.x) < (b.distance, b.point.y, b.point.x)
      }.map(\.point)
  }
}

extension EdgeLabel {
  /// The room that the letters take, in points, and what a line that is drawn as two takes of it.
  func size(beside edge: Diagram.Edge) -> (width: Double, height: Double) {
    let text = PlacedText(
      .furniture(0), lines.map { ($0, TypeSize.lineLabel) }, at: .middle(0), around: 0)
    let breadth = edge.style.isDouble ? 6.0 : 0
    return ((text.bounds?.width ?? 0) + breadth, (text.bounds?.height ?? 0) + breadth)
  }
}

extension Point {
  fileprivate func distance(to other: Point) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }
}
