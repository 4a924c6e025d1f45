import FingerpostFormats
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

/// A map of `Maps`, and the document whose facts it may cite.
enum SourceMap: String, CaseIterable, CustomTestStringConvertible {
  case reference = "parent-infant-reference"
  case southwark
  case putney = "putney-and-roehampton"
  case humber
  case socialWorkers = "mental-health-social-workers"
  case leeds
  case manchester
  case tameside = "tameside-and-glossop"
  case abcpip
  case gloucestershire

  var testDescription: String { rawValue }

  /// The letter of the document's facts, and how many there are.
  var facts: (letter: String, count: Int) {
    switch self {
    case .southwark: ("A", 21)
    case .socialWorkers: ("B", 10)
    case .putney: ("C", 19)
    case .humber: ("D", 12)
    default: ("E", 100)
    }
  }

  var document: MapDocument {
    MapReader().read(path: PackageRoot.path(of: "Maps/\(rawValue).yaml"))[0]
  }

  var map: SystemMap {
    get throws { try #require(document.map) }
  }
}

/// An element of a map that can cite a source, by the names that lead to it.
private struct CitingElement {
  let path: String
  let origin: Origin

  /// Every such element of a map, at any depth; the sources and the map itself apart.
  static func all(in map: SystemMap) -> [CitingElement] {
    var found: [CitingElement] = []
    func look(at value: Any, _ path: String) {
      if let origin = value as? Origin {
        found.append(CitingElement(path: path, origin: origin))
        return
      }
      for (index, child) in Mirror(reflecting: value).children.enumerated() {
        look(at: child.value, "\(path)/\(child.label ?? String(index))")
      }
    }
    func lookAtEach(_ elements: some Sequence<some Identifiable>, _ name: String) {
      for element in elements { look(at: element, "\(name)/\(element.id)") }
    }
    lookAtEach(map.kinds, "kinds")
    lookAtEach(map.needs, "needs")
    lookAtEach(map.conditions, "conditions")
    lookAtEach(map.areas, "areas")
    lookAtEach(map.organisations, "organisations")
    lookAtEach(map.services, "services")
    lookAtEach(map.routes, "routes")
    lookAtEach(map.boards, "boards")
    lookAtEach(map.programmes, "programmes")
    lookAtEach(map.agreements, "agreements")
    lookAtEach(map.flows, "flows")
    lookAtEach(map.documents, "documents")
    lookAtEach(map.links, "links")
    return found
  }
}

struct `The source maps` {
  @Test func `are the maps of the folder, each with a test of its own`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: PackageRoot.path(of: "Maps"))
      .filter { $0.hasSuffix(".yaml") }
    #expect(Set(files) == Set(SourceMap.allCases.map { "\($0.rawValue).yaml" }))
  }

  @Test(arguments: SourceMap.allCases)
  func `read without any remark`(_ source: SourceMap) throws {
    let document = source.document
    #expect(document.diagnostics.map(\.message) == [])
    let map = try #require(document.map)
    #expect(map.title.count <= 60)
    #expect(map.place != nil)
    #expect(map.summary != nil)
    #expect(!map.isInvented)
  }

  @Test(arguments: SourceMap.allCases)
  func `cite for every element a fact that their document holds`(_ source: SourceMap) throws {
    let map = try source.map
    let elements = CitingElement.all(in: map)
    #expect(elements.count > map.services.count)
    let (letter, count) = source.facts
    for element in elements {
      #expect(!element.origin.citations.isEmpty, "\(element.path) cites nothing")
      for citation in element.origin.citations {
        let place = try #require(citation.place, "\(element.path) names no fact")
        let number = try #require(Int(place.dropFirst()), "\(element.path): \(place)")
        #expect(place.prefix(1) == letter, "\(element.path): \(place)")
        #expect((1...count).contains(number), "\(element.path): \(place)")
        #expect(place == "\(letter)\(number < 10 ? "0" : "")\(number)", "\(element.path): \(place)")
        #expect(map.sources[citation.source] != nil)
      }
    }
  }

  @Test(arguments: SourceMap.allCases)
  func `have names that fit into a box`(_ source: SourceMap) throws {
    for service in try source.map.services { #expect(service.name.count <= 42, "\(service.name)") }
  }

  @Test func `date what the toolkit says by the toolkit and leave the others undated`() throws {
    for source in SourceMap.allCases {
      let map = try source.map
      #expect(map.asOf == (source.facts.letter == "E" ? CalendarDate("2019-10-01") : nil))
      let document = try #require(map.sources.first)
      #expect(document.reviewDue == (source.facts.letter == "E" ? CalendarDate("2021-01-01") : nil))
    }
  }

  @Test func `have a board only where the source states one`() throws {
    let withBoard = try SourceMap.allCases.filter { try !$0.map.boards.isEmpty }
    #expect(withBoard == [.reference, .southwark])
  }

  @Test(arguments: SourceMap.allCases)
  func `state no member of any seat, no person and no code from elsewhere`(
    _ source: SourceMap
  ) throws {
    let map = try source.map
    for board in map.boards {
      for seat in board.seats ?? [] {
        #expect(!seat.member.isStated && !seat.deputy.isStated)
        #expect(seat.person == nil && seat.organisation == nil && seat.service == nil)
      }
    }
    for body in map.organisations {
      #expect(body.ods == nil && body.charityNumber == nil && body.companyNumber == nil)
    }
    #expect(map.areas.allSatisfy { $0.code == nil })
    let path = PackageRoot.path(of: "Maps/\(source.rawValue).yaml")
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    for name in ["Bradbury", "Pauline"] { #expect(!text.contains(name)) }
  }

  @Test(arguments: SourceMap.allCases)
  func `say nothing of ages, waits, capacity and money that no source tells of`(
    _ source: SourceMap
  ) throws {
    for service in try source.map.services {
      #expect(service.ages == nil && service.actualAges == nil)
      #expect(!service.wait.isStated && !service.capacity.isStated)
      #expect(!service.fundedUntil.isStated && service.charge == nil)
      #expect(service.contact == nil && !service.owner.isStated && service.assured == nil)
    }
  }
}

struct `The reference map` {
  private let map: SystemMap
  private let team: Service

  init() throws {
    map = try SourceMap.reference.map
    team = try #require(map.services["parent-infant-team"])
  }

  private func moving(from: Service.ID, to: Service.ID) -> Route? {
    map.routes.first { $0.from == from && $0.to == to && $0.kind.movesFamily }
  }

  @Test func `has the parent-infant team as its only focal service`() {
    #expect(map.focus == ["parent-infant-team"])
    #expect(team.clients == [.relationship])
    #expect(team.needsDiagnosis == false)
    #expect(team.reportsTo == ["strategic-board"])
  }

  @Test(
    arguments: [
      "midwifery", "health-visiting", "childrens-centre", "general-practice",
      "childrens-social-care", "substance-misuse", "domestic-abuse", "specialist-perinatal",
    ] as [Service.ID])
  func `has a way in from each of the eight typical referrers, and word back`(
    _ referrer: Service.ID
  ) throws {
    let route = try #require(map.routes.first { $0.from == referrer && $0.kind == .referral })
    #expect(route.to == team.id)
    #expect(route.origin.citations.contains(Citation("toolkit", "E70")))
    #expect(
      map.routes.contains { $0.from == team.id && $0.to == referrer && $0.kind == .feedback })
  }

  @Test(
    arguments: [
      "family-nurse-partnership", "specialist-visiting", "antenatal-pathway", "pre-birth-team",
      "specialist-perinatal",
    ] as [Service.ID])
  func `has transfers both ways with each of the five neighbours`(_ neighbour: Service.ID) {
    for (from, to) in [(neighbour, team.id), (team.id, neighbour)] {
      #expect(map.routes.contains { $0.from == from && $0.to == to && $0.kind == .transfer })
    }
  }

  @Test func `tells health visitor and general practitioner when a family refers itself`() throws {
    #expect(map.routes.contains { $0.from == .families && $0.to == team.id })
    let selfReferral = try #require(team.referral?.selfReferral)
    #expect(selfReferral.notify == ["health-visiting", "general-practice"])
    #expect(selfReferral.consent == true)
    for told in selfReferral.notify ?? [] {
      let note = map.routes.first { $0.to == told && $0.kind == .notification }
      #expect(note?.from == team.id)
      #expect(note?.consent == true)
    }
  }

  @Test func `has the three exclusions, the preferred onward service first`() throws {
    let exclusions = try #require(team.excludes)
    #expect(
      exclusions.map(\.condition) == [
        "severe-mental-illness", "unmanaged-substance-dependence", "care-proceedings",
      ])
    #expect(exclusions[0].onward == ["specialist-perinatal", "mental-health-assessment"])
    #expect(exclusions[1].onward == ["substance-misuse"])
    #expect(exclusions[2].onward == nil)  // The toolkit names nobody (E65).
    #expect(exclusions[2].resume.isStated)
    for onward in exclusions[0].onward ?? [] { #expect(moving(from: team.id, to: onward) != nil) }
    #expect(map.routes.contains { $0.to == "substance-misuse" && $0.kind == .jointWork })
  }

  @Test func `steps families up, down, and out for each of the three reasons`() throws {
    let steps = map.routes.filter { $0.step != nil }
    for route in steps {
      #expect(route.kind.movesFamily)
      #expect((route.step == .up ? route.to : route.from) == team.id)
      #expect((route.reasons != nil) == (route.step == .out))
    }
    func ends(_ step: StepDirection, _ end: KeyPath<Route, Service.ID>) -> [Service.ID] {
      steps.filter { $0.step == step }.map { $0[keyPath: end] }
    }
    #expect(ends(.up, \.from) == ["parenting-group", "infant-massage"])
    #expect(ends(.down, \.to) == ["parenting-group", "infant-massage"])
    #expect(Set(steps.flatMap { $0.reasons ?? [] }) == Set(StepOutReason.allCases))
    let own = try #require(team.intensity?.first.flatMap { map.rank(of: $0) })
    for id in ends(.up, \.from) {
      let level = try #require(map.services[id]?.intensity?.first)
      #expect(try #require(map.rank(of: level)) < own)
    }
  }

  @Test func `has a seat for each function and each part of local life`() throws {
    let board = try #require(map.boards["strategic-board"])
    let seats = try #require(board.seats)
    #expect(
      seats.compactMap(\.represents) == [
        ["health-visiting"], ["midwifery"], ["early-help", "childrens-centre"],
        ["childrens-social-care"], ["specialist-perinatal-mental-health"], ["camhs"],
      ])
    #expect(seats.compactMap(\.stakeholder).joined().count == 9)
    #expect(board.delegatesTo == ["steering-group"])
    #expect(board.risk.value?.register == "risk-register")
    #expect(Set(map.boards.compactMap(\.kind)) == [.strategic, .operationalSteering, .partnership])
  }

  @Test func `has the nine policies and the three levels of training`() throws {
    let policies = try #require(team.policies)
    #expect(
      policies.prefix(9) == [
        .consentToService, .consentToOutcomeMeasures, .consentToShare, .homeWorking, .loneWorking,
        .safeguarding, .adultMentalHealthRisk, .vulnerableAdults, .whistleblowing,
      ])
    #expect(Set(map.programmes.flatMap { $0.level ?? [] }) == Set(TrainingLevel.allCases))
    #expect(map.programmes["consultation"]?.audience?.contains("adult-mental-health") == true)
  }

  @Test func `leaves to each place what the toolkit leaves to it`() {
    #expect(team.organisation == nil)  // E02
    #expect(team.childProtection == nil)  // E66
    #expect(team.usesVideo == nil)  // E24
    #expect(map.programmes.allSatisfy { $0.isMandatory == nil })  // E45
    for id in ["midwifery", "childrens-centre", "camhs", "adult-mental-health"] as [Service.ID] {
      #expect(map.services[id]?.intensity == nil)
    }
  }

  @Test func `fits on a page`() {
    #expect(map.services.count <= 34)
  }
}

