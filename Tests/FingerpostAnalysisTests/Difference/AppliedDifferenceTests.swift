import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

struct `A difference, applied to the earlier map` {
  private static var count: Int {
    isSoak ? 2_000 : 60
  }

  private func expectLater(_ from: SystemMap, _ to: SystemMap, _ hint: String) {
    let difference = MapDifference(from: from, to: to)
    let made = difference.applied(to: StatedMap(of: from))
    let meant = StatedMap(of: to)
    guard made != meant else { return }
    let wrong = Set(made.elements.keys).union(meant.elements.keys)
      .filter { made.elements[$0] != meant.elements[$0] }.sorted()
    let told = wrong.prefix(2).map {
      "\($0): \(made.elements[$0]?.description ?? "-") ≠ \(meant.elements[$0]?.description ?? "-")"
    }
    Issue.record("\(hint): \(told.joined(separator: "; "))")
  }

  @Test func `states what the later one states, for random edits`() throws {
    for seed in 0..<UInt64(Self.count) {
      var random = SeededGenerator(seed: seed)
      let text = RandomMap(seed: Int(seed % 30)).text
      let from = try #require(MapReader().read(text: text).map)
      var to = try #require(
        MapReader().read(text: text.withIDsChanged(of: from, using: &random)).map)
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        RandomEdit.allCases.randomElement(using: &random)?.make(in: &to, using: &random)
      }
      expectLater(from, to, "seed \(seed)")
      expectLater(to, from, "seed \(seed), back")
    }
  }

  @Test func `states what the later one states, for maps that have little in common`() throws {
    let maps =
      try StoredMaps.all
      + StoredMaps.random.map {
        try #require(MapReader().read(text: $0).map)
      }
    for (one, other) in zip(maps, maps.dropFirst()) {
      expectLater(one, other, "\(one.id) to \(other.id)")
      expectLater(one, one, "\(one.id)")
    }
  }

  @Test func `states one key more or less`() throws {
    for change in OneKeyChange.all {
      let (before, after) = (
        try #require(MapReader().read(text: change.before).map),
        try #require(MapReader().read(text: change.after).map)
      )
      expectLater(before, after, "\(change)")
      expectLater(after, before, "\(change), back")
    }
  }
}

extension String {
  /// The text of a map with new ids for some elements, wherever they are named.
  fileprivate func withIDsChanged(of map: SystemMap, using random: inout SeededGenerator) -> String
  {
    let ids =
      map.services.map(\.id.rawValue) + map.conditions.map(\.id.rawValue)
      + map.organisations.map(\.id.rawValue) + map.boards.map(\.id.rawValue)
    var text = self
    for id in ids where Int.random(in: 0..<8, using: &random) == 0 {
      text = text.replacing(id, with: id + "x")
    }
    return text
  }
}

/// A change that somebody may make to a map.
private enum RandomEdit: CaseIterable {
  case addService, removeService, renameService, stateService, unstateService, listOfService
  case addRoute, removeRoute, changeRoute
  case addSeat, removeSeat, changeSeat, saySeats
  case addExclusion, removeExclusion, changeExclusion
  case stage, scope, emptyCollection, citation

  func make(in map: inout SystemMap, using random: inout SeededGenerator) {
    let name = "New \(Int.random(in: 0..<1_000, using: &random))"
    let id = "new-\(Int.random(in: 0..<1_000, using: &random))"
    let service = map.services.randomElement(using: &random)
    let board = map.boards.randomElement(using: &random)
    func change(_ edit: (inout Service) -> Void) {
      guard var service else { return }
      edit(&service)
      map.services[service.id] = service
    }
    func changeBoard(_ edit: (inout Board) -> Void) {
      guard var board else { return }
      edit(&board)
      map.boards[board.id] = board
    }
    switch self {
    case .addService: map.services.append(Service(id: Service.ID(id), name: name))
    case .removeService: if let service { map.services[service.id] = nil }
    case .renameService: change { $0.name = name }
    case .stateService:
      change {
        $0.wait = .stated(TimeSpan(Int.random(in: 1...9, using: &random), .week))
        $0.discharge = .none
        $0.contact = Contact()
        $0.contact?.phone = name
      }
    case .unstateService:
      change {
        $0.wait = Bool.random(using: &random) ? .none : .notStated
        $0.contact = nil
        $0.excludes = nil
      }
    case .listOfService:
      change {
        $0.serves = Bool.random(using: &random) ? [] : [Need.ID(id)] + ($0.serves ?? [])
        $0.venues?.reverse()
        $0.counts = [Count(id: "a", of: name, number: Quantity(1))] + ($0.counts ?? []).dropLast()
      }
    case .addRoute:
      guard let service, let other = map.services.randomElement(using: &random) else { return }
      map.routes.append(Route(from: service.id, to: other.id, kind: .signposting))
    case .removeRoute:
      if let route = map.routes.randomElement(using: &random) { map.routes[route.id] = nil }
    case .changeRoute:
      guard var route = map.routes.randomElement(using: &random) else { return }
      route.isUrgent = route.isUrgent.map { !$0 } ?? true
      route.agreement = .none
      map.routes[route.id] = route
    case .addSeat: changeBoard { $0.seats = [Seat(id: id)] + ($0.seats ?? []) }
    case .removeSeat: changeBoard { if $0.seats?.isEmpty == false { $0.seats?.removeLast() } }
    case .changeSeat:
      changeBoard {
        guard $0.seats?.isEmpty == false else { return }
        $0.seats?[0].member = .stated(name)
        $0.seats?[0].votes = nil
      }
    case .saySeats: changeBoard { $0.seats = $0.seats == nil ? [Seat(id: id)] : nil }
    case .addExclusion:
      change { $0.excludes = ($0.excludes ?? []) + [Exclusion(condition: Condition.ID(id))] }
    case .removeExclusion:
      change { if $0.excludes?.isEmpty == false { $0.excludes?.removeFirst() } }
    case .changeExclusion:
      change {
        guard $0.excludes?.isEmpty == false else { return }
        $0.excludes?[0].onward = [Service.ID(id), "another"]
        $0.excludes?[0].resume = .none
      }
    case .stage:
      guard var flow = map.flows.randomElement(using: &random) else { return }
      var stages = flow.stages ?? []
      let place = Int.random(in: 0...stages.count, using: &random)
      stages.insert(FlowStage(id: id, name: name), at: place)
      if Bool.random(using: &random) { stages.reverse() }
      flow.stages = stages
      map.flows[flow.id] = flow
    case .scope:
      map.scope = Bool.random(using: &random) ? nil : Scope()
      map.intensities.reverse()
    case .emptyCollection:
      map.programmes = []
      map.statedAsNone = Bool.random(using: &random) ? [.programmes] : []
    case .citation:
      change {
        $0.origin.citations.append(Citation("source", id))
        $0.origin.note = name
      }
    }
  }
}
