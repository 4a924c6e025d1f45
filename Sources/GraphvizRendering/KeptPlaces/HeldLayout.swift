import FingerpostDiagrams

/// Puts a diagram into places that an earlier picture of it had.
///
/// What is in both keeps its place, or moves aside without changing its order with anything else that
/// is in both. A new box takes a free place in its group near the boxes it is joined to; where there is
/// none, a place is opened. A line that is in both stays, unless a box has come to stand in its way;
/// new ones are led past the boxes.
struct HeldLayout {
  /// Everything in its place.
  let layout: Layout
  /// How many boxes the earlier picture did not have.
  let newBoxes: Int
  /// Whether anything but what is gone differs from the earlier picture.
  let isChanged: Bool

  /// Places a diagram.
  ///
  /// - Parameters:
  ///   - diagram: What is to be drawn.
  ///   - places: Where its parts were.
  ///   - sizes: How large each box of the diagram is.
  init(_ diagram: Diagram, in places: KeptPlaces, sizes: [Diagram.Node.ID: NodeSize]) {
    let isTurned = places.direction == .topToBottom
    var placement = Placement(
      diagram, kept: isTurned ? places.layout.turnedOver : places.layout,
      sizes: isTurned ? sizes.mapValues(\.turnedOver) : sizes, style: places.style)
    placement.run()
    var held = isTurned ? placement.layout.turnedOver : placement.layout
    if places.style.levelsAreColumns, let bands = LevelColumns(of: diagram)?.added(to: held) {
      held = bands
    }
    held = held.withBoundsAroundAll
    // Where nothing is new, the sheet stays as large as it was.
    if !placement.isChanged { held.bounds = places.layout.bounds }
    layout = held.withLinesTurned(in: diagram)
    newBoxes = placement.newBoxes
    isChanged = placement.isChanged
  }
}

/// Works from left to right; drawings that read down are turned over before and after.
private struct Placement {
  private let diagram: Diagram
  private let sizes: [Diagram.Node.ID: NodeSize]
  private let style: LayoutStyle
  private let neighbours: [Diagram.Node.ID: (before: [Diagram.Node.ID], after: [Diagram.Node.ID])]
  private(set) var layout: Layout
  private(set) var newBoxes = 0
  private(set) var isChanged = false

  /// Between a box and the edge of its group, in points.
  private static let margin = GroupHeading.margin
  /// What it costs to stand where a line runs, as points of distance.
  private static let lineCost = 150.0
  /// What it costs to stand on the wrong side of a neighbour.
  private static let orderCost = 200.0

  init(
    _ diagram: Diagram, kept: Layout, sizes: [Diagram.Node.ID: NodeSize], style: LayoutStyle
  ) {
    self.diagram = diagram
    self.sizes = sizes
    self.style = style
    let nodes = Set(diagram.nodes.map(\.id))
    let groups = Set(diagram.groups.map(\.id))
    let groupOf = Dictionary(
      diagram.nodes.map { ($0.id, $0.group) }, uniquingKeysWith: { a, _ in a })
    var neighbours: [Diagram.Node.ID: (before: [Diagram.Node.ID], after: [Diagram.Node.ID])] = [:]
    for edge in diagram.edges.sorted(by: { $0.id < $1.id }) where edge.tail != edge.head {
      neighbours[edge.head, default: ([], [])].before.append(edge.tail)
      neighbours[edge.tail, default: ([], [])].after.append(edge.head)
    }
    self.neighbours = neighbours

    layout = Layout(
      nodes: kept.nodes.filter { id, box in
        guard nodes.contains(id) else { return false }
        // What has gone to another group stands no longer in its place.
        guard let group = groupOf[id] ?? nil else {
          return !kept.groups.contains { groups.contains($0.key) && $0.value.contains(box.center) }
        }
        return kept.groups[group]?.contains(box.center) ?? false
      }, groups: kept.groups.filter { groups.contains($0.key) })
    layout.headings = kept.headings.filter { groups.contains($0.key) }
    for edge in diagram.edges where layout.nodes[edge.tail] != nil && layout.nodes[edge.head] != nil
    {
      layout.edges[edge.id] = kept.edges[edge.id]
      layout.edgeLabels[edge.id] = kept.edgeLabels[edge.id]
    }
    // A line under the same id between other boxes, or with other arrows, is another line.
    for edge in diagram.edges {
      guard let curve = layout.edges[edge.id], let tail = layout.nodes[edge.tail],
        let head = layout.nodes[edge.head]
      else { continue }
      let start = curve.startTip ?? curve.points[0]
      let end = curve.endTip ?? curve.points[curve.points.count - 1]
      let hasOtherArrows =
        (curve.startTip == nil) != (edge.style.tail == .none)
        || (curve.endTip == nil) != (edge.style.head == .none)
      if hasOtherArrows || !tail.grown(by: 12).contains(start)
        || !head.grown(by: 12).contains(end)
      {
        layout.edges[edge.id] = nil
        layout.edgeLabels[edge.id] = nil
      }
    }
  }

