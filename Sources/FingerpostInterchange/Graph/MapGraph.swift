import FingerpostFormats
import FingerpostModel

/// A map as nodes and edges with attributes, for programs that know graphs and nothing of services.
///
/// Nodes are the services, organisations, boards, programmes and documents of the map, families
/// themselves where a route begins at them, and whatever else an edge names. Edges are routes, links,
/// seats that state an organisation or a service, and lines of reporting. Several edges may join the
/// same two nodes.
///
/// An attribute is called as its key in a map, with the keys above it before it: `contact.phone`. Lists
/// are one text as in a cell of a table (`CellList`), and lists of records are JSON. What a map does
/// not state has no attribute.
struct MapGraph: Sendable {
  /// What a node is.
  enum NodeType: String, CaseIterable, Sendable {
    case service, organisation, board, programme, document
    /// Families themselves.
    case families
    /// Something that the map names and does not hold, such as a service of another map.
    case notInMap = "not-in-map"

    /// Where its elements stand in a map; `nil` for what is no element.
    var collection: ElementID.Collection? {
      switch self {
      case .service: .services
      case .organisation: .organisations
      case .board: .boards
      case .programme: .programmes
      case .document: .documents
      case .families, .notInMap: nil
      }
    }
  }

  /// What an edge is.
  enum EdgeType: String, CaseIterable, Sendable {
    case route, link, seat
    /// From a board or a service to what it reports to.
    case reportsTo = "reports-to"
  }

  /// One fact about a node, an edge or the whole.
  struct Attribute: Sendable {
    var name: String
    var value: Value
  }

  /// What an attribute says.
  enum Value: Sendable {
    case text(String)
    case number(Int)
    case yesNo(Bool)

    /// As a map file has it.
    var text: String {
      switch self {
      case .text(let text): text
      case .number(let number): String(number)
      case .yesNo(let isYes): isYes ? "yes" : "no"
      }
    }
  }

  /// Something that edges join.
  struct Node: Sendable {
    let id: String
    let type: NodeType
    /// What people call it; its id when nobody says.
    let name: String
    /// Everything that is stated of it, its type first.
    let attributes: [Attribute]
  }

  /// A directed line between two nodes.
  struct Edge: Sendable {
    /// The id of a route; what is no route has two colons in its id, which no id of a route has.
    let id: String
    let source: String
    let target: String
    let type: EdgeType
    /// Everything that is stated of it, its type first.
    let attributes: [Attribute]

    /// What people read on it: its kind; otherwise its type.
    var label: String {
      (attributes.text(of: "kind") ?? type.rawValue).asWords
    }
  }

  /// What attributes are called instead where programs keep the key of the map for themselves: the
  /// ends of an edge are its source and target, and nodes lie within their parent.
  static let names = ["source": "citation", "parent": "part-of"]

  let id: String
  let title: String
  /// What is stated of the map itself.
  let attributes: [Attribute]
  /// In the order of the collections, and of the map; those that are no elements last.
  let nodes: [Node]
  /// Routes, links, seats and lines of reporting, each in the order of the map; every id once.
  let edges: [Edge]

  /// Takes a map as a graph.
  ///
  /// - Complexity: O(*n*), where *n* is how much the map says.
  init(of map: SystemMap) {
    var parts = Parts()
    parts.read(map)
    parts.addOtherEnds()
    id = map.id.rawValue
    title = map.title
    attributes = parts.attributes
    nodes = parts.nodes
    edges = parts.edges
  }
}

/// The graph while it is made.
private struct Parts {
  var attributes: [MapGraph.Attribute] = []
  var nodes: [MapGraph.Node] = []
  var edges: [MapGraph.Edge] = []
  private var edgeIDs: Set<String> = []

  mutating func read(_ map: SystemMap) {
    let written = map.written
    var collections: [ElementID.Collection: (value: YAMLValue, shape: ShapeDescription)] = [:]
    for field in MapFormat.shapes[0].fields() where field.key != "id" {
      guard let value = written[field.key] else { continue }
      if let collection = ElementID.Collection(rawValue: field.key), let shape = field.value.shape,
        value.isCollection
      {
        collections[collection] = (value, shape)
      } else {
        attributes.add(value, of: field.value, named: field.key)
      }
    }
    for type in MapGraph.NodeType.allCases {
      guard let collection = type.collection, let (value, shape) = collections[collection]
      else { continue }
      for entry in value.entries { addNode(entry.key, type, entry.value, shape) }
    }
    // A long id that was made of the ends is not written; the map has it.
    if let (value, shape) = collections[.routes] {
      for (route, record) in zip(map.routes, value.items) {
        addEdge(route.id.rawValue, record, .route, shape)
      }
    }
    if let (value, shape) = collections[.links] {
      for (link, record) in zip(map.links, value.items) {
        addEdge(link.id.rawValue, record, .link, shape)
      }
    }
    if let (value, shape) = collections[.boards] {
      let seats = shape.fields().first { $0.key == "seats" }?.value.shape
      for (board, entry) in zip(map.boards, value.entries) {
        for (seat, record) in zip(board.seats ?? [], entry.value["seats"]?.items ?? []) {
          addSeat(seat.id, record, of: entry.key, seats)
        }
      }
    }
    addReporting(collections)
  }

