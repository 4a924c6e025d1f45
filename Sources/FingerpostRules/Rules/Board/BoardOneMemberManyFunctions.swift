import FingerpostModel

/// No member of a board represents more functions than one person can.
struct BoardOneMemberManyFunctions: Rule {
  let id = RuleID.boardOneMemberManyFunctions
  let group = RuleGroup.board
  let summary = "No member of a board represents more than two functions."
  let obligation = Obligation.may
  let authority = [
    Authority(
      .toolkit, "E39",
      says: "The minimum is six functions, not six people; a member who represents most of them "
        + "can hardly speak for each.")
  ]
  let remedy =
    "Ask whether each of the functions hears what the board decides; where one does not, give it a "
    + "member of its own."
  let examples = RuleExamples(
    passing: """
      boards:
        infant-board:
          name: Infant mental health board
          kind: strategic
          seats:
            - {represents: [health-visiting, midwifery], member: Director of nursing}
            - {represents: [camhs], member: Manager of the clinic}
      """,
    failing: """
      boards:
        infant-board:
          name: Infant mental health board
          kind: strategic
          seats:
            - {represents: [health-visiting, midwifery], member: Director of nursing}
            - {represents: [camhs], member: Director of nursing}  # here
      """)

  let check = RuleCheck.eachBoard { board, context, answers in
    guard context.isInUse(board), let seats = board.seats,
      let limit = context.profile.limits.functionsPerMember
    else { return }
    // Where a member may represent one function only, two are too many already.
    if context.isOneFunctionEach(on: board), context.rulesRun.contains(.seatOneFunctionEach) {
      return
    }
    var functions: [BoardMember: [ServiceKind.ID]] = [:]
    var firstSeat: [BoardMember: Seat] = [:]
    for seat in context.inOrder(seats) {
      guard case .held(let members) = context.holding(of: seat), let represented = seat.represents
      else { continue }
      for member in members {
        functions[member, default: []] += represented
        if firstSeat[member] == nil { firstSeat[member] = seat }
      }
    }
    var failed = false
    for (member, represented) in functions.sorted(by: { $0.key < $1.key }) {
      let slots = context.slots(of: represented)
      guard slots.count > limit, let seat = firstSeat[member] else { continue }
      failed = true
      answers.fail(
        "“\(member.role)” represents \(slots.count) functions on “\(board.name)”: "
          + "\(context.list(slots.map { context.names(ofEither: $0) })).",
        evidence: context.citations(of: seat.origin),
        remedy:
          "Ask whether each of them hears what the board decides; where one does not, give it "
          + "a member of its own.", about: context.subject(seat, on: board))
    }
    if !failed, !functions.isEmpty { answers.pass() }
  }
}
