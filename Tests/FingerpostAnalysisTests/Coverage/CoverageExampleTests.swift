import FingerpostAnalysis
import FingerpostModel
import Testing

/// A health visitor whom every family has, and a team that only the visitor leads to.
private func example() -> SystemMap {
  var map = SystemMap(id: "exampleton", title: "Exampleton")
  map.needs.append(Need(id: "bond", name: "Bond"))
  map.areas.append(Area(id: "town", name: "Town"))
  map.conditions.append(Condition(id: "illness", name: "Illness"))
  var scope = Scope()
  scope.needs = ["bond"]
  scope.ages = AgeRange(from: .conception, to: Age("2 years"))
  scope.areas = ["town"]
  map.scope = scope
  map.services.append(service("visitor", serves: [], entry: .open))
  map.services.append(service("team", serves: ["bond"]))
  map.routes.append(Route(from: "visitor", to: "team", kind: .referral))
  return map
}

private func service(
  _ id: Service.ID, serves: [Need.ID], entry: Entry = .byReferral
) -> Service {
  var service = Service(id: id, name: id.rawValue)
  service.serves = serves
  service.entry = entry
  service.ages = AgeRange(from: .conception, to: Age("5 years"))
  service.areas = ["town"]
  service.excludes = []
  return service
}

private let date = CalendarDate("2026-11-01") ?? .earliest

extension SystemMap {
  /// The coverage of the only cell.
  fileprivate func coverage() throws -> (Coverage, CoverageCell) {
    let coverage = try Coverage(of: self, on: date)
    return (coverage, try #require(coverage.grid.cells.first))
  }
}

struct `A map without routes` {
  @Test func `does not say that nothing leads to help, unless it states that there are none`()
    throws
  {
    var map = example()
    map.routes = []
    let (unsaid, cell) = try map.coverage()
    #expect(unsaid.answer(for: cell) == .notStated)
    map.statedAsNone = [.routes]
    #expect(try map.coverage().0.answer(for: cell) == .gap)
  }
}

struct `A route to another map` {
  @Test func `may lead to help, which this map does not say`() throws {
    var map = example()
    map.services["team"] = nil
    map.routes = [Route(from: "visitor", to: "next-town:team", kind: .referral)]
    let (coverage, cell) = try map.coverage()
    #expect(coverage.answer(for: cell) == .notStated)
    #expect(coverage.answer(for: cell, condition: "illness") == .notStated)
    let possible = try #require(coverage.possibleWay(for: cell))
    #expect(possible.way.services == ["visitor", "next-town:team"])
    #expect(Set(possible.missing.map(\.service)) == ["next-town:team"])
  }

  @Test func `to what no map holds leads nowhere`() throws {
    var map = example()
    map.services["team"] = nil
    map.routes = [Route(from: "visitor", to: "nowhere", kind: .referral)]
    let (coverage, cell) = try map.coverage()
    #expect(coverage.answer(for: cell) == .gap)
  }
}

struct `A map without any route` {
  @Test func `does not say how families get to a service that would help`() throws {
    var map = example()
    map.routes = []
    let (coverage, cell) = try map.coverage()
    #expect(coverage.answer(for: cell) == .notStated)
    #expect(coverage.gap(at: cell) == nil && coverage.repairs(for: cell).isEmpty)
    let possible = try #require(coverage.possibleWay(for: cell))
    #expect(possible.way.services == ["team"])
    #expect(possible.missing == [Coverage.MissingFact(service: .families, key: .routes)])
    #expect(coverage.possibleWay(for: cell, from: "visitor") == possible)
  }

