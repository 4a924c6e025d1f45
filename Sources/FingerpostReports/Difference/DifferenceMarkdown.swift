import FingerpostModel

/// What changed, for a pull request or a paper.
///
/// What comes from a map is escaped, so that none of it becomes markup, a link or a mention.
struct DifferenceMarkdown {
  let report: VersionsReport

  init(_ report: VersionsReport) { self.report = report }

  var text: String {
    let changed = report.maps.filter { !$0.isEmpty }
    let head = "# What changed\n\nFrom \(report.from.inMarkdown) to \(report.to.inMarkdown)"
    guard !changed.isEmpty else { return "\(head): nothing.\n" }
    return head + ".\n" + changed.map { text(about: $0) }.joined()
  }

  private func text(about map: DifferenceReport) -> String {
    var text = "\n## \(map.heading.inMarkdown)\n"
    func add(_ heading: String, _ items: [String]) {
      guard !items.isEmpty else { return }
      text += "\n### \(heading)\n\n" + items.map { "- \($0)\n" }.joined()
    }
    for (group, sentences) in map.groups { add(group.heading, sentences.map(\.inMarkdown)) }
    add(
      "The same under another id?",
      map.ambiguous.map {
        "\($0.sentence.inMarkdown). If they are: \($0.settling.inMarkdown)"
      })
    add(
      "Help for families, on \(map.date.inWords)", map.coverageSentences.map(\.inMarkdown))
    if let check = map.check {
      add(
        "Findings, on \(map.date.inWords)",
        CheckSentences(check).all.map { sentence in
          "**\(sentence.label)**: \(sentence.message.inMarkdown)"
            + (sentence.place.map { " (\($0.inMarkdown))" } ?? "") + " `\(sentence.rule)`"
        })
    }
    if let questions = map.questionsSentence { text += "\n\(questions).\n" }
    return text
  }
}
