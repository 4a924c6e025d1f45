/// Writes values as YAML text.
package struct YAMLWriter {
  /// Two spaces or whatever the file uses.
  var indentation = 2
  /// The line end of the file.
  var lineEnd = "\n"

  /// A writer that indents by two spaces and ends lines as Unix does.
  package init() {}

  /// A writer that writes as a file does.
  init(indentation: Int, lineEnd: String) {
    self.indentation = indentation
    self.lineEnd = lineEnd
  }

  /// A value on one line, as it stands in brackets; `isInFlow` when it does stand in some.
  package func inline(
    _ value: YAMLValue, isInFlow: Bool, like style: YAMLNode.Style = .plain
  ) -> String {
    switch value {
    case .null: "null"
    case .scalar(let text): Self.scalar(text, isInFlow: isInFlow, like: style)
    case .quoted(let text): Self.scalar(text, isInFlow: isInFlow, like: .doubleQuoted)
    case .sequence(let elements):
      "[" + elements.map { inline($0, isInFlow: true) }.joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { entry($0, isInFlow: true) }.joined(separator: ", ") + "}"
    }
  }

  /// A key and its value on one line.
  func entry(_ entry: YAMLValue.Entry, isInFlow: Bool) -> String {
    Self.scalar(entry.key, isInFlow: isInFlow) + ": " + inline(entry.value, isInFlow: isInFlow)
  }

  /// A list or mapping in indented lines; the first is not indented, as something stands before it.
  package func block(_ value: YAMLValue, column: Int) -> String {
    let separator = lineEnd + String(repeating: " ", count: column)
    switch value {
    case .sequence(let elements) where !elements.isEmpty:
      return elements.map { blockItem($0, column: column) }.joined(separator: separator)
    case .mapping(let entries) where !entries.isEmpty:
      return entries.map { blockEntry($0, column: column) }.joined(separator: separator)
    default: return inline(value, isInFlow: false)
    }
  }

  /// A list item with its dash, which stands at `column`.
  func blockItem(_ value: YAMLValue, column: Int) -> String {
    "- "
      + (value.isListOfScalars ? inline(value, isInFlow: false) : block(value, column: column + 2))
  }

  /// A key at `column` with its value, which follows in lines of its own if it needs them.
  package func blockEntry(_ entry: YAMLValue.Entry, column: Int) -> String {
    let key = Self.scalar(entry.key, isInFlow: false)
    guard entry.value.isFilledCollection, !entry.value.isListOfScalars else {
      return key + ": " + inline(entry.value, isInFlow: false)
    }
    let inner = column + indentation
    return key + ":" + lineEnd + String(repeating: " ", count: inner)
      + block(entry.value, column: inner)
  }

  // MARK: Scalars

  /// Text in lines of its own after `|` or `>`; `nil` for text that does not read back from there.
  ///
  /// Folded lines become no longer than the longest that was there, so that few of them change.
  func blockScalar(
    _ text: String, like style: YAMLNode.Style, measure: (column: Int, width: Int)
  ) -> String? {
    let column = measure.column
    var paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    let isEnded = paragraphs.last == ""
    if isEnded { paragraphs = paragraphs.dropLast() }
    // What begins or ends with a space, or holds an empty line at an end, would read otherwise.
    guard column > 0, let first = paragraphs.first, let last = paragraphs.last, first != "",
      last != "",
      paragraphs.allSatisfy({ paragraph in
        paragraph.unicodeScalars.allSatisfy { Self.isPrintable($0) } && paragraph.first != " "
          && paragraph.last != " "
      })
    else { return nil }
    var lines: [Substring] = []
    for (place, paragraph) in paragraphs.enumerated() {
      guard style == .folded else {
        lines.append(paragraph)
        continue
      }
      if place > 0 { lines.append("") }
      if paragraph != "" { lines += Self.folded(paragraph, width: max(40, measure.width) - column) }
    }
    let head = (style == .folded ? ">" : "|") + (isEnded ? "" : "-")
    let indent = String(repeating: " ", count: column)
    return ([head] + lines.map { $0 == "" ? "" : indent + $0 }).joined(separator: lineEnd)
  }

  /// Lines that are one again when they are read; broken at single spaces only.
  private static func folded(_ text: Substring, width: Int) -> [Substring] {
    var lines: [Substring] = []
    var (start, lastSpace) = (text.startIndex, String.Index?.none)
    var length = 0
    for index in text.indices {
      length += 1
      if length > width, text[index] != " ", let space = lastSpace {
        lines.append(text[start..<space])
        start = text.index(after: space)
        length = text.distance(from: start, to: index) + 1
        lastSpace = nil
      }
      if text[index] == " ", index > start, text[text.index(before: index)] != " ",
        text.index(after: index) < text.endIndex, text[text.index(after: index)] != " "
      {
        lastSpace = index
      }
    }
    return lines + [text[start...]]
  }

  /// Text as a scalar: plain where that reads back as the same text, else quoted.
  ///
  /// Words like `no` and numbers stay plain, since maps read every scalar as text; `null` and `~`
  /// are quoted, since they state nothing.
  package static func scalar(
    _ text: String, isInFlow: Bool, like style: YAMLNode.Style = .plain
  ) -> String {
    let isPrintable = text.unicodeScalars.allSatisfy { Self.isPrintable($0) }
    switch style {
    case .singleQuoted where isPrintable: return singleQuoted(text)
    case .doubleQuoted: return doubleQuoted(text)
    default:
      if isPrintable && isPlain(text, isInFlow: isInFlow) { return text }
      let needsEscapes = text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
      return isPrintable && needsEscapes ? singleQuoted(text) : doubleQuoted(text)
    }
  }

  private static func singleQuoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { result.unicodeScalars.append("'") }
      result.unicodeScalars.append(scalar)
    }
    return result + "'"
  }

  private static func doubleQuoted(_ text: String) -> String {
    var result = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        result.append("\\")
        result.append(scalar)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\r": result.append(contentsOf: "\\r".unicodeScalars)
      case "\t": result.append(contentsOf: "\\t".unicodeScalars)
      case let scalar where isPrintable(scalar): result.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let (mark, width) =
          scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x1_0000 ? ("u", 4) : ("U", 8)
        let zeros = String(repeating: "0", count: width - digits.count)
        result.append(contentsOf: "\\\(mark)\(zeros)\(digits)".unicodeScalars)
      }
    }
    result.append("\"")
    return String(result)
  }

  /// Whether a scalar can stand in a file without an escape.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  /// Whether printable text reads back as itself without quotes.
  private static func isPlain(_ text: String, isInFlow: Bool) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last else { return false }
    if ["~", "null", "Null", "NULL"].contains(text) { return false }
    if first == 0x20 || last == 0x20 || last == UInt8(ascii: ":") { return false }
    if "?:,[]{}#&*!|>'\"%@`".utf8.contains(first) { return false }
    if first == UInt8(ascii: "-"), bytes.count == 1 || "- ,[]{}".utf8.contains(bytes[1]) {
      return false
    }
    if text.hasPrefix("...") || text.hasPrefix("---") { return false }
    for index in bytes.indices.dropFirst() {
      switch bytes[index] {
      case UInt8(ascii: "#") where bytes[index - 1] == 0x20: return false
      case 0x20 where bytes[index - 1] == UInt8(ascii: ":"): return false
      case let byte where isInFlow && ",[]{}?".utf8.contains(byte): return false
      default: break
      }
    }
    return true
  }
}
