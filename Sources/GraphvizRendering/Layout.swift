public import FingerpostDiagrams

/// Where Graphviz has put the parts of a diagram, in points.
public struct Layout: Hashable, Sendable, Codable {
  /// A line as the curve that Graphviz drew: cubic Bézier pieces that share their ends.
  public struct Curve: Hashable, Sendable, Codable {
    /// One point, then three for each piece.
    public var points: [Point]
    /// The tip of the arrow before the first point.
    public var startTip: Point?
    /// The tip of the arrow after the last point.
    public var endTip: Point?

    /// Makes a curve.
    public init(points: [Point], startTip: Point? = nil, endTip: Point? = nil) {
      self.points = points
      self.startTip = startTip
      self.endTip = endTip
    }
  }

  /// Around everything.
  public var bounds: Rectangle
  /// The boxes of the nodes.
  public var nodes: [Diagram.Node.ID: Rectangle]
  /// The lines; a line that Graphviz lost is absent or has no points.
  public var edges: [Diagram.Edge.ID: Curve]
  /// The boxes of the groups.
  public var groups: [Diagram.Group.ID: Rectangle]
  /// The middles of the groups' headings.
  public var headings: [Diagram.Group.ID: Point]
  /// The middles of the texts on lines.
  public var edgeLabels: [Diagram.Edge.ID: Point]

  /// Makes a layout; empty by default.
  public init(
    bounds: Rectangle = Rectangle(left: 0, bottom: 0, right: 0, top: 0),
    nodes: [Diagram.Node.ID: Rectangle] = [:], edges: [Diagram.Edge.ID: Curve] = [:],
    groups: [Diagram.Group.ID: Rectangle] = [:], headings: [Diagram.Group.ID: Point] = [:],
    edgeLabels: [Diagram.Edge.ID: Point] = [:]
  ) {
    self.bounds = bounds
    self.nodes = nodes
    self.edges = edges
    self.groups = groups
    self.headings = headings
    self.edgeLabels = edgeLabels
  }
}
