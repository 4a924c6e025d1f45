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
