public import FingerpostAnalysis
public import FingerpostModel

/// For whom help was lost or gained between two versions of a map, in few lines.
public struct CoverageDifferenceWording: Sendable {
  private let difference: CoverageDifference
  private let from: CoverageWording
  private let to: CoverageWording

  /// Takes a difference and the two maps that it compares.
  public init(_ difference: CoverageDifference, from: SystemMap, to: SystemMap) {
    self.difference = difference
    self.from = CoverageWording(map: from)
    self.to = CoverageWording(map: to)
  }

  /// What was lost, then what was gained, then what the map no longer says or says now, then what it
  /// has to cover now and no longer: a line for each need, its ages and areas put together.
  ///
  /// - Complexity: O(*c*²), where *c* is the number of needs, ages and areas that changed.
  public var lines: [String] {
    let whom = difference.condition.map { ", of \(to.families($0))" } ?? ""
    var lines: [String] = []
    for kind in CoverageDifference.Kind.allCases {
      let changes = difference.changes(kind)
      for answer in Answer.allCases {
        let cells = changes.filter { Answer($0.after) == answer }.map(\.cell)
        lines += to.cells(cells, of: difference.grid)
          .map { "\(heading(kind, answer))\(whom): \($0)" }
      }
    }
    lines += to.cells(difference.newCells, of: difference.grid)
      .map { "New in what the map must cover\(whom): \($0)" }
    lines += from.cells(difference.goneCells, of: difference.grid)
      .map { "No longer in what the map must cover\(whom): \($0)" }
    return lines
  }

  private func heading(_ kind: CoverageDifference.Kind, _ answer: Answer) -> String {
    switch (kind, answer) {
    case (.lost, .some): "Only some families still find help"
    case (.lost, _): "Families no longer find help"
    case (.gained, .some): "Some families now find help"
    case (.gained, _): "Families now find help"
    case (.noLongerSaid, _): "The map no longer says whether families find help"
    case (.nowSaid, .covered): "The map now says that families find help"
    case (.nowSaid, .some): "The map now says that some families find help"
    case (.nowSaid, _): "The map now says that families find no help"
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
