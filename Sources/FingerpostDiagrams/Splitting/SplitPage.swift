import FingerpostModel

/// One page of a diagram that was split: its boxes, the lines among them, and a counted stub for each
/// page to which lines leave.
struct SplitPage {
  private let number: Int
  private let partition: Partition
  private let homes: [[Int]]
  private let names: [String]
  private let whole: Diagram
  private var inside: [Diagram.Edge] = []
  private var leaving: [Leaving] = []
  private let stubs: [PageClump]

  /// A line with one end on the page.
  private struct Leaving {
    var edge: Diagram.Edge
    /// Whether its tail is on the page.
    var isOut: Bool
    /// The page of its other end.
    var page: Int

    /// The box on the page.
    var box: Diagram.Node.ID { isOut ? edge.tail : edge.head }
    /// How many leave the page along it.
    var out: Int { isOut ? edge.carries.along : edge.carries.back }
    /// How many reach the page along it.
    var into: Int { isOut ? edge.carries.back : edge.carries.along }
  }

  init(
    _ number: Int, of partition: Partition, homes: [[Int]], places: [Partition.Place],
    names: [String], mostStubs: Int
  ) {
    self.number = number
    self.partition = partition
    self.homes = homes
    self.names = names
    whole = partition.diagram
    for (edge, place) in zip(partition.edges, places) {
      switch place {
      case .inside(number): inside.append(edge)
      case .between(number, let other):
        leaving.append(Leaving(edge: edge, isOut: true, page: other))
      case .between(let other, number):
        leaving.append(Leaving(edge: edge, isOut: false, page: other))
      default: break
      }
    }
    stubs = PageClump.clumps(
      of: Set(leaving.map(\.page)).sorted(), in: partition, atMost: mostStubs)
  }

  private var words: Words { whole.words }

  /// The page with what it stands for.
  var page: PageSet.Page {
    var page = PageSet.Page(diagram: whole)
    var diagram = whole
    diagram.name = Diagram.PageNaming.name(of: number, of: whole.name)
    var nodes: [Diagram.Node] = []
    for (index, node) in partition.nodes.enumerated() where homes[index].contains(number) {
      nodes.append(node)
      let others = homes[index].filter { $0 != number }
      guard !others.isEmpty else { continue }
      page.repeated.insert(node.id)
      nodes[nodes.count - 1].title = words(
        .alsoOnPages,
        ["box": node.title, "pages": PageClump.address(of: others, in: words)])
    }
    let groups = Set(nodes.compactMap(\.group))
    diagram.groups = whole.groups.filter { groups.contains($0.id) }
    diagram.nodes = nodes
    groupNotStated(in: &diagram)
    diagram.edges = inside
    addStubs(to: &diagram, &page)
    let values = [
      "page": String(number + 1), "pages": String(names.count), "name": names[number],
      "fullName": fullName, "counts": counts(nodes), "whole": whole.summary,
    ]
    diagram.subtitle = words(.pageSubtitle, values)
    diagram.summary = words(.pageSummary, values)
    diagram.legend = legend(for: diagram)
    diagram.notes = [contents] + whole.notes
    page.diagram = diagram
    return page
  }

  /// Gives boxes of which the map does not say the level a column of their own beside the levels.
  private func groupNotStated(in diagram: inout Diagram) {
    guard let last = diagram.groups.compactMap(\.level).max() else { return }
    let id = unused("level not stated", among: whole.groups.map(\.id))
    var label: String?
    for index in diagram.nodes.indices where diagram.nodes[index].group == nil {
      guard let level = diagram.nodes[index].facets[.level], !level.isStated else { continue }
      diagram.nodes[index].group = id
      label = level.name.capitalisedFirst
    }
    guard let label else { return }
    diagram.groups.append(marginGroup(id: id, label: label, level: last + 1))
  }

  /// A column at the side that is no level.
  private func marginGroup(id: String, label: String, level: Int?) -> Diagram.Group {
    Diagram.Group(
      id: id, label: label, level: level, fill: whole.paper.background,
      outline: whole.paper.quietText, stroke: .dotted, text: whole.paper.text)
  }

  /// `28 services, 41 routes among them, and 14 to or from other pages`.
  private func counts(_ nodes: [Diagram.Node]) -> String {
    let hasFacets = nodes.contains { !$0.facets.isEmpty }
    let boxes = nodes.count { !hasFacets || !$0.facets.isEmpty }
    let within = inside.reduce(0) { $0 + $1.carries.total }
    let beyond = leaving.reduce(0) { $0 + $1.edge.carries.total }
    return words(
      beyond == 0 ? .countsOnPage : .countsOnPageAndBeyond,
      [
        "boxes": words(whole.boxesNoun, boxes), "lines": words(whole.linesNoun, within),
        "beyond": String(beyond),
      ])
  }

  /// The name of the page with all that it holds.
  private var fullName: String {
    let path = partition.parts[number].path.map { words.list($0.values.map(\.name)) }
    return path.isEmpty ? names[number] : path.joined(separator: ", ")
  }

  /// Which pages there are.
  private var contents: String {
    let clumps = PageClump.clumps(
      of: Array(names.indices), in: partition, atMost: Self.mostContents)
    return words(
      .wholeOnPages, names.count,
      ["list": clumps.map { "\($0.numbers) \($0.name)" }.joined(separator: " · ")])
  }

  /// The most entries of a list of pages.
  private static let mostContents = 16