  mutating func run() {
    for node in diagram.nodes.sorted(by: { $0.id < $1.id }) {
      guard let box = layout.nodes[node.id], let size = sizes[node.id],
        abs(size.width - box.width) > 0.1 || abs(size.height - box.height) > 0.1
      else { continue }
      layout.resize(node.id, to: size, in: diagram)
      isChanged = true
    }
    let isNew = diagram.nodes.filter { layout.nodes[$0.id] == nil }
    newBoxes = isNew.count
    for group in diagram.groups.sorted(by: Self.comesFirst) where layout.groups[group.id] == nil {
      add(group)
    }
    // Those that are joined to most of what stands already come first, so that each finds its own.
    var waiting = isNew.sorted { $0.id < $1.id }
    while !waiting.isEmpty {
      let joined = waiting.map { placedNeighbours(of: $0.id).count }
      let next = joined.firstIndex(of: joined.max() ?? 0) ?? 0
      place(waiting.remove(at: next))
    }
    lead()
  }

  private func placedNeighbours(of node: Diagram.Node.ID) -> [Rectangle] {
    let (before, after) = neighbours[node] ?? ([], [])
    return (before + after).compactMap { layout.nodes[$0] }
  }

  private static func comesFirst(_ a: Diagram.Group, _ b: Diagram.Group) -> Bool {
    (a.level ?? .max, a.id) < (b.level ?? .max, b.id)
  }

  // MARK: - Boxes

  private mutating func place(_ node: Diagram.Node) {
    guard let size = sizes[node.id] else { return }
    isChanged = true
    if let group = node.group, layout.groups[group] != nil {
      place(node.id, size, in: group)
    } else {
      layout.nodes[node.id] = loosePlace(for: node.id, size)
    }
  }

  /// Puts a new box into a group that has its place.
  private mutating func place(_ id: Diagram.Node.ID, _ size: NodeSize, in group: Diagram.Group.ID) {
    guard let area = layout.groups[group] else { return }
    let members = Set(diagram.nodes.filter { $0.group == group }.map(\.id))
    let columns = columns(of: members, in: area)
    let around = placedNeighbours(of: id)
    let middle =
      around.isEmpty
      ? area.bottom : around.reduce(0) { $0 + $1.center.y } / Double(around.count)
    let paths = layout.edges.sorted { $0.key < $1.key }.map { LinePath($0.value) }

    var best: (cost: Double, column: Column, slot: Slot)?
    for column in columns {
      let order = orderCost(of: id, at: column.x, members)
      for slot in slots(for: size, in: column, of: area, near: middle) {
        let frame = Rectangle(
          center: Point(x: column.x, y: slot.y), width: size.width, height: size.height)
        let crossed =
          slot.opens > 0 ? 0 : paths.count { $0.runsThrough(frame.grown(by: 2)) }
        let cost =
          abs(slot.y - middle) + Self.lineCost * Double(crossed) + order
          + (slot.opens > 0 ? 60 + slot.opens : 0)
        if best.map({ cost < $0.cost - 0.001 }) ?? true { best = (cost, column, slot) }
      }
    }
    guard let best else { return }
    let extra = size.width / 2 - best.column.halfWidth
    if extra > 0 {
      layout.open(.x, at: best.column.x, back: extra, on: extra, in: diagram)
    }
    if best.slot.opens > 0 {
      layout.open(.y, at: best.slot.cut, back: best.slot.opens, in: diagram)
    }
    layout.nodes[id] = Rectangle(
      center: Point(x: best.column.x, y: best.slot.y), width: size.width, height: size.height)
  }

  /// Boxes of a group that stand above one another.
  private struct Column {
    var x: Double
    var halfWidth: Double
  }

  private func columns(of members: Set<Diagram.Node.ID>, in area: Rectangle) -> [Column] {
    var columns: [Column] = []
    let boxes = layout.nodes.filter { members.contains($0.key) }.values
      .sorted { ($0.center.x, $0.center.y) < ($1.center.x, $1.center.y) }
    for box in boxes {
      if let last = columns.indices.last, box.center.x - columns[last].x < 4 {
        columns[last].halfWidth = max(columns[last].halfWidth, box.width / 2)
      } else {
        columns.append(Column(x: box.center.x, halfWidth: box.width / 2))
      }
    }
    return columns.isEmpty
      ? [Column(x: area.center.x, halfWidth: max(1, area.width / 2 - Self.margin))] : columns
  }

