import FingerpostFormats
import FingerpostSamples

/// A map that uses keys at random, made from the descriptions of the shapes.
///
/// Every reference names something that the map does not hold, so that ids clash nowhere and
/// nothing leads in a circle.
public struct RandomMap {
  /// The map in YAML.
  public let text: String

  /// Makes a map; the same seed makes the same one.
  public init(seed: Int) {
    var writer = RandomMapWriter(seed: seed)
    text = writer.map()
  }
}

private struct RandomMapWriter {
  private var generator: SeededGenerator
  private var made = 0

  init(seed: Int) { generator = SeededGenerator(seed: UInt64(seed)) }

  mutating func map() -> String {
    record(MapFormat.shapes[0], indent: "", depth: 0).drop { $0.isNewline } + "\n"
  }

  // MARK: - Records

  private mutating func record(_ shape: ShapeDescription, indent: String, depth: Int) -> String {
    var lines = ""
    let fields = shape.fields()
    // The few keys of a small record deep down would otherwise seldom be written.
    let likelihood =
      depth == 0 ? 0.7 : depth < 4 ? (fields.count < 6 ? 0.5 : 0.25) : 0.05
    for field in fields {
      // Without an id of their own, two items of a list could have the same.
      let isNeeded = field.isRequired || field.key == "title" || field.key == "id"
      guard isNeeded || chance(likelihood) else { continue }
      let isEmpty = !isNeeded && chance(0.05)
      let value =
        isEmpty ? "" : value(field.value, of: field.key, in: shape, indent: indent, depth: depth)
      lines += "\n\(indent)\(field.key):\(value)"
    }
    return lines.isEmpty ? " {}" : lines
  }

  private mutating func value(
    _ value: ValueDescription, of key: String, in shape: ShapeDescription, indent: String,
    depth: Int
  ) -> String {
    switch value {
    case .text: return " " + text()
    case .id, .reference: return " " + newID()
    case .word(_, let words): return " " + pick(words.map(\.raw))
    case .yesNo: return " " + pick(["yes", "no", "true", "false"])
    case .integer(let range): return " \(Int.random(in: range, using: &generator))"
    case .pattern(let name, _, let examples, _):
      return " " + form(name, examples, of: key)
    case .list(let item):
      if chance(0.1) { return pick([" none", " []"]) }
      if chance(0.3) { return self.value(item, of: key, in: shape, indent: indent, depth: depth) }
      return list(indent) {
        $0.value(item, of: key, in: shape, indent: indent + "  ", depth: depth)
      }
    case .records(let inner):
      if chance(0.1) { return pick([" none", " []"]) }
      return list(indent) { $0.record(inner, indent: indent + "    ", depth: depth + 1) }
    case .record(let inner): return record(inner, indent: indent + "  ", depth: depth + 1)
    case .keyed(let inner):
      if chance(0.05) { return " none" }
      var lines = ""
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let entry =
          chance(0.2) ? " " + text() : record(inner, indent: indent + "    ", depth: depth + 1)
        lines += "\n\(indent)  \(newID()):\(entry)"
      }
      return lines
    case .table(let words):
      return words.filter { _ in chance(0.8) }
        .map { "\n\(indent)  \($0.raw): \(Int.random(in: 0...100, using: &generator))" }.joined()
        .orEmptyMapping
    case .orNone(let inner):
      if chance(0.3) { return " none" }
      return self.value(inner, of: key, in: shape, indent: indent, depth: depth)
    }
  }

  private mutating func list(_ indent: String, of item: (inout Self) -> String) -> String {
    var lines = ""
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      lines += "\n\(indent)  -\(item(&self))"
    }
    return lines
  }

  // MARK: - Values

  private mutating func text() -> String {
    pick([
      "plain words", "\"none\"", "\"with: a colon, and # a hash\"", "'one ''quoted'''", "2019",
      "yes",
      "0.5", "\"\\u00e9 and \\U0001F9F8\"",
    ])
  }

  private mutating func newID() -> String {
    made += 1
    return pick(["a", "some-thing-", "x.", "y_"]) + "\(made)"
  }

  private mutating func form(_ name: String, _ examples: [String], of key: String) -> String {
    switch name {
    case "a date":
      // What ends, ends after what begins.
      let isEnd = key.hasSuffix("until") || key == "closes"
      let year = Int.random(in: isEnd ? 2040...2060 : 1990...2030, using: &generator)
      return pick(["\(year)", "\(year)-02", "\(year)-12-31"])
    case "an age":
      return pick(
        key == "from"
          ? ["conception", "20 weeks of pregnancy", "birth"] : ["6 weeks", "2 years", "no limit"])
    case "the address of an element":
      made += 1
      return "services/a-\(made)"
    default: return pick(examples)
    }
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &generator) ?? ""
  }

  private mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < probability
  }
}

extension String {
  fileprivate var orEmptyMapping: String { isEmpty ? " {}" : self }
}
