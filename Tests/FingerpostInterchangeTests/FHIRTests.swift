import FingerpostInterchange
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `A map as a FHIR bundle` {
  @Test func `is valid, and holds every organisation, board, service, venue, area and seat`()
    async throws
  {
    let maps = ExportedMaps.all + [ExportedMaps.hostile]
    for (map, bundle) in zip(maps, try await bundles(of: maps)) {
      #expect(bundle.faults.isEmpty, "\(map.id): \(bundle.faults.prefix(3))")
      let seats = map.boards.flatMap { $0.seats ?? [] }
        .filter { $0.organisation != nil || $0.service != nil }
      let venues = map.services.flatMap { $0.venues ?? [] }
      func count(_ type: String) -> Int { bundle.resources.count { $0.resourceType == type } }
      #expect(count("Organization") == map.organisations.count + map.boards.count)
      #expect(count("HealthcareService") == map.services.count)
      #expect(count("Location") == venues.count + map.areas.count)
      #expect(count("OrganizationAffiliation") == seats.count)
    }
  }

  @Test func `says what is in use only where the map says so`() async throws {
    var map = SystemMap(id: "statuses", title: "Statuses")
    for status in [nil, Status.active, .planned, .paused, .closed] {
      var service = Service(id: Identifier(status?.rawValue ?? "unstated"), name: "Service")
      service.status = status
      map.services.append(service)
    }
    let resources = try await bundles(of: [map])[0].resources
    #expect(resources.map(\.active) == [nil, true, false, false, false])
  }

  @Test func `has codes of registers as they are, each with the system of its register`()
    async throws
  {
    var map = SystemMap(id: "registers", title: "Registers")
    var trust = Organisation(id: "trust", name: "Trust")
    trust.ods = "rw1 odd"
    trust.charityNumber = "1234567"
    trust.companyNumber = "SC123456"
    map.organisations.append(trust)
    var other = Organisation(id: "other", name: "Other")
    other.charityNumber = "SC012345"
    other.companyNumber = "abroad 5"
    map.organisations.append(other)
    let resources = try await bundles(of: [map])[0].resources
    let identifiers = resources.map { resource in
      (resource.identifier ?? []).dropFirst().map { "\($0.system ?? "none") \($0.value)" }
    }
    #expect(
      identifiers == [
        [
          "https://fhir.nhs.uk/Id/ods-organization-code rw1 odd",
          "http://org-id.guide/list/GB-CHC 1234567", "http://org-id.guide/list/GB-COH SC123456",
        ], ["http://org-id.guide/list/GB-SC SC012345", "none abroad 5"],
      ])
  }

  @Test func `makes a member of a board of whoever has a seat on it`() async throws {
    var map = SystemMap(id: "seats", title: "Seats")
    map.organisations.append(Organisation(id: "trust", name: "Trust"))
    map.services.append(Service(id: "team", name: "Team"))
    var board = Board(id: "board", name: "Board")
    var first = Seat(id: "a")
    first.organisation = "trust"
    first.service = "team"
    var second = Seat(id: "b")
    second.organisation = "elsewhere"
    board.seats = [first, second, Seat(id: "empty")]
    map.boards.append(board)
    let resources = try await bundles(of: [map])[0].resources
    let seats = resources.filter { $0.resourceType == "OrganizationAffiliation" }
    #expect(
      seats.map(\.organization?.reference) == Array(repeating: "Organization/board", count: 2))
    #expect(seats.map(\.participatingOrganization?.reference) == ["Organization/trust", nil])
    #expect(seats.map(\.participatingOrganization?.display) == [nil, "elsewhere"])
    #expect(seats[0].healthcareService?.map(\.reference) == ["HealthcareService/team"])
    #expect(seats.flatMap { $0.code ?? [] }.flatMap(\.coding).map(\.code) == ["member", "member"])
  }

  @Test func `tells elements apart whose ids are too long for it, or alike`() async throws {
    var map = SystemMap(id: "ids_", title: "Ids")
    let long = String(repeating: "x", count: 99)
    for id in ["a_b", "a-b", long + "1", long + "2"] {
      map.services.append(Service(id: Identifier(id), name: id))
    }
    let bundle = try await bundles(of: [map])[0]
    #expect(bundle.faults.isEmpty)
    #expect(
      bundle.resources.map { $0.identifier?.first?.value }
        == map.services.map {
          "services/\($0.id)"
        })
  }

  private func bundles(of maps: [SystemMap]) async throws -> [Bundle] {
    try await PythonOracle(script: "Oracles/fhir_oracle.py")
      .answer(to: maps.map { try ExportedMaps.text(of: $0, in: .fhir) }, as: [Bundle].self)
  }
}

/// What the validator says about a bundle, and what is in it.
private struct Bundle: Decodable {
  struct Reference: Decodable {
    let reference: String?
    let display: String?
  }
  struct Identifier: Decodable {
    let system: String?
    let value: String
  }
  struct Concept: Decodable {
    struct Coding: Decodable {
      let code: String
    }
    let coding: [Coding]
  }
  struct Resource: Decodable {
    let resourceType: String
    let active: Bool?
    let identifier: [Identifier]?
    let organization: Reference?
    let participatingOrganization: Reference?
    let healthcareService: [Reference]?
    let code: [Concept]?
  }
  let faults: [String]
  let resources: [Resource]
}
