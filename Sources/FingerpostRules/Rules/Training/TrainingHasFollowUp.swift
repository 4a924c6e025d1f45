import FingerpostModel

/// Something keeps the learning alive after a training.
struct TrainingHasFollowUp: Rule {
  let id = RuleID.trainingHasFollowUp
  let group = RuleGroup.training
  let summary =
    "Every training is followed by supervision, coaching or a group that reflects on practice."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .southwark, "A16",
      says: "Ongoing support after the training is vital. Here, regular group reflective practice "
        + "sessions have proved to be very important."),
    Authority(
      .humber, "D08",
      says: "Supervision, coaching and ongoing support for staff is provided by staff who have "
        + "undertaken further training in family work."),
  ]
  let remedy =
    "Agree who supports people after the training, add it as a programme, and name it under "
    + "`follow-up:`."
  let examples = RuleExamples(
    passing: """
      programmes:
        five-days: {name: Seeing the relationship, kind: training, follow-up: [thinking-together]}
        thinking-together: {name: Thinking together, kind: reflective-practice}
      """,
    failing: """
      programmes:
        five-days: {name: Seeing the relationship, kind: training, follow-up: none}  # here
        babies-in-mind:  # here
          name: Babies in mind
          kind: training
          follow-up: [thinking-together]
        thinking-together: {name: Thinking together, kind: reflective-practice, status: planned}
      """)

  /// What supports people for longer, unlike another course.
  private static let lasting: Set<ProgrammeKind> = [
    .supervision, .reflectivePractice, .coaching, .consultation, .actionLearningSet,
  ]

  let check = RuleCheck.eachProgramme { programme, context, answers in
    guard programme.kind == .training, context.isInUse(programme) else { return }
    guard let ids = programme.followUp else { return answers.ask(.followUp) }
    let found = ids.compactMap { context.map.programmes[$0] }
    // What is named and not on the map is reported as such; it may well be there.
    guard found.count == ids.count, !ids.isEmpty else {
      if ids.isEmpty {
        answers.fail(
          "Nothing follows “\(programme.name)” that keeps the learning alive.",
          remedy: "Agree who supports people after it, add that as a programme, and name it under "
            + "`follow-up:`.")
      } else {
        answers.pass()
      }
      return
    }
    let support = found.filter { context.isInUse($0) }
    if support.contains(where: { $0.kind.map(lasting.contains) ?? false }) { return answers.pass() }
    let unsaid = support.filter { $0.kind == nil }
    guard unsaid.isEmpty else {
      for programme in unsaid { answers.ask(.kind, about: Subject(programme)) }
      return
    }
    answers.fail(
      support.isEmpty
        ? "What follows “\(programme.name)” is not in use: "
          + "\(context.list(found.map { "“\($0.name)”" }))."
        : "What follows “\(programme.name)” ends as well: it is no supervision, coaching or group "
          + "that reflects on practice.",
      evidence: found.map {
        "“\($0.name)”: " + ($0.kind?.label ?? "the map does not say what sort")
      },
      remedy: "Start what is planned, or agree who supports people after the training, and name it "
        + "under `follow-up:`.")
  }
}

extension Question {
  fileprivate static let followUp = Question(
    "what keeps the learning alive afterwards", many: "what keeps the learning alive afterwards",
    key: "follow-up")
  fileprivate static let kind = Question(
    "what sort of support it is", many: "what sort of support they are", key: "kind")
}
