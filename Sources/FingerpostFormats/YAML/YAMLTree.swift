package import FingerpostModel

/// The keys and values of one YAML file, each with the bytes where it stands.
///
/// Nodes lie in one flat array in the order of the file, a collection before its children; an alias
/// points to its target and is not copied. A node takes 20 bytes.
package final class YAMLTree: Sendable {
  /// One key or value.
  struct Node: Sendable {
    /// The first byte, that of an anchor or tag before the value included.
    var start: UInt32
    /// The byte after the last.
    var end: UInt32
    /// The node after a collection's last descendant; the target of an alias; the place of a
    /// decoded scalar in `decodedRanges`.
    var link: UInt32
    /// How many children a collection has; a mapping's keys and values count apart.
    var count: UInt32
    var kind: Kind
    var style: YAMLNode.Style
    var flags: Flags
  }

  /// What a node is; an alias has no kind of its own when read.
  enum Kind: UInt8, Sendable {
    case scalar
    case sequence
    case mapping
    case alias
  }

  /// Rare properties of a node.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// The text differs from the source bytes and lies in the side buffer.
    static let decoded = Flags(rawValue: 1)
    static let anchored = Flags(rawValue: 2)
    static let tagged = Flags(rawValue: 4)
    /// A mapping of one entry without braces in a flow sequence, `[a: b]`.
    static let bare = Flags(rawValue: 8)
  }

  /// The file, byte order mark included.
  package let bytes: [UInt8]

  /// The file's name, for diagnostics.
  package let file: String

  let nodes: [Node]
  let decodedBytes: [UInt8]
  let decodedRanges: [Range<UInt32>]
  let positions: TextPositions
  /// The nodes that are aliases, in order.
  let aliases: [UInt32]

  init(
    bytes: [UInt8], file: String, nodes: [Node], decodedBytes: [UInt8],
    decodedRanges: [Range<UInt32>], positions: TextPositions, aliases: [UInt32]
  ) {
    self.bytes = bytes
    self.file = file
    self.nodes = nodes
    self.decodedBytes = decodedBytes
    self.decodedRanges = decodedRanges
    self.positions = positions
    self.aliases = aliases
  }

  /// The value of the document; null for a file without one.
  package var root: YAMLNode { node(at: 0) }

  /// The place of the byte at `offset`.
  ///
  /// - Complexity: O(1).
  package func location(of offset: Int) -> SourceLocation {
    let (line, column) = positions.position(of: offset, in: bytes)
    return SourceLocation(file: file, line: line, column: column)
  }

  /// The line, from 1, of the byte at `offset`.
  package func line(of offset: Int) -> Int { positions.position(of: offset, in: bytes).line }

  /// Reads a file and reports every problem that can be found in it.
  ///
  /// The tree is `nil` when the bytes are not text, are not YAML, or are beyond a limit. With other
  /// problems it is there, so that its reader can report its own as well.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  package static func read(
    _ bytes: [UInt8], file: String, limits: YAMLLimits = YAMLLimits()
  ) -> (tree: YAMLTree?, diagnostics: [Diagnostic]) {
    var builder = YAMLTreeBuilder(bytes: bytes, file: file, limits: limits)
    let tree = builder.build()
    return (tree, builder.diagnostics)
  }

  /// The node at `index`, followed to its target when it is an alias.
  @inline(__always)
  func node(at index: Int) -> YAMLNode {
    let node = nodes[index]
    return YAMLNode(
      tree: self, index: node.kind == .alias ? node.link : UInt32(truncatingIfNeeded: index),
      site: UInt32(truncatingIfNeeded: index))
  }

  /// The index of the node after `index` and its descendants.
  @inline(__always)
  func successor(of index: Int) -> Int {
    let node = nodes[index]
    return node.kind == .sequence || node.kind == .mapping ? Int(node.link) : index + 1
  }
}
