import FingerpostDiagrams

/// Levels as columns side by side, each in a band as high as the drawing.
///
/// Graphviz keeps lines out of the boxes of groups, so that lines which skip a column bow out around
/// it, half a page or more. Here it only ranks the nodes, lines pass between them, and the bands are
/// drawn behind.
struct LevelColumns {
  private let groups: [Diagram.Group]
  private let members: [Diagram.Group.ID: [Diagram.Node.ID]]
  /// The nodes outside the columns; lines only leave them, so that they stand before the first.
  let sources: Set<Diagram.Node.ID>

  /// Looks whether the levels of a diagram can be columns; `nil` when they cannot.
  init?(of diagram: Diagram) {
    groups = diagram.groups.filter { $0.level != nil }
    guard diagram.direction == .leftToRight, Set(groups.compactMap(\.level)).count == groups.count,
      groups.count > 1, groups.count == diagram.groups.count, diagram.nodes.count <= 60
    else { return nil }
    var members: [Diagram.Group.ID: [Diagram.Node.ID]] = [:]
    var loose: Set<Diagram.Node.ID> = []
    for node in diagram.nodes {
      if let group = node.group {
        members[group, default: []].append(node.id)
      } else {
        loose.insert(node.id)
      }
    }
    guard members.count == groups.count, loose.count <= 3,
      !diagram.edges.contains(where: { loose.contains($0.head) })
    else { return nil }
    self.members = members
    sources = loose
  }

  /// Whether a line between two boxes of one column carries text.
  func hasTextOnLines(within diagram: Diagram) -> Bool {
    let columnOf = Dictionary(
      members.flatMap { group, nodes in nodes.map { ($0, group) } }, uniquingKeysWith: { a, _ in a }
    )
    return diagram.edges.contains { edge in
      EdgeLabel(of: edge) != nil && columnOf[edge.tail] != nil
        && columnOf[edge.tail] == columnOf[edge.head]
    }
  }

  /// Adds the bands to a layout; `nil` when something that does not belong there stands in one.
  func added(to layout: Layout) -> Layout? {
    let boxes = groups.flatMap { members[$0.id, default: []] }.compactMap { layout.nodes[$0] }
    guard let first = boxes.first else { return nil }
    let extent = boxes.dropFirst().reduce(first) { $0.union($1) }
    let headings = groups.map { GroupHeading(of: $0).lines.count }.max() ?? 0
    let heading = Double(headings) * TypeSize.groupHeading * FontMetrics.leading
    let top = extent.top + GroupHeading.margin * 2 + heading
    var result = layout
    for group in groups {
      let inside = members[group.id, default: []].compactMap { layout.nodes[$0] }
      guard let one = inside.first else { return nil }
      let box = inside.dropFirst().reduce(one) { $0.union($1) }.grown(by: GroupHeading.margin * 1.5)
      let band = Rectangle(
        left: box.left, bottom: extent.bottom - GroupHeading.margin, right: box.right, top: top)
      let strangers = layout.nodes.filter { !members[group.id, default: []].contains($0.key) }
      guard !strangers.values.contains(where: { band.overlaps($0) }) else { return nil }
      result.groups[group.id] = band
      result.headings[group.id] = Point(
        x: band.center.x, y: top - GroupHeading.margin / 2 - heading / 2)
      result.bounds = result.bounds.union(band)
    }
    return result
  }
}
