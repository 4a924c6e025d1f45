package import FingerpostDiagrams
import Foundation
import GraphvizRendering

/// Networks of services as they come in real counties: in groups, with text on the routes and with
/// routes back, which make cycles.
package enum RandomNetworks {
  /// How the services of a network are grouped.
  package enum Grouping: String, CaseIterable, Sendable {
    case areas
    case levels
  }

  /// A network that is the same for the same numbers.
  package static func diagram(
    services: Int, routes: Int, groups: Int, grouping: Grouping, labels: Bool, seed: UInt64
  ) -> Diagram {
    var generator = SeededGenerator(seed: seed)
    let groupOf = (0..<services).map { _ in Int.random(in: 0..<groups, using: &generator) }
    var pairs: Set<[Int]> = []
    var edges: [Diagram.Edge] = []
    let kinds = ["refer", "step up", "step down", "step out", "self-referral"]
    while edges.count < routes {
      let tail = Int.random(in: 0..<services, using: &generator)
      let head = Int.random(in: 0..<services, using: &generator)
      let kind = kinds[Int.random(in: 0..<kinds.count, using: &generator)]
      guard tail != head, pairs.insert([tail, head]).inserted else { continue }
      edges.append(
        Diagram.Edge(
          id: "route-\(tail)-\(head)", tail: "service-\(tail)", head: "service-\(head)",
          label: labels ? kind : nil, title: "\(kind) from \(tail) to \(head)"))
    }
    return Diagram(
      name: "random-\(services)-\(seed)", title: "Network of \(services) services",
      summary: "A network for tests.",
      groups: (0..<groups).map { group in
        Diagram.Group(
          id: "group-\(group)", label: "Group \(group)",
          level: grouping == .levels ? group : nil)
      },
      nodes: (0..<services).map { service in
        Diagram.Node(
          id: "service-\(service)", label: ["Service number \(service)"],
          group: "group-\(groupOf[service])", title: "Service number \(service)")
      },
      edges: edges)
  }

  /// The same network with areas, levels and organisations for most of its services, with lines that
  /// carry several routes both ways, and with some from a service to itself.
  package static func withFacets(_ diagram: Diagram, seed: UInt64) -> Diagram {
    var generator = SeededGenerator(seed: seed)
    var result = diagram
    for index in result.nodes.indices where Int.random(in: 0..<12, using: &generator) > 0 {
      for (facet, values) in zip(Diagram.Facet.allCases, [7, 3, 20]) {
        let value = Int.random(in: 0..<values, using: &generator)
        result.nodes[index].facets[facet] = Diagram.FacetValue(
          id: "\(facet)-\(value)", name: "\(facet) \(value)", place: value,
          isStated: value > 0)
      }
    }
    for index in result.edges.indices {
      result.edges[index].carries = Diagram.Carried(
        along: Int.random(in: 1...3, using: &generator),
        back: Int.random(in: 0...2, using: &generator))
      if Int.random(in: 0..<40, using: &generator) == 0 {
        result.edges[index].head = result.edges[index].tail
      }
    }
    return result
  }

  /// The same network as most programs would write it: as it comes, with groups and text on routes.
  package static func plainDOT(of diagram: Diagram, newRank: Bool = false) -> String {
    var lines = ["digraph \(quoted(diagram.name)) {", "  rankdir=LR"]
    if newRank { lines.append("  newrank=true") }
    for (index, group) in diagram.groups.enumerated() {
      lines.append("  subgraph cluster_\(index) { label=\(quoted(group.label))")
      for node in diagram.nodes where node.group == group.id {
        lines.append("    \(quoted(node.id)) [label=\(quoted(node.label[0])), shape=box]")
      }
      lines.append("  }")
    }
    for edge in diagram.edges {
      lines.append(
        "  \(quoted(edge.tail)) -> \(quoted(edge.head)) [id=\(quoted(edge.id)), "
          + "label=\(quoted(edge.label ?? "refer"))]")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// The number of routes that have a path in what Graphviz wrote as SVG.
  package static func drawnRoutes(in svg: [UInt8]) -> Int {
    String(decoding: svg, as: UTF8.self)
      .components(separatedBy: "class=\"edge\"").dropFirst()
      .count { $0.components(separatedBy: "</g>")[0].contains("<path") }
  }
}
