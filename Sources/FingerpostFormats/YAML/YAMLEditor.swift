/// Changes one value of a file at a time and keeps every other byte.
///
/// Comments, the order of keys, line ends, indentation and a byte order mark stay as they are. What
/// belongs to a deleted element goes with it: the comment lines directly above it with the same
/// indentation, and the comment on its last line. A list or mapping whose last element is deleted
/// becomes `[]` or `{}`, since an empty list states "none" while an absent key states nothing.
///
/// After each edit the new text is read again and compared with what was asked. If anything else
/// changed, the edit is refused and the file stays as it was.
package struct YAMLEditor: Sendable {
  /// The file as it now is.
  package private(set) var tree: YAMLTree

  private let limits: YAMLLimits

  /// Starts with a file that was read without errors.
  package init(_ tree: YAMLTree, limits: YAMLLimits = YAMLLimits()) {
    self.tree = tree
    self.limits = limits
  }

  /// The text of the file as it now is.
  package var bytes: [UInt8] { tree.bytes }

  /// Gives the place this value, and adds the key and the mappings round it where they are missing.
  ///
  /// - Complexity: O(*n*) for a file of *n* bytes, as for every edit.
  package mutating func set(_ path: YAMLPath, to value: YAMLValue) throws(YAMLEditingError) {
    var found = 0
    var target = try YAMLTarget(path: [], in: tree)
    while found < path.steps.count {
      let steps = path.steps.prefix(found + 1)
      guard let next = try target.child(steps.last, path: YAMLPath(steps)) else { break }
      target = next
      found += 1
    }
    let place = YAMLPath(path.steps.prefix(found))
    let missing = path.steps.dropFirst(found)
    guard let first = missing.first else {
      try replace(target, with: value, at: place)
      return
    }
    guard case .key(let key) = first else { throw .noSuchPlace(path) }
    var wrapped = value
    for step in missing.dropFirst().reversed() {
      guard case .key(let key) = step else { throw .noSuchPlace(path) }
      wrapped = .mapping([.init(key, wrapped)])
    }
    if target.node.isNull {
      try replace(target, with: .mapping([.init(key, wrapped)]), at: place)
    } else if target.node.kind == .mapping {
      try add(.init(key, wrapped), to: target, at: place)
    } else {
      throw .notACollection(place)
    }
  }

  /// Adds an element before the one at the index that `path` ends with, or at the end of the list
  /// when the index is its length; for a key, adds the entry at the end of the mapping.
  package mutating func insert(_ value: YAMLValue, at path: YAMLPath) throws(YAMLEditingError) {
    guard let step = path.steps.last else { throw .noSuchPlace(path) }
    let place = path.parent
    let target = try YAMLTarget(path: place, in: tree)
    switch step {
    case .key(let key):
      if try target.child(step, path: path) != nil { throw .keyExists(path) }
      if target.node.isNull {
        try replace(target, with: .mapping([.init(key, value)]), at: place)
      } else {
        guard target.node.kind == .mapping else { throw .notACollection(place) }
        try add(.init(key, value), to: target, at: place)
      }
    case .index(let index):
      if target.node.isNull, index == 0 {
        try replace(target, with: .sequence([value]), at: place)
        return
      }
      guard target.node.kind == .sequence else { throw .notACollection(place) }
      guard (0...target.node.count).contains(index) else { throw .noSuchPlace(path) }
      let splices = try YAMLSplicer(tree).inserting(value, at: index, of: target, path: path)
      try apply(splices, .insert(value, at: index), at: place)
    }
  }

  /// Adds an element at the end of the list at `path`.
  package mutating func append(
    _ value: YAMLValue, to path: YAMLPath
  ) throws(YAMLEditingError) {
    let target = try YAMLTarget(path: path, in: tree)
    try insert(value, at: path.appending(.index(target.node.count)))
  }

  /// Removes a key with its value, or an element of a list.
  package mutating func delete(_ path: YAMLPath) throws(YAMLEditingError) {
    guard let step = path.steps.last else { throw .noSuchPlace(path) }
    let place = path.parent
    let container = try YAMLTarget(path: place, in: tree)
    guard let element = try container.child(step, path: path) else { throw .noSuchPlace(path) }
    try refuseRepeated(from: element.entry, to: tree.successor(of: element.site), path: path)
    if container.node.count == 1 {
      try empty(container, at: place)
      return
    }
    let splices = try YAMLSplicer(tree).deleting(element, of: container, path: path)
    try apply(splices, .delete(at: element.ordinal), at: place)
  }

  // MARK: Steps

  private mutating func replace(
    _ target: YAMLTarget, with value: YAMLValue, at path: YAMLPath
  ) throws(YAMLEditingError) {
    try refuseRepeated(from: target.site, to: tree.successor(of: target.site), path: path)
    let splices = try YAMLSplicer(tree).replacing(target, with: value, path: path)
    try apply(splices, .replace(value), at: path)
  }

  private mutating func add(
    _ entry: YAMLValue.Entry, to target: YAMLTarget, at path: YAMLPath
  ) throws(YAMLEditingError) {
    let splices = try YAMLSplicer(tree).adding(entry, to: target, path: path)
    try apply(splices, .add(entry), at: path)
  }

  private mutating func empty(
    _ container: YAMLTarget, at path: YAMLPath
  ) throws(YAMLEditingError) {
    let value: YAMLValue = container.node.kind == .sequence ? .sequence([]) : .mapping([])
    let splices = try YAMLSplicer(tree).replacing(container, with: value, path: path)
    try apply(splices, .replace(value), at: path)
  }

  /// Refuses to remove nodes that aliases outside of them refer to.
  private func refuseRepeated(
    from start: Int, to end: Int, path: YAMLPath
  ) throws(YAMLEditingError) {
    for alias in tree.aliases where !(start..<end).contains(Int(alias)) {
      let target = Int(tree.nodes[Int(alias)].link)
      if (start..<end).contains(target) { throw .repeated(path) }
    }
  }

  /// Makes the new text, and keeps it when it holds what was asked and nothing else has changed.
  private mutating func apply(
    _ splices: [YAMLSplicer.Splice], _ change: YAMLChange, at path: YAMLPath
  ) throws(YAMLEditingError) {
    var text: [UInt8] = []
    text.reserveCapacity(tree.bytes.count + splices.reduce(0) { $0 + $1.text.utf8.count })
    var position = 0
    for splice in splices.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard splice.range.lowerBound >= position else { throw .unsupported(path) }
      text += tree.bytes[position..<splice.range.lowerBound]
      text += splice.text.utf8
      position = splice.range.upperBound
    }
    text += tree.bytes[position...]
    let (edited, diagnostics) = YAMLTree.read(text, file: tree.file, limits: limits)
    guard let edited, diagnostics.isEmpty else { throw .unreadable(diagnostics) }
    guard change.isOnlyDifference(between: tree.root, and: edited.root, at: path.steps[...]) else {
      throw tree.aliases.isEmpty ? .unsupported(path) : .repeated(path)
    }
    tree = edited
  }
}
