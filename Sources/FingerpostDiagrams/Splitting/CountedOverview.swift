import FingerpostModel

/// Groups of boxes as one box each, with one counted line between any two that lines join.
struct CountedOverview {
  private let partition: Partition
  private let groups: [PageClump]
  private let arePages: Bool
  private let whole: Diagram
  /// The group of each part.
  private let groupOf: [Int]
  /// Boxes without facets that lines only leave, such as families; they stand beside the groups.
  private let beginnings: [Int]
  private var within: [[Diagram.Edge]]
  private var between: [Ends: [Crossing]] = [:]

  /// A line between two ends.
  private struct Crossing {
    var edge: Diagram.Edge
    /// Whether it leaves the first of the two.
    var startsFirst: Bool

    var there: Int { startsFirst ? edge.carries.along : edge.carries.back }
    var back: Int { startsFirst ? edge.carries.back : edge.carries.along }
  }

  /// Two ends that lines join: groups by their index, and beginnings after them.
  private struct Ends: Hashable, Comparable {
    var first: Int
    var second: Int

    static func < (a: Ends, b: Ends) -> Bool { (a.first, a.second) < (b.first, b.second) }
  }

  /// Sorts the lines of a diagram by the groups that they join.
  ///
  /// - Parameters:
  ///   - partition: The diagram and its parts.
  ///   - homes: The parts in which each of its boxes stands.
  ///   - places: Where each of its lines runs.
  ///   - groups: The parts that make up each group; every part is in one.
  ///   - arePages: Whether each part has a page of its own, whose number its group names.
  init(
    _ partition: Partition, homes: [[Int]], places: [Partition.Place], groups: [PageClump],
    arePages: Bool
  ) {
    self.partition = partition
    self.groups = groups
    self.arePages = arePages
    whole = partition.diagram
    var groupOf = Array(repeating: 0, count: partition.parts.count)
    for (index, group) in groups.enumerated() { for part in group.pages { groupOf[part] = index } }
    self.groupOf = groupOf

    let entered = Set(
      whole.edges.flatMap {
        ($0.carries.back > 0 ? [$0.tail] : []) + ($0.carries.along > 0 ? [$0.head] : [])
      })
    let beginnings = partition.nodes.indices.filter { index in
      Set(homes[index].map { groupOf[$0] }).count > 1
        && !entered.contains(partition.nodes[index].id)
    }
    self.beginnings = beginnings
    let place = Dictionary(
      beginnings.enumerated().map { (partition.nodes[$1].id, groups.count + $0) },
      uniquingKeysWith: { a, _ in a })
    within = Array(repeating: [], count: groups.count)
    for (edge, course) in zip(partition.edges, places) {
      var (tail, head) =
        switch course {
        case .inside(let part): (groupOf[part], groupOf[part])
        case .between(let tail, let head): (groupOf[tail], groupOf[head])
        }
      tail = place[edge.tail] ?? tail
      head = place[edge.head] ?? head
      if tail == head, tail < groups.count {
        within[tail].append(edge)
      } else {
        between[Ends(first: min(tail, head), second: max(tail, head)), default: []]
          .append(Crossing(edge: edge, startsFirst: tail < head))
      }
    }
  }

  /// The overview with what it stands for.
  var page: PageSet.Page {
    var page = PageSet.Page(diagram: whole)
    var diagram = whole
    diagram.groups = []
    diagram.nodes = groups.indices.map { box(of: $0) } + beginnings.map { partition.nodes[$0] }
    let ids = diagram.nodes.map(\.id)
    page.standIns = Set(ids.prefix(groups.count))
    for (index, edges) in within.enumerated() where !edges.isEmpty {
      page.within[ids[index]] = edges.map(\.id)
    }
    let most = between.values.map { $0.reduce(0) { $0 + $1.there + $1.back } }.max() ?? 1
    diagram.edges = []
    let ranking = ranking
    for ends in between.keys.sorted() {
      let crossings = between[ends, default: []]
      let line = line(
        for: crossings, between: ends, of: diagram.nodes, most: most, ranking: ranking)
      diagram.edges.append(line)
      page.standsFor[line.id] = crossings.map(\.edge.id)
    }
    let total = whole.edges.reduce(0) { $0 + $1.carries.total }
    let boxes = partition.parts.reduce(0) { $0 + count(of: $1) }
    let counts = [
      "boxes": words(whole.boxesNoun, boxes), "lines": words(whole.linesNoun, total),
      "groups": words(.groupsCounted, groups.count), "whole": whole.summary,
    ]
    diagram.subtitle =
      arePages
      ? words(.overviewOnPages, partition.parts.count, counts)
      : words(.overviewInGroups, counts)
    diagram.summary = words(
      arePages ? .overviewOfPagesSummary : .overviewOfGroupsSummary, counts)
    diagram.notes =
      (index.map { [$0] } ?? []) + whole.notes.filter { !whole.lineNotes.contains($0) }
    diagram.lineNotes = []
    diagram.legend = legend(for: diagram)
    page.diagram = diagram
    return page
  }

