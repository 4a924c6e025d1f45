import FingerpostModel

/// Every entry was confirmed lately by the people who keep it.
struct AssuredWithinThreeMonths: Rule {
  let id = RuleID.assuredWithinThreeMonths
  let group = RuleGroup.freshness
  let summary = "Every service in use was confirmed within the last three months."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .openReferralUK, "guidance on assured_date",
      says: "An entry should have been assured less than three months ago."),
    Authority(
      .toolkit, "E84",
      says: "It is useful to revisit your referring organisations regularly, because services "
        + "change."),
  ]
  let remedy =
    "Ask the entry's owner whether it still holds, and write the day of the answer "
    + "under `assured:`."
  let examples = RuleExamples(
    passing: """
      services:
        midwifery: {name: Midwifery, assured: 2026-09-20}
      """,
    failing: """
      services:
        midwifery: {name: Midwifery, assured: 2026-05-20}  # here
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard context.isInUse(service), let limit = context.profile.limits.assuredWithin else { return }
    guard let assured = service.assured else { return answers.ask(.assured) }
    let age = (context.date.firstDay - assured.lastDay) * 48
    guard age > limit.halfHours else { return answers.pass() }
    answers.fail(
      "“\(service.name)” was last confirmed \(assured.onInWords), more than \(limit) ago.",
      remedy: "Ask \(service.owner.value ?? "whoever keeps the entry") whether it still holds, and "
        + "write the day of the answer under `assured:`.")
  }
}

extension Question {
  fileprivate static let assured = Question(
    "when it was last confirmed", many: "when they were last confirmed", key: "assured")
}
