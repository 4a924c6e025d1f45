package import FingerpostModel

/// A county made from a fixed seed, as real ones are: districts with services of their own at three
/// levels, some that serve the whole county, most routes within a district, and organisations that run
/// several services each.
package struct GeneratedCounty {
  /// The map.
  package private(set) var map: SystemMap

  private static let districts = [
    "Ashdown", "Bexhill", "Corvedale", "Dunmere", "Eskwood", "Fallowmoor", "Garth", "Holmby",
    "Ingleton", "Kelmarsh", "Linnbeck", "Wexmoor",
  ]
  private static let kinds = [
    ["Health visiting", "Midwifery", "Children's centre", "Family hub", "General practice"],
    ["Home visiting", "Parenting group", "Family support", "Peer support", "Early help"],
    ["Parent-infant team", "Perinatal mental health team", "Child mental health service"],
  ]
  private static let levels: [Intensity.ID] = ["universal", "targeted", "specialist"]

  /// Makes a county; the same figures make the same one.
  package init(services: Int, routes: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    map = SystemMap(id: Identifier("county-\(services)"), title: "Services of an invented county")
    map.isInvented = true
    map.asOf = CalendarDate("2026-11-01")
    map.areas.append(Area(id: "county", name: "Whole county"))
    let districts = Self.districts.prefix(max(2, min(Self.districts.count, services / 25)))
    for name in districts {
      var area = Area(id: Identifier(name.lowercased()), name: name)
      area.within = "county"
      map.areas.append(area)
    }
    let sectors: [Sector] = [.nhs, .nhs, .localAuthority, .voluntary, .voluntary]
    for number in 0..<max(3, services / 20) {
      var body = Organisation(id: Identifier("body-\(number)"), name: "Organisation \(number + 1)")
      body.sector = sectors[number % sectors.count]
      map.organisations.append(body)
    }
    for number in 0..<services { addService(number, districts: Array(districts), &random) }
    addRoutes(routes, using: &random)
  }

  private mutating func addService(
    _ number: Int, districts: [String], _ random: inout SeededGenerator
  ) {
    let isCountyWide = number % 16 == 15
    let district = districts[number % districts.count]
    let level = isCountyWide ? 2 : [0, 0, 0, 1, 1, 2].randomElement(using: &random) ?? 0
    let kind = Self.kinds[level].randomElement(using: &random) ?? ""
    var service = Service(
      id: Identifier("service-\(number)"),
      name: "\(kind) \(isCountyWide ? "(county)" : district) \(number + 1)")
    service.areas = [isCountyWide ? "county" : Identifier(district.lowercased())]
    if number % 50 != 49 { service.intensity = [Self.levels[level]] }
    service.organisation = map.organisations.randomElement(using: &random)?.id
    if Int.random(in: 0..<20, using: &random) == 0 { service.status = .planned }
    map.services.append(service)
  }

  private mutating func addRoutes(_ count: Int, using random: inout SeededGenerator) {
    let byArea = Dictionary(grouping: map.services, by: \.areas)
    let county = byArea[["county"]] ?? []
    let kinds: [RouteKind] = [
      .referral, .referral, .referral, .referral, .transfer, .signposting, .consultation,
      .jointWork, .feedback,
    ]
    var seen: Set<Route.ID> = []
    while map.routes.count < count {
      guard let from = map.services.randomElement(using: &random),
        let kind = kinds.randomElement(using: &random)
      else { return }
      let choice = Int.random(in: 0..<100, using: &random)
      let near = byArea[from.areas] ?? []
      let pool = choice < 82 ? near : choice < 94 && !county.isEmpty ? county : Array(map.services)
      guard let to = pool.randomElement(using: &random), to.id != from.id else { continue }
      let route =
        choice < 3
        ? Route(from: .families, to: to.id, kind: .selfReferral)
        : Route(from: from.id, to: to.id, kind: kind)
      if seen.insert(route.id).inserted { map.routes.append(route) }
    }
  }
}
