/// A JSON value whose keys keep the order in which they are written.
indirect enum JSONValue: Hashable, Sendable {
  case string(String)
  case integer(Int)
  case bool(Bool)
  case null
  case array([JSONValue])
  case object([Member])

  /// A key of an object, and its value.
  struct Member: Hashable, Sendable {
    let key: String
    let value: JSONValue
  }

  /// The value as text.
  ///
  /// - Parameter depth: How far it is indented; `nil` for a value on one line.
  /// - Returns: The text.
  func text(depth: Int? = 0) -> String {
    var text = ""
    write(to: &text, depth)
    return text
  }

  private func write(to text: inout String, _ depth: Int?) {
    switch self {
    case .string(let value): Self.write(value, to: &text)
    case .integer(let value): text += String(value)
    case .bool(let value): text += value ? "true" : "false"
    case .null: text += "null"
    case .array(let values):
      Self.write(values, "[", "]", to: &text, depth) { value, text, depth in
        value.write(to: &text, depth)
      }
    case .object(let members):
      Self.write(members, "{", "}", to: &text, depth) { member, text, depth in
        Self.write(member.key, to: &text)
        text += ": "
        member.value.write(to: &text, depth)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], _ open: String, _ close: String, to text: inout String, _ depth: Int?,
    _ write: (Item, inout String, Int?) -> Void
  ) {
    text += open
    let inner = depth.map { $0 + 1 }
    for (index, item) in items.enumerated() {
      if index > 0 { text += depth == nil ? ", " : "," }
      if let inner { text += "\n" + String(repeating: "  ", count: inner) }
      write(item, &text, inner)
    }
    if let depth, !items.isEmpty { text += "\n" + String(repeating: "  ", count: depth) }
    text += close
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // What an editor or a browser may take for a line end or a command, or turn the line round.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{61C}", "\u{200E}"..."\u{200F}",
        "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FEFF}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSONValue {
  /// A string, or null.
  init(_ text: String?) { self = text.map { .string($0) } ?? .null }

  /// An object; members without a value are left out.
  static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
  }

  /// A list of strings.
  static func strings(_ texts: some Sequence<String>) -> JSONValue {
    .array(texts.map { .string($0) })
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue: ExpressibleByIntegerLiteral {
  init(integerLiteral value: Int) { self = .integer(value) }
}
