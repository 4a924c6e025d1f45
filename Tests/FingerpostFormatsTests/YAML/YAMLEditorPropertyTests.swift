import FingerpostFormats
import FingerpostTestSupport
import Testing

struct `Random edits` {
  @Test(arguments: 0..<400)
  func `keep every other byte and do what was asked`(_ seed: Int) throws {
    var generator = YAMLTextGenerator(seed: UInt64(seed) &* 7919)
    var editor = YAMLEditor(try readTree(generator.document()))
    for _ in 0..<6 {
      let before = editor.tree
      let paths = paths(in: before.root)
      guard let path = paths.randomElement(using: &generator.random) else { break }
      let value = generator.value()
      let edit = Int.random(in: 0..<4, using: &generator.random)
      let asked = try expected(before.root, edit: edit, path: path, value: value)
      do {
        switch edit {
        case 0: try editor.set(path, to: value)
        case 1: try editor.set(path.parent.appending("new key: é"), to: value)
        case 2: try editor.append(value, to: path)
        default: try editor.delete(path)
        }
      } catch {
        #expect(editor.bytes == before.bytes)
        if asked != nil { explainable(error, before, path) }
        continue
      }
      #expect(YAMLValue(editor.tree.root) == asked)
      try keepsBytes(before: before, after: editor.tree, path: path, edit: edit)
    }
  }

  /// Refusals are right only where nothing else would be.
  private func explainable(_ error: YAMLEditingError, _ tree: YAMLTree, _ path: YAMLPath) {
    // The value of a block scalar without a line end at the end of a file changes when one follows.
    let last = tree.root.subtree.last
    let isOpenEnded = (last?.style == .literal || last?.style == .folded)
    let text = String(decoding: tree.bytes, as: UTF8.self)
    #expect(
      isOpenEnded,
      "\(error) at \(path) in \(text.debugDescription)")
  }

  /// A replaced value leaves the bytes before and after it; an addition loses no byte; a deletion
  /// takes one stretch and adds none.
  private func keepsBytes(
    before: YAMLTree, after: YAMLTree, path: YAMLPath, edit: Int
  ) throws {
    let old = before.bytes
    let new = after.bytes
    let text = String(decoding: old, as: UTF8.self).debugDescription
    switch edit {
    case 0:
      let node = try #require(self.node(path, in: before))
      let range = node.byteRange
      guard node.style != .block, !range.isEmpty else { return }
      #expect(new.starts(with: old[..<range.lowerBound]), "\(path) \(text)")
      #expect(new.reversed().starts(with: old[range.upperBound...].reversed()), "\(path) \(text)")
    case 1, 2:
      guard before.root.count == after.root.count || path.steps.count > 1 else { return }
      if edit == 1, self.node(path.parent, in: before)?["new key: é"] != nil { return }
      // `null` and `~` are replaced.
      let target = self.node(edit == 1 ? path.parent : path, in: before)
      if target?.isNull == true { return }
      #expect(
        isSubsequence(old, of: new),
        "\(path) \(text)")
    default:
      guard self.node(path.parent, in: before)?.count ?? 0 > 1 else { return }
      let common = zip(old, new).prefix { $0 == $1 }.count
      let suffix = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
      #expect(common + suffix >= new.count, "\(path) \(text)")
    }
  }

  private func isSubsequence(_ short: [UInt8], of long: [UInt8]) -> Bool {
    var rest = short[...]
    for byte in long where byte == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  private func node(_ path: YAMLPath, in tree: YAMLTree) -> YAMLNode? {
    path.steps.reduce(tree.root as YAMLNode?) { node, step in
      switch step {
      case .key(let key): node?[key]
      case .index(let index): node?.elements.dropFirst(index).first { _ in true }
      }
    }
  }

  private func paths(in node: YAMLNode, at path: YAMLPath = []) -> [YAMLPath] {
    switch node.kind {
    case .scalar: []
    case .sequence:
      node.elements.enumerated().flatMap { index, element in
        [path.appending(.index(index))] + paths(in: element, at: path.appending(.index(index)))
      }
    case .mapping:
      node.entries.flatMap { entry in
        [path.appending(.key(entry.key.text))]
          + paths(in: entry.value, at: path.appending(.key(entry.key.text)))
      }
    }
  }

  /// What the whole file should hold after the edit; `nil` when the edit makes no sense.
  private func expected(
    _ root: YAMLNode, edit: Int, path: YAMLPath, value: YAMLValue
  ) throws -> YAMLValue? {
    let whole = YAMLValue(root)
    switch edit {
    case 0: return changed(whole, path.steps[...]) { _ in value }
    case 1:
      return changed(whole, path.parent.steps[...]) { old in
        guard case .mapping(var entries) = old else { return nil }
        if let index = entries.firstIndex(where: { $0.key == "new key: é" }) {
          entries[index].value = value
        } else {
          entries.append(.init("new key: é", value))
        }
        return .mapping(entries)
      }
    case 2:
      return changed(whole, path.steps[...]) { old in
        if case .null = old { return .sequence([value]) }
        guard case .sequence(let elements) = old else { return nil }
        return .sequence(elements + [value])
      }
    default:
      return changed(whole, path.parent.steps[...]) { old in
        switch (old, path.steps.last) {
        case (.mapping(let entries), .key(let key)):
          return .mapping(entries.filter { $0.key != key })
        case (.sequence(var elements), .index(let index)):
          elements.remove(at: index)
          return .sequence(elements)
        default: return nil
        }
      }
    }
  }

  private func changed(
    _ value: YAMLValue, _ path: ArraySlice<YAMLPath.Step>, _ change: (YAMLValue) -> YAMLValue?
  ) -> YAMLValue? {
    guard let step = path.first else { return change(value) }
    switch (value, step) {
    case (.mapping(var entries), .key(let key)):
      guard let index = entries.firstIndex(where: { $0.key == key }),
        let inner = changed(entries[index].value, path.dropFirst(), change)
      else { return nil }
      entries[index].value = inner
      return .mapping(entries)
    case (.sequence(var elements), .index(let index)):
      guard let inner = changed(elements[index], path.dropFirst(), change) else { return nil }
      elements[index] = inner
      return .sequence(elements)
    default: return nil
    }
  }
}
