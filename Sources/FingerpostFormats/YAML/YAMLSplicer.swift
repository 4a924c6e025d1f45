/// Works out which bytes an edit replaces.
struct YAMLSplicer {
  /// Bytes to be replaced, and by what.
  struct Splice {
    var range: Range<Int>
    var text: String
  }

  let tree: YAMLTree
  let lines: YAMLLines
  private let lineEnd: String

  /// Looks at the file before the edit.
  init(_ tree: YAMLTree) {
    self.tree = tree
    lines = YAMLLines(tree.bytes, start: tree.positions.byteOrderMarkLength)
    lineEnd = lines.lineEnd
  }

  // MARK: Replacing

  /// Puts `value` in place of another.
  func replacing(
    _ target: YAMLTarget, with value: YAMLValue, path: YAMLPath
  ) throws(YAMLEditingError) -> [Splice] {
    let node = tree.nodes[target.site]
    let range = Int(node.start)..<Int(node.end)
    let isInFlow = isInFlow(target)
    let writer = YAMLWriter(indentation: indentation(near: target), lineEnd: lineEnd)
    if node.kind == .scalar, range.isEmpty {
      return fillingNull(target, with: value, isInFlow: isInFlow, writer: writer)
    }
    let isBlock = (node.kind == .sequence || node.kind == .mapping) && node.style == .block
    if isBlock, value.isFilledCollection {
      return [try replacingBlock(target, with: value, writer: writer, path: path)]
    }
    if case .scalar(let text) = value, node.style == .literal || node.style == .folded,
      let lines = writer.blockScalar(text, like: node.style, measure: measure(of: node))
    {
      let isEnded = tree.bytes[range.upperBound - 1] == UInt8(ascii: "\n")
      return [Splice(range: range, text: lines + (isEnded ? lineEnd : ""))]
    }
    let text = writer.inline(
      value, isInFlow: isInFlow, like: node.kind == .scalar ? node.style : .plain)
    guard isBlock, target.hasKey else { return [Splice(range: range, text: text)] }
    // The lines of the collection go; the value moves up to its key, before a comment there.
    let key = Int(tree.nodes[target.entry].end)
    guard let colon = lines.colon(after: key, before: range.lowerBound),
      lines.lineStart(of: range.lowerBound) > colon
    else { return [Splice(range: range, text: text)] }
    return [
      Splice(range: colon + 1..<colon + 1, text: " " + text),
      Splice(range: lines.lineEnd(from: colon)..<lines.lineEnd(from: range.upperBound), text: ""),
    ]
  }

  /// Where the lines of a block scalar begin, and how long the longest is.
  private func measure(of node: YAMLTree.Node) -> (column: Int, width: Int) {
    var (column, width) = (0, 0)
    var line = lines.nextLine(after: Int(node.start))
    while line < Int(node.end) {
      let (token, end) = (lines.skipBlanks(from: line), lines.lineEnd(from: line))
      if token < end {
        if column == 0 { column = token - line }
        width = max(width, end - line)
      }
      line = lines.nextLine(after: line)
    }
    return (column, width)
  }

  private func replacingBlock(
    _ target: YAMLTarget, with value: YAMLValue, writer: YAMLWriter, path: YAMLPath
  ) throws(YAMLEditingError) -> Splice {
    let node = tree.nodes[target.site]
    let start = target.node.byteRange.lowerBound
    // An anchor on the line of the key would have to go with it.
    guard start == Int(node.start) else { throw .unsupported(path) }
    let column = lines.column(of: start)
    if node.kind == .sequence, target.hasKey,
      column == lines.column(of: Int(tree.nodes[target.entry].start))
    {
      // The dashes stand under the key, where nothing but dashes can stand.
      let inner = column + writer.indentation
      return Splice(
        range: start..<Int(node.end),
        text: String(repeating: " ", count: writer.indentation)
          + writer.block(value, column: inner))
    }
    return Splice(range: start..<Int(node.end), text: writer.block(value, column: column))
  }

