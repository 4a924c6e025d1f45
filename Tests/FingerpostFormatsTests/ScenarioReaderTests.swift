import FingerpostFormats
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

struct `A file of a scenario` {
  private static let text = """
    fingerpost: 1
    title: Exampleton
    needs: {bond: The bond, mood: Low mood}
    areas: {north: North}
    services:
      hub: {name: Family hub, entry: open, serves: [bond], ages: {from: conception, to: 2 years}}
      team: {name: Team, entry: by-referral, areas: [north]}
    routes:
      - {from: hub, to: team, kind: referral, urgent: yes}
    boards:
      strategic: {name: Board, seats: [{represents: midwifery, member: Head of midwifery}]}
    """

  private func map() throws -> SystemMap {
    try #require(MapReader().read(text: Self.text).map)
  }

  private func read(_ text: String) throws -> ScenarioDocument {
    ScenarioReader().read(Array(text.utf8), file: "closes.scenario.yaml", of: try map())
  }

  @Test func `changes what it names, adds what is new and leaves the rest alone`() throws {
    let document = try read(
      """
      scenario: The hub closes
      of: exampleton.yaml
      services:
        hub: {status: closed, serves: none}
        centre: {name: Centre, entry: open}
      routes:
        - {from: hub, to: team, kind: referral, status: paused}
        - {from: centre, to: team, kind: referral}
      """)
    #expect(document.diagnostics.isEmpty, "\(document.diagnostics)")
    #expect(document.title == "The hub closes")
    var expected = try map()
    expected.services["hub"]?.status = .closed
    expected.services["hub"]?.serves = []
    expected.routes["hub-to-team-referral"]?.status = .paused
    let after = try #require(document.after)
    #expect(after.services.map(\.id) == ["hub", "team", "centre"])
    #expect(after.services["hub"] == expected.services["hub"])
    #expect(after.services["team"] == expected.services["team"])
    #expect(after.routes.map(\.id) == ["hub-to-team-referral", "centre-to-team-referral"])
    #expect(after.routes.first == expected.routes.first)
    #expect(after.boards == expected.boards && after.title == expected.title)
    #expect(document.before == (try map()))
  }

  @Test func `that says nothing changes nothing`() throws {
    #expect(try read("scenario: As it is\nof: exampleton.yaml\n").after == (try map()))
  }

  @Test func `names a route by its id alone`() throws {
    let after = try read(
      "scenario: Paused\nroutes:\n  - {id: hub-to-team-referral, status: paused}\n"
    ).after
    let route = try #require(after?.routes.first)
    #expect(route.status == .paused && route.isUrgent == true && route.from == "hub")
  }

  @Test func `removes what it lists, and states that nothing is left`() throws {
    let after = try #require(
      try read("scenario: Gone\nremove: {routes: [hub-to-team-referral], services: team}\n").after)
    #expect(after.routes.isEmpty && after.saysRoutes)
    #expect(after.services.map(\.id) == ["hub"])
    let none = try #require(try read("scenario: None\nroutes: none\n").after)
    #expect(none.routes.isEmpty && none.saysRoutes)
    // And what is filled is no longer stated to be empty.
    let some = ScenarioReader().read(
      Array("scenario: Some\nroutes: [{from: hub, to: team, kind: referral}]\n".utf8),
      file: "some.scenario.yaml", of: none)
    #expect(some.after?.routes.count == 1 && some.after?.statedAsNone == [])
  }

  @Test func `says with the line what is wrong with it, and what was meant`() throws {
    try expect(
      "scenario: A\nremove:\n  routes: [hub-to-teem-referral]\n", 3, "hub-to-team-referral")
    try expect("scenario: A\nremove: {service: [hub]}\n", 2, "`services`")
    try expect("scenario: A\nservices:\n  centre: {entry: open}\n", 3, "no `name`")
    try expect("scenario: A\nservices:\n  hub: {serves: [bnod]}\n", 3, "`bond`")
    try expect("scenario: A\nservices:\n  hub: {staus: closed}\n", 3, "`status`")
    try expect("scenaro: A\n", 1, "`scenario`")
    try expect("services: {hub: {status: closed}}\n", 1, "no title")
    #expect(try read("scenario: A\nservices: {hub: {staus: closed}}\n").after == nil)
  }

  private func expect(_ text: String, _ line: Int, _ parts: String...) throws {
    let document = try read(text)
    let problem = try #require(document.diagnostics.first, "\(text)")
    #expect(problem.location?.line == line, "\(problem)")
    for part in parts { #expect(problem.message.contains(part), "\(problem)") }
  }

  @Test func `finds the map that it changes beside it`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    try Self.text.write(toFile: path + "/exampleton.yaml", atomically: true, encoding: .utf8)
    let scenario = "scenario: Closes\nof: exampleton.yaml\nservices: {hub: {status: closed}}\n"
    try scenario.write(toFile: path + "/a.scenario.yaml", atomically: true, encoding: .utf8)
    let document = ScenarioReader().read(path: path + "/a.scenario.yaml")
    #expect(document.diagnostics.isEmpty && document.after?.services["hub"]?.status == .closed)
    #expect(document.before?.services["hub"]?.status == nil)
    #expect(document.map?.files == [path + "/exampleton.yaml"])
    // A folder of maps passes over its scenarios.
    let maps = MapReader().read(path: path)
    #expect(maps.count == 1 && maps.allSatisfy(\.diagnostics.isEmpty))

    try "scenario: Closes\nof: other.yaml\n"
      .write(toFile: path + "/b.scenario.yaml", atomically: true, encoding: .utf8)
    let lost = ScenarioReader().read(path: path + "/b.scenario.yaml")
    #expect(lost.after == nil && !lost.diagnostics.isEmpty)
    try "scenario: Closes\n"
      .write(toFile: path + "/c.scenario.yaml", atomically: true, encoding: .utf8)
    let unsaid = ScenarioReader().read(path: path + "/c.scenario.yaml")
    #expect(unsaid.diagnostics.map(\.message).contains { $0.contains("add `of:`") })
  }

  @Test func `and a statement as people type it read the same`() throws {
    let map = try map()
    func service(_ text: String) throws -> Service {
      let (statement, problems) = ServiceStatementReader().read(text, of: map)
      #expect(problems.isEmpty, "\(problems)")
      let change = try #require(statement, "\(text)")
      var service = try #require(map.services[change.service])
      change.change(&service)
      return service
    }
    #expect(try service("hub.ages=conception..5 years").ages?.to == Age("5 years"))
    #expect(try service("hub.ages={from: birth, to: 1 year}").ages?.from == Age("birth"))
    #expect(try service("team.serves=[bond, mood]").serves == ["bond", "mood"])
    #expect(try service("team.areas=none").areas == [])
    #expect(try service("team.entry=open").entry == .open)
    #expect(try service("team.wait=6 weeks").wait.value == TimeSpan("6 weeks"))
    #expect(try service("hub.status=paused").name == "Family hub")

    for (text, part) in [
      ("hub", "like `health-visiting.entry=open`"), ("hub.entry=", "nothing stands after"),
      ("hub.entry=opne", "did you mean `open`?"), ("hub.etnry=open", "did you mean `entry`?"),
      ("hub.serves=[bnod]", "did you mean `bond`?"), ("hub.ages=2 years..birth", "later than"),
      ("hub.ages={from: birth", "braces"), (".entry=open", "like"),
    ] {
      let (statement, problems) = ServiceStatementReader().read(text, of: map)
      #expect(statement == nil, "\(text)")
      #expect(problems.contains { $0.message.contains(part) }, "\(text): \(problems)")
    }
  }
}
