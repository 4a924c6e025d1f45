public import FingerpostModel

/// Counted stages that people pass one after another, and where people leave.
public struct FlowView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that the page answers.
  public var question: String { "How many people come how far, and where do they leave?" }

  /// Draws up the page.
  public func page(of map: SystemMap, in setting: ViewSetting) -> ViewPage {
    guard map.flows.contains(where: { $0.stages?.isEmpty == false }) else {
      return .nothing(because: "the map states no counted stages")
    }
    var frame = PageFrame(map, setting)
    var groups: [Diagram.Group] = []
    var nodes: [Diagram.Node] = []
    var edges: [Diagram.Edge] = []
    let theme = setting.theme
    for flow in map.flows {
      let stages = flow.stages ?? []
      guard !stages.isEmpty else { continue }
      groups.append(theme.group(id: flow.id.rawValue, label: flow.name, level: nil))
      func add(_ id: String, _ lines: [String], _ style: Diagram.NodeStyle) {
        nodes.append(
          Diagram.Node(
            id: "\(flow.id)/\(id)", label: lines, style: style, group: flow.id.rawValue,
            title: lines.joined(separator: ": ")))
      }
      func join(_ from: String, _ to: String, _ style: Diagram.EdgeStyle, _ title: String) {
        edges.append(
          Diagram.Edge(
            id: "\(flow.id)/\(from) to \(to)", tail: "\(flow.id)/\(from)",
            head: "\(flow.id)/\(to)", style: style, title: title))
      }
      for (place, stage) in stages.enumerated() {
        add(
          stage.id,
          [stage.name, stage.count.map { "\($0) people" } ?? "the map does not say how many"],
          stage.count == nil ? theme.unsaid : theme.stage)
        if stage.count == nil {
          frame.use(1, .node(theme.unsaid), "Stage; the map does not say how many reached it")
        } else {
          frame.use(0, .node(theme.stage), "Stage, with how many reached it")
        }
        guard place > 0 else { continue }
        let before = stages[place - 1]
        join(
          before.id, stage.id, theme.reportingLine, "From \(before.name) to \(stage.name)")
        frame.use(10, .edge(theme.reportingLine), "Came further")
        for departure in stage.left ?? [] {
          let id = "\(stage.id)/\(departure.id)"
          add(
            id, [departure.when, departure.count.map { "\($0) left" } ?? "some left"], theme.role)
          join(
            before.id, id, theme.line(for: .signposting),
            "From \(before.name), left: \(departure.when)")
          frame.use(1, .node(theme.role), "People who left")
          frame.use(11, .edge(theme.line(for: .signposting)), "Left")
        }
      }
      if let last = stages.last, case .stated(let number) = flow.unaccounted {
        add("unaccounted", ["Not accounted for", "\(number)"], theme.ghost)
        let before = stages[max(0, stages.count - 2)]
        join(
          before.id, "unaccounted", theme.riskLine,
          "From \(before.name): \(number) people before \(last.name) are not accounted for")
        frame.use(2, .node(theme.ghost), "The source does not account for them")
        frame.use(12, .edge(theme.riskLine), "Not accounted for")
      }
    }
    return .diagram(
      frame.diagram(
        .flow, subtitle: "How many people came how far, and where they left",
        summary: "Counted stages in order, the people who leave between them, and any whom the "
          + "source does not account for.", groups: groups, nodes: nodes, edges: edges))
  }
}
