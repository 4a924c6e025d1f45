/// A comment of a file.
struct YAMLComment: Hashable {
  /// From its `#` to the last character that is no space.
  var text: String
  /// Where it begins.
  var offset: Int
  /// How many bytes stand before it on its line.
  var column: Int
  /// Whether nothing else stands on its line.
  var hasOwnLine: Bool
  /// Whether the line above is empty.
  var isAfterEmptyLine: Bool
}

/// The comments of a file, found in the bytes that belong to no scalar.
struct YAMLComments {
  /// All of them, in the order of the file.
  private(set) var all: [YAMLComment] = []
  /// Whether a line with `%` stands before the document.
  private(set) var areAfterDirective = false

  private let lines: YAMLLines

  /// Finds the comments of a file.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  init(of tree: YAMLTree) {
    lines = YAMLLines(tree.bytes, start: tree.positions.byteOrderMarkLength)
    var position = lines.start
    for node in tree.nodes where node.kind == .scalar && node.end > node.start {
      let start = Int(node.start)
      look(through: position..<start)
      if node.style == .literal || node.style == .folded {
        // A comment may stand behind `|` or `>`.
        look(through: start..<min(lines.lineEnd(from: start), Int(node.end)))
      }
      position = Int(node.end)
    }
    look(through: position..<tree.bytes.count)
  }

  /// Takes every `#` in bytes that hold nothing but spaces, brackets, dashes and the like.
  private mutating func look(through range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = lines.bytes[index]
      if byte == UInt8(ascii: "%"), lines.column(of: index) == 0 { areAfterDirective = true }
      guard byte == UInt8(ascii: "#") else {
        index += 1
        continue
      }
      var end = lines.lineEnd(from: index)
      let next = end
      while end > index, lines.bytes[end - 1].isYAMLBlank { end -= 1 }
      all.append(
        YAMLComment(
          text: String(decoding: lines.bytes[index..<end], as: UTF8.self), offset: index,
          column: lines.column(of: index), hasOwnLine: lines.isFirstOnLine(index),
          isAfterEmptyLine: lines.isAfterEmptyLine(index)))
      index = next
    }
  }
}

extension YAMLLines {
  /// Whether the line above that of `offset` is empty.
  func isAfterEmptyLine(_ offset: Int) -> Bool {
    let line = lineStart(of: offset)
    guard line > start else { return false }
    let end = dropBreak(before: line)
    return isBlank(lineStart(of: end)..<end)
  }
}
