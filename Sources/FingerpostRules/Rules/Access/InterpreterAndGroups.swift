import FingerpostModel

/// Access is planned for those who are easily left out.
struct InterpreterAndGroups: Rule {
  let id = RuleID.interpreterAndGroups
  let group = RuleGroup.access
  let summary =
    "Each service provides interpreters and has planned its access for culturally diverse families, "
    + "parents with learning difficulties, autistic parents and LGBTQI+ families."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E85",
      says: "Accessibility considerations should include culturally diverse groups, parents with "
        + "learning difficulties, autistic spectrum disorders or sensory needs and LGBTQI+ families. "
        + "Beyond the requirements of the law, there are other ways to be helpful – for example, "
        + "thinking about the need for interpreters.")
  ]
  let remedy =
    "Plan with families of these groups what they need, arrange interpreters, and write it under "
    + "`interpreters:` and `access-planned-for:`."
  let examples = RuleExamples(
    passing: """
      services:
        baby-massage: {name: Baby massage, interpreters: yes,
                       access-planned-for: [culturally-diverse, learning-difficulty, autism-or-sensory, lgbtqi]}
      """,
    failing: """
      services:
        baby-massage: {name: Baby massage, interpreters: no,  # here
                       access-planned-for: [culturally-diverse, learning-difficulty]}
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard context.isInUse(service) else { return }
    let interpreters = service.interpreters
    let planned = service.accessPlannedFor
    // Of services that say neither, only those are asked that the standard is written for.
    let isAsked =
      interpreters != nil || planned != nil || context.isParentInfantTeam(service)
    switch interpreters {
    case true?: answers.pass()
    case nil: if isAsked { answers.ask(.interpreters) }
    case false?:
      answers.fail(
        "“\(service.name)” has no interpreters.",
        remedy: "Arrange interpreters with the organisation that runs it, and write "
          + "`interpreters: yes`.", detail: "interpreters")
    }
    guard let planned else {
      if isAsked { answers.ask(.groups) }
      return
    }
    let missing = PeopleGroup.allCases.filter { !planned.contains($0) }
    guard !missing.isEmpty else { return answers.pass() }
    answers.fail(
      "“\(service.name)” has not planned its access for everybody.",
      evidence: missing.map { "Not planned for: \($0.inWords)" },
      remedy: "Plan with families of these groups what they need, and add them to "
        + "`access-planned-for:`.", detail: "groups")
  }
}

extension PeopleGroup {
  /// The families that are meant, in words that follow “for”.
  fileprivate var inWords: String {
    switch self {
    case .culturallyDiverse: "culturally diverse families"
    case .learningDifficulty: "parents with learning difficulties"
    case .autismOrSensory: "autistic parents and parents with sensory needs"
    case .lgbtqi: "LGBTQI+ families"
    }
  }
}

extension Question {
  fileprivate static let interpreters = Question(
    "whether it provides interpreters", many: "whether they provide interpreters",
    key: "interpreters")
  fileprivate static let groups = Question(
    "for which groups its access is planned", many: "for which groups their access is planned",
    key: "access-planned-for")
}
