import FingerpostModel

/// Help of one kind ends at the same age wherever a family lives.
struct PerinatalWindowMismatch: Rule {
  let id = RuleID.perinatalWindowMismatch
  let group = RuleGroup.coverage
  let summary =
    "Services of one kind that serve the same need in neighbouring areas, and see babies, end at the "
    + "same age."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .localPathways,
      says:
        "One published pathway for perinatal mental health ends at nine months, one at the first "
        + "birthday and another at the third.")
  ]
  let remedy =
    "Agree one age for both areas with the commissioners, or agree a transfer for the families who are "
    + "too old for one and would be seen by the other."
  let examples = RuleExamples(
    passing: """
      areas: {north: North End, south: South End}
      services:
        north-team:
          name: Perinatal team North
          kind: specialist-perinatal-mental-health
          serves: [parental-mental-health]
          ages: {from: conception, to: 2 years}
          areas: [north]
        south-team:
          name: Perinatal team South
          kind: specialist-perinatal-mental-health
          serves: [parental-mental-health]
          ages: {from: conception, to: 24 months}
          areas: [south]
      """,
    failing: """
      areas: {north: North End, south: South End}
      services:
        north-team:
          name: Perinatal team North
          kind: specialist-perinatal-mental-health
          serves: [parental-mental-health]
          ages: {from: conception, to: 2 years}
          areas: [north]
        south-team:  # here
          name: Perinatal team South
          kind: specialist-perinatal-mental-health
          serves: [parental-mental-health]
          ages: {from: conception, to: 9 months}
          areas: [south]
      """)

  let check = RuleCheck.map { context, answers in
    let map = context.map
    var positions: [Offer: [Int]] = [:]
    for (position, service) in map.services.enumerated() {
      guard context.isInUse(service), let kind = service.kind, let serves = service.serves,
        let from = service.ages?.from, from <= .birth
      else { continue }
      for need in serves { positions[Offer(kind: kind, need: need), default: []].append(position) }
    }
    // Services that serve several needs alike are reported once.
    var reported: Set<[Service.ID]> = []
    let offers = positions.filter { $0.value.count > 1 }
      .sorted {
        (map.name(of: $0.key.need), $0.key.kind, $0.key.need)
          < (map.name(of: $1.key.need), $1.key.kind, $1.key.need)
      }
    for (offer, positions) in offers {
      let services = positions.map { map.services[$0] }.sorted {
        ($0.name, $0.id) < ($1.name, $1.id)
      }
      for service in services {
        if service.ages?.to == nil { answers.ask(.lastAge, about: Subject(service)) }
        if service.areas == nil { answers.ask(.areas, about: Subject(service)) }
      }
      let known = services.filter { $0.ages?.to != nil && $0.areas != nil }
      guard let shortest = known.min(by: { ends($0) < ends($1) }) else { continue }
      let longer = known.filter { ends(shortest) < ends($0) && !overlap($0, shortest, in: map) }
      guard !longer.isEmpty else {
        if known.count > 1 { answers.pass() }
        continue
      }
      let group = [shortest] + longer
      guard reported.insert(group.map(\.id)).inserted else { continue }
      answers.fail(
        "“\(shortest.name)” ends at \(ends(shortest)); services of the same kind in other areas go on "
          + "longer.",
        evidence: group.map { service in
          "“\(service.name)”: until \(ends(service)), in "
            + "\(context.list((service.areas ?? []).map { map.name(of: $0) }))."
        },
        remedy:
          "Agree one age for these areas with the commissioners, or a transfer for families who "
          + "are too old for the one and not for the other.",
        detail: "\(offer.kind) \(offer.need)", about: Subject(shortest))
    }
  }

  /// A kind of service and a need that it serves.
  private struct Offer: Hashable {
    let kind: ServiceKind.ID
    let need: Need.ID
  }

  /// The age at which a service ends to see children.
  private static func ends(_ service: Service) -> Age { service.ages?.to ?? .noLimit }

  /// Whether two services serve an area both.
  private static func overlap(_ a: Service, _ b: Service, in map: SystemMap) -> Bool {
    let (ofA, ofB) = (a.areas ?? [], b.areas ?? [])
    return ofA.contains { area in map.areaAndThoseAround(area).contains { ofB.contains($0.id) } }
      || ofB.contains { area in map.areaAndThoseAround(area).contains { ofA.contains($0.id) } }
  }
}

extension Question {
  fileprivate static let lastAge = Question(
    "until which age it sees children", many: "until which age they see children", key: "ages")
  fileprivate static let areas = Question(
    "which areas it serves", many: "which areas they serve", key: "areas")
}
