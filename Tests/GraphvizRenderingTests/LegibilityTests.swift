import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import FingerpostTestSupport
import Testing

@testable import GraphvizRendering

/// A view of a map that the project holds.
struct KeptPicture: CustomTestStringConvertible, Sendable {
  let name: String
  let diagram: Diagram

  var testDescription: String { name }

  static let all: [KeptPicture] = KeptMaps.all.flatMap { map in
    ViewName.allCases.flatMap { KeptMaps.diagrams($0, of: map) }.map {
      KeptPicture(name: "\(map.id)/\($0.name)", diagram: $0)
    }
  }
}

struct `Every picture of every map` {
  private static let renderer = WorkerRenderer(path: Program.fingerpost.path)

  @Test func `is there to be drawn`() { #expect(KeptPicture.all.count >= 36) }

  @Test(arguments: KeptPicture.all)
  func `can be read: nothing too small, no label on another, no line through a box`(
    _ picture: KeptPicture
  ) async throws {
    let drawing = try await Self.renderer.draw(picture.diagram, as: [.svg])
    let legibility = drawing.legibility
    #expect(legibility.smallestPrintedText >= 7.995)
    #expect(legibility.faults == [])
    #expect(legibility.boxes == picture.diagram.nodes.count)
    #expect(legibility.lines == picture.diagram.edges.count)

    let svg = try ParsedSVG(try #require(drawing.files[.svg]))
    let smallest = try #require(
      svg.placedTexts.filter { $0.text.contains { !$0.isWhitespace } }.map(\.size).min())
    #expect(
      abs(smallest * drawing.page.scale - legibility.smallestPrintedText) < 0.01,
      "the smallest text in the file has another size than was measured")
  }

  @Test(arguments: KeptPicture.all)
  func `has its text where it was measured`(_ picture: KeptPicture) async throws {
    let diagram = picture.diagram
    let drawing = try await Self.renderer.draw(diagram, as: [.svg])
    // With another style lines of text break elsewhere.
    guard drawing.passedOver.isEmpty else { return }
    let style = LevelColumns(of: diagram) == nil ? LayoutStyle.all[0] : LayoutStyle.columns[0]
    let texts = PageWriter(
      diagram, layout: drawing.layout, rung: drawing.rung, style: style,
      notes: diagram.notes + drawing.remarks
    ).placedTexts
    let measured = texts.flatMap(\.lines)
    let drawn = try ParsedSVG(try #require(drawing.files[.svg])).placedTexts.filter {
      $0.text.contains { !$0.isWhitespace }
    }
    #expect(drawn.count == measured.count)

    // Graphviz counts from the corner of the page, the layout from that of the drawing.
    let last = try #require(measured.last)
    let lastDrawn = try #require(drawn.last)
    let right = lastDrawn.x - last.left
    let up = lastDrawn.baseline - last.bottom - lastDrawn.size * 0.2
    // The table of a card is up to 2 % narrower than its letters are wide in the font.
    let tolerance = diagram.nodes.contains { !$0.sections.isEmpty } ? 5.0 : 3
    for text in drawn {
      let found = measured.contains { line in
        let x = right + (text.isCentred ? line.center.x : line.left)
        let baseline = up + line.bottom + text.size * 0.2
        return abs(x - text.x) < tolerance && abs(baseline - text.baseline) < 2
          && abs(line.height - text.size) < 0.01
      }
      #expect(found, "\(text)")
    }
  }
}

/// Layouts made by hand, each with one fault.
struct `A measured layout` {
  private static let diagram = Diagram(
    name: "four", title: "Four boxes", summary: "",
    groups: [Diagram.Group(id: "group", label: "Group")],
    nodes: ["a", "b", "c"].map { Diagram.Node(id: $0, label: ["Box \($0)"], title: $0) }
      + [Diagram.Node(id: "d", label: ["Box d", "a detail"], group: "group", title: "d")],
    edges: [
      Diagram.Edge(id: "a-b", tail: "a", head: "b", label: "refers", title: ""),
      Diagram.Edge(id: "c-d", tail: "c", head: "d", title: ""),
    ])

