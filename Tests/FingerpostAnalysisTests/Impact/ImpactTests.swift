import FingerpostAnalysis
import FingerpostModel
import FingerpostSamples
import FingerpostTestSupport
import Foundation
import Testing

struct `Impact of each service and route` {
  @Test func `is what closing each one at a time and covering anew gives`() throws {
    var seen: Set<String> = []
    for sample in RandomServiceMap.batch.prefix(isSoak ? 500 : 40) {
      seen.formUnion(try expectImpactIsThatOfClosing(sample.map.withRoutesToOtherMaps, "\(sample)"))
    }
    for seed in 0..<UInt64(isSoak ? 10 : 2) {
      var map = GeneratedSystem(
        services: isSoak ? 40 : 24, routes: isSoak ? 200 : 90, seed: seed
      ).map
      if var scope = map.scope {
        scope.needs = scope.needs?.prefix(isSoak ? 4 : 2).map(\.self)
        scope.areas = scope.areas?.prefix(isSoak ? 5 : 3).map(\.self)
        map.scope = scope
      }
      seen.formUnion(try expectImpactIsThatOfClosing(map, "generated map \(seed)"))
    }
    // Every sort of loss is tried, of services and of routes.
    #expect(seen.count == 8, "\(seen)")
  }

  @Test func `does not depend on the order of the file`() throws {
    var random = SeededGenerator(seed: 5)
    for sample in RandomServiceMap.smallBatch.prefix(20) {
      var map = sample.map
      map.services = Elements(map.services.shuffled(using: &random))
      map.routes = Elements(map.routes.shuffled(using: &random))
      map.areas = Elements(map.areas.shuffled(using: &random))
      let other = try Coverage(of: map, on: RandomServiceMap.date)
      #expect(Impact(of: try sample.coverage) == Impact(of: other), "\(sample)")
    }
  }

  @Test func `tells a gap, a doubt, a detour and a hope from one another`() throws {
    // families → hub → team; clinic ⇢ team, and nobody knows whether the clinic is open to all.
    var map = SystemMap(id: "exampleton", title: "Exampleton")
    var scope = Scope()
    scope.needs = ["bond", "mood", "sleep"]
    scope.ages = AgeRange(from: .conception, to: Age("2 years"))
    scope.areas = ["north"]
    map.scope = scope
    map.areas.append(Area(id: "north", name: "North"))
    for (id, entry, serves) in [
      ("hub", Entry.open, ["sleep"]), ("clinic", nil, []),
      ("team", .byReferral, ["bond", "sleep"]),
      ("ward", .byReferral, ["mood"]),
    ] as [(Service.ID, Entry?, [Need.ID])] {
      var service = Service(id: id, name: id.rawValue)
      service.entry = entry
      service.serves = serves
      service.ages = scope.ages
      service.areas = scope.areas
      map.services.append(service)
    }
    map.routes.append(Route(from: .families, to: "team", kind: .selfReferral, id: "own"))
    map.routes.append(Route(from: "hub", to: "team", kind: .referral, id: "sent"))
    map.routes.append(Route(from: "clinic", to: "ward", kind: .referral, id: "maybe"))
    map.routes.append(Route(from: "clinic", to: "team", kind: .transfer, id: "moved"))
    map.routes.append(Route(from: "clinic", to: "hub", kind: .signposting, id: "told"))
    let impact = Impact(of: try Coverage(of: map, on: RandomServiceMap.date))
    let questions = try CoverageGrid(scopeOf: map).cells.map {
      Impact.Question(cell: $0, condition: nil)
    }
    try #require(questions.map(\.cell.need) == ["bond", "mood", "sleep"])
    let (bond, mood, sleep) = (questions[0], questions[1], questions[2])

    #expect(impact.services.map(\.id) == ["team", "hub", "clinic", "ward"])
    let team = try #require(impact.services.first)
    #expect(team.lostToGap == [bond])
    #expect(team.isSinglePoint && team.longer.isEmpty && team.hopeLost.isEmpty)
    let hub = impact.services[1]
    #expect(!hub.isSinglePoint && hub.lostCount == 0)
    #expect(hub.longer == [Impact.Detour(question: sleep, before: 0, after: 1)])
    let clinic = impact.services[2]
    #expect(!clinic.isSinglePoint && clinic.hopeLost == [mood])
    #expect(impact.routes.map(\.id) == ["maybe", "moved", "own", "sent"])
    #expect(impact.routes[0].hopeLost == [mood])
    #expect(impact.routes.dropFirst().allSatisfy { $0.isEmpty })

    map.routes["own"] = nil
    let fewer = Impact(of: try Coverage(of: map, on: RandomServiceMap.date))
    let narrower = try #require(fewer.services.first { $0.id == "hub" })
    // The clinic may be open, and would then lead to the team.
    #expect(narrower.lostToDoubt == [bond, sleep])
    #expect(narrower.isSinglePoint && narrower.lostToGap.isEmpty)
    let sent = try #require(fewer.routes.first)
    #expect(sent.id == "sent" && sent.lostToDoubt == [bond])
  }

