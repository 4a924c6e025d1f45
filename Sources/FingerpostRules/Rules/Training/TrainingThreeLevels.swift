import FingerpostModel

/// Training is offered at each level that the standard names.
struct TrainingThreeLevels: Rule {
  let id = RuleID.trainingThreeLevels
  let group = RuleGroup.training
  let summary =
    "Training is offered at three levels: awareness raising, detailed understanding, in-depth skills."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E44",
      says: "Training can be offered at different levels, for example light touch awareness "
        + "raising, more detailed understanding for frontline helping professionals, and then "
        + "in-depth skills training for those practitioners working with families in need of "
        + "longer term or additional help.")
  ]
  let remedy =
    "Plan a course at the missing level with the board, or write under `level:` what the courses that "
    + "you have already reach."
  let examples = RuleExamples(
    passing: """
      programmes:
        babies-in-mind: {name: Babies in mind, kind: training, level: awareness}
        five-days: {name: Seeing the relationship, kind: training, level: [detailed, in-depth]}
      """,
    failing: """
      programmes:
        babies-in-mind: {name: Babies in mind, kind: training, level: awareness}  # here
        five-days: {name: Seeing the relationship, kind: training, level: detailed}
      """)

  let check = RuleCheck.map { context, answers in
    let levels = context.profile.trainingLevels
    guard !levels.isEmpty else { return }
    let training = context.map.programmes.filter { $0.kind == .training }.sorted {
      ($0.name, $0.id) < ($1.name, $1.id)
    }
    let offered = training.filter { context.isInUse($0) }
    guard let first = offered.first ?? training.first else { return answers.ask(.training) }
    let reached = Set(offered.flatMap { $0.level ?? [] })
    let missing = levels.filter { !reached.contains($0) }
    guard !missing.isEmpty else { return answers.pass() }
    let unsaid = offered.filter { $0.level == nil }
    guard unsaid.isEmpty else {
      for programme in unsaid { answers.ask(.level, about: Subject(programme)) }
      return
    }
    // The map is what lacks a course; the place shown is where its courses stand.
    var subject = answers.subject
    subject.location = first.origin.location
    for level in missing {
      let planned = training.filter { $0.level?.contains(level) == true }.map { "“\($0.name)”" }
      answers.fail(
        planned.isEmpty
          ? "No training on the map reaches the level “\(level.label)”."
          : "Training at the level “\(level.label)” is on the map, and none of it is offered now: "
            + "\(context.list(planned)).",
        evidence: offered.map { programme in
          let levels = (programme.level ?? []).sorted().map(\.label)
          return "“\(programme.name)”: \(levels.isEmpty ? "no level" : context.list(levels))"
        },
        remedy: "Plan a course at this level with the board, or add the level to the `level:` of a "
          + "course that reaches it.", detail: level.rawValue, about: subject)
    }
  }
}

extension Question {
  fileprivate static let training = Question(
    "which training it offers, and at which levels",
    many: "which training they offer, and at which levels",
    key: "programmes with `kind: training` and `level`")
  fileprivate static let level = Question(
    "how deep the training goes", many: "how deep the training goes", key: "level")
}
