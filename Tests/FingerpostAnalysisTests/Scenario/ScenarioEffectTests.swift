import FingerpostAnalysis
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `The effect of a scenario` {
  private let date = RandomServiceMap.date

  private func effect(_ changes: [Scenario.Change], on map: SystemMap = `A scenario`.map) throws
    -> ScenarioEffect
  {
    let after = try Scenario(changes).applied(to: map, on: date)
    return ScenarioEffect(
      of: try Coverage(of: map, on: date), becoming: try Coverage(of: after, on: date))
  }

  @Test func `is what is lost and gained, with the ways before and after`() throws {
    let closed = try effect([.closeService("team")])
    let lost = try #require(closed.lost.first)
    #expect(closed.lost.count == 1 && lost.question.cell.need == "bond")
    #expect(lost.before == .covered && lost.after == .gap)
    #expect(lost.wayBefore?.services == ["clinic", "team"] && lost.wayAfter == nil)
    #expect(closed.gained.isEmpty && closed.longer.isEmpty && !closed.isEmpty)

    let opened = try effect([.addRoute(from: .families, to: "ward")])
    #expect(opened.gained.map(\.question.cell.need) == ["mood"])
    #expect(opened.gained.first?.wayAfter?.services == [.families, "ward"])
    #expect(opened.lost.isEmpty)
    #expect(try effect([]).isEmpty)
  }

  @Test func `is a longer or a shorter way where families are helped all the same`() throws {
    var map = `A scenario`.map
    map.services["hub"]?.serves = ["bond"]
    let longer = try effect([.changeService("hub", key: "serves") { $0.serves = [] }], on: map)
    #expect(longer.longer.map { $0.wayBefore?.handOffs } == [0])
    #expect(longer.longer.map { $0.wayAfter?.handOffs } == [1])
    #expect(longer.lost.isEmpty && longer.shorter.isEmpty)
    let shorter = try effect([.changeService("team", key: "entry") { $0.entry = .open }])
    #expect(shorter.shorter.map { $0.wayAfter?.services } == [["team"]])
  }

  @Test func `is a doubt where the map would no longer say`() throws {
    let doubt = try effect([.changeService("team", key: "areas") { $0.areas = nil }])
    #expect(doubt.noLongerSaid.map(\.question.cell.need) == ["bond"])
    #expect(doubt.lost.isEmpty)
    var map = `A scenario`.map
    map.services["team"]?.areas = nil
    let certain = try effect(
      [.changeService("team", key: "areas") { $0.areas = ["north"] }], on: map)
    #expect(certain.nowSaid.map(\.after) == [.covered])
  }

  @Test func `compares ages that a changed limit cuts anew`() throws {
    let half = AgeRange(from: .conception, to: Age("1 year"))
    let narrowed = try effect([.changeService("team", key: "ages") { $0.ages = half }])
    #expect(narrowed.lost.map(\.question.cell.ages.description) == ["1 year to 2 years"])
    #expect(narrowed.lost.first?.wayBefore?.handOffs == 1)
    #expect(narrowed.longer.isEmpty && narrowed.shorter.isEmpty)
  }

  @Test func `names the seats that the map ties to services that close`() throws {
    var map = `A scenario`.map
    map.services["team"]?.kind = "perinatal-team"
    map.services["hub"]?.kind = "childrens-centre"
    map.services["clinic"]?.kind = "childrens-centre"
    var board = Board(id: "strategic", name: "Board")
    var (first, second, third) = (Seat(id: "first"), Seat(id: "second"), Seat(id: "third"))
    first.represents = ["perinatal-team"]
    second.service = "hub"
    third.represents = ["childrens-centre"]
    third.organisation = "council"
    board.seats = [first, second, third]
    map.boards.append(board)
    let touched = try effect([.closeService("team"), .pauseService("hub")], on: map).seats
    #expect(touched.map(\.seat) == ["first", "second"])
    #expect(touched.first?.reason == .represents("perinatal-team", of: ["team"]))
    #expect(touched.last?.reason == .memberFrom("hub"))
    let both = try effect([.closeService("hub"), .closeService("clinic")], on: map).seats
    #expect(both.map(\.seat) == ["second", "third"])
    #expect(both.last?.reason == .represents("childrens-centre", of: ["clinic", "hub"]))
  }

  @Test func `names what no way leads to any more, however far behind it stands`() throws {
    var map = `A scenario`.map
    map.routes.append(Route(from: "team", to: "ward", kind: .transfer))
    #expect(try effect([.closeService("hub")], on: map).cutOff == [])
    #expect(
      try effect([.closeService("hub"), .removeRoutes(from: "clinic", to: "team")], on: map).cutOff
        == ["team", "ward"])
    // Nobody has said that families may not begin at the ward.
    map.services["ward"]?.entry = nil
    #expect(
      try effect([.closeService("hub"), .closeService("clinic")], on: map).cutOff == ["team"])
    map.routes.append(Route(from: "elsewhere:team", to: "team", kind: .referral))
    #expect(try effect([.closeService("hub"), .closeService("clinic")], on: map).cutOff == [])
  }

  @Test func `of closing a service is its impact`() throws {
    for sample in RandomServiceMap.smallBatch.prefix(12) {
      let coverage = try sample.coverage
      for impact in Impact(of: coverage).services {
        let effect = try effect([.closeService(impact.id)], on: sample.map)
        let doubts = effect.noLongerSaid.filter { $0.before == .covered }
        #expect(effect.longer.map(\.question) == impact.longer.map(\.question), "\(sample)")
        #expect(effect.longer.map { $0.wayBefore?.handOffs } == impact.longer.map(\.before))
        #expect(effect.longer.map { $0.wayAfter?.handOffs } == impact.longer.map(\.after))
        #expect(doubts.map(\.question) == impact.lostToDoubt, "\(sample), \(impact.id)")
        #expect(
          effect.lost.filter { $0.before == .covered }.map(\.question) == impact.lostToGap,
          "\(sample), \(impact.id)")
        #expect(effect.gained.isEmpty && effect.shorter.isEmpty)
      }
    }
  }
}