  @Test func `has a gap where no route could lead to help`() throws {
    var map = example()
    map.routes = []
    map.services["team"]?.excludes = [Exclusion(condition: "illness")]
    map.services["visitor"]?.excludes = [Exclusion(condition: "illness")]
    var (coverage, cell) = try map.coverage()
    let gap = try #require(coverage.gap(at: cell, condition: "illness"))
    #expect(coverage.answer(for: cell, condition: "illness") == .gap)
    #expect(gap.kind == .excluded && gap.services == ["team"])
    map.services["team"]?.status = .planned
    (coverage, cell) = try map.coverage()
    #expect(coverage.gap(at: cell)?.kind == .onlyPlannedOrPaused)
    #expect(coverage.gap(at: cell)?.services == ["team"])
    #expect(coverage.repairs(for: cell).map(\.isSure) == [false, true])
  }
}

struct `The grid of a map` {
  @Test func `cuts the ages of the scope at the limits of services`() throws {
    var map = example()
    map.services["team"]?.ages = AgeRange(from: .birth, to: Age("12 months"))
    map.services["visitor"]?.ages = AgeRange(from: .conception, to: Age("1 year"))
    let grid = try CoverageGrid(scopeOf: map)
    #expect(
      grid.bands.map(\.description) == [
        "conception to birth", "birth to 1 year", "1 year to 2 years",
      ])
    #expect(grid.cellCount == 3 && grid.cells.count == 3)
  }

  @Test func `says what of the scope is missing`() {
    var map = example()
    map.scope?.needs = nil
    map.scope?.ages?.to = nil
    #expect(throws: CoverageGrid.UnstatedScope(missing: [.needs, .ages])) {
      try Coverage(of: map, on: date)
    }
    map.scope = nil
    #expect(throws: CoverageGrid.UnstatedScope(missing: [.needs, .ages, .areas])) {
      try Coverage(of: map, on: date)
    }
  }

  @Test func `can be of one cell whatever the scope says`() throws {
    var map = example()
    map.scope = nil
    let age = try #require(Age("3 years"))
    let grid = CoverageGrid(need: "bond", age: age, area: "town", in: map)
    let cell = try #require(grid.cells.first)
    #expect(grid.cellCount == 1 && cell.ages.description == "conception to 5 years")
    #expect(Coverage(of: map, over: grid, on: date).answer(for: cell) == .covered)
    let later = CoverageGrid(need: "bond", age: try #require(Age("6 years")), area: "town", in: map)
    let laterCell = try #require(later.cells.first)
    #expect(laterCell.ages.description == "5 years to no limit")
    #expect(Coverage(of: map, over: later, on: date).answer(for: laterCell) == .gap)
  }
}

struct `Why families find no help` {
  @Test func `nobody serves it`() throws {
    var map = example()
    map.services["team"]?.serves = []
    let (coverage, cell) = try map.coverage()
    let gap = try #require(coverage.gap(at: cell))
    #expect(gap.kind == .nobodyServesIt && gap.services.isEmpty)
    #expect(gap.reached == ["visitor", "team"])
    #expect(coverage.repairs(for: cell).map(\.kind) == [.service])
  }

  @Test func `a service exists but nothing leads to it`() throws {
    var map = example()
    map.routes = [Route(from: "visitor", to: "team", kind: .consultation)]
    let (coverage, cell) = try map.coverage()
    let gap = try #require(coverage.gap(at: cell))
    #expect(gap.kind == .nothingLeadsToIt && gap.services == ["team"] && gap.stops.isEmpty)
    let repair = try #require(coverage.repairs(for: cell).first)
    #expect(repair.kind == .routeBetweenNeighbours)
    #expect(repair.change == .addRoute(from: "visitor", to: "team"))
    map.routes = [Route(from: .families, to: "visitor", kind: .selfReferral)]
    let other = try map.coverage().0.repairs(for: cell).first
    #expect(other?.change == .addRoute(from: .families, to: "team") && other?.kind == .route)
  }

  @Test func `tells a service that may help from one that would`() throws {
    var map = example()
    map.routes = [Route(from: "visitor", to: "team", kind: .consultation)]
    map.services["team"]?.serves = nil
    var (coverage, cell) = try map.coverage()
    var gap = try #require(coverage.gap(at: cell))
    #expect(gap.kind == .nothingLeadsToIt && gap.services == ["team"])
    #expect(gap.unsure == ["team"] && !gap.isHelpCertain)
    map.services.append(service("clinic", serves: ["bond"]))
    (coverage, cell) = try map.coverage()
    gap = try #require(coverage.gap(at: cell))
    #expect(gap.services == ["clinic", "team"] && gap.unsure == ["team"] && gap.isHelpCertain)
  }

