import FingerpostDiagrams

/// Leads new lines past the boxes of a drawing in which everything else keeps its place.
///
/// A line runs from the middle of a side of one box to that of another, straight where nothing is in
/// the way, and else round the corners of boxes by a shortest way. Source: P. E. Hart, N. J. Nilsson
/// and B. Raphael, A formal basis for the heuristic determination of minimum cost paths, IEEE
/// Transactions on Systems Science and Cybernetics 4 (1968).
struct LineRouting {
  private let boxes: [Diagram.Node.ID: Rectangle]
  private let obstacles: [Rectangle]
  private let corners: [Point]
  /// Where lines end already.
  private var ends: [Point]

  /// How near to a box a line may come, in points.
  private static let clearance = 5.0
  /// What a bend costs, as points of way.
  private static let bend = 20.0
  /// What it costs to leave a box by another side than the one that reads on.
  private static let detour = 40.0
  /// Between the ends of lines on a side, in points.
  private static let apart = 8.0

  /// Prepares to lead lines through a layout; the lines that it holds stay.
  init(_ layout: Layout) {
    boxes = layout.nodes
    obstacles = layout.nodes.sorted { $0.key < $1.key }.map(\.value)
    let grown = obstacles.map { $0.grown(by: Self.clearance) }
    corners = obstacles.flatMap { box in
      let around = box.grown(by: Self.clearance + 1)
      return [
        Point(x: around.left, y: around.bottom), Point(x: around.left, y: around.top),
        Point(x: around.right, y: around.bottom), Point(x: around.right, y: around.top),
      ]
    }.filter { corner in !grown.contains { $0.contains(corner) } }
    ends = layout.edges.sorted { $0.key < $1.key }.flatMap { _, curve in
      [curve.startTip ?? curve.points.first, curve.endTip ?? curve.points.last]
        .compactMap(\.self)
    }
  }

  /// Where a line may meet a box.
  private struct Gate {
    let point: Point
    /// A little away from the box.
    let before: Point
    let cost: Double
  }

  /// A line from the tail of an edge to its head; `nil` when one of them has no place.
  ///
  /// - Complexity: O(*n*³) at worst for *n* boxes; seldom more than O(*n*²).
  mutating func curve(for edge: Diagram.Edge) -> Layout.Curve? {
    guard let tail = boxes[edge.tail], let head = boxes[edge.head] else { return nil }
    let way =
      edge.tail == edge.head
      ? loop(at: tail)
      : way(from: gates(of: tail, leaving: true), to: gates(of: head, leaving: false))
    guard let first = way.first, let last = way.last else { return nil }
    ends += [first, last]
    return Layout.Curve(
      along: way, tail: edge.style.tail.length * ArrowSize.standard,
      head: edge.style.head.length * ArrowSize.standard)
  }

  /// The four sides of a box, at the place nearest to the middle that no line has taken.
  private func gates(of box: Rectangle, leaving: Bool) -> [Gate] {
    let away = Self.clearance + 2
    let sides: [(middle: Point, out: Point, along: Point, half: Double, cost: Double)] = [
      (
        Point(x: box.right, y: box.center.y), Point(x: away, y: 0), Point(x: 0, y: 1),
        box.height / 2, leaving ? 0 : Self.detour
      ),
      (
        Point(x: box.left, y: box.center.y), Point(x: -away, y: 0), Point(x: 0, y: 1),
        box.height / 2, leaving ? Self.detour : 0
      ),
      (
        Point(x: box.center.x, y: box.top), Point(x: 0, y: away), Point(x: 1, y: 0), box.width / 2,
        Self.detour
      ),
      (
        Point(x: box.center.x, y: box.bottom), Point(x: 0, y: -away), Point(x: 1, y: 0),
        box.width / 2, Self.detour
      ),
    ]
    return sides.map { side in
      let steps = stride(from: 0, to: max(0.1, side.half - 4), by: Self.apart).flatMap {
        [$0, -$0]
      }
      let places = steps.map { side.middle + side.along * $0 }
      let free = places.first { place in
        !ends.contains { ($0 - place).length < Self.apart - 0.5 }
      }
      let place = free ?? side.middle
      return Gate(point: place, before: place + side.out, cost: side.cost)
    }
  }

