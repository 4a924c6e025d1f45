import FingerpostAnalysis
import FingerpostModel
import FingerpostTestSupport
import Foundation
import Testing

struct `Chains of exclusions` {
  @Test func `lead back, and say so, even where another service would help`() throws {
    let map = sampleMap {
      $0("team", ["illness": ["perinatal", "assessment"]])
      $0("perinatal", ["illness": ["team"]])
      $0("assessment", [:])
    }
    let chains = ExclusionChains(of: map)
    #expect(chains.stations.map(\.service) == ["team", "perinatal"])
    #expect(
      chains.chain(from: 0)
        == .init(services: ["team", "perinatal"], omitted: 0, end: .back(to: "team")))
    #expect(
      chains.chain(from: 1)
        == .init(services: ["perinatal", "team"], omitted: 0, end: .back(to: "perinatal")))
    #expect(chains.stations[0].helpers == ["assessment"])
    #expect(!chains.stations[0].isStuck)
  }

  @Test func `end nowhere, or at a service that is not in use`() {
    var map = sampleMap {
      $0("a", ["illness": ["b"], "poverty": ["closed"]])
      $0("b", ["illness": []])
      $0("closed", [:])
    }
    map.services["closed"]?.status = .closed
    let chains = ExclusionChains(of: map) { $0.status != .closed }
    #expect(
      chains.chain(from: 0) == .init(services: ["a", "b"], omitted: 0, end: .nowhere))
    #expect(
      chains.chain(from: 1) == .init(services: ["a"], omitted: 0, end: .notInUse("closed")))
    #expect(chains.chain(from: 2) == .init(services: ["b"], omitted: 0, end: .nowhere))
  }

  @Test func `are not told where the map leaves a way open`() {
    let map = sampleMap {
      $0("a", ["illness": ["b"]])
      $0("b", ["illness": nil])
      $0("c", ["illness": ["unsaid"]])
      $0("unsaid", nil)
      $0("d", ["illness": ["elsewhere:e"]])
    }
    let chains = ExclusionChains(of: map)
    #expect(chains.stations.indices.allSatisfy { chains.chain(from: $0) == nil })
    #expect(chains.stations[1].isOnwardUnstated)
    #expect(chains.stations[2].unknown == ["unsaid"])
    #expect(chains.stations[3].unknown == ["elsewhere:e"])
  }

  @Test func `do not end well at a service kept for other families`() {
    var map = sampleMap {
      $0("a", ["illness": ["b", "c"]])
      $0("b", [:])
      $0("c", [:])
    }
    map.services["b"]?.onlyFor = [Requirement(condition: "youth")]
    map.services["c"]?.onlyFor = [Requirement(condition: "illness")]
    let chains = ExclusionChains(of: map)
    #expect(chains.stations[0].unknown == ["b"])
    #expect(chains.stations[0].helpers == ["c"])
  }

  @Test func `agree with a plain walk on random maps`() {
    var ends: [String: Int] = [:]
    for seed in 0..<UInt64(isSoak ? 20_000 : 2_000) {
      let map = randomMap(seed: seed)
      let chains = ExclusionChains(of: map)
      let walk = PlainWalk(map: map)
      var expected = 0
      for service in map.services {
        for condition in Set((service.excludes ?? []).map(\.condition)).sorted() {
          expected += 1
          guard
            let position = chains.stations.firstIndex(where: {
              $0.service == service.id && $0.condition == condition
            })
          else {
            Issue.record("seed \(seed): \(service.id) is missing")
            continue
          }
          let bad = walk.firstBadAlternative(of: service.id, condition)
          let chain = chains.chain(from: position, naming: .max)
          let onward = walk.onward(of: service.id, condition)
          if onward?.isEmpty == true {
            #expect(chain == .init(services: [service.id], omitted: 0, end: .nowhere))
          } else {
            #expect(
              chain?.services.dropFirst().first ?? chain?.endBackAtStart == bad, "seed \(seed)")
          }
          if let chain {
            #expect(walk.follows(chain, condition), "seed \(seed): \(chain)")
            ends[chain.end == .nowhere ? "nowhere" : "back", default: 0] += 1
          }
          #expect(
            chains.stations[position].isStuck == !walk.mayHelp(service.id, condition),
            "seed \(seed)")
        }
      }
      #expect(chains.stations.count == expected)
    }
    #expect(ends["nowhere", default: 0] > 100 && ends["back", default: 0] > 100, "\(ends)")
  }

  @Test func `are named up to a limit and counted beyond it`() {
    let map = ring(of: 30_000)
    let chain = ExclusionChains(of: map).chain(from: 7, naming: 3)
    #expect(
      chain
        == .init(
          services: ["s00007", "s00008", "s00009"], omitted: 29_997, end: .back(to: "s00007")))
  }

  @Test func `of 30,000 services are all followed`() {
    let map = ring(of: 30_000)
    let chains = ExclusionChains(of: map)
    let ways = chains.stations.indices.map { chains.chain(from: $0) }
    #expect(ways.allSatisfy { $0?.services.count == 12 && $0?.omitted == 29_988 })
  }
}

