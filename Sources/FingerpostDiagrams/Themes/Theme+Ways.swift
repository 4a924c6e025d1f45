extension Theme {
  /// A route that does not take a family on: it ends at a bar.
  public func stopped(_ style: Diagram.EdgeStyle) -> Diagram.EdgeStyle {
    var style = style
    style.head = .bar
    style.color = paper.quietText
    return style
  }

  /// A line along which a family may get on, for all that the map says.
  public var unsaidLine: Diagram.EdgeStyle {
    Diagram.EdgeStyle(color: unsaid.outline, stroke: .dotted, width: 2.6, head: .filled)
  }

  /// Where a service sends families whom it does not see.
  public var sentInstead: Diagram.EdgeStyle {
    Diagram.EdgeStyle(color: paper.quietText, width: 1, head: .open)
  }
}
