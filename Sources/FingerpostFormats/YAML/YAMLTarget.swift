/// A value in a tree together with what stands round it.
struct YAMLTarget {
  let node: YAMLNode
  /// The collection that the value stands in; -1 for the root.
  let container: Int
  /// The key of the value, or the value itself where there is no key.
  let entry: Int
  /// Which element or entry of its collection it is.
  let ordinal: Int

  /// The node that stands in the file, an alias perhaps.
  var site: Int { Int(node.site) }

  /// Whether the value has a key.
  var hasKey: Bool { entry != site }

  private init(node: YAMLNode, container: Int, entry: Int, ordinal: Int) {
    self.node = node
    self.container = container
    self.entry = entry
    self.ordinal = ordinal
  }

  /// Finds the value at the end of `path`.
  init(path: YAMLPath, in tree: YAMLTree) throws(YAMLEditingError) {
    var target = YAMLTarget(node: tree.root, container: -1, entry: 0, ordinal: 0)
    for length in path.steps.indices.map({ $0 + 1 }) {
      let steps = YAMLPath(path.steps.prefix(length))
      guard let next = try target.child(steps.steps.last, path: steps) else {
        throw .noSuchPlace(steps)
      }
      target = next
    }
    self = target
  }

  /// The value one step further, if it is there.
  func child(_ step: YAMLPath.Step?, path: YAMLPath) throws(YAMLEditingError) -> YAMLTarget? {
    if node.isAlias { throw .repeated(path.parent) }
    switch (step, node.kind) {
    case (.key(let key), .mapping):
      for (ordinal, entry) in node.entries.enumerated() where entry.key.text == key {
        return YAMLTarget(
          node: entry.value, container: site, entry: Int(entry.key.site), ordinal: ordinal)
      }
      return nil
    case (.index(let index), .sequence):
      for (ordinal, element) in node.elements.enumerated() where ordinal == index {
        return YAMLTarget(
          node: element, container: site, entry: Int(element.site), ordinal: ordinal)
      }
      return nil
    default: return nil
    }
  }
}
