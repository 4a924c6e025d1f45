import FingerpostModel
import FingerpostRules

/// The page that lists every rule, made from the rules.
public enum RulesPage {
  /// The page as Markdown, the same text every time.
  public static func markdown() -> String {
    let rules = RuleID.allCases.map(\.rule)
    let groups = RuleGroup.allCases.map { group in
      (group: group, rules: rules.filter { $0.group == group })
    }
    return
      ([introduction(count: rules.count)]
      + groups.map { overview(of: $0.group, $0.rules) } + [remarks]
      + rules.map(section)).joined(separator: "\n\n") + "\n"
  }

  private static func introduction(count: Int) -> String {
    """
    # The rules

    <!-- Made by `fingerpost rules --markdown`; `make docs` writes it anew. -->

    `fingerpost check` asks \(count) rules of a map. A rule looks at one element after another and ends in
    one of three ways: the element is as the rule asks, it is not, or the map does not say. What a map
    does not say is an open question, and never a failure unless `--strict` is given.

    How much a failure matters follows the verb of the source: minimum, requires or legal is an
    **error**; should, need or vital a **warning**; ideally, helpful or may a **note**. A rule about
    safety goes up one level. What cannot be, such as a sum that does not add up, is always an error.
    [Profiles](profiles.md) say which rules are asked, and can change how much they matter.

    `fingerpost rules explain` and the name of a rule prints what stands here about it.

    ## All rules
    """
  }

  private static func overview(of group: RuleGroup, _ rules: [any Rule]) -> String {
    let rows = rules.map { rule in
      "| [\(rule.id.rawValue)](#\(rule.id.rawValue)) | \(rule.severity.rawValue) "
        + "| \(rule.summary.inTable) | "
        + rule.authority.map(\.citation.inTable).joined(separator: "; ") + " |"
    }
    return """
      ### \(group.label)

      | rule | a failure is | what it asks | on whose word |
      |---|---|---|---|
      \(rows.joined(separator: "\n"))
      """
  }

  private static var remarks: String {
    func table(_ remarks: [CatalogueRemarks.Remark]) -> String {
      let rows = remarks.map { remark in
        let rules = remark.rules.map { "[\($0.rawValue)](#\($0.rawValue))" }
        return "| \(remark.name) | \(rules.joined(separator: ", ")) | \(remark.reason.inTable) |"
      }
      return (["| in the catalogue | asked by | why |", "|---|---|---|"] + rows)
        .joined(separator: "\n")
    }
    return """
      ### Not rules of their own

      The catalogue that these rules come from has lines that are part of another rule, or that no map
      can decide.

      \(table(CatalogueRemarks.merged + CatalogueRemarks.leftOut))

      ## Each rule
      """
  }

  private static func section(_ rule: any Rule) -> String {
    let authority = rule.authority.map { "- \($0.citation): \($0.says)" }
    let profiles = ProfileName.allCases.map(\.profile)
      .filter { $0.rules.contains(rule.id.rawValue) }.map { "`\($0.id)`" }
    return """
      ### \(rule.id.rawValue)

      \(rule.summary)

      A failure is \(rule.severity.withArticle). The source: \(rule.obligation.label)\(rule.isAboutSafety ? "; it is about safety, so it goes up one level" : "").
      Asked for by \(profiles.joined(separator: ", ")).

      On whose word:

      \(authority.joined(separator: "\n"))

      A map that passes:

      ```yaml
      \(rule.examples.passing)
      ```

      A map that fails:

      ```yaml
      \(rule.examples.failing)
      ```

      \(rule.remedy)
      """
  }
}

extension Severity {
  /// `an error`, `a warning`, `a note`.
  var withArticle: String { self == .error ? "an error" : "a \(rawValue)" }
}

extension String {
  /// The text for a cell of a table in Markdown.
  var inTable: String { split(separator: "|").joined(separator: "\\|") }
}
