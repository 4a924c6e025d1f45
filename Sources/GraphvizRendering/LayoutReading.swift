import FingerpostDiagrams

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Layout {
  /// Reads what Graphviz wrote as `json0`, putting ids in place of the names in the DOT text.
  package init(json: [UInt8], names: DOTNames) throws(GraphvizError) {
    let document: Document
    do {
      document = try JSONDecoder().decode(Document.self, from: Data(json))
    } catch {
      throw .layoutFailed(messages: "its positions could not be read")
    }
    let nodeIDs = Dictionary(
      names.nodes.map { ($0.name, $0.node.id) }, uniquingKeysWith: { a, _ in a })
    let groupIDs = Dictionary(
      names.groups.map { ($0.name, $0.group.id) }, uniquingKeysWith: { a, _ in a })
    let edgeIDs = Dictionary(
      names.edges.map { ($0.name, $0.edge.id) }, uniquingKeysWith: { a, _ in a })

    self.init(
      bounds: document.bb.flatMap(Rectangle.init(written:))
        ?? Rectangle(left: 0, bottom: 0, right: 0, top: 0))
    for object in document.objects ?? [] {
      if let id = nodeIDs[object.name], let center = object.pos.flatMap(Point.init(written:)),
        let width = object.width.flatMap(Double.init),
        let height = object.height.flatMap(Double.init)
      {
        nodes[id] = Rectangle(center: center, width: width * 72, height: height * 72)
      } else if let id = groupIDs[object.name] {
        groups[id] = object.bb.flatMap(Rectangle.init(written:))
        headings[id] = object.lp.flatMap(Point.init(written:))
      }
    }
    for edge in document.edges ?? [] {
      guard let id = edge.id.flatMap({ edgeIDs[$0] }) else { continue }
      edges[id] = edge.pos.flatMap(Curve.init(written:))
      edgeLabels[id] = edge.lp.flatMap(Point.init(written:))
    }
  }

  /// The parts of the JSON that we need.
  private struct Document: Decodable {
    struct Object: Decodable {
      var name: String
      var pos: String?
      var width: String?
      var height: String?
      var bb: String?
      var lp: String?
    }

    struct Line: Decodable {
      var id: String?
      var pos: String?
      var lp: String?
    }

    var bb: String?
    var objects: [Object]?
    var edges: [Line]?
  }
}

extension Point {
  /// Reads `x,y`.
  init?(written text: some StringProtocol) {
    let numbers = text.split(separator: ",").map { Double($0) }
    guard numbers.count >= 2, let x = numbers[0], let y = numbers[1], x.isFinite, y.isFinite
    else { return nil }
    self.init(x: x, y: y)
  }
}

extension Rectangle {
  /// Reads `left,bottom,right,top`.
  init?(written text: String) {
    let numbers = text.split(separator: ",").compactMap { Double($0) }.filter(\.isFinite)
    guard numbers.count == 4 else { return nil }
    self.init(left: numbers[0], bottom: numbers[1], right: numbers[2], top: numbers[3])
  }
}

extension Layout.Curve {
  /// Reads `s,x,y e,x,y x,y x,y …`.
  init?(written text: String) {
    var curve = Layout.Curve(points: [])
    for word in text.split(separator: " ") {
      if word.hasPrefix("s,") {
        curve.startTip = Point(written: word.dropFirst(2))
      } else if word.hasPrefix("e,") {
        curve.endTip = Point(written: word.dropFirst(2))
      } else if let point = Point(written: word) {
        curve.points.append(point)
      } else {
        return nil
      }
    }
    self = curve
  }

  /// The curve as Graphviz reads it.
  var written: String { written { decimal($0) } }

  /// The same with numbers in another form.
  func written(_ number: (Double) -> String) -> String {
    var words: [String] = []
    if let startTip { words.append("s,\(number(startTip.x)),\(number(startTip.y))") }
    if let endTip { words.append("e,\(number(endTip.x)),\(number(endTip.y))") }
    words += points.map { "\(number($0.x)),\(number($0.y))" }
    return words.joined(separator: " ")
  }

  /// Whether there is something to draw: a first point and whole pieces.
  var isWhole: Bool { points.count >= 4 && points.count % 3 == 1 }
}
