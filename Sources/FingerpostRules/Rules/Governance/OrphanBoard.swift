import FingerpostModel

/// Somebody sits on a board, and somebody reports to it.
struct OrphanBoard: Rule {
  let id = RuleID.orphanBoard
  let group = RuleGroup.governance
  let summary = "Somebody sits on a board, and it oversees something or somebody reports to it."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E37",
      says:
        "In its words: “we advocate for parent-infant relationship teams to report into” a board.")
  ]
  let remedy =
    "Write who sits on the board under `seats:` and what it oversees under `oversees:`; if it no "
    + "longer meets, write `status: closed`."
  let examples = RuleExamples(
    passing: """
      services:
        infant-team: {name: Parent-infant team, reports-to: [infant-board]}
      boards:
        infant-board:
          name: Infant mental health board
          kind: strategic
          seats:
            - {represents: [midwifery], member: Head of midwifery}
      """,
    failing: """
      boards:
        infant-board:  # here
          name: Infant mental health board
          kind: strategic
          oversees: none
          seats:
            - {represents: [midwifery], member: Head of midwifery}
        steering-group:  # here
          name: Steering group
          kind: operational-steering
          oversees: none
          seats: none
      """)

  let check = RuleCheck.eachBoard { board, context, answers in
    guard context.isInUse(board) else { return }
    let hasMembers = board.seats.map { seats in seats.contains { !$0.member.isNone } }
    if hasMembers == false {
      answers.fail(
        "Nobody sits on “\(board.name)”.", evidence: context.citations(of: board.origin),
        remedy: "Name its members under `seats:`, or write `status: closed` if it no longer meets.",
        detail: "members")
    }
    // Only boards that steer have anything under them.
    let steers = board.kind == .strategic || board.kind == .operationalSteering
    let hasReports =
      !steers || context.boardsReportedTo.contains(board.id.named())
      || board.oversees?.isEmpty == false
    if !hasReports, board.oversees != nil {
      answers.fail(
        "“\(board.name)” oversees nothing, and nobody reports to it.",
        evidence: context.citations(of: board.origin),
        remedy: "Write what it oversees under `oversees:`, or name it under `reports-to:` of the "
          + "services and boards below it.", detail: "reports")
    }
    if hasMembers == nil { answers.ask(.seats) }
    if !hasReports, board.oversees == nil { answers.ask(.oversees) }
    if hasMembers == true, hasReports { answers.pass() }
  }
}

extension Question {
  fileprivate static let oversees = Question(
    "what it oversees", many: "what they oversee", key: "oversees")
}
