import FingerpostAnalysis
import FingerpostModel

/// Coverage of one cell as a person would work it out: service by service, route by route.
struct PlainCoverage {
  let map: SystemMap
  let date: CalendarDate
  let cell: CoverageCell
  let condition: Condition.ID?
  /// Whether what is not stated lets families through.
  let isGenerous: Bool

  /// What is stated, or whether it lets families through when nothing is.
  private func stated(_ value: Bool?) -> Bool { value ?? isGenerous }

  func admits(_ service: Service) -> Bool {
    if let status = service.status(on: date), status != .active { return false }
    guard stated(service.ages?.from.map { $0 <= cell.ages.from }),
      stated(service.ages?.to.map { cell.ages.to <= $0 })
    else { return false }
    guard
      stated(service.areas.map { served in enclosing(cell.area).contains { served.contains($0) } })
    else { return false }
    if let onlyFor = service.onlyFor, !onlyFor.isEmpty {
      guard let condition, onlyFor.map(\.condition).contains(condition) else { return false }
    }
    guard let condition else { return true }
    return stated(service.excludes.map { !$0.map(\.condition).contains(condition) })
  }

  private func enclosing(_ area: Area.ID) -> [Area.ID] {
    var chain = [area]
    while let next = chain.last.flatMap({ map.areas[$0]?.within }), !chain.contains(next) {
      chain.append(next)
    }
    return chain
  }

  func passes(_ route: Route) -> Bool {
    if let status = route.status(on: date), status != .active { return false }
    if let needs = route.needs, !needs.contains(cell.need) { return false }
    if let onlyFor = route.onlyFor, !onlyFor.isEmpty {
      guard let condition, onlyFor.contains(condition) else { return false }
    }
    if let condition, let excludes = route.excludes, excludes.contains(condition) { return false }
    return [RouteKind.referral, .selfReferral, .transfer].contains(route.kind)
  }

  /// The fewest hand-offs to help; `nil` when there is no way.
  var handOffs: Int? {
    var frontier: Set<Service.ID> = [.families]
    for service in map.services
    where stated(service.entry.map { $0 == .open }) && admits(service) {
      frontier.insert(service.id)
    }
    func helps(_ service: Service) -> Bool { stated(service.serves?.contains(cell.need)) }
    // A map without routes does not say how families get anywhere.
    if isGenerous, map.routes.isEmpty {
      let helpers = map.services.filter { admits($0) && helps($0) }
      return helpers.isEmpty ? nil : helpers.contains { frontier.contains($0.id) } ? 0 : 1
    }
    var seen = frontier
    var count = 0
    while !frontier.isEmpty {
      let isHelped = frontier.contains { id in
        map.services[id].map(helps) ?? false
      }
      if isHelped { return count }
      frontier = Set(
        map.routes.filter { route in
          frontier.contains(route.from) && passes(route)
            && (map.services[route.to].map(admits) ?? false)
        }.map(\.to)
      ).subtracting(seen)
      seen.formUnion(frontier)
      count += 1
    }
    return nil
  }
}

extension PlainCoverage {
  /// The answer and, where a way is sure, its hand-offs.
  static func answer(
    _ map: SystemMap, _ cell: CoverageCell, _ condition: Condition.ID?,
    on date: CalendarDate = RandomServiceMap.date
  ) -> (answer: CoverageAnswer, handOffs: Int?) {
    func handOffs(_ condition: Condition.ID?, generous: Bool) -> Int? {
      PlainCoverage(
        map: map, date: date, cell: cell, condition: condition, isGenerous: generous
      ).handOffs
    }
    if let sure = handOffs(condition, generous: false) { return (.covered, sure) }
    if handOffs(condition, generous: true) != nil { return (.notStated, nil) }
    guard condition == nil else { return (.gap, nil) }
    let helped = RandomServiceMap.layers.compactMap(\.self).filter {
      handOffs($0, generous: false) != nil
    }
    return (helped.isEmpty ? .gap : .coveredForSome(helped), nil)
  }
}
