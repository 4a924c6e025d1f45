public import FingerpostModel

/// What joins organisations, services, boards, programmes and papers, apart from routes.
public struct LinksView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that the page answers.
  public var question: String { "Who works with whom, and on what?" }

  /// Draws up the page.
  public func page(of map: SystemMap, in setting: ViewSetting) -> ViewPage {
    guard !map.links.isEmpty else { return .nothing(because: "the map states no link") }
    var frame = PageFrame(map, setting)
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
        isPlanned ? "Planned link" : "Link; the words on it say of what kind")
      let names = [link.from, link.to].map { map.name(of: $0) ?? $0.rawValue }
      edges.append(
        Diagram.Edge(
          id: link.id.rawValue, tail: link.from.rawValue, head: link.to.rawValue, style: style,
          label: link.kind.label,
          title: "\(names[0]) \(link.kind.label) \(names[1])"
            + (link.status?.mark.map { ", \($0)" } ?? "")))
    }
    return .diagram(
      frame.diagram(
        .links, subtitle: "Who works with whom, and on what: \(map.links.count.of("link"))",
        summary:
          "\(map.links.count.of("link")) between organisations, services, boards, programmes "
          + "and papers, apart from the routes that families take.", nodes: nodes, edges: edges))
  }
}
