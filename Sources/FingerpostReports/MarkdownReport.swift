import FingerpostModel
import FingerpostRules

/// A report for a pull request or a paper.
///
/// What comes from a map is escaped, so that none of it becomes markup, a link or a mention.
struct MarkdownReport: ReportWriter {
  private let settings: ReportSettings
  private var totals = CheckTotals()

  /// The most open questions that are told unless all are asked for.
  private static let questions = 10

  init(_ settings: ReportSettings) { self.settings = settings }

  mutating func beginning() -> String { "# Check of the map\n" }

  mutating func part(about map: MapReport) -> String {
    let own = CheckTotals(map, settings)
    totals.add(own)
    var text = "\n## \((map.heading?.title ?? map.files.first ?? "map").inMarkdown)\n\n"
    if let heading = map.heading {
      let standards = heading.profiles.map { "“\($0.title)”" }.inSentence()
      let date = heading.asOf.map { "The map of \($0.inWords), checked" } ?? "Checked"
      text += "\(date) on \(heading.date.inWords) against \(standards.inMarkdown).\n\n"
    }
    text += "**\("\(map.files.first ?? "map"): \(map.verdict(own))".inMarkdown).**\n"
    if !map.diagnostics.isEmpty {
      text += "\n### What the reader reported\n\n"
      for diagnostic in map.diagnostics {
        text += item(
          diagnostic.severity, diagnostic.message, diagnostic.location, diagnostic.category.rawValue
        )
      }
    }
    let telling = Telling(map, to: settings.reader)
    let emphasis = settings.reader?.emphasis ?? .forAnybody
    for section in telling.sections {
      text += "\n### \(section.heading.map { Words.english($0) } ?? "Findings")\n\n"
      for finding in section.findings {
        text += item(finding.severity, finding.message, finding.location, finding.rule)
        for line in finding.evidence { text += "  - Evidence: \(line.inMarkdown)\n" }
        text += "  - To mend it: \(finding.remedy.inMarkdown)\n"
        if emphasis.showsOwners, let owner = finding.element.whole.flatMap({ map.owners[$0] }) {
          text += "  - Who answers for it: \(owner.inMarkdown)\n"
        }
      }
      for (rule, count) in section.more { text += "- … and \(count) more of `\(rule)`\n" }
    }
    if telling.leftOut > 0 {
      text += "\n\(Noun("other finding is", "other findings are").counted(telling.leftOut)) not "
      text += "told here.\n"
    }
    if !map.accepted.isEmpty {
      text += "\n### Accepted for a while\n\n"
      text += "| What | Why | Who | Until |\n|---|---|---|---|\n"
      for accepted in map.accepted {
        let cells = [
          accepted.finding.message, accepted.exception.reason, accepted.exception.owner,
          accepted.exception.until.inWords,
        ]
        text += "| \(cells.map(\.inMarkdown).joined(separator: " | ")) |\n"
      }
    }
    return text + questions(telling.questions, of: map)
  }

  mutating func ending() -> String {
    guard totals.maps > 1 else { return "" }
    let counts = totals.inWords
    return "\n## All \(totals.maps) maps\n\n\(counts.isEmpty ? "Nothing to report" : counts).\n"
  }

  private func item(
    _ severity: Severity, _ message: String, _ location: SourceLocation?, _ tag: String
  ) -> String {
    let word = severity.rawValue.prefix(1).uppercased() + severity.rawValue.dropFirst()
    let place = location.map { " (\("\($0)".inMarkdown))" } ?? ""
    return "- **\(word)**: \(message.inMarkdown)\(place) `\(tag)`\n"
  }

  private func questions(_ questions: [OpenQuestion], of map: MapReport) -> String {
    let groups = QuestionGroup.groups(of: questions)
    guard !groups.isEmpty else { return "" }
    let told = settings.showsAllQuestions ? groups.count : min(groups.count, Self.questions)
    var text = "\n### \(settings.isStrict ? "What the map must still say" : "Open questions")\n\n"
    for group in groups.prefix(told) {
      text += "- Question: \(group.sentence(names: map.names).inMarkdown)\n"
    }
    let more = groups.count - told
    if more > 0 { text += "- … and \(Noun("more question").counted(more))\n" }
    return text
  }
}

extension String {
  /// As text in Markdown, in which nothing of it is markup, a link or a mention.
  ///
  /// Every character that may begin markup in the middle of a line is escaped; lines never begin
  /// with it. A word joiner, which is not seen, keeps `@` from naming a person and an address
  /// from becoming a link.
  /// Source: CommonMark 0.31.2, section 2.4; GitHub Flavored Markdown, sections 4.10 and 6.9.
  var inMarkdown: String {
    let scalars = Array(onOneLine.unicodeScalars)
    var text = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&", "$", "!":
        text.append("\\")
        text.append(scalar)
      case ":" where index + 1 < scalars.count && scalars[index + 1] == "/",
        "." where index > 0 && (scalars[index - 1] == "w" || scalars[index - 1] == "W"):
        text.append("\\")
        text.append(scalar)
      case "@": text.append(contentsOf: "\\@\u{2060}".unicodeScalars)
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}