  private func fillingNull(
    _ target: YAMLTarget, with value: YAMLValue, isInFlow: Bool, writer: YAMLWriter
  ) -> [Splice] {
    let offset = Int(tree.nodes[target.site].start)
    if target.container < 0 { return [fillingEmptyFile(with: value, writer: writer)] }
    if !isInFlow, target.hasKey, value.isFilledCollection, !value.isListOfScalars {
      let column = lines.column(of: Int(tree.nodes[target.entry].start)) + writer.indentation
      let place = lines.lineEnd(from: offset)
      return [
        Splice(
          range: place..<place,
          text: lineEnd + String(repeating: " ", count: column)
            + writer.block(value, column: column))
      ]
    }
    var text = writer.inline(value, isInFlow: isInFlow)
    if target.hasKey,
      lines.colon(after: Int(tree.nodes[target.entry].end), before: offset) == nil
    {
      text = ": " + text
    } else if offset > 0, !tree.bytes[offset - 1].isYAMLBlank {
      text = " " + text
    }
    if offset < tree.bytes.count, tree.bytes[offset] == UInt8(ascii: "#") { text += " " }
    return [Splice(range: offset..<offset, text: text)]
  }

  /// Writes the first value of a file that holds comments at most.
  private func fillingEmptyFile(with value: YAMLValue, writer: YAMLWriter) -> Splice {
    let text = writer.block(value, column: 0) + lineEnd
    var line = lines.start
    while line < tree.bytes.count {
      if tree.bytes[line...].starts(with: "...".utf8) {
        return Splice(range: line..<line, text: text)
      }
      line = lines.nextLine(after: line)
    }
    let end = tree.bytes.count
    let isOnNewLine = end == lines.start || tree.bytes[end - 1].isYAMLBreak
    return Splice(range: end..<end, text: (isOnNewLine ? "" : lineEnd) + text)
  }

  // MARK: Adding

  /// Puts an entry at the end of a mapping.
  func adding(
    _ entry: YAMLValue.Entry, to target: YAMLTarget, path: YAMLPath
  ) throws(YAMLEditingError) -> [Splice] {
    guard !target.node.isAlias else { throw .repeated(path) }
    let node = tree.nodes[target.site]
    var writer = YAMLWriter(indentation: indentation(near: target), lineEnd: lineEnd)
    guard node.style == .block else {
      return try addingToFlow(writer.entry(entry, isInFlow: true), to: target, path: path)
    }
    let children = childSites(of: target.site)
    guard let first = children.first, let last = children.last else { throw .unsupported(path) }
    let column = lines.column(of: Int(tree.nodes[first].start))
    if let filled = children.last(where: isIndentedMapping) {
      let inner = lines.column(of: Int(tree.nodes[filled].start))
      if inner > column { writer.indentation = inner - column }
    }
    let isInline = isFlowLike(last, entry.value)
    let text =
      isInline ? writer.entry(entry, isInFlow: false) : writer.blockEntry(entry, column: column)
    let gap = isApart(children[children.count - 2], in: target) ? lineEnd : ""
    return [appendingLine(text, after: Int(node.end), column: column, gap: gap)]
  }

  /// Puts an element into a sequence.
  func inserting(
    _ value: YAMLValue, at index: Int, of target: YAMLTarget, path: YAMLPath
  ) throws(YAMLEditingError) -> [Splice] {
    guard !target.node.isAlias else { throw .repeated(path) }
    let node = tree.nodes[target.site]
    let writer = YAMLWriter(indentation: indentation(near: target), lineEnd: lineEnd)
    let children = childSites(of: target.site)
    guard node.style == .block else {
      let text = writer.inline(value, isInFlow: true)
      guard index < children.count else {
        return try addingToFlow(text, to: target, path: path)
      }
      let start = Int(tree.nodes[children[index]].start)
      let separator =
        lines.isFirstOnLine(start)
        ? lineEnd + lines.indentation(of: start) : " "
      return [Splice(range: start..<start, text: text + "," + separator)]
    }
    let neighbour = children[min(index, children.count - 1)]
    let dash = try dash(ofChild: min(index, children.count - 1), of: target, path: path)
    let column = lines.column(of: dash)
    let text =
      isFlowLike(neighbour, value)
      ? "- " + writer.inline(value, isInFlow: false) : writer.blockItem(value, column: column)
    if index == children.count {
      return [appendingLine(text, after: Int(node.end), column: column)]
    }
    let spaces = String(repeating: " ", count: column)
    guard lines.isFirstOnLine(dash) else {
      return [Splice(range: dash..<dash, text: text + lineEnd + spaces)]
    }
    let start = lines.startWithComments(of: dash, notBefore: commentLimit(index, of: target))
    return [Splice(range: start..<start, text: spaces + text + lineEnd)]
  }

