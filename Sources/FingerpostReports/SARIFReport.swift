import FingerpostModel
import FingerpostRules

/// A report in the Static Analysis Results Interchange Format 2.1.0.
///
/// Source: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.
struct SARIFReport: ReportWriter {
  private let settings: ReportSettings
  private var rules: Set<RuleID> = []
  private var categories: Set<Diagnostic.Category> = []
  private var outcome = CheckOutcome.sound
  private var isFirst = true

  init(_ settings: ReportSettings) { self.settings = settings }

  mutating func beginning() -> String {
    """
    {
      "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        {
          "columnKind": "unicodeCodePoints",
          "results": [
    """
  }

  mutating func part(about map: MapReport) -> String {
    rules.formUnion(map.rules)
    categories.formUnion(map.diagnostics.map(\.category))
    outcome = max(outcome, map.outcome(settings))
    let id = map.heading?.id ?? ""
    var results = map.diagnostics.map { value(of: $0) }
    results += map.findings.map { value(of: $0, in: id, settings.hasBaseline ? "new" : nil) }
    results += map.known.map { value(of: $0, in: id, "unchanged") }
    results += map.accepted.map { value(of: $0.finding, in: id, nil, $0.exception) }
    results += map.questions.map {
      value(of: $0, in: id, settings.hasBaseline && settings.isStrict ? "new" : nil)
    }
    results += map.knownQuestions.map { value(of: $0, in: id, "unchanged") }
    results += map.mended.map { value(of: $0) }
    var text = ""
    for result in results {
      text += (isFirst ? "\n        " : ",\n        ") + result.text(depth: 4)
      isFirst = false
    }
    return text
  }

  mutating func ending() -> String {
    let descriptors =
      RuleID.allCases.filter(rules.contains).map { descriptor(of: $0.rule) }
      + Diagnostic.Category.allCases.filter(categories.contains).map { descriptor(of: $0) }
    let tool = JSONValue.members([
      "driver": .members([
        "name": "fingerpost",
        "semanticVersion": settings.version.map { .string($0) },
        "rules": .array(descriptors),
      ])
    ])
    let bases = JSONValue.members([
      "%SRCROOT%": .members([
        "description": .members(["text": "The folder in which the check was run."])
      ])
    ])
    let invocation = JSONValue.members(["executionSuccessful": .bool(outcome != .unreadable)])
    return """

            ],
            "tool": \(tool.text(depth: 3)),
            "originalUriBaseIds": \(bases.text(depth: 3)),
            "invocations": \(JSONValue.array([invocation]).text(depth: 3))
          }
        ]
      }

      """
  }

  // MARK: - Results

  private func value(
    of finding: Finding, in map: String, _ state: String?, _ exception: AcceptedException? = nil
  ) -> JSONValue {
    let lines = [finding.message] + finding.evidence + ["To mend it: \(finding.remedy)"]
    return result(
      rule: finding.rule, kind: nil, level: finding.severity, lines.joined(separator: "\n"),
      at: finding.location, element: finding.element.description,
      fingerprint: BaselineEntry(finding, of: map).fingerprint, state,
      suppressions: exception.map { .array([suppression($0)]) })
  }

  private func value(of question: OpenQuestion, in map: String, _ state: String?) -> JSONValue {
    // The kind `open`: the tool could not tell, and a level would contradict it.
    result(
      rule: question.rule, kind: settings.isStrict ? nil : "open",
      level: settings.isStrict ? question.severity : nil, question.message,
      at: question.location, element: question.element.description,
      fingerprint: BaselineEntry(question, of: map).fingerprint, state)
  }

  private func value(of entry: BaselineEntry) -> JSONValue {
    result(
      rule: entry.rule, kind: nil, level: .note,
      "Known from the baseline, and mended since; write the baseline again.", at: nil,
      element: entry.element, fingerprint: entry.fingerprint, "absent")
  }

