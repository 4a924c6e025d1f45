public import FingerpostAnalysis
public import FingerpostModel

/// What would follow for families, boards and standards if a map became one that somebody thinks of.
public struct ScenarioReport: Sendable {
  /// What the scenario is called; `nil` when it has no title.
  public let title: String?
  /// What is assumed, in sentences without a full stop.
  public let assumptions: [String]
  /// What would be otherwise on the map.
  public let difference: MapDifference
  /// The day for which both maps are looked at.
  public let date: CalendarDate
  /// What families and boards would notice; of families nothing where `unstated` says why.
  public let effect: ScenarioEffect
  /// Why it cannot be said which families find help; `nil` when it can.
  public let unstated: CoverageGrid.UnstatedScope?
  /// What a check finds in one of the maps only.
  public let check: CheckDifference
  /// What it is said in.
  public let words: Words
  /// The needs, ages and areas of both.
  let grid: CoverageGrid
  /// In how many combinations of these families without a condition find help on the map as it is.
  let coveredCount: Int

  /// Finds out what would follow.
  ///
  /// - Parameters:
  ///   - title: What the scenario is called.
  ///   - assumptions: What is assumed, in sentences without a full stop.
  ///   - from: The map as it is, as the readers may see it, with what a check of it found.
  ///   - to: The map that would be, likewise.
  ///   - date: The day of the checks, and for which help is looked for.
  ///   - words: What it is said in.
  /// - Complexity: That of `ScenarioEffect`.
  public init(
    title: String?, assumptions: [String], from: (map: SystemMap, check: MapReport),
    to: (map: SystemMap, check: MapReport), on date: CalendarDate, words: Words
  ) {
    self.title = title
    self.assumptions = assumptions
    self.date = date
    self.words = words
    difference = MapDifference(from: from.map, to: to.map)
    check = CheckDifference(from: from.check, to: to.check, difference: difference)
    var before: Coverage
    var after: Coverage
    do throws(CoverageGrid.UnstatedScope) {
      before = try Coverage(of: from.map, on: date)
      after = try Coverage(of: to.map, on: date)
      unstated = nil
    } catch {
      // Boards and routes can be spoken of all the same.
      let nothing = CoverageGrid(needs: [], bands: [], areas: [])
      before = Coverage(of: from.map, over: nothing, on: date)
      after = Coverage(of: to.map, over: nothing, on: date)
      unstated = error
    }
    effect = ScenarioEffect(of: before, becoming: after)
    grid = CoverageDifference(from: before, to: after).grid
    let old = Coverage(of: from.map, over: grid, on: date)
    coveredCount = before.grid.cellCount == 0 ? 0 : old.answers().count { $0 == .covered }
  }

  /// The map as it is.
  var map: SystemMap { difference.from }

  /// What is assumed, within a sentence: the title, or the first assumptions.
  public var assumption: String {
    if let title { return title.onOneLine }
    let first = assumptions.prefix { $0.count <= Self.longestAssumption }.prefix(2)
    let rest = assumptions.count - first.count
    return words.list(first + (rest > 0 ? [words(.moreNames, rest)] : []))
  }

  /// Longer ones are not said within a sentence.
  private static let longestAssumption = 100

  /// The report in a form.
  public func text(as format: DifferenceFormat) -> String {
    switch format {
    case .text: text
    case .markdown: markdown
    case .json: json
    }
  }
}
