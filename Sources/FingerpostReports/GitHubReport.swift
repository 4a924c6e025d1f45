import FingerpostModel

/// Annotations on the lines of a change, as commands to GitHub's build runner.
///
/// The runner shows ten annotations of each severity and step; what is beyond them follows as plain
/// lines of the log, worst first, so that nothing is lost.
/// Source: <https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions>.
struct GitHubReport: ReportWriter {
  /// How many annotations of one severity are shown.
  private static let most = 10

  private let settings: ReportSettings
  private var annotations: [Severity: [String]] = [:]
  private var rest: [Severity: [String]] = [:]

  init(_ settings: ReportSettings) { self.settings = settings }

  mutating func beginning() -> String { "" }

  mutating func part(about map: MapReport) -> String {
    for diagnostic in map.diagnostics {
      add(
        diagnostic.severity, diagnostic.location, diagnostic.category.rawValue,
        [diagnostic.message])
    }
    for finding in map.findings {
      add(
        finding.severity, finding.location, finding.rule,
        [finding.message] + finding.evidence + ["To mend it: \(finding.remedy)"])
    }
    if settings.isStrict {
      for question in map.questions {
        add(
          question.severity, question.location, question.rule,
          [question.message, question.question.answer])
      }
    }
    let verdict = "\(map.files.first ?? "map"): \(map.verdict(CheckTotals(map, settings)))"
    return logLine(verdict)
  }

  mutating func ending() -> String {
    var text = ""
    for severity in Severity.allCases.reversed() {
      for annotation in annotations[severity] ?? [] { text += annotation + "\n" }
    }
    for severity in Severity.allCases.reversed() {
      guard let more = rest[severity], !more.isEmpty else { continue }
      text += logLine(
        "\(more.count) more of severity \(severity.rawValue); GitHub shows \(Self.most) as "
          + "annotations:")
      text += more.joined()
    }
    return text
  }

  private mutating func add(
    _ severity: Severity, _ location: SourceLocation?, _ title: String, _ lines: [String]
  ) {
    guard annotations[severity, default: []].count < Self.most else {
      let place = location.map { "\($0): " } ?? ""
      rest[severity, default: []].append(
        logLine("\(place)\(severity.rawValue): \(lines[0]) [\(title)]"))
      return
    }
    let command = severity == .note ? "notice" : severity.rawValue
    var properties: [String] = []
    if let location {
      let file = FileAddress(location.file, from: settings.folder).path
      properties += [
        "file=\(file.inProperty)", "line=\(location.line)", "col=\(location.column)",
      ]
    }
    properties.append("title=\(title.inProperty)")
    let message = lines.map(\.onOneLine).joined(separator: "\n")
    annotations[severity, default: []].append(
      "::\(command) \(properties.joined(separator: ","))::\(message.inCommand)")
  }

  /// A line of the log that cannot be taken for a command.
  private func logLine(_ text: String) -> String {
    "- " + text.onOneLine.replacing("##[", with: "## [") + "\n"
  }
}

extension String {
  /// As the message of a command.
  fileprivate var inCommand: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "%": text += "%25"
      case "\r": text += "%0D"
      case "\n": text += "%0A"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// As the value of a property of a command.
  fileprivate var inProperty: String {
    onOneLine.inCommand.replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
