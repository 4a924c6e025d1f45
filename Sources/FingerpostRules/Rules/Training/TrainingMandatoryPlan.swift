import FingerpostModel

/// Training that people must take part in has a plan, a diary and somebody's time.
struct TrainingMandatoryPlan: Rule {
  let id = RuleID.trainingMandatoryPlan
  let group = RuleGroup.training
  let summary =
    "Mandatory training has a plan for the whole workforce, a rolling diary of dates and somebody who "
    + "co-ordinates it."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E45",
      says: "Some areas make training about the emotional wellbeing of babies mandatory, in which "
        + "case a whole workforce plan is required, to include an ongoing diary of dates to capture "
        + "new starters. This often requires dedicated time from a training co-ordinator and/or "
        + "administrator.")
  ]
  let remedy =
    "Agree the plan, the dates and whose task it is, and write them under `workforce-plan:`, `diary:` "
    + "and `coordinator:`."
  let examples = RuleExamples(
    passing: """
      programmes:
        babies-in-mind: {name: Babies in mind, kind: training, mandatory: yes, workforce-plan: plan,
                         diary: yes, coordinator: Training co-ordinator}
      documents:
        plan: {name: Workforce plan, kind: training-plan}
      """,
    failing: """
      programmes:
        babies-in-mind: {name: Babies in mind, kind: training, mandatory: yes, workforce-plan: none, # here
                         diary: no, coordinator: Training co-ordinator}
      """)

  let check = RuleCheck.eachProgramme { programme, context, answers in
    guard programme.kind == .training || programme.isMandatory == true, context.isInUse(programme),
      programme.isMandatory != false
    else { return }
    let plan: Bool? =
      switch programme.workforcePlan {
      case .notStated: nil
      case .none: false
      case .stated(let id):
        context.map.documents[id]?.status.map { $0 == .active } ?? true
      }
    let coordinator = programme.coordinator.isStated ? !programme.coordinator.isNone : nil
    let parts = [plan, programme.hasDiary, coordinator]
    guard programme.isMandatory == true else {
      if parts.contains(where: { $0 != true }) { answers.ask(.isMandatory) }
      return
    }
    if parts.allSatisfy({ $0 == true }) { return answers.pass() }
    let words = [
      "plan in force for the whole workforce", "rolling diary of dates", "co-ordinator",
    ]
    let missing = zip(parts, words).filter { $0.0 == false }.map(\.1)
    if !missing.isEmpty {
      answers.fail(
        "People must take part in “\(programme.name)”, and it has no "
          + "\(missing.joined(separator: " and no ")).",
        remedy: "Agree it with the partners whose staff must attend, and write it under "
          + "`workforce-plan:`, `diary:` or `coordinator:`.")
    }
    if plan == nil { answers.ask(.plan) }
    if programme.hasDiary == nil { answers.ask(.diary) }
    if coordinator == nil { answers.ask(.coordinator) }
  }
}

extension Question {
  fileprivate static let isMandatory = Question(
    "whether people must take part", many: "whether people must take part", key: "mandatory")
  fileprivate static let plan = Question(
    "which plan for the whole workforce it belongs to",
    many: "which plan for the whole workforce they belong to", key: "workforce-plan")
  fileprivate static let diary = Question(
    "whether there is a rolling diary of dates", many: "whether there is a rolling diary of dates",
    key: "diary")
  fileprivate static let coordinator = Question(
    "who co-ordinates it", many: "who co-ordinates them", key: "coordinator")
}
