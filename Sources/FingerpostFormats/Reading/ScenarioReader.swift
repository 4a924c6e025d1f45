public import FingerpostModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads maps that somebody thinks of: files that take over a map and say what would be otherwise.
///
/// ```yaml
/// scenario: The children's centre closes, and the hub refers in its stead
/// of: leeds.yaml
/// services:
///   childrens-centre: {status: closed}
///   family-hub: {name: Family hub, entry: open, serves: [parent-infant-relationship]}
/// routes:
///   - {from: family-hub, to: parent-infant-team, kind: referral}
///   - {id: health-visiting-to-childrens-centre-referral, status: paused}
/// remove:
///   routes: [midwifery-to-childrens-centre-referral]
/// ```
///
/// Beside `scenario`, `of` and `remove` it has the keys of a map. What has an id that the map holds
/// is changed: a key of it takes the place of what the map says under that key, all of it, and what
/// is not written stays. What has a new id is added. `remove` names ids under the keys of a map. What
/// is removed is gone as if it had never been on the map; a service that closes gets `status: closed`.
public struct ScenarioReader: Sendable {
  /// How the name of a file ends that holds a scenario: `centre-closes.scenario.yaml`.
  public static let fileEnding = ".scenario.yaml"

  /// Makes a reader.
  public init() {}

  /// Reads the scenario of a file and the map that it names.
  ///
  /// - Returns: Both maps, and every problem found in either file.
  public func read(path: String) -> ScenarioDocument {
    guard let data = FileManager.default.contents(atPath: path) else {
      return ScenarioDocument(
        diagnostics: [
          Diagnostic(
            .error, .file, "there is no scenario `\(path)` that can be opened; check the name",
            at: nil)
        ])
    }
    let (tree, problems) = YAMLTree.read(Array(data), file: path)
    guard let tree else { return ScenarioDocument(diagnostics: problems) }
    let reading = MapReading()
    reading.begin(tree)
    guard let of = tree.root["of"], of.kind == .scalar, !of.isNull else {
      reading.report(
        .missingKey, "this scenario does not say which map it changes; add `of:` and its file",
        at: tree.root)
      return ScenarioDocument(diagnostics: problems + reading.told)
    }
    let folder =
      path.contains("/")
      ? path.split(separator: "/", omittingEmptySubsequences: false)
        .dropLast().joined(separator: "/") + "/" : ""
    let place = of.text.hasPrefix("/") ? of.text : folder + of.text
    let maps = MapReader().read(path: place)
    guard maps.count == 1, let map = maps.first else {
      reading.report(
        .file,
        "`\(of.text.shortened)` holds \(maps.count) maps, and a scenario changes one; name "
          + "the file of that one", at: of)
      return ScenarioDocument(diagnostics: problems + reading.told)
    }
    guard let before = map.map else {
      return ScenarioDocument(map: map, diagnostics: problems + map.diagnostics)
    }
    var document = read(tree, problems, of: before)
    document.map = map
    return document
  }

  /// Reads a scenario from the bytes of a file, for a map that has been read.
  ///
  /// - Parameters:
  ///   - bytes: YAML in UTF-8.
  ///   - file: What to call the file in messages.
  ///   - map: The map that it changes, whatever it says under `of`.
  /// - Returns: Both maps, and every problem found in the scenario.
  public func read(_ bytes: [UInt8], file: String, of map: SystemMap) -> ScenarioDocument {
    let (tree, problems) = YAMLTree.read(bytes, file: file)
    guard let tree else { return ScenarioDocument(before: map, diagnostics: problems) }
    return read(tree, problems, of: map)
  }