  private mutating func addNode(
    _ id: String, _ type: MapGraph.NodeType, _ record: YAMLValue, _ shape: ShapeDescription
  ) {
    var attributes = [MapGraph.Attribute(name: "type", value: .text(type.rawValue))]
    attributes.add(record, of: shape)
    nodes.append(
      MapGraph.Node(
        id: id, type: type, name: record["name"]?.text ?? id, attributes: attributes))
  }

  private mutating func addEdge(
    _ id: String, _ record: YAMLValue, _ type: MapGraph.EdgeType, _ shape: ShapeDescription
  ) {
    guard let from = record["from"]?.text, let to = record["to"]?.text else { return }
    add(
      type == .route ? id : "\(type.rawValue)::\(id)", from: from, to: to, type,
      record.without(["from", "to"]), shape)
  }

  private mutating func addSeat(
    _ id: String, _ record: YAMLValue, of board: String, _ shape: ShapeDescription?
  ) {
    for key in ["organisation", "service"] {
      guard let target = record[key]?.text else { continue }
      add(
        "\(MapGraph.EdgeType.seat.rawValue)::\(board)::\(id)::\(target)", from: board, to: target,
        .seat, record, shape)
    }
  }

  private mutating func addReporting(
    _ collections: [ElementID.Collection: (value: YAMLValue, shape: ShapeDescription)]
  ) {
    for collection in [ElementID.Collection.boards, .services] {
      for entry in collections[collection]?.value.entries ?? [] {
        for target in entry.value["reports-to"]?.items ?? [] {
          guard let target = target.text else { continue }
          add(
            "\(MapGraph.EdgeType.reportsTo.rawValue)::\(entry.key)::\(target)", from: entry.key,
            to: target, .reportsTo, .mapping([]), nil)
        }
      }
    }
  }

  private mutating func add(
    _ id: String, from source: String, to target: String, _ type: MapGraph.EdgeType,
    _ record: YAMLValue, _ shape: ShapeDescription?
  ) {
    guard edgeIDs.insert(id).inserted else { return }
    var attributes = [MapGraph.Attribute(name: "type", value: .text(type.rawValue))]
    if let shape { attributes.add(record, of: shape) }
    edges.append(
      MapGraph.Edge(id: id, source: source, target: target, type: type, attributes: attributes))
  }

  /// Makes nodes of what edges name and the map does not hold.
  mutating func addOtherEnds() {
    var known = Set(nodes.map(\.id))
    for end in edges.flatMap({ [$0.source, $0.target] }) where known.insert(end).inserted {
      let isFamilies = end == Service.ID.families.rawValue
      let type = isFamilies ? MapGraph.NodeType.families : .notInMap
      let name = isFamilies ? "Families" : end
      nodes.append(
        MapGraph.Node(
          id: end, type: type, name: name,
          attributes: [
            .init(name: "type", value: .text(type.rawValue)),
            .init(name: "name", value: .text(name)),
          ]))
    }
  }
}

extension [MapGraph.Attribute] {
  /// What an attribute says, as a map file has it; `nil` when there is none of this name.
  func text(of name: String) -> String? { first { $0.name == name }?.value.text }

  /// Adds the facts of a record, apart from its id.
  fileprivate mutating func add(
    _ record: YAMLValue, of shape: ShapeDescription, under name: String? = nil
  ) {
    let entries = record.entries
    guard !entries.isEmpty else { return }
    for field in shape.fields() where name != nil || field.key != "id" {
      guard let value = entries.first(where: { $0.key == field.key })?.value else { continue }
      add(value, of: field.value, named: name.map { "\($0).\(field.key)" } ?? field.key)
    }
  }

  fileprivate mutating func add(
    _ value: YAMLValue, of description: ValueDescription, named name: String
  ) {
    switch (value, description.plain) {
    case (.null, _): break
    case (.mapping(let entries), .record(let shape)) where !entries.isEmpty:
      add(value, of: shape, under: name)
    case (.mapping(let entries), .table) where !entries.isEmpty:
      for entry in entries {
        add(entry.value, of: .integer(0...100), named: "\(name).\(entry.key)")
      }
    // Stated, without a single fact.
    case (.mapping, _): append(name, .text("yes"))
    case (.sequence(let items), _):
      let texts = items.compactMap(\.text)
      append(name, .text(texts.count == items.count ? CellList.text(of: texts) : value.jsonLine))
    case (.scalar(let text), .yesNo) where text == "yes" || text == "no":
      append(name, .yesNo(text == "yes"))
    case (.scalar(let text), .integer):
      append(name, Int(text).map { .number($0) } ?? .text(text))
    case (.scalar(let text), _), (.quoted(let text), _): append(name, .text(text))
    }
  }

  private mutating func append(_ name: String, _ value: MapGraph.Value) {
    append(MapGraph.Attribute(name: MapGraph.names[name] ?? name, value: value))
  }
}
