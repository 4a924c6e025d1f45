import FingerpostAnalysis
import FingerpostModel

/// What changed, for programs, as `docs/difference-report.schema.json` describes it.
struct DifferenceJSON {
  /// The version of the schema: raised when a reader of the old one would misread the new one.
  static let version = 1

  let report: VersionsReport

  init(_ report: VersionsReport) { self.report = report }

  var text: String {
    JSONValue.members([
      "fingerpost-difference": .integer(Self.version),
      "from": .string(report.from),
      "to": .string(report.to),
      "changed": .bool(!report.isEmpty),
      "maps": .array(report.maps.map(value)),
    ]).text() + "\n"
  }

  private func value(of map: DifferenceReport) -> JSONValue {
    let wording = DifferenceWording(map.difference, in: map.words)
    return .members([
      "id": .string(map.map.id.rawValue),
      "title": .string(map.map.title),
      "state": .string(map.state.rawValue),
      "changed": .bool(!map.isEmpty),
      "on": .string(map.date.description),
      "changes": .array(map.difference.changes.map { value(of: $0, wording) }),
      "ambiguous": .array(
        map.difference.ambiguous.map { group in
          .members([
            "gone": .strings(group.gone.map(\.description)),
            "new": .strings(group.new.map(\.description)),
            "sentence": .string(wording.line(for: group)),
          ])
        }),
      "coverage": map.coverage.map { value(of: $0, map.difference) } ?? .null,
      "findings": map.check.map { .array(Self.findings(of: $0)) } ?? .null,
      "questions": map.check.map { Self.questions(of: $0) } ?? .null,
    ])
  }

  // MARK: - Elements

  private func value(
    of change: ElementChange, _ wording: DifferenceWording
  ) -> JSONValue {
    .members([
      "group": .string(DifferenceGroup(change.element).rawValue),
      "kind": .string(change.kind.rawValue),
      "before": JSONValue(change.before?.description),
      "after": JSONValue(change.after?.description),
      "fields": .array(
        change.fields.map { field in
          .members([
            "key": .string(field.key),
            "remark": .bool(field.isRemark),
            "before": value(of: field.before),
            "after": value(of: field.after),
          ])
        }),
      "sentences": .strings(wording.lines(for: change)),
    ])
  }

  /// Null where the map does not say; `{"none": true}` where it says that there is none.
  private func value(of statement: Statement) -> JSONValue {
    switch statement {
    case .notStated: .null
    case .none: .members(["none": .bool(true)])
    case .absent: .members(["absent": .bool(true)])
    default: .members(["stated": .string(statement.description)])
    }
  }

  // MARK: - Coverage

  private func value(
    of coverage: CoverageChanges, _ difference: MapDifference
  ) -> JSONValue {
    .array(
      coverage.differences.map { change in
        .members([
          "condition": JSONValue(change.condition?.rawValue),
          "changes": .array(
            change.changes.map { cell in
              func way(_ version: CoverageChanges.Version) -> JSONValue {
                coverage.way(version, for: cell, change.condition, difference)
                  .map { .strings($0.services.map(\.rawValue)) } ?? .null
              }
              return .members([
                "place": Self.value(of: cell.cell),
                "kind": .string(cell.kind.word),
                "before": Self.value(of: cell.before),
                "after": Self.value(of: cell.after),
                "way-before": way(.before),
                "way-after": way(.after),
              ])
            }),
          "new": .array(change.newCells.map { Self.value(of: $0) }),
          "gone": .array(change.goneCells.map { Self.value(of: $0) }),
        ])
      })
  }

  static func value(of cell: CoverageCell) -> JSONValue {
    .members([
      "need": .string(cell.need.rawValue), "from": .string(cell.ages.from.description),
      "to": .string(cell.ages.to.description), "area": .string(cell.area.rawValue),
    ])
  }

  static func value(of answer: CoverageAnswer) -> JSONValue {
    switch answer {
    case .covered: "covered"
    case .coveredForSome: "covered-for-some"
    case .gap: "gap"
    case .notStated: "not-stated"
    }
  }

  // MARK: - Findings

  static func findings(of check: CheckDifference) -> [JSONValue] {
    check.new.map { value(of: $0, "new") }
      + check.regraded.map { value(of: $0.finding, "regraded", was: $0.was) }
      + check.gone.map { value(of: $0, "gone") }
  }

  private static func value(of finding: Finding, _ state: String, was: Severity? = nil) -> JSONValue
  {
    .members([
      "state": .string(state),
      "rule": .string(finding.rule),
      "severity": .string(finding.severity.rawValue),
      "severity-before": was.map { .string($0.rawValue) },
      "element": .string(finding.element.description),
      "detail": .string(finding.detail),
      "location": finding.location.map {
        .members([
          "file": .string($0.file), "line": .integer($0.line), "column": .integer($0.column),
        ])
      } ?? .null,
      "message": .string(finding.message),
    ])
  }

  static func questions(of check: CheckDifference) -> JSONValue {
    func list(_ questions: [OpenQuestion]) -> JSONValue {
      .array(
        questions.map {
          .members([
            "rule": .string($0.rule), "element": .string($0.element.description),
            "message": .string($0.message), "key": .string($0.question.key),
          ])
        })
    }
    return .members([
      "answered": list(check.answeredQuestions), "new": list(check.newQuestions),
      "dropped": list(check.droppedQuestions),
    ])
  }
}

extension CoverageDifference.Kind {
  /// As it is written for programs.
  fileprivate var word: String {
    switch self {
    case .lost: "lost"
    case .gained: "gained"
    case .noLongerSaid: "no-longer-said"
    case .nowSaid: "now-said"
    }
  }
}
