import FingerpostModel

/// A board reconciles the policies of a service whose staff have several employers.
struct PartnershipBoardMixedPolicies: Rule {
  let id = RuleID.partnershipBoardMixedPolicies
  let group = RuleGroup.governance
  let summary =
    "Where staff of several employers work in a service, a partnership board settles whose policies "
    + "they follow."
  // The source says helpful; the catalogue holds that staff who follow two policies need an answer.
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E94",
      says:
        "“Where teams are made up of staff from different agencies they may be expected to work "
        + "to different agencies’ policies and procedures, in which case it can be helpful to "
        + "identify a partnership board to iron out any inconsistencies”.")
  ]
  let remedy =
    "Agree among the employers which board settles differences, and write it as a board with "
    + "`kind: partnership` that `oversees:` the service."
  let examples = RuleExamples(
    passing: """
      organisations:
        trust: Exampleton Trust
        council: Exampleton Council
      services:
        infant-team:
          name: Parent-infant team
          staff:
            - {role: Therapist, employer: trust}
            - {role: Family worker, employer: council}
      boards:
        partners: {name: Partnership board, kind: partnership, oversees: [infant-team]}
      """,
    failing: """
      organisations:
        trust: Exampleton Trust
        council: Exampleton Council
      services:
        infant-team:  # here
          name: Parent-infant team
          staff:
            - {role: Therapist, employer: trust}
            - {role: Family worker, employer: council}
      boards:
        infant-board: {name: Infant mental health board, kind: strategic}
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard context.isInUse(service) else { return }
    guard let staff = service.staff, let employer = staff.lazy.compactMap(\.employer).first,
      staff.contains(where: { $0.employer.map { $0 != employer } ?? false })
    else {
      // A service that partners deliver together may well have staff of several employers.
      if service.partners?.isEmpty == false,
        service.staff?.contains(where: { $0.employer == nil }) ?? true
      {
        answers.ask(.employers)
      }
      return
    }
    let boards = context.map.boards.filter { context.isInUse($0) }
    let partnerships = boards.filter { $0.kind == .partnership }
    if partnerships.contains(where: { $0.oversees?.contains(service.id.named()) == true }) {
      return answers.pass()
    }
    if boards.isEmpty { return answers.ask(.partnershipBoard) }
    if let board = context.firstBoard(of: partnerships, where: { $0.oversees == nil }) {
      return answers.ask(.oversees, about: Subject(board))
    }
    if let board = context.firstBoard(of: boards, where: { $0.kind == nil }) {
      return answers.ask(.kind, about: Subject(board))
    }
    let employers = Set(staff.compactMap(\.employer))
      .map { context.map.organisations[$0]?.name ?? $0.rawValue }.sorted()
    answers.fail(
      "Staff of \(employers.count) employers work in “\(service.name)”, and no partnership board "
        + "settles whose policies they follow.",
      evidence: ["The employers are \(context.list(employers))"],
      remedy: "Agree among them which board settles differences, and write it as a board with "
        + "`kind: partnership` that `oversees:` the service.")
  }
}

extension Question {
  fileprivate static let employers = Question(
    "who employs its staff", many: "who employs their staff", key: "`employer`, under `staff`")
  fileprivate static let partnershipBoard = Question(
    "which board settles whose policies its staff follow",
    many: "which boards settle whose policies their staff follow",
    key: "a board with `kind: partnership` under `boards`")
  fileprivate static let oversees = Question(
    "what it oversees", many: "what they oversee", key: "oversees")
  fileprivate static let kind = Question(
    "what sort of board it is", many: "what sort of boards they are", key: "kind")
}
