import FingerpostDiagrams

/// Writes a laid-out diagram with everything around it as DOT text in which nothing is left to lay
/// out: every node, line and box has its place.
struct PageWriter {
  let page: Page
  let diagram: Diagram
  let layout: Layout
  let rung: Rung
  let style: LayoutStyle
  let names: DOTNames
  /// Where the headings of groups stand; those that are to be seen.
  let headingFrames: [Diagram.Group.ID: Rectangle]
  /// The middles of the texts on lines; none when lines are drawn without.
  let labelPlaces: [Diagram.Edge.ID: Point]
  private let writer: DOTWriter
  private let furniture: Furniture

  /// Places the furniture of a diagram around its layout.
  ///
  /// The furniture grows as the sheet shrinks the picture, so that title, legend and notes print at
  /// the same size on every page. Headings of groups and texts on lines move out of the way of lines,
  /// unless they are to stay where the layout has them.
  init(
    _ diagram: Diagram, layout: Layout, rung: Rung, style: LayoutStyle, notes: [String],
    textsStay: Bool = false
  ) {
    self.diagram = diagram
    self.layout = layout
    self.rung = rung
    self.style = style
    writer = DOTWriter(diagram, rung: rung, style: style)
    names = writer.names
    headingFrames =
      rung.hasGroups
      ? HeadingPlacement(avoiding: layout, stay: textsStay).frames(of: diagram) : [:]
    if !rung.hasEdgeLabels {
      labelPlaces = [:]
    } else if textsStay {
      labelPlaces = layout.edgeLabels
    } else {
      labelPlaces = LabelPlacement(layout, of: diagram, headings: Array(headingFrames.values))
        .places(of: names.edges.map(\.edge))
    }

    let smallestInside = Self.smallestText(in: diagram, rung: rung, style: style)
    var growth = 1.0
    var placed = Furniture(of: diagram, notes: notes, around: layout.bounds, growth: growth)
    var sheet = Self.page(around: placed, smallestInside, nodes: diagram.nodes.count)
    for _ in 0..<8 where growth * sheet.scale < 0.999 && growth < 3 {
      growth = min(3, 1 / sheet.scale)
      placed = Furniture(of: diagram, notes: notes, around: layout.bounds, growth: growth)
      sheet = Self.page(around: placed, smallestInside, nodes: diagram.nodes.count)
    }
    furniture = placed
    page = sheet
  }

  private static func page(around furniture: Furniture, _ inside: Double, nodes: Int) -> Page {
    Page(
      width: furniture.frame.width, height: furniture.frame.height,
      smallestText: min(inside, furniture.smallestText ?? inside), nodes: nodes)
  }

  private static func smallestText(in diagram: Diagram, rung: Rung, style: LayoutStyle) -> Double {
    let namesGroup = !rung.hasGroups
    let hasDetails = diagram.nodes.contains { node in
      let group = namesGroup ? node.group : nil
      let label = NodeLabel(of: node, group: group, wrapWidth: style.wrapWidth)
      return !label.details.isEmpty || !label.columns.isEmpty
    }
    let hasLineLabels =
      rung.hasEdgeLabels && diagram.edges.contains { EdgeLabel(of: $0) != nil }
    return min(
      hasDetails ? TypeSize.detail : TypeSize.name,
      hasLineLabels ? TypeSize.lineLabel : TypeSize.name)
  }

