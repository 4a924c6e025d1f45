import FingerpostDiagrams
import FingerpostModel
import Testing

struct `A theme` {
  @Test(arguments: ThemeName.allCases, ColorVision.allCases)
  func `keeps all text apart from what it stands on, for everybody`(
    _ name: ThemeName, _ vision: ColorVision
  ) {
    let looks = KnownLooks(name.theme)
    func expect(_ text: Diagram.Color, on fill: Diagram.Color, _ what: String) {
      let contrast = vision.contrast(text, fill)
      #expect(contrast >= name.textContrast, "\(what): \(text.rawValue) on \(fill.rawValue)")
    }
    for (box, style) in looks.boxes { expect(style.text, on: style.fill, box) }
    for behind in looks.backgrounds {
      expect(looks.theme.paper.text, on: behind, "text")
      expect(looks.theme.paper.quietText, on: behind, "small print")
    }
    let group = looks.theme.group(id: "g", label: "G", level: 0)
    expect(group.text, on: group.fill, "heading")
  }

  @Test(arguments: ThemeName.allCases, ColorVision.allCases)
  func `keeps all outlines and lines apart from what they stand on, for everybody`(
    _ name: ThemeName, _ vision: ColorVision
  ) {
    let looks = KnownLooks(name.theme)
    func expect(_ line: Diagram.Color, on fill: Diagram.Color, _ what: String) {
      let contrast = vision.contrast(line, fill)
      #expect(contrast >= name.lineContrast, "\(what): \(line.rawValue) on \(fill.rawValue)")
    }
    for behind in looks.backgrounds {
      for (box, style) in looks.boxes { expect(style.outline, on: behind, box) }
      for (line, style) in looks.lines { expect(style.color, on: behind, line) }
      expect(looks.theme.palette.group.outline, on: behind, "group")
    }
  }

  @Test(arguments: ThemeName.allCases, ColorVision.allCases)
  func `shows on every box which link the keyboard is at`(
    _ name: ThemeName, _ vision: ColorVision
  ) {
    // The outline takes the colour of text; around a box of that colour it stands on the page.
    let looks = KnownLooks(name.theme)
    let ink = looks.theme.paper.text
    for fill in Set(looks.boxes.map(\.style.fill) + looks.backgrounds) where fill != ink {
      #expect(vision.contrast(ink, fill) >= 3, "\(fill.rawValue)")
    }
  }

  /// Whether two boxes can be told apart on a copier: by more than colour.
  private func differ(_ a: Diagram.NodeStyle, _ b: Diagram.NodeStyle) -> Bool {
    a.shape != b.shape || a.stroke != b.stroke || a.hasCornerStrokes != b.hasCornerStrokes
      || differ(a.width, b.width) || ColorVision.usual.contrast(a.fill, b.fill) >= 3
  }

  private func differ(_ a: Diagram.EdgeStyle, _ b: Diagram.EdgeStyle) -> Bool {
    a.stroke != b.stroke || a.head != b.head || a.tail != b.tail || a.isDouble != b.isDouble
      || differ(a.width, b.width)
  }

  /// Half as wide again can be seen.
  private func differ(_ a: Double, _ b: Double) -> Bool { max(a, b) / min(a, b) >= 1.499 }

  @Test(arguments: ThemeName.allCases)
  func `tells all kinds of box apart without colour, but for the sectors`(_ name: ThemeName) {
    for (index, one) in BoxLook.allCases.enumerated() {
      for other in BoxLook.allCases.dropFirst(index + 1) {
        if case (.service, .service) = (one, other) { continue }
        let (a, b) = (name.theme.style(of: one), name.theme.style(of: other))
        #expect(differ(a, b), "\(one) and \(other)")
      }
    }
  }

  @Test(arguments: ThemeName.allCases)
  func `tells all kinds of line apart without colour`(_ name: ThemeName) {
    for (index, one) in LineLook.allCases.enumerated() {
      for other in LineLook.allCases.dropFirst(index + 1) {
        let (a, b) = (name.theme.style(of: one), name.theme.style(of: other))
        #expect(differ(a, b), "\(one) and \(other)")
      }
    }
  }

