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
      func line(_ count: Quantity?) -> Diagram.EdgeStyle {
        let most = stages.compactMap { $0.count?.number }.max() ?? 0
        return theme.countedLine(share: Double(count?.number ?? 0) / Double(max(1, most)))
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
        if stage.count == nil {
          frame.use(1, .node(theme.unsaid), words(.stageUnsaid))
        } else {
          frame.use(0, .node(theme.stage), words(.stageLegend))
        }
        guard place > 0 else { continue }
        let before = stages[place - 1]
        join(
          before.id, stage.id, line(stage.count),
          words(.fromStageToStage, ["from": before.name, "to": stage.name]))
        frame.use(10, .edge(theme.countedLine(share: 0.2)), words(.cameFurther))
        for departure in stage.left ?? [] {
          let id = "\(stage.id)/\(departure.id)"
          add(
            id,
            [
              departure.when,
              departure.count.map { words(.left, ["number": words.quantity($0)]) }
                ?? words(.someLeft),
            ], theme.role)
          join(
            before.id, id, theme.departing(line(departure.count)),
            words(.leftTitle, ["from": before.name, "when": departure.when]))
          frame.use(1, .node(theme.role), words(.peopleWhoLeft))
          frame.use(11, .edge(theme.departing(theme.countedLine(share: 0.2))), words(.leftLegend))
        }
        guard let rest = stage.rest(after: before), rest > 0 else { continue }
        let id = "\(stage.id)/rest"
        if stage.left == nil {
          add(id, [words(.cameNoFurther, rest), words(.whyUnsaid)], theme.unsaid)
          join(
            before.id, id, theme.departing(line(Quantity(rest))),
            words(.cameNoFurtherTitle, rest, ["from": before.name, "stage": stage.name]))
          frame.use(1, .node(theme.unsaid), words(.leftUnsaidLegend))
          frame.use(11, .edge(theme.departing(theme.countedLine(share: 0.2))), words(.leftLegend))
        } else {
          add(id, [words(.notAccountedFor), String(rest)], theme.ghost)
          join(
            before.id, id, theme.riskLine,
            words(
              .notAccountedForTitle, rest, ["from": before.name, "stage": stage.name]))
          frame.use(2, .node(theme.ghost), words(.numbersDoNotAddUp))
          frame.use(12, .edge(theme.riskLine), words(.notAccountedFor))
        }
      }
    }
    return .pages([
      frame.diagram(
        "flow", subtitle: words(.flowSubtitle), summary: words(.flowSummary),
        remarks: [words(.flowWidths)], groups: groups, nodes: nodes, edges: edges)
    ])
  }
}

extension FlowStage {
  /// How many of the stage before neither came here, nor left, nor are still there; `nil` when that
  /// depends on a number that is not exact or not stated.
  fileprivate func rest(after before: FlowStage) -> Int? {
    guard let came = before.count?.exact, let here = count?.exact else { return nil }
    var rest = came - here
    if let still = stillBefore {
      guard let number = still.exact else { return nil }
      rest -= number
    }
    for departure in left ?? [] {
      guard let number = departure.count?.exact else { return nil }
      rest -= number
    }
    return rest
  }
}
