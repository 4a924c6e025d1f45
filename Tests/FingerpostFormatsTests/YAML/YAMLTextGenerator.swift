import FingerpostFormats
import FingerpostTestSupport

/// Writes random YAML files that mix every style, with comments, and remembers their values.
struct YAMLTextGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A file whose root is a block mapping.
  mutating func document() -> String {
    let lineEnd = chance(4) ? "\r\n" : chance(8) ? "\r" : "\n"
    var text = chance(6) ? "\u{FEFF}" : ""
    if chance(3) { text += "# a file\n" }
    if chance(8) { text += "---\n" }
    text += mapping(column: 0, depth: 0)
    if chance(8) { text += "# the end\n" }
    if chance(10) { text += "...\n" }
    if chance(5) { while text.unicodeScalars.last == "\n" { text.unicodeScalars.removeLast() } }
    return text.replacing("\n", with: lineEnd)
  }

  /// A value to be written by an editor.
  mutating func value(depth: Int = 0) -> YAMLValue {
    switch Int.random(in: 0..<8, using: &random) {
    case 0 where depth < 3:
      return .sequence(
        (0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth: depth + 1) })
    case 1 where depth < 3:
      return .mapping(
        (0..<Int.random(in: 0...3, using: &random)).map { .init("k\($0)", value(depth: depth + 1)) }
      )
    case 2: return .null
    default: return .scalar(Self.texts.randomElement(using: &random) ?? "")
    }
  }

  static let texts = [
    "x", "two words", "", " ", "a: b", "a #b", "#c", "- d", "-", "null", "~", "yes", "9", "1e3",
    "2026-11-01", "it's", "\"q\"", "back\\slash", "line\nbreak", "tab\there", "é ü", "𝒳", "a,b",
    "[x]", "{y}", "*z", "&z", "!z", "%z", "@z", "`z", "|", ">", "?", "? x", ":", ":x", "x:",
    "http://a.b/c?d=e", "\u{0}", "\u{1B}", "\u{85}", "\u{2028}", "\u{FEFF}", "---", "...", "--- x",
    "trailing ", " leading", "a\r\nb", "'", "\"", "\\", "\n", "\t", "-5", "what?", "\u{FFFE}",
  ]

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  private mutating func comment(_ column: Int) -> String {
    var text = ""
    while chance(5) {
      text +=
        chance(3)
        ? "\n" : String(repeating: " ", count: chance(4) ? 0 : column) + "# note: [x\n"
    }
    return text
  }

  private mutating func trailing() -> String { chance(5) ? "  # é, why\n" : "\n" }

  private mutating func mapping(column: Int, depth: Int) -> String {
    var text = ""
    for index in 0..<Int.random(in: 1...4, using: &random) {
      if index > 0 || depth == 0 { text += comment(column) }
      if index > 0 || depth == 0 { text += String(repeating: " ", count: column) }
      let key = ["key\(index)", "\"k \(index)\"", "'ü\(index)'", "k \(index)"]
      text += (key.randomElement(using: &random) ?? "k") + ":"
      text += blockValue(column: column, depth: depth + 1, isInMapping: true)
    }
    return text
  }

  private mutating func sequence(column: Int, depth: Int) -> String {
    var text = ""
    for index in 0..<Int.random(in: 1...4, using: &random) {
      if index > 0 { text += comment(column) + String(repeating: " ", count: column) }
      text += "-"
      if depth < 4, chance(3) {
        text += " " + mapping(column: column + 2, depth: depth + 1)
      } else if depth < 4, chance(6) {
        text += " " + sequence(column: column + 2, depth: depth + 1)
      } else {
        text += blockValue(column: column, depth: depth + 1, isInMapping: false)
      }
    }
    return text
  }

  /// What follows a key or dash at `column`, from the space to the line end.
  private mutating func blockValue(column: Int, depth: Int, isInMapping: Bool) -> String {
    let indentation = chance(4) ? 4 : 2
    let inner = column + indentation
    let spaces = String(repeating: " ", count: inner)
    switch Int.random(in: 0..<(depth < 4 ? 12 : 7), using: &random) {
    case 0: return trailing()
    case 1: return " |\n\(spaces)one\n\n\(spaces)# two\n" + (chance(2) ? "\n" : "")
    case 2: return " >-\n\(spaces)one\n\(spaces)two\n"
    case 3: return "\n\(spaces)next line" + trailing()
    case 4: return " plain é\n\(spaces)goes on" + trailing()
    case 5: return " " + flow(column: inner, depth: depth) + trailing()
    case 6: return " " + scalar() + trailing()
    case 7, 8: return trailing() + comment(inner) + spaces + mapping(column: inner, depth: depth)
    case 9 where isInMapping:
      return trailing() + String(repeating: " ", count: column)
        + sequence(column: column, depth: depth)
    case 9, 10: return trailing() + comment(inner) + spaces + sequence(column: inner, depth: depth)
    default: return " " + flow(column: inner, depth: depth) + trailing()
    }
  }

  private mutating func scalar() -> String {
    ["plain", "two words", "'it''s'", "\"a \\\"q\\\" \\x41\"", "9", "ü", "null", "~", "\"\""]
      .randomElement(using: &random) ?? "x"
  }

  private mutating func flow(column: Int, depth: Int) -> String {
    guard depth < 5, !chance(3) else { return scalar() }
    let isSequence = chance(2)
    let isMultiline = chance(3)
    let spaces = "\n" + String(repeating: " ", count: column)
    let count = Int.random(in: 0...3, using: &random)
    var text = isSequence ? "[" : "{"
    for index in 0..<count {
      if isMultiline { text += spaces + (chance(4) ? "# above" + spaces : "") }
      if !isSequence { text += "f\(index)" + (chance(8) ? "" : ": ") }
      if isSequence || !text.hasSuffix("f\(index)") {
        text += chance(8) && !isSequence ? "" : flow(column: column + 2, depth: depth + 1)
      }
      if index < count - 1 || chance(4) {
        text += isMultiline && chance(5) ? ", # beside" + spaces : ", "
      }
    }
    if isMultiline && count > 0 { text += spaces }
    return text + (isSequence ? "]" : "}")
  }
}
