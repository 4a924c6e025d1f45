import FingerpostFormats
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `The map of the invented county` {
  private let document: MapDocument
  private let map: SystemMap

  init() throws {
    let path = PackageRoot.path(of: "Examples/brackenshire/brackenshire.yaml")
    document = try #require(MapReader().read(path: path).first)
    map = try #require(document.map, "\(document.diagnostics)")
  }

  @Test func `reads without a diagnostic`() {
    #expect(document.diagnostics.isEmpty, "\(document.diagnostics)")
  }

  @Test func `says that it is invented`() {
    #expect(map.isInvented)
    #expect(map.place?.contains("invented") == true)
    #expect(map.summary?.contains("invented") == true)
  }

  @Test func `fits on a page`() {
    #expect((30...38).contains(map.services.count))
    for service in map.services { #expect(service.name.count <= 40, "\(service.name)") }
  }

  @Test func `cites only sources that it lists`() {
    #expect(!map.sources.isEmpty)
    #expect(map.scope?.origin.citations.isEmpty == false)
    for source in map.sources { #expect(source.title.contains("invented"), "\(source.id)") }
  }

  @Test(arguments: [
    "health-visiting", "midwifery", "childrens-social-care", "specialist-perinatal-mental-health",
    "camhs",
  ])
  func `has a member on the board for each function`(_ function: String) throws {
    let seat = try #require(boardSeat(for: Identifier(function)))
    #expect(seat.member.value != nil)
    let service = try #require(seat.service.flatMap { map.services[$0] })
    #expect(service.kind == Identifier(function))
    expectToRun(seat)
  }

  @Test func `has a member on the board for early help or children's centres`() throws {
    let seat = try #require(boardSeat(for: "early-help") ?? boardSeat(for: "childrens-centre"))
    #expect(seat.member.value != nil)
    expectToRun(seat)
  }

  @Test func `hears nine parts of local life and parents on its board`() {
    let heard = Set(board?.seats?.flatMap { $0.stakeholder ?? [] } ?? [])
    #expect(
      heard.isSuperset(of: [
        .safeguarding, .publicHealth, .voluntary, .health, .policing, .education, .socialCare,
        .communities, .privateSector, .parentsAndCarers,
      ]))
    #expect(board?.seats?.contains { $0.forLivedExperience == true } == true)
  }

  @Test(arguments: [
    "midwifery", "health-visiting", "childrens-centre", "general-practice",
    "childrens-social-care", "substance-misuse", "domestic-abuse",
    "specialist-perinatal-mental-health",
  ])
  func `has a route from each typical referrer, and an answer to each`(_ kind: String) {
    let referrers = map.services.filter { $0.kind == Identifier(kind) }
    #expect(!referrers.isEmpty)
    for referrer in referrers {
      #expect(route(.referral, from: referrer.id, to: team) != nil, "\(referrer.id)")
      #expect(route(.feedback, from: team, to: referrer.id) != nil, "\(referrer.id)")
    }
  }

  @Test(arguments: [
    "family-nurse-partnership", "specialist-infant-mental-health-visiting",
    "domestic-abuse-antenatal-pathway", "specialist-perinatal-mental-health",
    "pre-birth-childrens-services",
  ])
  func `tells each neighbour service apart and has routes both ways`(_ kind: String) throws {
    let neighbour = try #require(map.services.first { $0.kind == Identifier(kind) })
    #expect(neighbour.description != nil)
    #expect(route(.referral, from: neighbour.id, to: team) != nil)
    let back = try #require(route(.transfer, from: team, to: neighbour.id))
    #expect(back.transition?.lead.value != nil)
    #expect(back.transition?.expectations.value != nil)
    #expect(back.transition?.disagreement.value != nil)
  }

  @Test(arguments: StepDirection.allCases)
  func `has steps in each direction, each with a protocol`(_ step: StepDirection) {
    let steps = map.routes.filter { $0.step == step }
    #expect(!steps.isEmpty)
    for route in steps {
      #expect((step == .up ? route.to : route.from) == team, "\(route.id)")
      #expect(route.transition?.disagreement.value != nil, "\(route.id)")
      #expect((route.reasons != nil) == (step == .out), "\(route.id)")
    }
  }

  @Test func `rises in intensity with each step up and falls with each step down`() throws {
    for route in map.routes {
      guard let step = route.step, step != .out else { continue }
      let (from, to) = (try rank(of: route.from), try rank(of: route.to))
      #expect(step == .up ? from < to : from > to, "\(route.id)")
    }
  }

  @Test func `sends families whom it excludes to a service that does not exclude them`() throws {
    let exclusions = map.services.flatMap { $0.excludes ?? [] }
    #expect(exclusions.count >= 3)
    for exclusion in exclusions {
      #expect(exclusion.purpose != nil && exclusion.resume.value != nil, "\(exclusion.id)")
      for onward in try #require(exclusion.onward) {
        let service = try #require(map.services[onward])
        #expect(service.excludes?.contains { $0.condition == exclusion.condition } == false)
      }
    }
  }

  @Test func `tells the health visitor and the practice of every self-referral`() {
    let routes = map.routes.filter { $0.kind == .selfReferral }
    #expect(!routes.isEmpty)
    for route in routes {
      #expect(map.services[route.to]?.referral?.selfReferral?.consent == true, "\(route.id)")
      for told: Service.ID in ["health-visiting", "general-practice"] {
        #expect(self.route(.notification, from: route.to, to: told) != nil, "\(route.id)")
      }
    }
  }

  @Test func `covers identifiable data between organisations with an agreement of both`() throws {
    for route in map.routes where route.shares == .identifiable {
      guard let from = map.services[route.from]?.organisation,
        let to = map.services[route.to]?.organisation, from != to
      else { continue }
      let agreement = try #require(
        route.agreement.value.flatMap { map.agreements[$0] }, "\(route.id)")
      #expect(agreement.between?.contains(from) == true, "\(route.id)")
      #expect(agreement.between?.contains(to) == true, "\(route.id)")
    }
  }

  @Test func `says for every service who answers for it, who pays and how to reach it`() throws {
    let asOf = try #require(map.asOf)
    for service in map.services {
      #expect(service.owner.value != nil, "\(service.id)")
      let assured = try #require(service.assured, "\(service.id)")
      let isExcepted = map.exceptions.contains { $0.element.path == [service.id.rawValue] }
      #expect((0...92).contains(asOf.firstDay - assured.firstDay) || isExcepted, "\(service.id)")
      #expect(service.commissionedBy?.isEmpty == false, "\(service.id)")
      #expect(service.fundedBy?.isEmpty == false, "\(service.id)")
      #expect(service.fundedUntil.isStated, "\(service.id)")
      #expect(service.contact?.outOfHours != nil, "\(service.id)")
      #expect(service.status == .active, "\(service.id)")
      #expect((service.policies?.count ?? 0) >= 9, "\(service.id)")
      #expect(Set(service.venues?.map(\.kind) ?? []).count >= 2, "\(service.id)")
    }
  }

  @Test func `has counts that add up to their wholes`() throws {
    let counts =
      map.services.flatMap { $0.counts ?? [] }
      + map.programmes.flatMap { $0.counts ?? [] } + map.flows.flatMap { $0.counts ?? [] }
    #expect(!counts.isEmpty)
    for count in counts {
      #expect(count.parts?.reduce(0) { $0 + $1.number.number } == count.number.exact, "\(count.id)")
    }
    let referrals = try #require(map.services[team]?.referralsReceived?.exact)
    let arriving = map.routes.filter { $0.to == team && $0.kind.movesFamily }
    #expect(arriving.reduce(0) { $0 + ($1.counts?.first?.number.number ?? 0) } == referrals)
  }

  @Test func `has a flow in which nobody is lost`() throws {
    let flow = try #require(map.flows.first)
    #expect(flow.unaccounted.isNone)
    let stages = try #require(flow.stages)
    for (before, stage) in zip(stages, stages.dropFirst()) {
      let left = stage.left?.reduce(0) { $0 + ($1.count?.number ?? 0) } ?? 0
      let next = (stage.count?.number ?? 0) + left + (stage.stillBefore?.number ?? 0)
      #expect(before.count?.exact == next, "\(stage.name)")
    }
  }

  @Test(arguments: TrainingLevel.allCases)
  func `trains at each level`(_ level: TrainingLevel) {
    let training = map.programmes.filter { programme in
      programme.kind == .training && programme.level?.contains(level) == true
    }
    #expect(!training.isEmpty)
    for programme in training {
      #expect(programme.followUp?.isEmpty == false, "\(programme.id)")
      #expect(programme.managersIncluded == true, "\(programme.id)")
      #expect(programme.trainers?.contains { $0.livedExperience == true } == true)
    }
  }

  // MARK: - Help

  private var team: Service.ID { "parent-infant-team" }
  private var board: Board? { map.boards.first { $0.kind == .strategic } }

  private func route(_ kind: RouteKind, from: Service.ID, to: Service.ID) -> Route? {
    map.routes.first { $0.kind == kind && $0.from == from && $0.to == to }
  }

  private func boardSeat(for function: ServiceKind.ID) -> Seat? {
    board?.seats?.first { $0.represents?.contains(function) == true }
  }

  private func expectToRun(_ seat: Seat) {
    guard let until = seat.until, let asOf = map.asOf else {
      Issue.record("The seat \(seat.id) has no end of term")
      return
    }
    #expect(asOf.isSurelyBefore(until), "\(seat.id)")
  }

  private func rank(of id: Service.ID) throws -> Int {
    let level = try #require(map.services[id]?.intensity?.first, "\(id)")
    return try #require(map.rank(of: level))
  }
}