  private func orderCost(
    of id: Diagram.Node.ID, at x: Double, _ members: Set<Diagram.Node.ID>
  ) -> Double {
    let (before, after) = neighbours[id] ?? ([], [])
    func count(_ ids: [Diagram.Node.ID], _ isWrong: (Double) -> Bool) -> Int {
      ids.count { members.contains($0) && layout.nodes[$0].map { isWrong($0.center.x) } ?? false }
    }
    return Self.orderCost * Double(count(before) { $0 >= x - 1 } + count(after) { $0 <= x + 1 })
  }

  /// A place in a column.
  private struct Slot {
    /// The middle of the box, once the place has been opened.
    var y: Double
    /// How much has to be opened; 0 for a free place.
    var opens = 0.0
    /// What is below this moves down.
    var cut = 0.0
  }

  /// The free places for a box in a column of a group, and those that can be opened.
  private func slots(
    for size: NodeSize, in column: Column, of area: Rectangle, near middle: Double
  ) -> [Slot] {
    let gap = style.nodeSeparation
    let half = max(size.width / 2, column.halfWidth) + gap / 2
    let strip = Rectangle(
      left: column.x - half, bottom: area.bottom, right: column.x + half, top: area.top)
    var taken = layout.nodes.values.filter { $0.overlaps(strip) }
    taken += headings.filter { $0.overlaps(strip) }
    taken.sort { ($0.center.y, $0.top) > ($1.center.y, $1.top) }
    var slots: [Slot] = []
    var ceiling = area.top - Self.margin + gap
    for index in 0...taken.count {
      let isLast = index == taken.count
      let floor = isLast ? area.bottom + Self.margin - gap : taken[index].top
      let (highest, lowest) = (
        ceiling - gap - size.height / 2, floor + gap + size.height / 2
      )
      if highest >= lowest {
        slots += stride(from: lowest, through: highest, by: 6).map { Slot(y: $0) }
        slots.append(Slot(y: min(max(middle, lowest), highest)))
      } else if index > 0 || taken.isEmpty {
        slots.append(
          Slot(y: highest, opens: lowest - highest, cut: taken.isEmpty ? area.center.y : ceiling))
      } else {
        // Above the first box there is room only if that moves.
        let first = taken[0].top
        slots.append(
          Slot(y: first - size.height / 2, opens: size.height + gap, cut: first))
      }
      if !isLast { ceiling = min(ceiling, taken[index].bottom) }
    }
    return slots
  }

  /// Where the headings of groups stand.
  private var headings: [Rectangle] {
    diagram.groups.sorted { $0.id < $1.id }.compactMap { group in
      guard let place = layout.headings[group.id] else { return nil }
      let lines = GroupHeading(of: group).lines
      let width =
        lines.map { FontMetrics.width(of: $0, size: TypeSize.groupHeading, bold: true) }.max() ?? 0
      let size = NodeSize(
        width: width, height: Double(lines.count) * TypeSize.groupHeading * FontMetrics.leading)
      let turned = diagram.direction == .topToBottom ? size.turnedOver : size
      return Rectangle(center: place, width: turned.width, height: turned.height)
    }
  }

  /// A free place for a box outside all groups, near the boxes it is joined to.
  private func loosePlace(for id: Diagram.Node.ID, _ size: NodeSize) -> Rectangle {
    let all = layout.withBoundsAroundAll.bounds
    let around = placedNeighbours(of: id)
    let middle =
      around.isEmpty
      ? all.bottom : around.reduce(0) { $0 + $1.center.y } / Double(around.count)
    let groupOf = Dictionary(
      diagram.nodes.map { ($0.id, $0.group) }, uniquingKeysWith: { a, _ in a })
    let loose = layout.nodes.filter { (groupOf[$0.key] ?? nil) == nil }.values
      .sorted { ($0.center.x, $0.center.y) < ($1.center.x, $1.center.y) }
    let (before, after) = neighbours[id] ?? ([], [])
    let gap = style.nodeSeparation
    let outside =
      before.isEmpty && !after.isEmpty
      ? all.left - style.rankSeparation - size.width / 2
      : all.right + style.rankSeparation + size.width / 2
    let taken = (Array(layout.nodes.values) + layout.groups.values).map { $0.grown(by: gap) }
    let paths = layout.edges.sorted { $0.key < $1.key }.map { LinePath($0.value) }
    var best: (cost: Double, frame: Rectangle)?
    for x in loose.map(\.center.x) + [outside] {
      let wrong =
        before.count { layout.nodes[$0].map { $0.center.x >= x } ?? false }
        + after.count { layout.nodes[$0].map { $0.center.x <= x } ?? false }
      for y in stride(from: all.bottom - size.height, through: all.top + size.height, by: 6) {
        let frame = Rectangle(
          center: Point(x: x, y: y), width: size.width, height: size.height)
        guard !taken.contains(where: { $0.overlaps(frame) }) else { continue }
        let crossed = paths.count { $0.runsThrough(frame.grown(by: 2)) }
        let cost =
          abs(y - middle) + Self.lineCost * Double(crossed) + Self.orderCost * Double(wrong)
        if best.map({ cost < $0.cost - 0.001 }) ?? true { best = (cost, frame) }
      }
    }
    return best?.frame
      ?? Rectangle(
        center: Point(x: all.left + size.width / 2, y: all.bottom - gap - size.height / 2),
        width: size.width, height: size.height)
  }

