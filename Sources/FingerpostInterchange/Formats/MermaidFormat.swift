import FingerpostFormats
import FingerpostModel

/// The map as a flowchart of Mermaid, which wikis and code forges draw.
///
/// Services stand in a frame for their level of intensity; what is no service has a shape of its own.
/// The kind of a route decides how its line looks. Names are numbers, since ids of maps can be words of
/// the language. Source: <https://mermaid.js.org/syntax/flowchart.html>.
struct MermaidFormat: InterchangeFormatDefinition, MapExporter {
  let title = "Mermaid"
  let summary = "The map as a flowchart that wikis and code forges draw."
  let fileEndings = ["mmd", "mermaid"]
  let isFolder = false
  var importer: (any MapImporter)? { nil }
  var exporter: (any MapExporter)? { self }

  func write(_ map: SystemMap, kept: [KeptStatement]) throws -> [ExportedFile] {
    let graph = MapGraph(of: map)
    var frames: [[Int]: [String]] = [:]
    var names: [String: String] = [:]
    for (number, node) in graph.nodes.enumerated() {
      names[node.id] = "n\(number)"
      frames[levels(of: node, in: map), default: []].append(
        "n\(number)\(shape(of: node.type, around: quoted(node.name)))")
    }
    var lines = [
      "---", "title: \(try title(of: graph))", "---", "flowchart LR",
    ]
    let inOrder = frames.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    for (number, frame) in inOrder.enumerated() {
      guard !frame.key.isEmpty else {
        lines += frame.value.map { "  \($0)" }
        continue
      }
      let heading = frame.key.map { map.intensities[$0].name }.joined(separator: ", ")
      lines.append("  subgraph g\(number)[\(quoted(heading))]")
      lines += frame.value.map { "    \($0)" } + ["  end"]
    }
    for edge in graph.edges {
      guard let source = names[edge.source], let target = names[edge.target] else { continue }
      lines.append("  \(source) \(line(of: edge))|\(quoted(edge.label))| \(target)")
    }
    return [
      ExportedFile(
        name: "\(map.id).mmd", bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
    ]
  }

  /// The levels of a service as places in the scale; empty without any, and for what is no service.
  private func levels(of node: MapGraph.Node, in map: SystemMap) -> [Int] {
    guard node.type == .service else { return [] }
    return (map.services[Identifier(node.id)]?.intensity ?? []).compactMap { map.rank(of: $0) }
      .sorted()
  }

  private func shape(of type: MapGraph.NodeType, around label: String) -> String {
    switch type {
    case .service: "[\(label)]"
    case .organisation: "[[\(label)]]"
    case .board: "{{\(label)}}"
    case .programme: "([\(label)])"
    case .document: "[/\(label)/]"
    case .families: "((\(label)))"
    case .notInMap: "(\(label))"
    }
  }

  /// How a line looks: thick for a transfer, solid for other routes that move a family, both ways for
  /// joint work, dotted for word of a family; with a circle at its end for what is no route.
  private func line(of edge: MapGraph.Edge) -> String {
    guard edge.type == .route,
      let kind = edge.attributes.text(of: "kind").flatMap(RouteKind.init(rawValue:))
    else { return "--o" }
    return switch kind {
    case .referral, .selfReferral: "-->"
    case .transfer: "==>"
    case .jointWork: "<-->"
    case .signposting, .consultation, .notification, .feedback: "-.->"
    }
  }

  /// The heading as YAML has it, where a per cent sign could begin a setting of Mermaid.
  private func title(of graph: MapGraph) throws -> String {
    YAMLValue.scalar(graph.title.onOneLine).jsonLine.replacing("%", with: "\\u0025")
  }
}

/// Text in quotation marks that is shown as it is.
///
/// Letters, digits and the punctuation of names stand for themselves; whatever else of ASCII could be
/// markup is written as its number. So is what could make a list of Markdown: a full stop, a hyphen or
/// a bracket at the end of a word.
private func quoted(_ text: String) -> String {
  var result = "\""
  let scalars = Array(text.withLineFeeds.printable.unicodeScalars)
  for (place, scalar) in scalars.enumerated() {
    let endsWord = place + 1 == scalars.count || scalars[place + 1].properties.isWhitespace
    switch scalar {
    case "\n": result += "<br/>"
    case "a"..."z", "A"..."Z", "0"..."9", " ", ",", "'", "’", "/", ":", "(":
      result.unicodeScalars.append(scalar)
    case ".", "-", ")":
      if endsWord { result += "#\(scalar.value);" } else { result.unicodeScalars.append(scalar) }
    case "\u{0}"..."\u{7F}": result += "#\(scalar.value);"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
