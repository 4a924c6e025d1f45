import FingerpostAnalysis
import FingerpostModel
import FingerpostSamples

/// What each service and route of a national atlas is worth, beside closing them one at a time.
///
/// The plain way closes a service or route, covers the map anew, and asks for each covered cell how
/// long its way has become. It would take ten minutes for the atlas, so it is timed on one map; its
/// answers are compared first.
struct ImpactBenchmark {
  private let date = CalendarDate("2026-11-01") ?? .earliest

  func run() throws {
    let atlas = GeneratedSystem.nationalAtlas()
    let coverages = try atlas.map { try Coverage(of: $0, on: date) }
    let clock = ContinuousClock()
    var counts = (single: 0, lost: 0, longer: 0)
    let ours = clock.measure {
      for coverage in coverages {
        let impact = Impact(of: coverage)
        counts.single += impact.services.count { $0.isSinglePoint }
        counts.lost += impact.services.reduce(0) { $0 + $1.lostCount }
        counts.longer += impact.services.reduce(0) { $0 + $1.longer.count }
      }
    }
    print(
      "impact of \(atlas.reduce(0) { $0 + $1.services.count }) services and "
        + "\(atlas.reduce(0) { $0 + $1.routes.count { $0.kind.movesFamily } }) routes that move "
        + "families, in \(atlas.count) maps: \(ours.inSeconds) s (limit 60); \(counts.single) "
        + "single points of failure, \(counts.lost) losses, \(counts.longer) longer ways")

    let coverage = coverages[0]
    let impact = Impact(of: coverage)
    let own = clock.measure { _ = Impact(of: coverage) }
    var isSame = true
    let plain = clock.measure {
      let before = Answers(coverage)
      for service in impact.services {
        isSame = isSame && before.agrees(coverage.without(services: [service.id]), service)
      }
      for route in impact.routes {
        isSame =
          isSame && before.agrees(coverage.without(services: [], routes: [route.id]), route)
      }
    }
    guard isSame else {
      print("  closing one at a time answers otherwise: FAILS")
      return
    }
    print(
      "  closing one at a time, in one map: the same answers in \(plain.inSeconds) s, by one pass in "
        + "\(own.inSeconds) s; ratio \((own / plain * 100_000).rounded() / 100_000) (limit 1)")
  }

  /// All answers of a coverage, and the hand-offs of what is covered.
  private struct Answers {
    private let answers: [CoverageAnswer]
    private let handOffs: [Int?]

    init(_ coverage: Coverage) {
      let cells = coverage.grid.cells
      var answers: [CoverageAnswer] = []
      var handOffs: [Int?] = []
      for condition in [nil] + coverage.conditions.map(Optional.some) {
        let some = coverage.answers(condition: condition)
        answers += some
        handOffs += zip(cells, some).map { cell, answer in
          answer == .covered ? coverage.way(for: cell, condition: condition)?.handOffs : nil
        }
      }
      (self.answers, self.handOffs) = (answers, handOffs)
    }

    /// Whether an impact counts what a coverage without its element has lost.
    func agrees<Element>(_ without: Coverage, _ impact: ElementImpact<Element>) -> Bool {
      let after = Answers(without)
      var (gaps, doubts, longer) = (0, 0, 0)
      for place in answers.indices where answers[place] == .covered {
        switch after.answers[place] {
        case .covered: longer += handOffs[place] == after.handOffs[place] ? 0 : 1
        case .notStated: doubts += 1
        case .gap, .coveredForSome: gaps += 1
        }
      }
      return gaps == impact.lostToGap.count && doubts == impact.lostToDoubt.count
        && longer == impact.longer.count
    }
  }
}

extension Duration {
  /// Seconds, to three places.
  fileprivate var inSeconds: Double { (self / .seconds(1) * 1000).rounded() / 1000 }
}
