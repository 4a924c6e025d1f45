import FingerpostModel

/// A pilot ends before formal evaluation begins.
struct PilotBeforeEvaluation: Rule {
  let id = RuleID.pilotBeforeEvaluation
  let group = RuleGroup.training
  let summary = "A pilot period ends before the service starts to be formally evaluated."
  let obligation = Obligation.may
  let authority = [
    Authority(
      .toolkit, "E12",
      says:
        "Agreeing a ‘piloting’ period with stakeholders can be useful. This provides time to embed "
        + "new working practices and establish good referral pathways before the service starts to "
        + "be formally evaluated.")
  ]
  let remedy =
    "Let the evaluation begin after the pilot, and write both dates under `pilot-until:` and "
    + "`evaluation-from:` of `setup:`."
  let examples = RuleExamples(
    passing: """
      services:
        baby-team: {name: Baby team, setup: {pilot-until: 2026-06-30, evaluation-from: 2026-09-01}}
      """,
    failing: """
      services:
        baby-team:
          name: Baby team
          setup: {pilot-until: 2026-06-30, evaluation-from: 2026-03-02}  # here
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard let setup = service.setup else { return }
    guard let pilot = setup.pilotUntil, let evaluation = setup.evaluationFrom else {
      return answers.ask(.dates)
    }
    if pilot.lastDay <= evaluation.firstDay { return answers.pass() }
    guard evaluation.isSurelyBefore(pilot) else { return answers.ask(.dates) }
    var subject = answers.subject
    subject.location = setup.origin.location ?? subject.location
    answers.fail(
      "The evaluation of “\(service.name)” begins \(evaluation.onInWords), before its pilot ends "
        + "\(pilot.onInWords).",
      remedy:
        "Let the evaluation begin after the pilot, or leave the figures of the pilot out of it.",
      about: subject)
  }
}

extension Question {
  fileprivate static let dates = Question(
    "on which days its pilot ends and its evaluation begins",
    many: "on which days their pilots end and their evaluations begin",
    key: "`pilot-until` and `evaluation-from`, under `setup`")
}