  private func loop(at box: Rectangle) -> [Point] {
    let (y, reach) = (box.center.y, box.right + 18)
    let rise = min(box.height / 4, 8)
    return [
      Point(x: box.right, y: y + rise), Point(x: reach, y: y + rise),
      Point(x: reach, y: y - rise), Point(x: box.right, y: y - rise),
    ]
  }

  private func way(from gates: [Gate], to targets: [Gate]) -> [Point] {
    // Places: the gates of the tail, the corners of boxes, the gates of the head.
    let places = gates.map(\.before) + corners + targets.map(\.before)
    let firstTarget = gates.count + corners.count
    var costs = Array(repeating: Double.infinity, count: places.count)
    var comesFrom = Array(repeating: -1, count: places.count)
    var isDone = Array(repeating: false, count: places.count)
    /// No way to a gate of the head is shorter.
    func least(from place: Int) -> Double {
      targets.map { (places[place] - $0.before).length + $0.cost }.min() ?? 0
    }
    var open: Set<Int> = []
    for (index, gate) in gates.enumerated() {
      costs[index] = gate.cost
      open.insert(index)
    }
    var best: (place: Int, cost: Double)?
    while let here = open.min(by: { a, b in
      (costs[a] + least(from: a), a) < (costs[b] + least(from: b), b)
    }) {
      if let best, costs[here] + least(from: here) >= best.cost { break }
      open.remove(here)
      isDone[here] = true
      if here >= firstTarget {
        let cost = costs[here] + targets[here - firstTarget].cost
        if best.map({ cost < $0.cost }) ?? true { best = (here, cost) }
        continue
      }
      for next in gates.count..<places.count where !isDone[next] {
        let cost = costs[here] + (places[next] - places[here]).length + Self.bend
        guard cost < costs[next], isFree(from: places[here], to: places[next]) else { continue }
        costs[next] = cost
        comesFrom[next] = here
        open.insert(next)
      }
    }
    guard let best else {
      // Boxes that stand on one another leave no way; a straight line is at least a line.
      return [gates[0].point, targets[1].point]
    }
    var way = [targets[best.place - firstTarget].point]
    var place = best.place
    while place >= 0 {
      way.append(places[place])
      if place < gates.count { way.append(gates[place].point) }
      place = comesFrom[place]
    }
    return way.reversed()
  }

  private func isFree(from start: Point, to end: Point) -> Bool {
    let (low, high) = (min(start.x, end.x), max(start.x, end.x))
    let (bottom, top) = (min(start.y, end.y), max(start.y, end.y))
    return !obstacles.contains { box in
      box.left - Self.clearance < high && low < box.right + Self.clearance
        && box.bottom - Self.clearance < top && bottom < box.top + Self.clearance
        && box.grown(by: Self.clearance).isCrossed(from: start, to: end)
    }
  }
}

extension Layout.Curve {
  /// A curve along straight pieces whose corners are round, with room for arrows at its ends.
  init(along way: [Point], tail: Double, head: Double) {
    var way = way
    self.init(points: [])
    if tail > 0, way.count > 1 {
      startTip = way[0]
      way[0] = way[0].towards(way[1], by: tail)
    }
    if head > 0, way.count > 1 {
      let last = way.count - 1
      endTip = way[last]
      way[last] = way[last].towards(way[last - 1], by: head)
    }
    points = [way[0]]
    var here = way[0]
    func straight(to next: Point) {
      points += [here + (next - here) * (1 / 3), here + (next - here) * (2 / 3), next]
      here = next
    }
    for index in way.indices.dropFirst().dropLast() {
      let corner = way[index]
      let room = min((corner - here).length, (way[index + 1] - corner).length) / 2
      let radius = min(14, room)
      let (into, out) = (
        corner.towards(here, by: radius), corner.towards(way[index + 1], by: radius)
      )
      straight(to: into)
      points += [into + (corner - into) * 0.6, out + (corner - out) * 0.6, out]
      here = out
    }
    straight(to: way[way.count - 1])
  }
}

extension Point {
  /// So many points on the way to another place.
  fileprivate func towards(_ other: Point, by distance: Double) -> Point {
    let length = (other - self).length
    return length == 0 ? self : self + (other - self) * min(1, distance / length)
  }
}