  /// What the page uses of the legend, and everything of which nobody said what uses it.
  private func legend(for diagram: Diagram) -> [Diagram.LegendEntry] {
    let told = Set(whole.nodes.flatMap(\.meanings) + whole.edges.flatMap(\.meanings))
    let used = Set(diagram.nodes.flatMap(\.meanings) + diagram.edges.flatMap(\.meanings))
    let kept = whole.legend.filter { used.contains($0.label) || !told.contains($0.label) }
    return stubs.isEmpty
      ? kept : kept + [Diagram.LegendEntry(.node(stubStyle), words(.goesOnOnPage))]
  }

  // MARK: - Stubs

  private var stubStyle: Diagram.NodeStyle {
    Diagram.NodeStyle(
      shape: .note, fill: whole.paper.background, outline: whole.paper.quietText,
      text: whole.paper.text)
  }

  /// What lines of one box to one stub have in common when they are drawn as one.
  private struct Bundle: Hashable {
    var box: Diagram.Node.ID
    var isOut: Bool
    var style: Diagram.EdgeStyle
    var ranks: Bool
  }

  /// Whether stubs from which more comes than goes there stand before the levels.
  ///
  /// That costs a column, and is worth it where the page is mostly about what comes from elsewhere.
  private var hasMarginBefore: Bool {
    let comes = stubs.map { count(of: leaving(for: $0)) }.reduce(0) { sum, count in
      sum + (count.into > count.out ? count.into : 0)
    }
    let all = count(of: leaving)
    return comes * 4 >= all.out + all.into
      && all.out + all.into > inside.reduce(0) { $0 + $1.carries.total }
  }

  private func leaving(for stub: PageClump) -> [Leaving] {
    leaving.filter { stub.pages.contains($0.page) }
  }

  private func count(of lines: [Leaving]) -> (out: Int, into: Int) {
    lines.reduce(into: (0, 0)) { sum, line in
      sum.0 += line.out
      sum.1 += line.into
    }
  }

  private func addStubs(to diagram: inout Diagram, _ page: inout PageSet.Page) {
    guard !stubs.isEmpty else { return }
    let levels = diagram.groups.compactMap(\.level)
    let taken = whole.groups.map(\.id)
    let after = (id: unused("other pages", among: taken), level: levels.max().map { $0 + 1 })
    let before = levels.min().map {
      (id: unused("other pages before", among: taken), level: $0 - 1)
    }
    let hasMarginBefore = hasMarginBefore
    let boxIDs = whole.nodes.map(\.id)
    let lineIDs = Set(whole.edges.map(\.id))
    for stub in stubs {
      let lines = leaving(for: stub)
      let id = unused(stub.address, among: boxIDs)
      let (out, into) = count(of: lines)
      var margin = after
      if hasMarginBefore, into > out, let before { margin = (before.id, before.level) }
      if !diagram.groups.contains(where: { $0.id == margin.id }) {
        diagram.groups.append(
          marginGroup(id: margin.id, label: words(.onOtherPages), level: margin.level))
      }
      diagram.nodes.append(box(for: stub, out: out, into: into, id: id, group: margin.id))
      page.standIns.insert(id)
      let bundles = Dictionary(grouping: lines) {
        Bundle(box: $0.box, isOut: $0.isOut, style: $0.edge.style, ranks: $0.edge.ranks)
      }
      for (bundle, lines) in bundles {
        // Lines are in the order of their ids, so the first names the bundle.
        let lineID = unused("\(lines[0].edge.id) (\(stub.address))", among: lineIDs)
        diagram.edges.append(
          Diagram.Edge(
            id: lineID, tail: bundle.isOut ? bundle.box : id,
            head: bundle.isOut ? id : bundle.box, style: bundle.style, title: title(of: lines),
            weight: lines.map(\.edge.weight).max() ?? 1, ranks: bundle.ranks,
            carries: Diagram.Carried(
              along: lines.reduce(0) { $0 + $1.edge.carries.along },
              back: lines.reduce(0) { $0 + $1.edge.carries.back }),
            meanings: Set(lines.flatMap(\.edge.meanings)).sorted()))
        page.standsFor[lineID] = lines.map(\.edge.id)
      }
    }
    diagram.edges.sort { $0.id < $1.id }
  }

  private func box(
    for stub: PageClump, out: Int, into: Int, id: Diagram.Node.ID, group: Diagram.Group.ID
  ) -> Diagram.Node {
    let values = [
      "out": words(whole.linesNoun, out), "into": words(whole.linesNoun, into),
      "name": stub.address.capitalisedFirst, "value": stub.name, "in": String(into),
    ]
    let counted = words(into == 0 ? .linesOut : out == 0 ? .linesIn : .linesOutAndIn, values)
    let heading = words(.named, values)
    return Diagram.Node(
      id: id, label: [heading, counted], style: stubStyle, group: group,
      title: words(.stubTitle, values.merging(["heading": heading]) { $1 }),
      link: whole.pageNaming.link(to: stub.pages[0], of: whole.name))
  }

  private func title(of lines: [Leaving]) -> String {
    let titles = lines.map {
      words(.lineOnPage, ["line": $0.edge.title, "page": String($0.page + 1)])
    }.joined(separator: "; ")
    let count = lines.reduce(0) { $0 + $1.edge.carries.total }
    return lines.count == 1
      ? titles
      : words(.named, ["name": words(whole.linesNoun, count), "value": titles])
  }
}

/// A name that does not stand for anything else.
func unused(_ wanted: String, among taken: some Collection<String>) -> String {
  var name = wanted
  while taken.contains(name) { name += "'" }
  return name
}
