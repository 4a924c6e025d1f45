import FingerpostModel

/// Somebody with lived experience teaches.
struct TrainingLivedExperience: Rule {
  let id = RuleID.trainingLivedExperience
  let group = RuleGroup.training
  let summary =
    "Somebody who has used such services, or cared for somebody who has, helps to teach each training."
  let obligation = Obligation.may
  let authority = [
    Authority(
      .southwark, "A15",
      says:
        "Training should be delivered by an appropriately trained professional and, if possible, "
        + "a parent who has used mental health services."),
    Authority(
      .humber, "D05",
      says: "In order to ensure that family/carer voices are present in the training, we worked in "
        + "partnership with a local Rethink group to create some carer stories."),
  ]
  let remedy =
    "Find a trainer with experience of their own through a group of parents or carers, prepare and pay "
    + "them, and add them under `trainers:` with `lived-experience: yes`."
  let examples = RuleExamples(
    passing: """
      programmes:
        five-days:
          name: Seeing the relationship
          kind: training
          trainers:
            - {role: Psychologist, lived-experience: no}
            - {role: Parent trainer, lived-experience: yes}
      """,
    failing: """
      programmes:
        five-days:  # here
          name: Seeing the relationship
          kind: training
          trainers:
            - {role: Psychologist, lived-experience: no}
      """)

  let check = RuleCheck.eachProgramme { programme, context, answers in
    guard programme.kind == .training, context.isInUse(programme) else { return }
    let lists = [programme.trainers] + (programme.cohorts ?? []).map(\.trainers)
    let trainers = lists.compactMap { $0 }.flatMap { $0 }
    if trainers.contains(where: { $0.livedExperience == true }) { return answers.pass() }
    guard lists.contains(where: { $0 != nil }) else { return answers.ask(.trainers) }
    guard trainers.allSatisfy({ $0.livedExperience == false }) else {
      return answers.ask(.livedExperience)
    }
    answers.fail(
      trainers.isEmpty
        ? "Nobody teaches “\(programme.name)”, so nobody with lived experience does."
        : "Nobody who teaches “\(programme.name)” has used such services or cared for somebody who "
          + "has.",
      evidence: Set(trainers.map(\.role)).sorted(),
      remedy:
        "Find a trainer with experience of their own, prepare and pay them, and add them under "
        + "`trainers:` with `lived-experience: yes`.")
  }
}

extension Question {
  fileprivate static let trainers = Question(
    "who teaches it", many: "who teaches them", key: "trainers")
  fileprivate static let livedExperience = Question(
    "whether anybody who teaches it has used such services",
    many: "whether anybody who teaches them has used such services",
    key: "`lived-experience` of each trainer")
}
