import FingerpostModel

/// As many people hold a seat as may.
struct SeatHoldersWithinLimits: Rule {
  let id = RuleID.seatHoldersWithinLimits
  let group = RuleGroup.board
  let summary = "As many people hold a seat as its board's terms ask for, no fewer and no more."
  let obligation = Obligation.must
  let authority = [
    Authority(
      .sense,
      says:
        "The fewest and the most people who may hold a seat are requirements that the board set "
        + "itself.")
  ]
  let remedy =
    "Name who else holds the seat under `also-held-by:`, or correct `minimum:` and `maximum:` after "
    + "the terms of reference."
  let examples = RuleExamples(
    passing: """
      boards:
        infant-board:
          name: Infant mental health board
          seats:
            - {stakeholder: [parents-and-carers], member: Parent of the hub, minimum: 2, maximum: 3,
               also-held-by: [Parent of the clinic]}
      """,
    failing: """
      boards:
        infant-board:
          name: Infant mental health board
          seats:
            - {stakeholder: [parents-and-carers], member: Parent of the hub, minimum: 2,  # here
               also-held-by: none}
            - {stakeholder: [voluntary], member: Chief officer, maximum: 1,  # here
               also-held-by: [Scheme manager]}
            - {stakeholder: [policing], member: Superintendent, minimum: 3, maximum: 2}  # here
      """)

  let check = RuleCheck.eachBoard { board, context, answers in
    guard context.isInUse(board) else { return }
    for seat in board.seats ?? [] {
      let minimum = seat.minimum ?? 1
      let subject = context.subject(seat, on: board)
      let name = "The seat for “\(context.name(of: seat))” on “\(board.name)”"
      func fail(_ what: String, _ remedy: String) {
        answers.fail(
          "\(name) \(what).", evidence: context.citations(of: seat.origin), remedy: remedy,
          about: subject)
      }
      if let maximum = seat.maximum, minimum > maximum {
        fail(
          "is for at least \(minimum) and at most \(maximum), which nobody can fulfil",
          "Correct `minimum:` or `maximum:` after the terms of reference.")
        continue
      }
      guard seat.member.value != nil else { continue }
      let holders = 1 + (seat.alsoHeldBy?.count ?? 0)
      if let maximum = seat.maximum, holders > maximum {
        fail(
          "is held by \(holders) people, and at most \(maximum) may hold it",
          "Decide who holds it, or correct `maximum:` after the terms of reference.")
      } else if holders > 1, seat.maximum == nil {
        answers.ask(.maximum, about: subject)
      } else if holders >= minimum {
        answers.pass()
      } else if seat.alsoHeldBy == nil {
        answers.ask(.holders, about: subject)
      } else {
        fail(
          "is held by \(holders == 1 ? "one person" : "\(holders) people"), and at least \(minimum) "
            + "have to hold it",
          "Have another member chosen and name the role under `also-held-by:`, or correct "
            + "`minimum:` after the terms of reference.")
      }
    }
  }
}

extension Question {
  fileprivate static let maximum = Question(
    "how many people may hold it", many: "how many people may hold them", key: "maximum")
  fileprivate static let holders = Question(
    "who else holds it", many: "who else holds them", key: "also-held-by")
}
