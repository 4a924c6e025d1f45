import FingerpostModel

/// Enough seats of a board are held for it to decide.
struct BoardQuorumReachable: Rule {
  let id = RuleID.boardQuorumReachable
  let group = RuleGroup.board
  let summary = "Enough seats of a board are held for it to decide anything."
  let obligation = Obligation.must
  let authority = [
    Authority(
      .sense,
      says: "A quorum is a requirement that the board set itself; without it no decision holds.")
  ]
  let remedy =
    "Have the empty seats filled, or agree a quorum that the board can reach and write it under "
    + "`quorum:`."
  let examples = RuleExamples(
    passing: """
      boards:
        infant-board:
          name: Infant mental health board
          quorum: 2
          seats:
            - {represents: [midwifery], member: Head of midwifery}
            - {represents: [health-visiting], member: Head of health visiting}
            - {represents: [camhs], member: none}
      """,
    failing: """
      boards:
        infant-board:  # here
          name: Infant mental health board
          quorum: 2
          seats:
            - {represents: [midwifery], member: Head of midwifery}
            - {represents: [health-visiting], member: Head of health visiting, votes: no}
            - {represents: [camhs], member: none}
      """)

  let check = RuleCheck.eachBoard { board, context, answers in
    guard context.isInUse(board), let seats = board.seats else { return }
    let quorum: Int
    switch board.quorum {
    case .notStated: return answers.ask(.quorum)
    case .none: return answers.pass()
    case .stated(let quantity):
      // A quorum that is only roughly known decides nothing.
      guard quantity.bound == .exactly || quantity.bound == .atLeast else { return }
      quorum = quantity.number
    }
    let voting = seats.filter { $0.votes != false }
    let held = voting.count { context.holding(of: $0).isHeld }
    if held >= quorum { return answers.pass() }
    let open = voting.filter { context.holding(of: $0).isNotStated }
    if held + open.count >= quorum {
      for seat in open {
        answers.ask(.seatHolder, about: context.subject(seat, on: board))
      }
      return
    }
    let possible = held + open.count
    let count =
      possible == 0
      ? "none is held" : possible == 1 ? "only one is held" : "only \(possible) are held"
    let without = voting.filter { seat in
      let holding = context.holding(of: seat)
      return !holding.isHeld && !holding.isNotStated
    }
    answers.fail(
      "“\(board.name)” cannot decide anything: \(quorum) seats that vote have to be held, and "
        + "\(count).",
      evidence: without.map { "Without a member: “\(context.name(of: $0))”" }.sorted()
        + context.citations(of: board.origin),
      remedy:
        "Have the empty seats filled, or agree a quorum that the board can reach and write it "
        + "under `quorum:`.")
  }
}

extension Question {
  fileprivate static let quorum = Question(
    "how many seats must be filled for it to decide",
    many: "how many seats must be filled for them to decide", key: "quorum")
}