struct `The maps of named systems` {
  @Test func `keep the numbers of Putney and Roehampton as they are written`() throws {
    let map = try SourceMap.putney.map
    let flow = try #require(map.flows.first)
    let stages = try #require(flow.stages)
    #expect(stages.compactMap { $0.count?.exact } == [75, 9, 9, 5])
    let left = stages.flatMap { $0.left ?? [] }
    #expect(left.map(\.when) == ["After week one", "After week four"])
    #expect(left.compactMap { $0.count?.exact } == [1, 2])
    #expect(flow.unaccounted == .stated(Quantity(1)))
    let programme = try #require(map.programmes["patient-skills-programme"])
    #expect(programme.alsoKnownAs == ["Patient Practitioner Programme"])
    #expect(programme.counts?.first?.outOf == stages.last?.id)
    #expect(programme.sessions == nil && programme.over == nil)
    #expect(map.programmes["facilitator-training"]?.teamsNominating == nil)
    #expect(map.programmes["planned-system"]?.status == .planned)
    #expect(map.links.first { $0.from == "central-team" }?.status == .planned)
  }

  @Test func `count Southwark's cohorts and name neither team nor members`() throws {
    let map = try SourceMap.southwark.map
    let programme = try #require(map.programmes["model-2009"])
    #expect(programme.cohorts?.compactMap { $0.participants?.exact } == [9, 11])
    #expect(programme.cohorts?.compactMap { $0.trainerCount?.exact } == [3, 2])
    #expect(programme.counts?.first?.number == Quantity(20))
    #expect(programme.managersIncluded == nil)
    #expect(map.boards["family-strategy-group"]?.seats == nil)
    #expect(map.boards["family-strategy-group"]?.kind == nil)
    #expect(map.services["first-team"]?.organisation == nil)
    #expect(map.routes.isEmpty)
  }