  // MARK: - The plain way

  /// What closing each service and route gives; the sorts of loss that it saw.
  private func expectImpactIsThatOfClosing(_ map: SystemMap, _ name: String) throws -> Set<String> {
    let before = try PlainAnswers(map)
    let impact = Impact(of: before.coverage)
    var seen: Set<String> = []
    func expect<Element>(
      _ found: [ElementImpact<Element>], _ ids: [Identifier<Element>], _ kind: String,
      _ close: (inout SystemMap, Identifier<Element>) -> Void
    ) throws {
      #expect(Set(found.map(\.id)) == Set(ids) && found.count == ids.count, "\(name)")
      for impact in found {
        var changed = map
        close(&changed, impact.id)
        let loss = before.losses(to: try PlainAnswers(changed))
        #expect(impact.lostToGap == loss.toGap, "\(name), \(impact.id)")
        #expect(impact.lostToDoubt == loss.toDoubt, "\(name), \(impact.id)")
        #expect(impact.hopeLost == loss.ofHope, "\(name), \(impact.id)")
        #expect(impact.longer == loss.longer, "\(name), \(impact.id)")
        if !loss.toGap.isEmpty { seen.insert("\(kind): gap") }
        if !loss.toDoubt.isEmpty { seen.insert("\(kind): doubt") }
        if !loss.ofHope.isEmpty { seen.insert("\(kind): hope") }
        if !loss.longer.isEmpty { seen.insert("\(kind): longer") }
      }
      let inOrder = found.sorted { a, b in
        let (first, second) = ([a, b].map(\.lostCount), [a, b].map(\.lostToGap.count))
        if first[0] != first[1] { return first[0] > first[1] }
        if second[0] != second[1] { return second[0] > second[1] }
        if a.longer.count != b.longer.count { return a.longer.count > b.longer.count }
        if a.hopeLost.count != b.hopeLost.count { return a.hopeLost.count > b.hopeLost.count }
        return a.id < b.id
      }
      #expect(found.map(\.id) == inOrder.map(\.id), "\(name)")
    }
    try expect(impact.services, map.services.map(\.id), "service") {
      $0.services[$1]?.status = .closed
    }
    try expect(impact.routes, map.routes.filter(\.kind.movesFamily).map(\.id), "route") {
      $0.routes[$1]?.status = .closed
    }
    return seen
  }
}

/// All answers and hand-offs of a map, each asked for by itself.
private struct PlainAnswers {
  let coverage: Coverage
  private var answers: [(question: Impact.Question, answer: CoverageAnswer, handOffs: Int?)] = []

  struct Loss {
    var toGap: [Impact.Question] = []
    var toDoubt: [Impact.Question] = []
    var ofHope: [Impact.Question] = []
    var longer: [Impact.Detour] = []
  }

  init(_ map: SystemMap) throws {
    coverage = try Coverage(of: map, on: RandomServiceMap.date)
    for condition in [nil] + coverage.conditions.map(Optional.some) {
      let answered = zip(coverage.grid.cells, coverage.answers(condition: condition))
      for (cell, answer) in answered {
        answers.append(
          (
            Impact.Question(cell: cell, condition: condition), answer,
            answer == .covered ? coverage.way(for: cell, condition: condition)?.handOffs : nil
          ))
      }
    }
  }

  func losses(to after: PlainAnswers) -> Loss {
    var loss = Loss()
    for (old, new) in zip(answers, after.answers) {
      switch (old.answer, new.answer) {
      case (.covered, .gap), (.covered, .coveredForSome): loss.toGap.append(old.question)
      case (.covered, .notStated): loss.toDoubt.append(old.question)
      case (.notStated, .gap), (.notStated, .coveredForSome): loss.ofHope.append(old.question)
      case (.covered, .covered):
        if let before = old.handOffs, let after = new.handOffs, before < after {
          loss.longer.append(Impact.Detour(question: old.question, before: before, after: after))
        }
      case (.notStated, .notStated), (.gap, _), (.coveredForSome, _), (.notStated, .covered): break
      }
    }
    return loss
  }
}

extension SystemMap {
  /// The same with routes that lead to another map and back from it, in some of them.
  fileprivate var withRoutesToOtherMaps: SystemMap {
    var map = self
    guard let first = services.first?.id, let last = services.last?.id, services.count % 3 == 0
    else { return map }
    map.routes.append(Route(from: first, to: "elsewhere:team", kind: .referral))
    map.routes.append(Route(from: "elsewhere:team", to: last, kind: .transfer))
    return map
  }
}
