import FingerpostModel

/// The groups that the services of a map belong to, by area, level and organisation.
struct ServiceFacets {
  private let map: SystemMap
  private let words: Words
  private let areaPlaces: [Area.ID: Int]
  private let organisationPlaces: [Organisation.ID: Int]

  /// Puts areas and organisations in the order of their names, so that the order of a file does not
  /// matter.
  init(_ map: SystemMap, _ words: Words) {
    self.map = map
    self.words = words
    areaPlaces = Self.places(map.areas.map { ($0.id, $0.name) })
    organisationPlaces = Self.places(map.organisations.map { ($0.id, $0.name) })
  }

  private static func places<ID: Comparable & Hashable>(_ names: [(ID, String)]) -> [ID: Int] {
    let sorted = names.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    return Dictionary(
      sorted.enumerated().map { ($1.0, $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// The groups of a service, one for each facet.
  func of(_ service: Service) -> [Diagram.Facet: Diagram.FacetValue] {
    [.area: area(of: service), .level: level(of: service), .organisation: body(of: service)]
  }

  /// The area of a service, or for several the smallest that they all lie within.
  private func area(of service: Service) -> Diagram.FacetValue {
    guard let areas = service.areas else { return notStated(.areaNotStated) }
    guard let first = areas.first else {
      return Diagram.FacetValue(id: "no area", name: words(.noArea), place: Int.max - 1)
    }
    let others = areas.dropFirst().map { Set(chain(of: $0)) }
    guard
      let common = chain(of: first).first(where: { id in others.allSatisfy { $0.contains(id) } })
    else {
      return Diagram.FacetValue(id: "several areas", name: words(.severalAreas), place: Int.max - 2)
    }
    return Diagram.FacetValue(
      id: common.rawValue, name: map.areas[common]?.name ?? common.rawValue,
      place: areaPlaces[common] ?? areaPlaces.count)
  }

  /// An area and those that it lies within, smallest first.
  private func chain(of area: Area.ID) -> [Area.ID] {
    var chain = [area]
    while let next = chain.last.flatMap({ map.areas[$0]?.within }), !chain.contains(next) {
      chain.append(next)
    }
    return chain
  }

  /// The lowest level at which a service works.
  private func level(of service: Service) -> Diagram.FacetValue {
    guard let rank = service.intensity?.compactMap({ map.rank(of: $0) }).min() else {
      return notStated(.noLevelStated)
    }
    let level = map.intensities[rank]
    return Diagram.FacetValue(id: level.id.rawValue, name: level.name.lowercased(), place: rank)
  }

  private func body(of service: Service) -> Diagram.FacetValue {
    guard let id = service.organisation else { return notStated(.noOrganisationStated) }
    return Diagram.FacetValue(
      id: id.rawValue, name: map.organisations[id]?.name ?? id.rawValue,
      place: organisationPlaces[id] ?? organisationPlaces.count)
  }

  private func notStated(_ what: Phrase) -> Diagram.FacetValue {
    Diagram.FacetValue(id: "not stated", name: words(what), place: Int.max, isStated: false)
  }
}
