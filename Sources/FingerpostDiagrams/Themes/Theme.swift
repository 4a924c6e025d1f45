public import FingerpostModel

/// The looks of everything that a picture can show.
///
/// Shapes, strokes, widths and arrow heads are the same in every theme; its ``Palette`` gives the
/// colours. Nothing is told by colour alone: sectors are written in the boxes as well, kinds of line
/// differ by stroke, arrow head or width, and what is not live has a broken outline and says so.
public struct Theme: Hashable, Sendable {
  /// Dark on white, for paper and shared screens.
  public static let plain = Theme(palette: .plain)

  /// The colours.
  public let palette: Palette

  init(palette: Palette) { self.palette = palette }

  /// The page.
  public var paper: Diagram.Paper { palette.paper }

  /// The box around a level, a board or another group.
  public func group(id: String, label: String, level: Int?) -> Diagram.Group {
    Diagram.Group(
      id: id, label: label, level: level, fill: palette.group.fill, outline: palette.group.outline,
      text: palette.paper.text)
  }
}

// MARK: - Boxes

extension Theme {
  /// The looks of a kind of box.
  public func style(of box: BoxLook) -> Diagram.NodeStyle {
    let ink = palette.paper.text
    return switch box {
    case .service(let sector): styled(.roundedBox, tone(of: sector), width: 1.2)
    case .families:
      styled(.ellipse, Palette.Tone(fill: ink, outline: ink), text: palette.paper.background)
    case .board: styled(.box, palette.board, width: 2.4)
    case .seat: styled(.box, palette.seat, width: 1.2)
    case .missing:
      styled(.box, onPaper(palette.missing), stroke: .dashed, width: 1.8, text: palette.missing)
    case .unsaid: styled(.box, onPaper(palette.unsaid), stroke: .dotted, width: 1.2)
    case .role: styled(.ellipse, palette.sheet)
    case .programme: styled(.tab, palette.programme, width: 1.2)
    case .stage: styled(.hexagon, palette.stage, width: 1.2)
    case .agreement: styled(.doubleBox, palette.agreement, width: 1.2)
    case .document: styled(.note, palette.sheet)
    case .note: styled(.note, palette.sheet, width: 2)
    case .several: styled(.box, palette.sheet, width: 0.8)
    case .condition: styled(.doubleBox, palette.closed, width: 2)
    case .pageStub: styled(.signpost, palette.sheet, width: 1.2)
    }
  }

  /// The looks of a box of which something more is to be said.
  public func style(_ style: Diagram.NodeStyle, _ mark: BoxMark) -> Diagram.NodeStyle {
    var style = style
    switch mark {
    case .planned: notLive(.dashed, width: 1.8)
    case .paused: notLive(.dotted, width: 1.8)
    case .closed: notLive(.dotted, width: 0.9)
    case .focal: style.width *= 2
    case .onWay:
      style.width *= 3
      style.outline = palette.paper.text
    case .aside:
      style.width *= 0.6
      style.fill = palette.paper.background
      style.outline = palette.faint
      style.text = palette.paper.quietText
    case .expiring:
      style.hasCornerStrokes = true
      style.outline = palette.expiring
    case .new:
      style.shape = .doubleBox
      style.width = 1.8
      style.outline = palette.ownWay
    case .gone:
      style.stroke = .dashed
      style.width = 0.9
      style.fill = palette.paper.background
      style.outline = palette.missing
      style.text = palette.paper.quietText
    case .changed:
      style.stroke = .dashed
      style.width = 2.7
      style.outline = palette.handover
    }
    return style

    /// What is not live is an outline with nothing in it.
    func notLive(_ stroke: Diagram.Stroke, width: Double) {
      style.stroke = stroke
      style.width = width
      style.fill = palette.paper.background
      if style.text == palette.paper.background { style.text = palette.paper.text }
    }
  }

