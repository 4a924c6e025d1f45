import ArgumentParser
import FingerpostFormats
import FingerpostModel
import FingerpostReports
import FingerpostRules

/// Lists the rules, and explains one.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: CommandName.rules.rawValue,
    abstract: "List the rules, and explain what one asks and on whose word.",
    discussion: """
      `fingerpost rules` lists every rule with how much a failure matters. `fingerpost rules explain` \
      and the name of a rule says what it asks, on whose word, shows a map that passes and one that \
      fails, and says how to mend it.
      """,
    subcommands: [List.self, Explain.self], defaultSubcommand: List.self)

  /// Lists the rules.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List every rule.")

    @Flag(help: "Print the page docs/rules.md, with every rule in full.") var markdown = false

    func run() throws {
      try Terminal().show(markdown ? RulesPage.markdown() : RuleExplanation.list())
    }
  }

  /// Explains a rule.
  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Explain one rule.")

    @Argument(help: "The name of the rule.", completion: .list(RuleID.allCases.map(\.rawValue)))
    var rule: String

    func validate() throws {
      guard RuleID(rawValue: rule) == nil else { return }
      let near = rule.nearest(in: RuleID.allCases.map(\.rawValue))
      throw ValidationError(
        "there is no rule `\(rule)`; "
          + (near.map { "did you mean `\($0)`?" } ?? "`fingerpost rules` lists them"))
    }

    func run() throws {
      guard let id = RuleID(rawValue: rule) else { return }
      try Terminal().show(RuleExplanation.text(of: id.rule))
    }
  }
}
