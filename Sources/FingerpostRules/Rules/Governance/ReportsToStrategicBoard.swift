import FingerpostModel

/// The focal service reports to a strategic board for the first 1001 days.
struct ReportsToStrategicBoard: Rule {
  let id = RuleID.reportsToStrategicBoard
  let group = RuleGroup.governance
  let summary =
    "The focal service reports, directly or through others, to a strategic board that is dedicated "
    + "to the first 1001 days or closely tied to them."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E37",
      says:
        "In its words: “we advocate for parent-infant relationship teams to report into either a dedicated "
        + "board of their own or an existing one which is very closely connected to the first 1001 "
        + "days agenda”.")
  ]
  let remedy =
    "Agree with a board for the first 1001 days that the service reports to it, and write it under "
    + "`reports-to:`; where the board above is one, write `first-1001-days: yes` on it."
  let examples = RuleExamples(
    passing: """
      focus: [infant-team]
      services:
        infant-team: {name: Parent-infant team, reports-to: [steering-group]}
      boards:
        steering-group: {name: Steering group, kind: operational-steering, reports-to: [infant-board]}
        infant-board: {name: Infant mental health board, kind: strategic, first-1001-days: yes}
      """,
    failing: """
      focus: [infant-team]
      organisations:
        trust: {name: Exampleton Trust, sector: nhs}
      services:
        infant-team: {name: Parent-infant team, reports-to: [trust]}  # here
      boards:
        infant-board: {name: Infant mental health board, kind: strategic, first-1001-days: yes}
      """)

  let check = RuleCheck.eachFocalService { service, context, answers in
    guard context.isInUse(service) else { return }
    let overseers = context.map.boards.filter {
      context.isInUse($0) && $0.oversees?.contains(service.id.named()) == true
    }
    let lines = ReportingLines(
      from: (service.reportsTo ?? []) + overseers.map { $0.id.named() }, in: context)
    let boards = lines.reached.compactMap { context.map.boards[$0.named()] }
      .filter { context.isInUse($0) }
    if boards.contains(where: { $0.kind == .strategic && $0.firstThousandDays == true }) {
      return answers.pass()
    }
    guard service.reportsTo != nil else { return answers.ask(.reportsTo) }
    // The first of these whose answer may settle it is asked for, not all at once.
    if let board = boards.first(where: { $0.kind == .strategic && $0.firstThousandDays == nil }) {
      return answers.ask(.firstThousandDays, about: Subject(board))
    }
    if let board = boards.first(where: { $0.kind == nil && $0.firstThousandDays != false }) {
      return answers.ask(.boardKind, about: Subject(board))
    }
    if let board = lines.unsaid.lazy.compactMap({ context.map.boards[$0] })
      .first(where: { $0.kind != .strategic })
    {
      return answers.ask(.reportsTo, about: Subject(board))
    }
    let names = lines.reached.map { "“\(context.map.name(of: $0) ?? $0.rawValue)”" }.sorted()
    answers.fail(
      names.isEmpty
        ? "“\(service.name)” reports to nobody."
        : "“\(service.name)” reports to no strategic board for the first 1001 days.",
      evidence: names.isEmpty ? [] : ["Its lines reach \(context.list(names))"],
      remedy: "Agree with such a board that the service reports to it, and write it under "
        + "`reports-to:`; if the board above is one, write `first-1001-days: yes` on it.")
  }
}

extension Question {
  fileprivate static let reportsTo = Question(
    "to whom it reports", many: "to whom they report", key: "reports-to")
  fileprivate static let boardKind = Question(
    "what sort of board it is", many: "what sort of boards they are", key: "kind")
  fileprivate static let firstThousandDays = Question(
    "whether it is for the first 1001 days", many: "whether they are for the first 1001 days",
    key: "first-1001-days")
}