  private func styled(
    _ shape: Diagram.Shape, _ tone: Palette.Tone, stroke: Diagram.Stroke = .solid,
    width: Double = 1, text: Diagram.Color? = nil
  ) -> Diagram.NodeStyle {
    Diagram.NodeStyle(
      shape: shape, fill: tone.fill, outline: tone.outline, stroke: stroke, width: width,
      text: text ?? palette.paper.text)
  }

  private func onPaper(_ outline: Diagram.Color) -> Palette.Tone {
    Palette.Tone(fill: palette.paper.background, outline: outline)
  }

  private func tone(of sector: Sector?) -> Palette.Tone {
    switch sector {
    case .nhs: palette.nhs
    case .localAuthority: palette.localAuthority
    case .voluntary: palette.voluntary
    case .privateSector: palette.privateSector
    case .education: palette.education
    case .police: palette.police
    case .other: palette.otherSector
    case nil: palette.sectorNotStated
    }
  }

  /// A service or an organisation of a sector; `nil` when the map does not say which.
  public func box(for sector: Sector?) -> Diagram.NodeStyle { style(of: .service(sector)) }

  /// A box whose service is not live on the date of the picture, or is live (`nil` or active).
  public func box(for sector: Sector?, status: Status?) -> Diagram.NodeStyle {
    marked(box(for: sector), status)
  }

  /// The focal service: the box with a strong outline.
  public func focal(_ style: Diagram.NodeStyle) -> Diagram.NodeStyle { self.style(style, .focal) }

  /// A box on the way through: a bold outline in the colour of text.
  public func onWay(_ style: Diagram.NodeStyle) -> Diagram.NodeStyle { self.style(style, .onWay) }

  /// A box that is not on the way through: thin and without a colour of its own.
  public func aside(_ style: Diagram.NodeStyle) -> Diagram.NodeStyle { self.style(style, .aside) }

  /// A box of something that ends soon: a stroke across each corner.
  public func expiring(_ style: Diagram.NodeStyle) -> Diagram.NodeStyle {
    self.style(style, .expiring)
  }

  /// Families, where routes of their own begin.
  public var families: Diagram.NodeStyle { style(of: .families) }

  /// Something that is missing: a seat that nobody holds, or a thing that is not on this map.
  public var ghost: Diagram.NodeStyle { style(of: .missing) }

  /// Something of which the map does not say enough.
  public var unsaid: Diagram.NodeStyle { style(of: .unsaid) }

  /// A board.
  public var board: Diagram.NodeStyle { style(of: .board) }

  /// A seat that somebody holds.
  public var seat: Diagram.NodeStyle { style(of: .seat) }

  /// A programme.
  public var programme: Diagram.NodeStyle { style(of: .programme) }

  /// A programme on a date.
  public func programme(_ status: Status?) -> Diagram.NodeStyle { marked(programme, status) }

  /// A document.
  public var document: Diagram.NodeStyle { style(of: .document) }

  /// People of whom the map says only a role or a stakeholder.
  public var role: Diagram.NodeStyle { style(of: .role) }

  /// A stage of a flow.
  public var stage: Diagram.NodeStyle { style(of: .stage) }

  /// An agreement.
  public var agreement: Diagram.NodeStyle { style(of: .agreement) }

  /// Several services of which the same is said.
  public var several: Diagram.NodeStyle { style(of: .several) }

  /// A condition for which a service is closed.
  public var condition: Diagram.NodeStyle { style(of: .condition) }

  /// The card of a service: the colour of the page inside the outline of its box, for much text.
  public func card(_ style: Diagram.NodeStyle) -> Diagram.NodeStyle {
    var style = style
    style.fill = palette.paper.background
    style.text = palette.paper.text
    style.width = 2.4
    return style
  }

  /// A sheet with facts.
  public var note: Diagram.NodeStyle { style(of: .note) }

  /// A box that stands for another page, such as `Page 3: Wexmoor, 4 routes`.
  public var pageStub: Diagram.NodeStyle { style(of: .pageStub) }

