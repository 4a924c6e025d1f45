import FingerpostReports
import FingerpostTestSupport
import Foundation

/// What parsers and validators of others make of reports.
struct ReportOracle: Decodable {
  /// A suite of JUnit's, as it counts itself and as its cases count: all, failed, broken, skipped.
  struct Suite: Decodable {
    var name: String
    var counted: [Int]
    var stated: [Int]
  }

  /// What a page in Markdown holds.
  struct Page: Decodable {
    var kinds: [String]
    var text: String
  }

  var json: [String]
  var sarif: [String]
  var suites: [Suite]
  var failures: [String]
  var markdown: Page

  /// The official schema of SARIF, in the folder of standards.
  static let sarifSchema: String? = {
    let named = ProcessInfo.processInfo.environment["FINGERPOST_STANDARDS"] ?? ""
    let folder =
      named.isEmpty
      ? URL(filePath: PackageRoot.path).deletingLastPathComponent()
        .appending(path: "shared/standards").path : named
    return try? String(
      contentsOfFile: folder + "/sarif-2.1.0/sarif-schema-2.1.0.json", encoding: .utf8)
  }()

  /// Asks about reports.
  static func answers(about reports: [CheckReport]) async throws -> [ReportOracle] {
    struct Texts: Encodable {
      var json: String
      var sarif: String
      var junit: String
      var markdown: String
    }
    struct Question: Encodable {
      var schema: String
      var sarifSchema: String?
      var reports: [Texts]
    }
    let schema = try String(
      contentsOfFile: PackageRoot.path(of: "docs/check-report.schema.json"), encoding: .utf8)
    return try await PythonOracle(script: "report_oracle.py").answer(
      to: Question(
        schema: schema, sarifSchema: sarifSchema,
        reports: reports.map {
          Texts(
            json: $0.text(as: .json), sarif: $0.text(as: .sarif), junit: $0.text(as: .junit),
            markdown: $0.text(as: .markdown))
        }))
  }
}
