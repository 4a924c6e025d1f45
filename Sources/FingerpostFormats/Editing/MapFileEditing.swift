import FingerpostModel

/// The files of one map, changed an element at a time: what people wrote by hand, comments and order stay
/// as they are.
package struct MapFileEditing: Sendable {
  /// A file and what it holds.
  package struct File: Hashable, Sendable {
    /// Where it is, as the person named it.
    package let path: String
    /// Its bytes.
    package var bytes: [UInt8]

    /// Names a file.
    package init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// The files as they are now, that with the title first.
  package private(set) var files: [File]
  /// What the map calls itself unless it says.
  private let id: String

  /// Takes the files of a map.
  ///
  /// - Parameters:
  ///   - files: The files, that with the title first.
  ///   - id: The id that the map has unless it states one.
  package init(_ files: [File], id: String) {
    self.files = files
    self.id = id
  }

  /// The map as the files say it now.
  package var document: MapDocument {
    MapReader().read(files.map { (file: $0.path, bytes: $0.bytes) }, id: id)
  }

  /// What the files say of an element; `nil` when they have none of this id.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  package func value(of id: String, in collection: String) -> StatedValue? {
    guard let place = place(of: id, in: collection), let tree = Self.tree(of: files[place.file])
    else { return nil }
    return Self.node(at: place.path, in: tree).flatMap { StatedValue($0) }
  }

  /// Makes a change, or none of it.
  ///
  /// - Throws: Why it is not made; the files are then as they were.
  /// - Complexity: O(*n*) for *n* bytes and each edit.
  package mutating func make(_ change: StatedChange) throws(StatedChangeError) {
    guard let kind = Self.collections[change.collection] else {
      throw .noSuchCollection(change.collection)
    }
    guard !change.edits.isEmpty else { throw .nothing }
    let before = files
    do throws(StatedChangeError) {
      if let was = change.was {
        guard let id = change.id, let place = place(of: id, in: change.collection) else {
          throw .conflict(now: nil)
        }
        let now = value(of: id, in: change.collection)
        guard now == was else { throw .conflict(now: now) }
        try edit(change.edits, at: place)
      } else {
        try add(change, isList: kind == .list)
      }
      let document = document
      guard document.isSound else {
        throw .unsound(document.diagnostics.filter { $0.severity == .error })
      }
    } catch {
      files = before
      throw error
    }
  }

  // MARK: - Places

  /// How the elements of a collection stand in a file.
  private enum Kind { case keyed, list }

  private static let collections: [String: Kind] = {
    var collections: [String: Kind] = [:]
    for field in MapFormat.shapes[0].fields() {
      switch field.value {
      case .keyed, .orNone(.keyed): collections[field.key] = .keyed
      case .records, .orNone(.records): collections[field.key] = .list
      default: break
      }
    }
    return collections
  }()

  private struct Place {
    var file: Int
    var path: [YAMLPath.Step]
  }

  private static func tree(of file: File) -> YAMLTree? {
    YAMLTree.read(file.bytes, file: file.path).tree
  }

  private static func node(at path: [YAMLPath.Step], in tree: YAMLTree) -> YAMLNode? {
    var node: YAMLNode? = tree.root
    for step in path {
      switch step {
      case .key(let key): node = node?[key]
      case .index(let index): node = node?.elements.dropFirst(index).first { _ in true }
      }
    }
    return node
  }

  /// Where an element stands.
  private func place(of id: String, in collection: String) -> Place? {
    switch Self.collections[collection] {
    case .keyed:
      for (index, file) in files.enumerated()
      where Self.tree(of: file)?.root[collection]?[id] != nil {
        return Place(file: index, path: [.key(collection), .key(id)])
      }
    case .list:
      // Its id may follow from what it says, so it is found by where the reader met it.
      guard let location = document.map?.location(of: id, in: collection),
        let index = files.firstIndex(where: { $0.path == location.file }),
        let list = Self.tree(of: files[index])?.root[collection]
      else { return nil }
      for (item, node) in list.elements.enumerated()
      where node.location.line == location.line && node.location.column == location.column {
        return Place(file: index, path: [.key(collection), .index(item)])
      }
    case nil: break
    }
    return nil
  }

  // MARK: - Edits

  private mutating func edit(
    _ edits: [StatedChange.Edit], at place: Place
  ) throws(StatedChangeError) {
    guard let tree = Self.tree(of: files[place.file]) else { throw .conflict(now: nil) }
    var editor = YAMLEditor(tree)
    do throws(YAMLEditingError) {
      for edit in edits {
        let path = YAMLPath(
          place.path
            + edit.path.map { step in
              switch step {
              case .key(let key): YAMLPath.Step.key(key)
              case .index(let index): .index(index)
              }
            })
        guard let value = edit.value?.yaml else {
          try editor.delete(path)
          continue
        }
        // An item after the last one is a new one.
        if case .index(let index) = path.steps.last,
          Self.node(at: path.parent.steps, in: editor.tree)?.count == index
        {
          try editor.insert(value, at: path)
        } else {
          try writeOut(path, of: place, in: &editor)
          try editor.set(path, to: value)
        }
      }
    } catch {
      throw .editing(error)
    }
    files[place.file].bytes = editor.bytes
  }

  /// Makes a record of an element that is a name alone, so that it can have facts.
  private func writeOut(
    _ path: YAMLPath, of place: Place, in editor: inout YAMLEditor
  ) throws(YAMLEditingError) {
    guard path.steps.count > place.path.count,
      let node = Self.node(at: place.path, in: editor.tree), node.kind == .scalar, !node.isNull
    else { return }
    try editor.set(YAMLPath(place.path), to: .mapping([.init("name", YAMLValue(node))]))
  }

  private mutating func add(
    _ change: StatedChange, isList: Bool
  ) throws(StatedChangeError) {
    if let id = change.id, let now = self.value(of: id, in: change.collection) {
      throw .conflict(now: now)
    }
    guard change.edits.count == 1, change.edits[0].path.isEmpty, let value = change.edits[0].value
    else { throw .nothing }
    // Beside its likes, or in the file with the title.
    let index =
      files.firstIndex { Self.tree(of: $0)?.root[change.collection]?.isNull == false } ?? 0
    guard let tree = Self.tree(of: files[index]) else { throw .conflict(now: nil) }
    var editor = YAMLEditor(tree)
    do throws(YAMLEditingError) {
      let list = YAMLPath([.key(change.collection)])
      let isNone = tree.root[change.collection].map { $0.kind == .scalar } ?? true
      if isList {
        if isNone {
          try editor.set(list, to: .sequence([value.yaml]))
        } else {
          try editor.append(value.yaml, to: list)
        }
      } else {
        guard let id = change.id else { throw .noSuchPlace(list) }
        if isNone {
          try editor.set(list, to: .mapping([.init(id, value.yaml)]))
        } else {
          try editor.set(list.appending(.key(id)), to: value.yaml)
        }
      }
    } catch {
      throw .editing(error)
    }
    files[index].bytes = editor.bytes
  }
}

extension SystemMap {
  /// Where an element of a list was read.
  fileprivate func location(of id: String, in collection: String) -> SourceLocation? {
    switch collection {
    case "routes": routes.first { $0.id.rawValue == id }?.origin.location
    case "links": links.first { $0.id.rawValue == id }?.origin.location
    case "exceptions": exceptions.first { $0.id == id }?.origin.location
    default: nil
    }
  }
}
