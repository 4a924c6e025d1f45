import FingerpostModel

/// Project risks reach the strategic board.
struct RiskEscalationPath: Rule {
  let id = RuleID.riskEscalationPath
  let group = RuleGroup.governance
  let summary = "Somebody brings project risks to the strategic board."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E54",
      says:
        "“Project risks … would normally be collated on a risk register so that the operational "
        + "lead can discuss with the strategic board what needs to be done”.")
  ]
  let remedy =
    "Agree who brings the register of project risks to the board, and write it under `risk:`, such "
    + "as `risk: {from: Operational lead, register: risk-register}`."
  let examples = RuleExamples(
    passing: """
      boards:
        infant-board:
          name: Infant mental health board
          kind: strategic
          risk: {from: Operational lead}
      """,
    failing: """
      boards:
        infant-board:  # here
          name: Infant mental health board
          kind: strategic
          risk: none
      """)

  let check = RuleCheck.eachStrategicBoard { board, context, answers in
    guard context.isInUse(board) else { return }
    switch board.risk {
    case .stated(let line) where line.from != nil: answers.pass()
    case .stated, .notStated: answers.ask(.risk)
    case .none:
      answers.fail(
        "Nobody brings project risks to “\(board.name)”.",
        evidence: context.citations(of: board.origin),
        remedy: "Agree who brings the register of project risks to the board, and write the role "
          + "under `risk: {from: …}`.")
    }
  }
}

extension Question {
  fileprivate static let risk = Question(
    "who brings project risks to it", many: "who brings project risks to them",
    key: "`from`, under `risk`")
}
