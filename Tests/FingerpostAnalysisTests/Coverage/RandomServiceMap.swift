import FingerpostAnalysis
import FingerpostModel
import FingerpostTestSupport
import Foundation

/// A small map made at random from a seed, with everything that coverage reads.
struct RandomServiceMap: CustomStringConvertible {
  let seed: UInt64
  private(set) var map = SystemMap(id: "exampleton", title: "Exampleton")

  var description: String { "map with seed \(seed)" }

  static let date = CalendarDate("2026-11-01") ?? .earliest

  /// As many maps as the run asks for: 2,000 with `FINGERPOST_SOAK=1`, otherwise 80.
  static let batch: [RandomServiceMap] = {
    (0..<(isSoak ? 2_000 : 80)).map { RandomServiceMap(seed: UInt64($0)) }
  }()

  /// Fewer of them, for questions that try everything.
  static let smallBatch = Array(batch.prefix(max(60, batch.count / 10)))

  /// The conditions of all maps, and none.
  static let layers: [Condition.ID?] = [nil, "illness", "young"]
  static let needs: [Need.ID] = ["bond", "mood"]
  static let areas: [Area.ID] = ["county", "north", "south", "elsewhere"]
  static let ages = ["conception", "birth", "6 months", "12 months", "2 years", "5 years"]
    .compactMap { Age($0) }

  init(seed: UInt64) {
    self.seed = seed
    var random = SeededGenerator(seed: seed)
    for need in Self.needs { map.needs.append(Need(id: need, name: need.rawValue)) }
    for area in Self.areas {
      var area = Area(id: area, name: area.rawValue)
      if area.id == "north" || area.id == "south" { area.within = "county" }
      map.areas.append(area)
    }
    map.conditions.append(Condition(id: "illness", name: "Illness"))
    map.conditions.append(Condition(id: "young", name: "Young"))
    var scope = Scope()
    scope.needs = Self.needs
    scope.ages = AgeRange(from: .conception, to: Age("2 years"))
    scope.areas = ["north", "south"]
    map.scope = scope

    // Some maps state nearly everything, some little.
    let silence = [0.02, 0.05, 0.15, 0.5][Int.random(in: 0..<4, using: &random)]
    for number in 0..<Int.random(in: 2...7, using: &random) {
      map.services.append(service(number, silence, &random))
    }
    let ids = [.families] + map.services.map(\.id) + ["unknown"]
    for _ in 0..<Int.random(in: 0...(4 * ids.count), using: &random) {
      if let from = ids.dropLast().randomElement(using: &random),
        let to = ids.dropFirst().randomElement(using: &random)
      {
        map.routes.append(route(from, to, &random))
      }
    }
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      if let from = map.services.randomElement(using: &random)?.id,
        let to = map.services.randomElement(using: &random)?.id
      {
        map.links.append(Link(from: from.named(), to: to.named(), kind: .worksWith))
      }
    }
  }

  private func service(_ number: Int, _ silence: Double, _ random: inout SeededGenerator)
    -> Service
  {
    // Ids are out of step with the order of the file.
    let id = Service.ID("\(["m", "c", "x", "a", "q", "g", "t"][number])\(number)")
    var service = Service(id: id, name: "Service \(number)")
    func isSaid() -> Bool { Double.random(in: 0..<1, using: &random) >= silence }
    func chance(_ probability: Double) -> Bool {
      Double.random(in: 0..<1, using: &random) < probability
    }
    if isSaid() { service.entry = chance(0.35) ? .open : .byReferral }
    if isSaid() {
      // Services that are open to all seldom help themselves, so that there are ways to find.
      service.serves = Self.needs.filter { _ in chance(service.entry == .open ? 0.1 : 0.3) }
    }
    if isSaid() {
      let limits = [
        Self.ages.randomElement(using: &random), Self.ages.randomElement(using: &random),
      ]
      .compactMap(\.self).sorted()
      service.ages =
        chance(0.85)
        ? AgeRange(from: .conception, to: Age("5 years"))
        : AgeRange(from: isSaid() ? limits.first : nil, to: isSaid() ? limits.last : nil)
    }
    if isSaid() {
      service.areas = chance(0.8) ? ["county"] : Self.areas.filter { _ in chance(0.4) }
    }
    if isSaid() {
      service.excludes = ["illness", "young"].filter { _ in chance(0.2) }.map {
        Exclusion(condition: $0)
      }
    }
    if chance(0.2) {
      service.onlyFor = [Requirement(condition: chance(0.5) ? "illness" : "young")]
    }
    service.status = chance(0.9) ? nil : Status.allCases.randomElement(using: &random)
    if chance(0.05) { service.from = CalendarDate("2027-02-01") }
    if chance(0.05) { service.until = CalendarDate(chance(0.5) ? "2026-06-30" : "2027-03-31") }
    if chance(0.2) { service.fundedUntil = .stated(chance(0.5) ? .year2027 : .year2028) }
    service.intensity =
      isSaid() ? Intensity.defaultScale.randomElement(using: &random).map { [$0.id] } : nil
    return service
  }

  private func route(
    _ from: Service.ID, _ to: Service.ID, _ random: inout SeededGenerator
  ) -> Route {
    func chance(_ probability: Double) -> Bool {
      Double.random(in: 0..<1, using: &random) < probability
    }
    let kind: RouteKind =
      from == .families
      ? .selfReferral
      : chance(0.75) ? .referral : RouteKind.allCases.randomElement(using: &random) ?? .transfer
    var route = Route(from: from, to: to, kind: kind)
    if chance(0.15) { route.needs = Self.needs.filter { _ in chance(0.5) } }
    if chance(0.1) { route.excludes = ["illness"] }
    if chance(0.1) { route.onlyFor = ["young"] }
    if chance(0.2) { route.status = Status.allCases.randomElement(using: &random) }
    if chance(0.05) { route.opens = CalendarDate("2027-02-01") }
    if chance(0.1) { route.closes = CalendarDate("2027-03-31") }
    return route
  }

  var coverage: Coverage {
    get throws { try Coverage(of: map, on: Self.date) }
  }
}

extension CalendarDate {
  static let year2027 = CalendarDate("2027-03-31") ?? .earliest
  static let year2028 = CalendarDate("2028-03-31") ?? .earliest
}
