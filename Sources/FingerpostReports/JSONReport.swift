import FingerpostModel
import FingerpostRules

/// A report for programs, as `docs/check-report.schema.json` describes it.
struct JSONReport: ReportWriter {
  /// The version of the schema: raised when a reader of the old one would misread the new one.
  static let version = 1

  private let settings: ReportSettings
  private var totals = CheckTotals()
  private var rules: Set<RuleID> = []

  init(_ settings: ReportSettings) { self.settings = settings }

  mutating func beginning() -> String {
    let settings = JSONValue.members([
      "fail-on": .string(settings.failOn.rawValue),
      "strict": .bool(settings.isStrict),
      "baseline": .bool(settings.hasBaseline),
    ])
    return """
      {
        "fingerpost-report": \(Self.version),
        "settings": \(settings.text(depth: 1)),
        "maps": [
      """
  }

  mutating func part(about map: MapReport) -> String {
    rules.formUnion(map.rules)
    let isFirst = totals.maps == 0
    totals.add(CheckTotals(map, settings))
    return (isFirst ? "\n    " : ",\n    ") + value(of: map).text(depth: 2)
  }

  mutating func ending() -> String {
    let rules = JSONValue.array(RuleID.allCases.filter(rules.contains).map { value(of: $0.rule) })
    let summary = JSONValue.members([
      "outcome": .string(totals.outcome.rawValue),
      "maps": .integer(totals.maps),
      "errors": .integer(totals.problems[.error, default: 0]),
      "warnings": .integer(totals.problems[.warning, default: 0]),
      "notes": .integer(totals.problems[.note, default: 0]),
      "known": .integer(totals.known),
      "accepted": .integer(totals.accepted),
      "questions": .integer(totals.questions),
      "mended": .integer(totals.mended),
    ])
    return """

        ],
        "rules": \(rules.text(depth: 1)),
        "summary": \(summary.text(depth: 1))
      }

      """
  }

  // MARK: - Values

  private func value(of map: MapReport) -> JSONValue {
    let findings =
      map.findings.map { value(of: $0, "new") } + map.known.map { value(of: $0, "known") }
      + map.accepted.map { value(of: $0.finding, "accepted", $0.exception) }
    let questions =
      map.questions.map { value(of: $0, "new") } + map.knownQuestions.map { value(of: $0, "known") }
    let tallies = RuleID.allCases.compactMap { id in
      map.tallies[id].map { tally in
        JSONValue.members([
          "rule": .string(id.rawValue), "passes": .integer(tally.passes),
          "fails": .integer(tally.fails), "questions": .integer(tally.questions),
        ])
      }
    }
    return .members([
      "id": JSONValue(map.heading?.id),
      "title": JSONValue(map.heading?.title),
      "as-of": JSONValue(map.heading?.asOf?.description),
      "checked-on": JSONValue(map.heading?.date.description),
      "files": .strings(map.files),
      "profiles": .array(
        (map.heading?.profiles ?? []).map {
          .members(["id": .string($0.id), "title": .string($0.title)])
        }),
      "outcome": .string(map.outcome(settings).rawValue),
      "findings": .array(findings),
      "questions": .array(questions),
      "diagnostics": .array(
        map.diagnostics.map {
          .members([
            "severity": .string($0.severity.rawValue), "category": .string($0.category.rawValue),
            "message": .string($0.message), "location": value(of: $0.location),
          ])
        }),
      "tallies": .array(tallies),
      "mended": .array(map.mended.map(\.value)),
    ])
  }

  private func value(
    of finding: Finding, _ state: String, _ exception: AcceptedException? = nil
  ) -> JSONValue {
    .members([
      "state": .string(state),
      "rule": .string(finding.rule),
      "severity": .string(finding.severity.rawValue),
      "element": .string(finding.element.description),
      "detail": .string(finding.detail),
      "location": value(of: finding.location),
      "message": .string(finding.message),
      "evidence": .strings(finding.evidence),
      "remedy": .string(finding.remedy),
      "exception": exception.map {
        .members([
          "reason": .string($0.reason), "owner": .string($0.owner),
          "until": .string($0.until.description),
        ])
      },
    ])
  }

  private func value(of question: OpenQuestion, _ state: String) -> JSONValue {
    .members([
      "state": .string(state),
      "rule": .string(question.rule),
      "severity": .string(question.severity.rawValue),
      "element": .string(question.element.description),
      "name": .string(question.name),
      "location": value(of: question.location),
      "message": .string(question.message),
      "key": .string(question.question.key),
    ])
  }

  private func value(of location: SourceLocation?) -> JSONValue {
    guard let location else { return .null }
    return .members([
      "file": .string(location.file), "line": .integer(location.line),
      "column": .integer(location.column),
    ])
  }

  private func value(of rule: any Rule) -> JSONValue {
    .members([
      "id": .string(rule.id.rawValue),
      "group": .string(rule.group.rawValue),
      "summary": .string(rule.summary),
      "obligation": .string(rule.obligation.rawValue),
      "safety": .bool(rule.isAboutSafety),
      "severity": .string(rule.severity.rawValue),
      "remedy": .string(rule.remedy),
      "authority": .array(
        rule.authority.map {
          .members([
            "source": .string($0.source.rawValue), "title": .string($0.source.title),
            "place": JSONValue($0.place), "says": .string($0.says),
          ])
        }),
    ])
  }
}
