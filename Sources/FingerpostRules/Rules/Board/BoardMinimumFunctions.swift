import FingerpostAnalysis
import FingerpostModel

/// A strategic board has a current member for each function that it needs as a minimum.
struct BoardMinimumFunctions: Rule {
  let id = RuleID.boardMinimumFunctions
  let group = RuleGroup.board
  let summary =
    "A strategic board has a current member for each function that it needs as a minimum."
  let obligation = Obligation.must
  let authority = [
    Authority(
      .toolkit, "E39",
      says:
        "The board: “as a minimum it should include health visiting, midwifery, early help/children’s "
        + "centres, children’s social care, perinatal mental health specialist teams and CAMHS”.")
  ]
  let remedy =
    "Agree with the service who speaks for it, and write the role under `member:` of a seat that "
    + "`represents:` the function. One member may represent several functions where the board "
    + "allows it."
  let examples = RuleExamples(
    passing: """
      boards:
        infant-board:
          name: Infant mental health board
          kind: strategic
          seats:
            - {represents: [health-visiting, midwifery], member: Director of nursing}
            - {represents: [childrens-centre], member: Manager of the children's centres}
            - {represents: [childrens-social-care], member: Head of children's social care}
            - {represents: [specialist-perinatal-mental-health, camhs], member: Clinical director}
      """,
    failing: """
      boards:
        infant-board:  # here
          name: Infant mental health board
          kind: strategic
          seats:
            - {represents: [health-visiting], member: Head of health visiting}
            - {represents: [midwifery], member: none}  # here
            - {represents: [childrens-centre], member: Manager of the children's centres, until: 2026-03-31}  # here
            - {represents: [childrens-social-care], member: Head of children's social care}
            - {represents: [adult-mental-health], member: Manager of the adult team}
            - {represents: [camhs], member: Manager of the clinic}
      """)

  let check = RuleCheck.eachStrategicBoard { board, context, answers in
    guard context.isInUse(board), !context.profile.minimumFunctions.isEmpty else { return }
    guard let seats = board.seats else { return answers.ask(.seats) }
    let minimum = BoardMinimum(of: board, seats: seats, in: context)
    var failed = false
    var asked: Set<String> = []
    for slot in minimum.slots where !slot.isHeld {
      let open = slot.seats.filter { context.holding(of: $0).isNotStated }
      let unsaid = open.isEmpty ? minimum.unsaidSeats : []
      for seat in open where asked.insert(seat.id).inserted {
        answers.ask(.seatHolder, about: context.subject(seat, on: board))
      }
      for seat in unsaid where asked.insert(seat.id).inserted {
        answers.ask(.seatPurpose, about: context.subject(seat, on: board))
      }
      if open.isEmpty, unsaid.isEmpty {
        failed = true
        minimum.report(slot, &answers)
      }
    }
    if minimum.reportCompetition(&answers) { failed = true }
    let isUnsure = minimum.slots.contains { $0.seats.isEmpty } && !minimum.unsaidSeats.isEmpty
    if !failed, !isUnsure { answers.pass() }
  }
}

/// The functions that a board needs at least, with the seats that represent them.
private struct BoardMinimum {
  /// Functions any of which will do, with the seats that represent one of them, by id.
  struct Slot {
    let functions: [ServiceKind.ID]
    let seats: [Seat]
    let isHeld: Bool

    /// What tells it from the other slots.
    var id: String { functions.map(\.rawValue).joined(separator: "-or-") }
  }

  let board: Board
  let context: RuleContext
  let slots: [Slot]
  /// Seats that somebody may hold for any function, for all that the map says.
  let unsaidSeats: [Seat]
  private let isSeveralAllowed: Bool

  init(of board: Board, seats: [Seat], in context: RuleContext) {
    self.board = board
    self.context = context
    let seats = context.inOrder(seats)
    slots = context.profile.minimumFunctions.map { functions in
      let candidates = seats.filter { seat in
        context.functions(of: seat).contains { functions.contains($0) }
      }
      return Slot(
        functions: functions, seats: candidates,
        isHeld: candidates.contains { context.holding(of: $0).isHeld })
    }
    unsaidSeats = seats.filter { seat in
      guard context.isForNothingStated(seat) else { return false }
      let holding = context.holding(of: seat)
      return holding.isHeld || holding.isNotStated
    }
    isSeveralAllowed =
      board.oneMemberSeveralFunctions ?? context.profile.oneMemberSeveralFunctions ?? true
  }

