/// A scalar of several lines that stays as it was written, but for its indentation.
struct KeptScalar {
  private let node: YAMLNode
  private let text: String

  /// Takes a scalar.
  init(_ node: YAMLNode) {
    self.node = node
    text = node.text
  }

  /// Whether its lines cannot be kept apart from the empty ones below them, so that it has to be
  /// written with `\n`.
  var needsEscapes: Bool {
    node.isBlockScalar && (text.hasSuffix("\n\n") || !text.contains { $0 != "\n" })
  }

  /// Its lines; all but the first are indented.
  func lines(column: Int) -> [String] {
    let indentation = String(repeating: " ", count: column)
    let source = node.tree.bytes[node.byteRange].linesOfText
    guard node.isBlockScalar else {
      return source.enumerated().map { place, line in
        let rest = line.drop(while: \.isYAMLBlank)
        return place == 0
          ? line.asText : rest.isEmpty ? "" : indentation + rest.asText
      }
    }
    let firstLine = text.split(separator: "\n").first ?? ""
    let ownSpaces = firstLine.utf8.prefix { $0 == 0x20 }.count
    let spaces = source.dropFirst().first { !$0.allSatisfy(\.isYAMLBlank) }?.leadingSpaces ?? 0
    let header =
      (node.style == .literal ? "|" : ">") + (ownSpaces > 0 ? "2" : "")
      + (text.hasSuffix("\n") ? "" : "-")
    return [header]
      + source.dropFirst().map { line in
        let rest = line.dropFirst(min(line.leadingSpaces, spaces - ownSpaces))
        return rest.isEmpty ? "" : indentation + rest.asText
      }
  }
}

extension YAMLNode {
  /// Whether it is written after `|` or `>`.
  var isBlockScalar: Bool { style == .literal || style == .folded }

  /// Whether it is a scalar that is written on several lines.
  var hasSeveralLines: Bool {
    kind == .scalar && (isBlockScalar || tree.bytes[byteRange].contains(where: \.isYAMLBreak))
  }
}

extension ArraySlice<UInt8> {
  fileprivate var asText: String { String(decoding: self, as: UTF8.self) }

  fileprivate var leadingSpaces: Int { prefix { $0 == 0x20 }.count }

  /// The lines of a text, whichever way they end.
  fileprivate var linesOfText: [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = startIndex
    var index = startIndex
    while index < endIndex {
      guard self[index].isYAMLBreak else {
        index += 1
        continue
      }
      lines.append(self[start..<index])
      let isPair = self[index] == 0x0D && index + 1 < endIndex && self[index + 1] == 0x0A
      index += isPair ? 2 : 1
      start = index
    }
    return lines + [self[start...]]
  }
}
