import FingerpostModel
import Spreadsheets

/// The map as two tables of comma-separated values, one of nodes and one of edges.
struct EdgeListFormat: InterchangeFormatDefinition, MapExporter {
  let title = "Nodes and edges"
  let summary = "Two tables in a folder, nodes.csv and edges.csv, as programs for graphs read them."
  let fileEndings: [String] = []
  let isFolder = true
  var importer: (any MapImporter)? { EdgeListImporter() }
  var exporter: (any MapExporter)? { self }

  func write(_ map: SystemMap, kept: [KeptStatement]) throws -> [ExportedFile] {
    let graph = MapGraph(of: map)
    let nodes = Self.table(
      ["id", "name", "type"], graph.nodes.map { (["id": $0.id], $0.attributes) })
    let edges = Self.table(
      ["source", "target", "kind", "type", "id"],
      graph.edges.map {
        (["source": $0.source, "target": $0.target, "id": $0.id], $0.attributes)
      })
    return [
      ExportedFile(name: "nodes.csv", bytes: nodes), ExportedFile(name: "edges.csv", bytes: edges),
    ]
  }

  /// A table with these columns first, and then one for every other attribute.
  private static func table(
    _ first: [String], _ rows: [(own: [String: String], attributes: [MapGraph.Attribute])]
  ) -> [UInt8] {
    var columns = first
    var known = Set(first)
    for attribute in rows.lazy.flatMap(\.attributes) where known.insert(attribute.name).inserted {
      columns.append(attribute.name)
    }
    var writer = CSVWriter()
    writer.write(columns)
    for row in rows {
      let cells = row.own.merging(row.attributes.map { ($0.name, $0.value.text) }) { own, _ in own }
      writer.write(columns.map { cells[$0] ?? "" })
    }
    return writer.bytes
  }
}
