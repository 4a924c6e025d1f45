public import FingerpostModel
import FingerpostRules

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What is known to be wrong, or not to be said, in one place of one map.
///
/// Lines, messages and severities are no part of it, so that an entry stays the same while text
/// is moved about and rules are worded better.
public struct BaselineEntry: Hashable, Sendable, Codable, Comparable {
  /// The id of the map.
  public var map: String
  /// The rule that reports it.
  public var rule: String
  /// The address of the element.
  public var element: String
  /// What tells it from other findings of the rule about the element; often empty.
  public var detail: String
  /// The key that would answer an open question; `nil` for a finding.
  public var question: String?

  /// The entry for a finding.
  public init(_ finding: Finding, of map: String) {
    self.map = map
    rule = finding.rule
    element = finding.element.description
    detail = finding.detail
  }

  /// The entry for an open question.
  public init(_ question: OpenQuestion, of map: String) {
    self.map = map
    rule = question.rule
    element = question.element.description
    detail = ""
    self.question = question.question.key
  }

  /// Orders entries by map, rule, element, detail and question.
  public static func < (a: Self, b: Self) -> Bool {
    (a.map, a.rule, a.element, a.detail, a.question ?? "")
      < (b.map, b.rule, b.element, b.detail, b.question ?? "")
  }

  var value: JSONValue {
    .members([
      "map": .string(map), "rule": .string(rule), "element": .string(element),
      "detail": .string(detail), "question": question.map { .string($0) },
    ])
  }
}

/// The findings that a locality knows of, so that a check fails only on new ones.
///
/// ```swift
/// let baseline = try Baseline(bytes, file: "known.json")
/// let report = baseline.applied(to: MapReport(result, files: files), settings)
/// ```
public struct Baseline: Hashable, Sendable {
  /// The version of the file's form.
  static let version = 1

  /// What is known.
  public var entries: Set<BaselineEntry>

  /// Makes a baseline of entries.
  public init(_ entries: some Sequence<BaselineEntry> = []) { self.entries = Set(entries) }

  /// Adds all that a map's report holds and nobody has accepted.
  ///
  /// - Parameters:
  ///   - map: The report; nothing is added for a map that could not be read.
  ///   - isStrict: Whether open questions are added too.
  public mutating func add(_ map: MapReport, isStrict: Bool) {
    guard let id = map.heading?.id else { return }
    for finding in map.findings + map.known { entries.insert(BaselineEntry(finding, of: id)) }
    guard isStrict else { return }
    for question in map.questions + map.knownQuestions {
      entries.insert(BaselineEntry(question, of: id))
    }
  }

  /// The report with what is known taken apart from what is new, and with the entries that match
  /// nothing any more.
  ///
  /// Entries of rules that did not run are not counted among those, nor entries about open
  /// questions unless these fail the check.
  public func applied(to map: MapReport, _ settings: ReportSettings) -> MapReport {
    guard let id = map.heading?.id else { return map }
    var map = map
    var left = entries.filter { $0.map == id }
    func isKnown(_ entry: BaselineEntry) -> Bool {
      left.remove(entry)
      return entries.contains(entry)
    }
    for accepted in map.accepted { left.remove(BaselineEntry(accepted.finding, of: id)) }
    map.known = map.findings.filter { isKnown(BaselineEntry($0, of: id)) }
    map.findings = map.findings.filter { !entries.contains(BaselineEntry($0, of: id)) }
    if settings.isStrict {
      map.knownQuestions = map.questions.filter { isKnown(BaselineEntry($0, of: id)) }
      map.questions = map.questions.filter { !entries.contains(BaselineEntry($0, of: id)) }
    }
    let leftOut = Set(RuleID.allCases).subtracting(map.rules).map(\.rawValue)
    map.mended = left.filter { entry in
      !leftOut.contains(entry.rule) && (entry.question == nil || settings.isStrict)
    }.sorted()
    return map
  }

  // MARK: - The file

  /// Why a file is no baseline, and what to do.
  public struct ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong and what to do, in plain English.
    public let description: String
  }

  /// Reads a baseline.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - file: What to call it in messages.
  /// - Throws: Why it is no baseline, and what to do.
  public init(_ bytes: [UInt8], file: String) throws(ReadingError) {
    let again =
      "write it again with `fingerpost check MAP --write-baseline \(file)`, or name another file"
    func failure(_ what: String) -> ReadingError {
      ReadingError(description: "\(file): \(what); \(again)")
    }
    struct Head: Decodable {
      var version: Int
      enum CodingKeys: String, CodingKey { case version = "fingerpost-baseline" }
    }
    struct Body: Decodable { var known: [BaselineEntry] }
    let data = Data(bytes)
    let decoder = JSONDecoder()
    guard let head = try? decoder.decode(Head.self, from: data) else {
      throw failure(
        bytes.first == UInt8(ascii: "{")
          ? "this is not a baseline of fingerpost, or it is damaged"
          : "this is not a baseline, which begins with `{`")
    }
    guard head.version == Self.version else {
      throw failure(
        "this baseline has the form \(head.version), and this program knows the form "
          + "\(Self.version)")
    }
    do {
      entries = Set(try decoder.decode(Body.self, from: data).known)
    } catch DecodingError.keyNotFound(let key, let context) {
      let entry = context.codingPath.compactMap(\.intValue).first.map { "entry \($0 + 1)" }
      throw failure("\(entry ?? "the baseline") has no `\(key.stringValue)`")
    } catch {
      throw failure("this baseline is damaged")
    }
  }

  /// The baseline as a file: in order, an entry a line, so that changes to it are easy to read.
  public var text: String {
    let lines = entries.sorted().map { "    " + $0.value.text(depth: nil) }
    let known = lines.isEmpty ? "[]" : "[\n\(lines.joined(separator: ",\n"))\n  ]"
    return "{\n  \"fingerpost-baseline\": \(Self.version),\n  \"known\": \(known)\n}\n"
  }
}
