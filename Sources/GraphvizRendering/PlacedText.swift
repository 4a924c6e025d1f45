import FingerpostDiagrams

/// A piece of text on a finished page, with the room that its letters take.
struct PlacedText {
  /// What the text belongs to.
  let part: Legibility.Part
  /// A rectangle for each line: as wide as its letters and as high as its font size.
  let lines: [Rectangle]
  /// Around all lines; `nil` when there is nothing to be seen.
  let bounds: Rectangle?

  /// Where the lines of a text stand.
  enum Alignment {
    case left(Double)
    case middle(Double)
  }

  /// Places lines of text under one another around a height, in points.
  init(
    _ part: Legibility.Part, _ lines: [(text: String, size: Double)], bold: Bool = false,
    at alignment: Alignment, around middle: Double, leading: Double = FontMetrics.drawnLeading,
    startingLeft: Set<Int> = []
  ) {
    self.part = part
    let widest =
      startingLeft.isEmpty
      ? 0 : lines.map { FontMetrics.width(of: $0.text, size: $0.size, bold: bold) }.max() ?? 0
    var top = middle + lines.reduce(0) { $0 + $1.size } * leading / 2
    var placed: [Rectangle] = []
    for (place, (text, size)) in lines.enumerated() {
      let width = FontMetrics.width(of: text, size: size, bold: bold)
      let left =
        switch alignment {
        case .left(let left): left
        case .middle(let middle):
          middle - (startingLeft.contains(place) ? widest : width) / 2
        }
      let height = size * leading
      if width > 0 {
        placed.append(
          Rectangle(
            left: left, bottom: top - height / 2 - size / 2, right: left + width,
            top: top - height / 2 + size / 2))
      }
      top -= height
    }
    self.lines = placed
    bounds = placed.dropFirst().reduce(placed.first) { $0?.union($1) }
  }

  /// Places the text of a card: lines over columns of lines, as Graphviz sets a table of them in the
  /// middle of a box.
  init(_ part: Legibility.Part, card label: NodeLabel, in box: Rectangle) {
    self.part = part
    let head = CardBlock(label.head)
    let columns = label.columns.map { CardBlock($0) }
    let height = (columns.map(\.height).max() ?? 0) + (head.lines.isEmpty ? 0 : head.height)
    // A head that is wider than the columns widens the last one.
    let width = max(head.width, columns.reduce(0) { $0 + $1.width })
    let corner = Point(x: box.center.x - width / 2, y: box.center.y + height / 2)
    var placed = head.placed(at: corner)
    var left = corner.x
    for column in columns {
      placed += column.placed(
        at: Point(x: left, y: corner.y - (head.lines.isEmpty ? 0 : head.height)))
      left += column.width
    }
    lines = placed
    bounds = placed.dropFirst().reduce(placed.first) { $0?.union($1) }
  }

  /// Whether letters of one stand on letters of the other.
  func overlaps(_ other: PlacedText) -> Bool {
    guard let bounds, let otherBounds = other.bounds, bounds.overlaps(otherBounds) else {
      return false
    }
    return lines.contains { line in other.lines.contains { line.overlaps($0) } }
  }
}

/// Lines of a card that stand under one another in one place of its table.
private struct CardBlock {
  let lines: [MarkedUpLabel.Line]

  init(_ lines: [MarkedUpLabel.Line]) { self.lines = lines }

  /// With the padding around it, in points.
  var width: Double { (lines.map(\.width).max() ?? 0) + 2 * MarkedUpLabel.cardPadding }
  var height: Double {
    lines.reduce(0) { $0 + $1.size } * leading + 2 * MarkedUpLabel.cardPadding
  }

  /// See `NodeLabel.leading`.
  private var leading: Double {
    lines.allSatisfy { $0.size == lines[0].size && $0.bold == lines[0].bold }
      ? FontMetrics.drawnLeading : 1
  }

  /// The lines that have letters, from the upper left corner of the block.
  func placed(at corner: Point) -> [Rectangle] {
    let left = corner.x + MarkedUpLabel.cardPadding
    var top = corner.y - MarkedUpLabel.cardPadding
    var placed: [Rectangle] = []
    for line in lines {
      let middle = top - line.size * leading / 2
      if !line.text.isEmpty {
        placed.append(
          Rectangle(
            left: left, bottom: middle - line.size / 2, right: left + line.width,
            top: middle + line.size / 2))
      }
      top -= line.size * leading
    }
    return placed
  }
}

extension MarkedUpLabel.Line {
  fileprivate var width: Double { FontMetrics.width(of: text, size: size, bold: bold) }
}

extension PageWriter {
  /// All text of the page: of boxes, headings, lines and what stands around the drawing.
  var placedTexts: [PlacedText] {
    var texts: [PlacedText] = []
    for (node, _) in names.nodes {
      guard let box = layout.nodes[node.id] else { continue }
      let label = NodeLabel(
        of: node, group: rung.hasGroups ? nil : names.group(of: node)?.label,
        wrapWidth: style.wrapWidth)
      guard label.columns.isEmpty else {
        texts.append(PlacedText(.box(node.id), card: label, in: box))
        continue
      }
      let first = label.name.count
      texts.append(
        PlacedText(
          .box(node.id),
          label.name.map { ($0, TypeSize.name) } + label.details.map { ($0.text, $0.size) },
          at: .middle(box.center.x), around: box.center.y, leading: label.leading,
          startingLeft: Set(
            label.details.indices.filter { label.details[$0].startsLeft }.map { first + $0 })))
    }
    for (group, _) in names.groups {
      guard let frame = headingFrames[group.id] else { continue }
      texts.append(
        PlacedText(
          .heading(group.id), GroupHeading(of: group).lines.map { ($0, TypeSize.groupHeading) },
          bold: true, at: .left(frame.left), around: frame.center.y))
    }
    for (edge, _) in names.edges {
      guard let label = EdgeLabel(of: edge), let place = labelPlaces[edge.id] else { continue }
      texts.append(
        PlacedText(
          .line(edge.id), label.lines.map { ($0, TypeSize.lineLabel) }, at: .middle(place.x),
          around: place.y))
    }
    for (index, text) in self.texts.enumerated() {
      texts.append(
        PlacedText(
          .furniture(index), text.lines.map { ($0, text.size) }, bold: text.bold,
          at: .left(text.frame.left), around: text.frame.center.y))
    }
    return texts
  }
}
