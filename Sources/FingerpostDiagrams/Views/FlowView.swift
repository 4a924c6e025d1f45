public import FingerpostModel

/// Counted stages that people pass one after another, and where people leave.
public struct FlowView: DiagramView {
  /// Makes the view.
  public init() {}

  /// The question that the page answers.
  public var question: Phrase { .flowQuestion }

  /// Draws up the page.
  public func pages(of map: SystemMap, in setting: ViewSetting) -> ViewPages {
    guard map.flows.contains(where: { $0.stages?.isEmpty == false }) else {
      return .nothing(because: .noFlow)
    }
    var frame = PageFrame(map, setting)
    var groups: [Diagram.Group] = []
    var nodes: [Diagram.Node] = []
    var edges: [Diagram.Edge] = []
    let theme = setting.theme
    let words = setting.words
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
          [
            stage.name,
            stage.count.map { words(.people, $0.number, ["n": words.quantity($0)]) }
              ?? words(.howManyUnsaid),
          ],
          stage.count == nil ? theme.unsaid : theme.stage)
        frame.use(0, .node(theme.stage), words(.stageLegend))
        guard place > 0 else { continue }
        let before = stages[place - 1]
        join(
          before.id, stage.id, theme.reportingLine,
          words(.fromStageToStage, ["from": before.name, "to": stage.name]))
        frame.use(10, .edge(theme.reportingLine), words(.cameFurther))
        for departure in stage.left ?? [] {
          let id = "\(stage.id)/\(departure.id)"
          add(
            id,
            [
              departure.when,
              departure.count.map { words(.left, ["number": words.quantity($0)]) }
                ?? words(.someLeft),
            ], theme.unsaid)
          join(
            before.id, id, theme.line(for: .signposting),
            words(.leftTitle, ["when": departure.when]))
          frame.use(1, .node(theme.unsaid), words(.peopleWhoLeft))
          frame.use(11, .edge(theme.line(for: .signposting)), words(.leftLegend))
        }
      }
      if let last = stages.last, case .stated(let number) = flow.unaccounted {
        add("unaccounted", [words(.notAccountedFor), words.quantity(number)], theme.ghost)
        join(
          stages[max(0, stages.count - 2)].id, "unaccounted", theme.riskLine,
          words(
            .notAccountedForTitle, ["number": words.quantity(number), "stage": last.name]))
        frame.use(2, .node(theme.ghost), words(.sourceDoesNotAccount))
        frame.use(12, .edge(theme.riskLine), words(.notAccountedFor))
      }
    }
    return .pages([
      frame.diagram(
        "flow", subtitle: words(.flowSubtitle), summary: words(.flowSummary), groups: groups,
        nodes: nodes, edges: edges)
    ])
  }
}
