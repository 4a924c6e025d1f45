public import FingerpostDiagrams

/// How well a finished picture can be read, measured from where everything stands.
///
/// Lengths on the drawing become lengths on paper as `Page` scales them onto A3.
public struct Legibility: Hashable, Sendable, Codable {
  /// The boxes that are drawn; a number.
  public var boxes: Int
  /// The lines that are drawn; a number.
  public var lines: Int
  /// The size of the smallest text on A3, title, legend and small print included, in points.
  public var smallestPrintedText: Double
  /// What stands in the way of reading it, in a fixed order.
  public var faults: [Fault]
  /// How often two lines cross that have no box in common; a number.
  public var crossings: Int
  /// How much of the sheet the drawing takes, from 0 to 1.
  ///
  /// It is the area of the rectangle around all boxes, groups and lines, as printed, as a share of A3
  /// within its margins; title, legend and small print take room beside it.
  public var drawingShare: Double
  /// How much of the sheet is boxes, from 0 to 1.
  ///
  /// It is their area, as printed, as a share of A3 within its margins.
  public var boxShare: Double

  /// What a piece of text belongs to.
  public enum Part: Hashable, Sendable, Codable {
    /// A box.
    case box(Diagram.Node.ID)
    /// The heading of a group.
    case heading(Diagram.Group.ID)
    /// A line with text on it.
    case line(Diagram.Edge.ID)
    /// Title, subtitle, legend or small print, counted in the order of the page.
    case furniture(Int)
  }

  /// One thing that stands in the way of reading a picture.
  ///
  /// Text is measured letter by letter in the font that it is drawn with, each line as high as its
  /// font size; it is not the box around it.
  public enum Fault: Hashable, Sendable, Codable {
    /// Letters of two texts stand on one another.
    case labelOnLabel(Part, Part)
    /// Letters of a heading or of text on a line stand on a box.
    case labelOnBox(Part, Diagram.Node.ID)
    /// A line runs through the letters of a heading or of text on a line, its own included.
    case lineThroughLabel(Diagram.Edge.ID, Part)
    /// A line runs at least 2 points deep through a box at which it does not end.
    case lineThroughBox(Diagram.Edge.ID, Diagram.Node.ID)
  }

  /// The number of pairs of texts whose letters stand on one another.
  public var labelsOnLabels: Int {
    faults.count { if case .labelOnLabel = $0 { true } else { false } }
  }
  /// The number of pairs of a heading, or text on a line, and a box on which its letters stand.
  public var labelsOnBoxes: Int {
    faults.count { if case .labelOnBox = $0 { true } else { false } }
  }
  /// The number of pairs of a line and a heading, or text on a line, through which it runs.
  public var linesThroughLabels: Int {
    faults.count { if case .lineThroughLabel = $0 { true } else { false } }
  }
  /// The number of pairs of a line and a box through which it runs without ending there.
  public var linesThroughBoxes: Int {
    faults.count { if case .lineThroughBox = $0 { true } else { false } }
  }
}

extension Legibility {
  /// Measures a page, whose faults are known.
  ///
  /// - Complexity: O(*b* + *l*) in the numbers of boxes and lines, and what `Layout.crossings(in:)`
  ///   takes.
  init(of writer: PageWriter, faults: [Fault]) {
    let (diagram, layout, page) = (writer.diagram, writer.layout, writer.page)
    let sheet = Page.longSide * Page.shortSide / (page.scale * page.scale)
    boxes = layout.nodes.count
    lines = layout.edges.values.count { $0.isWhole }
    smallestPrintedText = page.smallestPrintedText
    self.faults = faults
    crossings = layout.crossings(in: diagram)
    drawingShare = layout.bounds.width * layout.bounds.height / sheet
    // In a fixed order: the last digit of a sum depends on it.
    let areas = writer.names.nodes.map { node, _ in
      layout.nodes[node.id].map { $0.width * $0.height } ?? 0
    }
    boxShare = areas.reduce(0, +) / sheet
  }
}

extension Legibility {
  /// Measures a layout that others made of a diagram, with the boxes and the texts of the first style
  /// and the same furniture around it; headings and texts on lines stay where it has them.
  package init(of diagram: Diagram, laidOutAs layout: Layout) {
    let page = PageWriter(
      diagram, layout: layout, rung: .asAsked, style: LayoutStyle.all[0], notes: diagram.notes,
      textsStay: true)
    self.init(of: page, faults: page.faults)
  }
}

extension PageWriter {
  /// What stands in the way of reading the page.
  ///
  /// - Complexity: O(*t*² + *l* × (*b* + *t*)) in the numbers of texts, lines and boxes, most of it
  ///   comparing bounds.
  var faults: [Legibility.Fault] {
    var faults: [Legibility.Fault] = []
    let texts = placedTexts
    for (index, text) in texts.enumerated() {
      for other in texts[(index + 1)...] where text.overlaps(other) {
        faults.append(.labelOnLabel(text.part, other.part))
      }
    }
    let beside = texts.filter(\.isBesideBoxes)
    for text in beside {
      for (node, _) in names.nodes {
        guard let box = layout.nodes[node.id], text.touches(box) else { continue }
        faults.append(.labelOnBox(text.part, node.id))
      }
    }
    for (edge, _) in names.edges {
      guard let path = layout.edges[edge.id].map({ LinePath($0) }) else { continue }
      for text in beside where path.runsThrough(text.lines) {
        faults.append(.lineThroughLabel(edge.id, text.part))
      }
      for (node, _) in names.nodes where node.id != edge.tail && node.id != edge.head {
        guard let box = layout.nodes[node.id], path.runsThrough(box.grown(by: -2)) else {
          continue
        }
        faults.append(.lineThroughBox(edge.id, node.id))
      }
    }
    return faults
  }
}

extension PlacedText {
  /// Whether it stands among the boxes and lines, and not in a box or around the drawing.
  fileprivate var isBesideBoxes: Bool {
    switch part {
    case .heading, .line: true
    case .box, .furniture: false
    }
  }

  fileprivate func touches(_ box: Rectangle) -> Bool {
    bounds?.overlaps(box) == true && lines.contains { $0.overlaps(box) }
  }
}
