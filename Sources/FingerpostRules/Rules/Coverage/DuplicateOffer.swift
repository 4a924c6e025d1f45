import FingerpostModel

/// Services to which families are referred do not offer the same to the same families.
struct DuplicateOffer: Rule {
  let id = RuleID.duplicateOffer
  let group = RuleGroup.coverage
  let summary =
    "No two services of one kind to which families are referred serve the same need at the same ages in "
    + "the same area."
  let obligation = Obligation.may
  let authority = [
    Authority(
      .toolkit, "E43",
      says:
        "Partners plan training together “to maximise opportunities for partnership working, reduce "
        + "duplication and ensure staff are released to attend”; what holds of training holds of help."
    )
  ]
  let remedy =
    "Ask whether both are needed. If so, say how they differ, such as by whom they are for "
    + "(`only-for:`) or by their ages; if not, bring them together. Services that are open to all may "
    + "be several."
  let examples = RuleExamples(
    passing: """
      areas: {north: North End, south: South End}
      services:
        volunteers:
          name: Volunteer home support
          kind: family-support
          serves: [practical-support]
          ages: {from: birth, to: 5 years}
          areas: [north]
          entry: by-referral
        family-workers:
          name: Family workers
          kind: family-support
          serves: [practical-support]
          ages: {from: birth, to: 5 years}
          areas: [south]
          entry: by-referral
      """,
    failing: """
      areas: {north: North End, county: {name: Exampleshire}}
      services:
        volunteers:
          name: Volunteer home support
          kind: family-support
          serves: [practical-support]
          ages: {from: birth, to: 5 years}
          areas: [north]
          entry: by-referral
        family-workers:  # here
          name: Family workers
          kind: family-support
          serves: [practical-support]
          ages: {from: conception, to: 2 years}
          areas: [north]
          entry: by-referral
      """)

  let check = RuleCheck.map { context, answers in
    let map = context.map
    var offers: [Offer: [Int]] = [:]
    for (position, service) in map.services.enumerated() {
      guard service.entry == .byReferral, context.isInUse(service), let kind = service.kind,
        let serves = service.serves, service.onlyFor?.isEmpty ?? true,
        service.ages?.from != nil, service.ages?.to != nil, service.areas != nil
      else { continue }
      for need in serves { offers[Offer(kind: kind, need: need), default: []].append(position) }
    }
    var needs: [[Int]: [Need.ID]] = [:]
    for (offer, positions) in offers {
      let groups = groups(among: positions, in: map)
      for group in groups { needs[group, default: []].append(offer.need) }
      for _ in 0..<(positions.count - groups.joined().count) { answers.pass() }
    }
    for (positions, needs) in needs {
      let services = positions.map { map.services[$0] }
        .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
      guard let kind = services[0].kind else { continue }
      let needs = needs.map { "“\(map.name(of: $0))”" }.sorted()
      answers.fail(
        "\(context.list(services.map { "“\($0.name)”" })) are of the same kind, “\(map.name(of: kind))”,"
          + " and serve \(context.list(needs)) at the same ages in the same area.",
        evidence: services.map { service in
          "“\(service.name)”: from \(service.ages?.description ?? ""), in "
            + "\(context.list((service.areas ?? []).map { map.name(of: $0) }))."
        },
        remedy: "Ask whether all of them are needed; if so, say how they differ, and if not, bring "
          + "them together.",
        detail: services.dropFirst().map(\.id.rawValue).joined(separator: " "),
        about: Subject(services[0]))
    }
  }

  /// A kind of service and a need that it serves.
  private struct Offer: Hashable {
    let kind: ServiceKind.ID
    let need: Need.ID
  }

  /// The services that overlap with others in ages and in an area, group by group.
  ///
  /// In each area that one of them names, those who serve it are sorted by the first age that they
  /// accept; each that begins before the others have ended overlaps with them.
  private static func groups(among positions: [Int], in map: SystemMap) -> [[Int]] {
    guard positions.count > 1 else { return [] }
    var group = Dictionary(uniqueKeysWithValues: positions.map { ($0, $0) })
    func root(_ position: Int) -> Int {
      var position = position
      while let next = group[position], next != position { position = next }
      return position
    }
    var byArea: [Area.ID: [(position: Int, from: Age, to: Age)]] = [:]
    for position in positions {
      let service = map.services[position]
      guard let from = service.ages?.from, let to = service.ages?.to else { continue }
      for area in service.areas ?? [] { byArea[area, default: []].append((position, from, to)) }
    }
    for area in byArea.keys {
      let served = map.areaAndThoseAround(area).flatMap { byArea[$0.id, default: []] }
        .sorted { ($0.from, $0.position) < ($1.from, $1.position) }
      var end: Age?
      var last: Int?
      for service in served {
        if let open = last, let until = end, service.from < until {
          let (a, b) = (root(open), root(service.position))
          if a != b { group[max(a, b)] = min(a, b) }
          end = max(until, service.to)
        } else {
          end = service.to
        }
        last = service.position
      }
    }
    return Dictionary(grouping: positions, by: root).values.filter { $0.count > 1 }
      .map { $0.sorted() }
  }
}
