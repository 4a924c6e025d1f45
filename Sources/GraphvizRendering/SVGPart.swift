public import FingerpostDiagrams

/// What a group of shapes in an SVG stands for.
struct SVGPart {
  /// Which shape must be among its shapes, so that it can be seen.
  enum Content {
    case line, anything
  }

  /// Its id in the finished file.
  var id: String
  /// What people read or hear; `nil` for what is decoration.
  var title: String?
  /// Where it leads; only an address that `LinkPolicy` allows.
  var link: String?
  var content = Content.anything
  /// Whether it is in English, and the picture is not.
  var isForeign = false
}

/// Gives every part of a picture an id that stays the same when other parts change.
struct SVGPartCatalogue {
  /// The parts by the ids in the DOT text.
  private(set) var parts: [String: SVGPart] = [:]
  /// The ids in DOT text of what the diagram asks for: nodes, lines and groups.
  private(set) var asked: [String: String] = [:]
  /// Passages in the order in which people read them, by the ids in the DOT text.
  private(set) var passages: [(group: SVGPart?, heading: String?, nodes: [String])] = []
  /// What all ids in the file begin with: what the diagram is of, and its name.
  let prefix: String
  private var taken: Set<String> = []

  init(
    _ diagram: Diagram, names: DOTNames, rung: Rung, layout: Layout, texts: [Furniture.Text],
    samples: Int
  ) {
    self.init(boxesAndLinesOf: diagram, names: names)
    var groups: [Diagram.Group.ID: (part: SVGPart, heading: String)] = [:]
    for (group, name) in names.groups where rung.hasGroups {
      add(name, "frame-\(slug(group.id))", title: nil)
      let heading = "\(PartName.heading)\(name)"
      add(heading, "heading-\(slug(group.id))", title: nil)
      let part = SVGPart(id: unused("group-\(slug(group.id))"), title: group.label)
      groups[group.id] = (part, heading)
      asked[name] = "the box around '\(group.id)'"
    }
    let order = ReadingOrder(of: diagram, layout: layout, hasGroups: rung.hasGroups)
    passages = order.passages.map { passage in
      let group = passage.group.flatMap { groups[$0] }
      return (group?.part, group?.heading, passage.nodes.compactMap { names.node[$0] })
    }
    let foreign = Set(diagram.foreignNotes.map(\.withSingleSpaces))
    for (index, text) in texts.enumerated() {
      let words = text.lines.joined(separator: " ")
      switch text.role {
      case .title: add("\(PartName.text)\(index)", "heading", title: nil)
      case .subtitle: add("\(PartName.text)\(index)", "subtitle", title: words)
      case .note:
        add("\(PartName.text)\(index)", "note", title: words)
        parts["\(PartName.text)\(index)"]?.isForeign = foreign.contains(words.withSingleSpaces)
      case .legend: add("\(PartName.text)\(index)", "legend", title: words)
      }
    }
    for index in 0..<samples {
      add("\(PartName.sample)\(index)", "sample-\(index + 1)", title: nil)
    }
  }

  /// Names the boxes and lines, before anything else takes an id.
  fileprivate init(boxesAndLinesOf diagram: Diagram, names: DOTNames) {
    // A slug never holds two hyphens, so no other subject and name make the same prefix.
    prefix = [diagram.subject, diagram.name].compactMap { $0.map(slug) }.joined(separator: "--")
    for (node, name) in names.nodes {
      add(
        name, "node-\(slug(node.id))", title: node.title, link: LinkPolicy.allowed(node.link))
      asked[name] = "the box '\(node.id)'"
    }
    for (edge, name) in names.edges {
      add(name, "line-\(slug(edge.id))", title: edge.title, content: .line)
      asked[name] = "the line '\(edge.id)'"
    }
  }

  /// The id of the picture's own title or description.
  func id(of word: String) -> String { "\(prefix)-\(word)" }

  private mutating func add(
    _ name: String, _ wanted: String, title: String?, link: String? = nil,
    content: SVGPart.Content = .anything
  ) {
    parts[name] = SVGPart(id: unused(wanted), title: title, link: link, content: content)
  }

  private mutating func unused(_ wanted: String) -> String {
    var id = "\(prefix)-\(wanted)"
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(prefix)-\(wanted)-\(number)"
      number += 1
    }
    return id
  }
}

/// The ids that the boxes and lines of a diagram have in its SVG files, for programs that act on a
/// picture on a page.
public struct SVGIDs: Sendable {
  /// The id in the file of each box.
  public let nodes: [Diagram.Node.ID: String]
  /// The id in the file of each line.
  public let edges: [Diagram.Edge.ID: String]

  /// Finds the ids, which depend on nothing but the diagram.
  ///
  /// - Complexity: O(*n* log *n*) for *n* boxes and lines.
  public init(of diagram: Diagram) {
    let names = DOTNames(of: diagram)
    let parts = SVGPartCatalogue(boxesAndLinesOf: diagram, names: names).parts
    nodes = names.nodes.reduce(into: [:]) { $0[$1.node.id] = parts[$1.name]?.id }
    edges = names.edges.reduce(into: [:]) { $0[$1.edge.id] = parts[$1.name]?.id }
  }
}

extension String {
  /// As it reads, however it is broken into lines.
  fileprivate var withSingleSpaces: String {
    split { $0.isWhitespace }.joined(separator: " ")
  }
}

/// Text as an id: lower-case ASCII letters, digits and single hyphens.
private func slug(_ text: String) -> String {
  var result = ""
  for scalar in text.lowercased().unicodeScalars {
    if ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) {
      result.unicodeScalars.append(scalar)
    } else if !result.isEmpty, !result.hasSuffix("-") {
      result += "-"
    }
  }
  while result.hasSuffix("-") { result.removeLast() }
  return result.isEmpty ? "part" : result
}

/// Which addresses a picture may lead to.
package enum LinkPolicy {
  /// The address when it is a page on the web or in the same place; `nil` for any other, such as
  /// `javascript:`.
  package static func allowed(_ address: String?) -> String? {
    guard let address, !address.isEmpty, !address.hasPrefix("//"), !address.contains("\\"),
      address.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value != 127 })
    else { return nil }
    let lowered = address.lowercased()
    if lowered.hasPrefix("https://") || lowered.hasPrefix("http://") { return address }
    let beforePath = address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return beforePath.contains(":") ? nil : address
  }
}
