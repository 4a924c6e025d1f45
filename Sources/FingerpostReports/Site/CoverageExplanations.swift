import FingerpostAnalysis
import FingerpostModel

/// Why each cell of coverage is as it is, and what would help: the same text once.
struct CoverageExplanations {
  /// What there is to say of some cells of one need.
  struct Explanation {
    let answer: CoverageMatrix.Answer
    let lines: [PaperLine]
    /// The services of the way, for pictures to show; empty where there is none.
    let way: [Service.ID]
    var cells: [CoverageCell]
  }

  /// Every explanation, in the order of the grid.
  private(set) var all: [Explanation] = []
  /// The place in `all` of each cell's, in the order of the grid.
  private(set) var places: [Int] = []

  /// The anchor of an explanation.
  static func anchor(of place: Int) -> String { "cell-\(place + 1)" }

  init(of material: PaperMaterial) {
    var known: [[String]: Int] = [:]
    for entry in material.coverage.entries {
      let answer = CoverageMatrix.Answer(entry)
      let lines = Self.lines(entry, material)
      let key = [entry.cell.need.rawValue, "\(answer)"] + lines
      if let place = known[key] {
        all[place].cells.append(entry.cell)
        places.append(place)
        continue
      }
      known[key] = all.count
      places.append(all.count)
      all.append(
        Explanation(
          answer: answer, lines: lines.map { PaperLine(said: $0) },
          way: entry.way?.services ?? entry.possible?.way.services ?? [], cells: [entry.cell]))
    }
  }

  private static func lines(
    _ entry: CoverageReport.Entry, _ material: PaperMaterial
  ) -> [String] {
    let (words, wording) = (material.words, material.coverageWording)
    var lines: [String] = []
    switch entry.answer {
    case .covered:
      if let way = entry.way {
        lines.append(words(.cellCovered, ["way": wording.way(way.services)]))
      }
      lines += entry.flags.map { wording.flag($0, waitOver: material.coverage.longestWait) }
    case .coveredForSome(let conditions):
      lines.append(words(.helpedAre, ["list": wording.names(of: conditions)]))
    case .gap:
      if let gap = entry.gap {
        lines.append(wording.reason(gap))
        let stops = wording.stops(gap.stops, atMost: 10)
        if !stops.isEmpty {
          lines.append(words(.wayStops, ["where": stops.joined(separator: "; ")]))
        }
      }
    case .notStated:
      if let possible = entry.possible {
        lines.append(words(.cellPossible, ["way": wording.way(possible.way.services)]))
        // Several facts of another map are one question.
        for fact in possible.missing {
          let line = words(.cellAsk, ["question": wording.question(fact)])
          if !lines.contains(line) { lines.append(line) }
        }
      }
    }
    switch entry.answer {
    case .gap, .coveredForSome:
      lines += entry.repairs.map { wording.repair($0) }
      if entry.repairs.isEmpty { lines.append(words(.noActionKnown)) }
    case .covered, .notStated: break
    }
    return lines
  }
}
