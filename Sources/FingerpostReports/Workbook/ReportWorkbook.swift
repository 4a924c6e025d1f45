import FingerpostAnalysis
import FingerpostModel
import FingerpostRules
import Spreadsheets

/// What was found about a map as the sheets of one workbook, to be sorted, filtered and worked through.
public struct ReportWorkbook: Sendable {
  private let check: MapReport
  private let coverage: CoverageReport?
  private let impact: ImpactReport?

  /// Takes what was found.
  ///
  /// - Parameters:
  ///   - check: What the rules found.
  ///   - coverage: Who finds help; `nil` for a map that does not say what it has to cover.
  ///   - impact: What help depends on; `nil` likewise.
  public init(check: MapReport, coverage: CoverageReport?, impact: ImpactReport?) {
    self.check = check
    self.coverage = coverage
    self.impact = impact
  }

  /// The file.
  ///
  /// - Throws: When a text is too long for a cell, or the disk is full.
  public func bytes() throws -> [UInt8] { try XLSXWriter.workbook(of: sheets) }

  /// The sheets, those that would hold nothing left out.
  var sheets: [Sheet] {
    var sheets: [Sheet] = []
    if let coverage { sheets += [Self.matrix(of: coverage), Self.cells(of: coverage)] }
    sheets += [findings, questions]
    if let impact { sheets += ImpactPage(impact, top: .max).tables.map(Self.sheet) }
    return sheets
  }

  // MARK: - Coverage

  /// Needs and areas down, ages across.
  private static func matrix(of report: CoverageReport) -> Sheet {
    let words = report.wording
    let bands = report.grid.bands
    let areas = report.grid.areas
    var rows: [[String]] = []
    for need in report.grid.needs {
      let own = report.entries.filter { $0.cell.need == need }
      for (place, area) in areas.enumerated() {
        rows.append(
          [words.name(of: need), words.name(of: area)]
            + bands.indices.map { own[$0 * areas.count + place].answer.inWords(words) })
      }
    }
    return Sheet(
      name: "Coverage",
      columns: [.init("need", width: 30), .init("area", width: 24)]
        + bands.map { .init($0.description, width: 18) }, rows: rows)
  }

  private static func cells(of report: CoverageReport) -> Sheet {
    let widths = [24, 28, 14, 14, 22, 16, 16, 44, 40, 44, 44, 44]
    return Sheet(
      name: "Each need, age and area",
      columns: zip(CoverageReport.columns, widths).map { .init($0, width: $1) }, rows: report.rows)
  }

  // MARK: - Findings

  private var findings: Sheet {
    let all =
      check.findings.map { ($0, "", "") } + check.known.map { ($0, "known", "") }
      + check.accepted.map {
        (
          $0.finding, "accepted",
          "\($0.exception.reason) (\($0.exception.owner), until \($0.exception.until))"
        )
      }
    return Sheet(
      name: "Findings",
      columns: [
        .init("severity", width: 10), .init("what is the matter", width: 60),
        .init("what to do", width: 50), .init("who answers for it", width: 22),
        .init("element", width: 34), .init("rule", width: 30), .init("asked by", width: 50),
        .init("status", width: 12), .init("accepted because", width: 40), .init("place", width: 28),
      ],
      rows: all.map { finding, status, reason in
        let rule = RuleID(rawValue: finding.rule)?.rule
        return [
          finding.severity.rawValue,
          ([finding.message] + finding.evidence).joined(separator: "\n"), finding.remedy,
          finding.element.whole.flatMap { check.owners[$0] } ?? "", "\(finding.element)",
          finding.rule,
          (rule?.authority ?? []).map { "\($0.citation): \($0.says)" }.joined(separator: "\n"),
          status, reason, finding.location.map { "\($0)" } ?? "",
        ]
      })
  }

  private var questions: Sheet {
    Sheet(
      name: "What the map does not say",
      columns: [
        .init("question", width: 70), .init("how much it would matter", width: 14),
        .init("key", width: 24), .init("element", width: 34), .init("rule", width: 30),
        .init("place", width: 28),
      ],
      rows: check.questions.map { question in
        [
          question.message, question.severity.rawValue, question.question.key,
          "\(question.element)", question.rule, question.location.map { "\($0)" } ?? "",
        ]
      })
  }

  // MARK: - Impact

  private static func sheet(of table: ImpactPage.Table) -> Sheet {
    Sheet(
      name: "\(table.columns[0])s help depends on",
      columns: table.columns.map { .init($0, width: 44) }, rows: table.rows)
  }
}