struct `The map to start from` {
  @Test(arguments: [
    "Exampleton", "St \"Mary\"'s: north # and south", "Weston 👶🏽 super Mare", "{[&*!|>%@`", "none",
    "C:\\maps\\", "  two\n lines\u{2028}and\u{85} more \u{7} \u{0}", "", "- a dash", "شمال",
    "\u{FEFF}mark\u{FFFF}",
  ])
  func `reads without a diagnostic for a place of any name`(_ place: String) throws {
    let asOf = try #require(CalendarDate("2026-11-01"))
    let document = MapReader().read(text: StarterMap.text(place: place, asOf: asOf))
    #expect(document.diagnostics.isEmpty, "\(document.diagnostics)")
    let map = try #require(document.map)
    #expect(map.place == map.areas.first?.name)
    #expect(map.title.hasSuffix(try #require(map.place)))
    #expect(map.asOf == asOf)
  }

  @Test func `keeps the name of the place as it was given`() throws {
    let asOf = try #require(CalendarDate("2026-11"))
    let place = "St \"Mary\"'s \\ north: 👶🏽 # no. 1"
    #expect(MapReader().read(text: StarterMap.text(place: place, asOf: asOf)).map?.place == place)
  }

  @Test func `reads in the last year of the calendar`() throws {
    let asOf = try #require(CalendarDate("9999"))
    let document = MapReader().read(text: StarterMap.text(place: "Exampleton", asOf: asOf))
    #expect(document.diagnostics.isEmpty, "\(document.diagnostics)")
  }

