package import FingerpostDiagrams
import FingerpostModel

/// A part of a diagram that is not in what Graphviz gave back.
package enum Loss: Hashable, Sendable, CustomStringConvertible {
  /// A node without a place.
  case node(Diagram.Node.ID)
  /// A line without a path.
  case edge(Diagram.Edge.ID)
  /// A group without a box.
  case group(Diagram.Group.ID)
  /// A group's box without its heading.
  case heading(Diagram.Group.ID)
  /// A line without its text.
  case edgeLabel(Diagram.Edge.ID)

  /// What is missing, in a few words.
  package var description: String {
    switch self {
    case .node(let id): "the box '\(id)'"
    case .edge(let id): "the line '\(id)'"
    case .group(let id): "the box around '\(id)'"
    case .heading(let id): "the heading of '\(id)'"
    case .edgeLabel(let id): "the text on the line '\(id)'"
    }
  }

  /// What a picture says of it.
  var phrase: Phrase {
    switch self {
    case .node: .graphvizLostBox
    case .edge: .graphvizLostLine
    case .group: .graphvizLostGroup
    case .heading: .graphvizLostHeading
    case .edgeLabel: .graphvizLostLineLabel
    }
  }
}

extension Layout {
  /// What a diagram asks for, drawn in a way, and this layout does not hold.
  package func losses(from diagram: Diagram, drawn rung: Rung) -> [Loss] {
    var losses: [Loss] = []
    for node in diagram.nodes where nodes[node.id] == nil { losses.append(.node(node.id)) }
    for edge in diagram.edges {
      if edges[edge.id]?.isWhole != true { losses.append(.edge(edge.id)) }
      if rung.hasEdgeLabels, EdgeLabel(of: edge) != nil, edgeLabels[edge.id] == nil {
        losses.append(.edgeLabel(edge.id))
      }
    }
    for group in diagram.groups where rung.hasGroups {
      if groups[group.id] == nil { losses.append(.group(group.id)) }
      if !GroupHeading(of: group).lines.isEmpty, headings[group.id] == nil {
        losses.append(.heading(group.id))
      }
    }
    return losses
  }
}