  private static let sound = Layout(
    bounds: Rectangle(left: 0, bottom: 0, right: 400, top: 200),
    nodes: [
      "a": Rectangle(left: 0, bottom: 0, right: 50, top: 30),
      "b": Rectangle(left: 350, bottom: 0, right: 400, top: 30),
      "c": Rectangle(left: 0, bottom: 100, right: 50, top: 130),
      "d": Rectangle(left: 340, bottom: 100, right: 390, top: 130),
    ],
    edges: [
      "a-b": straight(from: Point(x: 50, y: 15), to: Point(x: 350, y: 15)),
      "c-d": straight(from: Point(x: 50, y: 115), to: Point(x: 340, y: 115)),
    ],
    groups: ["group": Rectangle(left: 330, bottom: 90, right: 400, top: 200)],
    headings: ["group": Point(x: 360, y: 190)], edgeLabels: ["a-b": Point(x: 200, y: 25)])

  private static func straight(from start: Point, to end: Point) -> Layout.Curve {
    Layout.Curve(
      points: [0, 1, 2, 3].map {
        Point(
          x: start.x + (end.x - start.x) * $0 / 3, y: start.y + (end.y - start.y) * $0 / 3)
      })
  }

  private func faults(_ change: (inout Layout) -> Void) -> [Legibility.Fault] {
    var layout = Self.sound
    change(&layout)
    return Legibility(of: Self.diagram, laidOutAs: layout).faults
  }

  @Test func `finds nothing where nothing is wrong`() { #expect(faults { _ in } == []) }

  @Test func `finds a line through a box at which it does not end, but not one beside it`() {
    #expect(
      faults { $0.nodes["c"] = Rectangle(left: 200, bottom: 0, right: 220, top: 16.5) }
        == [])
    let through = faults { layout in
      layout.nodes["c"] = Rectangle(left: 100, bottom: 0, right: 120, top: 30)
      layout.edges["c-d"] = Self.straight(from: Point(x: 120, y: 25), to: Point(x: 340, y: 115))
    }
    #expect(through == [.lineThroughBox("a-b", "c")])
  }

  @Test func `finds labels that lie on one another`() {
    #expect(
      faults { $0.edgeLabels["a-b"] = Point(x: 200, y: 119) }
        == [.lineThroughLabel("c-d", .line("a-b"))])
    #expect(
      faults { $0.edgeLabels["a-b"] = Point(x: 365, y: 190) }
        == [.labelOnLabel(.heading("group"), .line("a-b"))])
    #expect(
      faults { $0.headings["group"] = Point(x: 365, y: 126) }.contains(
        .labelOnBox(.heading("group"), "d")))
  }

  @Test func `counts each kind of fault, and crossings`() {
    var layout = Self.sound
    layout.edges["a-b"] = Self.straight(from: Point(x: 50, y: 30), to: Point(x: 350, y: 29))
    layout.edges["c-d"] = Self.straight(from: Point(x: 25, y: 130), to: Point(x: 365, y: -200))
    let legibility = Legibility(of: Self.diagram, laidOutAs: layout)
    #expect(legibility.crossings == 1)
    #expect(legibility.boxes == 4)
    #expect(legibility.lines == 2)
    #expect(legibility.linesThroughLabels == 1)
    #expect(legibility.linesThroughBoxes == 0)
    #expect(legibility.labelsOnLabels + legibility.labelsOnBoxes == 0)
  }

  @Test func `measures shares of the sheet as it is printed`() {
    let small = Legibility(of: Self.diagram, laidOutAs: Self.sound)
    let sheet = Page.longSide * Page.shortSide
    #expect(abs(small.drawingShare - 400 * 200 / sheet) < 1e-9)
    #expect(abs(small.boxShare - 4 * 50 * 30 / sheet) < 1e-9)
    #expect(small.smallestPrintedText == 9.5)
    // Ten times as wide, it is printed smaller, and fills the width.
    var wide = Self.sound
    wide.bounds.right = 4000
    let legibility = Legibility(of: Self.diagram, laidOutAs: wide)
    #expect(legibility.smallestPrintedText < 4)
    #expect(legibility.drawingShare < 400 * 200 * 10 / sheet)
  }
}
