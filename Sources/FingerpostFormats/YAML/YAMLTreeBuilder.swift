internal import CYAML
import FingerpostModel

/// Builds a `YAMLTree` from libyaml's events and gathers the problems of the file.
struct YAMLTreeBuilder {
  /// A collection whose end has not come yet.
  private struct Frame {
    var node: Int
    var count: UInt32 = 0
    /// How many collections lie within one another here, this one included, aliases followed.
    var height = 1
    var isMapping: Bool
  }

  let bytes: [UInt8]
  let file: String
  let limits: YAMLLimits

  private var positions = TextPositions()
  private var nodes: [YAMLTree.Node] = []
  private var decodedBytes: [UInt8] = []
  private var decodedRanges: [Range<UInt32>] = []
  /// The innermost collection; `node` is -1 outside all of them.
  private var frame = Frame(node: -1, isMapping: false)
  /// The collections round `frame`, outermost first.
  private var outerFrames: [Frame] = []
  /// How many collections in brackets or braces are open.
  private var flowDepth = 0
  /// The sum of `flowDepth` over all nodes.
  private var flowWork = 0
  /// The bytes of the file, while `build()` runs.
  private var source = UnsafeRawBufferPointer(start: nil, count: 0)
  private var anchors = YAMLAnchors()
  private var aliases: [UInt32] = []
  private var keys = YAMLDuplicateKeys()
  private var found: [(offset: Int, diagnostic: Diagnostic)] = []
  private var unlisted = 0

  /// libyaml looks at every open bracket for every token, so that many values within many brackets
  /// take long; a map of 4,000,000 values has about 8,000,000.
  private static let mostFlowWork = 100_000_000

  /// Where the token before the next event ends.
  private var lastEnd = 0
  /// How far the bytes between tokens were looked at, and where the last token in them ends.
  private var gap: (scanned: Int, tokenEnd: Int) = (0, 0)

  init(bytes: [UInt8], file: String, limits: YAMLLimits) {
    self.bytes = bytes
    self.file = file
    self.limits = limits
  }

  /// Every problem found by `build()`, in the order of the file.
  var diagnostics: [Diagnostic] {
    var list = found.sorted { $0.offset < $1.offset }.map(\.diagnostic)
    if unlisted > 0 {
      list.append(
        Diagnostic(
          .error, .limit,
          "\(unlisted) more problems are not listed. Mend these first and read the file again.",
          at: nil))
    }
    return list
  }

  /// The tree, or `nil` when reading had to stop.
  mutating func build() -> YAMLTree? {
    guard bytes.count <= min(limits.bytes, Int(Int32.max)) else {
      report(
        .limit,
        """
        The file has \(bytes.count) bytes; the most that is read is \(limits.bytes). Split it into \
        several files of one folder.
        """, at: nil)
      return nil
    }
    let inspection = TextInspection(of: bytes)
    positions = inspection.positions
    if let problem = inspection.problem {
      report(.encoding, problem.message, at: problem.offset)
      return nil
    }
    lastEnd = positions.byteOrderMarkLength
    gap = (lastEnd, lastEnd)
    nodes.reserveCapacity(min(bytes.count / 6 + 16, limits.nodes))
    let bytes = bytes
    let isWhole = bytes.withUnsafeBufferPointer { buffer in
      source = UnsafeRawBufferPointer(buffer)
      defer { source = UnsafeRawBufferPointer(start: nil, count: 0) }
      return read(
        UnsafeBufferPointer(rebasing: buffer[positions.byteOrderMarkLength...]),
        isASCII: inspection.isASCII)
    }
    guard isWhole else { return nil }
    if nodes.isEmpty { appendNull(at: positions.byteOrderMarkLength) }
    return YAMLTree(
      bytes: bytes, file: file, nodes: nodes, decodedBytes: decodedBytes,
      decodedRanges: decodedRanges, positions: positions, aliases: aliases)
  }