  /// The graph for the engine `nop2`.
  ///
  /// Pictures of dots need to know how many dots an inch has; the others take `nil`.
  func dot(dotsPerInch: Double? = nil) -> String {
    var lines = ["digraph \(quoted(diagram.name)) {"]
    lines += defaults(dotsPerInch)
    lines += corners
    for (group, name) in names.groups where rung.hasGroups { lines += cluster(group, name) }
    for (node, name) in names.nodes { lines += nodeLine(node, name) }
    for (edge, name) in names.edges { lines += edgeLine(edge, name) }
    lines += headings
    for (index, text) in furniture.texts.enumerated() {
      lines.append("  \(textLine(text, named: "\(PartName.text)\(index)"))")
    }
    for (index, sample) in furniture.samples.enumerated() {
      lines += sampleLines(sample, named: "\(PartName.sample)\(index)")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private func defaults(_ dotsPerInch: Double?) -> [String] {
    var graph = DOTAttributes()
    graph.add(.bgcolor, diagram.paper.background.rawValue)
    graph.add(.outputorder, written: "edgesfirst")
    graph.add(.margin, 0)
    graph.add(.pad, 0)
    graph.add(
      .size, "\(inches(page.width * page.scale)),\(inches(page.height * page.scale))")
    if let dotsPerInch { graph.add(.dpi, dotsPerInch) }
    var node = DOTAttributes()
    node.add(.fontname, Typeface.regular)
    node.add(.fontsize, TypeSize.name)
    var edge = DOTAttributes()
    edge.add(.fontname, Typeface.regular)
    edge.add(.fontsize, TypeSize.lineLabel)
    edge.add(.fontcolor, diagram.paper.text.rawValue)
    edge.add(.arrowsize, ArrowSize.standard)
    return ["  graph \(graph.text)", "  node \(node.text)", "  edge \(edge.text)"]
  }

  /// Two unseen dots that hold the page open.
  private var corners: [String] {
    let frame = furniture.frame
    return [
      unseen("corner0", at: Point(x: frame.left, y: frame.bottom)),
      unseen("corner1", at: Point(x: frame.right, y: frame.top)),
    ]
  }

  private func unseen(_ name: String, at point: Point) -> String {
    var attributes = DOTAttributes()
    attributes.add(.shape, written: "point")
    attributes.add(.style, written: "invis")
    attributes.add(.width, 0)
    attributes.add(.height, 0)
    attributes.add(.pos, point)
    return "  \(name) \(attributes.text)"
  }

  private func cluster(_ group: Diagram.Group, _ name: String) -> [String] {
    guard let box = layout.groups[group.id] else { return [] }
    var attributes = DOTAttributes()
    attributes.add(.id, name)
    attributes.add(
      .bb, [box.left, box.bottom, box.right, box.top].map { decimal($0) }.joined(separator: ","))
    attributes.add(group)
    return ["  subgraph \(name) { graph \(attributes.text) }"]
  }

  private var headings: [String] {
    names.groups.compactMap { group, name in
      guard let frame = headingFrames[group.id] else { return nil }
      var attributes = DOTAttributes()
      attributes.add(.id, "\(PartName.heading)\(name)")
      attributes.add(.shape, written: "none")
      attributes.add(.style, written: "filled")
      attributes.add(.fillcolor, group.fill.rawValue)
      attributes.add(.color, group.fill.rawValue)
      attributes.add(.penwidth, 0)
      attributes.add(.fontname, Typeface.bold)
      attributes.add(.fontsize, TypeSize.groupHeading)
      attributes.add(.fontcolor, group.text.rawValue)
      attributes.add(.label, written: leftAligned(GroupHeading(of: group).lines))
      attributes.place(in: frame)
      return "  \(PartName.heading)\(name) \(attributes.text)"
    }
  }

  private func nodeLine(_ node: Diagram.Node, _ name: String) -> [String] {
    guard let box = layout.nodes[node.id] else { return [] }
    let group = rung.hasGroups ? nil : names.group(of: node)?.label
    var attributes = DOTAttributes()
    attributes.add(.id, name)
    attributes.add(
      .label, written: NodeLabel(of: node, group: group, wrapWidth: style.wrapWidth).dot)
    attributes.add(node.style)
    attributes.place(in: box)
    return ["  \(name) \(attributes.text)"]
  }

  private func edgeLine(_ edge: Diagram.Edge, _ name: String) -> [String] {
    guard let curve = layout.edges[edge.id], let tail = names.node[edge.tail],
      let head = names.node[edge.head]
    else { return [] }
    let isReversed = writer.isReversed(edge)
    var attributes = DOTAttributes()
    attributes.add(.id, name)
    attributes.add(edge.style, reversed: isReversed)
    attributes.add(.pos, curve.written)
    if let label = EdgeLabel(of: edge), let place = labelPlaces[edge.id] {
      attributes.add(.label, label.text)
      attributes.add(.lp, place)
    }
    let ends = isReversed ? "\(head) -> \(tail)" : "\(tail) -> \(head)"
    return ["  \(ends) \(attributes.text)"]
  }

  private func textLine(_ text: Furniture.Text, named name: String) -> String {
    var attributes = DOTAttributes()
    let paper = diagram.paper
    attributes.add(.id, name)
    attributes.add(.shape, written: "none")
    attributes.add(.fontname, text.bold ? Typeface.bold : Typeface.regular)
    attributes.add(.fontsize, text.size)
    attributes.add(.fontcolor, (text.quiet ? paper.quietText : paper.text).rawValue)
    attributes.add(.label, written: leftAligned(text.lines))
    attributes.place(in: text.frame)
    return "\(name) \(attributes.text)"
  }

  private func sampleLines(_ sample: Furniture.Sample, named name: String) -> [String] {
    switch sample.look {
    case .node(let look):
      var attributes = DOTAttributes()
      attributes.add(.id, name)
      attributes.add(.label, "")
      attributes.add(look)
      attributes.add(.fixedsize, written: "true")
      attributes.place(in: sample.frame.grown(by: look.shape == .doubleBox ? -4 : 0))
      return ["  \(name) \(attributes.text)"]
    case .edge(let look):
      let y = sample.frame.center.y
      let (left, right) = (sample.frame.left, sample.frame.right)
      let grown = sample.frame.height / 15
      let size = ArrowSize.standard * min(grown, 1.5)
      let start = left + look.tail.length * size
      let end = right - look.head.length * size
      let curve = Layout.Curve(
        points: [0, 1, 2, 3].map { Point(x: start + (end - start) * $0 / 3, y: y) },
        startTip: look.tail == .none ? nil : Point(x: left, y: y),
        endTip: look.head == .none ? nil : Point(x: right, y: y))
      var attributes = DOTAttributes()
      attributes.add(.id, name)
      attributes.add(look, reversed: false)
      attributes.add(.arrowsize, size)
      attributes.add(.pos, curve.written)
      return [
        unseen("\(name)a", at: Point(x: left, y: y)), unseen("\(name)b", at: Point(x: right, y: y)),
        "  \(name)a -> \(name)b \(attributes.text)",
      ]
    }
  }
}

/// What the ids of a picture's own parts start with.
enum PartName {
  static let text = "text"
  static let sample = "sample"
  static let heading = "heading_"
}

extension DOTAttributes {
  /// A fixed place and size.
  mutating func place(in frame: Rectangle) {
    add(.margin, 0)
    add(.width, inches: frame.width)
    add(.height, inches: frame.height)
    add(.pos, frame.center)
  }
}

extension PageWriter {
  /// The texts around the drawing, in the order of their part names.
  var texts: [Furniture.Text] { furniture.texts }
  /// The number of samples in the legend.
  var sampleCount: Int { furniture.samples.count }
}