  private func appendingLine(
    _ text: String, after end: Int, column: Int, gap: String = ""
  ) -> Splice {
    let place = lines.lineEnd(from: end)
    return Splice(
      range: place..<place, text: gap + lineEnd + String(repeating: " ", count: column) + text)
  }

  private func addingToFlow(
    _ text: String, to target: YAMLTarget, path: YAMLPath
  ) throws(YAMLEditingError) -> [Splice] {
    let node = tree.nodes[target.site]
    // `[a: b]` has no braces to add to.
    guard !node.flags.contains(.bare) else { throw .unsupported(path) }
    let close = Int(node.end) - 1
    let children = childSites(of: target.site)
    guard let last = children.last else {
      return [Splice(range: close..<close, text: text)]
    }
    let lastEnd = Int(tree.nodes[last].end)
    let itemStart = Int(
      tree.nodes[node.kind == .mapping ? children[children.count - 2] : last].start)
    // A colon and a comma side by side are not read as such.
    let separator = tree.bytes[lastEnd - 1] == UInt8(ascii: ":") ? " ," : ","
    let comma = lines.comma(after: lastEnd, before: close)
    let place = lines.lineEnd(from: comma ?? lastEnd)
    if lines.isFirstOnLine(itemStart), place < close {
      let line = lineEnd + lines.indentation(of: itemStart) + text
      if comma != nil { return [Splice(range: place..<place, text: line + ",")] }
      return [
        Splice(range: lastEnd..<lastEnd, text: separator), Splice(range: place..<place, text: line),
      ]
    }
    if let comma { return [Splice(range: comma + 1..<comma + 1, text: " " + text + ",")] }
    return [Splice(range: lastEnd..<lastEnd, text: separator + " " + text)]
  }

  // MARK: Deleting

  /// Takes one of several elements out of its collection.
  func deleting(
    _ element: YAMLTarget, of container: YAMLTarget, path: YAMLPath
  ) throws(YAMLEditingError) -> [Splice] {
    let node = tree.nodes[container.site]
    let end = Int(tree.nodes[element.site].end)
    let previousEnd = commentLimit(element.ordinal, of: container)
    if node.style == .flow {
      return [
        deletingFromFlow(
          Int(tree.nodes[element.entry].start)..<end, previousEnd: previousEnd,
          isLast: element.ordinal == container.node.count - 1, close: Int(node.end) - 1)
      ]
    }
    let start: Int
    if node.kind == .sequence {
      start = try dash(ofChild: element.ordinal, of: container, path: path)
    } else {
      start = Int(tree.nodes[element.entry].start)
    }
    let lineEnd = lines.lineEnd(from: end)
    let next = lines.skipBreak(at: lineEnd)
    guard lines.isFirstOnLine(start) else {
      // Something stands before it, like the dash in `- a: b`; what follows moves up.
      return [Splice(range: start..<lines.skipBlanks(from: next), text: "")]
    }
    let first = lines.startWithComments(of: start, notBefore: previousEnd)
    if next == lineEnd, first > lines.start {
      // The last line has no line end; the one before it shall have none either.
      return [Splice(range: lines.dropBreak(before: first)..<lineEnd, text: "")]
    }
    return [Splice(range: first..<next, text: "")]
  }

