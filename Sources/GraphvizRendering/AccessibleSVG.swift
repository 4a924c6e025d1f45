import FingerpostDiagrams

/// Rewrites an SVG from Graphviz so that it says in words what stands in it, in the order in which
/// people read it, and says so in the same words on every machine.
///
/// Lines come first, so that boxes lie on top of them; then boxes, group by group, so that a keyboard
/// comes to their links in reading order; then the legend and the small print.
///
/// Source for the roles: <https://www.w3.org/TR/graphics-aria-1.0/>.
struct AccessibleSVG {
  private let diagram: Diagram
  private let catalogue: SVGPartCatalogue

  init(_ diagram: Diagram, parts: SVGPartCatalogue) {
    self.diagram = diagram
    catalogue = parts
  }

  /// The finished file; fails when something that the diagram asks for is not in it.
  func rewrite(_ bytes: [UInt8]) throws(GraphvizError) -> [UInt8] {
    var found: Set<String> = []
    var before: [String] = []
    var after: [String] = []
    var parts = WrittenParts()
    var open: Opened?
    let source = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard let start = source.firstIndex(where: { $0.hasPrefix("<svg") }),
      let size = attribute("width", in: source[start])
        .flatMap({ width in attribute("height", in: source[start]).map { (width, $0) } }),
      let viewBox = source[start...].prefix(3).lazy.compactMap({ attribute("viewBox", in: $0) })
        .first
    else { throw .renderingFailed(format: "svg", messages: "the file has no size") }
    let rest = source[start...].drop { !$0.contains(">") }.dropFirst()
    for line in rest {
      if line.hasPrefix("<!--") || line.hasPrefix("<title>") { continue }
      if line.hasPrefix("<g id=\"") {
        let name = attribute("id", in: line) ?? ""
        if name.hasPrefix("graph") {
          before.append(replacing("id=\"\(name)\" ", with: "", in: String(line)))
          continue
        }
        let opened = Opened(name: name, part: catalogue.parts[name])
        parts.add(opening(opened), to: name)
        open = opened
      } else if line == "</g>", let closed = open {
        parts.add(closed.part?.link == nil ? ["</g>"] : ["</g>", "</a>"], to: closed.name)
        if closed.isVisible { found.insert(closed.name) }
        open = nil
      } else if let name = open?.name {
        open?.see(line)
        parts.add([restyled(line)], to: name)
      } else if parts.isEmpty {
        before.append(background(line))
      } else {
        after.append(String(line))
      }
    }
    let lost = catalogue.asked.filter { !found.contains($0.key) }.values.sorted()
    if let first = lost.first {
      throw .renderingFailed(format: "svg", messages: "\(first) is not in the file")
    }
    let lines =
      header(width: size.0, height: size.1, viewBox: viewBox) + before + ordered(&parts) + after
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// What is written for each part, in the order in which Graphviz wrote them.
  private struct WrittenParts {
    private var lines: [String: [String]] = [:]
    private var names: [String] = []

    var isEmpty: Bool { names.isEmpty }

    mutating func add(_ more: [String], to name: String) {
      if lines[name] == nil { names.append(name) }
      lines[name, default: []] += more
    }

    mutating func take(_ name: String) -> [String] { lines.removeValue(forKey: name) ?? [] }

    mutating func takeAll(where isWanted: (String) -> Bool = { _ in true }) -> [String] {
      names.filter(isWanted).flatMap { take($0) }
    }
  }

  private func ordered(_ parts: inout WrittenParts) -> [String] {
    var boxes: [String] = []
    for passage in catalogue.passages {
      let nodes = passage.nodes.flatMap { parts.take($0) }
      guard let group = passage.group, let title = group.title else {
        boxes += nodes
        continue
      }
      boxes += [
        "<g id=\"\(group.id)\" role=\"graphics-object group\">", "<title>\(escaped(title))</title>",
      ]
      boxes += nodes + (passage.heading.map { parts.take($0) } ?? []) + ["</g>"]
    }
    // What is asked for and is no box: frames, then lines.
    let below = parts.takeAll { catalogue.asked[$0] != nil }
    return below + boxes + parts.takeAll()
  }

  /// A group whose shapes are being read.
  private struct Opened {
    let name: String
    let part: SVGPart?
    private var hasLine = false
    private var hasShape = false

    init(name: String, part: SVGPart?) {
      self.name = name
      self.part = part
    }

    /// Whether what has been seen is enough to be seen by people.
    var isVisible: Bool { part?.content == .line ? hasLine : hasShape }

    mutating func see(_ line: Substring) {
      if line.hasPrefix("<path") { hasLine = hasLine || line.contains(" d=\"M") }
      if ["<path", "<polygon", "<ellipse", "<polyline", "<text"].contains(where: line.hasPrefix) {
        hasShape = true
      }
    }
  }

  private func header(width: String, height: String, viewBox: String) -> [String] {
    let (title, summary) = (catalogue.id(of: "title"), catalogue.id(of: "summary"))
    let language = escaped(diagram.language)
    return [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"\(catalogue.prefix)\" width=\"\(width)\" "
        + "height=\"\(height)\" "
        + "viewBox=\"\(viewBox)\" role=\"graphics-document document\" lang=\"\(language)\" "
        + "xml:lang=\"\(language)\" aria-labelledby=\"\(title) \(summary)\">",
      "<title id=\"\(title)\">\(escaped(diagram.title))</title>",
      "<desc id=\"\(summary)\">\(escaped(diagram.summary))</desc>",
    ] + focusStyle
  }

  /// How the box of a link shows that the keyboard is there: a heavy outline, and one around it for
  /// boxes that are as dark as the text.
  private var focusStyle: [String] {
    guard catalogue.parts.values.contains(where: { $0.link != nil }) else { return [] }
    let color = diagram.paper.text.rawValue
    let link = "[id=\"\(catalogue.prefix)\"] a:focus-visible"
    let shapes = ["path", "polygon", "ellipse"].map { "\(link) \($0)" }.joined(separator: ",")
    return [
      "<style>\(link){outline:3px solid \(color);outline-offset:3px}"
        + "\(shapes){stroke:\(color);stroke-width:4px}</style>"
    ]
  }

  private func opening(_ opened: Opened) -> [String] {
    guard let part = opened.part else { return ["<g aria-hidden=\"true\">"] }
    guard let title = part.title else {
      return ["<g id=\"\(part.id)\" aria-hidden=\"true\">"]
    }
    let symbol = [
      "<g id=\"\(part.id)\" role=\"graphics-symbol img\"\(part.isForeign ? english : "")>",
      "<title>\(escaped(title))</title>",
    ]
    // A link within a symbol would be hidden from people who listen.
    guard let link = part.link else { return symbol }
    return ["<a href=\"\(escaped(link))\" aria-label=\"\(escaped(title))\">"] + symbol
  }

  private var english: String { " lang=\"en\" xml:lang=\"en\"" }

  private func background(_ line: Substring) -> String {
    guard line.hasPrefix("<polygon ") else { return String(line) }
    return replacing("<polygon ", with: "<polygon aria-hidden=\"true\" ", in: restyled(line))
  }

  /// Fonts that some machine has, and no colour that SVG 1.1 does not know.
  private func restyled(_ line: Substring) -> String {
    let family = "font-family=\"Arial, Liberation Sans, Helvetica, sans-serif\""
    var text = String(line)
    if line.hasPrefix("<text") {
      text = replacing(
        "font-family=\"\(Typeface.bold)\"", with: "\(family) font-weight=\"bold\"", in: text)
      return replacing("font-family=\"\(Typeface.regular)\"", with: family, in: text)
    }
    text = replacing("stroke=\"transparent\"", with: "stroke=\"none\"", in: text)
    return replacing("fill=\"transparent\"", with: "fill=\"none\"", in: text)
  }

  private func attribute(_ name: String, in line: Substring) -> String? {
    guard let start = line.utf8Range(of: "\(name)=\"")?.upperBound,
      let end = line[start...].utf8.firstIndex(of: UInt8(ascii: "\""))
    else { return nil }
    return String(line[start..<end])
  }

  private func replacing(_ old: String, with new: String, in text: String) -> String {
    guard let range = text.utf8Range(of: old) else { return text }
    return text[..<range.lowerBound] + new + text[range.upperBound...]
  }
}

extension StringProtocol {
  /// Where some bytes first stand, found without looking at characters: Graphviz writes thousands of
  /// lines, and what is looked for in them is ASCII.
  fileprivate func utf8Range(of bytes: String) -> Range<Index>? {
    let wanted = Array(bytes.utf8)
    let offset = utf8.withContiguousStorageIfAvailable { text -> Int? in
      guard let first = wanted.first, text.count >= wanted.count else { return nil }
      return (0...(text.count - wanted.count)).first {
        text[$0] == first && text[$0..<($0 + wanted.count)].elementsEqual(wanted)
      }
    }
    guard let found = offset ?? nil else { return nil }
    let start = utf8.index(startIndex, offsetBy: found)
    return start..<utf8.index(start, offsetBy: wanted.count)
  }
}
