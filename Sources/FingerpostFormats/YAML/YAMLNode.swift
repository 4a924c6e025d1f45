package import FingerpostModel

/// One value or key of a `YAMLTree`.
///
/// An alias reads as its target and stands where the alias stands.
package struct YAMLNode: Sendable {
  /// What a value can be.
  package enum Kind: Hashable, Sendable {
    case scalar
    case sequence
    case mapping
  }

  /// How a value is written.
  package enum Style: UInt8, Hashable, Sendable {
    /// A scalar without quotes.
    case plain
    /// A scalar in `'`.
    case singleQuoted
    /// A scalar in `"`.
    case doubleQuoted
    /// A scalar after `|`.
    case literal
    /// A scalar after `>`.
    case folded
    /// A collection in indented lines.
    case block
    /// A collection in brackets or braces.
    case flow
  }

  /// The tree that holds the node.
  package let tree: YAMLTree
  /// The node that holds the content.
  let index: UInt32
  /// The node that stands in the file: the content's own, or an alias to it.
  let site: UInt32

  @inline(__always)
  var content: YAMLTree.Node { tree.nodes[Int(index)] }

  /// What the value is, aliases followed.
  package var kind: Kind {
    switch content.kind {
    case .sequence: .sequence
    case .mapping: .mapping
    case .scalar, .alias: .scalar
    }
  }

  /// How the value is written, aliases followed.
  package var style: Style { content.style }

  /// Whether an alias, `*name`, stands here.
  package var isAlias: Bool { index != site }

  /// Whether an anchor, `&name`, stands before the value.
  package var isAnchored: Bool { tree.nodes[Int(site)].flags.contains(.anchored) }

  /// Whether a tag, `!name`, stands before the value.
  package var isTagged: Bool { tree.nodes[Int(site)].flags.contains(.tagged) }

  /// Whether the value is a scalar in single or double quotes.
  package var isQuoted: Bool { style == .singleQuoted || style == .doubleQuoted }

  /// Whether it is text of no letters, in quotes or not.
  var isEmptyText: Bool { kind == .scalar && withBytes { $0.isEmpty } }

  /// Whether nothing is stated: no text, `~` or `null`, without quotes.
  package var isNull: Bool {
    guard kind == .scalar, style == .plain else { return false }
    return withBytes { bytes in
      switch bytes.count {
      case 0: true
      case 1: bytes[0] == UInt8(ascii: "~")
      case 4: ["null", "Null", "NULL"].contains { bytes.elementsEqual($0.utf8) }
      default: false
      }
    }
  }

  /// Calls `body` with the decoded text of a scalar, in UTF-8; no bytes for a collection.
  @inline(__always)
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let node = content
    guard node.kind == .scalar else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    if node.flags.contains(.decoded) {
      let range = tree.decodedRanges[Int(node.link)]
      return tree.decodedBytes.withUnsafeBufferPointer {
        body(UnsafeBufferPointer(rebasing: $0[Int(range.lowerBound)..<Int(range.upperBound)]))
      }
    }
    let quote = node.style == .plain ? 0 : 1
    return tree.bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(node.start) + quote..<Int(node.end) - quote]))
    }
  }

  /// The decoded text of a scalar; empty for a collection.
  package var text: String { withBytes { String(decoding: $0, as: UTF8.self) } }

  /// Whether the node is a scalar with this text, compared without making a string.
  package func isEqual(to text: StaticString) -> Bool {
    guard kind == .scalar else { return false }
    return withBytes { bytes in
      text.withUTF8Buffer { bytes.count == $0.count && bytes.elementsEqual($0) }
    }
  }

  /// Whether both are scalars with the same text.
  package func hasSameText(as other: YAMLNode) -> Bool {
    guard kind == .scalar, other.kind == .scalar else { return false }
    return withBytes { bytes in
      other.withBytes { bytes.count == $0.count && bytes.elementsEqual($0) }
    }
  }

  /// The entries of a mapping, in order; none for another kind.
  package var entries: YAMLEntries {
    content.kind == .mapping
      ? YAMLEntries(tree: tree, position: Int(index) + 1, end: Int(content.link))
      : YAMLEntries(tree: tree, position: 0, end: 0)
  }

  /// The elements of a sequence, in order; none for another kind.
  package var elements: YAMLElements {
    content.kind == .sequence
      ? YAMLElements(tree: tree, position: Int(index) + 1, end: Int(content.link))
      : YAMLElements(tree: tree, position: 0, end: 0)
  }

  /// How many entries a mapping or elements a sequence has; 0 for a scalar.
  package var count: Int {
    switch content.kind {
    case .sequence: Int(content.count)
    case .mapping: Int(content.count) / 2
    case .scalar, .alias: 0
    }
  }

  /// The value of the first entry with this key, if there is one.
  ///
  /// - Complexity: O(*k*) for *k* entries.
  package subscript(key: String) -> YAMLNode? {
    for entry in entries where entry.key.text == key { return entry.value }
    return nil
  }

  /// The bytes of the value, or of the alias that stands for it, without its anchor and tag.
  ///
  /// The end is that of the last token: no comment and no line end after the value is inside. A
  /// block scalar ends before its last line end.
  package var byteRange: Range<Int> {
    let node = tree.nodes[Int(site)]
    let start = Int(node.start)
    let end = Int(node.end)
    guard !node.flags.isDisjoint(with: [.anchored, .tagged]) else { return start..<end }
    return min(tree.endOfProperties(from: start), end)..<end
  }

  /// The first byte of the value, its anchor and tag included.
  package var startWithProperties: Int { Int(tree.nodes[Int(site)].start) }

  /// Where the value stands.
  ///
  /// - Complexity: O(1).
  package var location: SourceLocation { tree.location(of: byteRange.lowerBound) }

  /// Where the value stands, in a file that the person calls by another name.
  package func location(file: String) -> SourceLocation {
    var location = location
    location.file = file
    return location
  }
}

