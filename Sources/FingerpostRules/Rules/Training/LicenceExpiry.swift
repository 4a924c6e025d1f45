import FingerpostModel

/// Tools that need a licence have one.
struct LicenceExpiry: Rule {
  let id = RuleID.licenceExpiry
  let group = RuleGroup.training
  let summary = "No licence of a tool in use has run out."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E91",
      says:
        "Some therapeutic tools and approaches stipulate licensing, re-licensing or supervision "
        + "criteria and these may need to be built into the project plan and budget.")
  ]
  let remedy =
    "Renew the licence and write its new end under `licensed-until:`, or stop using the tool."
  let examples = RuleExamples(
    passing: """
      services:
        baby-team:
          name: Baby team
          tools:
            - {name: Observation scale, licensed-until: 2027-06-30}
            - {name: Mood questionnaire, licensed-until: none}
      """,
    failing: """
      services:
        baby-team:
          name: Baby team
          tools:
            - {name: Observation scale, licensed-until: 2026-06-30}  # here
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard let tools = service.tools, context.isInUse(service) else { return }
    for tool in tools {
      switch tool.licensedUntil {
      case .none: answers.pass()
      case .stated(let end) where !context.isPast(end): answers.pass()
      case .notStated:
        answers.ask(
          .licence, about: answers.subject.item("tools", tool.id, named: tool.name, tool.origin))
      case .stated(let end):
        answers.fail(
          "The licence of “\(tool.name)” ran out \(end.onInWords), and “\(service.name)” uses it.",
          remedy: "Renew it and write its new end under `licensed-until:`, or stop using the tool.",
          about: answers.subject.item("tools", tool.id, named: tool.name, tool.origin))
      }
    }
  }
}

extension Question {
  fileprivate static let licence = Question(
    "until when its licence runs, or that it needs none",
    many: "until when their licences run, or that they need none", key: "licensed-until")
}
