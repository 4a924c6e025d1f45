import FingerpostModel

/// A family that waits for the end of care proceedings knows when it can come back.
struct CareProceedingsResume: Rule {
  let id = RuleID.careProceedingsResume
  let group = RuleGroup.safety
  let summary =
    "Where the focal service waits for the end of care proceedings, the map says when families can "
    + "come back."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E65",
      says: "“If these have been completed and the decision is that the baby remains in the family "
        + "then it might be appropriate for a parent-infant relationship team to offer "
        + "intervention”.")
  ]
  let remedy =
    "Agree when the work can begin, such as when the decision is that the baby stays in the family, "
    + "and write it under `resume:`."
  let examples = RuleExamples(
    passing: """
      focus: [parent-infant-team]
      conditions:
        proceedings: {name: Care proceedings, kind: care-proceedings}
      services:
        parent-infant-team:
          name: Parent-infant team
          excludes:
            - {condition: proceedings, resume: when they have ended and the baby stays in the family}
      """,
    failing: """
      focus: [parent-infant-team]
      conditions:
        proceedings: {name: Care proceedings, kind: care-proceedings}
      services:
        parent-infant-team:
          name: Parent-infant team
          excludes:
            - {condition: proceedings, resume: none}  # here
      """)

  let check = RuleCheck.eachFocalService { service, context, answers in
    guard context.isInUse(service),
      let exclusions = context.exclusions(for: .careProceedings, of: service, &answers)
    else { return }
    for exclusion in exclusions {
      let item = answers.subject.item(exclusion, context)
      switch exclusion.resume {
      case .stated: answers.pass()
      case .notStated: answers.ask(.resume, about: item)
      case .none:
        answers.fail(
          "“\(service.name)” does not see families during care proceedings, and they cannot come "
            + "back afterwards.",
          remedy: "Agree when the work can begin, and write it under `resume:`.", about: item)
      }
    }
  }
}

extension Question {
  fileprivate static let resume = Question(
    "when families can come back", many: "when families can come back", key: "resume")
}
