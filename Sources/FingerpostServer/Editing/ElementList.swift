import FingerpostAnalysis
import FingerpostModel

/// The elements of a map, by the keys under which they stand.
struct ElementList: Encodable {
  private let collections: [String: [MapSummary.Named]]

  /// Lists the elements of a map; none of one that cannot be read.
  init(_ map: SystemMap?) {
    guard let map else {
      collections = [:]
      return
    }
    let names = CoverageWording(map: map, words: .english)
    func named<Element: MapElement>(
      _ elements: Elements<Element>, _ name: (Element) -> String
    ) -> [MapSummary.Named] where Element.ID == Identifier<Element> {
      elements.map { MapSummary.Named(id: $0.id.rawValue, name: name($0).onOneLine) }
    }
    func end(_ node: NodeID) -> String { map.name(of: node) ?? node.rawValue }
    collections = [
      "kinds": named(map.kinds, \.name), "needs": named(map.needs, \.name),
      "conditions": named(map.conditions, \.name), "areas": named(map.areas, \.name),
      "sources": named(map.sources, \.title), "organisations": named(map.organisations, \.name),
      "services": named(map.services, \.name),
      "routes": named(map.routes) {
        "\(names.name(of: $0.from).capitalisedFirst) → \(names.name(of: $0.to)): "
          + Words.english.label($0.kind)
      },
      "boards": named(map.boards, \.name), "programmes": named(map.programmes, \.name),
      "agreements": named(map.agreements, \.name), "flows": named(map.flows, \.name),
      "documents": named(map.documents, \.name),
      "links": named(map.links) {
        "\(end($0.from)) → \(end($0.to)): \(Words.english.label($0.kind))"
      },
      "views": named(map.views, \.title),
      "exceptions": map.exceptions.map { MapSummary.Named(id: $0.id, name: $0.id) },
      "intensities": map.intensities.map { MapSummary.Named(id: $0.id.rawValue, name: $0.name) },
    ]
  }

  func encode(to encoder: any Encoder) throws {
    try collections.encode(to: encoder)
  }
}
