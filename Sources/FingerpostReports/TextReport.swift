import FingerpostModel
import FingerpostRules

/// A report for people at a terminal.
///
/// A finding begins as editors and terminals can follow it: `file:line:column: severity: message
/// [rule]`; the evidence and the remedy stand below it.
struct TextReport: ReportWriter {
  private let settings: ReportSettings
  private let ink: Ink
  private var totals = CheckTotals()

  /// The most open questions that are told unless all are asked for.
  private static let questions = 10

  init(_ settings: ReportSettings) {
    self.settings = settings
    ink = Ink(isColoured: settings.isColoured)
  }

  mutating func beginning() -> String { "" }

  mutating func part(about map: MapReport) -> String {
    let own = CheckTotals(map, settings)
    totals.add(own)
    var blocks = settings.isBrief ? failures(of: map) : wholeReport(on: map)
    let verdict = "\(map.files.first ?? "map"): \(map.verdict(own))".onOneLine
    if !map.mended.isEmpty {
      let entries = Noun("entry of the baseline is", "entries of the baseline are")
      let count = entries.counted(map.mended.count)
      blocks.append(["\(count) mended; write it again with --write-baseline."])
    }
    blocks.append([ink.bold(verdict)])
    let separator = settings.isBrief ? "\n" : "\n\n"
    let text = blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: separator)
    let isFirst = totals.maps == 1
    return (isFirst || settings.isBrief ? "" : "\n") + text + "\n"
  }

  mutating func ending() -> String {
    guard totals.maps > 1 else { return "" }
    let ways = [
      (CheckOutcome.sound, "sound"), (.failing, "to be mended"), (.unreadable, "not readable"),
    ].compactMap { outcome, word in
      totals.outcomes[outcome].map { "\($0) \(word)" }
    }
    let counts = totals.inWords
    let sum = "\(totals.maps) maps: \(ways.joined(separator: ", "))"
    return (settings.isBrief ? "" : "\n")
      + ink.bold(sum + (counts.isEmpty ? "." : "; in all \(counts).")) + "\n"
  }

  // MARK: - Parts

  /// What fails, for people who want nothing else.
  private func failures(of map: MapReport) -> [[String]] {
    var lines = map.diagnostics.filter { $0.severity >= settings.failOn }.map(line)
    let failing = map.findings.filter { $0.severity >= settings.failOn }
    lines += self.lines(on: failing, of: map, .forAnybody)
    guard settings.isStrict else { return [lines] }
    let questions = map.questions.filter { $0.severity >= settings.failOn }
    for group in QuestionGroup.groups(of: questions) {
      lines.append(group.sentence(names: map.names).onOneLine)
    }
    return [lines]
  }

  private func wholeReport(on map: MapReport) -> [[String]] {
    var blocks: [[String]] = []
    if let heading = map.heading { blocks.append(lines(of: heading)) }
    blocks.append(map.diagnostics.map(line))
    guard map.heading != nil else { return blocks }
    let telling = Telling(map, to: settings.reader)
    let emphasis = settings.reader?.emphasis ?? .forAnybody
    for section in telling.sections {
      var lines = section.heading.map { [ink.bold(Words.english($0))] } ?? []
      lines += self.lines(on: section.findings, of: map, emphasis)
      for (rule, count) in section.more {
        lines.append(
          "… and \(count) more of \(ink.faint("[\(rule)]")); --for operations shows them all.")
      }
      blocks.append(lines)
    }
    blocks.append(asides(map, telling))
    blocks.append(questions(telling.questions, of: map))
    return blocks
  }

  private func lines(of heading: MapHeading) -> [String] {
    let standards = heading.profiles.map { "“\($0.title)”" }.inSentence()
    let date = heading.asOf.map { "The map of \($0.inWords), checked" } ?? "Checked"
    return [
      ink.bold(heading.title.onOneLine),
      "\(date) on \(heading.date.inWords) against \(standards).".onOneLine,
    ]
  }

  private func line(_ diagnostic: Diagnostic) -> String {
    line(
      at: diagnostic.location, diagnostic.severity, diagnostic.message, diagnostic.category.rawValue
    )
  }

  private func line(
    at location: SourceLocation?, _ severity: Severity, _ message: String, _ tag: String
  ) -> String {
    let place = location.map { ink.bold("\($0):".onOneLine) + " " } ?? ""
    return place + ink.severity(severity) + " " + message.onOneLine + " " + ink.faint("[\(tag)]")
  }

  /// Findings one after another; a remedy that several in a row share stands below the last.
  private func lines(
    on findings: [Finding], of map: MapReport, _ emphasis: Emphasis
  ) -> [String] {
    var lines: [String] = []
    var shared = 0
    for (index, finding) in findings.enumerated() {
      let place = emphasis.showsPlaces ? finding.location : nil
      lines.append(line(at: place, finding.severity, finding.message, finding.rule))
      lines += finding.evidence.map { "    " + $0.onOneLine }
      if emphasis.showsOwners, let owner = finding.element.whole.flatMap({ map.owners[$0] }) {
        lines.append("    Who answers for it: " + owner.onOneLine)
      }
      shared += 1
      if index + 1 < findings.count, findings[index + 1].rule == finding.rule,
        findings[index + 1].remedy == finding.remedy
      {
        continue
      }
      let them = shared == 1 ? "it" : shared == 2 ? "both" : "these \(shared)"
      lines.append("    To mend \(them): " + finding.remedy.onOneLine)
      shared = 0
    }
    return lines
  }

  /// What is known, accepted or left out, as counts.
  private func asides(_ map: MapReport, _ telling: Telling) -> [String] {
    var lines: [String] = []
    if !map.accepted.isEmpty {
      let count = map.accepted.count
      let until = map.accepted.map(\.exception.until).min { $0.lastDay < $1.lastDay }
      let end = until.map { (count == 1 ? ", until " : ", the first until ") + $0.inWords } ?? ""
      lines.append("\(Noun("finding is", "findings are").counted(count)) accepted\(end).")
    }
    let known = map.known.count + map.knownQuestions.count
    if known > 0 {
      lines.append("\(Noun("finding is", "findings are").counted(known)) known from the baseline.")
    }
    if telling.leftOut > 0 {
      lines.append(
        "\(Noun("other finding is", "other findings are").counted(telling.leftOut)) not told here; "
          + "without --for all are.")
    }
    return lines
  }

  private func questions(_ questions: [OpenQuestion], of map: MapReport) -> [String] {
    let groups = QuestionGroup.groups(of: questions)
    guard !groups.isEmpty else { return [] }
    var lines = [ink.bold(settings.isStrict ? "What the map must still say" : "Open questions")]
    let told = settings.showsAllQuestions ? groups.count : min(groups.count, Self.questions)
    for group in groups.prefix(told) {
      lines.append("  " + group.sentence(names: map.names).onOneLine)
      guard settings.showsAllQuestions else { continue }
      lines.append("      " + group.question.answer.onOneLine)
      for element in group.elements where group.elements.count > 1 || element.location != nil {
        let place = element.location.map { "\($0): " } ?? ""
        lines.append("      \(place)“\(element.name)”".onOneLine)
      }
    }
    let more = groups.count - told
    if more > 0 {
      lines.append("  … and \(Noun("more question").counted(more)); --questions shows all.")
    }
    return lines
  }
}

/// How words look at a terminal.
struct Ink: Sendable {
  let isColoured: Bool

  func bold(_ text: String) -> String { paint(text, "1") }
  func faint(_ text: String) -> String { paint(text, "2") }

  /// The severity as it stands before a message: `error:`.
  func severity(_ severity: Severity) -> String {
    let colour =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return paint(severity.rawValue + ":", "1;" + colour)
  }

  private func paint(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
