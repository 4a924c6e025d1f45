import FingerpostModel

/// What changed, for people at a terminal.
struct DifferenceText {
  let report: VersionsReport

  init(_ report: VersionsReport) { self.report = report }

  var text: String {
    let changed = report.maps.filter { !$0.isEmpty }
    let head = "From \(report.from) to \(report.to)".onOneLine
    guard !changed.isEmpty else { return "\(head): nothing changed.\n" }
    return ([head + "\n"] + changed.map { text(about: $0) }).joined(separator: "\n")
  }

  private func text(about map: DifferenceReport) -> String {
    var blocks = [[map.heading]]
    for (group, sentences) in map.groups {
      blocks.append([group.heading] + sentences.flatMap(item))
    }
    let ambiguous = map.ambiguous
    if !ambiguous.isEmpty {
      blocks.append(
        ["The same under another id?"]
          + ambiguous.flatMap { item("\($0.sentence). If they are: \($0.settling)") })
    }
    let coverage = map.coverageSentences
    if !coverage.isEmpty {
      blocks.append(["Help for families, on \(map.date.inWords)"] + coverage.flatMap(item))
    }
    if let check = map.check {
      let findings = CheckSentences(check).all
      if !findings.isEmpty {
        blocks.append(
          ["Findings, on \(map.date.inWords)"]
            + findings.flatMap { sentence in
              item(
                sentence.label + ": " + sentence.message
                  + (sentence.place.map { " (\($0))" } ?? "") + " [\(sentence.rule)]")
            })
      }
    }
    if let questions = map.questionsSentence { blocks.append([questions + "."]) }
    return blocks.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private func item(_ sentence: String) -> [String] {
    sentence.onOneLine.wrapped(indent: "  ", first: "- ")
  }
}

/// What became of findings, a sentence each.
struct CheckSentences {
  /// One finding.
  struct Sentence {
    /// What became of it, such as `New error`.
    let label: String
    let message: String
    /// Where the element stands, in the version that has it.
    let place: String?
    let rule: String
  }

  let all: [Sentence]

  init(_ check: CheckDifference) {
    func sentence(_ label: String, _ finding: Finding) -> Sentence {
      Sentence(
        label: label, message: finding.message, place: finding.location.map { "\($0)" },
        rule: finding.rule)
    }
    all =
      check.new.map { sentence("New \($0.severity.noun.one)", $0) }
      + check.regraded.map {
        sentence("Now \($0.finding.severity.article), before \($0.was.article)", $0.finding)
      }
      + check.gone.map { sentence("No longer \($0.severity.article)", $0) }
  }
}

extension Severity {
  /// What people call one finding of this severity.
  fileprivate var article: String { self == .error ? "an error" : "a \(noun.one)" }
}
