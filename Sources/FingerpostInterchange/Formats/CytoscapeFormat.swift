import FingerpostFormats
import FingerpostModel

/// The map as a graph in the JSON of Cytoscape.js.
///
/// Source: <https://js.cytoscape.org/#notation/elements-json>.
struct CytoscapeFormat: InterchangeFormatDefinition, MapExporter {
  let title = "Cytoscape"
  let summary = "The map as a graph with all its attributes, in the JSON of Cytoscape.js."
  let fileEndings = ["cyjs"]
  let isFolder = false
  var importer: (any MapImporter)? { nil }
  var exporter: (any MapExporter)? { self }

  func write(_ map: SystemMap, kept: [KeptStatement]) throws -> [ExportedFile] {
    let graph = MapGraph(of: map)
    // networkx knows a node by its `value`, and one of several edges by its `key`.
    let nodes = graph.nodes.map { node -> JSONValue in
      let id = JSONValue.string(node.id)
      return ["data": data(["id": id, "value": id], node.attributes)]
    }
    let edges = graph.edges.map { edge -> JSONValue in
      let id = JSONValue.string(edge.id)
      return [
        "data": data(
          ["id": id, "key": id, "source": .string(edge.source), "target": .string(edge.target)],
          edge.attributes)
      ]
    }
    let whole: JSONValue = [
      "data": data(["id": .string(graph.id)], graph.attributes), "directed": true,
      "multigraph": true, "elements": ["nodes": .array(nodes), "edges": .array(edges)],
    ]
    return [ExportedFile(name: "\(map.id).cyjs", bytes: Array(try whole.text().utf8))]
  }

  private func data(
    _ own: [String: JSONValue], _ attributes: [MapGraph.Attribute]
  ) -> JSONValue {
    .object(
      own.merging(attributes.map { ($0.name, JSONValue($0.value)) }) { own, _ in own })
  }
}

extension JSONValue {
  fileprivate init(_ value: MapGraph.Value) {
    switch value {
    case .text(let text): self = .string(text)
    case .number(let number): self = .integer(number)
    case .yesNo(let isYes): self = .bool(isYes)
    }
  }
}