  /// Pulls events until the document ends; false when there can be no tree.
  private mutating func read(_ text: UnsafeBufferPointer<UInt8>, isASCII: Bool) -> Bool {
    guard !text.isEmpty else { return true }
    if let offset = offsetOfTagDirective(from: positions.byteOrderMarkLength) {
      reportTagDirective(at: offset)
      return false
    }
    guard let parser = YAMLEventParser(text) else {
      report(.limit, "There is not enough memory to read the file.", at: nil)
      return false
    }
    var offsets = ByteOffsets(
      of: text, isASCII: isASCII, base: positions.byteOrderMarkLength)
    while parser.advance() {
      let event = parser.event
      switch event.pointee.type {
      case YAML_SCALAR_EVENT:
        let start = offsets.byte(atCharacter: event.pointee.start_mark.index)
        let end = offsets.byte(atCharacter: event.pointee.end_mark.index)
        guard appendScalar(event, start: start, end: end) else { return false }
      case YAML_MAPPING_START_EVENT:
        let start = offsets.byte(atCharacter: event.pointee.start_mark.index)
        let mapping = event.pointee.data.mapping_start
        let isFlow = mapping.style == YAML_FLOW_MAPPING_STYLE
        guard
          open(
            .mapping, isFlow: isFlow, start: start, anchor: mapping.anchor,
            isTagged: mapping.tag != nil)
        else { return false }
      case YAML_SEQUENCE_START_EVENT:
        let start = offsets.byte(atCharacter: event.pointee.start_mark.index)
        let sequence = event.pointee.data.sequence_start
        let isFlow = sequence.style == YAML_FLOW_SEQUENCE_STYLE
        guard
          open(
            .sequence, isFlow: isFlow, start: start, anchor: sequence.anchor,
            isTagged: sequence.tag != nil)
        else { return false }
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
        let isBare = event.pointee.start_mark.index == event.pointee.end_mark.index
        close(
          end: isBare || isBlockCollectionOpen
            ? nil : offsets.byte(atCharacter: event.pointee.end_mark.index), isBare: isBare)
      case YAML_ALIAS_EVENT:
        let start = offsets.byte(atCharacter: event.pointee.start_mark.index)
        let end = offsets.byte(atCharacter: event.pointee.end_mark.index)
        guard appendAlias(event, start: start, end: end) else { return false }
      case YAML_DOCUMENT_START_EVENT:
        if !nodes.isEmpty {
          report(
            .syntax,
            """
            A second document begins here. A file holds one map: put this one into a file of its \
            own, or delete the line with `---`.
            """, at: offsets.byte(atCharacter: event.pointee.start_mark.index))
          return true
        }
      case YAML_DOCUMENT_END_EVENT:
        if let offset = offsetOfTagDirective(from: lastEnd) {
          reportTagDirective(at: offset)
          return false
        }
      case YAML_STREAM_END_EVENT:
        return true
      default:
        break
      }
    }
    reportSyntaxError(of: parser, offsets: &offsets)
    return false
  }

  // MARK: Nodes

  private mutating func appendNull(at offset: Int) {
    nodes.append(
      YAMLTree.Node(
        start: UInt32(offset), end: UInt32(offset), link: 0, count: 0, kind: .scalar, style: .plain,
        flags: []))
  }

  /// Counts a new child in the collection that is open; false when a limit is reached.
  @inline(__always)
  private mutating func count(_ kind: YAMLTree.Kind, at start: Int) -> Bool {
    guard nodes.count < limits.nodes else {
      report(
        .limit,
        """
        The file holds more than \(limits.nodes) keys and values. Split it into several files of \
        one folder.
        """, at: start)
      return false
    }
    flowWork += flowDepth
    guard flowWork <= Self.mostFlowWork else {
      report(
        .limit,
        """
        Too many values lie within many brackets and braces here. Write the outer levels as \
        indented lines.
        """, at: start)
      return false
    }
    let isKey = frame.isMapping && frame.count % 2 == 0
    frame.count += 1
    if isKey && kind != .scalar { refuseKey(kind, at: start) }
    return true
  }

  private mutating func refuseKey(_ kind: YAMLTree.Kind, at start: Int) {
    let noun = kind == .sequence ? "A list" : kind == .mapping ? "A mapping" : "An alias"
    report(
      .syntax,
      "\(noun) stands where a key belongs. Write the key as plain text, then `: ` and the value.",
      at: start)
  }

