import FingerpostModel

/// A steering group reports to senior managers and to commissioners.
struct SteeringGroupReportingLine: Rule {
  let id = RuleID.steeringGroupReportingLine
  let group = RuleGroup.governance
  let summary = "An operational steering group reports to senior managers and to commissioners."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E19",
      says: "“Consider the need for an operational steering group with clear and robust reporting "
        + "lines to senior managers and commissioners”.")
  ]
  let remedy =
    "Agree both lines, write them under `reports-to:`, and write `reports-to-senior-managers: yes` "
    + "and `reports-to-commissioners: yes`."
  let examples = RuleExamples(
    passing: """
      boards:
        steering-group:
          name: Steering group
          kind: operational-steering
          reports-to-senior-managers: yes
          reports-to-commissioners: yes
      """,
    failing: """
      boards:
        steering-group:  # here
          name: Steering group
          kind: operational-steering
          reports-to-senior-managers: yes
          reports-to-commissioners: no
      """)

  let check = RuleCheck.eachBoard { board, context, answers in
    guard context.isInUse(board), board.kind == .operationalSteering else { return }
    let managers = board.reportsToSeniorManagers
    // A path that ends elsewhere does not say that there is no other line.
    let commissioners =
      board.reportsToCommissioners ?? (context.reachesCommissioners(board) == true ? true : nil)
    let missing =
      (managers == false ? ["senior managers"] : [])
      + (commissioners == false ? ["commissioners"] : [])
    if !missing.isEmpty {
      answers.fail(
        "“\(board.name)” has no reporting line to \(missing.joined(separator: " or to ")).",
        evidence: context.citations(of: board.origin),
        remedy: "Agree whom among them it reports to and how often, and write it under "
          + "`reports-to:`.",
        detail: missing.map { $0.replacing(" ", with: "-") }.joined(separator: " "))
    } else if managers == true, commissioners == true {
      answers.pass()
    }
    if managers == nil { answers.ask(.managers) }
    if commissioners == nil { answers.ask(.commissioners) }
  }
}

extension Question {
  fileprivate static let managers = Question(
    "whether its lines reach senior managers", many: "whether their lines reach senior managers",
    key: "reports-to-senior-managers")
  fileprivate static let commissioners = Question(
    "whether its lines reach commissioners", many: "whether their lines reach commissioners",
    key: "reports-to-commissioners")
}
