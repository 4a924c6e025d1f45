import FingerpostModel

/// Where people of several employers work together, it is written down how they handle a concern.
struct JointStaffSafeguardingPolicy: Rule {
  let id = RuleID.jointStaffSafeguardingPolicy
  let group = RuleGroup.safety
  let summary =
    "Where staff of several organisations work together, a written policy says how they handle "
    + "safeguarding concerns."
  let obligation = Obligation.should
  let isAboutSafety = true
  let authority = [
    Authority(
      .toolkit, "E53",
      says: "“Where staff from different agencies will work together … there should be a written "
        + "policy about how safeguarding concerns will be responded to, handled, recorded and "
        + "supervised, to clarify individual responsibilities and what will happen if colleagues "
        + "have different views on the risk”.")
  ]
  let remedy =
    "Write with all employers how concerns are responded to, handled, recorded and supervised, and "
    + "who decides a disagreement; then list `joint-safeguarding` under `policies:`."
  let examples = RuleExamples(
    passing: """
      organisations:
        trust: {name: Exampleton Trust, sector: nhs}
        council: {name: Exampleton Council, sector: local-authority}
      services:
        parent-infant-team:
          name: Parent-infant team
          organisation: trust
          partners: [council]
          policies: [safeguarding, joint-safeguarding]
      """,
    failing: """
      organisations:
        trust: {name: Exampleton Trust, sector: nhs}
        council: {name: Exampleton Council, sector: local-authority}
      services:
        parent-infant-team:  # here
          name: Parent-infant team
          organisation: trust
          policies: [safeguarding]
          staff:
            - {role: Therapist, employer: trust}
            - {role: Family worker, employer: council}
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard context.isInUse(service) else { return }
    if service.policies?.contains(.jointSafeguarding) == true { return answers.pass() }
    // A body that is not on the map is reported as a dangling reference.
    var employers = Set(
      (service.partners ?? []) + (service.staff ?? []).compactMap(\.employer)
    ).filter { context.map.organisations[$0] != nil }
    let isSaid = service.partners != nil || !employers.isEmpty
    if !employers.isEmpty, let organisation = service.organisation,
      context.map.organisations[organisation] != nil
    {
      employers.insert(organisation)
    }
    guard employers.count > 1 else {
      // Asked only of the services that a map is drawn round, to which others lend their staff.
      if !isSaid, context.map.focus?.contains(service.id) == true { answers.ask(.partners) }
      return
    }
    guard service.policies != nil else { return answers.ask(.policy) }
    let names = employers.map { context.map.organisations[$0]?.name ?? $0.rawValue }.sorted()
    answers.fail(
      "People of several organisations work in “\(service.name)”, and no written policy says how "
        + "they handle a safeguarding concern together.",
      evidence: ["They come from \(context.list(names.map { "“\($0)”" }))."],
      remedy: "Write with all of them how concerns are responded to, handled, recorded and "
        + "supervised and who decides a disagreement, and list `joint-safeguarding` under "
        + "`policies:`.")
  }
}

extension Question {
  fileprivate static let partners = Question(
    "whether staff of several organisations work in it",
    many: "whether staff of several organisations work in them", key: "partners")
  fileprivate static let policy = Question(
    "whether a written policy says how staff of several organisations handle a concern together",
    many:
      "whether a written policy says how staff of several organisations handle a concern together",
    key: "policies")
}
