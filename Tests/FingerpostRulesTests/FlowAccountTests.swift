import FingerpostAnalysis
import FingerpostModel
import FingerpostSamples
import Testing

@testable import FingerpostRules

struct `A flow` {
  private static func flow(_ stages: [FlowStage], unaccounted: Stated<Quantity>) -> Flow {
    var flow = Flow(id: "flow", name: "Flow")
    flow.stages = stages
    flow.unaccounted = unaccounted
    return flow
  }

  /// A flow of three stages whose counts are small and often not exact.
  private static func random(_ generator: inout SeededGenerator) -> Flow {
    func quantity(_ most: Int) -> Quantity {
      let bounds: [Quantity.Bound] = [.exactly, .exactly, .exactly, .over, .atLeast, .upTo, .about]
      return Quantity(
        Int.random(in: 0...most, using: &generator),
        bounds[Int.random(in: 0..<bounds.count, using: &generator)])
    }
    let stages = ["one", "two", "three"].enumerated().map { place, name in
      var stage = FlowStage(id: name, name: name)
      stage.count = quantity(4 - place)
      guard place > 0 else { return stage }
      var departure = Departure(id: "left", when: "left")
      departure.count = quantity(1)
      stage.left = [departure]
      return stage
    }
    return flow(stages, unaccounted: .notStated)
  }

  /// Whether the stages add up, for each reading of all counts.
  private static func readings(of flow: Flow) -> Set<Bool> {
    let stages = flow.stages ?? []
    // No sum of the least readings is larger, so what has no end is tried far enough.
    let limit = 10
    func all(_ quantity: Quantity?) -> [Int] {
      `A count with a bound`.readings(of: quantity, upTo: limit)
    }
    let left = stages.dropFirst().map { all($0.left?.first?.count) }
    var found: Set<Bool> = []
    for first in all(stages[0].count) {
      for second in all(stages[1].count) {
        for third in all(stages[2].count) {
          for one in left[0] {
            for two in left[1] {
              found.insert(first == second + one && second == third + two)
            }
          }
        }
      }
    }
    return found
  }

  @Test(arguments: 1...400)
  func `fails when no reading adds up, and passes when every one does`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let flow = Self.random(&generator)
    let answers = FlowAccount(of: flow).answers
    let fails = answers.contains { answer in
      switch answer {
      case .lacks, .hasTooMany: true
      default: false
      }
    }
    let readings = Self.readings(of: flow)
    #expect(fails == (readings == [false]), "\(answers)")
    #expect(answers.allSatisfy { $0 == .addsUp } == (readings == [true]), "\(answers)")
  }

  private func stage(
    _ name: String, _ count: Quantity?, still: Quantity? = nil, left: [Quantity?]? = nil
  ) -> FlowStage {
    var stage = FlowStage(id: name, name: name)
    stage.count = count
    stage.stillBefore = still
    stage.left = left?.enumerated().map { place, count in
      var departure = Departure(id: "\(place)", when: "\(place)")
      departure.count = count
      return departure
    }
    return stage
  }

  @Test func `lacks whoever neither went on nor left nor is still there`() {
    let stages = [
      stage("Attended", Quantity(9)),
      stage("Graduated", Quantity(5), left: [Quantity(1), Quantity(2)]),
    ]
    #expect(
      FlowAccount(of: Self.flow(stages, unaccounted: .notStated)).answers
        == [.lacks(CountRange(1))])
    let stated = FlowAccount(of: Self.flow(stages, unaccounted: .stated(Quantity(1))))
    #expect(stated.answers == [.addsUpButForUnaccounted])
    #expect(stated.agreesWithUnaccounted == true)
    for other in [Stated.none, .stated(Quantity(2))] {
      let account = FlowAccount(of: Self.flow(stages, unaccounted: other))
      #expect(account.answers == [.lacks(CountRange(1))])
      #expect(account.agreesWithUnaccounted == false)
    }
    let about = FlowAccount(of: Self.flow(stages, unaccounted: .stated(Quantity(2, .about))))
    #expect(about.answers == [.dependsOnBounds])
  }

  @Test func `that does not say who left leaves that open`() {
    let flow = Self.flow(
      [stage("Invited", Quantity(75)), stage("Booked", Quantity(9)), stage("Came", Quantity(9))],
      unaccounted: .notStated)
    #expect(FlowAccount(of: flow).answers == [.withoutDepartures, .addsUp])
    let vague = Self.flow(
      [stage("Invited", Quantity(75)), stage("Booked", Quantity(9), left: [nil])],
      unaccounted: .notStated)
    #expect(FlowAccount(of: vague).answers == [.withoutDepartures])
    let uncounted = Self.flow(
      [stage("Invited", Quantity(75)), stage("Booked", nil, left: [Quantity(3)])],
      unaccounted: .notStated)
    #expect(FlowAccount(of: uncounted).answers == [.withoutCount])
  }

  @Test func `counts nobody twice`() {
    let flow = Self.flow(
      [
        stage("Came", Quantity(9)),
        stage("Finished", Quantity(5), still: Quantity(3), left: [Quantity(2)]),
      ], unaccounted: .stated(Quantity(1)))
    #expect(FlowAccount(of: flow).answers == [.hasTooMany(CountRange(1))])
  }
}
