package import FingerpostDiagrams

/// What is written in a node, broken into lines.
package struct NodeLabel {
  /// The lines of the name.
  let name: [String]
  /// The smaller lines under it.
  let details: [String]

  /// Wraps the label of a node, and the name of its group when that is to stand in it.
  package init(of node: Diagram.Node, group: String?, wrapWidth: Double) {
    let names = TextWrapping(width: wrapWidth, size: TypeSize.name)
    let small = TextWrapping(width: wrapWidth, size: TypeSize.detail)
    name = node.label.prefix(1).flatMap { names.lines(of: $0) }
    details = (node.label.dropFirst() + [group].compactMap(\.self)).flatMap { small.lines(of: $0) }
  }

  /// From one line to the next, as a multiple of the font size.
  ///
  /// Graphviz sets lines of different sizes closer than lines of one size. Source:
  /// `lib/common/htmltable.c` of Graphviz.
  var leading: Double { details.isEmpty ? FontMetrics.drawnLeading : 1 }

  /// The label as DOT reads it.
  package var dot: String {
    guard !details.isEmpty else { return quoted(name.joined(separator: "\n")) }
    return MarkedUpLabel(
      lines: name.map { ($0, TypeSize.name) } + details.map { ($0, TypeSize.detail) }
    ).text
  }
}
