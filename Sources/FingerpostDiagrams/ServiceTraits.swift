import FingerpostModel

/// What services stand together by, and what the colours of their boxes tell.
enum ServiceTrait: Hashable {
  case intensity
  case area
  case organisation
  case sector
  case status
}

/// What a trait is for one service or several, such as the level "Specialist".
struct TraitValue: Hashable, Comparable {
  /// Its place where the values have an order of their own, else 0.
  let rank: Int
  let id: String
  /// As a heading and in a legend.
  let name: String
  /// In as few words as a box has room for.
  let short: String

  static func < (a: Self, b: Self) -> Bool { (a.rank, a.id) < (b.rank, b.id) }
}

/// The traits of the services of a map on a date.
struct ServiceTraits {
  let map: SystemMap
  let words: Words
  let date: CalendarDate?

  /// What a trait is for a service; `nil` when the map does not say.
  func value(_ trait: ServiceTrait, of service: Service) -> TraitValue? {
    switch trait {
    case .intensity:
      return rank(of: service).map { rank in
        let level = map.intensities[rank]
        return TraitValue(
          rank: rank, id: level.id.rawValue, name: level.name, short: level.name.lowercased())
      }
    case .area:
      guard let areas = service.areas, !areas.isEmpty else { return nil }
      let ids = Set(areas).sorted()
      let name = words.list(ids.map { map.areas[$0]?.name ?? $0.rawValue })
      return TraitValue(
        rank: 0, id: ids.map(\.rawValue).joined(separator: " "), name: name, short: name)
    case .organisation:
      return service.organisation.map { id in
        let name = map.organisations[id]?.name ?? id.rawValue
        return TraitValue(rank: 0, id: id.rawValue, name: name, short: name)
      }
    case .sector:
      return sector(of: service).map { sector in
        TraitValue(
          rank: place(of: sector), id: sector.rawValue,
          name: words.label(sector).capitalisedFirst, short: words.shortLabel(sector))
      }
    case .status:
      return status(of: service).map { status in
        TraitValue(
          rank: place(of: status), id: status.rawValue,
          name: words.label(status).capitalisedFirst, short: words.label(status))
      }
    }
  }

  /// The lowest level at which the service works.
  func rank(of service: Service) -> Int? {
    service.intensity?.compactMap { map.rank(of: $0) }.min()
  }

  func sector(of service: Service) -> Sector? {
    service.organisation.flatMap { map.organisations[$0]?.sector }
  }

  func status(of service: Service) -> Status? {
    date.flatMap { service.status(on: $0) } ?? service.status
  }

  private func place<Value: Word>(of word: Value) -> Int {
    Array(Value.allCases).firstIndex(of: word) ?? 0
  }

  /// What the map leaves open of a trait for some of its services, as the end of "does not say".
  func question(_ trait: ServiceTrait) -> String? {
    let open = map.services.count { service in
      trait == .intensity ? service.intensity == nil : value(trait, of: service) == nil
    }
    guard open > 0 else { return nil }
    let isAll = open == map.services.count
    return switch trait {
    case .intensity: words(isAll ? .atWhichLevelAllWork : .atWhichLevelSomeWork, open)
    case .sector: words(isAll ? .whichSectorRunsAll : .whichSectorRunsSome, open)
    case .area: words(.whichAreasSomeServe, open)
    case .organisation: words(.whoRunsSome, open)
    case .status: words(.whetherSomeAreInUse, open)
    }
  }
}

/// The colours of the boxes of services, by a trait.
struct TraitColours {
  let trait: ServiceTrait?
  private let traits: ServiceTraits
  private let looks: [TraitValue: Sector]
  private let isCrowded: Bool

  init(_ trait: ServiceTrait?, _ traits: ServiceTraits) {
    self.trait = trait
    self.traits = traits
    var looks: [TraitValue: Sector] = [:]
    var counts: [TraitValue: Int] = [:]
    if let trait, trait != .sector {
      for service in traits.map.services {
        if let value = traits.value(trait, of: service) { counts[value, default: 0] += 1 }
      }
    }
    // A theme tells as many looks apart as there are sectors. Where there are more values, those of most
    // services have a colour of their own and the others share the last.
    let own = Sector.allCases.dropLast()
    isCrowded = counts.count > Sector.allCases.count
    let ordered =
      isCrowded
      ? counts.keys.sorted { (-counts[$0, default: 0], $0) < (-counts[$1, default: 0], $1) }
      : counts.keys.sorted()
    for (place, value) in ordered.enumerated() {
      looks[value] = place < own.count ? own[place] : .other
    }
    self.looks = looks
  }

  /// The look of a service's box, named by the sector that has it, and what the legend says of it.
  func look(of service: Service) -> (sector: Sector?, legend: String)? {
    guard let trait else { return nil }
    guard let value = traits.value(trait, of: service) else { return (nil, unsaid(trait)) }
    if trait == .sector { return (traits.sector(of: service), value.short.capitalisedFirst) }
    let look = looks[value]
    return (look, isCrowded && look == .other ? traits.words(.otherValues) : value.name)
  }

  /// The services in the order of their values; those of which the map does not say come last.
  var inOrder: [Service] {
    guard let trait else { return [] }
    let values = traits.map.services.map { (service: $0, value: traits.value(trait, of: $0)) }
    return values.sorted { one, other in
      switch (one.value, other.value) {
      case (let a?, let b?):
        (look(of: one.service)?.sector == .other ? 1 : 0, a)
          < (look(of: other.service)?.sector == .other ? 1 : 0, b)
      case (_?, nil): true
      case (nil, _): false
      }
    }.map(\.service)
  }

  /// What the box says of it in words.
  func words(of service: Service) -> String? {
    trait.flatMap { traits.value($0, of: service)?.short }
  }

  private func unsaid(_ trait: ServiceTrait) -> String {
    switch trait {
    case .intensity: traits.words(.levelNotStated)
    case .area: traits.words(.areasNotStated)
    case .organisation: traits.words(.organisationNotStated)
    case .sector: traits.words(.sectorNotStated)
    case .status: traits.words(.statusNotStated)
    }
  }
}

extension ViewGrouping {
  /// The trait; `nil` for none.
  var trait: ServiceTrait? {
    switch self {
    case .intensity: .intensity
    case .area: .area
    case .organisation: .organisation
    case .sector: .sector
    case .nothing: nil
    }
  }
}

extension ViewColouring {
  /// The trait; `nil` for none.
  var trait: ServiceTrait? {
    switch self {
    case .intensity: .intensity
    case .area: .area
    case .organisation: .organisation
    case .sector: .sector
    case .status: .status
    case .nothing: nil
    }
  }
}
