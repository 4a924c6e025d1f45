public import FingerpostAnalysis
public import FingerpostModel

/// Which families of a map find help, with all that there is to say of each cell.
public struct CoverageReport: Sendable {
  /// What is known of one need, age and area.
  public struct Entry: Sendable {
    /// The need, ages and area.
    public let cell: CoverageCell
    /// What the map says.
    public let answer: CoverageAnswer
    /// The way through, when the cell is covered.
    public let way: RouteGraph.Way?
    /// Reasons to look twice, when it is covered.
    public let flags: [CoverageFlag]
    /// Why there is no help, when there is none.
    public let gap: CoverageGap?
    /// What would mend that, the cheapest first.
    public let repairs: [CoverageRepair]
    /// The way that there may be, when the map does not say.
    public let possible: Coverage.PossibleWay?
  }

  /// How families with a condition fare beside those without any.
  public struct Layer: Sendable {
    /// The condition.
    public let condition: Condition.ID
    /// How many cells are covered for others and a gap for them.
    public let furtherGaps: Int
  }

  /// The map.
  public let map: SystemMap
  /// The grid that was asked.
  public let grid: CoverageGrid
  /// The date it is about.
  public let date: CalendarDate
  /// The condition that families have; `nil` for none.
  public let condition: Condition.ID?
  /// Every cell, in the order of the grid.
  public let entries: [Entry]
  /// The layers of conditions for which more cells are gaps; empty when one is asked about itself.
  public let layers: [Layer]
  /// The date by which things end, if that was asked.
  public let endDate: CalendarDate?
  /// What ends by then.
  public let endings: CoverageEndings?
  /// The longest wait that is not remarked upon.
  public let longestWait: TimeSpan

  /// Finds out all that there is to say.
  ///
  /// - Parameters:
  ///   - map: The map that the coverage is of.
  ///   - coverage: Its coverage.
  ///   - condition: The condition that families have; `nil` for none.
  ///   - endDate: A date by which to say what ends.
  ///   - longestWait: The longest wait that is not remarked upon.
  /// - Complexity: A few searches of the map for each cell.
  public init(
    of map: SystemMap, _ coverage: Coverage, condition: Condition.ID? = nil,
    whatEndsBy endDate: CalendarDate? = nil, waitOver longestWait: TimeSpan = Coverage.longestWait
  ) {
    self.map = map
    self.condition = condition
    self.endDate = endDate
    self.longestWait = longestWait
    grid = coverage.grid
    date = coverage.date
    let answers = coverage.answers(condition: condition)
    entries = zip(grid.cells, answers).map { cell, answer in
      let isGap =
        switch answer {
        case .gap, .coveredForSome: true
        case .covered, .notStated: false
        }
      return Entry(
        cell: cell, answer: answer,
        way: answer == .covered ? coverage.way(for: cell, condition: condition) : nil,
        flags: answer == .covered
          ? coverage.flags(for: cell, condition: condition, waitOver: longestWait) : [],
        gap: isGap ? coverage.gap(at: cell, condition: condition) : nil,
        repairs: isGap ? coverage.repairs(for: cell, condition: condition) : [],
        possible: answer == .notStated ? coverage.possibleWay(for: cell, condition: condition) : nil
      )
    }
    layers =
      condition != nil
      ? []
      : coverage.conditions.map { layer in
        let others = coverage.answers(condition: layer)
        return Layer(
          condition: layer,
          furtherGaps: zip(answers, others).count { $0 == .covered && $1 == .gap })
      }
    endings = endDate.map { coverage.endings(by: $0, condition: condition) }
  }

  /// What coverage says of the map, in English: commands speak no other language.
  var wording: CoverageWording { CoverageWording(map: map, words: .english) }

  /// How many cells have an answer.
  func count(where isCounted: (CoverageAnswer) -> Bool) -> Int {
    entries.count { isCounted($0.answer) }
  }
}

extension CoverageGrid.UnstatedScope {
  /// What to state so that there is a matrix, in a sentence.
  public var explanation: String {
    let parts = missing.map { part in
      switch part {
      case .needs: "which needs it must cover (`scope: needs`)"
      case .ages: "from which age to which (`scope: ages`, with `from` and `to`)"
      case .areas: "in which areas (`scope: areas`)"
      }
    }
    return
      "the map does not say \(Words.english.alternatives(parts)); state it, and coverage can be asked"
  }
}
