import FingerpostModel

/// Somebody holds every seat on a board.
struct SeatVacant: Rule {
  let id = RuleID.seatVacant
  let group = RuleGroup.board
  let summary =
    "Somebody holds every seat on a board, or one of the seats of which at least one has to be held."
  let obligation = Obligation.should
  let authority = [
    Authority(.sense, says: "An empty seat is a part of local life that the board does not hear.")
  ]
  let remedy =
    "Ask whoever chooses the member to do so, and write the role under `member:`. Where the seat may "
    + "stay empty, write `minimum: 0`; where one of several seats is enough, give them the same "
    + "`at-least-one-of:`."
  let examples = RuleExamples(
    passing: """
      boards:
        infant-board:
          name: Infant mental health board
          seats:
            - {represents: [midwifery], member: Head of midwifery}
            - {represents: [early-help], member: none, at-least-one-of: family help}
            - {represents: [childrens-centre], member: Centre manager, at-least-one-of: family help}
      """,
    failing: """
      boards:
        infant-board:
          name: Infant mental health board
          seats:
            - {represents: [midwifery], member: none}  # here
            - {represents: [childrens-centre], member: none, at-least-one-of: family help}  # here
            - {represents: [early-help], member: none, at-least-one-of: family help}
      """)

  let check = RuleCheck.eachBoard { board, context, answers in
    guard context.isInUse(board), let seats = board.seats else { return }
    // Where nobody sits on the board at all, another rule says so.
    if context.rulesRun.contains(.orphanBoard), seats.allSatisfy(\.member.isNone) { return }
    let left = context.functionsLeftToMinimum(on: board)
    var groups: [String: [Seat]] = [:]
    for seat in seats where left.isDisjoint(with: context.functions(of: seat)) {
      let holding = context.holding(of: seat)
      if let group = seat.atLeastOneOf {
        groups[group, default: []].append(seat)
      } else if seat.minimum == 0 || holding.isHeld {
        answers.pass()
      } else if case .empty = holding {
        answers.fail(
          "The seat for “\(context.name(of: seat))” on “\(board.name)” is empty.",
          evidence: (seat.constituency.map { ["The member is chosen by: \($0)"] } ?? [])
            + context.citations(of: seat.origin),
          remedy: "Ask \(seat.constituency ?? "whoever chooses the member") to name somebody, and "
            + "write the role under `member:`.", about: context.subject(seat, on: board))
      } else if holding.isNotStated {
        answers.ask(.seatHolder, about: context.subject(seat, on: board))
      }
    }
    for (_, seats) in groups.sorted(by: { $0.key < $1.key }) {
      let seats = context.inOrder(seats)
      if seats.contains(where: { context.holding(of: $0).isHeld }) {
        answers.pass()
        continue
      }
      let open = seats.filter { context.holding(of: $0).isNotStated }
      for seat in open { answers.ask(.seatHolder, about: context.subject(seat, on: board)) }
      guard open.isEmpty else { continue }
      answers.fail(
        "On “\(board.name)” at least one of these seats has to be held, and none is: "
          + "\(context.list(seats.map { "“\(context.name(of: $0))”" })).",
        evidence: seats.flatMap { context.citations(of: $0.origin) },
        remedy: "Ask one of them to name a member, and write the role under `member:`.",
        about: context.subject(seats[0], on: board))
    }
  }
}
