import FingerpostDiagrams

/// The smallest diagrams.
enum OneBox {
  static func diagram(labelled label: [String], named name: String = "box") -> Diagram {
    Diagram(
      name: name, title: "One box", summary: "A box.",
      groups: [Diagram.Group(id: "group", label: label.first ?? "")],
      nodes: [Diagram.Node(id: "box", label: label, group: "group", title: "Box \(label)")],
      edges: [
        Diagram.Edge(
          id: "loop", tail: "box", head: "box", label: label.first, title: "Line \(label)")
      ])
  }
}
