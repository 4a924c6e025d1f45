import FingerpostModel

/// The perinatal seat of a strategic board is held by a specialist perinatal team.
struct BoardSpecialistPerinatalNotGeneric: Rule {
  let id = RuleID.boardSpecialistPerinatalNotGeneric
  let group = RuleGroup.board
  let summary =
    "The seat for specialist perinatal mental health is held by a specialist team, not by a general "
    + "mental health team."
  let obligation = Obligation.must
  let authority = [
    Authority(
      .toolkit, "E39",
      says:
        "The board: “as a minimum it should include … perinatal mental health specialist teams”.")
  ]
  let remedy =
    "Ask the specialist perinatal mental health team to name a member, and write its service under "
    + "`service:` of the seat; give the general team a seat of its own."
  let examples = RuleExamples(
    passing: """
      services:
        perinatal-team: {name: Perinatal team, kind: specialist-perinatal-mental-health}
      boards:
        infant-board:
          name: Infant mental health board
          kind: strategic
          seats:
            - {represents: [specialist-perinatal-mental-health], member: Team manager,
               service: perinatal-team}
      """,
    failing: """
      services:
        adult-team: {name: Adult mental health team, kind: adult-mental-health}
      boards:
        infant-board:
          name: Infant mental health board
          kind: strategic
          seats:
            - {represents: [specialist-perinatal-mental-health], member: Team manager,  # here
               service: adult-team}
      """)

  let check = RuleCheck.eachStrategicBoard { board, context, answers in
    let specialist: ServiceKind.ID = "specialist-perinatal-mental-health"
    guard context.isInUse(board) else { return }
    for seat in board.seats ?? [] where seat.represents?.contains(specialist) == true {
      let subject = context.subject(seat, on: board)
      guard let id = seat.service else {
        // Who holds the seat has to be known first.
        if context.holding(of: seat).isHeld { answers.ask(.service, about: subject) }
        continue
      }
      guard !seat.member.isNone, let service = context.map.services[id] else { continue }
      guard let kind = service.kind else {
        answers.ask(.kind, about: Subject(service))
        continue
      }
      if kind == specialist {
        answers.pass()
        continue
      }
      answers.fail(
        "The seat for “\(context.map.name(of: specialist))” on “\(board.name)” is held by "
          + "“\(service.name)”, whose kind is “\(context.map.name(of: kind))”.",
        evidence: context.citations(of: seat.origin),
        remedy: "Ask the specialist perinatal mental health team to name a member, and write its "
          + "service under `service:`; give “\(service.name)” a seat with `represents: [\(kind)]`.",
        about: subject)
    }
  }
}

extension Question {
  fileprivate static let service = Question(
    "which service its member comes from", many: "which services their members come from",
    key: "service")
  fileprivate static let kind = Question("what it is", many: "what they are", key: "kind")
}