  @Test func `count nobody whom Humber does not count`() throws {
    let map = try SourceMap.humber.map
    #expect(map.programmes.allSatisfy { $0.cohorts == nil && $0.sessions == nil })
    #expect(map.services.map(\.id) == ["inpatient-ward"])
    #expect(map.services["inpatient-ward"]?.organisation == nil)
    #expect(map.routes.isEmpty && map.flows.isEmpty)
  }

  @Test func `show what the social workers' workshop plans as planned`() throws {
    let map = try SourceMap.socialWorkers.map
    let guidelines = try #require(map.documents["guidelines"])
    #expect(guidelines.stakeholders == [.clinical, .academic, .managerial, .commissioners])
    for id in ["guidelines", "funding-bid"] as [Document.ID] {
      #expect(map.documents[id]?.status == .planned)
    }
    let workshop = try #require(map.programmes["workshop"])
    #expect(workshop.providers == nil && workshop.from == nil && workshop.audience == nil)
    #expect(map.services["adult-mental-health"]?.recordsParentalStatus == nil)
  }

  @Test func `keep Leeds' and ABCPiP's numbers as lower bounds`() throws {
    let leeds = try SourceMap.leeds.map
    #expect(leeds.programmes["training"]?.counts?.first?.number == Quantity(2500, .over))
    let service = try #require(leeds.services["infant-mental-health"])
    #expect(service.staff?.count == 3)
    #expect(service.organisation == nil && service.excludes == nil && service.referral == nil)
    #expect(!service.eligibility.isStated && leeds.routes.isEmpty)
    let abcpip = try SourceMap.abcpip.map
    let training = try #require(abcpip.programmes["workforce-training"])
    #expect(training.counts?.first?.number == Quantity(350, .over))
    #expect(training.topics?.count == 4)
    #expect(training.audience == nil && training.fundedBy == nil)
    #expect(abcpip.services["abcpip"]?.fundedBy == nil && abcpip.routes.isEmpty)
  }

  @Test func `name none of Manchester's partners`() throws {
    let map = try SourceMap.manchester.map
    #expect(map.organisations.map(\.id) == ["statutory-partners", "third-sector-partners"])
    #expect(map.organisations["statutory-partners"]?.sector == nil)
    #expect(map.services["caps"]?.name == "Child and Parent Service")
    #expect(map.services["caps"]?.partners == nil && map.services["caps"]?.kind == nil)
  }

  @Test(arguments: [SourceMap.tameside, .gloucestershire])
  func `say of two services hardly more than that they exist`(_ source: SourceMap) throws {
    let map = try source.map
    #expect(map.organisations.isEmpty && map.routes.isEmpty && map.programmes.isEmpty)
    let service = try #require(map.services.first)
    #expect(service.organisation == nil && service.kind == nil && service.intensity == nil)
    #expect(service.serves == nil && service.referral == nil)
  }
}
