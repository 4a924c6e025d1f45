import FingerpostFormats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A JSON value of a service directory.
indirect enum DirectoryValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Decimal)
  case text(String)
  case list([DirectoryValue])
  case object(DirectoryObject)

  /// A number that is written as JSON writes numbers; `nil` for any other text.
  init?(number text: String) {
    guard text.utf8.allSatisfy({ (48...57).contains($0) || "-.eE+".utf8.contains($0) }),
      Double(text) != nil, let number = Decimal(string: text), !number.isNaN
    else { return nil }
    self = .number(number)
  }

  /// The members of an object; `nil` for anything else.
  var object: DirectoryObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The items of a list; `nil` for anything else.
  var list: [DirectoryValue]? {
    if case .list(let items) = self { items } else { nil }
  }

  /// A text that says something, without the spaces around it, or a number as text.
  var words: String? {
    switch self {
    case .text(let text):
      let words = text.trimmed
      return words.isEmpty ? nil : words
    case .number(let number): return "\(number)"
    case .null, .bool, .list, .object: return nil
    }
  }
}

/// A JSON object whose members keep their order; there are few of them, so that one is found by
/// looking through all.
struct DirectoryObject: Hashable, Sendable {
  /// A name and its value.
  struct Member: Hashable, Sendable {
    let name: String
    var value: DirectoryValue
  }

  private(set) var members: [Member] = []

  init(members: [Member] = []) { self.members = members }

  /// The value of a member; set to `nil`, it is taken out.
  subscript(name: String) -> DirectoryValue? {
    get { members.first { $0.name == name }?.value }
    set {
      let index = members.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// What a member says in words.
  func words(_ name: String) -> String? { self[name]?.words }

  /// The objects in the list of a member; what else stands in it is left aside.
  func objects(_ name: String) -> [DirectoryObject] {
    self[name]?.list?.compactMap(\.object) ?? []
  }
}

// MARK: - JSON

extension DirectoryValue: Decodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Decodes any JSON; the members of objects are in the order of their names.
  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let object = try? decoder.container(keyedBy: Key.self) {
      self = .object(
        DirectoryObject(
          members: try object.allKeys.sorted { $0.stringValue < $1.stringValue }.map {
            .init(name: $0.stringValue, value: try object.decode(DirectoryValue.self, forKey: $0))
          }))
    } else if var list = try? decoder.unkeyedContainer() {
      var items: [DirectoryValue] = []
      while !list.isAtEnd { items.append(try list.decode(DirectoryValue.self)) }
      self = .list(items)
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else {
      self = .number(try value.decode(Decimal.self))
    }
  }

  /// The value of JSON text; `nil` when it is none.
  init?(json: Data) {
    guard let value = try? JSONDecoder().decode(DirectoryValue.self, from: json) else { return nil }
    self = value
  }

  /// The value as JSON on one line.
  var json: String {
    var bytes: [UInt8] = []
    write(to: &bytes, depth: nil)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the value as JSON.
  ///
  /// - Parameters:
  ///   - bytes: Takes the text.
  ///   - depth: How far it is indented; `nil` for all on one line.
  func write(to bytes: inout [UInt8], depth: Int?) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let bool): bytes += (bool ? "true" : "false").utf8
    case .number(let number): bytes += (number.isNaN ? "null" : "\(number)").utf8
    case .text(let text): Self.write(text, to: &bytes)
    case .list(let items):
      Self.write(items, "[", "]", to: &bytes, depth) { $0.write(to: &$1, depth: $2) }
    case .object(let object):
      Self.write(object.members, "{", "}", to: &bytes, depth) { member, bytes, depth in
        Self.write(member.name, to: &bytes)
        bytes += (depth == nil ? ":" : ": ").utf8
        member.value.write(to: &bytes, depth: depth)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], _ open: String, _ close: String, to bytes: inout [UInt8], _ depth: Int?,
    _ write: (Item, inout [UInt8], Int?) -> Void
  ) {
    bytes += open.utf8
    let inner = depth.map { $0 + 1 }
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if let inner { Self.startLine(inner, in: &bytes) }
      write(item, &bytes, inner)
    }
    if let depth, !items.isEmpty { startLine(depth, in: &bytes) }
    bytes += close.utf8
  }

  private static func startLine(_ depth: Int, in bytes: inout [UInt8]) {
    bytes.append(10)
    bytes += repeatElement(32, count: depth * 2)
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 10: bytes += "\\n".utf8
      case 0..<0x20, 0x7F:
        let digits = String(byte, radix: 16)
        bytes += "\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

// MARK: - What a map file says

extension DirectoryValue {
  /// What a map file says, as JSON: every value is text, as it is in a map file; the text `none` stands
  /// in quotation marks of its own, so that it is told from the word.
  init(_ value: YAMLValue) {
    switch value {
    case .null: self = .null
    case .scalar("none"): self = .text("none")
    case .scalar(let text), .quoted(let text): self = .text(CellNone.quoted(text, where: true))
    case .sequence(let items): self = .list(items.map { DirectoryValue($0) })
    case .mapping(let entries):
      var object = DirectoryObject()
      for entry in entries { object[entry.key] = DirectoryValue(entry.value) }
      self = .object(object)
    }
  }

  /// The value as a map file says it.
  var yaml: YAMLValue {
    switch self {
    case .null: .null
    case .bool(let bool): .scalar(bool ? "yes" : "no")
    case .number(let number): .scalar("\(number)")
    case .text("none"): .scalar("none")
    case .text(let text): YAMLValue(text: CellNone.unquoted(text))
    case .list(let items): .sequence(items.map(\.yaml))
    case .object(let object): .mapping(object.members.map { .init($0.name, $0.value.yaml) })
    }
  }
}

extension YAMLValue {
  /// A text that is no word of the map format, even if it says `none`.
  init(text: String) { self = text == "none" ? .quoted(text) : .scalar(text) }
}
