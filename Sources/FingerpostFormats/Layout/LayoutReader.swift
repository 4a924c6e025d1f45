import FingerpostModel

/// Finds out to which entry of a map file each comment belongs, and in which order keys stand.
///
/// A comment on a line of its own belongs to what follows it; one that is indented deeper than that, to
/// the end of what came before. One behind something belongs to that.
struct LayoutReader {
  /// What a value should be, as the format describes it.
  private enum Expected {
    case record(ShapeDescription)
    case keyed(ShapeDescription)
    case table([String])
    case unknown

    init(_ description: ValueDescription) {
      switch description.single {
      case .record(let shape), .records(let shape): self = .record(shape)
      case .keyed(let shape): self = .keyed(shape)
      case .table(let words): self = .table(words.map(\.raw))
      default: self = .unknown
      }
    }
  }

  /// The first thing in a file that is no part of a value.
  private struct Limit {
    var offset: Int
    var column: Int
  }

  private let tree: YAMLTree
  private let lines: YAMLLines
  private let comments: [YAMLComment]
  private var next = 0
  private var ranks: [String: [String: (rank: Int, expected: Expected)]] = [:]

  /// The comments about the file as a whole: those at its top, as far as the last with an empty line
  /// below it.
  private(set) var heading: [LaidOutValue.Comment] = []

  /// Begins with a file whose root is a mapping.
  init(_ tree: YAMLTree, comments: [YAMLComment]) {
    self.tree = tree
    self.comments = comments
    lines = YAMLLines(tree.bytes, start: tree.positions.byteOrderMarkLength)
  }

  /// The whole file.
  mutating func map() -> LaidOutValue {
    if tree.root.style == .flow { heading = take(before: tree.root.byteRange.lowerBound) }
    var map = value(
      tree.root, as: .record(MapFormat.shapes[0]), .map, inColumn: -1,
      until: Limit(offset: tree.bytes.count, column: -1))
    map.below += take(before: tree.bytes.count)
    return map
  }

  // MARK: - Values

  private mutating func value(
    _ node: YAMLNode, as expected: Expected, _ role: LaidOutValue.Role, inColumn outer: Int,
    until limit: Limit
  ) -> LaidOutValue {
    var value = LaidOutValue(node: node, role: role)
    let children = children(of: node)
    guard !children.isEmpty else { return value }
    let column = lines.column(of: node.byteRange.lowerBound)
    let end = node.style == .flow ? Limit(offset: node.contentEnd, column: -1) : limit
    let starts = starts(of: children, in: node)
    for (place, child) in children.enumerated() {
      let next =
        place + 1 < children.count ? Limit(offset: starts[place + 1], column: column) : end
      let inner = self.expected(of: child.key, in: expected)
      var entry = LaidOutValue.Entry(
        key: child.key, value: LaidOutValue(node: child.value, role: inner.role), rank: inner.rank)
      entry.above = take(before: starts[place])
      entry.isDetached = !entry.above.isEmpty && lines.isAfterEmptyLine(starts[place])
      if case .map = role, place == 0 { takeHeading(from: &entry) }
      takeWithin(&entry)
      entry.value = self.value(
        child.value, as: inner.expected, inner.role, inColumn: column, until: next)
      if entry.key == nil { entry.liftFirstComments() }
      while let comment = peek(before: next.offset), !comment.hasOwnLine {
        entry.after.append(takeNext().text)
      }
      if child.value.count > 0, child.value.style == .flow {
        while let comment = peek(before: next.offset),
          comment.column > max(column, next.column), node.style == .block
        {
          entry.value.below.append(takeNext())
        }
      }
      value.entries.append(entry)
    }
    if node.style == .flow {
      value.below = take(before: end.offset)
    } else {
      while let comment = peek(before: limit.offset), comment.column > limit.column,
        comment.column >= column || outer <= limit.column
      {
        value.below.append(takeNext())
      }
    }
    value.entries = value.entries.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
    return value
  }

  private func children(of node: YAMLNode) -> [(key: YAMLNode?, value: YAMLNode)] {
    switch node.kind {
    case .scalar: []
    case .sequence: node.elements.map { (nil, $0) }
    case .mapping: node.entries.map { ($0.key, $0.value) }
    }
  }

