import FingerpostModel

/// The services that must sit on a strategic board are on the map.
struct BoardMemberServiceAbsent: Rule {
  let id = RuleID.boardMemberServiceAbsent
  let group = RuleGroup.board
  let summary = "The service of each function that must sit on a strategic board is on the map."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E39",
      says:
        "The board: “as a minimum it should include health visiting, midwifery, early help/children’s "
        + "centres, children’s social care, perinatal mental health specialist teams and CAMHS”.")
  ]
  let remedy =
    "Add the service to the map, or write under `service:` of the seat which service its member "
    + "comes from."
  let examples = RuleExamples(
    passing: """
      services:
        midwifery: {name: Midwifery, kind: midwifery}
      boards:
        infant-board:
          name: Infant mental health board
          kind: strategic
          seats:
            - {represents: [midwifery], member: Head of midwifery}
      """,
    failing: """
      services:
        midwifery: {name: Midwifery, kind: midwifery}
      boards:
        infant-board:
          name: Infant mental health board
          kind: strategic
          seats:
            - {represents: [midwifery], member: Head of midwifery}
            - {represents: [camhs], member: Manager of the clinic}  # here
      """)

  let check = RuleCheck.eachStrategicBoard { board, context, answers in
    guard context.isInUse(board) else { return }
    let required = Set(context.profile.minimumFunctions.joined())
    for seat in board.seats ?? [] {
      let functions = (seat.represents ?? []).filter { required.contains($0) }
      guard !functions.isEmpty else { continue }
      if let id = seat.service {
        // A service that the map does not hold is a reference to nothing, which another rule says.
        guard let service = context.map.services[id] else { continue }
        if service.status(on: context.date) != .closed {
          answers.pass()
          continue
        }
        answers.fail(
          "The seat for “\(context.name(of: seat))” on “\(board.name)” is held by “\(service.name)”, "
            + "which is closed.", evidence: context.citations(of: seat.origin),
          remedy:
            "Write the service that took over under `service:` of the seat, or ask it to name "
            + "a member.", about: context.subject(seat, on: board))
      } else if functions.contains(where: { context.hasService(ofKind: $0) }) {
        answers.pass()
      } else if context.map.services.isEmpty
        || context.map.services.contains(where: { $0.kind == nil })
      {
        // A service whose kind is not stated may be the one, and a map without services says nothing.
        answers.ask(.service, about: context.subject(seat, on: board))
      } else {
        answers.fail(
          "“\(board.name)” has a seat for \(context.names(ofEither: functions)), and no such service "
            + "is on the map.", evidence: context.citations(of: seat.origin),
          remedy: "Add the service, with `kind: \(functions[0])`, or write under `service:` of the "
            + "seat which service its member comes from.", about: context.subject(seat, on: board))
      }
    }
  }
}

extension RuleContext {
  /// Whether a service of a kind is on the map and not closed.
  fileprivate func hasService(ofKind kind: ServiceKind.ID) -> Bool {
    services(ofKind: kind).contains { $0.status(on: date) != .closed }
  }
}

extension Question {
  fileprivate static let service = Question(
    "which service its member comes from", many: "which services their members come from",
    key: "service")
}