/// The entries of a mapping, read one after the other without allocation.
package struct YAMLEntries: Sequence, IteratorProtocol, Sendable {
  let tree: YAMLTree
  var position: Int
  let end: Int

  /// The next key and its value.
  @inline(__always)
  package mutating func next() -> (key: YAMLNode, value: YAMLNode)? {
    guard position < end else { return nil }
    let value = tree.successor(of: position)
    defer { position = tree.successor(of: value) }
    return (tree.node(at: position), tree.node(at: value))
  }
}

/// The elements of a sequence, read one after the other without allocation.
package struct YAMLElements: Sequence, IteratorProtocol, Sendable {
  let tree: YAMLTree
  var position: Int
  let end: Int

  /// The next element.
  @inline(__always)
  package mutating func next() -> YAMLNode? {
    guard position < end else { return nil }
    defer { position = tree.successor(of: position) }
    return tree.node(at: position)
  }
}

extension YAMLTree {
  /// The byte after the anchor and tag that begin at `start`, and the space after them.
  func endOfProperties(from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        while index < bytes.count, !bytes[index].isYAMLBlankOrBreak,
          !(",]}".utf8.contains(bytes[index]) && bytes[start] == UInt8(ascii: "&"))
        {
          index += 1
        }
      case UInt8(ascii: "#"):
        while index < bytes.count, !bytes[index].isYAMLBreak { index += 1 }
      case let byte where byte.isYAMLBlankOrBreak: index += 1
      default: return index
      }
    }
    return index
  }
}

extension UInt8 {
  /// Whether the byte is LF or CR.
  @inline(__always)
  var isYAMLBreak: Bool { self == 0x0A || self == 0x0D }

  /// Whether the byte is a space or a tab.
  @inline(__always)
  var isYAMLBlank: Bool { self == 0x20 || self == 0x09 }

  /// Whether the byte is a space, a tab, LF or CR.
  @inline(__always)
  var isYAMLBlankOrBreak: Bool { isYAMLBlank || isYAMLBreak }
}