/// Asks every question again by trying every way.
private struct PlainWalk {
  let map: SystemMap

  /// Where a service sends families; `nil` when it is not stated.
  func onward(of service: Service.ID, _ condition: Condition.ID) -> [Service.ID]? {
    let exclusions = (map.services[service]?.excludes ?? []).filter { $0.condition == condition }
    guard exclusions.allSatisfy({ $0.onward != nil }) else { return nil }
    return exclusions.flatMap { $0.onward ?? [] }
  }

  private func stated(_ service: Service.ID, _ condition: Condition.ID) -> [Service.ID] {
    (map.services[service]?.excludes ?? []).filter { $0.condition == condition }
      .flatMap { $0.onward ?? [] }
  }

  private func excludes(_ service: Service.ID, _ condition: Condition.ID) -> Bool {
    map.services[service]?.excludes?.contains { $0.condition == condition } ?? false
  }

  /// Whether a family sent to a service may find help there or further on.
  func mayHelp(
    _ service: Service.ID, _ condition: Condition.ID, after walked: Set<Service.ID> = []
  ) -> Bool {
    guard excludes(service, condition) else { return true }
    if onward(of: service, condition) == nil { return true }
    guard !walked.contains(service) else { return false }
    return stated(service, condition).contains {
      mayHelp($0, condition, after: walked.union([service]))
    }
  }

  /// Whether a family sent to a service can come to another.
  private func leads(
    _ service: Service.ID, to goal: Service.ID, _ condition: Condition.ID,
    after walked: Set<Service.ID> = []
  ) -> Bool {
    guard excludes(service, condition) else { return false }
    if service == goal { return true }
    guard !walked.contains(service) else { return false }
    return stated(service, condition).contains {
      leads($0, to: goal, condition, after: walked.union([service]))
    }
  }

  func firstBadAlternative(of service: Service.ID, _ condition: Condition.ID) -> Service.ID? {
    stated(service, condition).first {
      excludes($0, condition)
        && (!mayHelp($0, condition) || leads($0, to: service, condition))
    }
  }

  /// Whether a chain is a walk of the map that ends as it says.
  func follows(_ chain: ExclusionChains.Chain, _ condition: Condition.ID) -> Bool {
    guard chain.omitted == 0, Set(chain.services).count == chain.services.count,
      let last = chain.services.last
    else { return false }
    for (from, to) in zip(chain.services, chain.services.dropFirst())
    where firstBadAlternative(of: from, condition) != to { return false }
    switch chain.end {
    case .nowhere: return onward(of: last, condition) == []
    case .back(let id):
      return chain.services.contains(id) && firstBadAlternative(of: last, condition) == id
    case .notInUse: return false
    }
  }
}

extension ExclusionChains.Chain {
  /// The service itself, when it sends families back to itself at once.
  fileprivate var endBackAtStart: Service.ID? {
    services.count == 1 && end == .back(to: services[0]) ? services[0] : nil
  }
}

/// A map of services with their exclusions: the condition and where families are sent.
private func sampleMap(
  _ make: ((Service.ID, [Condition.ID: [Service.ID]?]?) -> Void) -> Void
) -> SystemMap {
  var map = SystemMap(id: "sample", title: "Sample")
  make { id, exclusions in
    var service = Service(id: id, name: id.rawValue)
    service.excludes = exclusions.map { exclusions in
      exclusions.sorted { $0.key < $1.key }.map { condition, onward in
        var exclusion = Exclusion(condition: condition)
        exclusion.onward = onward
        return exclusion
      }
    }
    map.services.append(service)
  }
  return map
}

/// A map in which every service sends families with one condition to the next.
private func ring(of count: Int) -> SystemMap {
  func id(_ number: Int) -> Service.ID {
    let digits = String(number % count)
    return Service.ID("s" + String(repeating: "0", count: 5 - digits.count) + digits)
  }
  return sampleMap { add in
    for number in 0..<count { add(id(number), ["illness": [id(number + 1)]]) }
  }
}

/// A few services, whose exclusions are made at random from a seed.
private func randomMap(seed: UInt64) -> SystemMap {
  var random = SeededGenerator(seed: seed)
  let count = Int.random(in: 1...7, using: &random)
  let ids = (0..<count).map { Service.ID("s\($0)") }
  var map = SystemMap(id: "random", title: "Random")
  for id in ids.shuffled(using: &random) {
    var service = Service(id: id, name: id.rawValue)
    if Int.random(in: 0..<6, using: &random) > 0 {
      service.excludes = []
      for index in 0..<Int.random(in: 0...3, using: &random) {
        let condition: Condition.ID = Bool.random(using: &random) ? "illness" : "poverty"
        var exclusion = Exclusion(condition: condition, id: "exclusion-\(index)")
        if Int.random(in: 0..<8, using: &random) > 0 {
          exclusion.onward = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            ids.randomElement(using: &random) ?? id
          }
        }
        service.excludes?.append(exclusion)
      }
    }
    map.services.append(service)
  }
  return map
}
