import FingerpostFormats
import FingerpostModel
import FingerpostReports

/// An older version of a map, for the changes since then.
struct MapComparison {
  let old: SystemMap
  let file: String

  /// Reads the older version; `nil` when it cannot be read, which is reported.
  init?(file: String, _ terminal: Terminal) {
    let documents = MapReader().read(path: file)
    for diagnostic in documents.flatMap(\.diagnostics) { terminal.report(diagnostic) }
    guard documents.count == 1, let old = documents[0].map else {
      terminal.note(
        documents.count > 1
          ? "\(file): this folder holds several maps; name one of them with --since"
          : "\(file): not compared; mend the problems above first")
      return nil
    }
    self.old = old
    self.file = file
  }

  /// What changed from then to now, in sentences.
  ///
  /// This is where the sentences come in: the difference between two maps, once it is there, takes
  /// the place of the body.
  func changes(to new: SystemMap, _ words: Words) -> PaperChanges {
    func names<Element: MapElement>(
      _ elements: Elements<Element>, without others: Elements<Element>, _ name: (Element) -> String
    ) -> [String] {
      elements.filter { others[$0.id] == nil }.map(name)
    }
    func named(_ map: SystemMap, notIn other: SystemMap) -> [String] {
      names(map.services, without: other.services, \.name)
        + names(map.boards, without: other.boards, \.name)
        + names(map.programmes, without: other.programmes, \.name)
    }
    let added = named(new, notIn: old)
    let removed = named(old, notIn: new)
    let newRoutes = new.routes.count { old.routes[$0.id] == nil }
    let lostRoutes = old.routes.count { new.routes[$0.id] == nil }
    var sentences: [String] = []
    if !added.isEmpty { sentences.append(words(.servicesAdded, ["list": words.list(added)])) }
    if !removed.isEmpty { sentences.append(words(.servicesRemoved, ["list": words.list(removed)])) }
    if newRoutes > 0 { sentences.append(words(.routesAdded, newRoutes)) }
    if lostRoutes > 0 { sentences.append(words(.routesRemoved, lostRoutes)) }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return PaperChanges(since: name, asOf: old.asOf, sentences: sentences)
  }
}
