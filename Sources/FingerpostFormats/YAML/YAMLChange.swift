/// What an edit does to the value at a path, for comparing the trees before and after.
enum YAMLChange {
  /// The value becomes another.
  case replace(YAMLValue)
  /// A mapping gets an entry at its end.
  case add(YAMLValue.Entry)
  /// A sequence gets an element before the one at the index.
  case insert(YAMLValue, at: Int)
  /// A collection loses the element or entry at the index.
  case delete(at: Int)

  /// Whether `new` is `old` with this change at the end of `path` and no other.
  ///
  /// - Complexity: O(*n*) for *n* nodes.
  func isOnlyDifference(
    between old: YAMLNode, and new: YAMLNode, at path: ArraySlice<YAMLPath.Step>
  ) -> Bool {
    guard let step = path.first else { return isDifference(between: old, and: new) }
    guard old.kind == new.kind, old.count == new.count else { return false }
    let rest = path.dropFirst()
    switch step {
    case .key(let key):
      return zip(old.entries, new.entries).allSatisfy { before, after in
        before.key.isSame(as: after.key)
          && (before.key.text == key
            ? isOnlyDifference(between: before.value, and: after.value, at: rest)
            : before.value.isSame(as: after.value))
      }
    case .index(let index):
      return zip(old.elements, new.elements).enumerated().allSatisfy { position, pair in
        position == index
          ? isOnlyDifference(between: pair.0, and: pair.1, at: rest) : pair.0.isSame(as: pair.1)
      }
    }
  }

  private func isDifference(between old: YAMLNode, and new: YAMLNode) -> Bool {
    switch self {
    case .replace(let value):
      return new.holds(value)
    case .add(let entry):
      var rest = new.entries
      for before in old.entries {
        guard let after = rest.next(), before.key.isSame(as: after.key),
          before.value.isSame(as: after.value)
        else { return false }
      }
      guard let added = rest.next(), rest.next() == nil else { return false }
      return added.key.text == entry.key && added.value.holds(entry.value)
    case .insert(let value, let index):
      guard new.kind == .sequence, new.count == old.count + 1 else { return false }
      var before = old.elements
      for (position, after) in new.elements.enumerated() {
        if position == index {
          guard after.holds(value) else { return false }
        } else if let before = before.next() {
          guard before.isSame(as: after) else { return false }
        }
      }
      return true
    case .delete(let index):
      guard new.kind == old.kind, new.count == old.count - 1 else { return false }
      if old.kind == .mapping {
        var after = new.entries
        for (position, before) in old.entries.enumerated() where position != index {
          guard let after = after.next(), before.key.isSame(as: after.key),
            before.value.isSame(as: after.value)
          else { return false }
        }
      } else {
        var after = new.elements
        for (position, before) in old.elements.enumerated() where position != index {
          guard let after = after.next(), before.isSame(as: after) else { return false }
        }
      }
      return true
    }
  }
}