  /// Every page, where the boxes name several at a time.
  private var index: String? {
    let isTold = groups.allSatisfy {
      $0.pages.count == 1 && $0.name == partition.names[$0.pages[0]]
    }
    guard arePages, !isTold else { return nil }
    return words(
      .pagesList,
      ["list": partition.names.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: " · ")])
  }

  private var words: Words { whole.words }

  private func count(of part: Partition.Part) -> Int {
    let faceted = part.members.count { !partition.nodes[$0].facets.isEmpty }
    return faceted == 0 ? part.members.count : faceted
  }

  // MARK: - Boxes

  private func box(of index: Int) -> Diagram.Node {
    let group = groups[index]
    let parts = group.pages.map { partition.parts[$0] }
    let lines = within[index].reduce(0) { $0 + $1.carries.total }
    let details = [
      arePages ? group.address : nil,
      words(whole.boxesNoun, parts.reduce(0) { $0 + count(of: $1) }),
      lines == 0 ? nil : words(.within, ["lines": words(whole.linesNoun, lines)]),
      makeUp(of: parts),
    ].compactMap(\.self)
    return Diagram.Node(
      id: unused(arePages ? group.address : group.name, among: whole.nodes.map(\.id)),
      label: [group.name] + details, style: boxStyle,
      title: ([group.name] + details).joined(separator: "; "),
      link: arePages ? whole.pageNaming.link(to: group.pages[0], of: whole.name) : nil)
  }

  /// How many boxes of each level there are, where they differ in it; else `nil`.
  private func makeUp(of parts: [Partition.Part]) -> String? {
    let values = parts.flatMap(\.members).compactMap { partition.nodes[$0].facets[.level] }
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    guard counts.count > 1 else { return nil }
    return counts.sorted { ($0.key.place, $0.key.id) < ($1.key.place, $1.key.id) }
      .map { "\($1) \($0.name)" }.joined(separator: ", ")
  }

  private var boxStyle: Diagram.NodeStyle {
    let group = whole.groups.first
    return Diagram.NodeStyle(
      shape: arePages ? .note : .roundedBox, fill: group?.fill ?? whole.paper.background,
      outline: whole.paper.text, width: 1.2, text: whole.paper.text)
  }

  // MARK: - Lines

  private func line(
    for crossings: [Crossing], between ends: Ends, of nodes: [Diagram.Node], most: Int,
    ranking: Set<Ends>
  ) -> Diagram.Edge {
    var there = crossings.reduce(0) { $0 + $1.there }
    var back = crossings.reduce(0) { $0 + $1.back }
    var (tail, head) = (ends.first, ends.second)
    if there == 0 {
      (tail, head) = (head, tail)
      (there, back) = (back, there)
    }
    let (from, to) = (name(of: tail, nodes), name(of: head, nodes))
    let values = [
      "lines": words(whole.linesNoun, there), "from": from, "to": to, "back": String(back),
    ]
    let title = words(back > 0 ? .linesThereAndBack : .linesThere, values)
    return Diagram.Edge(
      id: "\(nodes[tail].id) to \(nodes[head].id)", tail: nodes[tail].id, head: nodes[head].id,
      style: style(there: there, back: back, most: most),
      label: ranking.contains(ends) ? "\(there + back)" : nil,
      title: title, ranks: ranking.contains(ends),
      carries: Diagram.Carried(along: there, back: back))
  }

  /// With more lines than this, only the strongest have room for their number.
  private static let mostLabels = 24
  private var hasAllLabels: Bool { between.count <= Self.mostLabels }

  /// The lines that say what stands before what, and that carry their number.
  ///
  /// A line with text between two boxes side by side makes Graphviz 2.42 free memory twice, so no
  /// other line may have text.
  private var ranking: Set<Ends> { hasAllLabels ? Set(between.keys) : strongest }

  private func name(of end: Int, _ nodes: [Diagram.Node]) -> String {
    end < groups.count ? groups[end].name : nodes[end].label.first ?? nodes[end].id
  }

  /// The strongest lines that join everything without a circle (Kruskal); only they say what stands
  /// before what, since nearly every two groups of a system are joined somehow, and each would
  /// otherwise take a column of its own.
  private var strongest: Set<Ends> {
    let counts = between.mapValues { $0.reduce(0) { $0 + $1.there + $1.back } }
    var roots = Array(0..<(groups.count + beginnings.count))
    func root(of end: Int) -> Int {
      var end = end
      while roots[end] != end { end = roots[end] }
      return end
    }
    var strongest: Set<Ends> = []
    let order = between.keys.sorted { a, b in
      (counts[b, default: 0], a) < (counts[a, default: 0], b)
    }
    for ends in order {
      let (a, b) = (root(of: ends.first), root(of: ends.second))
      guard a != b else { continue }
      roots[a] = b
      strongest.insert(ends)
    }
    return strongest
  }

  private func style(there: Int, back: Int, most: Int) -> Diagram.EdgeStyle {
    let share = Double(there + back) / Double(max(1, most))
    return Diagram.EdgeStyle(
      color: whole.paper.quietText, width: 0.8 + 4.2 * share,
      head: there > 0 ? .filled : .none, tail: back > 0 ? .filled : .none)
  }

  private func legend(for diagram: Diagram) -> [Diagram.LegendEntry] {
    let box = Diagram.LegendEntry(
      .node(boxStyle),
      arePages
        ? words(.partOnPage) : words(.groupOfBoxes))
    guard !diagram.edges.isEmpty else { return [box] }
    return [
      box,
      Diagram.LegendEntry(
        .edge(style(there: 1, back: 0, most: 3)),
        words(hasAllLabels ? .countedLines : .countedStrongest)),
    ]
  }
}

extension CountedOverview {
  /// One group for each value of a facet.
  init(of diagram: Diagram, by facet: Diagram.Facet) {
    var partition = Partition(of: diagram)
    partition.group(by: facet)
    let homes = partition.homes
    self.init(
      partition, homes: homes, places: partition.places(with: homes),
      groups: partition.names.enumerated().map {
        PageClump(pages: [$0], name: $1, words: partition.words)
      },
      arePages: false)
  }
}