  private mutating func appendScalar(
    _ event: UnsafeMutablePointer<yaml_event_t>, start: Int, end: Int
  ) -> Bool {
    let scalar = event.pointee.data.scalar
    let text = UnsafeBufferPointer(
      start: UnsafePointer<UInt8>(scalar.value), count: scalar.length)
    guard count(.scalar, at: start) else { return false }
    var node = YAMLTree.Node(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), link: 0,
      count: 0, kind: .scalar, style: .plain, flags: [])
    var quote = 0
    switch scalar.style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      node.style = .singleQuoted
      quote = 1
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      node.style = .doubleQuoted
      quote = 1
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE:
      node.style = scalar.style == YAML_LITERAL_SCALAR_STYLE ? .literal : .folded
      node.end = UInt32(endOfBlockScalar(text, start: start, end: end))
    default:
      break
    }
    if scalar.anchor != nil || scalar.tag != nil {
      note(anchor: scalar.anchor, isTagged: scalar.tag != nil, at: start, in: &node)
      keep(text, in: &node)
      if let anchor = scalar.anchor {
        anchors.define(anchor, node: nodes.count, size: 1, height: 0)
      }
    } else if start == end {
      let offset = endOfLastToken(before: start)
      node.start = UInt32(offset)
      node.end = UInt32(offset)
    } else if !isSource(text, at: start + quote, length: end - start - 2 * quote) {
      keep(text, in: &node)
    }
    lastEnd = Int(node.end)
    nodes.append(node)
    return anchors.count <= YAMLAnchors.most || refuseAnchors(at: start)
  }

  /// Whether `text` is what the source holds at `offset`.
  @inline(__always)
  private func isSource(_ text: UnsafeBufferPointer<UInt8>, at offset: Int, length: Int) -> Bool {
    guard text.count == length else { return false }
    let text = UnsafeRawBufferPointer(text)
    var index = 0
    while index + 8 <= length {
      guard
        text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          == source.loadUnaligned(fromByteOffset: offset + index, as: UInt64.self)
      else { return false }
      index += 8
    }
    while index < length {
      guard text[index] == source[offset + index] else { return false }
      index += 1
    }
    return true
  }

  private mutating func keep(_ text: UnsafeBufferPointer<UInt8>, in node: inout YAMLTree.Node) {
    let start = UInt32(decodedBytes.count)
    decodedBytes.append(contentsOf: text)
    node.flags.insert(.decoded)
    node.link = UInt32(decodedRanges.count)
    decodedRanges.append(start..<UInt32(decodedBytes.count))
  }

  private mutating func note(
    anchor: UnsafeMutablePointer<UInt8>?, isTagged: Bool, at start: Int,
    in node: inout YAMLTree.Node
  ) {
    if anchor != nil { node.flags.insert(.anchored) }
    if isTagged {
      node.flags.insert(.tagged)
      report(
        .syntax,
        """
        A YAML tag (`!…`) stands here; map files have none. Delete it, or quote the text if it \
        begins with `!`.
        """, at: start)
    }
  }

  private mutating func open(
    _ kind: YAMLTree.Kind, isFlow: Bool, start: Int, anchor: UnsafeMutablePointer<UInt8>?,
    isTagged: Bool
  ) -> Bool {
    guard count(kind, at: start) else { return false }
    guard depth < limits.depth else {
      report(
        .limit,
        """
        More than \(limits.depth) lists and mappings lie within one another here. Check that \
        brackets are closed.
        """, at: start)
      return false
    }
    var node = YAMLTree.Node(
      start: UInt32(start), end: 0, link: 0, count: 0, kind: kind, style: isFlow ? .flow : .block,
      flags: [])
    if anchor != nil || isTagged {
      note(anchor: anchor, isTagged: isTagged, at: start, in: &node)
      if let anchor { anchors.open(anchor, node: nodes.count) }
    }
    lastEnd = start
    outerFrames.append(frame)
    frame = Frame(node: nodes.count, isMapping: kind == .mapping)
    if isFlow { flowDepth += 1 }
    nodes.append(node)
    return anchors.count <= YAMLAnchors.most || refuseAnchors(at: start)
  }

  /// How many collections are open.
  private var depth: Int { outerFrames.count }

  private var isBlockCollectionOpen: Bool { frame.node >= 0 && nodes[frame.node].style == .block }

  /// Ends the collection that is open at `end`, or with its last descendant.
  private mutating func close(end: Int?, isBare: Bool) {
    guard let outer = outerFrames.popLast() else { return }
    let closed = frame
    frame = outer
    frame.height = max(frame.height, closed.height + 1)
    let end = end ?? lastEnd
    lastEnd = max(lastEnd, end)
    var node = nodes[closed.node]
    node.end = UInt32(truncatingIfNeeded: end)
    node.link = UInt32(truncatingIfNeeded: nodes.count)
    node.count = closed.count
    if node.style == .flow {
      flowDepth -= 1
      if isBare { node.flags.insert(.bare) }
    }
    nodes[closed.node] = node
    if node.flags.contains(.anchored) {
      anchors.close(closed.node, end: nodes.count, height: closed.height)
    }
    if closed.isMapping && closed.count > 2 { checkKeys(of: closed.node) }
  }

  private mutating func appendAlias(
    _ event: UnsafeMutablePointer<yaml_event_t>, start: Int, end: Int
  ) -> Bool {
    var node = YAMLTree.Node(
      start: UInt32(start), end: UInt32(end), link: 0, count: 0, kind: .alias, style: .plain,
      flags: [])
    lastEnd = end
    guard let name = event.pointee.data.alias.anchor else { return false }
    switch anchors.target(of: name) {
    case .defined(let target, let size, let height):
      // A key may be an alias to a scalar.
      guard count(nodes[target].kind, at: start) else { return false }
      guard anchors.addedNodes <= limits.aliasedNodes - size else {
        report(
          .limit,
          """
          With its aliases (`*name`) followed, the file has more than \(limits.aliasedNodes) \
          values that it does not hold itself. Write the repeated parts once and refer to them by \
          id.
          """, at: start)
        return false
      }
      anchors.addedNodes += size
      guard depth + height <= limits.depth else {
        report(
          .limit,
          """
          With its aliases (`*name`) followed, more than \(limits.depth) lists and mappings lie \
          within one another here. Write fewer levels.
          """, at: start)
        return false
      }
      frame.height = max(frame.height, height + 1)
      node.link = UInt32(target)
      aliases.append(UInt32(nodes.count))
    case .open:
      guard count(.scalar, at: start) else { return false }
      report(
        .limit,
        """
        The alias `*\(String(cString: name))` stands inside the value that it repeats, which would \
        never end. Write the value out.
        """, at: start)
      node.kind = .scalar
      keep(UnsafeBufferPointer(start: nil, count: 0), in: &node)
    case .unknown:
      guard count(.scalar, at: start) else { return false }
      report(
        .syntax,
        """
        No anchor `&\(String(cString: name))` stands before this alias. Mark the value it repeats \
        with one, or quote the text if it begins with `*`.
        """, at: start)
      node.kind = .scalar
      keep(UnsafeBufferPointer(start: nil, count: 0), in: &node)
    }
    nodes.append(node)
    return true
  }

  private mutating func refuseAnchors(at start: Int) -> Bool {
    report(
      .limit,
      """
      The file has more than \(YAMLAnchors.most) anchors (`&name`). Write the values out instead.
      """, at: start)
    return false
  }

  // MARK: Ends

  /// Where the last token before `offset` ends: spaces and comments before it are passed over.
  private mutating func endOfLastToken(before offset: Int) -> Int {
    if offset <= lastEnd { return lastEnd }
    var index = max(lastEnd, gap.scanned)
    var end = max(lastEnd, gap.tokenEnd)
    while index < offset {
      let byte = source[index]
      if byte == UInt8(ascii: "#"), index == 0 || source[index - 1].isYAMLBlankOrBreak {
        while index < offset, !source[index].isYAMLBreak { index += 1 }
        continue
      }
      index += 1
      if !byte.isYAMLBlankOrBreak { end = index }
    }
    gap = (offset, end)
    return end
  }

  /// Where a literal or folded scalar ends, before its last line end.
  ///
  /// libyaml's mark lies after the empty lines that follow, which belong to the text only when it
  /// is kept with `+`.
  private func endOfBlockScalar(
    _ text: UnsafeBufferPointer<UInt8>, start: Int, end: Int
  ) -> Int {
    var end = end
    // Indentation before the next token is not part of it.
    while end > start, bytes[end - 1].isYAMLBlank, end < bytes.count { end -= 1 }
    let breaks = text.reversed().prefix { $0 == 0x0A }.count
    var isKept = breaks > 1
    if breaks == text.count {
      // Nothing but line ends: kept ones are text.
      isKept = breaks > 0
    } else if text[text.count - breaks - 1].isYAMLBlank {
      // The last line is spaces, which are text.
      isKept = true
    }
    func dropBreak() {
      guard end > start, bytes[end - 1].isYAMLBreak else { return }
      end -= bytes[end - 1] == 0x0A && end - 1 > start && bytes[end - 2] == 0x0D ? 2 : 1
    }
    if isKept {
      dropBreak()
    } else {
      while end > start, bytes[end - 1].isYAMLBlankOrBreak { end -= 1 }
    }
    return end
  }

  // MARK: Duplicate keys

  private mutating func checkKeys(of mapping: Int) {
    keys.removeAll()
    var index = mapping + 1
    let end = nodes.count
    let source = source
    decodedBytes.withUnsafeBytes { decoded in
      while index < end {
        var node = nodes[index]
        if node.kind == .alias { node = nodes[Int(node.link)] }
        if node.kind == .scalar {
          if node.flags.contains(.decoded) {
            let range = decodedRanges[Int(node.link)]
            keys.append(decoded, Int(range.lowerBound)..<Int(range.upperBound), node: index)
          } else {
            let quote = node.style == .plain ? 0 : 1
            keys.append(source, Int(node.start) + quote..<Int(node.end) - quote, node: index)
          }
        }
        index = successor(of: successor(of: index))
      }
      keys.findDuplicates()
    }
    for (first, again) in keys.duplicates {
      guard found.count < limits.diagnostics else {
        unlisted += 1
        continue
      }
      let key = keyForMessage(again)
      report(
        .duplicateKey,
        "The key '\(key)' stands twice here; the first is on line "
          + "\(location(of: Int(nodes[first].start)).line). Delete or rename one.",
        at: Int(nodes[again].start))
    }
  }

  /// The key as written, shortened when long.
  private func keyForMessage(_ index: Int) -> String {
    let node = nodes[index]
    let text = String(decoding: bytes[Int(node.start)..<Int(node.end)], as: UTF8.self)
    return text.count <= 60 ? text : text.prefix(60) + "…"
  }

  @inline(__always)
  private func successor(of index: Int) -> Int {
    let node = nodes[index]
    return node.kind == .sequence || node.kind == .mapping ? Int(node.link) : index + 1
  }

  // MARK: Problems

  private mutating func report(
    _ category: Diagnostic.Category, _ message: String, at offset: Int?
  ) {
    guard found.count < limits.diagnostics else {
      unlisted += 1
      return
    }
    found.append(
      (offset ?? 0, Diagnostic(.error, category, message, at: offset.map { location(of: $0) })))
  }

  private func location(of offset: Int) -> SourceLocation {
    let (line, column) = positions.position(of: offset, in: bytes)
    return SourceLocation(file: file, line: line, column: column)
  }

  private mutating func reportSyntaxError(
    of parser: borrowing YAMLEventParser, offsets: inout ByteOffsets
  ) {
    let state = parser.parser.pointee
    if state.error == YAML_MEMORY_ERROR {
      report(.limit, "There is not enough memory to read the file.", at: nil)
      return
    }
    let offset = min(offsets.byte(atCharacter: state.problem_mark.index), bytes.count)
    let contextOffset =
      state.context == nil
      ? nil : min(offsets.byte(atCharacter: state.context_mark.index), bytes.count)
    let error = YAMLSyntaxError(
      problem: state.problem.map { String(cString: $0) } ?? "",
      context: state.context.map { String(cString: $0) } ?? "",
      offset: offset, contextOffset: contextOffset, bytes: bytes)
    report(
      .syntax,
      error.message { offset in positions.position(of: offset, in: bytes).line },
      at: error.place)
  }

  /// The first `%TAG` line among directives, comments and empty lines from `offset` on.
  ///
  /// libyaml compares each of them with all before it, so a file of nothing else takes hours.
  private func offsetOfTagDirective(from offset: Int) -> Int? {
    var index = offset
    while index < bytes.count {
      let lineStart = index
      while index < bytes.count, !bytes[index].isYAMLBreak { index += 1 }
      let line = bytes[lineStart..<index]
      if line.starts(with: "%TAG".utf8) { return lineStart }
      let isPassedOver =
        lineStart == offset || line.starts(with: "%".utf8) || line.starts(with: "...".utf8)
        || line.first { !$0.isYAMLBlank }.map { $0 == UInt8(ascii: "#") } ?? true
      guard isPassedOver else { return nil }
      while index < bytes.count, bytes[index].isYAMLBreak { index += 1 }
    }
    return nil
  }

  private mutating func reportTagDirective(at offset: Int) {
    report(.syntax, "Map files have no YAML tags. Delete this `%TAG` line.", at: offset)
  }
}
