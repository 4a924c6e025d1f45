import FingerpostFormats
import FingerpostModel
import Testing

private func read(_ views: String) -> MapDocument {
  MapReader().read(
    text: """
      fingerpost: 1
      title: T
      needs: {sleep: Sleep}
      areas: {north: North}
      organisations: {trust: Trust}
      services: {team: Team}
      views: {\(views)}
      """)
}

struct `A view in a map file` {
  @Test func `is read with every key`() throws {
    let document = read(
      """
      v: {title: T, summary: S, group-by: area, colour-by: none, filter: {
          needs: sleep, sectors: [nhs, private], intensities: targeted, areas: north, organisations: trust,
          statuses: [active, planned], near: {services: team, hand-offs: 2}, route-kinds: referral}}
      """)
    #expect(document.diagnostics.isEmpty)
    let view = try #require(document.map?.views["v"])
    #expect(view.title == "T" && view.summary == "S")
    #expect(view.groupBy == .area && view.colourBy == .nothing)
    var filter = ViewFilter()
    filter.needs = ["sleep"]
    filter.sectors = [.nhs, .privateSector]
    filter.intensities = ["targeted"]
    filter.areas = ["north"]
    filter.organisations = ["trust"]
    filter.statuses = [.active, .planned]
    filter.near = .init(of: ["team"], handOffs: 2)
    filter.routeKinds = [.referral]
    #expect(view.filter == filter)
  }

  @Test func `may be no more than a title`() throws {
    let view = try #require(read("v: Everything").map?.views["v"])
    #expect(view.title == "Everything" && view.filter == nil)
    #expect(view.groupBy == .intensity && view.colourBy == .sector)
  }

  @Test(arguments: [
    ("needs: slep", "sleep"), ("areas: nort", "north"), ("organisations: trus", "trust"),
    ("intensities: targetd", "targeted"), ("near: {services: tem, hand-offs: 1}", "team"),
  ])
  func `may name only what the map holds`(_ filter: String, _ meant: String) throws {
    let document = read("v: {title: T, filter: {\(filter)}}")
    #expect(document.diagnostics.map(\.category) == [.unknownReference])
    #expect(document.diagnostics.first?.message.contains("did you mean `\(meant)`?") == true)
    #expect(document.map?.views["v"] != nil)
  }

  @Test(arguments: [
    "group-by: sectr", "colour-by: sectr", "filter: {sectors: nsh}", "filter: {statuses: activ}",
    "filter: {route-kinds: referal}",
  ])
  func `takes only words that it knows`(_ keys: String) {
    let document = read("v: {title: T, \(keys)}")
    #expect(document.diagnostics.map(\.category) == [.unknownWord])
    #expect(document.diagnostics.first?.message.contains("did you mean") == true)
  }

  @Test func `says how far its neighbourhood reaches`() {
    let document = read("v: {title: T, filter: {near: {services: team}}}")
    #expect(document.diagnostics.map(\.category) == [.missingKey])
    #expect(
      read("v: {title: T, filter: {near: {services: team, hand-offs: -1}}}").diagnostics
        .map(\.category) == [.badQuantity])
  }
}