  @Test func `is small, has an empty seat, and no line is too long to read`() throws {
    let text = StarterMap.text(place: "Exampleton", asOf: try #require(CalendarDate("2026-11-01")))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect((80...150).contains(lines.count))
    for line in lines { #expect(line.count <= 100, "\(line)") }
    let map = try #require(MapReader().read(text: text).map)
    #expect(map.services.count == 7)
    #expect(map.boards.first?.seats?.count == 3)
    #expect(map.boards.first?.seats?.filter(\.member.isNone).count == 1)
  }
}

struct `The invented atlas` {
  private let documents = MapReader().read(path: PackageRoot.path(of: "Examples/atlas"))

  @Test func `reads as two maps without a diagnostic`() {
    #expect(documents.compactMap(\.map?.id.rawValue) == ["linnbeck", "ousely"])
    for document in documents {
      #expect(document.diagnostics.isEmpty, "\(document.diagnostics)")
      #expect(document.map?.isInvented == true)
    }
  }

  @Test func `has the shared organisations and areas in both maps`() {
    for map in documents.compactMap(\.map) {
      let organisations = map.organisations.map(\.id.rawValue)
      #expect(organisations == ["tarnshire-trust", "tarnshire-council", "neighbours"])
      #expect(map.areas.count == 3)
    }
  }

  @Test func `keeps the route that crosses into the other map`() throws {
    let map = try #require(documents.first?.map)
    let crossing = try #require(map.routes.first { $0.to.acrossMaps != nil })
    #expect(crossing.to.acrossMaps?.map == "ousely")
    #expect(crossing.to.acrossMaps?.element == "parent-infant-team")
    #expect(documents.last?.map?.services["parent-infant-team"] != nil)
  }
}
