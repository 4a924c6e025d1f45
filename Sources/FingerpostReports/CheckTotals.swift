public import FingerpostModel

/// What a check found, counted over one map or several.
public struct CheckTotals: Hashable, Sendable {
  /// How many maps there are.
  public var maps = 0
  /// How many maps ended in each way.
  public var outcomes: [CheckOutcome: Int] = [:]
  /// How many problems there are of each severity: findings, and what the reader reported.
  public var problems: [Severity: Int] = [:]
  /// How many findings stand in the baseline.
  public var known = 0
  /// How many findings are accepted for a while.
  public var accepted = 0
  /// How many open questions there are: the same about several elements is one.
  public var questions = 0
  /// How many entries of the baseline match nothing any more.
  public var mended = 0

  /// Counts nothing yet.
  public init() {}

  /// Counts one map.
  public init(_ map: MapReport, _ settings: ReportSettings) {
    maps = 1
    outcomes = [map.outcome(settings): 1]
    for finding in map.findings { problems[finding.severity, default: 0] += 1 }
    for diagnostic in map.diagnostics { problems[diagnostic.severity, default: 0] += 1 }
    known = map.known.count + map.knownQuestions.count
    accepted = map.accepted.count
    questions = Set(map.questions.map(\.question)).count
    mended = map.mended.count
  }

  /// Adds what was counted elsewhere.
  public mutating func add(_ other: CheckTotals) {
    maps += other.maps
    outcomes.merge(other.outcomes, uniquingKeysWith: +)
    problems.merge(other.problems, uniquingKeysWith: +)
    known += other.known
    accepted += other.accepted
    questions += other.questions
    mended += other.mended
  }

  /// The worst way in which a map ended.
  public var outcome: CheckOutcome { outcomes.filter { $0.value > 0 }.keys.max() ?? .sound }

  /// `2 errors, 1 warning, 16 open questions`; empty when there is nothing to count.
  public var inWords: String {
    var parts: [String] = []
    for severity in Severity.allCases.reversed() {
      let count = problems[severity, default: 0]
      if count > 0 { parts.append(severity.noun.counted(count)) }
    }
    if known > 0 { parts.append("\(known) known from the baseline") }
    if accepted > 0 { parts.append(Noun("accepted exception").counted(accepted)) }
    if questions > 0 { parts.append(Noun("open question").counted(questions)) }
    return parts.joined(separator: ", ")
  }
}

extension MapReport {
  /// One line on what was checked and how it ended, without the files.
  func verdict(_ totals: CheckTotals) -> String {
    let counts = totals.inWords
    guard let heading else {
      let problems = Noun("problem").counted(diagnostics.count)
      return "cannot be read as a map, \(problems)"
    }
    let start = "\(heading.title) (\(heading.content)): "
    return switch totals.outcome {
    case .sound: start + "sound" + (counts.isEmpty ? "" : ", with " + counts)
    case .failing, .unreadable: start + "to be mended, " + counts
    }
  }
}
