package import FingerpostModel

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
    guard let place = place(of: id, in: collection), let tree = Self.tree(of: files[place.file]),
      let value = Self.node(at: place.path, in: tree).flatMap({ StatedValue($0) })
    else { return nil }
    guard collection == Self.whole, case .record(let record) = value else { return value }
    return .record(record.filter { Self.types[$0.key]?.isOfMapItself ?? false })
  }

  /// Makes a change, or none of it.
  ///
  /// - Returns: The id that the element has afterwards, which may follow from what it says; `nil` when it is
  ///   gone.
  /// - Throws: Why it is not made; the files are then as they were.
  /// - Complexity: O(*n*) for *n* bytes and each edit.
  @discardableResult
  package mutating func make(_ change: StatedChange) throws(StatedChangeError) -> String? {
    guard let kind = Self.collections[change.collection] else {
      throw .noSuchCollection(change.collection)
    }
    guard !change.edits.isEmpty else { throw .nothing }
    if kind == .whole { try mind(change) }
    let before = files
    let idsBefore = kind == .list ? document.map?.ids(in: change.collection) ?? [] : []
    do throws(StatedChangeError) {
      let edited: Place
      if let was = change.was {
        guard let id = change.id, let place = place(of: id, in: change.collection) else {
          throw .conflict(now: nil)
        }
        let now = value(of: id, in: change.collection)
        guard now == was else { throw .conflict(now: now) }
        try edit(change.edits, at: place)
        edited = place
      } else {
        edited = try add(change, isList: kind == .list)
      }
      let document = document
      guard document.isSound else {
        throw .unsound(
          document.diagnostics.filter { $0.severity == .error }
            .map { StatedProblem(diagnostic: $0, path: path(to: $0, in: edited)) })
      }
      if change.edits.contains(where: { $0.path.isEmpty && $0.value == nil }) { return nil }
      guard kind == .list else { return change.id }
      let known = Set(idsBefore)
      return document.map?.ids(in: change.collection).first { !known.contains($0) } ?? change.id
    } catch {
      files = before
      throw error
    }
  }

  // MARK: - Places

  /// How the elements of a collection stand in a file.
  private enum Kind { case keyed, list, whole }

  /// What a map says of itself, rather than of its elements, is changed as an element of this name.
  private static let whole = ElementID.Collection.map.rawValue

  private static let collections: [String: Kind] = {
    var collections: [String: Kind] = [whole: .whole]
    for field in MapFormat.shapes[0].fields() {
      switch field.value {
      case .keyed, .orNone(.keyed): collections[field.key] = .keyed
      case .records, .orNone(.records): collections[field.key] = .list
      default: break
      }
    }
    return collections
  }()

  /// What stands under each key of a map.
  private static let types = Dictionary(
    MapFormat.shapes[0].fields().map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first }
  )

  /// What a place within an element takes; `nil` where the format has none.
  private static func type(at path: [StatedChange.Step], in place: Place) -> ValueDescription? {
    guard case .key(let collection) = place.path.first else {
      guard case .key(let key) = path.first else { return nil }
      return type(at: Array(path.dropFirst()), under: types[key])
    }
    return type(at: path, under: types[collection])
  }

  private static func type(
    at path: [StatedChange.Step], under type: ValueDescription?
  ) -> ValueDescription? {
    path.reduce(type) { type, step in
      guard case .key(let key) = step else { return type }
      return type?.shape?.fields().first { $0.key == key }?.value
    }
  }

  /// The key of what a name alone stands for, by collection.
  private static let nameKeys: [String: String] = {
    var keys: [String: String] = [:]
    for field in MapFormat.shapes[0].fields() {
      keys[field.key] = field.value.shape?.fields().first(where: \.isRequired)?.key
    }
    return keys
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
    case .whole: return Place(file: 0, path: [])
    case nil: break
    }
    return nil
  }

  /// Of the map itself its own facts are changed, one by one.
  private func mind(_ change: StatedChange) throws(StatedChangeError) {
    for edit in change.edits {
      guard change.was != nil, case .key(let key) = edit.path.first,
        Self.types[key]?.isOfMapItself ?? false
      else { throw .nothing }
    }
  }

  /// Where within an element a problem is.
  private func path(to diagnostic: Diagnostic, in place: Place) -> [StatedChange.Step]? {
    guard let location = diagnostic.location, location.file == files[place.file].path,
      let tree = Self.tree(of: files[place.file]),
      let node = Self.node(at: place.path, in: tree)
    else { return nil }
    return node.path(to: location, isOfRecord: diagnostic.category == .missingKey)
  }

  /// What the reader finds wrong with an element.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  package func diagnostics(of id: String, in collection: String) -> [Diagnostic] {
    let document = document
    guard !document.diagnostics.isEmpty, let place = place(of: id, in: collection)
    else { return [] }
    return document.diagnostics.filter { path(to: $0, in: place) != nil }
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
        guard let value = edit.value?.yaml(as: Self.type(at: edit.path, in: place)) else {
          // A list of which the last item goes says nothing; an empty one would say that there is none.
          if case .index = path.steps.last, path.steps.count > place.path.count + 1,
            Self.node(at: path.parent.steps, in: editor.tree)?.count == 1
          {
            try editor.delete(path.parent)
          } else {
            try editor.delete(path)
          }
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
      let node = Self.node(at: place.path, in: editor.tree), node.kind == .scalar, !node.isNull,
      case .key(let collection) = place.path.first, let key = Self.nameKeys[collection]
    else { return }
    try editor.set(YAMLPath(place.path), to: .mapping([.init(key, YAMLValue(node))]))
  }

  private mutating func add(
    _ change: StatedChange, isList: Bool
  ) throws(StatedChangeError) -> Place {
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
    let new = value.yaml(as: Self.types[change.collection])
    do throws(YAMLEditingError) {
      let list = YAMLPath([.key(change.collection)])
      let isNone = tree.root[change.collection].map { $0.kind == .scalar } ?? true
      if isList {
        if isNone {
          try editor.set(list, to: .sequence([new]))
        } else {
          try editor.append(new, to: list)
        }
      } else {
        guard let id = change.id else { throw .noSuchPlace(list) }
        if isNone {
          try editor.set(list, to: .mapping([.init(id, new)]))
        } else {
          try editor.set(list.appending(.key(id)), to: new)
        }
      }
    } catch {
      throw .editing(error)
    }
    files[index].bytes = editor.bytes
    let last = isList ? (editor.tree.root[change.collection]?.count ?? 1) - 1 : 0
    return Place(
      file: index,
      path: [.key(change.collection), isList ? .index(last) : .key(change.id ?? "")])
  }
}

