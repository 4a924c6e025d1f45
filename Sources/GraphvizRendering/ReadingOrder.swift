import FingerpostDiagrams

/// The order in which people read the boxes of a laid-out diagram: along the way it reads, level by
/// level, and within a group from top to bottom.
///
/// People who use a keyboard come to the links of a picture in this order.
struct ReadingOrder {
  /// Boxes that are read together: those of a group, or one that stands in none.
  struct Passage {
    let group: Diagram.Group.ID?
    let nodes: [Diagram.Node.ID]
  }

  let passages: [Passage]

  /// Orders the boxes of a diagram by where they stand; without groups, each stands for itself.
  ///
  /// - Complexity: O(*n* log *n*) for *n* boxes and groups.
  init(of diagram: Diagram, layout: Layout, hasGroups: Bool) {
    let groups = hasGroups ? diagram.groups : []
    let known = Set(groups.map(\.id))
    let members = Dictionary(grouping: diagram.nodes) { node in
      node.group.flatMap { known.contains($0) ? $0 : nil }
    }
    func along(_ box: Rectangle?) -> Place {
      let center = box?.center ?? Point(x: 0, y: 0)
      return diagram.direction == .leftToRight
        ? Place(center.x, -center.y) : Place(-center.y, center.x)
    }
    func downwards(_ id: Diagram.Node.ID) -> Place {
      let center = layout.nodes[id]?.center ?? Point(x: 0, y: 0)
      return Place(-center.y, center.x)
    }

    var placed: [(place: Place, id: String, passage: Passage)] = []
    for node in members[nil] ?? [] {
      placed.append(
        (along(layout.nodes[node.id]), node.id, Passage(group: nil, nodes: [node.id])))
    }
    // Levels are read in their order wherever their boxes stand.
    let levels = groups.filter { $0.level != nil }
      .sorted { ($0.level ?? 0, $0.id) < ($1.level ?? 0, $1.id) }
    let places = levels.map { along(layout.groups[$0.id]) }.sorted()
    let others = groups.filter { $0.level == nil }
    let placedGroups =
      Array(zip(levels, places)) + others.map { ($0, along(layout.groups[$0.id])) }
    for (group, place) in placedGroups {
      let nodes = (members[group.id] ?? []).map(\.id)
        .sorted { (downwards($0), $0) < (downwards($1), $1) }
      placed.append((place, group.id, Passage(group: group.id, nodes: nodes)))
    }
    passages = placed.sorted { ($0.place, $0.id) < ($1.place, $1.id) }.map(\.passage)
  }

  /// A place in whole points, first along one axis and then along the other.
  private struct Place: Comparable {
    let first: Double
    let second: Double

    init(_ first: Double, _ second: Double) {
      self.first = first.rounded()
      self.second = second.rounded()
    }

    static func < (a: Place, b: Place) -> Bool { (a.first, a.second) < (b.first, b.second) }
  }
}
