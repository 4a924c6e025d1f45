public import FingerpostModel

/// What changed between two checks of a map: what is new, and how much was mended or answered.
///
/// Findings are told apart by their rule, element and severity, and never by their line or wording,
/// so that text can be moved about without making anything new.
public struct CheckChange: Sendable {
  /// What the rules find now and did not find before, as the newer report orders it.
  public let findings: [Finding]
  /// What the reader reports now and did not report before.
  public let diagnostics: [Diagnostic]
  /// How many problems of the older check are gone.
  public let mended: Int
  /// The open questions that were not there before.
  public let newQuestions: [OpenQuestion]
  /// How many open questions of the older check are gone.
  public let answered: Int

  private let totals: CheckTotals
  private let isFirst: Bool

  /// The most new problems that are told with their place.
  private static let most = 10

  /// Compares two reports on a map.
  ///
  /// - Parameters:
  ///   - old: The earlier one; `nil` when the map was never checked before, so that all is new.
  ///   - new: The later one.
  ///   - settings: How the reports were asked for.
  /// - Complexity: O(*n*) for *n* findings and questions.
  public init(from old: MapReport?, to new: MapReport, _ settings: ReportSettings) {
    var before = Counted(old?.findings.map { FindingKey($0) } ?? [])
    findings = new.findings.filter { !before.take(FindingKey($0)) }
    var reported = Counted(old?.diagnostics.map { DiagnosticKey($0) } ?? [])
    diagnostics = new.diagnostics.filter { !reported.take(DiagnosticKey($0)) }
    mended = before.left + reported.left
    var asked = Counted(old?.questions.map { QuestionKey($0) } ?? [])
    newQuestions = new.questions.filter { !asked.take(QuestionKey($0)) }
    answered = asked.left
    totals = CheckTotals(new, settings)
    isFirst = old == nil
  }

  /// How many open questions there are that were not there before.
  public var questions: Int { newQuestions.count }

  /// Whether there is nothing new, and nothing mended or answered.
  public var isEmpty: Bool {
    findings.isEmpty && diagnostics.isEmpty && mended == 0 && questions == 0 && answered == 0
  }

  /// `1 new warning, 2 mended; in all 3 errors, 12 warnings, 5 open questions`; only the latter for a
  /// map that was never checked before.
  public var inWords: String {
    let all = totals.inWords
    guard !isFirst else { return all.isEmpty ? "nothing to mend" : all }
    var parts: [String] = []
    for severity in Severity.allCases.reversed() {
      let count =
        findings.count { $0.severity == severity }
        + diagnostics.count { $0.severity == severity }
      if count > 0 {
        parts.append("\(count) new \(count == 1 ? severity.noun.one : severity.noun.many)")
      }
    }
    if mended > 0 { parts.append("\(mended) mended") }
    if questions > 0 { parts.append(Noun("new open question").counted(questions)) }
    if answered > 0 { parts.append(Noun("question").counted(answered) + " answered") }
    return (parts.isEmpty ? "nothing new" : parts.joined(separator: ", "))
      + (all.isEmpty ? "; nothing to mend" : "; in all \(all)")
  }

  /// The new problems, each with its place, and the findings with how to mend them.
  ///
  /// After ten they are counted.
  public var lines: [String] {
    var lines: [String] = []
    for diagnostic in diagnostics.prefix(Self.most) {
      lines.append(diagnostic.description.onOneLine)
    }
    for finding in findings.prefix(Self.most - min(Self.most, diagnostics.count)) {
      let place = finding.location.map { "\($0): " } ?? ""
      lines.append(
        "\(place)\(finding.severity.rawValue): \(finding.message) [\(finding.rule)]".onOneLine)
      lines.append("    To mend it: \(finding.remedy)".onOneLine)
    }
    let more = findings.count + diagnostics.count - Self.most
    if more > 0 { lines.append("… and \(more) more; `fingerpost check` shows all.") }
    return lines
  }
}

/// What makes a finding the same in two checks.
private struct FindingKey: Hashable {
  let rule: String
  let severity: Severity
  let element: ElementID
  let detail: String

  init(_ finding: Finding) {
    (rule, severity) = (finding.rule, finding.severity)
    (element, detail) = (finding.element, finding.detail)
  }
}

/// What makes something that the reader reported the same in two checks.
private struct DiagnosticKey: Hashable {
  let severity: Severity
  let category: Diagnostic.Category
  let message: String

  init(_ diagnostic: Diagnostic) {
    (severity, category) = (diagnostic.severity, diagnostic.category)
    message = diagnostic.message
  }
}

/// What makes an open question the same in two checks.
private struct QuestionKey: Hashable {
  let rule: String
  let element: ElementID
  let key: String

  init(_ question: OpenQuestion) {
    (rule, element, key) = (question.rule, question.element, question.question.key)
  }
}

/// How often each of some things is there.
private struct Counted<Key: Hashable> {
  private var counts: [Key: Int] = [:]
  /// How many have not been taken.
  private(set) var left = 0

  init(_ keys: [Key]) {
    for key in keys { counts[key, default: 0] += 1 }
    left = keys.count
  }

  /// Takes one away; whether there was one.
  mutating func take(_ key: Key) -> Bool {
    guard let count = counts[key], count > 0 else { return false }
    counts[key] = count - 1
    left -= 1
    return true
  }
}
