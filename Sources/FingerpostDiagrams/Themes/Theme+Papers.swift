extension Theme {
  /// An agreement.
  public var agreement: Diagram.NodeStyle {
    Diagram.NodeStyle(shape: .note, fill: "#e7f3ef", outline: "#1f5f4c", width: 1.2)
  }

  /// Something whose agreement or funding ends soon, or has ended.
  public func expiring(_ style: Diagram.NodeStyle) -> Diagram.NodeStyle {
    var style = style
    style.shape = .doubleBox
    style.outline = "#a3001b"
    style.width = 1.8
    return style
  }

  /// Who pays for what.
  public var funding: Diagram.EdgeStyle {
    Diagram.EdgeStyle(color: "#6b5900", width: 2.2, head: .diamond)
  }

  /// Who commissions something and pays for it as well.
  public var commissionsAndFunds: Diagram.EdgeStyle {
    Diagram.EdgeStyle(color: "#1f4e79", width: 1.8, head: .filled, tail: .diamond)
  }

  /// A route or a step that is missing.
  public var missingLine: Diagram.EdgeStyle {
    Diagram.EdgeStyle(color: "#a3001b", stroke: .dashed, width: 2, head: .open)
  }

  /// A counted line of people who leave.
  public func departing(_ style: Diagram.EdgeStyle) -> Diagram.EdgeStyle {
    var style = style
    style.color = "#767676"
    style.head = .none
    return style
  }

  /// A line as wide as the share that goes along it: 1 to 12 points.
  public func countedLine(share: Double) -> Diagram.EdgeStyle {
    Diagram.EdgeStyle(color: "#1b1b1b", width: 1 + 11 * min(1, max(0, share)), head: .filled)
  }
}
