import FingerpostDiagrams
import FingerpostModel

/// Everything that a theme can make anything look like: what the tests of looks walk.
///
/// That nothing is forgotten here is tested too: no view of any map may use a look that is not here.
struct KnownLooks {
  /// Those of every theme.
  static let all = ThemeName.allCases.map { KnownLooks($0.theme) }

  let theme: Theme
  /// Every box with its name, and with up to two marks on it.
  let boxes: [(name: String, style: Diagram.NodeStyle)]
  /// Every line with its name, with up to two marks on it, and with every end.
  let lines: [(name: String, style: Diagram.EdgeStyle)]
  private let boxStyles: Set<Diagram.NodeStyle>
  private let lineStyles: Set<Diagram.EdgeStyle>

  init(_ theme: Theme) {
    self.theme = theme
    var boxes = BoxLook.allCases.map { ("\($0)", theme.style(of: $0)) }
    var lines =
      LineLook.allCases.map { ("\($0)", theme.style(of: $0)) }
      + [0, 0.5, 1].map { ("counted \($0)", theme.countedLine(share: $0)) }
    for _ in 1...2 {
      boxes += boxes.flatMap { name, style in
        BoxMark.allCases.map { ("\(name) \($0)", theme.style(style, $0)) }
      }
      lines += lines.flatMap { name, style in
        LineMark.allCases.map { ("\(name) \($0)", theme.style(style, $0)) }
      }
    }
    // An overview has groups of boxes, whose lines are as wide as what they carry is much.
    boxes += [Diagram.Shape.note, .roundedBox].map {
      (
        "group \($0)",
        Diagram.NodeStyle(
          shape: $0, fill: theme.palette.group.fill, outline: theme.paper.text, width: 1.2,
          text: theme.paper.text)
      )
    }
    // A card is white inside the outline of its service.
    boxes += boxes.map { name, style in ("card of \(name)", theme.card(style)) }
    lines += [0.5, 1].map { ("left \($0)", theme.departing(theme.countedLine(share: $0))) }
    // A line carries the arrow of what comes back at its tail.
    lines += lines.flatMap { name, style in
      RouteKind.allCases.map { kind in
        var style = style
        style.tail = theme.line(for: kind).head
        return ("\(name), back: \(kind)", style)
      }
    }
    lines += RouteKind.allCases.map { ("back: \($0)", theme.wayBack(of: $0)) }
    // A route is drawn from its other end where that keeps the order of the page.
    lines += RouteKind.allCases.flatMap { kind in
      [theme.line(for: kind), theme.notLive(theme.line(for: kind))].map { style in
        var style = style
        swap(&style.head, &style.tail)
        return ("\(kind), turned", style)
      }
    }
    self.boxes = boxes
    self.lines = lines
    boxStyles = Set(boxes.map { $0.1 })
    lineStyles = Set(lines.map { $0.1 })
  }

  /// What a box or a line can stand on.
  var backgrounds: [Diagram.Color] { [theme.paper.background, theme.palette.group.fill] }

  func knows(_ style: Diagram.NodeStyle) -> Bool { boxStyles.contains(style) }

  func knows(_ style: Diagram.EdgeStyle) -> Bool {
    lineStyles.contains(style) || theme.isCounted(style)
  }
}

extension Theme {
  /// Whether the width of a line is a count: then lines that differ in it alone have the same look.
  func isCounted(_ style: Diagram.EdgeStyle) -> Bool {
    var counted = countedLine(share: 0)
    counted.width = style.width
    // Between groups of an overview, with what comes back at the tail.
    let ofOverview = [Diagram.Arrow.none, .filled].map {
      Diagram.EdgeStyle(
        color: paper.quietText, width: style.width, head: .filled, tail: $0)
    }
    return ([counted, departing(counted)] + ofOverview).contains(style)
      && (0.8...12).contains(style.width)
  }
}
