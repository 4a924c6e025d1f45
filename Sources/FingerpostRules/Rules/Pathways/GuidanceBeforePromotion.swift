import FingerpostModel

/// Guidance for referrers is agreed before the service is promoted to them.
struct GuidanceBeforePromotion: Rule {
  let id = RuleID.guidanceBeforePromotion
  let group = RuleGroup.pathways
  let summary =
    "The guidance for those who refer to the focal service was agreed before the service was "
    + "promoted to them."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E67",
      says: "It is helpful to co-produce draft referral guidance with commissioners and referring "
        + "organisations before you begin to promote your team to referrers and local services.")
  ]
  let remedy =
    "Agree the guidance with commissioners and referrers now, tell those who were reached without "
    + "it, and next time agree it first."
  let examples = RuleExamples(
    passing: """
      focus: [parent-infant-team]
      services:
        parent-infant-team:
          name: Parent-infant team
          referral: {guidance-agreed: 2025-03-10, promoted-from: 2025-04}
      """,
    failing: """
      focus: [parent-infant-team]
      services:
        parent-infant-team:  # here
          name: Parent-infant team
          referral: {guidance-agreed: 2025-03-10, promoted-from: 2025-01}
      """)

  let check = RuleCheck.eachFocalService { service, _, answers in
    guard let agreed = service.referral?.guidanceAgreed else {
      return answers.ask(.guidanceAgreed)
    }
    guard let promoted = service.referral?.promotedFrom else { return answers.ask(.promotedFrom) }
    guard promoted.isSurelyBefore(agreed) else { return answers.pass() }
    answers.fail(
      "“\(service.name)” was promoted to referrers (\(promoted.inWords)) before the guidance for them "
        + "was agreed (\(agreed.inWords)).",
      remedy: "Ask referrers who were told before then whether they have the guidance, or correct "
        + "`guidance-agreed:` or `promoted-from:`.")
  }
}

extension Question {
  fileprivate static let guidanceAgreed = Question(
    "when the guidance for its referrers was agreed",
    many: "when the guidance for their referrers was agreed",
    key: "`guidance-agreed`, under `referral`")
  fileprivate static let promotedFrom = Question(
    "when it was first promoted to referrers", many: "when they were first promoted to referrers",
    key: "`promoted-from`, under `referral`")
}
