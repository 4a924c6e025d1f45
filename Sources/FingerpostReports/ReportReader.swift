import FingerpostModel
import FingerpostRules

/// Whom a report in words is for, which decides what it tells first and what it leaves out.
public enum ReportReader: String, CaseIterable, Hashable, Sendable {
  /// The strategic board: who sits on it, who reports to whom, and what must be mended at once.
  case board
  /// Commissioners: which families have no way to help, and what keeps them safe on it.
  case commissioners
  /// Whoever keeps the map: everything, as it stands in the files, with whom to ask.
  case operations

  /// What this reader is told.
  var emphasis: Emphasis {
    switch self {
    case .board:
      Emphasis(first: [.board, .governance], others: .error, showsPlaces: false)
    case .commissioners:
      Emphasis(
        first: [.coverage, .pathways, .steps, .safety, .governance], others: .error,
        showsPlaces: false)
    case .operations:
      Emphasis(first: [], others: .note, isInOrderOfFiles: true, showsOwners: true)
    }
  }
}

/// What a report in words tells one sort of reader.
struct Emphasis: Sendable {
  /// The groups of rules whose findings stand first, under a heading each; empty for no headings.
  var first: [RuleGroup]
  /// The least severity at which findings of the other groups are told.
  var others: Severity
  /// Whether findings are told as they stand in the files, and not by severity.
  var isInOrderOfFiles = false
  /// Whether the place in the file is told.
  var showsPlaces = true
  /// Whether the role that answers for an element is told.
  var showsOwners = false
  /// The most warnings and notes of one rule that are told; `nil` for all.
  var most: Int?

  /// What anybody is told.
  static let forAnybody = Emphasis(first: [], others: .note, most: 5)
}

/// Findings as one reader is told them.
struct Telling {
  /// Findings that stand together under a heading.
  struct Section {
    var heading: Phrase?
    var findings: [Finding] = []
    /// How many more there are of some rules, which are not told.
    var more: [(rule: String, count: Int)] = []
  }

  var sections: [Section] = []
  /// The open questions that concern the reader.
  var questions: [OpenQuestion]
  /// How many findings do not concern the reader.
  var leftOut = 0

  /// Chooses and orders what a report says.
  init(_ map: MapReport, to reader: ReportReader?) {
    self.init(map, reader?.emphasis ?? .forAnybody)
  }

  /// Chooses and orders what is told with an emphasis.
  init(_ map: MapReport, _ emphasis: Emphasis) {
    let groups = RuleID.groups
    func group(_ rule: String) -> RuleGroup? { groups[rule] }
    for wanted in emphasis.first {
      let found = map.findings.filter { group($0.rule) == wanted }
      if !found.isEmpty { sections.append(Section(heading: wanted.heading, findings: found)) }
    }
    let rest = map.findings.filter { finding in
      !emphasis.first.contains { $0 == group(finding.rule) }
    }
    var told = rest.filter { $0.severity >= emphasis.others }
    leftOut = rest.count - told.count
    if emphasis.isInOrderOfFiles {
      told = told.enumerated().sorted { a, b in
        switch (a.element.location, b.element.location) {
        case (let left?, let right?) where left != right: left < right
        case (nil, .some): false
        case (.some, nil): true
        default: a.offset < b.offset
        }
      }.map(\.element)
    }
    var section = Section(heading: emphasis.first.isEmpty ? nil : .whateverElse)
    if let most = emphasis.most {
      var counts: [String: Int] = [:]
      for finding in told {
        guard finding.severity != .error else {
          section.findings.append(finding)
          continue
        }
        counts[finding.rule, default: 0] += 1
        if counts[finding.rule, default: 0] <= most { section.findings.append(finding) }
      }
      section.more = RuleID.allCases.compactMap { id in
        let more = counts[id.rawValue, default: 0] - most
        return more > 0 ? (id.rawValue, more) : nil
      }
    } else {
      section.findings = told
    }
    if !section.findings.isEmpty { sections.append(section) }
    questions =
      emphasis.first.isEmpty
      ? map.questions
      : map.questions.filter { question in
        emphasis.first.contains { $0 == group(question.rule) }
      }
  }
}

extension RuleID {
  /// The group of each rule, by the rule's name.
  static let groups = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue, $0.rule.group) })
}
