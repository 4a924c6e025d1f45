import FingerpostAnalysis
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `A scenario` {
  private let date = RandomServiceMap.date

  @Test func `and its inverse leave a map as it was`() throws {
    var random = SeededGenerator(seed: 17)
    var (made, refused) = (0, 0)
    for sample in RandomServiceMap.batch {
      var map = sample.map
      // Some maps state that there is no route, some say nothing of routes.
      if map.routes.isEmpty, Bool.random(using: &random) { map.statedAsNone.insert(.routes) }
      for _ in 0..<10 {
        let scenario = Scenario(
          (0..<Int.random(in: 1...6, using: &random)).map { _ in
            .random(in: map, using: &random)
          })
        do throws(ScenarioError) {
          let after = try scenario.applied(to: map, on: date)
          let inverse = try scenario.inverse(for: map, on: date)
          #expect(try inverse.applied(to: after, on: date) == map, "\(sample), \(scenario)")
          // And the inverse of the inverse is the scenario.
          let again = try inverse.inverse(for: after, on: date)
          #expect(try again.applied(to: map, on: date) == after, "\(sample), \(scenario)")
          made += after == map ? 0 : 1
        } catch {
          refused += 1
        }
      }
    }
    #expect(made > 100 && refused > 20, "\(made), \(refused)")
  }

  @Test func `closes, pauses and changes services and keeps their routes`() throws {
    var map = Self.map
    map.services["clinic"]?.until = CalendarDate("2026-01-31")
    map.services["hub"]?.from = CalendarDate("2027-02-01")
    let after = try Scenario([
      .closeService("team"), .closeService("clinic"), .closeService("hub"),
      .pauseService("ward"),
      .changeService("ward", key: "entry") { $0.entry = .open },
    ]).applied(to: map, on: date)
    #expect(after.services["team"]?.status == .closed && after.services["team"]?.until == date)
    // What is stated to end earlier, or to open only later, keeps its dates.
    #expect(after.services["clinic"]?.until == CalendarDate("2026-01-31"))
    #expect(after.services["hub"]?.until == nil && after.services["hub"]?.status == .closed)
    #expect(after.services["ward"]?.status == .paused && after.services["ward"]?.entry == .open)
    #expect(after.routes == map.routes)
  }

  @Test func `adds and removes routes`() throws {
    let after = try Scenario([
      .addRoute(from: .families, to: "ward"), .addRoute(from: "hub", to: "ward"),
      .addRoute(from: "hub", to: "ward", kind: .feedback), .removeRoute("sent"),
      .removeRoutes(from: "clinic", to: "team"),
    ]).applied(to: Self.map, on: date)
    #expect(
      after.routes.map(\.id) == [
        "clinic-to-team-signposting", "families-to-ward-self-referral", "hub-to-ward-referral",
        "hub-to-ward-feedback",
      ])
  }

  @Test func `states that there is no route once the last is removed`() throws {
    var map = Self.map
    for id in map.routes.map(\.id).dropFirst() { map.routes[id] = nil }
    let last = try #require(map.routes.first)
    let after = try Scenario([.removeRoute(last.id)]).applied(to: map, on: date)
    #expect(after.routes.isEmpty && after.saysRoutes)
  }

  @Test func `ends the funding of a service, or what an organisation pays`() throws {
    var map = Self.map
    map.services["team"]?.fundedBy = ["council"]
    map.services["hub"]?.fundedBy = ["council", "trust"]
    let end = CalendarDate.year2027
    let after = try Scenario([.endFundingByOrganisation("council", on: end)]).applied(
      to: map, on: date)
    let team = try #require(after.services["team"])
    #expect(team.fundedUntil == .stated(end) && team.until == end && team.status == .closed)
    // The map does not say what the hub would do on what is left.
    #expect(after.services["hub"]?.fundedBy == ["trust"])
    #expect(after.services["hub"]?.status == nil)

    let one = try Scenario([.endFundingOfService("ward", on: end)]).applied(to: map, on: date)
    #expect(one.services["ward"]?.fundedUntil == .stated(end))
    #expect(one.services["ward"]?.status == .closed)
  }

  @Test func `says what it cannot do, and what was probably meant`() {
    let cases: [(Scenario.Change, ScenarioError)] = [
      (.closeService("tema"), .unknownService("tema", suggestion: "team")),
      (.pauseService("zzzzzzzz"), .unknownService("zzzzzzzz", suggestion: nil)),
      (.removeRoute("snt"), .unknownRoute("snt", suggestion: "sent")),
      (.removeRoutes(from: "team", to: "hub"), .noRoute(from: "team", to: "hub")),
      (.removeRoutes(from: "teem", to: "hub"), .unknownService("teem", suggestion: "team")),
      (.addRoute(from: "hub", to: "families"), .unknownService("families", suggestion: nil)),
      (.addRoute(from: "hub", to: "hub"), .selfLoop("hub")),
      (.addRoute(from: "clinic", to: "team"), .routeExists("clinic-to-team-referral")),
      (
        .endFundingByOrganisation("counsil", on: date),
        .unknownOrganisation("counsil", suggestion: "council")
      ),
      (.endFundingByOrganisation("council", on: date), .fundsNothing("council")),
    ]
    for (change, expected) in cases {
      #expect(throws: expected) { try Scenario([change]).applied(to: Self.map, on: date) }
    }
  }

  @Test func `sees in a later change what an earlier one has made`() throws {
    let id = Route.derivedID(from: "hub", to: "ward", kind: .referral)
    let after = try Scenario([.addRoute(from: "hub", to: "ward"), .removeRoute(id)])
      .applied(to: Self.map, on: date)
    #expect(after == Self.map)
  }

  /// Families begin at the hub or the clinic, and are sent on to the team and the ward.
  static let map: SystemMap = {
    var map = SystemMap(id: "exampleton", title: "Exampleton")
    var scope = Scope()
    scope.needs = ["bond", "mood"]
    scope.ages = AgeRange(from: .conception, to: Age("2 years"))
    scope.areas = ["north"]
    map.scope = scope
    map.areas.append(Area(id: "north", name: "North"))
    for id in ["council", "trust"] as [Organisation.ID] {
      map.organisations.append(Organisation(id: id, name: id.rawValue))
    }
    for (id, entry, serves) in [
      ("hub", .open, []), ("clinic", .open, []), ("team", .byReferral, ["bond"]),
      ("ward", .byReferral, ["mood"]),
    ] as [(Service.ID, Entry, [Need.ID])] {
      var service = Service(id: id, name: id.rawValue)
      service.entry = entry
      service.serves = serves
      service.ages = scope.ages
      service.areas = scope.areas
      map.services.append(service)
    }
    map.routes.append(Route(from: "hub", to: "team", kind: .referral, id: "sent"))
    map.routes.append(Route(from: "clinic", to: "team", kind: .referral))
    map.routes.append(Route(from: "clinic", to: "team", kind: .signposting))
    return map
  }()
}

extension Scenario.Change {
  /// A change of any sort, of which some cannot be made.
  fileprivate static func random(
    in map: SystemMap, using random: inout SeededGenerator
  ) -> Self {
    let services = map.services.map(\.id) + ["unknown"]
    let from = ([.families] + services).randomElement(using: &random) ?? .families
    let to = services.randomElement(using: &random) ?? "unknown"
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return .closeService(to)
    case 1: return .pauseService(to)
    case 2: return .changeService(to, key: "serves") { $0.serves = ["bond"] }
    case 3: return .changeService(to, key: "entry") { $0.entry = nil }
    case 4: return .endFundingOfService(to, on: .year2027)
    case 5...7: return .addRoute(from: from, to: to)
    case 8...10:
      return .removeRoute(map.routes.map(\.id).randomElement(using: &random) ?? "none")
    default:
      let route = map.routes.filter(\.kind.movesFamily).randomElement(using: &random)
      return .removeRoutes(from: route?.from ?? from, to: route?.to ?? to)
    }
  }
}