  private func marked(_ style: Diagram.NodeStyle, _ status: Status?) -> Diagram.NodeStyle {
    BoxMark(status).map { self.style(style, $0) } ?? style
  }
}

// MARK: - Lines

extension Theme {
  /// The looks of a kind of line.
  public func style(of line: LineLook) -> Diagram.EdgeStyle {
    let ink = palette.paper.text
    func drawn(
      _ color: Diagram.Color, _ stroke: Diagram.Stroke, _ width: Double, _ head: Diagram.Arrow,
      tail: Diagram.Arrow = .none
    ) -> Diagram.EdgeStyle {
      Diagram.EdgeStyle(color: color, stroke: stroke, width: width, head: head, tail: tail)
    }
    return switch line {
    case .route(.referral): drawn(ink, .solid, 1.2, .filled)
    case .route(.selfReferral): drawn(palette.ownWay, .solid, 1.6, .filled, tail: .dot)
    case .route(.transfer): drawn(palette.handover, .solid, 2.2, .doubled)
    case .route(.signposting): drawn(palette.word, .dotted, 1.6, .open)
    case .route(.consultation): drawn(palette.advice, .dashed, 1.2, .hollow)
    case .route(.jointWork): drawn(palette.company, .solid, 1.4, .diamond, tail: .diamond)
    case .route(.notification): drawn(palette.word, .dotted, 1.4, .hollowDot)
    case .route(.feedback): drawn(palette.word, .dashed, 1.1, .hollowSquare)
    case .missing: drawn(palette.missing, .dashed, 2.4, .open)
    case .reporting: drawn(ink, .solid, 2, .filled)
    case .delegation: drawn(palette.handover, .dashed, 1.4, .open)
    case .membership: drawn(palette.faint, .solid, 1, .none)
    case .risk: drawn(palette.missing, .dotted, 1.6, .filled)
    case .provides: drawn(palette.teaching, .solid, 1.8, .hollow)
    case .reaches: drawn(ink, .solid, 1.6, .open)
    case .coProduction: drawn(palette.company, .dashed, 1.6, .diamond)
    case .followUp: drawn(palette.company, .dashed, 1.2, .filled)
    case .funding: drawn(palette.money, .solid, 2, .dot)
    case .commissionsAndPays: drawn(palette.money, .solid, 1.8, .filled, tail: .diamond)
    case .closedFor: drawn(palette.closed.outline, .solid, 1.8, .bar)
    case .instead: drawn(palette.closed.outline, .dotted, 1.6, .open, tail: .bar)
    case .unsaid: drawn(palette.unsaid, .dotted, 2.6, .hollow)
    case .link: drawn(palette.word, .solid, 1, .open)
    }
  }

  /// The looks of a line of which something more is to be said.
  public func style(_ style: Diagram.EdgeStyle, _ mark: LineMark) -> Diagram.EdgeStyle {
    var style = style
    switch mark {
    case .notLive:
      // As roads that are not built yet look on maps: two broken lines beside each other.
      style.stroke = .dashed
      style.isDouble = true
      style.color = palette.faint
    case .wayThrough: style.width = max(3.6, style.width * 1.6)
    case .aside:
      style.width *= 0.6
      style.color = palette.faint
    case .stopped:
      style.head = .bar
      style.color = palette.paper.quietText
    case .expiring:
      style.head = .barred
      style.color = palette.expiring
    case .new:
      style.stroke = .solid
      style.isDouble = true
      style.width = 1.8
      style.color = palette.ownWay
    case .gone:
      style.stroke = .dotted
      style.width = 2.4
      style.color = palette.missing
    case .changed:
      style.stroke = .dashed
      style.width = 2
      style.color = palette.handover
    }
    return style
  }

  /// A route of a kind.
  public func line(for kind: RouteKind) -> Diagram.EdgeStyle { style(of: .route(kind)) }

  /// A route that is not live on the date of the picture.
  public func notLive(_ style: Diagram.EdgeStyle) -> Diagram.EdgeStyle {
    self.style(style, .notLive)
  }

