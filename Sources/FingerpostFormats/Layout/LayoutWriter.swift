/// Writes a map file in its one layout.
struct LayoutWriter {
  /// The most characters on a line that holds a list or a record, its comment not counted.
  private static let width = 100

  /// An entry as lines; the first of them is not indented yet.
  private struct Block {
    var above: [LaidOutValue.Comment]
    var isDetached: Bool
    var lines: [String]
    /// Whether it is a list or a record on lines of its own.
    var isCollection = false
  }

  private let writer = YAMLWriter()

  /// The lines of a whole file.
  func lines(
    of map: LaidOutValue, heading: [LaidOutValue.Comment]
  ) -> [String] {
    var lines = comments(heading, column: 0)
    guard !map.entries.isEmpty else { return lines + ["{}"] + comments(map.below, column: 0) }
    let block = lay(out: map, column: 0)
    if !lines.isEmpty { lines.append("") }
    append(block, to: &lines, column: 0)
    return lines
  }

  // MARK: - Entries

  /// The entries of a collection; the comments above the first are left to what stands round it.
  private func lay(out collection: LaidOutValue, column: Int) -> Block {
    var whole = Block(above: [], isDetached: false, lines: [])
    var wasCollection = false
    for (place, entry) in collection.entries.enumerated() {
      let block = lay(out: entry, column: column)
      defer { wasCollection = block.isCollection }
      guard place > 0 else {
        whole = block
        continue
      }
      let isSeparate =
        switch collection.role {
        case .map: block.isCollection || wasCollection
        case .collection(let isSpaced): isSpaced
        case .element, .part: false
        }
      if isSeparate || block.above.first?.isAfterEmptyLine == true { whole.lines.appendEmptyLine() }
      append(block, to: &whole.lines, column: column)
    }
    append(collection.below, to: &whole.lines, column: column)
    whole.isCollection = true
    return whole
  }

  private func lay(out entry: LaidOutValue.Entry, column: Int) -> Block {
    let prefix = entry.key.map { scalar($0, isInFlow: false) + ":" } ?? "-"
    var above = entry.above
    var beside = entry.beside + entry.after
    let room = Self.width - column - prefix.count - 1
    if let text = oneLine(entry, room: room) {
      let comment = beside.popLast()
      above += beside.map { .init(text: $0) }
      return Block(
        above: above, isDetached: entry.isDetached,
        lines: [(text.isEmpty ? prefix : prefix + " " + text).with(comment)])
    }
    let value = entry.value
    guard value.node.count > 0 else {
      let comment = beside.popLast()
      above += beside.map { .init(text: $0) }
      var lines = KeptScalar(value.node).lines(column: column + 2)
      lines[0] = prefix + " " + lines[0]
      let place = value.node.isBlockScalar ? 0 : lines.count - 1
      lines[place] = lines[place].with(comment)
      return Block(above: above, isDetached: entry.isDetached, lines: lines)
    }
    let inner = lay(out: value, column: column + 2)
    var block = Block(above: above, isDetached: entry.isDetached, lines: [], isCollection: true)
    var before = entry.beside
    if entry.key == nil {
      block.above += before.map { .init(text: $0) }
      block.lines = inner.lines
      block.lines[0] = "- " + block.lines[0]
    } else {
      let comment = before.popLast()
      block.above += before.map { .init(text: $0) }
      block.lines = [prefix.with(comment)]
      append(inner, to: &block.lines, column: column + 2)
    }
    append(entry.after.map { .init(text: $0) }, to: &block.lines, column: column + 2)
    return block
  }

  private func append(_ block: Block, to lines: inout [String], column: Int) {
    lines += comments(block.above, column: column)
    if block.isDetached { lines.appendEmptyLine() }
    lines.append(Self.indentation(column) + block.lines[0])
    lines += block.lines.dropFirst()
  }

  private func append(
    _ below: [LaidOutValue.Comment], to lines: inout [String], column: Int
  ) {
    if below.first?.isAfterEmptyLine == true { lines.appendEmptyLine() }
    lines += comments(below, column: column)
  }

  private func comments(_ comments: [LaidOutValue.Comment], column: Int) -> [String] {
    var lines: [String] = []
    for comment in comments {
      if !lines.isEmpty, comment.isAfterEmptyLine { lines.appendEmptyLine() }
      lines.append(Self.indentation(column) + comment.text)
    }
    return lines
  }

  private static func indentation(_ column: Int) -> String { String(repeating: " ", count: column) }

  // MARK: - Values on one line

  /// The value on the line of its key or dash; `nil` when it stands on lines of its own.
  private func oneLine(_ entry: LaidOutValue.Entry, room: Int) -> String? {
    let value = entry.value
    if value.node.kind == .scalar {
      if value.node.isNull { return entry.key == nil ? "null" : "" }
      let text = scalar(value.node, isInFlow: false)
      guard value.node.hasSeveralLines else { return text }
      if KeptScalar(value.node).needsEscapes { return text }
      return text.count <= room && !value.node.text.contains("\n") ? text : nil
    }
    if value.node.count > 0 {
      switch value.role {
      case .map, .collection, .element: return nil
      case .part: break
      }
    }
    return inline(value).flatMap { $0.count <= room ? $0 : nil }
  }

  private func inline(_ value: LaidOutValue) -> String? {
    guard value.below.isEmpty, !value.entries.contains(where: \.hasComments) else { return nil }
    switch value.node.kind {
    case .scalar:
      if value.node.isNull { return "null" }
      guard !value.node.hasSeveralLines || !value.node.text.contains("\n") else { return nil }
      return scalar(value.node, isInFlow: true)
    case .sequence:
      var items: [String] = []
      for entry in value.entries {
        guard entry.value.entries.isEmpty, let item = inline(entry.value) else { return nil }
        items.append(item)
      }
      return "[" + items.joined(separator: ", ") + "]"
    case .mapping:
      var entries: [String] = []
      for entry in value.entries {
        guard let key = entry.key, let value = inline(entry.value) else { return nil }
        entries.append(scalar(key, isInFlow: true) + ": " + value)
      }
      return "{" + entries.joined(separator: ", ") + "}"
    }
  }

  private func scalar(_ node: YAMLNode, isInFlow: Bool) -> String {
    let text = node.text
    // The word in quotation marks is a text, and without them it states that there is none.
    let mustStayQuoted = text == "none" && !node.isNone
    return YAMLWriter.scalar(
      text, isInFlow: isInFlow, like: mustStayQuoted ? .doubleQuoted : .plain)
  }
}

extension LaidOutValue.Entry {
  /// Whether a comment stands above or beside it.
  fileprivate var hasComments: Bool { !above.isEmpty || !beside.isEmpty || !after.isEmpty }
}

extension String {
  /// The line with a comment at its end.
  fileprivate func with(_ comment: String?) -> String { comment.map { self + "  " + $0 } ?? self }
}

extension [String] {
  /// Adds an empty line, unless the last one is.
  fileprivate mutating func appendEmptyLine() {
    if last?.isEmpty == false { append("") }
  }
}
