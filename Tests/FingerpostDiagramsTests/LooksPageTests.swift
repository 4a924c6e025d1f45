import FingerpostDiagrams
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

struct `The page of looks` {
  @Test func `says what every look means`() throws {
    let file = URL(filePath: PackageRoot.path(of: "docs/looks.md"))
    let page = LooksPage().markdown
    if isRecordingSnapshots {
      try Data(page.utf8).write(to: file)
      Issue.record("Recorded docs/looks.md; look at it.")
      return
    }
    let written = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let difference = snapshotDifference(between: written, and: page)
    #expect(
      difference == nil,
      "docs/looks.md is of another day; with RECORD_SNAPSHOTS=1 this test writes it")
  }
}

/// The page docs/looks.md: every look in words.
private struct LooksPage {
  private let theme = Theme.plain

  var markdown: String {
    """
    # The looks

    What each box, line and arrow head in a picture means. Every picture explains in its legend the
    looks that it uses, and no others; this page has all of them. It is made from the program.

    Nothing is told by colour alone: on a copy in black and white, all of this can still be seen. The
    exception is the sector of a service or an organisation, which is a colour, and is written in the
    box as well.

    ## Boxes

    | it means | it looks like |
    |---|---|
    \(rows(boxes))

    A box can say more by a change of its looks:

    | it means | the change |
    |---|---|
    \(rows(BoxMark.allCases.map { ($0.meaning, change($0)) }))

    ## Lines

    | it means | the line | where it leads | where it comes from |
    |---|---|---|---|
    \(LineLook.allCases.map { row($0) }.joined(separator: "\n"))

    Where something comes back along the same line, its arrow head stands where it arrives. In pictures
    of counts, a line is as wide as its count: 1 point for none, 12 points for the most.

    A line can say more by a change of its looks:

    | it means | the change |
    |---|---|
    \(rows(LineMark.allCases.map { ($0.meaning, change($0)) }))

    ## Colours

    `fingerpost draw --theme` takes the name of a theme. Contrast is that of the
    [Web Content Accessibility Guidelines](https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio); tests
    compute it for every text, outline and line on everything that it can stand on, as people with usual
    sight see it and as people with each of the three kinds of colour blindness do.

    | theme | contrast of text | of outlines and lines |
    |---|---|---|
    \(ThemeName.allCases.map { "| `\($0.rawValue)` | at least \($0.textContrast.formatted()) to 1 | at least \($0.lineContrast.formatted()) to 1 |" }.joined(separator: "\n"))

    """
  }

  private var boxes: [(String, String)] {
    let others = BoxLook.allCases.filter { if case .service = $0 { false } else { true } }
    return [
      (
        "A service or an organisation; its sector is written in it",
        words(theme.box(for: nil)) + ", in the colour of the sector"
      )
    ] + others.map { ($0.meaning, words(theme.style(of: $0))) }
  }

  private func rows(_ rows: [(String, String)]) -> String {
    rows.map { "| \($0) | \($1) |" }.joined(separator: "\n")
  }

  private func row(_ look: LineLook) -> String {
    let style = theme.style(of: look)
    return "| \(look.meaning) | \(words(style.stroke)), \(width(style.width)) | "
      + "\(words(style.head)) | \(words(style.tail)) |"
  }

  private func words(_ style: Diagram.NodeStyle) -> String {
    let shape =
      switch style.shape {
      case .box: "a rectangle"
      case .roundedBox: "a rectangle with round corners"
      case .ellipse: "an ellipse"
      case .hexagon: "a figure with six sides"
      case .note: "a sheet with a folded corner"
      case .tab: "a rectangle with a tab"
      case .doubleBox: "a rectangle with a double outline"
      case .signpost: "the arm of a signpost"
      case .plain: "text alone"
      }
    let isDark = style.text == theme.paper.background
    return "\(shape), \(isDark ? "filled with the colour of text, " : "")"
      + "\(words(style.stroke)), \(width(style.width))"
  }

  private func words(_ stroke: Diagram.Stroke) -> String {
    switch stroke {
    case .solid: "unbroken"
    case .dashed: "dashed"
    case .dotted: "dotted"
    }
  }

  private func width(_ points: Double) -> String {
    "\(points.formatted()) \(points == 1 ? "point" : "points")"
  }

  private func words(_ arrow: Diagram.Arrow) -> String {
    switch arrow {
    case .none: "nothing"
    case .filled: "a filled triangle"
    case .doubled: "two filled triangles"
    case .hollow: "a hollow triangle"
    case .open: "an open arrow, like a V"
    case .diamond: "a filled diamond"
    case .dot: "a filled dot"
    case .hollowDot: "a hollow dot"
    case .hollowSquare: "a hollow square"
    case .bar: "a bar"
    case .barred: "a filled triangle against a bar"
    }
  }

  private func change(_ mark: BoxMark) -> String {
    let plain = theme.box(for: .nhs)
    let style = theme.style(plain, mark)
    var outline: [String] = []
    if style.stroke != plain.stroke { outline.append(words(style.stroke)) }
    if style.width < plain.width { outline.append("thinner") }
    if style.width > plain.width {
      outline.append(style.width < plain.width * 2.5 ? "stronger" : "stronger by far")
    }
    var changes: [String] = []
    if !outline.isEmpty { changes.append("the outline is " + outline.joined(separator: " and ")) }
    if style.fill != plain.fill { changes.append("nothing is inside but the colour of the page") }
    if style.hasCornerStrokes { changes.append("a stroke runs across each corner") }
    return changes.joined(separator: ", ")
  }

  private func change(_ mark: LineMark) -> String {
    let plain = theme.line(for: .referral)
    let style = theme.style(plain, mark)
    var changes: [String] = []
    if style.isDouble { changes.append("two lines beside each other") }
    if style.stroke != plain.stroke { changes.append(words(style.stroke)) }
    if style.width < plain.width { changes.append("thinner, and without a colour of its own") }
    if style.width > plain.width { changes.append("bold") }
    if style.head != plain.head { changes.append("the arrow head is \(words(style.head))") }
    return changes.joined(separator: ", ")
  }
}