  @Test func `names each reason for which the way stops`() throws {
    var map = example()
    map.services["team"]?.ages = AgeRange(from: Age("3 years"), to: Age("5 years"))
    map.services["team"]?.areas = ["village"]
    map.routes["visitor-to-team-referral"]?.needs = []
    let (coverage, cell) = try map.coverage()
    let gap = try #require(coverage.gap(at: cell))
    #expect(gap.kind == .nobodyServesIt)
    #expect(gap.stops.map(\.service) == ["visitor"] && gap.stops.map(\.to) == ["team"])
    #expect(gap.stops.first?.reasons == [.routeForOtherNeeds, .otherAges, .otherAreas])
  }

  @Test func `only a planned service`() throws {
    var map = example()
    map.services["team"]?.from = CalendarDate("2027-01-01")
    let (coverage, cell) = try map.coverage()
    #expect(coverage.gap(at: cell)?.kind == .onlyPlannedOrPaused)
    #expect(coverage.gap(at: cell)?.services == ["team"])
    #expect(coverage.gap(at: cell)?.stops.first?.reasons == [.notInUse(.planned)])
    #expect(coverage.repairs(for: cell).first?.change == .reopenService("team"))
  }

  @Test func `only a paused route`() throws {
    var map = example()
    map.routes["visitor-to-team-referral"]?.status = .paused
    let (coverage, cell) = try map.coverage()
    #expect(coverage.gap(at: cell)?.kind == .onlyPlannedOrPaused)
    #expect(coverage.gap(at: cell)?.routes == ["visitor-to-team-referral"])
    #expect(coverage.repairs(for: cell).first?.change == .reopenRoute("visitor-to-team-referral"))
  }

  @Test func `only signposting`() throws {
    var map = example()
    map.routes = [Route(from: "visitor", to: "team", kind: .signposting)]
    let (coverage, cell) = try map.coverage()
    #expect(coverage.gap(at: cell)?.kind == .onlySignposting)
    #expect(coverage.gap(at: cell)?.services == ["team"])
    #expect(coverage.gap(at: cell)?.stops.first?.reasons == [.onlySignposting])
  }

  @Test func `an exclusion whose onward service excludes the same condition`() throws {
    var map = example()
    var exclusion = Exclusion(condition: "illness")
    exclusion.onward = ["ward"]
    map.services["team"]?.excludes = [exclusion]
    map.services.append(service("ward", serves: []))
    var (coverage, cell) = try map.coverage()
    #expect(coverage.answer(for: cell) == .covered)
    #expect(coverage.answer(for: cell, condition: "illness") == .gap)
    var gap = try #require(coverage.gap(at: cell, condition: "illness"))
    #expect(gap.kind == .excluded && gap.services == ["team"] && !gap.isOnwardClosed)
    map.services["ward"]?.excludes = [Exclusion(condition: "illness")]
    (coverage, cell) = try map.coverage()
    gap = try #require(coverage.gap(at: cell, condition: "illness"))
    #expect(gap.isOnwardClosed && gap.exclusions.first?.onwardThatExclude == ["ward"])
  }

  @Test func `a route that is closed for the condition`() throws {
    var map = example()
    map.routes["visitor-to-team-referral"]?.excludes = ["illness"]
    let (coverage, cell) = try map.coverage()
    let gap = try #require(coverage.gap(at: cell, condition: "illness"))
    #expect(gap.kind == .excluded)
    #expect(gap.exclusions.map(\.route) == ["visitor-to-team-referral"])
    #expect(gap.stops.first?.reasons == [.routeExcludes])
  }

  @Test func `only some families are seen`() throws {
    var map = example()
    map.services["team"]?.onlyFor = [Requirement(condition: "illness")]
    let (coverage, cell) = try map.coverage()
    #expect(coverage.answer(for: cell) == .coveredForSome(["illness"]))
    #expect(coverage.answer(for: cell, condition: "illness") == .covered)
    #expect(coverage.gap(at: cell)?.stops.first?.reasons == [.onlyForOthers])
  }

