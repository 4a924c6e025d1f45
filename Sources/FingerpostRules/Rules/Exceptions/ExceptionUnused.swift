import FingerpostModel

/// Every accepted exception still accepts something.
struct ExceptionUnused: Rule {
  let id = RuleID.exceptionUnused
  let group = RuleGroup.exceptions
  let summary = "Every accepted exception still accepts something."
  let obligation = Obligation.logic
  let authority = [
    Authority(
      .sense,
      says: "An exception that accepts nothing hides the next failure of its rule unseen.")
  ]
  let remedy = "Take the exception out, or correct the rule or the element that it names."
  let examples = RuleExamples(
    passing: """
      services:
        midwifery: {name: Midwifery, assured: 2026-01-20}
      exceptions:
        - {rule: assured-within-three-months, element: services/midwifery, reason: New manager,
           owner: Head of midwifery, until: 2026-12-31}
      """,
    failing: """
      services:
        midwifery: {name: Midwifery, assured: 2026-10-20}
      exceptions:
        - {rule: assured-within-three-months, element: services/midwifery, reason: New manager, # here
           owner: Head of midwifery, until: 2026-12-31}
      """)

  let check = RuleCheck.findings { findings, context, answers in
    for exception in context.map.exceptions {
      let rule = RuleID(rawValue: exception.rule)
      // A rule that was left out for this run says nothing about its exceptions.
      if let rule, context.rulesAsked.contains(rule), !context.rulesRun.contains(rule) { continue }
      // One that is past its end accepts nothing in any case, which another rule says.
      if context.isPast(exception.until), context.rulesRun.contains(.exceptionExpired) { continue }
      if findings.contains(where: {
        $0.rule == exception.rule && $0.element == exception.element
      }) {
        answers.pass()
        continue
      }
      let why =
        if rule == nil {
          "there is no rule of that name"
        } else if !context.rulesRun.contains(where: { $0 == rule }) {
          "no profile of this map asks for that rule"
        } else if !context.map.holds(exception.element) {
          "there is no such element on the map"
            + (context.map.nearest(to: exception.element).map { "; did you mean `\($0)`?" } ?? "")
        } else {
          "that rule finds nothing wrong there"
        }
      answers.fail(
        "The exception from `\(exception.rule)` for `\(exception.element)` accepts nothing: \(why)"
          + (why.hasSuffix("?") ? "" : "."),
        remedy: "Take it out, or correct the rule or the element that it names; "
          + "`fingerpost rules` lists the rules.", about: Subject(exception))
    }
  }
}
