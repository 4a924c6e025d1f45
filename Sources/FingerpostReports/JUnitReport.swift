import FingerpostModel
import FingerpostRules

/// A report in the XML that build servers read as the results of tests.
///
/// A suite a group of rules, a case a rule; what is below the severity that fails the check stands
/// in a case's output.
struct JUnitReport: ReportWriter {
  private let settings: ReportSettings

  init(_ settings: ReportSettings) { self.settings = settings }

  mutating func beginning() -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"fingerpost\">\n"
  }

  mutating func part(about map: MapReport) -> String {
    let id = map.heading?.id ?? map.files.first ?? "map"
    let title = map.heading?.title ?? id
    var text = suite("\(title): reading the map", [readingCase(map, id)])
    let findings = Dictionary(grouping: map.findings, by: \.rule)
    let questions = Dictionary(grouping: map.questions, by: \.rule)
    for group in RuleGroup.allCases {
      let cases = map.rules.filter { RuleID.groups[$0.rawValue] == group }.map { rule in
        testCase(
          rule, map, id, findings[rule.rawValue] ?? [], questions[rule.rawValue] ?? [])
      }
      if !cases.isEmpty { text += suite("\(title): \(group.label)", cases) }
    }
    return text
  }

  mutating func ending() -> String { "</testsuites>\n" }

  // MARK: - Cases

  private enum Outcome {
    case passed, failed, broken, skipped
  }

  private struct Case {
    var outcome: Outcome
    var text: String
  }

  private func suite(_ name: String, _ cases: [Case]) -> String {
    func count(_ outcome: Outcome) -> Int { cases.count { $0.outcome == outcome } }
    return """
        <testsuite name="\(name.inXML)" tests="\(cases.count)" failures="\(count(.failed))" \
      errors="\(count(.broken))" skipped="\(count(.skipped))">
      \(cases.map(\.text).joined())  </testsuite>

      """
  }

  private func readingCase(_ map: MapReport, _ id: String) -> Case {
    let name = "The map can be read and makes sense."
    let failing = map.diagnostics.filter { $0.severity >= settings.failOn }
    let others = map.diagnostics.filter { $0.severity < settings.failOn }.map(\.description)
    if !map.isWhole {
      return element(
        id, name, .broken, "The map cannot be read.", map.diagnostics.map(\.description), [])
    }
    guard !failing.isEmpty else { return element(id, name, .passed, "", [], others) }
    return element(
      id, name, .failed, Noun("problem").counted(failing.count), failing.map(\.description), others)
  }

  private func testCase(
    _ rule: RuleID, _ map: MapReport, _ id: String, _ findings: [Finding],
    _ questions: [OpenQuestion]
  ) -> Case {
    let name = "\(rule.rawValue): \(rule.rule.summary)"
    var failures = findings.filter { $0.severity >= settings.failOn }.map(\.asText)
    var others = findings.filter { $0.severity < settings.failOn }.map(\.asText)
    for question in questions {
      let place = question.location.map { "\($0): " } ?? ""
      if settings.isStrict, question.severity >= settings.failOn {
        failures.append(place + question.message)
      } else {
        others.append(place + question.message)
      }
    }
    guard failures.isEmpty else {
      return element(
        id, name, .failed, Noun("finding").counted(failures.count), failures, others)
    }
    let tally = map.tallies[rule] ?? Answers.Tally()
    if tally.passes + tally.fails > 0 { return element(id, name, .passed, "", [], others) }
    let why =
      tally.questions > 0 ? "The map does not say." : "There is nothing on the map to look at."
    return element(id, name, .skipped, why, [], others)
  }

  private func element(
    _ map: String, _ name: String, _ outcome: Outcome, _ message: String, _ body: [String],
    _ output: [String]
  ) -> Case {
    let tag: String? =
      switch outcome {
      case .passed: nil
      case .failed: "failure"
      case .broken: "error"
      case .skipped: "skipped"
      }
    var text = "    <testcase classname=\"\(map.inXML)\" name=\"\(name.inXML)\">\n"
    if let tag {
      let lines = body.map { "\n" + $0.inXML }.joined()
      text += "      <\(tag) message=\"\(message.inXML)\">\(lines)</\(tag)>\n"
    }
    if !output.isEmpty {
      text += "      <system-out>\(output.map { "\n" + $0.inXML }.joined())</system-out>\n"
    }
    return Case(outcome: outcome, text: text + "    </testcase>\n")
  }
}

extension Finding {
  /// The finding with its place, evidence and remedy.
  fileprivate var asText: String {
    let place = location.map { "\($0): " } ?? ""
    let lines =
      ["\(place)\(severity.rawValue): \(message)"] + evidence.map { "  " + $0 }
      + ["  To mend it: \(remedy)"]
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// As text or an attribute in XML 1.0, with `�` for what XML cannot hold.
  ///
  /// Source: Extensible Markup Language 1.0, fifth edition, sections 2.2 and 2.4.
  fileprivate var inXML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\n": text.unicodeScalars.append(scalar)
      case "\t", "\r": text += " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}"..."\u{FFFF}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