  @Test func `of several shortest ways one begins where people look first`() throws {
    var map = example()
    map.intensities = [
      Intensity(id: "universal", name: "Universal"), Intensity(id: "targeted", name: "Targeted"),
    ]
    func add(_ id: Service.ID, _ level: Intensity.ID, _ kind: ServiceKind.ID? = nil) {
      var entry = service(id, serves: [], entry: .open)
      entry.intensity = [level]
      entry.kind = kind
      map.services.append(entry)
      map.routes.append(Route(from: id, to: "team", kind: .referral))
    }
    func first() throws -> Service.ID? {
      let (coverage, cell) = try map.coverage()
      return coverage.way(for: cell)?.services.first
    }
    // Of the visitor, the map does not say the level.
    add("a-advice", "targeted")
    #expect(try first() == "a-advice")
    map.routes.append(Route(from: .families, to: "team", kind: .selfReferral))
    #expect(try first() == .families)
    add("z-cafe", "universal")
    #expect(try first() == "z-cafe")
    add("z-practice", "universal", "general-practice")
    #expect(try first() == "z-practice")
    add("midwives", "universal", "midwifery")
    #expect(try first() == "midwives")
  }

  @Test func `a family that is with a service already begins there`() throws {
    var map = example()
    map.services.append(service("ward", serves: []))
    let (coverage, cell) = try map.coverage()
    #expect(coverage.way(for: cell, from: "visitor")?.services == ["visitor", "team"])
    #expect(coverage.way(for: cell, from: "ward") == nil)
    #expect(coverage.gap(at: cell, from: "ward")?.reached == ["ward"])
    let repairs = coverage.repairs(for: cell, from: "ward")
    #expect(repairs.map(\.change) == [.addRoute(from: "ward", to: "team")])
  }
}

struct `Reasons to look twice` {
  @Test func `are the services that every way passes`() throws {
    var map = example()
    let (coverage, cell) = try map.coverage()
    #expect(coverage.flags(for: cell) == [.singlePath(["visitor", "team"])])
    map.routes.append(Route(from: .families, to: "team", kind: .selfReferral))
    #expect(try map.coverage().0.flags(for: cell) == [.singlePath(["team"])])
    map.services.append(service("other", serves: ["bond"], entry: .open))
    #expect(try map.coverage().0.flags(for: cell).isEmpty)
  }

  @Test func `are waits over a limit`() throws {
    var map = example()
    map.services["team"]?.wait = .stated(TimeSpan(18, .week))
    let (coverage, cell) = try map.coverage()
    #expect(!coverage.flags(for: cell).contains(.longWait(["team"])))
    #expect(coverage.flags(for: cell, waitOver: TimeSpan(4, .month)).contains(.longWait(["team"])))
    map.services["team"]?.wait = .stated(TimeSpan(19, .week))
    #expect(try map.coverage().0.flags(for: cell).contains(.longWait(["team"])))
    map.services.append(service("other", serves: ["bond"], entry: .open))
    #expect(try map.coverage().0.flags(for: cell).isEmpty)
  }

  @Test func `are services with more referrals than they are commissioned for`() throws {
    var map = example()
    map.services["team"]?.commissionedReferrals = Quantity(100)
    map.services["team"]?.referralsReceived = Quantity(100)
    let (coverage, cell) = try map.coverage()
    #expect(!coverage.flags(for: cell).contains(.full(["team"])))
    map.services["team"]?.referralsReceived = Quantity(100, .over)
    #expect(try map.coverage().0.flags(for: cell).contains(.full(["team"])))
    map.services["team"]?.commissionedReferrals = Quantity(100, .about)
    #expect(!(try map.coverage().0.flags(for: cell).contains(.full(["team"]))))
  }

