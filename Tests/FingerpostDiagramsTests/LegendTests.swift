import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import FingerpostTestSupport
import Testing

/// What a legend explains, worked out from the picture alone.
private struct LegendReading {
  let diagram: Diagram
  let theme: Theme

  private var boxes: [Diagram.NodeStyle] {
    diagram.legend.compactMap { if case .node(let style) = $0.sample { style } else { nil } }
  }

  private var lines: [Diagram.EdgeStyle] {
    diagram.legend.compactMap { if case .edge(let style) = $0.sample { style } else { nil } }
  }

  /// Whether entries for boxes of its form show all of it: its colour, its stroke and its width.
  func explains(_ style: Diagram.NodeStyle) -> Bool {
    let alike = boxes.filter { $0.shape == style.shape }
    return alike.contains(style)
      || alike.contains { $0.fill == style.fill || $0.outline == style.outline }
        && alike.contains { $0.stroke == style.stroke && $0.width == style.width }
        && alike.contains { $0.hasCornerStrokes == style.hasCornerStrokes }
  }

  /// Whether an entry shows the line, one the arrow at its tail if something else comes back, and one
  /// that it is not live if it is drawn as two.
  func explains(_ style: Diagram.EdgeStyle) -> Bool {
    let style = facingItsHead(style)
    return lines.contains { entry in
      let isSame =
        entry.head == style.head
        && (entry.width == style.width || theme.isCounted(entry) && theme.isCounted(style))
        && (entry.color == style.color && entry.stroke == style.stroke || style.isDouble)
      return isSame
        && (!style.isDouble || lines.contains { $0.isDouble && $0.color == style.color })
        && (style.tail == entry.tail
          || lines.contains { ($0.head == .none ? $0.tail : $0.head) == style.tail })
    }
  }

  /// A line whose only arrow stands at its tail is the same line drawn from its other end.
  private func facingItsHead(_ style: Diagram.EdgeStyle) -> Diagram.EdgeStyle {
    guard style.head == .none else { return style }
    var style = style
    swap(&style.head, &style.tail)
    return style
  }

  /// Whether something in the picture has everything in which the entry differs from a plain one.
  func needs(_ entry: Diagram.LegendEntry.Sample) -> Bool {
    switch entry {
    case .node(let sample):
      let plain = theme.box(for: nil)
      let isPlain = sample.fill == plain.fill && sample.outline == plain.outline
      return diagram.nodes.map(\.style).contains { style in
        style.shape == sample.shape
          && (sample.stroke == plain.stroke || sample.stroke == style.stroke)
          && (sample.width == plain.width || sample.width == style.width)
          && (!sample.hasCornerStrokes || style.hasCornerStrokes)
          && (isPlain && sample != plain || sample.outline == style.outline
            // These marks take the outline; the colour of the sector is inside it.
            || sample.fill == style.fill
              && [theme.onWay(sample), theme.expiring(sample)].map(\.outline)
                .contains(style.outline))
      }
    case .edge(let sample):
      return diagram.edges.map(\.style).contains { drawn in
        let style = facingItsHead(drawn)
        return sample.head == .none && sample.tail != .none
          ? drawn.tail == sample.tail
          : sample.isDouble
            ? style.isDouble
            : style.head == sample.head
              && (style.isDouble || style.color == sample.color && style.stroke == sample.stroke)
      }
    }
  }
}

struct `The legend of every view of every map` {
  @Test(arguments: KeptMaps.all, ViewName.allCases)
  func `shows every look that the picture uses, and no other`(
    _ map: SystemMap, _ name: ViewName
  ) throws {
    for theme in ThemeName.allCases.map(\.theme) {
      for diagram in KeptMaps.diagrams(name, of: map, theme: theme) where !diagram.legend.isEmpty {
        check(diagram, theme)
      }
    }
  }

  private func check(_ diagram: Diagram, _ theme: Theme) {
    let reading = LegendReading(diagram: diagram, theme: theme)
    let boxes = diagram.nodes.filter { !reading.explains($0.style) }.map(\.id)
    #expect(boxes == [], "boxes that no entry explains")
    let lines = diagram.edges.filter { !reading.explains($0.style) }.map(\.id)
    #expect(lines == [], "lines that no entry explains")
    let entries = diagram.legend.filter { !reading.needs($0.sample) }.map(\.label)
    #expect(entries == [], "entries that explain nothing: \(diagram.name)")
  }
}

struct `The looks of every view of every map` {
  @Test(arguments: KeptMaps.all, ViewName.allCases)
  func `are looks of the theme, whose contrast is tested`(
    _ map: SystemMap, _ name: ViewName
  ) throws {
    for looks in KnownLooks.all {
      let theme = looks.theme
      for diagram in KeptMaps.diagrams(name, of: map, theme: theme) {
        for style in Set(diagram.nodes.map(\.style)) { #expect(looks.knows(style), "\(style)") }
        for style in Set(diagram.edges.map(\.style)) { #expect(looks.knows(style), "\(style)") }
        for group in diagram.groups {
          #expect(group == theme.group(id: group.id, label: group.label, level: group.level))
        }
        #expect(diagram.paper == theme.paper)
      }
    }
  }

  /// What the box of a service says of its sector.
  private static let words: [Sector: String] = Dictionary(
    uniqueKeysWithValues: Sector.allCases.compactMap { sector in
      let text = """
        fingerpost: 1
        title: T
        organisations: {o: {name: O, sector: \(sector.rawValue)}}
        services: {s: {name: S, organisation: o}}
        """
      return MapReader().read(text: text).map
        .flatMap { SystemView().pages(of: $0, in: ViewSetting()).diagrams.first }
        .flatMap { $0.nodes.first?.label.last }.map { (sector, $0) }
    })

  @Test func `have other words for each sector`() {
    #expect(Set(Self.words.values).count == Sector.allCases.count)
  }

  @Test(arguments: KeptMaps.all, ViewName.allCases)
  func `say a sector in words where they say it by a colour`(
    _ map: SystemMap, _ name: ViewName
  ) throws {
    let theme = Theme.plain
    // A view of a map's own may tell something else by colour, and says that in its boxes.
    let others = Set(
      map.views.filter { $0.colourBy != .sector }.map { "view-\($0.id)" })
    for sector in Sector.allCases {
      let look = theme.box(for: sector)
      for node in KeptMaps.diagrams(name, of: map)
        .filter({ !others.contains($0.name) }).flatMap(\.nodes)
      where node.style.shape == look.shape
        && (node.style.fill == look.fill
          || node.style.outline == look.outline && look.outline != theme.box(for: nil).outline)
      {
        let words = try #require(Self.words[sector])
        #expect(node.label.dropFirst().contains { $0.contains(words) }, "\(node.id)")
      }
    }
  }
}

struct `The titles of every view of every map` {
  @Test(arguments: KeptMaps.all, ViewName.allCases)
  func `of lines say from where to where`(_ map: SystemMap, _ name: ViewName) throws {
    for diagram in KeptMaps.diagrams(name, of: map) { try check(diagram) }
  }

  private func check(_ diagram: Diagram) throws {
    let nodes = Dictionary(uniqueKeysWithValues: diagram.nodes.map { ($0.id, $0) })
    for edge in diagram.edges {
      for end in [edge.tail, edge.head] {
        let node = try #require(nodes[end])
        let names = [node.label.first ?? "", node.title, node.id].map { $0.lowercased() }
        #expect(
          names.contains { edge.title.lowercased().contains($0) },
          "\(edge.title): not a word of \(names)")
      }
    }
  }
}
