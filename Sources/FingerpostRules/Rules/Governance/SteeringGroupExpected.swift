import FingerpostModel

/// A strategic board that oversees more than one project has a steering group.
struct SteeringGroupExpected: Rule {
  let id = RuleID.steeringGroupExpected
  let group = RuleGroup.governance
  let summary =
    "A strategic board that oversees more than one project or service has a steering group."
  let obligation = Obligation.may
  let authority = [
    Authority(
      .toolkit, "E40",
      says:
        "The board: “they may also decide to appoint an operational steering group who will accept delegated "
        + "responsibility for operational oversight … This is typical where the strategic board "
        + "oversees more than one project, service or priority”.")
  ]
  let remedy =
    "Ask the board whether a steering group would help; write it as a board with "
    + "`kind: operational-steering` and name it under `delegates-to:`."
  let examples = RuleExamples(
    passing: """
      services:
        infant-team: Parent-infant team
        family-hub: Family hub
      boards:
        infant-board:
          name: Infant mental health board
          kind: strategic
          oversees: [infant-team, family-hub]
          delegates-to: [steering-group]
        steering-group: {name: Steering group, kind: operational-steering}
      """,
    failing: """
      services:
        infant-team: Parent-infant team
        family-hub: Family hub
      boards:
        infant-board:  # here
          name: Infant mental health board
          kind: strategic
          oversees: [infant-team, family-hub]
          delegates-to: none
      """)

  let check = RuleCheck.eachStrategicBoard { board, context, answers in
    guard context.isInUse(board) else { return }
    let hasGroup =
      board.delegatesTo?.isEmpty == false
      || context.map.boards.contains {
        $0.kind == .operationalSteering && context.isInUse($0)
          && $0.reportsTo?.contains(board.id.named()) == true
      }
    if hasGroup { return answers.pass() }
    guard let overseen = board.oversees else { return answers.ask(.oversees) }
    // A plan or another paper is no project.
    let projects = Set(overseen).filter { context.map.documents[$0.named()] == nil }
    guard projects.count > 1 else { return answers.pass() }
    guard board.delegatesTo != nil else { return answers.ask(.delegatesTo) }
    answers.fail(
      "“\(board.name)” oversees \(projects.count) projects or services, and no steering group helps "
        + "it.",
      evidence: [
        "It oversees "
          + context.list(
            context.inOrder(projects).map { "“\(context.map.name(of: $0) ?? $0.rawValue)”" })
      ],
      remedy: "Ask the board whether a steering group would help; if so, add it with "
        + "`kind: operational-steering` and name it under `delegates-to:`.")
  }
}

extension Question {
  fileprivate static let oversees = Question(
    "what it oversees", many: "what they oversee", key: "oversees")
  fileprivate static let delegatesTo = Question(
    "to whom it delegates", many: "to whom they delegate", key: "delegates-to")
}
