import FingerpostModel

/// Team managers take part in training.
struct TrainingManagersIncluded: Rule {
  let id = RuleID.trainingManagersIncluded
  let group = RuleGroup.training
  let summary = "Team managers take part in training as well as frontline practitioners."
  let obligation = Obligation.may
  let authority = [
    Authority(
      .southwark, "A17",
      says: "It is helpful if team managers can be trained, as well as frontline practitioners, so "
        + "that they can provide support and leadership for the approach.")
  ]
  let remedy = "Invite the managers of the teams, and write `managers-included: yes`."
  let examples = RuleExamples(
    passing: """
      programmes:
        five-days: {name: Seeing the relationship, kind: training, managers-included: yes}
      """,
    failing: """
      programmes:
        five-days: {name: Seeing the relationship, kind: training, managers-included: no}  # here
      """)

  let check = RuleCheck.eachProgramme { programme, context, answers in
    guard programme.kind == .training, context.isInUse(programme) else { return }
    answers.expect(
      programme.managersIncluded,
      orFail: "Team managers do not take part in “\(programme.name)”.",
      remedy: "Invite the managers of the teams, so that they can support the approach, and write "
        + "`managers-included: yes`.", orAsk: .managers)
  }
}

extension Question {
  fileprivate static let managers = Question(
    "whether team managers take part", many: "whether team managers take part",
    key: "managers-included")
}
