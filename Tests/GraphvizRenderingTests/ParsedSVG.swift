import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An SVG as an XML parser sees it.
final class ParsedSVG: NSObject, XMLParserDelegate {
  /// A group of shapes.
  struct Part {
    var attributes: [String: String]
    var title = ""
    var shapes: [String] = []
    /// The link around it, with its attributes.
    var link: [String: String]?
    /// The ids of the groups around it.
    var within: [String] = []
  }

  private(set) var root: [String: String] = [:]
  /// A line of text and where it starts, or where its middle is, in points from the left; its
  /// baseline, in points from the bottom.
  struct PlacedText {
    var text = ""
    var x: Double
    var baseline: Double
    var size: Double
    var isCentred: Bool
  }

  private(set) var texts: [String] = []
  private(set) var placedTexts: [PlacedText] = []
  private(set) var titles: [String] = []
  private(set) var summary = ""
  private(set) var ids: [String] = []
  private(set) var parts: [Part] = []
  private(set) var styles: [String] = []
  private var path: [String] = []
  private var open: [String] = []
  private var link: [String: String]?
  private var text = ""

  struct NotWellFormed: Error {}

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { throw NotWellFormed() }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if path.isEmpty { root = attributes }
    path.append(name)
    text = ""
    if let id = attributes["id"] { ids.append(id) }
    switch name {
    case "g":
      parts.append(Part(attributes: attributes, link: link, within: open.filter { !$0.isEmpty }))
      open.append(attributes["id"] ?? "")
    case "text":
      placedTexts.append(
        PlacedText(
          x: attributes["x"].flatMap { Double($0) } ?? 0,
          baseline: attributes["y"].flatMap { -(Double($0) ?? 0) } ?? 0,
          size: attributes["font-size"].flatMap { Double($0) } ?? 0,
          isCentred: attributes["text-anchor"] == "middle"))
    case "a": link = attributes
    case "path", "polygon", "ellipse", "polyline": update { $0.shapes.append(name) }
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    path.removeLast()
    switch name {
    case "title":
      titles.append(text)
      if path.last == "g" { update { $0.title = text } }
    case "g": open.removeLast()
    case "a": link = nil
    case "style": styles.append(text)
    case "desc": summary = text
    case "text":
      texts.append(text)
      placedTexts[placedTexts.count - 1].text = text
    default: break
    }
  }

  private func update(_ change: (inout Part) -> Void) {
    guard !parts.isEmpty else { return }
    change(&parts[parts.count - 1])
  }
}