  // MARK: - Groups

  /// Makes room for a new group, beside that of the level before it.
  private mutating func add(_ group: Diagram.Group) {
    isChanged = true
    let heading = GroupHeading(of: group).lines
    let members = diagram.nodes.filter { $0.group == group.id }.compactMap { sizes[$0.id] }
    let headingSize = NodeSize(
      width: (heading.map { FontMetrics.width(of: $0, size: TypeSize.groupHeading, bold: true) }
        .max() ?? 0) + 4,
      height: Double(heading.count) * TypeSize.groupHeading * FontMetrics.leading)
    let isTurned = diagram.direction == .topToBottom
    let room = isTurned ? headingSize.turnedOver : headingSize
    // The heading stands above the boxes, in a drawing that is turned over before them.
    let width =
      max(members.map(\.width).max() ?? 44, isTurned ? 0 : room.width) + 2 * Self.margin
      + (isTurned ? room.width : 0)
    let height =
      max(
        members.reduce(0) { $0 + $1.height + style.nodeSeparation } + (isTurned ? 0 : room.height),
        isTurned ? room.height : 0) + 2 * Self.margin
    let all = layout.withBoundsAroundAll.bounds
    let before = diagram.groups.filter {
      layout.groups[$0.id] != nil && ($0.level ?? .max) <= (group.level ?? .max)
    }.compactMap { layout.groups[$0.id] }
    let gap = style.rankSeparation
    var left = all.right + gap
    if layout.groups.isEmpty || before.isEmpty, group.level != nil, !layout.groups.isEmpty {
      left = all.left - gap - width
    } else if let edge = before.map(\.right).max(), edge < all.right {
      let isClear = !layout.groups.values.contains { $0.left < edge && $0.right > edge + 0.01 }
      let boxes = layout.nodes.values.contains { $0.left < edge && $0.right > edge + 0.01 }
      if isClear, !boxes {
        layout.open(.x, at: edge + 0.005, on: width + gap, in: diagram)
        left = edge + gap / 2
      }
    }
    let top = layout.groups.values.map(\.top).max() ?? all.top
    let box = Rectangle(left: left, bottom: top - height, right: left + width, top: top)
    layout.groups[group.id] = box
    layout.headings[group.id] =
      isTurned
      ? Point(
        x: box.left + Self.margin / 2 + room.width / 2, y: box.top - room.height / 2 - Self.margin)
      : Point(
        x: box.left + Self.margin + room.width / 2, y: box.top - Self.margin / 2 - room.height / 2)
  }

  // MARK: - Lines

  /// Leads new lines, and those in whose way a box has come to stand.
  private mutating func lead() {
    let boxes = diagram.nodes.sorted { $0.id < $1.id }.compactMap { node in
      layout.nodes[node.id].map { (node.id, $0.grown(by: -2)) }
    }
    for edge in diagram.edges {
      guard let path = layout.edges[edge.id].map({ LinePath($0) }) else { continue }
      if boxes.contains(where: { id, box in
        id != edge.tail && id != edge.head && path.runsThrough(box)
      }) {
        layout.edges[edge.id] = nil
        layout.edgeLabels[edge.id] = nil
      }
    }
    let missing = diagram.edges.filter { layout.edges[$0.id] == nil }.sorted { $0.id < $1.id }
    var routing = LineRouting(layout)
    for edge in missing {
      isChanged = true
      layout.edges[edge.id] = routing.curve(for: edge)
    }
    for edge in diagram.edges where EdgeLabel(of: edge) != nil && layout.edgeLabels[edge.id] == nil
    {
      guard let points = layout.edges[edge.id]?.points else { continue }
      layout.edgeLabels[edge.id] = points[points.count / 2]
    }
  }
}
