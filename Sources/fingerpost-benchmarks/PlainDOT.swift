import FingerpostDiagrams
import GraphvizRendering

/// A diagram as most programs would write it.
struct PlainDOT {
  let names: DOTNames
  let text: String

  init(of diagram: Diagram) {
    names = DOTWriter(diagram).names
    let edgeNames = Dictionary(
      names.edges.map { ($0.edge.id, $0.name) }, uniquingKeysWith: { a, _ in a })
    let groupNames = Dictionary(
      names.groups.map { ($0.group.id, $0.name) }, uniquingKeysWith: { a, _ in a })
    let nodeNames = names.node

    func statement(_ node: Diagram.Node) -> String {
      let label = NodeLabel(of: node, group: nil, wrapWidth: LayoutStyle.all[0].wrapWidth)
      return "\(nodeNames[node.id] ?? "") [label=\(label.dot), shape=\(node.style.shape.dotName)]"
    }
    let type = "fontname=\"Liberation Sans\", fontsize=11"
    var lines = [
      "digraph \(quoted(diagram.name)) {",
      "  graph [\(type)\(diagram.direction == .leftToRight ? ", rankdir=LR" : "")]",
      "  node [\(type)]", "  edge [fontname=\"Liberation Sans\", fontsize=9.5]",
    ]
    for group in diagram.groups {
      let heading = GroupHeading(of: group).lines.joined(separator: "\n")
      lines.append("  subgraph \(groupNames[group.id] ?? "") { label=\(quoted(heading))")
      lines += diagram.nodes.filter { $0.group == group.id }.map(statement)
      lines.append("  }")
    }
    lines += diagram.nodes.filter { $0.group == nil }.map(statement)
    for edge in diagram.edges {
      let label = EdgeLabel(of: edge).map { ", label=\(quoted($0.text))" } ?? ""
      lines.append(
        "  \(nodeNames[edge.tail] ?? "") -> \(nodeNames[edge.head] ?? "") "
          + "[id=\(edgeNames[edge.id] ?? "")\(label)]")
    }
    text = lines.joined(separator: "\n") + "\n}\n"
  }
}

extension Diagram.Shape {
  /// What Graphviz calls it.
  fileprivate var dotName: String {
    switch self {
    case .box, .roundedBox, .doubleBox: "box"
    case .ellipse: "ellipse"
    case .hexagon: "hexagon"
    case .note: "note"
    case .tab: "tab"
    case .signpost: "cds"
    case .plain: "plaintext"
    }
  }
}

extension GraphvizHost {
  /// Where `dot` puts the parts of a graph.
  func layout(of dot: String, names: DOTNames) async throws(GraphvizError) -> Layout {
    let job = GraphvizJob(dot: dot, engine: .dot, formats: [.positions])
    guard let json = try await result(of: job).files.first else {
      throw .layoutFailed(messages: "it gave no positions")
    }
    return try Layout(json: json, names: names)
  }
}
