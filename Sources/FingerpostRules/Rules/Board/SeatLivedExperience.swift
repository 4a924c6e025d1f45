import FingerpostModel

/// A seat that is kept for lived experience is held by somebody who has it.
struct SeatLivedExperience: Rule {
  let id = RuleID.seatLivedExperience
  let group = RuleGroup.board
  let summary =
    "A seat that is kept for somebody with lived experience is held by somebody with it."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E14",
      says: "“Work with others (ideally including parents) to develop a joint strategic vision”."),
    Authority(
      .sense, says: "A seat that was promised to families is theirs, and not a professional's."),
  ]
  let remedy =
    "Ask parents and carers to choose the member, and write `lived-experience: yes` on the seat; give "
    + "the present member a seat of another kind."
  let examples = RuleExamples(
    passing: """
      boards:
        infant-board:
          name: Infant mental health board
          seats:
            - {stakeholder: [parents-and-carers], member: Parent representative,
               for-lived-experience: yes, lived-experience: yes}
      """,
    failing: """
      boards:
        infant-board:
          name: Infant mental health board
          seats:
            - {stakeholder: [parents-and-carers], member: Participation officer,  # here
               for-lived-experience: yes, lived-experience: no}
      """)

  let check = RuleCheck.eachBoard { board, context, answers in
    guard context.isInUse(board) else { return }
    for seat in board.seats ?? [] where seat.forLivedExperience == true {
      guard case .held(let members) = context.holding(of: seat) else { continue }
      let subject = context.subject(seat, on: board)
      switch seat.livedExperience {
      case true?: answers.pass()
      case nil: answers.ask(.livedExperience, about: subject)
      case false?:
        answers.fail(
          "The seat for “\(context.name(of: seat))” on “\(board.name)” is kept for somebody with "
            + "lived experience, and \(context.list(members.map { "“\($0.role)”" })), who "
            + "\(members.count == 1 ? "holds it, has" : "hold it, have") none.",
          evidence: context.citations(of: seat.origin),
          remedy: "Ask \(seat.constituency ?? "parents and carers") to choose a member, and write "
            + "`lived-experience: yes` on the seat.", about: subject)
      }
    }
  }
}

extension Question {
  fileprivate static let livedExperience = Question(
    "whether those who hold it have lived experience",
    many: "whether those who hold them have lived experience", key: "lived-experience")
}
