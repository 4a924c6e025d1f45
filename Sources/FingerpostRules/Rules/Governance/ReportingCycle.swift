import FingerpostModel

/// Reporting lines do not lead round in a circle.
struct ReportingCycle: Rule {
  let id = RuleID.reportingCycle
  let group = RuleGroup.governance
  let summary =
    "Nothing reports to itself, delegates to itself or lies within itself, not even through others."
  let obligation = Obligation.logic
  let authority = [
    Authority(
      .toolkit, "E19",
      says:
        "A steering group needs “clear and robust reporting lines to senior managers and commissioners”."
    ),
    Authority(.sense, says: "A line that comes back to where it began reaches nobody."),
  ]
  let remedy = "Take out the line that is wrong; the message shows the whole circle."
  let examples = RuleExamples(
    passing: """
      boards:
        steering-group: {name: Steering group, reports-to: [infant-board]}
        infant-board: Infant mental health board
      """,
    failing: """
      boards:
        infant-board: {name: Infant mental health board, reports-to: [steering-group]}  # here
        steering-group: {name: Steering group, reports-to: [infant-board]}
      """)

  let check = RuleCheck.reading([.cycle])
}
