package import FingerpostModel

/// The one layout of map files.
///
/// Two spaces of indentation; keys in the order of the format, and unknown ones below; elements with a
/// line for each key; a smaller record or a list of texts on one line where it fits and holds no
/// comment; an empty line round each part of several lines, and between services. Texts, comments,
/// line ends and a byte order mark stay as they are.
package enum MapLayout {
  /// What laying out a file came to.
  package enum Outcome: Hashable, Sendable {
    /// The file in its layout, the bytes of the file itself perhaps.
    case laidOut([UInt8])
    /// It has to stay as it is; why, as the end of a sentence.
    case left(because: String)
    /// It cannot be read.
    case unreadable([Diagnostic])
  }

  /// Lays out the bytes of a map file.
  ///
  /// - Parameters:
  ///   - bytes: YAML in UTF-8.
  ///   - file: What to call the file in messages.
  /// - Returns: The new bytes, or why there are none.
  package static func outcome(for bytes: [UInt8], file: String) -> Outcome {
    let (tree, diagnostics) = YAMLTree.read(bytes, file: file)
    guard let tree, diagnostics.isEmpty else { return .unreadable(diagnostics) }
    guard tree.root.kind == .mapping, tree.root["fingerpost"] != nil else {
      return .left(because: "it has no `fingerpost: 1`, so it is no map file")
    }
    return outcome(for: tree)
  }

  /// Lays out a file that was read without problems and holds a mapping.
  package static func outcome(for tree: YAMLTree) -> Outcome {
    let comments = YAMLComments(of: tree)
    if let obstacle = obstacle(in: tree, comments) { return .left(because: obstacle) }
    var reader = LayoutReader(tree, comments: comments.all)
    let map = reader.map()
    let lineEnd = YAMLLines(tree.bytes, start: 0).lineEnd
    let bytes =
      tree.bytes.prefix(tree.positions.byteOrderMarkLength)
      + LayoutWriter().lines(of: map, heading: reader.heading).flatMap { ($0 + lineEnd).utf8 }
    let (again, diagnostics) = YAMLTree.read(Array(bytes), file: tree.file)
    guard let again, diagnostics.isEmpty, again.root.isSameButForOrder(as: tree.root),
      YAMLComments(of: again).all.map(\.text).sorted() == comments.all.map(\.text).sorted()
    else {
      return .left(because: "laid out anew it would not say the same; lay it out by hand")
    }
    return .laidOut(Array(bytes))
  }

  /// What a file holds for which there is no one layout.
  private static func obstacle(in tree: YAMLTree, _ comments: YAMLComments) -> String? {
    if !tree.aliases.isEmpty || tree.nodes.contains(where: { $0.flags.contains(.anchored) }) {
      return "it repeats values with `&name` and `*name`; write them out first"
    }
    if comments.areAfterDirective { return "a line begins with `%`; take it out first" }
    // libyaml ends lines, and comments, at these; editors do not.
    let separators: [[UInt8]] = [[0xC2, 0x85], [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0xA9]]
    if tree.bytes.contains(where: { $0 >= 0x80 }),
      separators.contains(where: { tree.bytes.firstRange(of: $0) != nil })
    {
      return "it holds an invisible line separator (U+0085, U+2028 or U+2029); delete it first"
    }
    return nil
  }
}

extension YAMLNode {
  /// Whether both hold the same, the order of keys apart.
  fileprivate func isSameButForOrder(as other: YAMLNode) -> Bool {
    guard kind == other.kind, count == other.count else { return false }
    switch kind {
    case .scalar:
      return isNull == other.isNull && isNone == other.isNone
        && (isNull || hasSameText(as: other))
    case .sequence:
      return zip(elements, other.elements).allSatisfy { $0.isSameButForOrder(as: $1) }
    case .mapping:
      let values = Dictionary(
        entries.map { ($0.key.text, $0) }, uniquingKeysWith: { first, _ in first })
      return other.entries.allSatisfy { key, value in
        guard let mine = values[key.text] else { return false }
        return mine.key.isSame(as: key) && mine.value.isSameButForOrder(as: value)
      }
    }
  }
}