  private func deletingFromFlow(
    _ range: Range<Int>, previousEnd: Int, isLast: Bool, close: Int
  ) -> Splice {
    let comma = lines.comma(after: range.upperBound, before: close)
    let after = comma.map { $0 + 1 } ?? range.upperBound
    let lineEnd = lines.lineEnd(from: after)
    if lines.isFirstOnLine(range.lowerBound), lines.isBlankOrComment(after..<lineEnd) {
      let first = lines.startWithComments(of: range.lowerBound, notBefore: previousEnd)
      return Splice(range: first..<lines.skipBreak(at: lineEnd), text: "")
    }
    if !isLast { return Splice(range: range.lowerBound..<lines.skipBlanks(from: after), text: "") }
    if let before = lines.comma(after: previousEnd, before: range.lowerBound),
      lines.isBlank(before + 1..<range.lowerBound)
    {
      // A comma that follows the last one stays as that of the one before.
      return Splice(range: (comma == nil ? before : before + 1)..<after, text: "")
    }
    return Splice(range: range.lowerBound..<after, text: "")
  }

  // MARK: Places

  private func isBlock(_ site: Int) -> Bool {
    let node = tree.nodes[site]
    return (node.kind == .sequence || node.kind == .mapping) && node.style == .block
  }

  /// Whether its column says by how much the file indents; that of a mapping with an anchor is the anchor's.
  private func isIndentedMapping(_ site: Int) -> Bool {
    isBlock(site) && tree.nodes[site].kind == .mapping
      && !tree.nodes[site].flags.contains(.anchored)
  }

  /// Whether the last key of the file stands apart from what is above it, as people set sections apart.
  private func isApart(_ key: Int, in target: YAMLTarget) -> Bool {
    guard target.container < 0 else { return false }
    let start = lines.startWithComments(of: Int(tree.nodes[key].start), notBefore: lines.start)
    guard start > lines.start else { return false }
    let above = lines.lineStart(of: lines.dropBreak(before: start))
    return lines.skipBlanks(from: above) == lines.lineEnd(from: above)
  }

  private func isInFlow(_ target: YAMLTarget) -> Bool {
    target.container >= 0 && tree.nodes[target.container].style == .flow
  }

  /// Whether a new value is written on one line, as the value next to it is.
  private func isFlowLike(_ neighbour: Int, _ value: YAMLValue) -> Bool {
    let node = tree.nodes[neighbour]
    switch (node.kind, value) {
    case (.sequence, .sequence), (.mapping, .mapping): return node.style == .flow
    default: return !value.isFilledCollection || value.isListOfScalars
    }
  }

  private func childSites(of site: Int) -> [Int] {
    var sites: [Int] = []
    var index = site + 1
    while index < Int(tree.nodes[site].link) {
      sites.append(index)
      index = tree.successor(of: index)
    }
    return sites
  }

  /// Where the element before the one at `ordinal` ends, or where the collection begins.
  private func end(before ordinal: Int, of container: YAMLTarget) -> Int {
    let children = childSites(of: container.site)
    let perElement = container.node.kind == .mapping ? 2 : 1
    guard ordinal > 0 else { return container.node.byteRange.lowerBound }
    return Int(tree.nodes[children[ordinal * perElement - 1]].end)
  }

  /// The end of the element before, which comment lines of this one cannot reach into.
  private func commentLimit(_ ordinal: Int, of container: YAMLTarget) -> Int {
    ordinal == 0 ? lines.start : end(before: ordinal, of: container)
  }

  private func dash(
    ofChild ordinal: Int, of container: YAMLTarget, path: YAMLPath
  ) throws(YAMLEditingError) -> Int {
    let dash = lines.skipToToken(from: end(before: ordinal, of: container))
    guard dash < tree.bytes.count, tree.bytes[dash] == UInt8(ascii: "-") else {
      throw .unsupported(path)
    }
    return dash
  }

  /// By how many columns the file indents, as seen next to the place or at its top.
  private func indentation(near target: YAMLTarget) -> Int {
    for container in [target.container, 0] where container >= 0 && isBlock(container) {
      let column = lines.column(of: Int(tree.nodes[container].start))
      for child in childSites(of: container) where isIndentedMapping(child) {
        let inner = lines.column(of: Int(tree.nodes[child].start))
        if (column + 1...column + 8).contains(inner) { return inner - column }
      }
    }
    return 2
  }
}
