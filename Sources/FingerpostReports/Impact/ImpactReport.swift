public import FingerpostAnalysis
public import FingerpostModel

/// What help depends on in a map: its services and routes, those first without which most is lost.
public struct ImpactReport: Sendable {
  /// The map.
  public let map: SystemMap
  /// The date it is about.
  public let date: CalendarDate
  /// What would be lost without each service and route.
  public let impact: Impact
  let grid: CoverageGrid
  /// In how many combinations of need, age and area families without a condition find help.
  let coveredCount: Int
  let words: Words

  /// Finds out what help depends on.
  ///
  /// - Parameters:
  ///   - map: The map that the coverage is of.
  ///   - coverage: Its coverage.
  ///   - words: What it is said in.
  /// - Complexity: That of `Impact`.
  public init(of map: SystemMap, _ coverage: Coverage, words: Words = .english) {
    self.map = map
    self.words = words
    date = coverage.date
    grid = coverage.grid
    coveredCount = coverage.answers().count { $0 == .covered }
    impact = Impact(of: coverage)
  }

  var wording: CoverageWording { CoverageWording(map: map, words: words) }

  /// Reports in a form, one after another; JSON is one object.
  ///
  /// - Parameters:
  ///   - reports: The reports.
  ///   - format: The form.
  ///   - most: How many services and how many routes people are shown; JSON has all.
  /// - Returns: The text.
  public static func text(
    of reports: [ImpactReport], as format: DifferenceFormat, top most: Int
  ) -> String {
    switch format {
    case .text: reports.map { $0.text(top: most) }.joined(separator: "\n")
    case .markdown: reports.map { $0.markdown(top: most) }.joined(separator: "\n")
    case .json:
      JSONValue.members([
        // Raised when a reader of the old form would misread the new one.
        "fingerpost-impact": .integer(1), "maps": .array(reports.map(\.json)),
      ]).text() + "\n"
    }
  }
}

/// Questions of which something is lost, counted and told for people.
struct ImpactLoss {
  /// Of families without a condition.
  let plain: [CoverageCell]
  /// Of families with a condition, where others are not concerned, each once.
  let others: [(condition: Condition.ID, cells: [CoverageCell])]

  init(_ questions: [Impact.Question]) {
    plain = questions.filter { $0.condition == nil }.map(\.cell)
    let known = Set(plain)
    let rest = questions.filter { !known.contains($0.cell) }
    var order: [Condition.ID] = []
    var cells: [Condition.ID: [CoverageCell]] = [:]
    for question in rest {
      guard let condition = question.condition else { continue }
      if cells[condition] == nil { order.append(condition) }
      cells[condition, default: []].append(question.cell)
    }
    others = order.map { ($0, cells[$0] ?? []) }
  }

  /// The combinations of need, age and area in which only families with some condition are concerned.
  var otherCount: Int { Set(others.flatMap(\.cells)).count }
}
