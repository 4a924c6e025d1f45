package import FingerpostDiagrams

/// Writes a diagram as DOT text for a layout.
///
/// The text depends on ids only, never on the order in which the diagram states its parts: Graphviz
/// moves a third of all nodes when statements change places. What it lays out has no cycle, because
/// it loses lines when groups, labels and cycles come together.
package struct DOTWriter {
  /// The names that stand for the parts of the diagram.
  package let names: DOTNames
  private let diagram: Diagram
  private let rung: Rung
  private let style: LayoutStyle
  private let orientation: AcyclicOrientation
  /// The levels as columns, when they are to be some.
  private let columns: LevelColumns?
  /// For each node, how many lines meet the side at which most do.
  private let linesAtSides: [Diagram.Node.ID: Int]

  /// Prepares to write a diagram in one way.
  package init(
    _ diagram: Diagram, rung: Rung = .asAsked, style: LayoutStyle = LayoutStyle.all[0]
  ) {
    self.diagram = diagram
    self.rung = rung
    self.style = style
    names = DOTNames(of: diagram)
    columns = style.levelsAreColumns && rung.hasGroups ? LevelColumns(of: diagram) : nil
    let orientation = AcyclicOrientation(of: diagram)
    self.orientation = orientation
    var leaving: [Diagram.Node.ID: Int] = [:]
    var arriving: [Diagram.Node.ID: Int] = [:]
    for edge in diagram.edges {
      let isReversed = orientation.reversed.contains(edge.id)
      leaving[isReversed ? edge.head : edge.tail, default: 0] += 1
      arriving[isReversed ? edge.tail : edge.head, default: 0] += 1
    }
    linesAtSides = leaving.merging(arriving) { max($0, $1) }
  }

  /// The whole graph.
  package var text: String {
    var lines = ["digraph \(quoted(diagram.name)) {"]
    lines += defaults
    let hasClusters = rung.hasGroups && columns == nil
    for (group, name) in names.groups where hasClusters { lines += cluster(group, named: name) }
    let loose = names.nodes.filter { !hasClusters || !names.isInGroup($0.node) }
    lines += loose.map { "  \(statement($0.node, named: $0.name))" }
    lines += names.edges.map { "  \(statement($0.edge, named: $0.name))" }
    lines += columns == nil ? levelLines : columnLines
    if diagram.edges.isEmpty, diagram.groups.isEmpty { lines += rowLines }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// The nodes alone, all in one place, for the engine `nop2` to say how large each is.
  var boxesOnly: String {
    let nodes = names.nodes.map { "  \(statement($0.node, named: $0.name, at: Point(x: 0, y: 0)))" }
    return (["digraph \(quoted(diagram.name)) {"] + defaults + nodes).joined(separator: "\n")
      + "\n}\n"
  }

  private var defaults: [String] {
    var graph = DOTAttributes()
    graph.add(.rankdir, written: diagram.direction == .leftToRight ? "LR" : "TB")
    graph.add(.nodesep, inches: style.nodeSeparation + outerLines)
    graph.add(.ranksep, inches: style.rankSeparation)
    graph.add(.fontname, Typeface.bold)
    graph.add(.fontsize, TypeSize.groupHeading)
    graph.add(.labeljust, written: "l")
    if rung.engine == .sfdp {
      graph.add(.overlap, written: "prism")
      graph.add(.splines, written: "true")
    }
    var node = DOTAttributes()
    node.add(.fontname, Typeface.regular)
    node.add(.fontsize, TypeSize.name)
    node.add(.margin, "0.1,0.05")
    node.add(.width, inches: 44)
    node.add(.height, inches: 22)
    var edge = DOTAttributes()
    edge.add(.fontname, Typeface.regular)
    edge.add(.fontsize, TypeSize.lineLabel)
    edge.add(.arrowsize, ArrowSize.standard)
    return ["  graph \(graph.text)", "  node \(node.text)", "  edge \(edge.text)"]
  }

  /// What the second outlines of two neighbours take of the room between them, which Graphviz does not
  /// count, in points.
  private var outerLines: Double {
    diagram.nodes.contains { $0.style.shape == .doubleBox } ? 8 : 0
  }

  private func cluster(_ group: Diagram.Group, named name: String) -> [String] {
    var attributes = DOTAttributes()
    attributes.add(.label, GroupHeading(of: group).lines.joined(separator: "\n"))
    attributes.add(group)
    attributes.add(.margin, GroupHeading.margin)
    var lines = ["  subgraph \(name) {", "    graph \(attributes.text)"]
    let members = names.nodes.filter { $0.node.group == group.id }
    lines += members.map { "    \(statement($0.node, named: $0.name))" }
    if members.isEmpty { lines.append("    \(names.spacer(of: name)) [shape=point, style=invis]") }
    return lines + ["  }"]
  }

  private func statement(
    _ node: Diagram.Node, named name: String, at place: Point? = nil
  ) -> String {
    var attributes = DOTAttributes()
    if let place { attributes.add(.pos, place) }
    let group = rung.hasGroups ? nil : names.group(of: node)?.label
    attributes.add(
      .label, written: NodeLabel(of: node, group: group, wrapWidth: style.wrapWidth).dot)
    attributes.add(node.style)
    if let length = sideLength(of: node) {
      attributes.add(diagram.direction == .leftToRight ? .height : .width, inches: length)
    }
    return "\(name) \(attributes.text)"
  }

  /// The least length of the side at which lines meet a node, in points, so that many lines do not
  /// run into one another; `nil` where few meet.
  private func sideLength(of node: Diagram.Node) -> Double? {
    let lines = linesAtSides[node.id, default: 0]
    return lines > 5 ? min(300, Double(lines) * 12) : nil
  }

  private func statement(_ edge: Diagram.Edge, named name: String) -> String {
    let isReversed = isReversed(edge)
    var attributes = DOTAttributes()
    attributes.add(.id, name)
    if rung.hasEdgeLabels, let label = EdgeLabel(of: edge) {
      attributes.add(.label, label.text)
    }
    attributes.add(edge.style, reversed: isReversed)
    if edge.weight != 1 { attributes.add(.weight, Double(max(0, edge.weight))) }
    if !edge.ranks { attributes.add(.constraint, written: "false") }
    let (tail, head) = (names.node[edge.tail] ?? "", names.node[edge.head] ?? "")
    let ends = isReversed ? "\(head) -> \(tail)" : "\(tail) -> \(head)"
    return "\(ends) \(attributes.text)"
  }

  /// Whether the statement of a line runs from its head to its tail.
  package func isReversed(_ edge: Diagram.Edge) -> Bool { orientation.reversed.contains(edge.id) }

  /// The nodes of each level on one rank, and unseen lines without weight that keep the ranks in
  /// the order of the levels.
  private var columnLines: [String] {
    let members = names.groups.map { group, _ in
      names.nodes.filter { $0.node.group == group.id }.map(\.name)
    }
    var lines = members.map { "  {rank=same; \($0.joined(separator: "; "))}" }
    let sources = names.nodes.filter { columns?.sources.contains($0.node.id) == true }.map(\.name)
    if !sources.isEmpty { lines.append("  {rank=source; \(sources.joined(separator: "; "))}") }
    for (here, next) in zip(members, members.dropFirst()) {
      if let tail = here.first, let head = next.first {
        lines.append("  \(tail) -> \(head) [style=invis, weight=0]")
      }
    }
    return lines
  }

  /// Unseen lines that put boxes of which no two are joined into rows about as many as columns; else
  /// they would make a tower.
  private var rowLines: [String] {
    guard rung.engine == .dot else { return [] }
    let length = Int(Double(names.nodes.count).squareRoot().rounded(.up))
    return zip(names.nodes, names.nodes.dropFirst()).enumerated().compactMap { place, pair in
      (place + 1).isMultiple(of: max(1, length))
        ? nil : "  \(pair.0.name) -> \(pair.1.name) [style=invis]"
    }
  }

  /// An unseen line from each group to those of the next level, so that levels stand beside each
  /// other in their order, also when no line reaches one of them.
  ///
  /// Graphviz ranks the inside of each group by itself and then moves the groups as wholes, and
  /// lines between groups only pull at them. So one strong line from a node in the last rank to one
  /// in the first holds all the others. Without room for that, a line without strength runs between
  /// the first ranks, and levels may overlap like stairs.
  private var levelLines: [String] {
    guard rung.engine == .dot else { return [] }
    let levels = Set(diagram.groups.compactMap(\.level)).sorted()
    let chains = names.groups.map { group, name in
      LongestChain(in: group, of: diagram, along: orientation)
        .map { (first: names.node[$0.first] ?? "", last: names.node[$0.last] ?? "") }
        ?? (names.spacer(of: name), names.spacer(of: name))
    }
    func groups(at level: Int) -> [(first: String, last: String)] {
      zip(names.groups, chains).filter { $0.0.group.level == level }.map(\.1).filter { chain in
        rung.hasGroups || !chain.first.hasPrefix(DOTNames.spacerPrefix)
      }
    }
    let weight = style.levelsOverlap ? 0 : max(10, diagram.edges.count)
    return zip(levels, levels.dropFirst()).flatMap { here, next in
      groups(at: here).flatMap { from in
        groups(at: next).map { to in
          let tail = style.levelsOverlap || !rung.hasGroups ? from.first : from.last
          return "  \(tail) -> \(to.first) [style=invis, weight=\(weight)]"
        }
      }
    }
  }
}

/// The ends of a longest chain of lines inside a group, which Graphviz puts in the first and the
/// last rank of it.
private struct LongestChain {
  let first: Diagram.Node.ID
  let last: Diagram.Node.ID

  init?(
    in group: Diagram.Group, of diagram: Diagram, along orientation: AcyclicOrientation
  ) {
    let members = Set(diagram.nodes.filter { $0.group == group.id }.map(\.id))
    let order = orientation.order.filter(members.contains)
    guard let earliest = order.first else { return nil }
    var heads: [Diagram.Node.ID: [Diagram.Node.ID]] = [:]
    for edge in diagram.edges
    where edge.ranks && edge.tail != edge.head && members.contains(edge.tail)
      && members.contains(edge.head)
    {
      let isReversed = orientation.reversed.contains(edge.id)
      heads[isReversed ? edge.head : edge.tail, default: []]
        .append(isReversed ? edge.tail : edge.head)
    }
    var depth: [Diagram.Node.ID: Int] = [:]
    var start: [Diagram.Node.ID: Diagram.Node.ID] = [:]
    var deepest = earliest
    for node in order {
      let here = depth[node, default: 0]
      if here > depth[deepest, default: 0] { deepest = node }
      for head in heads[node, default: []] where depth[head, default: 0] < here + 1 {
        depth[head] = here + 1
        start[head] = start[node] ?? node
      }
    }
    last = deepest
    first = start[deepest] ?? deepest
  }
}

/// The names in DOT text that stand for the parts of a diagram, in canonical order.
package struct DOTNames: Sendable {
  /// Nodes by id.
  package let nodes: [(node: Diagram.Node, name: String)]
  /// Lines by id.
  package let edges: [(edge: Diagram.Edge, name: String)]
  /// Groups by level, those without one last, then by id.
  package let groups: [(group: Diagram.Group, name: String)]
  /// The name of a node.
  package let node: [Diagram.Node.ID: String]
  private let groupsByID: [Diagram.Group.ID: Diagram.Group]

  init(of diagram: Diagram) {
    nodes = diagram.nodes.sorted { $0.id < $1.id }.enumerated().map { ($1, "n\($0)") }
    edges = diagram.edges.sorted { $0.id < $1.id }.enumerated().map { ($1, "e\($0)") }
    groups = diagram.groups.sorted { a, b in
      let (levelOfA, levelOfB) = (a.level ?? Int.max, b.level ?? Int.max)
      return levelOfA == levelOfB ? a.id < b.id : levelOfA < levelOfB
    }.enumerated().map { ($1, "cluster_\($0)") }
    node = Dictionary(nodes.map { ($0.node.id, $0.name) }, uniquingKeysWith: { a, _ in a })
    groupsByID = Dictionary(diagram.groups.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// Names for a graph of one node that stands for itself.
  init(probe name: String) {
    nodes = [(Diagram.Node(id: name, label: [], title: ""), name)]
    edges = []
    groups = []
    node = [name: name]
    groupsByID = [:]
  }

  func group(of node: Diagram.Node) -> Diagram.Group? { node.group.flatMap { groupsByID[$0] } }
  func isInGroup(_ node: Diagram.Node) -> Bool { group(of: node) != nil }
  /// The unseen node that keeps an empty group's box open.
  func spacer(of cluster: String) -> String { "\(Self.spacerPrefix)\(cluster)" }
  static let spacerPrefix = "spacer_"
}

/// The sizes of arrow heads.
enum ArrowSize {
  static let standard = 0.75
}

/// The heading of a group, broken into lines.
package struct GroupHeading {
  /// Between the box and what stands in it, in points.
  static let margin = 9.0
  package let lines: [String]

  /// Wraps the heading of a group.
  package init(of group: Diagram.Group) {
    lines = TextWrapping(width: 170, size: TypeSize.groupHeading, bold: true).lines(of: group.label)
  }
}

/// The text on a line, broken into lines; `nil` when there is none to see.
package struct EdgeLabel {
  let lines: [String]

  /// Wraps the text on a line.
  package init?(of edge: Diagram.Edge) {
    lines = edge.label.map { TextWrapping(width: 90, size: TypeSize.lineLabel).lines(of: $0) } ?? []
    if lines.isEmpty { return nil }
  }

  /// The lines with a space before and after, so that they do not touch the line they stand beside.
  package var text: String { lines.map { " \($0) " }.joined(separator: "\n") }
}
