import FingerpostTestSupport
import Foundation

/// What a validator and a parser of others make of reports.
struct JSONAndMarkdownOracle: Decodable {
  /// What is not as the schema has it.
  var complaints: [String]
  /// Where links in the Markdown lead.
  var links: [String]
  /// The markup in the Markdown.
  var html: [String]

  /// Asks about reports.
  ///
  /// - Parameters:
  ///   - json: Reports in JSON.
  ///   - schema: The path of their schema in the project.
  ///   - markdown: Reports in Markdown.
  /// - Returns: What is wrong with them.
  /// - Throws: Why they could not be asked.
  static func answer(json: [String], schema: String, markdown: [String]) async throws -> Self {
    struct Question: Encodable {
      var schema: String
      var json: [String]
      var markdown: [String]
    }
    let schema = try String(contentsOfFile: PackageRoot.path(of: schema), encoding: .utf8)
    return try await PythonOracle(script: "difference_oracle.py")
      .answer(to: Question(schema: schema, json: json, markdown: markdown))
  }
}
