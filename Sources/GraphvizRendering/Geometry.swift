/// A place on a drawing, in points, with y growing upwards as Graphviz counts.
public struct Point: Hashable, Sendable, Codable {
  /// Points from the left.
  public var x: Double
  /// Points from the bottom.
  public var y: Double

  /// Makes a place.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// An upright rectangle on a drawing, in points.
public struct Rectangle: Hashable, Sendable, Codable {
  /// The left edge.
  public var left: Double
  /// The lower edge.
  public var bottom: Double
  /// The right edge.
  public var right: Double
  /// The upper edge.
  public var top: Double

  /// Makes a rectangle from its edges.
  public init(left: Double, bottom: Double, right: Double, top: Double) {
    self.left = left
    self.bottom = bottom
    self.right = right
    self.top = top
  }

  /// Makes a rectangle around its middle.
  public init(center: Point, width: Double, height: Double) {
    self.init(
      left: center.x - width / 2, bottom: center.y - height / 2, right: center.x + width / 2,
      top: center.y + height / 2)
  }

  /// From left to right.
  public var width: Double { right - left }
  /// From bottom to top.
  public var height: Double { top - bottom }
  /// Its middle.
  public var center: Point { Point(x: (left + right) / 2, y: (bottom + top) / 2) }

  /// Whether a place is in it, its edges included.
  public func contains(_ point: Point) -> Bool {
    point.x >= left && point.x <= right && point.y >= bottom && point.y <= top
  }

  /// Whether it shares more than an edge with another.
  public func overlaps(_ other: Rectangle) -> Bool {
    left < other.right && other.left < right && bottom < other.top && other.bottom < top
  }

  /// Whether all of another lies in it, edges included.
  public func holds(_ other: Rectangle) -> Bool {
    left <= other.left && other.right <= right && bottom <= other.bottom && other.top <= top
  }

  /// The smallest rectangle around this one and another.
  public func union(_ other: Rectangle) -> Rectangle {
    Rectangle(
      left: min(left, other.left), bottom: min(bottom, other.bottom),
      right: max(right, other.right), top: max(top, other.top))
  }

  /// The rectangle with each edge moved outwards.
  public func grown(by margin: Double) -> Rectangle {
    Rectangle(
      left: left - margin, bottom: bottom - margin, right: right + margin, top: top + margin)
  }
}
