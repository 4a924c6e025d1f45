import FingerpostModel

/// Each member represents one function where the board's terms allow no more.
struct SeatOneFunctionEach: Rule {
  let id = RuleID.seatOneFunctionEach
  let group = RuleGroup.board
  let summary =
    "Where one member of a board may not represent several functions, each represents one."
  let obligation = Obligation.must
  let authority = [
    Authority(
      .sense,
      says:
        "Whether one member may represent several functions is a requirement that the board set "
        + "itself.")
  ]
  let remedy =
    "Have another member chosen for one of the functions, or write "
    + "`one-member-several-functions: yes` where the terms of reference allow it."
  let examples = RuleExamples(
    passing: """
      boards:
        infant-board:
          name: Infant mental health board
          one-member-several-functions: no
          seats:
            - {represents: [midwifery], member: Head of midwifery}
            - {represents: [health-visiting], member: Head nurse}
      """,
    failing: """
      boards:
        infant-board:
          name: Infant mental health board
          one-member-several-functions: no
          seats:
            - {represents: [midwifery], member: Head nurse}
            - {represents: [health-visiting], member: Head nurse}  # here
            - {represents: [camhs, paediatrics], member: Children's doctor}  # here
      """)

  let check = RuleCheck.eachBoard { board, context, answers in
    guard context.isInUse(board), context.isOneFunctionEach(on: board), let seats = board.seats
    else { return }
    let representation = Representation(seats, context)
    var failed = false
    for (member, seats) in representation.seatsByMember.sorted(by: { $0.key < $1.key }) {
      let slots = context.slots(of: seats.flatMap { context.functions(of: $0) })
      guard slots.count > 1, let seat = seats.first else { continue }
      failed = true
      if representation.isLeftToMinimum(slots, of: board, context) { continue }
      let names = slots.map { context.names(ofEither: $0) }
      answers.fail(
        "On “\(board.name)” one member may not represent several functions, and “\(member.role)” "
          + "represents \(context.list(names)).",
        evidence: context.citations(of: board.origin),
        remedy: "Have another member chosen for \(names.joined(separator: " or ")), or write "
          + "`one-member-several-functions: yes` where the terms of reference allow it.",
        detail: slots.joined().map(\.rawValue).joined(separator: " "),
        about: context.subject(seat, on: board))
    }
    if !failed, !representation.seatsByMember.isEmpty { answers.pass() }
  }

  /// Who represents what on a board, as far as that is sure.
  private struct Representation {
    /// The seats that a member holds alone; a seat with several holders may give each a function.
    private(set) var seatsByMember: [BoardMember: [Seat]] = [:]
    /// How many may represent a function, whoever they are.
    private var candidates: [ServiceKind.ID: Set<String>] = [:]

    init(_ seats: [Seat], _ context: RuleContext) {
      for seat in context.inOrder(seats) {
        var keys: Set<String> = []
        switch context.holding(of: seat) {
        case .held(let members):
          keys = Set(members.map(\.key))
          if members.count == 1 { seatsByMember[members[0], default: []].append(seat) }
        case .notStated: keys = ["the seat \(seat.id)"]
        case .empty, .ended, .notBegun: break
        }
        for function in context.functions(of: seat) {
          candidates[function, default: []].formUnion(keys)
        }
      }
    }

    /// Whether `board-minimum-functions` says the same: each of the functions is of the minimum, and
    /// nobody else can represent it.
    func isLeftToMinimum(
      _ slots: [[ServiceKind.ID]], of board: Board, _ context: RuleContext
    ) -> Bool {
      guard board.kind == .strategic, context.rulesRun.contains(.boardMinimumFunctions) else {
        return false
      }
      return slots.allSatisfy { slot in
        guard let whole = context.profile.minimumFunctions.first(where: { $0.contains(slot[0]) })
        else { return false }
        return Set(whole.flatMap { candidates[$0] ?? [] }).count == 1
      }
    }
  }
}