  /// The line of the way through: bold.
  public func wayThrough(_ style: Diagram.EdgeStyle) -> Diagram.EdgeStyle {
    self.style(style, .wayThrough)
  }

  /// A line that is not on the way through: thin and without a colour of its own.
  public func aside(_ style: Diagram.EdgeStyle) -> Diagram.EdgeStyle { self.style(style, .aside) }

  /// A line of something that ends soon: its arrow stands against a bar.
  public func expiring(_ style: Diagram.EdgeStyle) -> Diagram.EdgeStyle {
    self.style(style, .expiring)
  }

  /// The end of a line where something of another kind comes back: its arrow and nothing else.
  public func wayBack(of kind: RouteKind) -> Diagram.EdgeStyle {
    Diagram.EdgeStyle(
      color: palette.paper.text, width: 1.2, head: .none, tail: line(for: kind).head)
  }

  /// The same line where it is drawn from its other end: what stood at its head stands at its tail.
  func turned(_ style: Diagram.EdgeStyle) -> Diagram.EdgeStyle {
    var style = style
    swap(&style.head, &style.tail)
    return style
  }

  /// A route or a step that is missing; the number on it is that of the finding.
  public var missingLine: Diagram.EdgeStyle { style(of: .missing) }

  /// A line as wide as its share of the largest count: 1 to 12 points for 0 to 1.
  ///
  /// It stands only among its own, because its width says how many and not of what kind it is.
  public func countedLine(share: Double) -> Diagram.EdgeStyle {
    let share = share.isNaN ? 0 : min(1, max(0, share))
    return Diagram.EdgeStyle(color: palette.handover, width: 1 + 11 * share, head: .filled)
  }

  /// Who reports to whom.
  public var reportingLine: Diagram.EdgeStyle { style(of: .reporting) }

  /// Who delegates to whom.
  public var delegation: Diagram.EdgeStyle { style(of: .delegation) }

  /// A board and its seats.
  public var membership: Diagram.EdgeStyle { style(of: .membership) }

  /// How risk reaches a board.
  public var riskLine: Diagram.EdgeStyle { style(of: .risk) }

  /// Who gives a programme.
  public var provides: Diagram.EdgeStyle { style(of: .provides) }

  /// Who takes part in a programme.
  public var reaches: Diagram.EdgeStyle { style(of: .reaches) }

  /// Who helps to make a programme.
  public var coProduction: Diagram.EdgeStyle { style(of: .coProduction) }

  /// What follows a programme, so that its learning stays alive.
  public var followUp: Diagram.EdgeStyle { style(of: .followUp) }

  /// Who pays.
  public var funding: Diagram.EdgeStyle { style(of: .funding) }

  /// Who commissions something and pays for it as well.
  public var commissionsAndFunds: Diagram.EdgeStyle { style(of: .commissionsAndPays) }

  /// Between a service and a condition for which it is closed.
  public var closedFor: Diagram.EdgeStyle { style(of: .closedFor) }

  /// From a condition or a service to where families go whom it does not see.
  public var instead: Diagram.EdgeStyle { style(of: .instead) }

  /// A line along which a family may get on, for all that the map says.
  public var unsaidLine: Diagram.EdgeStyle { style(of: .unsaid) }

  /// A route that does not take a family on: it ends at a bar.
  public func stopped(_ style: Diagram.EdgeStyle) -> Diagram.EdgeStyle {
    self.style(style, .stopped)
  }

  /// A counted line of people who leave: no arrow.
  public func departing(_ style: Diagram.EdgeStyle) -> Diagram.EdgeStyle {
    var style = style
    style.color = palette.faint
    style.head = .none
    return style
  }

  /// A link of any other kind; the words stand on the line.
  public func link(_ status: Status?) -> Diagram.EdgeStyle {
    let style = style(of: .link)
    return BoxMark(status) == nil ? style : notLive(style)
  }
}
