import FingerpostModel

/// No accepted exception is past its end date.
struct ExceptionExpired: Rule {
  let id = RuleID.exceptionExpired
  let group = RuleGroup.exceptions
  let summary = "No accepted exception is past its end date."
  let obligation = Obligation.logic
  let authority = [
    Authority(
      .sense, says: "An exception is accepted for a while; after that somebody decides again.")
  ]
  let remedy =
    "Mend what the exception was for and take it out, or have its owner agree a new "
    + "end date."
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
        midwifery: {name: Midwifery, assured: 2026-01-20}
      exceptions:
        - {rule: assured-within-three-months, element: services/midwifery, reason: New manager, # here
           owner: Head of midwifery, until: 2026-06-30}
      """)

  let check = RuleCheck.findings { _, context, answers in
    for exception in context.map.exceptions {
      guard context.isPast(exception.until) else {
        answers.pass()
        continue
      }
      answers.fail(
        "The exception from `\(exception.rule)` for `\(exception.element)` ended "
          + "\(exception.until.onInWords).",
        remedy: "Mend what it was for and take it out, or have \(exception.owner) agree a new end "
          + "date.", about: Subject(exception))
    }
  }
}
