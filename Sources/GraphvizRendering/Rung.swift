import FingerpostDiagrams
import FingerpostModel

/// The ways of drawing a diagram, best first.
///
/// When Graphviz loses something, fails or takes too long, the next one is tried. A picture from
/// which something is missing is never given out.
public enum Rung: String, CaseIterable, Hashable, Sendable, Codable {
  /// Everything that the diagram asks for.
  case asAsked = "as-asked"
  /// Without the text on lines.
  case withoutLineLabels = "without-line-labels"
  /// Without the boxes around groups, too; each node names its group.
  case withoutGroups = "without-groups"
  /// Arranged by springs instead of along the lines, too.
  case otherEngine = "other-engine"

  /// Whether lines carry their text.
  var hasEdgeLabels: Bool { self == .asAsked }
  /// Whether groups have boxes.
  var hasGroups: Bool { self == .asAsked || self == .withoutLineLabels }
  /// What arranges the graph.
  var engine: GraphvizEngine { self == .otherEngine ? .sfdp : .dot }

  /// The rungs that differ for a diagram.
  static func ladder(for diagram: Diagram) -> [Rung] {
    allCases.filter { rung in
      switch rung {
      case .asAsked: true
      case .withoutLineLabels: diagram.edges.contains { $0.label != nil }
      case .withoutGroups: !diagram.groups.isEmpty
      case .otherEngine: !diagram.nodes.isEmpty
      }
    }
  }

  /// The sentence that stands on a picture drawn in this way.
  func note(because reason: String, in words: Words) -> String? {
    switch self {
    case .asAsked: nil
    case .withoutLineLabels: words(.drawnWithoutLineLabels, ["reason": reason])
    case .withoutGroups: words(.drawnWithoutGroups, ["reason": reason])
    case .otherEngine: words(.drawnByOtherEngine, ["reason": reason])
    }
  }
}