  @Test(arguments: ThemeName.allCases)
  func `shows without colour what is said of a box or a line`(_ name: ThemeName) {
    let theme = name.theme
    for box in BoxLook.allCases {
      let plain = theme.style(of: box)
      // What is missing or not said is broken already, and is never planned, paused or closed.
      let isService = if case .service = box { true } else { false }
      let marks = BoxMark.allCases.filter {
        (plain.stroke == .solid || ![.planned, .paused, .closed].contains($0))
          && (isService || !$0.isOfChange)
      }
      let marked = marks.map { ($0, theme.style(plain, $0)) }
      for (index, (mark, style)) in marked.enumerated() {
        #expect(differ(style, plain), "\(box) \(mark)")
        for (other, otherStyle) in marked.dropFirst(index + 1) {
          #expect(differ(style, otherStyle), "\(box): \(mark) and \(other)")
        }
      }
    }
    for line in LineLook.allCases {
      let plain = theme.style(of: line)
      // What ends at a bar is closed already, and does not stop once more.
      let isRoute = if case .route = line { true } else { false }
      let marks = LineMark.allCases.filter {
        (plain.head != .bar || $0 != .stopped) && (isRoute || !$0.isOfChange)
      }
      let marked = marks.map { ($0, theme.style(plain, $0)) }
      for (index, (mark, style)) in marked.enumerated() {
        #expect(differ(style, plain), "\(line) \(mark)")
        for (other, otherStyle) in marked.dropFirst(index + 1) {
          #expect(differ(style, otherStyle), "\(line): \(mark) and \(other)")
        }
        // Nor may a line of one kind pass for another kind of which nothing is said.
        for other in LineLook.allCases where mark == .notLive {
          #expect(differ(style, theme.style(of: other)), "\(line) \(mark) and \(other)")
        }
      }
    }
  }

  @Test func `gives the arrow of each kind of route that can come back a form of its own`() {
    // Families get nothing back but what services send them, so theirs may be that of a referral.
    let kinds = RouteKind.allCases.filter { $0 != .selfReferral }
    #expect(Set(kinds.map { Theme.plain.line(for: $0).head }).count == kinds.count)
  }

  @Test(arguments: ThemeName.allCases, ColorVision.allCases)
  func `keeps the colours of sectors apart for everybody`(
    _ name: ThemeName, _ vision: ColorVision
  ) {
    let sectors: [Sector?] = Sector.allCases + [nil]
    for (index, one) in sectors.enumerated() {
      for other in sectors.dropFirst(index + 1) {
        let (a, b) = (name.theme.box(for: one), name.theme.box(for: other))
        let distance = max(
          vision.distance(a.fill, b.fill), vision.distance(a.outline, b.outline))
        // Twice what can just be noticed.
        #expect(distance >= 0.04, "\(String(describing: one)) and \(String(describing: other))")
      }
    }
  }

  private func withoutColors(_ theme: Theme) -> [String] {
    let looks = KnownLooks(theme)
    return looks.boxes.map { "\($0.name) \($0.style.shape) \($0.style.stroke) \($0.style.width)" }
      + looks.lines.map {
        "\($0.name) \($0.style.stroke) \($0.style.width) \($0.style.head) \($0.style.tail)"
      }
  }

  @Test func `looks the same as the others but for its colours`() {
    for name in ThemeName.allCases {
      #expect(withoutColors(name.theme) == withoutColors(.plain))
    }
    #expect(Set(ThemeName.allCases.map(\.theme)).count == ThemeName.allCases.count)
  }

  @Test func `draws counts as widths from one point to twelve`() {
    let widths = [-1, 0, 0.5, 1, 2, .nan].map { Theme.plain.countedLine(share: $0).width }
    #expect(widths == [1, 1, 6.5, 12, 12, 1])
  }
}
