#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Cuts a JSON file into the elements of its list, without making sense of any of them, so that a file
/// of any size is read an element at a time and a broken element is one problem.
///
/// Read are a single object, a list, a page of a programming interface (`{"contents": […]}`), an object
/// of several lists (`{"services": […], "organizations": […]}`), and any of these one after the other,
/// such as a file of JSON lines.
struct JSONParts {
  /// A part of the file.
  enum Part {
    /// An object with the line in which it begins; `list` is the name of the list it stands in, unless
    /// that is `contents` or has no name.
    case element(Range<Int>, line: Int, list: String?)
    /// Something that stands beside the lists of a page.
    case member(String, Range<Int>, line: Int)
    /// Something that is no JSON, and what to do about it.
    case broken(line: Int, String)
  }

  /// How deep lists and objects may lie within one another in an element.
  static let depth = 64
  /// How deep an element may be for its end to be looked for at all.
  private static let deepest = 1_000
  /// The longest element, in bytes.
  static let size = 16 << 20

  private let bytes: UnsafeRawBufferPointer
  private let isLines: Bool
  private let lists: Set<String>
  private var position = 0
  private var line = 1

  /// Takes the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - isLines: Whether every line is a value of its own, so that what is broken ends with its line.
  ///   - lists: The names of members that are lists of elements, beside `contents`.
  init(_ bytes: UnsafeRawBufferPointer, isLines: Bool, lists: Set<String>) {
    self.bytes = bytes
    self.isLines = isLines
    self.lists = lists
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Gives every part, in order.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  mutating func forEach(_ take: (Part) -> Void) {
    skipSpace()
    if isLines {
      while position < bytes.count {
        let begin = (position, line)
        let end = bytes[position...].firstIndex(of: 10) ?? bytes.count
        let depth = skipValue() ?? 0
        take(element(begin.0..<end, line: begin.1, depth: depth, list: nil))
        (position, line) = (end, begin.1)
        skipSpace()
      }
      return
    }
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "["): list(nil, take)
      case UInt8(ascii: "{"): object(take)
      case UInt8(ascii: ","): position += 1
      default:
        take(
          .broken(
            line: line,
            "here a JSON object or list was expected; a directory is a list of services, a page with "
              + "`contents`, or a service a line"))
        // What follows on the same line is part of the same trouble.
        position = bytes[position...].firstIndex(of: 10) ?? bytes.count
      }
      skipSpace()
    }
  }

  /// Reads a list, at whose bracket it stands.
  private mutating func list(_ name: String?, _ take: (Part) -> Void) {
    let start = line
    position += 1
    while true {
      skipSpace()
      guard position < bytes.count else {
        return take(
          .broken(line: start, "the list that begins here has no end; is the file whole?"))
      }
      switch bytes[position] {
      case UInt8(ascii: "]"):
        position += 1
        return
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "}"), UInt8(ascii: ":"):
        take(.broken(line: line, "a bracket or a colon stands here that belongs to nothing"))
        position += 1
      default:
        let begin = (position, line)
        if let depth = skipValue() {
          take(element(begin.0..<position, line: begin.1, depth: depth, list: name))
        } else if !skipBroken(from: begin, take) {
          return
        }
      }
    }
  }

  /// Reads an object, at whose brace it stands: a page of elements, or an element itself.
  private mutating func object(_ take: (Part) -> Void) {
    let start = (position, line)
    var members: [(name: String, range: Range<Int>, line: Int)] = []
    position += 1
    while let member = nextMember() { members.append(member) }
    let isWhole = position < bytes.count && bytes[position] == UInt8(ascii: "}")
    if isWhole { position += 1 }
    let end = (position, line)
    // The lists of something that has an id belong to it.
    let hasID = members.contains { $0.name == "id" }
    func isList(_ member: (name: String, range: Range<Int>, line: Int)) -> Bool {
      bytes[member.range.lowerBound] == UInt8(ascii: "[")
        && (member.name == "contents" || (!hasID && lists.contains(member.name)))
    }
    guard members.contains(where: isList) else {
      (position, line) = start
      if let depth = skipValue() {
        take(element(start.0..<position, line: start.1, depth: depth, list: nil))
      } else {
        _ = skipBroken(from: start, take)
      }
      return
    }
    for member in members {
      if isList(member) {
        (position, line) = (member.range.lowerBound, member.line)
        list(member.name == "contents" ? nil : member.name, take)
      } else {
        take(.member(member.name, member.range, line: member.line))
      }
    }
    (position, line) = end
    if !isWhole {
      take(
        .broken(
          line: line,
          "this page cannot be made out from here on; is a bracket, a comma or a quotation mark missing?"
        ))
      position = bytes.count
    }
  }

  /// Reads the next member of an object; `nil` at the end of the object or where it is broken.
  private mutating func nextMember() -> (name: String, range: Range<Int>, line: Int)? {
    skipSpace()
    while position < bytes.count, bytes[position] == UInt8(ascii: ",") {
      position += 1
      skipSpace()
    }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { return nil }
    let nameStart = position + 1
    guard skipString() else { return nil }
    let name = String(decoding: bytes[nameStart..<(position - 1)], as: UTF8.self)
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { return nil }
    position += 1
    skipSpace()
    guard position < bytes.count else { return nil }
    let start = (position, line)
    if bytes[position] == UInt8(ascii: "["), name == "contents" || lists.contains(name) {
      list(nil) { _ in }
    } else if skipValue() == nil {
      return nil
    }
    return position > start.0 ? (name, start.0..<position, start.1) : nil
  }

  /// Goes on after an element whose end cannot be found: at the next line that begins, no further in
  /// than the element, with another.
  ///
  /// - Returns: Whether there is such a line.
  private mutating func skipBroken(
    from start: (position: Int, line: Int), _ take: (Part) -> Void
  ) -> Bool {
    let lineStart = bytes[..<start.position].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let column = start.position - lineStart
    (position, line) = start
    while let end = bytes[position...].firstIndex(of: 10) {
      position = end + 1
      line += 1
      let first = bytes[position...].firstIndex { $0 != 32 && $0 != 9 } ?? bytes.count
      guard first < bytes.count, first - position <= column,
        bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "]")
      else { continue }
      position = first
      take(
        .broken(
          line: start.line,
          "this element has no end, so it is left out; is a bracket or a quotation mark missing?"))
      return true
    }
    position = bytes.count
    take(
      .broken(
        line: start.line,
        "what begins here has no end, and nothing after it can be told from it; is a bracket or a "
          + "quotation mark missing, or the file cut off?"))
    return false
  }

  private func element(_ range: Range<Int>, line: Int, depth: Int, list: String?) -> Part {
    if depth > Self.depth {
      return .broken(
        line: line, "this element holds more than \(Self.depth) lists and objects in one another")
    }
    if range.count > Self.size {
      return .broken(line: line, "this element has more than \(Self.size >> 20) MB")
    }
    return .element(range, line: line, list: list)
  }

  // MARK: - Bytes

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 10: line += 1
      case 32, 9, 13: break
      default: return
      }
      position += 1
    }
  }

  /// Goes to the end of a string; one that its line does not end is broken, since no JSON string may
  /// hold a line end.
  ///
  /// - Returns: Whether it has an end.
  private mutating func skipString() -> Bool {
    position += 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\"):
        position += position + 1 < bytes.count && bytes[position + 1] == 10 ? 1 : 2
      case UInt8(ascii: "\""):
        position += 1
        return true
      case 10: return false
      default: position += 1
      }
    }
    position = bytes.count
    return false
  }

  /// Goes to the end of a value.
  ///
  /// - Returns: How many lists and objects lie in one another in it; `nil` when it has no end.
  private mutating func skipValue() -> Int? {
    var open: [UInt8] = []
    var deepest = 0
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        guard skipString() else { return nil }
        if open.isEmpty { return deepest }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        open.append(byte)
        deepest = max(deepest, open.count)
        guard deepest <= Self.deepest else { return nil }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard let last = open.popLast() else { return deepest }
        // Both closing brackets lie two after the opening ones.
        guard byte == last + 2 else { return nil }
        if open.isEmpty {
          position += 1
          return deepest
        }
      case UInt8(ascii: ","): if open.isEmpty { return deepest }
      case 10:
        if open.isEmpty { return deepest }
        line += 1
      default: break
      }
      position += 1
    }
    return open.isEmpty ? deepest : nil
  }
}
