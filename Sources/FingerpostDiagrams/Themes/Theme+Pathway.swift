extension Theme {
  /// A box on the way through: a bold outline in the colour of text.
  public func onWay(_ style: Diagram.NodeStyle) -> Diagram.NodeStyle {
    var style = style
    style.width *= 3
    style.outline = paper.text
    return style
  }

  /// A box that is not on the way through: thin and without a colour of its own.
  public func aside(_ style: Diagram.NodeStyle) -> Diagram.NodeStyle {
    var style = style
    style.width *= 0.6
    style.fill = paper.background
    style.outline = "#737373"
    style.text = paper.quietText
    return style
  }

  /// The line of the way through: bold.
  public func wayThrough(_ style: Diagram.EdgeStyle) -> Diagram.EdgeStyle {
    var style = style
    style.width = max(4, style.width * 2.5)
    style.color = paper.text
    return style
  }

  /// A line that is not on the way through: thin and without a colour of its own.
  public func aside(_ style: Diagram.EdgeStyle) -> Diagram.EdgeStyle {
    var style = style
    style.width *= 0.6
    style.color = "#737373"
    return style
  }

  /// A route or a step that is missing; the number on it is that of the finding.
  public var missingLine: Diagram.EdgeStyle {
    Diagram.EdgeStyle(color: ghost.outline, stroke: .dashed, width: 2.6, head: .filled)
  }
}
