public import FingerpostModel

/// What joins organisations, services, boards, programmes and papers, apart from routes.
public struct LinksView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that the page answers.
  public var question: Phrase { .linksQuestion }

  /// Draws up the page.
  public func pages(of map: SystemMap, in setting: ViewSetting) -> ViewPages {
    guard !map.links.isEmpty else { return .nothing(because: .noLink) }
    var frame = PageFrame(map, setting)
    let words = setting.words
    var nodes: [Diagram.Node] = []
    var known: Set<NodeID> = []
    var edges: [Diagram.Edge] = []
    for link in map.links {
      for end in [link.from, link.to] where known.insert(end).inserted {
        nodes.append(frame.node(for: end))
      }
      let style = setting.theme.link(link.status)
      let isPlanned = link.status == .planned
      frame.use(
        isPlanned ? 21 : 20, .edge(style),
        words(isPlanned ? .plannedLink : .linkLegend))
      let names = [link.from, link.to].map { map.name(of: $0) ?? $0.rawValue }
      edges.append(
        Diagram.Edge(
          id: link.id.rawValue, tail: link.from.rawValue, head: link.to.rawValue, style: style,
          label: words.label(link.kind),
          title: "\(names[0]) \(words.label(link.kind)) \(names[1])"
            + (words.mark(link.status).map { ", \($0)" } ?? "")))
    }
    let count = ["links": words(.links, map.links.count)]
    return .pages([
      frame.diagram(
        "links", subtitle: words(.linksSubtitle, count), summary: words(.linksSummary, count),
        nodes: nodes, edges: edges)
    ])
  }
}