extension ValueDescription {
  /// Whether a key of a map that takes it is about the map itself, rather than a collection of elements.
  package var isOfMapItself: Bool {
    switch self {
    case .keyed, .records: false
    case .orNone(let inner): inner.isOfMapItself
    case .text, .id, .reference, .word, .yesNo, .integer, .pattern, .list, .record, .table: true
    }
  }
}

extension YAMLNode {
  /// The way down to what stands at a place; `isOfRecord` says that a whole record is meant where its first
  /// key stands at the same place.
  fileprivate func path(
    to location: SourceLocation, isOfRecord: Bool
  ) -> [StatedChange.Step]? {
    let isHere = self.location == location
    switch kind {
    case .scalar: return isHere ? [] : nil
    case .sequence:
      for (index, item) in elements.enumerated() {
        if let inner = item.path(to: location, isOfRecord: isOfRecord) {
          return [.index(index)] + inner
        }
      }
    case .mapping:
      if isHere, isOfRecord { return [] }
      for (key, value) in entries {
        if let inner = value.path(to: location, isOfRecord: isOfRecord) {
          return [.key(key.text)] + inner
        }
        if key.location == location { return [.key(key.text)] }
      }
    }
    return isHere ? [] : nil
  }
}

extension SystemMap {
  /// The ids of the elements under a key, as it is written.
  fileprivate func ids(in collection: String) -> [String] {
    ElementID.Collection(rawValue: collection).map { ids(in: $0) } ?? []
  }

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
