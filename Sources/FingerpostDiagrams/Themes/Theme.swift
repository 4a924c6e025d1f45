public import FingerpostModel

/// The looks of everything that a picture can show.
///
/// Nothing is told by colour alone: sectors are written in the boxes as well, kinds of route differ
/// by stroke and arrow head, and what is not live has a broken outline and says so.
public struct Theme: Hashable, Sendable {
  /// Dark on white, for paper and shared screens.
  public static let plain = Theme()

  private static let ink: Diagram.Color = "#1b1b1b"

  /// The page.
  public var paper: Diagram.Paper { Diagram.Paper() }

  /// A service or an organisation of a sector; `nil` when the map does not say which.
  public func box(for sector: Sector?) -> Diagram.NodeStyle {
    let (fill, outline): (Diagram.Color, Diagram.Color) =
      switch sector {
      case .nhs: ("#d9e8f6", "#1f4e79")
      case .localAuthority: ("#dcefdc", "#2c662c")
      case .voluntary: ("#fde7cf", "#8f4c00")
      case .privateSector: ("#ece1f6", "#5a3a8a")
      case .education: ("#fbf1c0", "#6b5900")
      case .police: ("#dbe2ea", "#34495e")
      case .other: ("#ececec", "#4f4f4f")
      case nil: ("#ffffff", "#4f4f4f")
      }
    return Diagram.NodeStyle(
      shape: .roundedBox, fill: fill, outline: outline, width: 1.2, text: Self.ink)
  }

  /// A box whose service is not live on the date of the picture, or is live (`nil` or active).
  public func box(for sector: Sector?, status: Status?) -> Diagram.NodeStyle {
    var style = box(for: sector)
    switch status {
    case .planned: style.stroke = .dashed
    case .paused, .closed: style.stroke = .dotted
    case .active, nil: break
    }
    return style
  }

  /// The focal service: the box with a strong outline.
  public func focal(_ style: Diagram.NodeStyle) -> Diagram.NodeStyle {
    var style = style
    style.width = 3
    return style
  }

  /// Families, where routes of their own begin.
  public var families: Diagram.NodeStyle {
    Diagram.NodeStyle(shape: .ellipse, fill: "#1b1b1b", outline: "#1b1b1b", text: "#ffffff")
  }

  /// Something that is missing: a seat that nobody holds, or a thing that is not on this map.
  public var ghost: Diagram.NodeStyle {
    Diagram.NodeStyle(
      shape: .box, fill: "#ffffff", outline: "#a3001b", stroke: .dashed, width: 1.8,
      text: "#a3001b")
  }

  /// Something of which the map does not say enough.
  public var unsaid: Diagram.NodeStyle {
    Diagram.NodeStyle(
      shape: .box, fill: "#ffffff", outline: "#5c5c5c", stroke: .dotted, width: 1.2, text: Self.ink)
  }

  /// A board.
  public var board: Diagram.NodeStyle {
    Diagram.NodeStyle(shape: .box, fill: "#f6f1e2", outline: Self.ink, width: 2.4)
  }

  /// A seat that somebody holds.
  public var seat: Diagram.NodeStyle {
    Diagram.NodeStyle(shape: .box, fill: "#eef3f8", outline: "#1f4e79", width: 1.2)
  }

  /// A programme.
  public var programme: Diagram.NodeStyle {
    Diagram.NodeStyle(shape: .tab, fill: "#fbf1c0", outline: "#6b5900", width: 1.2)
  }

  /// A programme on a date.
  public func programme(_ status: Status?) -> Diagram.NodeStyle {
    var style = programme
    switch status {
    case .planned: style.stroke = .dashed
    case .paused, .closed: style.stroke = .dotted
    case .active, nil: break
    }
    return style
  }

  /// A document.
  public var document: Diagram.NodeStyle {
    Diagram.NodeStyle(shape: .note, fill: "#ffffff", outline: "#4f4f4f")
  }

  /// People of whom the map says only a role or a stakeholder.
  public var role: Diagram.NodeStyle {
    Diagram.NodeStyle(shape: .ellipse, fill: "#ffffff", outline: "#4f4f4f")
  }

  /// A stage of a flow.
  public var stage: Diagram.NodeStyle {
    Diagram.NodeStyle(shape: .box, fill: "#d9e8f6", outline: "#1f4e79", width: 1.2)
  }

  /// The box around a level, a board or another group.
  public func group(id: String, label: String, level: Int?) -> Diagram.Group {
    Diagram.Group(
      id: id, label: label, level: level, fill: "#f7f7f5", outline: "#8a8a8a", text: Self.ink)
  }

  /// A route of a kind.
  public func line(for kind: RouteKind) -> Diagram.EdgeStyle {
    switch kind {
    case .referral: Diagram.EdgeStyle(color: Self.ink, width: 1.2, head: .filled)
    case .selfReferral:
      Diagram.EdgeStyle(color: "#8f4c00", width: 1.6, head: .filled, tail: .dot)
    case .transfer: Diagram.EdgeStyle(color: "#1f4e79", width: 2.2, head: .doubled)
    case .signposting: Diagram.EdgeStyle(color: "#4f4f4f", stroke: .dotted, width: 1.6, head: .open)
    case .consultation:
      Diagram.EdgeStyle(color: "#5a3a8a", stroke: .dashed, width: 1.2, head: .hollow)
    case .jointWork:
      Diagram.EdgeStyle(
        color: "#2c662c", stroke: .solid, width: 1.4, head: .diamond, tail: .diamond)
    case .notification:
      Diagram.EdgeStyle(color: "#4f4f4f", stroke: .dotted, width: 1.4, head: .hollow)
    case .feedback: Diagram.EdgeStyle(color: "#4f4f4f", stroke: .dashed, width: 1.1, head: .open)
    }
  }

  /// A route that is not live on the date of the picture.
  public func notLive(_ style: Diagram.EdgeStyle) -> Diagram.EdgeStyle {
    var style = style
    style.stroke = .dashed
    style.color = "#767676"
    style.head = .hollow
    return style
  }

  /// Who reports to whom.
  public var reportingLine: Diagram.EdgeStyle { Diagram.EdgeStyle(color: Self.ink, width: 1.6) }

  /// Who delegates to whom.
  public var delegation: Diagram.EdgeStyle {
    Diagram.EdgeStyle(color: "#1f4e79", stroke: .dashed, width: 1.4, head: .open)
  }

  /// A board and its seats.
  public var membership: Diagram.EdgeStyle {
    Diagram.EdgeStyle(color: "#767676", width: 1, head: .none)
  }

  /// How risk reaches a board.
  public var riskLine: Diagram.EdgeStyle {
    Diagram.EdgeStyle(color: "#a3001b", stroke: .dotted, width: 1.6, head: .open)
  }

  /// Who gives a programme.
  public var provides: Diagram.EdgeStyle { Diagram.EdgeStyle(color: "#6b5900", width: 1.8) }

  /// Who takes part in a programme.
  public var reaches: Diagram.EdgeStyle {
    Diagram.EdgeStyle(color: Self.ink, width: 1.2, head: .open)
  }

  /// What keeps the learning of a programme alive.
  public var followUp: Diagram.EdgeStyle {
    Diagram.EdgeStyle(color: "#2c662c", stroke: .dashed, width: 1.2, head: .open)
  }

  /// A link of any other kind; the words stand on the line.
  public func link(_ status: Status?) -> Diagram.EdgeStyle {
    Diagram.EdgeStyle(
      color: "#4f4f4f", stroke: status == .planned ? .dashed : .solid, width: 1, head: .open)
  }
}