  /// Says that nobody sits for a slot, at the seat that is empty or, without one, at the board.
  func report(_ slot: Slot, _ answers: inout Answers) {
    let names = context.names(ofEither: slot.functions)
    guard let seat = slot.seats.first else {
      answers.fail(
        "“\(board.name)” has no seat for \(names).", evidence: genericTeams(for: slot),
        remedy: "Agree with \(names) who speaks for it, and add a seat with "
          + "`represents: [\(slot.functions[0])]`.", detail: slot.id)
      return
    }
    let others = slot.seats.dropFirst().map { sentence(about: $0) }
    answers.fail(
      sentence(about: seat) + " Nobody else sits there for \(names).",
      evidence: others + context.citations(of: seat.origin) + genericTeams(for: slot),
      remedy: "Ask \(names) to name a member, and write the role under `member:` of the seat, with "
        + "the end of the term under `until:`.", detail: slot.id,
      about: context.subject(seat, on: board))
  }

  private func sentence(about seat: Seat) -> String {
    let name = "seat for “\(context.name(of: seat))” on “\(board.name)”"
    return switch context.holding(of: seat) {
    case .ended(let date): "The term of the \(name) ended \(date.onInWords)."
    case .notBegun(let date): "The term of the \(name) begins only \(date.onInWords)."
    case .empty, .held, .notStated: "The \(name) is empty."
    }
  }

  /// Who sits for mental health in general, which does not stand in for the specialist team.
  private func genericTeams(for slot: Slot) -> [String] {
    guard slot.functions.contains("specialist-perinatal-mental-health") else { return [] }
    let generic: Set<ServiceKind.ID> = ["adult-mental-health", "community-mental-health-team"]
    return context.inOrder(board.seats ?? [])
      .filter { seat in context.functions(of: seat).contains { generic.contains($0) } }
      .map { "The seat for “\(context.name(of: $0))” does not stand in for the specialist team." }
  }

  /// Says, where each member may represent one function only, which functions compete for which
  /// members.
  ///
  /// - Returns: Whether any do.
  func reportCompetition(_ answers: inout Answers) -> Bool {
    guard !isSeveralAllowed else { return false }
    var contested = slots.filter { slot in
      slot.seats.contains { context.holding(of: $0).isHeld || context.holding(of: $0).isNotStated }
    }
    var isAny = false
    while let (slots, members) = competition(among: contested) {
      isAny = true
      let functions = context.list(slots.map { context.names(ofEither: $0.functions) })
      let roles = context.list(members.map { "“\($0.role)”" })
      let count = members.count == 1 ? "only one member" : "only \(members.count) members"
      answers.fail(
        "On “\(board.name)” one member may not represent several functions, and \(functions) have "
          + "\(count) between them: \(roles).",
        evidence: slots.map { slot in
          "\(context.names(ofEither: slot.functions)): "
            + context.list(Set(self.members(for: slot)).sorted().map(\.role))
        },
        remedy: "Appoint another member for one of these functions, or write "
          + "`one-member-several-functions: yes` where the terms of reference allow it.",
        detail: slots.map(\.id).joined(separator: " "))
      let reported = Set(slots.map(\.id))
      contested.removeAll { reported.contains($0.id) }
    }
    return isAny
  }

  /// The fewest slots that have too few members between them, with these.
  private func competition(among slots: [Slot]) -> ([Slot], [BoardMember])? {
    let candidates = slots.map { members(for: $0) }
    let everybody = Set(candidates.joined()).sorted()
    let places = Dictionary(uniqueKeysWithValues: everybody.enumerated().map { ($1, $0) })
    let edges = candidates.enumerated().flatMap { left, members in
      members.compactMap { member in places[member].map { (left: left, right: $0) } }
    }
    return BipartiteGraph(leftCount: slots.count, rightCount: everybody.count, edges: edges)
      .smallestDeficientSet()
      .map { reason in (reason.left.map { slots[$0] }, reason.right.map { everybody[$0] }) }
  }

  /// Who can represent a slot; whoever holds a seat of which the map does not say who does counts
  /// as one member more.
  private func members(for slot: Slot) -> [BoardMember] {
    slot.seats.flatMap { seat -> [BoardMember] in
      switch context.holding(of: seat) {
      case .held(let members): members
      case .notStated: [BoardMember(key: "seat \(seat.id)", role: "whoever holds “\(seat.id)”")]
      case .empty, .ended, .notBegun: []
      }
    }
  }
}
