public import FingerpostAnalysis
public import FingerpostModel

/// For whom help was lost or gained between two versions of a map, in few lines.
public struct CoverageDifferenceWording: Sendable {
  private let difference: CoverageDifference
  private let from: CoverageWording
  private let to: CoverageWording

  /// Takes a difference, the two maps that it compares, and the words to put it into.
  public init(
    _ difference: CoverageDifference, from: SystemMap, to: SystemMap, in words: Words = .english
  ) {
    self.difference = difference
    self.from = CoverageWording(map: from, words: words)
    self.to = CoverageWording(map: to, words: words)
  }

  /// What was lost, then what was gained, then what the map no longer says or says now, then what it
  /// has to cover now and no longer: a line for each need, its ages and areas put together.
  ///
  /// - Complexity: O(*c*²), where *c* is the number of needs, ages and areas that changed.
  public var lines: [String] {
    var lines: [String] = []
    func add(_ cells: [CoverageCell], _ wording: CoverageWording, under heading: Phrase) {
      let words = wording.words
      let start =
        difference.condition.map {
          words(.ofWhom, ["what": words(heading), "whom": wording.families($0)])
        } ?? words(heading)
      lines += wording.cells(cells, of: difference.grid)
        .map { words(.named, ["name": start, "value": $0]) }
    }
    for kind in CoverageDifference.Kind.allCases {
      let changes = difference.changes(kind)
      for answer in Answer.allCases {
        add(
          changes.filter { Answer($0.after) == answer }.map(\.cell), to,
          under: heading(kind, answer))
      }
    }
    add(difference.newCells, to, under: .newToCover)
    add(difference.goneCells, from, under: .noLongerToCover)
    return lines
  }

  private func heading(_ kind: CoverageDifference.Kind, _ answer: Answer) -> Phrase {
    switch (kind, answer) {
    case (.lost, .some): .onlySomeStillFindHelp
    case (.lost, _): .noLongerFindHelp
    case (.gained, .some): .someNowFindHelp
    case (.gained, _): .nowFindHelp
    case (.noLongerSaid, _): .helpNoLongerSaid
    case (.nowSaid, .covered): .helpNowSaid
    case (.nowSaid, .some): .helpForSomeNowSaid
    case (.nowSaid, _): .noHelpNowSaid
    }
  }

  /// An answer without the conditions of those who are helped.
  private enum Answer: CaseIterable {
    case covered
    case some
    case gap
    case notStated

    init(_ answer: CoverageAnswer) {
      self =
        switch answer {
        case .covered: .covered
        case .coveredForSome: .some
        case .gap: .gap
        case .notStated: .notStated
        }
    }
  }
}
