public import ArgumentParser
public import FingerpostModel
public import FingerpostReports
import FingerpostFormats
package import FingerpostPublishing
import FingerpostRules

extension Severity: ExpressibleByArgument {}

extension ReportReader: ExpressibleByArgument {}

extension ReportFormat: ExpressibleByArgument {
  /// The name and what the form is for, for the help.
  var help: String { "\(rawValue) (\(purpose))" }
}

/// The rules that a person names on the command line, each by itself or by its group.
struct RuleChoice: Sendable {
  let rules: Set<RuleID>

  /// Reads names of rules and groups, separated by commas.
  init(_ argument: String) throws {
    var rules: Set<RuleID> = []
    for word in argument.split(separator: ",").map({ String($0) }) {
      if let rule = RuleID(rawValue: word) {
        rules.insert(rule)
      } else if let group = RuleGroup(rawValue: word) {
        rules.formUnion(RuleID.allCases.filter { $0.rule.group == group })
      } else {
        let near = word.nearest(in: Self.names)
        throw ValidationError(
          "there is no rule or group of rules `\(word)`; "
            + (near.map { "did you mean `\($0)`?" } ?? "`fingerpost rules` lists them"))
      }
    }
    guard !rules.isEmpty else {
      throw ValidationError("it names no rule; `fingerpost rules` lists them")
    }
    self.rules = rules
  }

  private static let names =
    RuleGroup.allCases.map(\.rawValue) + RuleID.allCases.map(\.rawValue)

  /// What a shell offers.
  static var completion: CompletionKind { .list(names) }

  /// All that was chosen; `nil` when nothing was.
  static func rules(of choices: [RuleChoice]) -> Set<RuleID>? {
    choices.isEmpty ? nil : choices.reduce(into: []) { $0.formUnion($1.rules) }
  }
}

extension CheckingDate: ExpressibleByArgument {
  package init?(argument: String) {
    switch argument {
    case "today": self = .today
    case "as-of": self = .asOf
    default:
      guard let day = CalendarDate(argument: argument) else { return nil }
      self = .day(day)
    }
  }

  package var defaultValueDescription: String { "today" }
}
