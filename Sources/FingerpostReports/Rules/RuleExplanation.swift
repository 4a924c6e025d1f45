import FingerpostModel
public import FingerpostRules

/// What a rule asks, for people at a terminal.
public enum RuleExplanation {
  /// Everything about a rule: what it asks, on whose word, what passes, what fails, how to mend it.
  public static func text(of rule: any Rule) -> String {
    let authority = rule.authority.map { "  \($0.citation)\n    “\($0.says)”" }
    let profiles = ProfileName.allCases.map(\.profile)
      .filter { $0.rules.contains(rule.id.rawValue) }.map { "\($0.id)" }
    return """
      \(rule.id.rawValue)
        \(rule.summary)

      How much it matters
        A failure is \(rule.severity.withArticle) (\(rule.obligation.label)\(rule.isAboutSafety ? "; it is about safety, which is one level more" : "")).
        Profiles that ask for it: \(profiles.joined(separator: ", ")).

      On whose word
      \(authority.joined(separator: "\n"))

      A map that passes
      \(rule.examples.passing.indented)

      A map that fails, at the lines marked # here
      \(rule.examples.failing.indented)

      How to mend it
        \(rule.remedy)

      """
  }

  /// The rules, a line each, under the headings of their groups.
  public static func list() -> String {
    let width = RuleID.allCases.map(\.rawValue.count).max() ?? 0
    return RuleGroup.allCases.compactMap { group in
      let rules = RuleID.allCases.map(\.rule).filter { $0.group == group }
      guard !rules.isEmpty else { return nil }
      let lines = rules.map { rule in
        let name = rule.id.rawValue
        let severity = rule.severity.rawValue
        return "  \(name)\(String(repeating: " ", count: width - name.count))  "
          + "\(severity)\(String(repeating: " ", count: 9 - severity.count))\(rule.summary)"
      }
      return ([group.label + " (\(group.rawValue))"] + lines).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }
}

extension String {
  /// The lines of the text, two spaces in.
  var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  \($0)" }
      .joined(separator: "\n")
  }
}
