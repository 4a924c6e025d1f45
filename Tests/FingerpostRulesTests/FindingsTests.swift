import FingerpostFormats
import FingerpostModel
import FingerpostRules
import FingerpostTestSupport
import Foundation
import Testing

struct `Findings` {
  /// What is found, without the lines.
  private func findings(in map: SystemMap) -> [Finding] {
    RuleChecker(profiles: everyProfile, on: sampleDate).check(map).findings.map { finding in
      var finding = finding
      finding.location = nil
      return finding
    }
  }

  private func map(_ text: String) throws -> SystemMap {
    let document = MapReader().read(text: text)
    return try #require(document.map, "\(document.diagnostics)")
  }

  private func faulted(_ fault: PlantedFault) throws -> String {
    var text = MapText(try InventedCounty.text.get())
    try fault.plant(&text)
    return text.text
  }

  @Test(arguments: PlantedFault.all)
  func `are the same in whatever order the elements stand, and under other ids`(
    _ fault: PlantedFault
  ) throws {
    let text = try faulted(fault)
    let map = try map(text)
    let found = findings(in: map)
    #expect(found == findings(in: map.reversed))
    // One fault of each rule will do, apart from a run with full figures.
    guard isSoak || PlantedFault.all.first(where: { $0.rule == fault.rule })?.fault == fault.fault
    else { return }
    let names = IDNames(of: map)
    let renamed = try findings(in: self.map(names.renamed(in: text)))
    #expect(found.map { names.renamed(in: "\($0)") }.sorted() == renamed.map { "\($0)" }.sorted())
  }
}

extension SystemMap {
  /// The map with the elements of each collection in the opposite order.
  fileprivate var reversed: SystemMap {
    var map = self
    map.conditions = Elements(conditions.reversed())
    map.areas = Elements(areas.reversed())
    map.sources = Elements(sources.reversed())
    map.organisations = Elements(organisations.reversed())
    map.services = Elements(services.reversed())
    map.routes = Elements(routes.reversed())
    map.boards = Elements(boards.reversed())
    map.programmes = Elements(programmes.reversed())
    map.agreements = Elements(agreements.reversed())
    map.flows = Elements(flows.reversed())
    map.documents = Elements(documents.reversed())
    map.links = Elements(links.reversed())
    map.exceptions = Elements(exceptions.reversed())
    return map
  }
}

/// Other names for the ids of a map, which sort the other way round.
///
/// Only ids of several words are renamed, and none that is a word of the vocabulary as well: they
/// stand in no prose.
private struct IDNames {
  private static let vocabulary = MapFormat.words
    .union(MapFormat.keys.map(\.key)).union(RuleID.allCases.map(\.rawValue))

  private let names: [String: String]

  init(of map: SystemMap) {
    let ids =
      map.services.map(\.id.rawValue) + map.organisations.map(\.id.rawValue)
      + map.boards.map(\.id.rawValue) + map.programmes.map(\.id.rawValue)
      + map.documents.map(\.id.rawValue) + map.agreements.map(\.id.rawValue)
    let renamed = ids.filter { $0.contains("-") && !Self.vocabulary.contains($0) }.sorted()
    var names = Dictionary(
      uniqueKeysWithValues: renamed.enumerated().map { place, id in
        (id, "element-\(1000 - place)")
      })
    // The ids that routes and links are given are made of those of their ends.
    func name<Element>(_ id: Identifier<Element>) -> Identifier<Element> {
      Identifier(names[id.rawValue] ?? id.rawValue)
    }
    let made =
      map.routes.map { route in
        (
          Route.derivedID(from: route.from, to: route.to, kind: route.kind).rawValue,
          Route.derivedID(from: name(route.from), to: name(route.to), kind: route.kind).rawValue
        )
      }
      + map.links.map { link in
        (
          Link.derivedID(from: link.from, to: link.to, kind: link.kind).rawValue,
          Link.derivedID(from: name(link.from), to: name(link.to), kind: link.kind).rawValue
        )
      }
    names.merge(made) { known, _ in known }
    self.names = names
  }

  /// The text with each id of which a new one is known replaced, where it stands by itself.
  func renamed(in text: String) -> String {
    text.replacing(/[a-z0-9]+(?:-[a-z0-9]+)+/) { names[String($0.output)] ?? String($0.output) }
  }
}
