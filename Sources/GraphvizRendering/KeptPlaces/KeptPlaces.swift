import FingerpostDiagrams

/// Where everything stands in one picture, kept so that the next picture of the same map holds still.
public struct KeptPlaces: Hashable, Sendable, Codable {
  let direction: Diagram.Direction
  let rung: Rung
  let style: LayoutStyle
  /// Every line runs from its tail to its head.
  let layout: Layout

  init(direction: Diagram.Direction, rung: Rung, style: LayoutStyle, layout: Layout) {
    self.direction = direction
    self.rung = rung
    self.style = style
    self.layout = layout
  }

  /// Keeps the places of a page.
  ///
  /// - Returns: `nil` for a picture with nothing to hold: with one box, or that had to be arranged
  ///   by springs or without its groups.
  init?(_ page: PageWriter) {
    guard page.diagram.nodes.count > 1, page.rung.engine == .dot, page.rung.hasGroups else {
      return nil
    }
    direction = page.diagram.direction
    rung = page.rung
    style = page.style
    layout = page.layout.withLinesTurned(in: page.diagram)
  }

  /// Whether a diagram is so much the same that its boxes have their places here: at least half of
  /// the boxes of the smaller of the two are in both.
  func isAbout(_ diagram: Diagram) -> Bool {
    guard direction == diagram.direction, diagram.nodes.count > 1 else { return false }
    return shared(with: diagram) * 2 >= min(diagram.nodes.count, layout.nodes.count)
  }

  /// The number of boxes that a diagram has and that have a place here.
  func shared(with diagram: Diagram) -> Int {
    diagram.nodes.count { layout.nodes[$0.id] != nil }
  }
}

extension Layout {
  /// The same with every line that is stated from its head to its tail the other way round.
  func withLinesTurned(in diagram: Diagram) -> Layout {
    let reversed = AcyclicOrientation(of: diagram).reversed
    var layout = self
    for (id, curve) in edges where reversed.contains(id) { layout.edges[id] = curve.turned }
    return layout
  }
}

extension Layout.Curve {
  /// The same line, from its end to its start.
  var turned: Layout.Curve {
    Layout.Curve(points: points.reversed(), startTip: endTip, endTip: startTip)
  }
}