  private func read(
    _ tree: YAMLTree, _ problems: [Diagnostic], of map: SystemMap
  ) -> ScenarioDocument {
    let reading = MapReading(isChange: true)
    reading.take(problems)
    reading.begin(tree)
    var after = map
    _ = Shape<SystemMap>.map.read(
      tree.root, into: &after, reading, intoWhole: true, besides: ["scenario", "of", "remove"])
    var title: String?
    if let node = tree.root["scenario"] {
      title = ValueType<String>.text.read(node, reading)
    } else if tree.root.kind == .mapping {
      reading.report(
        .missingKey, "this scenario has no title; add `scenario:` and what would be so",
        at: tree.root)
    }
    if let node = tree.root["remove"], !node.isNull {
      remove(node, from: &after, reading)
    }
    Soundness.check(after, reading)
    let diagnostics = reading.told
    let isReadable = !diagnostics.contains { $0.severity == .error && !$0.category.isAboutSense }
    return ScenarioDocument(
      title: title, before: map, after: isReadable ? after : nil, diagnostics: diagnostics)
  }

  // MARK: - Removing

  private func remove(_ node: YAMLNode, from map: inout SystemMap, _ reading: MapReading) {
    guard node.kind == .mapping else {
      reading.report(
        .wrongType,
        "`remove` needs the keys of a map with ids after them, such as `routes: [a-to-b-referral]`; "
          + "this is \(node.inWords)", at: node)
      return
    }
    let known = ElementID.Collection.allCases.filter { $0 != .map }
    for (key, value) in node.entries {
      guard let collection = known.first(where: { $0.rawValue == key.text }) else {
        reading.reportUnknownKey(key, of: "list of what to remove", known: known.map(\.rawValue))
        continue
      }
      guard let ids = ValueType<[String]>.list(.text).read(value, reading) else { continue }
      for id in ids where !map.remove(id, from: collection) {
        let near = reading.suggestion(for: id, among: map.ids(in: collection))
        reading.report(
          .unknownReference,
          "the map has no `\(id.shortened)` under `\(collection.rawValue)`; "
            + (near.map { "did you mean `\($0)`?" } ?? "take it out of `remove`"), at: value)
      }
    }
  }
}

/// A map and what somebody thinks of it becoming, as they were read from files.
public struct ScenarioDocument: Sendable {
  /// What would be so, in words; `nil` when the scenario does not say.
  public var title: String?
  /// The map that the scenario names, as it was read; `nil` when none was found, or when the scenario
  /// was read for a map at hand.
  public var map: MapDocument?
  /// The map as it is; `nil` when it cannot be read.
  public var before: SystemMap?
  /// The map that would be; `nil` when either cannot be read.
  public var after: SystemMap?
  /// Every problem found in the scenario, and those of its map where that cannot be read.
  public var diagnostics: [Diagnostic]

  init(
    title: String? = nil, map: MapDocument? = nil, before: SystemMap? = nil,
    after: SystemMap? = nil, diagnostics: [Diagnostic]
  ) {
    self.title = title
    self.map = map
    self.before = before
    self.after = after
    self.diagnostics = diagnostics
  }
}

extension SystemMap {
  /// Takes an element away; whether the map held it.
  ///
  /// A collection that loses its last element is then stated to be empty.
  fileprivate mutating func remove(_ id: String, from collection: ElementID.Collection) -> Bool {
    let isRemoved =
      switch collection {
      case .map: false
      case .kinds: kinds.remove(Identifier(id))
      case .needs: needs.remove(Identifier(id))
      case .conditions: conditions.remove(Identifier(id))
      case .areas: areas.remove(Identifier(id))
      case .sources: sources.remove(Identifier(id))
      case .organisations: organisations.remove(Identifier(id))
      case .services: services.remove(Identifier(id))
      case .routes: routes.remove(Identifier(id))
      case .boards: boards.remove(Identifier(id))
      case .programmes: programmes.remove(Identifier(id))
      case .agreements: agreements.remove(Identifier(id))
      case .flows: flows.remove(Identifier(id))
      case .documents: documents.remove(Identifier(id))
      case .links: links.remove(Identifier(id))
      case .views: views.remove(Identifier(id))
      case .exceptions: exceptions.remove(id)
      }
    if isRemoved, ids(in: collection).isEmpty { statedAsNone.insert(collection) }
    return isRemoved
  }
}

extension Elements {
  fileprivate mutating func remove(_ id: Element.ID) -> Bool {
    guard self[id] != nil else { return false }
    self[id] = nil
    return true
  }
}