  @Test func `are services that rest on one person`() throws {
    var map = example()
    var lead = StaffGroup(id: "lead", role: "Lead")
    lead.count = Quantity(1)
    map.services["team"]?.staff = [lead]
    let (coverage, cell) = try map.coverage()
    #expect(coverage.flags(for: cell).contains(.restsOnOnePerson(["team"])))
    var locums = StaffGroup(id: "locums", role: "Locums")
    locums.count = Quantity(3)
    map.services["team"]?.staff = [lead, locums]
    #expect(!(try map.coverage().0.flags(for: cell).contains(.restsOnOnePerson(["team"]))))
    locums.basis = .locum
    map.services["team"]?.staff = [locums]
    #expect(try map.coverage().0.flags(for: cell).contains(.restsOnOnePerson(["team"])))
  }

  @Test func `are the end of the last funding`() throws {
    var map = example()
    map.services["team"]?.fundedUntil = .stated(.year2027)
    let (coverage, cell) = try map.coverage()
    #expect(coverage.flags(for: cell).contains(.fundingEnds(.year2027, ["team"])))
    var other = service("other", serves: ["bond"], entry: .open)
    other.fundedUntil = .stated(.year2028)
    map.services.append(other)
    #expect(
      try map.coverage().0.flags(for: cell) == [.fundingEnds(.year2028, ["other", "team"])])
  }
}

struct `What ends by a date` {
  @Test func `is listed with the cells that go with it`() throws {
    var map = example()
    map.services["team"]?.fundedUntil = .stated(.year2027)
    map.services["visitor"]?.setup = SetUp()
    map.services["visitor"]?.setup?.pilotUntil = CalendarDate("2027-06-30")
    map.routes["visitor-to-team-referral"]?.closes = CalendarDate("2027")
    var board = Board(id: "board", name: "Board")
    var seat = Seat(id: "chair")
    seat.until = CalendarDate("2026-01-31")
    board.seats = [seat]
    map.boards.append(board)
    var programme = Programme(id: "course", name: "Course")
    programme.until = CalendarDate("2027-02-28")
    map.programmes.append(programme)
    var agreement = Agreement(id: "sharing", name: "Sharing")
    agreement.until = CalendarDate("2026-10-31")
    map.agreements.append(agreement)

    let (coverage, cell) = try map.coverage()
    let soon = coverage.endings(by: .year2027)
    #expect(
      soon.endings.map(\.element.description)
        == ["boards/board/seats/chair", "programmes/course", "services/team"])
    #expect(soon.endings.map(\.subject) == [.term, .programme, .funding])
    #expect(soon.endings.map(\.lost) == [[], [], [cell]])
    #expect(soon.lost == [cell])
    let later = coverage.endings(by: CalendarDate("2027-12-31") ?? date)
    #expect(later.endings.suffix(2).map(\.subject) == [.pilot, .route])
    #expect(later.endings.suffix(2).map(\.lost) == [[cell], [cell]])
    #expect(coverage.endings(by: date).lost.isEmpty)
  }

  @Test func `loses a cell only when no way is left`() throws {
    var map = example()
    var other = service("other", serves: ["bond"], entry: .open)
    other.until = .year2027
    map.services.append(other)
    map.services["team"]?.fundedUntil = .stated(.year2027)
    let (coverage, cell) = try map.coverage()
    let ends = coverage.endings(by: .year2027)
    #expect(ends.endings.allSatisfy(\.lost.isEmpty) && ends.lost == [cell])
  }

  @Test func `tells a cell that becomes a gap from one of which the map then does not say`() throws
  {
    var map = example()
    map.services["team"]?.fundedUntil = .stated(.year2027)
    var (coverage, cell) = try map.coverage()
    var ends = coverage.endings(by: .year2027)
    #expect(ends.lost == [cell] && ends.unsaid == [] && ends.endings.first?.unsaid == [])
    var other = service("other", serves: ["bond"])
    other.serves = nil
    other.entry = nil
    map.services.append(other)
    (coverage, cell) = try map.coverage()
    ends = coverage.endings(by: .year2027)
    #expect(ends.lost == [cell] && ends.unsaid == [cell] && ends.endings.first?.unsaid == [cell])
  }
}
