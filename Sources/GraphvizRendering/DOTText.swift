/// Text as a string of the DOT language, so that every character of it stands for itself.
///
/// A line break becomes a centred break. Backslashes are doubled, or `\N` and the like would be
/// replaced; ampersands are spelt out, or `&lt;` would be read as `<`.
///
/// Source: <https://graphviz.org/doc/info/lang.html>.
package func quoted(_ text: String) -> String {
  quoted(lines: text.split(separator: "\n", omittingEmptySubsequences: false), ending: "\\n")
}

/// Lines of text that all start at the left.
func leftAligned(_ lines: [String]) -> String {
  quoted(lines: (lines + [""]).map { $0[...] }, ending: "\\l")
}

private func quoted(lines: [Substring], ending: String) -> String {
  var result = "\""
  for (index, line) in lines.enumerated() {
    if index > 0 { result += ending }
    if line.utf8.allSatisfy({ (32..<127).contains($0) && !#"\"&"#.utf8.contains($0) }) {
      result += line
      continue
    }
    for scalar in printable(String(line)).unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "&": result += "&amp;"
      case "\n", "\t": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
  return result + "\""
}

/// A label whose lines have different sizes: markup that only we write, around escaped text.
package struct MarkedUpLabel: Hashable, Sendable {
  /// The label as DOT reads it, with its outer angle brackets.
  package private(set) var text: String

  /// Around the text in each place of a card's table, in points.
  static let cardPadding = 5.0

  /// A line of a label.
  struct Line: Hashable, Sendable {
    var text: String
    var size: Double
    var bold: Bool
    /// Whether it starts at the left instead of standing in the middle.
    var startsLeft: Bool

    init(_ text: String, size: Double, bold: Bool = false, startsLeft: Bool = false) {
      self.text = text
      self.size = size
      self.bold = bold
      self.startsLeft = startsLeft
    }

    /// A line without text only keeps a distance.
    fileprivate var markup: String {
      let face = bold ? " FACE=\"\(Typeface.bold)\"" : ""
      let content = text.isEmpty ? " " : escaped(text)
      return "<FONT POINT-SIZE=\"\(decimal(size))\"\(face)>\(content)</FONT>"
    }
  }

  /// Makes a label from lines.
  init(lines: [Line]) {
    text = "<"
    for (place, line) in lines.enumerated() {
      text += line.markup
      // A break places the line before it; the last line needs one only to start at the left.
      if line.startsLeft {
        text += "<BR ALIGN=\"LEFT\"/>"
      } else if place < lines.count - 1 {
        text += "<BR/>"
      }
    }
    text += ">"
  }

  /// Makes the label of a card: lines over columns of lines, all starting at the left.
  init(head: [Line], columns: [[Line]]) {
    func cell(_ lines: [Line], _ span: String = "") -> String {
      "<TD ALIGN=\"LEFT\" VALIGN=\"TOP\" BALIGN=\"LEFT\"\(span)>"
        + lines.map(\.markup).joined(separator: "<BR/>") + "</TD>"
    }
    text =
      "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" "
      + "CELLPADDING=\"\(decimal(Self.cardPadding))\">"
    if !head.isEmpty { text += "<TR>\(cell(head, " COLSPAN=\"\(columns.count)\""))</TR>" }
    text += "<TR>" + columns.map { cell($0) }.joined() + "</TR></TABLE>>"
  }
}

/// Text as the content or an attribute of an XML element.
package func escaped(_ text: String) -> String {
  if text.utf8.allSatisfy({ (32..<127).contains($0) && !#"&<>"'"#.utf8.contains($0) }) {
    return text
  }
  var result = ""
  for scalar in printable(text).unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// The attributes of a statement, in the order in which they were added.
struct DOTAttributes {
  private var parts: [String] = []

  mutating func add(_ name: Name, _ text: String) { parts.append("\(name)=\(quoted(text))") }
  mutating func add(_ name: Name, _ number: Double) { parts.append("\(name)=\(decimal(number))") }
  mutating func add(_ name: Name, inches points: Double) {
    parts.append("\(name)=\(GraphvizRendering.inches(points))")
  }
  mutating func add(_ name: Name, written text: String) { parts.append("\(name)=\(text)") }
  mutating func add(_ name: Name, _ point: Point) {
    parts.append("\(name)=\"\(decimal(point.x)),\(decimal(point.y))\"")
  }

  /// Between square brackets.
  var text: String { "[\(parts.joined(separator: ", "))]" }

  /// Every attribute that we write.
  ///
  /// Nothing from a map can add another: some of Graphviz's attributes read files.
  enum Name: String, CustomStringConvertible {
    case arrowhead, arrowsize, arrowtail, bb, bgcolor, color, constraint, dir, dpi, fillcolor
    case fixedsize, fontcolor, fontname, fontsize, forcelabels, group, height, id, label, labeljust
    case lp, margin, nodesep, outputorder, overlap, pad, penwidth, peripheries, pos, rank, rankdir
    case ranksep, shape, size, splines, style, weight, width

    var description: String { rawValue }
  }
}
