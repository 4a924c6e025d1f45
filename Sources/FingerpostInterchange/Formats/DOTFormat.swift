import FingerpostModel

/// The map as a plain graph in the language of Graphviz, to be laid out or worked on by other programs.
///
/// Source: <https://graphviz.org/doc/info/lang.html>.
struct DOTFormat: InterchangeFormatDefinition, MapExporter {
  let title = "DOT"
  let summary = "The map as a plain graph in the language of Graphviz, without a layout."
  let fileEndings = ["dot", "gv"]
  let isFolder = false
  var importer: (any MapImporter)? { nil }
  var exporter: (any MapExporter)? { self }

  /// The facts that are written; Graphviz knows none of these names, so they change no picture and
  /// read no file.
  private static let facts = ["type", "kind", "intensity", "step", "status"]

  func write(_ map: SystemMap, kept: [KeptStatement]) throws -> [ExportedFile] {
    let graph = MapGraph(of: map)
    var text = "digraph \(quoted(graph.id)) {\n  graph [label=\(quoted(graph.title))];\n"
    for node in graph.nodes {
      text += "  \(quoted(node.id)) [label=\(quoted(node.name))\(facts(of: node.attributes))];\n"
    }
    for edge in graph.edges {
      // What an edge is called by tells it from others between the same two nodes.
      text +=
        "  \(quoted(edge.source)) -> \(quoted(edge.target)) [key=\(quoted(edge.id)), "
        + "label=\(quoted(edge.label))\(facts(of: edge.attributes))];\n"
    }
    return [ExportedFile(name: "\(map.id).dot", bytes: Array((text + "}\n").utf8))]
  }

  private func facts(of attributes: [MapGraph.Attribute]) -> String {
    Self.facts.compactMap { name in
      attributes.text(of: name).map { ", \(name)=\(quoted($0))" }
    }.joined()
  }
}

/// Text in quotation marks, as a label has it: an ampersand would begin a character reference there,
/// and a backslash a command.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.withLineFeeds.printable.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "&": result += "&amp;"
    case "\n": result += "\\n"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