  /// Where each key stands, or each dash.
  private func starts(
    of children: [(key: YAMLNode?, value: YAMLNode)], in node: YAMLNode
  ) -> [Int] {
    var end = node.byteRange.lowerBound
    return children.map { child in
      defer { end = child.value.byteRange.upperBound }
      if let key = child.key { return key.byteRange.lowerBound }
      return node.style == .flow ? child.value.byteRange.lowerBound : lines.skipToToken(from: end)
    }
  }

  private mutating func expected(
    of key: YAMLNode?, in expected: Expected
  ) -> (expected: Expected, role: LaidOutValue.Role, rank: Int) {
    guard let key = key?.text else { return (expected, .part, 0) }
    switch expected {
    case .record(let shape):
      guard let field = fields(of: shape)[key] else { return (.unknown, .part, .max) }
      guard case .keyed = field.expected else { return (field.expected, .part, field.rank) }
      let isSpaced = key == ElementID.Collection.services.rawValue
      return (field.expected, .collection(isSpaced: isSpaced), field.rank)
    case .keyed(let shape): return (.record(shape), .element, 0)
    case .table(let words): return (.unknown, .part, words.firstIndex(of: key) ?? .max)
    case .unknown: return (.unknown, .part, 0)
    }
  }

  private mutating func fields(
    of shape: ShapeDescription
  ) -> [String: (rank: Int, expected: Expected)] {
    if let known = ranks[shape.name] { return known }
    var fields: [String: (rank: Int, expected: Expected)] = [:]
    for (rank, field) in shape.fields().enumerated() {
      fields[field.key] = (rank, Expected(field.value))
    }
    ranks[shape.name] = fields
    return fields
  }

  // MARK: - Comments

  private func peek(before offset: Int) -> YAMLComment? {
    next < comments.count && comments[next].offset < offset ? comments[next] : nil
  }

  private mutating func takeNext() -> LaidOutValue.Comment {
    defer { next += 1 }
    return .init(
      text: comments[next].text, isAfterEmptyLine: comments[next].isAfterEmptyLine)
  }

  private mutating func take(before offset: Int) -> [LaidOutValue.Comment] {
    var taken: [LaidOutValue.Comment] = []
    while peek(before: offset) != nil { taken.append(takeNext()) }
    return taken
  }

  /// Takes the comments between the start of an entry and the first thing in its value that can have
  /// comments of its own.
  private mutating func takeWithin(_ entry: inout LaidOutValue.Entry) {
    let node = entry.value.node
    let range = node.byteRange
    let isBlock = node.count > 0 && node.style == .block
    while let comment = peek(before: range.lowerBound), !isBlock || !comment.hasOwnLine {
      takeNext(for: &entry)
    }
    if node.count == 0 {
      while peek(before: range.upperBound) != nil { takeNext(for: &entry) }
    } else if node.style == .flow {
      let first = node.entries.first { _ in true }?.key ?? node.elements.first { _ in true }
      while let comment = peek(before: first?.byteRange.lowerBound ?? range.upperBound),
        !comment.hasOwnLine
      {
        takeNext(for: &entry)
      }
    }
  }

  private mutating func takeNext(for entry: inout LaidOutValue.Entry) {
    if comments[next].hasOwnLine {
      entry.above.append(takeNext())
    } else {
      entry.beside.append(takeNext().text)
    }
  }

  private mutating func takeHeading(from first: inout LaidOutValue.Entry) {
    let count =
      first.isDetached
      ? first.above.count : first.above.lastIndex { $0.isAfterEmptyLine } ?? 0
    heading += first.above.prefix(count)
    first.above.removeFirst(count)
    first.isDetached = false
  }
}

extension LaidOutValue.Entry {
  /// Takes the comments above the first entry of its value, which cannot stand behind its dash.
  fileprivate mutating func liftFirstComments() {
    guard let first = value.entries.first else { return }
    var lifted = first.above
    if first.key == nil, !first.value.entries.isEmpty {
      lifted += first.beside.map { .init(text: $0) }
      value.entries[0].beside = []
    }
    guard !lifted.isEmpty else { return }
    above += beside.map { .init(text: $0) } + lifted
    beside = []
    isDetached = first.isDetached
    value.entries[0].above = []
    value.entries[0].isDetached = false
  }
}

extension YAMLNode {
  /// Where the bracket that closes a flow collection stands; the end of one without brackets.
  fileprivate var contentEnd: Int {
    byteRange.upperBound - (content.flags.contains(.bare) ? 0 : 1)
  }
}
