import FingerpostDiagrams

/// A way across a drawing.
enum Axis {
  /// From left to right.
  case x
  /// From bottom to top.
  case y
}

extension Layout {
  /// Opens a strip of the drawing: everything below a place moves back and everything beyond it on,
  /// so that whatever stood before something else still does.
  ///
  /// A box moves as a whole, by where its middle is. Groups and lines stretch, and the ends of lines
  /// stay where they touch their boxes.
  mutating func open(
    _ axis: Axis, at place: Double, back: Double = 0, on: Double = 0, in diagram: Diagram
  ) {
    func moved(_ value: Double) -> Double {
      value < place ? value - back : value > place ? value + on : value
    }
    func moved(_ point: Point) -> Point {
      var point = point
      point[axis] = moved(point[axis])
      return point
    }
    let before = self
    nodes = nodes.mapValues { box in
      let middle = box.center[axis]
      return box.moved(by: moved(middle) - middle, axis)
    }
    groups = groups.mapValues { box in
      let (low, high) = (moved(box.low(axis)), moved(box.high(axis)))
      return axis == .x
        ? Rectangle(left: low, bottom: box.bottom, right: high, top: box.top)
        : Rectangle(left: box.left, bottom: low, right: box.right, top: high)
    }
    headings = headings.mapValues { moved($0) }
    edgeLabels = edgeLabels.mapValues { moved($0) }
    edges = edges.mapValues { curve in
      Curve(
        points: curve.points.map { moved($0) }, startTip: curve.startTip.map { moved($0) },
        endTip: curve.endTip.map { moved($0) })
    }
    tieLines(of: diagram, asIn: before)
  }

  /// Gives a box another size; its middle stays, and what is around it moves away from it.
  mutating func resize(_ id: Diagram.Node.ID, to size: NodeSize, in diagram: Diagram) {
    guard let box = nodes[id] else { return }
    for (axis, growth) in [(Axis.x, size.width - box.width), (.y, size.height - box.height)]
    where growth > 0 {
      open(axis, at: box.center[axis], back: growth / 2, on: growth / 2, in: diagram)
    }
    let before = self
    nodes[id] = Rectangle(center: box.center, width: size.width, height: size.height)
    tieLines(of: diagram, asIn: before)
  }

  /// Lets the ends of lines touch their boxes where they did in an earlier layout.
  private mutating func tieLines(of diagram: Diagram, asIn earlier: Layout) {
    /// Where a place on or near a box has moved with it.
    func place(_ point: Point, at node: Diagram.Node.ID) -> Point? {
      guard let old = earlier.nodes[node], let new = nodes[node], old.width > 0, old.height > 0
      else { return nil }
      return Point(
        x: new.left + (point.x - old.left) / old.width * new.width,
        y: new.bottom + (point.y - old.bottom) / old.height * new.height)
    }
    for edge in diagram.edges {
      guard var curve = edges[edge.id], let old = earlier.edges[edge.id], curve.isWhole else {
        continue
      }
      let last = curve.points.count - 1
      // A line's end goes with its tip, wherever a strip was opened between the two.
      if let tip = old.startTip ?? old.points.first, let new = place(tip, at: edge.tail) {
        curve.startTip = curve.startTip.map { _ in new }
        for index in 0...1 { curve.points[index] = old.points[index] + (new - tip) }
      }
      if let tip = old.endTip ?? old.points.last, let new = place(tip, at: edge.head) {
        curve.endTip = curve.endTip.map { _ in new }
        for index in (last - 1)...last { curve.points[index] = old.points[index] + (new - tip) }
      }
      edges[edge.id] = curve
    }
  }

  /// The same with bounds around everything in it.
  var withBoundsAroundAll: Layout {
    var layout = self
    let boxes =
      Array(nodes.values) + groups.values + edges.values.flatMap { $0.pieces.map(\.bounds) }
    if let first = boxes.first { layout.bounds = boxes.dropFirst().reduce(first) { $0.union($1) } }
    return layout
  }

  /// The same turned over its falling diagonal: what read from top to bottom reads from left to
  /// right.
  ///
  /// Turned twice, it is as it was.
  var turnedOver: Layout {
    Layout(
      bounds: bounds.turnedOver, nodes: nodes.mapValues(\.turnedOver),
      edges: edges.mapValues { curve in
        Curve(
          points: curve.points.map(\.turnedOver), startTip: curve.startTip?.turnedOver,
          endTip: curve.endTip?.turnedOver)
      }, groups: groups.mapValues(\.turnedOver), headings: headings.mapValues(\.turnedOver),
      edgeLabels: edgeLabels.mapValues(\.turnedOver))
  }
}

/// How large a box is, in points.
struct NodeSize: Hashable {
  var width: Double
  var height: Double

  /// As a box of a drawing that is turned over.
  var turnedOver: NodeSize { NodeSize(width: height, height: width) }
}

extension Point {
  /// How far along an axis it is.
  subscript(_ axis: Axis) -> Double {
    get { axis == .x ? x : y }
    set { if axis == .x { x = newValue } else { y = newValue } }
  }

  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x, y: a.y - b.y) }
  static func * (point: Point, factor: Double) -> Point {
    Point(x: point.x * factor, y: point.y * factor)
  }

  /// How far it is from the origin.
  var length: Double { (x * x + y * y).squareRoot() }

  var turnedOver: Point { Point(x: -y, y: -x) }
}

extension Rectangle {
  func low(_ axis: Axis) -> Double { axis == .x ? left : bottom }
  func high(_ axis: Axis) -> Double { axis == .x ? right : top }

  func moved(by step: Double, _ axis: Axis) -> Rectangle {
    axis == .x
      ? Rectangle(left: left + step, bottom: bottom, right: right + step, top: top)
      : Rectangle(left: left, bottom: bottom + step, right: right, top: top + step)
  }

  var turnedOver: Rectangle { Rectangle(left: -top, bottom: -right, right: -bottom, top: -left) }
}
