extension Theme {
  /// Several services of which the same is said.
  public var several: Diagram.NodeStyle {
    Diagram.NodeStyle(shape: .box, fill: "#ffffff", outline: "#4f4f4f", width: 1.2)
  }

  /// The card of a service: the colour of the page inside the outline of its box, for much text.
  public func card(_ style: Diagram.NodeStyle) -> Diagram.NodeStyle {
    var style = style
    style.fill = paper.background
    style.text = paper.text
    style.width = 2.4
    return style
  }

  /// A condition for which a service is closed.
  public var condition: Diagram.NodeStyle {
    Diagram.NodeStyle(
      shape: .note, fill: "#f6e9ea", outline: "#7a1f2e", width: 1.6, text: "#1b1b1b")
  }

  /// Between a service and a condition for which it is closed.
  public var closedFor: Diagram.EdgeStyle {
    Diagram.EdgeStyle(color: "#7a1f2e", width: 1.8, head: .bar)
  }

  /// From a condition to where families with it go instead, when no route of the map is that way.
  public var instead: Diagram.EdgeStyle {
    Diagram.EdgeStyle(color: "#7a1f2e", stroke: .dotted, width: 1.6, head: .open)
  }
}