  private func value(of diagnostic: Diagnostic) -> JSONValue {
    result(
      rule: diagnostic.category.ruleID, kind: nil, level: diagnostic.severity, diagnostic.message,
      at: diagnostic.location, element: nil, fingerprint: nil,
      settings.hasBaseline ? "new" : nil)
  }

  private func result(
    rule: String, kind: String?, level: Severity?, _ message: String, at location: SourceLocation?,
    element: String?, fingerprint: String?, _ state: String?, suppressions: JSONValue? = nil
  ) -> JSONValue {
    var place: [JSONValue.Member] = []
    if let location {
      place.append(JSONValue.Member(key: "physicalLocation", value: physical(location)))
    }
    if let element {
      let logical = JSONValue.array([.members(["fullyQualifiedName": .string(element)])])
      place.append(JSONValue.Member(key: "logicalLocations", value: logical))
    }
    return .members([
      "ruleId": .string(rule),
      "kind": kind.map { .string($0) },
      "level": .string(level?.rawValue ?? "none"),
      "message": .members(["text": .string(message.inMessage)]),
      "locations": place.isEmpty ? nil : .array([.object(place)]),
      "partialFingerprints": fingerprint.map { .members(["mapRuleElement/v1": .string($0)]) },
      "baselineState": state.map { .string($0) },
      "suppressions": suppressions,
    ])
  }

  private func physical(_ location: SourceLocation) -> JSONValue {
    let address = FileAddress(location.file, from: settings.folder)
    return .members([
      "artifactLocation": .members([
        "uri": .string(address.uri), "uriBaseId": address.isRelative ? "%SRCROOT%" : nil,
      ]),
      "region": .members([
        "startLine": .integer(location.line), "startColumn": .integer(location.column),
      ]),
    ])
  }

  /// An exception stands in the map itself, so it is suppressed in the source.
  private func suppression(_ exception: AcceptedException) -> JSONValue {
    .members([
      "kind": "inSource",
      "status": "accepted",
      "justification": .string(
        "\(exception.reason) (\(exception.owner), until \(exception.until.inWords))"),
      "location": exception.origin.location.map { .members(["physicalLocation": physical($0)]) },
    ])
  }

  // MARK: - Rules

  private func descriptor(of rule: any Rule) -> JSONValue {
    let authority = rule.authority.map { "\($0.citation): \($0.says)" }
    let help = [rule.remedy, "On whose word:"] + authority
    return .members([
      "id": .string(rule.id.rawValue),
      "shortDescription": .members(["text": .string(rule.summary.inMessage)]),
      "help": .members(["text": .string(help.joined(separator: "\n").inMessage)]),
      "defaultConfiguration": .members(["level": .string(rule.severity.rawValue)]),
      "properties": .members(["tags": .strings([rule.group.rawValue])]),
    ])
  }

  private func descriptor(of category: Diagnostic.Category) -> JSONValue {
    let words = category.rawValue.map { $0 == "-" ? " " : $0 }
    return .members([
      "id": .string(category.ruleID),
      "shortDescription": .members(["text": .string("Reading the map: \(String(words)).")]),
      "help": .members([
        "text": "The message says what is wrong with the text of the map and what to do about it."
      ]),
    ])
  }
}

extension BaselineEntry {
  /// What stays the same while lines move.
  fileprivate var fingerprint: String {
    [map, rule, element, detail, question ?? ""].joined(separator: " ")
  }
}

extension Diagnostic.Category {
  /// As a rule among the others, apart from those of the catalogue.
  fileprivate var ruleID: String { "reading/\(rawValue)" }
}

extension String {
  /// As the text of a message, in which braces would be placeholders, and brackets before a
  /// parenthesis a link.
  ///
  /// Source: SARIF 2.1.0, sections 3.11.5 and 3.11.6.
  fileprivate var inMessage: String {
    var text = replacing("{", with: "{{").replacing("}", with: "}}")
    if text.contains("](") {
      text = text.replacing("[", with: "\\[").replacing("]", with: "\\]")
    }
    return text
  }
}
