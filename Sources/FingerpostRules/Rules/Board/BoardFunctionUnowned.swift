import FingerpostModel

/// Each purpose of a strategic board belongs to somebody.
struct BoardFunctionUnowned: Rule {
  let id = RuleID.boardFunctionUnowned
  let group = RuleGroup.board
  let summary = "Each of the five purposes of a strategic board belongs to it or to another board."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E35",
      says:
        "“The function of a strategic board is to” lead in a joint strategic vision, see to the "
        + "fit of training plans, remove barriers between agencies, ensure a shared vision across "
        + "commissioning and delivery, and set aspirational goals.")
  ]
  let remedy =
    "Decide which board does it, and add it to that board's `purposes:` and terms of reference."
  let examples = RuleExamples(
    passing: """
      boards:
        infant-board:
          name: Infant mental health board
          kind: strategic
          purposes: [joint-vision, fit-of-training, shared-commissioning-vision, goals]
          delegates-to: [partners]
        partners: {name: Partnership board, kind: partnership, purposes: [remove-barriers]}
      """,
    failing: """
      boards:
        infant-board:  # here
          name: Infant mental health board
          kind: strategic
          purposes: [joint-vision, fit-of-training, shared-commissioning-vision, goals]
      """)

  let check = RuleCheck.eachStrategicBoard { board, context, answers in
    guard context.isInUse(board), !context.profile.boardPurposes.isEmpty else { return }
    guard let own = board.purposes else { return answers.ask(.purposes) }
    var owned = Set(own)
    for other in context.map.boards where context.isInUse(other) {
      owned.formUnion(other.purposes ?? [])
    }
    let missing = context.profile.boardPurposes.filter { !owned.contains($0) }
    if missing.isEmpty { return answers.pass() }
    let unsaid = Set(board.delegatesTo ?? []).sorted().compactMap { context.map.boards[$0] }
      .filter { context.isInUse($0) && $0.purposes == nil }
    if !unsaid.isEmpty {
      for other in unsaid { answers.ask(.purposes, about: Subject(other)) }
      return
    }
    answers.fail(
      "Neither “\(board.name)” nor another board has "
        + "\(missing.count == 1 ? "this" : "these") among its purposes: "
        + "\(context.list(missing.map(\.label))).", evidence: context.citations(of: board.origin),
      remedy: "Decide which board takes \(missing.count == 1 ? "it" : "them") on, and add "
        + "\(context.list(missing.map { "`\($0.rawValue)`" })) to its `purposes:`.",
      detail: missing.map(\.rawValue).sorted().joined(separator: " "))
  }
}

extension Question {
  fileprivate static let purposes = Question(
    "what it is for", many: "what they are for", key: "purposes")
}
