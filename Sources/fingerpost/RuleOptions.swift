import ArgumentParser
import FingerpostRules

/// What maps are checked against, as it is asked for on the command line.
struct RuleOptions: ParsableArguments {
  @Option(
    help: "Check these rules or groups of rules only; separated by commas, or one an option.",
    completion: RuleChoice.completion, transform: RuleChoice.init)
  var only: [RuleChoice] = []

  @Option(
    help: "Leave out these rules or groups of rules.", completion: RuleChoice.completion,
    transform: RuleChoice.init)
  var except: [RuleChoice] = []

  @Option(
    name: .shortAndLong,
    help: """
      The standard to check against, by its name or the file of a profile, instead of those that \
      the maps name; may be given several times.
      """)
  var profile: [String] = []

  func validate() throws {
    if let asked = RuleChoice.rules(of: only),
      asked.isSubset(of: RuleChoice.rules(of: except) ?? [])
    {
      throw ValidationError(
        "--except leaves out every rule that --only asks for, so that no rule is asked; take one of "
          + "them out.")
    }
  }
}
