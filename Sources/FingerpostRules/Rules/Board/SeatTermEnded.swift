import FingerpostModel

/// The term of whoever holds a seat has not ended.
struct SeatTermEnded: Rule {
  let id = RuleID.seatTermEnded
  let group = RuleGroup.board
  let summary = "The term of whoever holds a seat on a board has not ended."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .sense, says: "A member whose term is over speaks for nobody until chosen again.")
  ]
  let remedy =
    "Have the member chosen again, or another one, and write the new end under `until:`; if nobody "
    + "was, write `member: none`."
  let examples = RuleExamples(
    passing: """
      boards:
        infant-board:
          name: Infant mental health board
          seats:
            - {represents: [midwifery], member: Head of midwifery, until: 2027-10-31}
      """,
    failing: """
      boards:
        infant-board:
          name: Infant mental health board
          seats:
            - {represents: [midwifery], member: Head of midwifery, until: 2026-03-31}  # here
      """)

  let check = RuleCheck.eachBoard { board, context, answers in
    guard context.isInUse(board), let seats = board.seats else { return }
    let hasTerms = seats.contains { $0.until != nil }
    let left = context.functionsLeftToMinimum(on: board)
    for seat in seats
    where !seat.member.isNone && left.isDisjoint(with: context.functions(of: seat)) {
      if let until = seat.until, context.isPast(until) {
        let role = seat.member.value.map { "“\($0)”" } ?? "whoever held it"
        answers.fail(
          "The term of \(role) in the seat for “\(context.name(of: seat))” on “\(board.name)” ended "
            + "\(until.onInWords).", evidence: context.citations(of: seat.origin),
          remedy: "Have the member chosen again, or another one, and write the new end under "
            + "`until:`; if nobody was, write `member: none`.",
          about: context.subject(seat, on: board))
      } else if seat.until != nil {
        answers.pass()
      } else if hasTerms, seat.member.isStated {
        // Where no seat of a board has a term, its members are not chosen for one.
        answers.ask(.term, about: context.subject(seat, on: board))
      }
    }
  }
}

extension Question {
  fileprivate static let term = Question(
    "when the term of its member ends", many: "when the terms of their members end", key: "until")
}
