import FingerpostDiagrams

/// Rewrites an SVG from Graphviz so that it says in words what stands in it, and says so in the same
/// words on every machine.
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
    var lines: [String] = []
    var open: Opened?
    let source = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard let start = source.firstIndex(where: { $0.hasPrefix("<svg") }),
      let size = attribute("width", in: source[start])
        .flatMap({ width in attribute("height", in: source[start]).map { (width, $0) } }),
      let viewBox = source[start...].prefix(3).lazy.compactMap({ attribute("viewBox", in: $0) })
        .first
    else { throw .renderingFailed(format: "svg", messages: "the file has no size") }
    lines += header(width: size.0, height: size.1, viewBox: viewBox)

    let rest = source[start...].drop { !$0.contains(">") }.dropFirst()
    for line in rest {
      if line.hasPrefix("<!--") || line.hasPrefix("<title>") { continue }
      if line.hasPrefix("<g id=\"") {
        let name = attribute("id", in: line) ?? ""
        if name.hasPrefix("graph") {
          lines.append(replacing("id=\"\(name)\" ", with: "", in: String(line)))
          continue
        }
        let opened = Opened(name: name, part: catalogue.parts[name])
        lines += opening(opened)
        open = opened
      } else if line == "</g>", let closed = open {
        if closed.part?.link != nil { lines.append("</a>") }
        lines.append("</g>")
        if closed.isVisible { found.insert(closed.name) }
        open = nil
      } else {
        open?.see(line)
        lines.append(open == nil ? background(line) : restyled(line))
      }
    }
    let lost = catalogue.asked.filter { !found.contains($0.key) }.values.sorted()
    if let first = lost.first {
      throw .renderingFailed(format: "svg", messages: "\(first) is not in the file")
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
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
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
        + "viewBox=\"\(viewBox)\" role=\"graphics-document document\" lang=\"\(language)\" "
        + "xml:lang=\"\(language)\" aria-labelledby=\"\(title) \(summary)\">",
      "<title id=\"\(title)\">\(escaped(diagram.title))</title>",
      "<desc id=\"\(summary)\">\(escaped(diagram.summary))</desc>",
    ]
  }

  private func opening(_ opened: Opened) -> [String] {
    guard let part = opened.part else { return ["<g aria-hidden=\"true\">"] }
    guard let title = part.title else {
      return ["<g id=\"\(part.id)\" aria-hidden=\"true\">"]
    }
    var lines = [
      "<g id=\"\(part.id)\" role=\"graphics-symbol img\">", "<title>\(escaped(title))</title>",
    ]
    if let link = part.link { lines.append("<a href=\"\(escaped(link))\">") }
    return lines
  }

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
