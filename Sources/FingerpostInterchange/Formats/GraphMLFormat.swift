import FingerpostModel

/// The map as a graph in XML, with everything that it states of what is in the graph.
///
/// Source: <http://graphml.graphdrawing.org/specification.html>.
struct GraphMLFormat: InterchangeFormatDefinition, MapExporter {
  let title = "GraphML"
  let summary = "The map as a graph with all its attributes, for yEd, Gephi, igraph and networkx."
  let fileEndings = ["graphml"]
  let isFolder = false
  var importer: (any MapImporter)? { nil }
  var exporter: (any MapExporter)? { self }

  func write(_ map: SystemMap, kept: [KeptStatement]) throws -> [ExportedFile] {
    let graph = MapGraph(of: map)
    var writer = GraphMLWriter()
    writer.declare(graph.attributes, for: "graph")
    for node in graph.nodes { writer.declare(node.attributes, for: "node") }
    for edge in graph.edges { writer.declare(edge.attributes, for: "edge") }
    writer.line("  <graph id=\(quoted(graph.id)) edgedefault=\"directed\">")
    writer.write(graph.attributes, of: "graph")
    for node in graph.nodes {
      writer.line("    <node id=\(quoted(node.id))>")
      writer.write(node.attributes, of: "node")
      writer.line("    </node>")
    }
    for edge in graph.edges {
      writer.line(
        "    <edge id=\(quoted(edge.id)) source=\(quoted(edge.source)) target=\(quoted(edge.target))>"
      )
      writer.write(edge.attributes, of: "edge")
      writer.line("    </edge>")
    }
    writer.line("  </graph>\n</graphml>")
    return [ExportedFile(name: "\(map.id).graphml", bytes: Array(writer.text.utf8))]
  }
}

/// Writes GraphML line by line; what an attribute is called, and its type, is declared before the graph.
private struct GraphMLWriter {
  private(set) var text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
    xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
    http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

    """
  private var keys: [Key: Int] = [:]

  private struct Key: Hashable {
    let domain: String
    let name: String
    let type: String
  }

  mutating func line(_ line: String) { text += line + "\n" }

  mutating func declare(_ attributes: [MapGraph.Attribute], for domain: String) {
    for attribute in attributes {
      let key = Key(domain: domain, name: attribute.name, type: attribute.value.graphMLType)
      guard keys[key] == nil else { continue }
      keys[key] = keys.count
      line(
        "  <key id=\"d\(keys.count - 1)\" for=\"\(domain)\" attr.name=\(quoted(key.name)) "
          + "attr.type=\"\(key.type)\"/>")
    }
  }

  mutating func write(_ attributes: [MapGraph.Attribute], of domain: String) {
    let indentation = domain == "graph" ? "    " : "      "
    for attribute in attributes {
      let key = Key(domain: domain, name: attribute.name, type: attribute.value.graphMLType)
      let content =
        switch attribute.value {
        case .text(let text): escaped(text)
        case .number(let number): String(number)
        case .yesNo(let isYes): isYes ? "true" : "false"
        }
      line("\(indentation)<data key=\"d\(keys[key] ?? 0)\">\(content)</data>")
    }
  }
}

extension MapGraph.Value {
  fileprivate var graphMLType: String {
    switch self {
    case .text: "string"
    case .number: "int"
    case .yesNo: "boolean"
    }
  }
}

/// Text as the content of an element or the value of an attribute; a reader would otherwise turn the
/// line ends of an attribute into spaces, and carriage returns into line feeds.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.printable.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\t", "\n", "\r": result += "&#\(scalar.value);"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }
