package import FingerpostModel

/// A local system made from a fixed seed: what it must cover, services with limits, and routes
/// between services that are near one another.
package struct GeneratedSystem {
  /// The map.
  package private(set) var map: SystemMap

  private static let limits = [
    "conception", "birth", "28 days", "6 months", "1 year", "18 months", "2 years", "3 years",
  ].compactMap { Age($0) }

  /// A national atlas: 150 maps, 30,000 services and 150,000 routes in all.
  package static func nationalAtlas() -> [SystemMap] {
    (0..<150).map { GeneratedSystem(services: 200, routes: 1_000, seed: UInt64($0)).map }
  }

  /// Makes a map; the same figures make the same one.
  package init(services: Int, routes: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    map = SystemMap(id: Identifier("system-\(seed)"), title: "System \(seed)")
    var scope = Scope()
    scope.needs = (0..<Int.random(in: 4...10, using: &random)).map { Identifier("need-\($0)") }
    scope.ages = AgeRange(from: .conception, to: Age("2 years"))
    scope.areas = (0..<Int.random(in: 10...20, using: &random)).map { Identifier("area-\($0)") }
    map.scope = scope
    for need in scope.needs ?? [] { map.needs.append(Need(id: need, name: need.rawValue)) }
    map.areas.append(Area(id: "county", name: "County"))
    for id in scope.areas ?? [] {
      var area = Area(id: id, name: id.rawValue)
      area.within = "county"
      map.areas.append(area)
    }
    for id in ["illness", "young"] as [Condition.ID] {
      map.conditions.append(Condition(id: id, name: id.rawValue))
    }
    // Each system uses some of the limits, so that maps have from three to seven bands.
    let limits =
      [Self.limits[0]]
      + Self.limits.dropFirst().shuffled(using: &random)
      .prefix(Int.random(in: 3...7, using: &random))
    for number in 0..<services {
      map.services.append(Self.service(number, scope, limits.sorted(), &random))
    }
    addRoutes(routes, among: services, using: &random)
  }

  private static func service(
    _ number: Int, _ scope: Scope, _ limits: [Age], _ random: inout SeededGenerator
  ) -> Service {
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    var service = Service(id: Service.ID("service-\(number)"), name: "Service number \(number)")
    service.intensity = ["universal", "targeted", "specialist"].randomElement(using: &random)
      .map { [$0] }
    service.entry = chance(4) ? .open : chance(3) ? nil : .byReferral
    if !chance(4) {
      service.serves = scope.needs?.shuffled(using: &random)
        .prefix(Int.random(in: 0...2, using: &random)).map(\.self)
    }
    if !chance(4) {
      let ends = limits.shuffled(using: &random).prefix(2).sorted()
      service.ages =
        chance(50)
        ? AgeRange(from: .conception, to: Age("5 years"))
        : AgeRange(from: ends.first, to: ends.last)
    }
    if !chance(4) {
      service.areas =
        chance(30)
        ? ["county"]
        : scope.areas?.shuffled(using: &random).prefix(Int.random(in: 1...6, using: &random))
          .map(\.self)
    }
    if !chance(30) {
      service.excludes = ["illness", "young"].filter { _ in chance(10) }
        .map { Exclusion(condition: $0) }
    }
    if chance(4) { service.onlyFor = [Requirement(condition: "young")] }
    if chance(6) { service.status = [.planned, .paused, .closed].randomElement(using: &random) }
    return service
  }

  private mutating func addRoutes(
    _ count: Int, among services: Int, using random: inout SeededGenerator
  ) {
    let kinds: [RouteKind] = [
      .referral, .referral, .referral, .transfer, .signposting, .consultation, .jointWork,
      .notification, .feedback,
    ]
    while map.routes.count < count {
      let from = Int.random(in: 0..<services, using: &random)
      let to = from + Int.random(in: -20...20, using: &random)
      guard from != to, (0..<services).contains(to),
        let kind = kinds.randomElement(using: &random)
      else { continue }
      let isOwn = Int.random(in: 0..<50, using: &random) == 0
      var route = Route(
        from: isOwn ? .families : Service.ID("service-\(from)"), to: Service.ID("service-\(to)"),
        kind: isOwn ? .selfReferral : kind)
      if Int.random(in: 0..<20, using: &random) == 0 { route.status = .paused }
      map.routes.append(route)
    }
  }
}
