import FingerpostModel

/// Commissioners sit on a strategic board or hear from it.
struct BoardCommissionerLink: Rule {
  let id = RuleID.boardCommissionerLink
  let group = RuleGroup.board
  let summary = "A commissioner sits on a strategic board, or its lines reach commissioners."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E33",
      says: "“Engage with commissioners to ensure a two-way flow of communication, including data”."
    ),
    Authority(
      .toolkit, "E35", says: "“Ensure a shared vision across commissioning and delivery”."),
  ]
  let remedy =
    "Invite a commissioner (`stakeholder: [commissioners]` on the seat), or agree how the board "
    + "reports to commissioners and write it under `reports-to:`."
  let examples = RuleExamples(
    passing: """
      boards:
        infant-board:
          name: Infant mental health board
          kind: strategic
          seats:
            - {stakeholder: [commissioners], member: Commissioner for children}
      """,
    failing: """
      boards:
        infant-board:  # here
          name: Infant mental health board
          kind: strategic
          reports-to-commissioners: no
          seats:
            - {represents: [health-visiting], member: Head of health visiting}
      """)

  let check = RuleCheck.eachStrategicBoard { board, context, answers in
    guard context.isInUse(board) else { return }
    let taken = board.seats?.filter { seat in
      let holding = context.holding(of: seat)
      return holding.isHeld || holding.isNotStated
    }
    let reaches = context.reachesCommissioners(board)
    if reaches == true || taken?.contains(where: { context.isForCommissioner($0) }) == true {
      return answers.pass()
    }
    guard let taken else { return answers.ask(.seats) }
    let unsaid = taken.filter { context.isForNothingStated($0) }
    guard unsaid.isEmpty else {
      for seat in unsaid { answers.ask(.seatPurpose, about: context.subject(seat, on: board)) }
      return
    }
    guard reaches == false, !taken.contains(where: { context.isPossiblyForCommissioner($0) }) else {
      return answers.ask(.lines)
    }
    answers.fail(
      "No commissioner sits on “\(board.name)”, and none of its lines reaches commissioners.",
      evidence: context.citations(of: board.origin),
      remedy:
        "Invite a commissioner, with `stakeholder: [commissioners]` on the seat, or agree how "
        + "the board reports to commissioners and write it under `reports-to:`.")
  }
}

extension RuleContext {
  /// Whether a seat is a commissioner's: it says so, or its member comes from a body that
  /// commissions services and runs none.
  fileprivate func isForCommissioner(_ seat: Seat) -> Bool {
    if seat.stakeholder?.contains(.commissioners) == true { return true }
    guard let body = seat.organisation else { return false }
    return commissioners.contains(body.named()) && !providers.contains(body)
  }

  /// Whether a seat's member comes from a body that runs no service, while the map does not say who
  /// commissions them all.
  fileprivate func isPossiblyForCommissioner(_ seat: Seat) -> Bool {
    guard let body = seat.organisation, !isWhoCommissionsStated else { return false }
    return !providers.contains(body)
  }
}

extension Question {
  fileprivate static let lines = Question(
    "whether its lines reach commissioners", many: "whether their lines reach commissioners",
    key: "reports-to-commissioners")
}
