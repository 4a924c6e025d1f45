import FingerpostModel

/// A service that works across the border of a council or a care board is known to do so.
struct CrossBoundaryArea: Rule {
  let id = RuleID.crossBoundaryArea
  let group = RuleGroup.coverage
  let summary =
    "Every service in use serves places of one council and of one integrated care board; where it does "
    + "not, the board knows, because two bodies commission and govern it."
  let obligation = Obligation.may
  let authority = [
    Authority(
      .toolkit, "E09",
      says: "The toolkit names a service for two places at once, Tameside and Glossop."),
    Authority(
      .ons, "standard names and codes",
      says: "The code of a place says what sort of council it has."),
  ]
  let remedy =
    "Write at the service who commissions it on each side of the border, and agree which council's and "
    + "which board's procedures hold; then accept this note."
  let examples = RuleExamples(
    passing: """
      areas:
        borough: {name: Exampleton borough, code: E08000008}
        upper-town: {name: Upper Town, within: borough}
        lower-town: {name: Lower Town, within: borough}
      services:
        early-attachment: {name: Early attachment service, areas: [upper-town, lower-town]}
      """,
    failing: """
      areas:
        borough: {name: Exampleton borough, code: E08000008}
        district: {name: Sampleshire Hills, code: E07000037}
        hill-town: {name: Hill Town, within: district}
      services:
        early-attachment: {name: Early attachment service, areas: [borough, hill-town]}  # here
      """)

  let check = RuleCheck.map { context, answers in
    let map = context.map
    let footprints = Dictionary(
      uniqueKeysWithValues: map.areas.map { ($0.id, Footprint(of: $0.id, in: map)) })
    var crossing: [[String]: [Service]] = [:]
    var unclear: Set<Area.ID> = []
    for service in map.services {
      guard let areas = service.areas, !areas.isEmpty, context.isInUse(service) else { continue }
      guard areas.count > 1 else {
        answers.pass()
        continue
      }
      let places = areas.compactMap { footprints[$0] }
      let councils = Set(places.compactMap(\.council))
      let districts = Set(places.compactMap(\.district))
      let careBoards = Set(places.compactMap(\.careBoard))
      // A district whose county is not stated may lie in any county, and in no place with one council.
      let isSurelyAcross =
        councils.count > 1 || careBoards.count > 1
        || (!districts.isEmpty && councils.contains { map.sort(of: $0) == .oneCouncil })
      if isSurelyAcross {
        let bodies =
          (councils.count + districts.count > 1 ? Array(councils.union(districts)) : [])
          + (careBoards.count > 1 ? Array(careBoards) : [])
        crossing[bodies.map { map.name(of: $0) }.sorted(), default: []].append(service)
      } else if districts.count + councils.count > 1 {
        unclear.formUnion(districts)
      } else if places.allSatisfy({ $0.council != nil || $0.district != nil }) {
        answers.pass()
      }
    }
    for district in unclear.sorted() {
      if let area = map.areas[district] { answers.ask(.county, about: Subject(area)) }
    }
    for (bodies, services) in crossing.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let services = services.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
      let names = services.map { "“\($0.name)”" }
      answers.fail(
        "\(context.list(names)) \(names.count == 1 ? "works" : "work") across a border: in places of "
          + "\(context.list(bodies)).",
        evidence: services.map { service in
          "“\(service.name)” serves "
            + "\(context.list((service.areas ?? []).map { map.name(of: $0) }))."
        },
        remedy: "Write under `commissioned-by:` who commissions it on each side, and agree whose "
          + "procedures hold.", detail: bodies.joined(separator: ", "), about: Subject(services[0]))
    }
  }

  /// Whose place an area is.
  private struct Footprint {
    /// The area of the council that is responsible for children's services.
    var council: Area.ID?
    /// The district, where its county is not stated.
    var district: Area.ID?
    /// The area of the integrated care board.
    var careBoard: Area.ID?

    init(of area: Area.ID, in map: SystemMap) {
      for around in map.areaAndThoseAround(area) {
        switch map.sort(of: around.id) {
        case .county?, .oneCouncil?: council = council ?? around.id
        case .districtOfCounty?: district = district ?? around.id
        case .careBoard?: careBoard = careBoard ?? around.id
        case nil: break
        }
      }
      if council != nil { district = nil }
    }
  }
}

extension SystemMap {
  /// What sort of place an area is by its code.
  fileprivate func sort(of area: Area.ID) -> AreaCode.Sort? {
    areas[area]?.code.flatMap(AreaCode.init)?.sort
  }
}

extension Question {
  fileprivate static let county = Question(
    "in which county it lies", many: "in which county they lie", key: "within")
}
