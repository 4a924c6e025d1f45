import FingerpostModel

/// A service that others send families to says for whom it is, how to get in and how families leave.
struct ReferralCriteriaComplete: Rule {
  let id = RuleID.referralCriteriaComplete
  let group = RuleGroup.pathways
  let summary =
    "Every service that others send families to has criteria of eligibility, a way to refer and a "
    + "way in which families leave."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E26",
      says: "Establish eligibility criteria, referral and discharge processes as part of broader "
        + "Standard Operating Procedures.")
  ]
  let remedy =
    "Settle who is eligible, how families are referred and how they leave, and write it under "
    + "`eligibility:`, `referral:` and `discharge:`."
  let examples = RuleExamples(
    passing: """
      services:
        family-support:
          name: Family support
          entry: by-referral
          eligibility: Families with a child under five who agree to a plan.
          referral: {methods: [email]}
          discharge: The plan is closed with the family.
      """,
    failing: """
      services:
        family-support:  # here
          name: Family support
          entry: by-referral
          eligibility: none
          referral: {methods: [email]}
          discharge: none
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard context.isSentFamilies(service) else { return }
    var isComplete = true
    switch service.eligibility {
    case .stated: break
    case .none:
      isComplete = false
      answers.fail(
        "“\(service.name)” has no criteria that say who is eligible.",
        remedy: "Settle with commissioners and referrers for whom it is, and write it under "
          + "`eligibility:`.", detail: "eligibility")
    case .notStated:
      isComplete = false
      answers.ask(.eligibility)
    }
    if service.referral?.methods == nil {
      isComplete = false
      answers.ask(.howRequestsCome)
    } else if service.referral?.methods?.isEmpty == true {
      isComplete = false
      answers.fail(
        "Families are sent to “\(service.name)”, and there is no way to refer to it.",
        remedy: "Settle how referrers reach it, and write it under `referral:`.", detail: "referral"
      )
    }
    switch service.discharge {
    case .stated: break
    // Where families are stuck, the rule about that says so.
    case .none where context.rulesRun.contains(.deadEnd) && DeadEnd.isStuck(at: service, context):
      isComplete = false
    case .none:
      isComplete = false
      answers.fail(
        "“\(service.name)” has no settled way in which families leave it.",
        remedy: "Settle how families leave and who goes on seeing them, and write it under "
          + "`discharge:`.", detail: "discharge")
    case .notStated:
      isComplete = false
      answers.ask(.discharge)
    }
    if isComplete { answers.pass() }
  }
}

extension Question {
  fileprivate static let eligibility = Question(
    "who is eligible", many: "who is eligible", key: "eligibility")
  fileprivate static let discharge = Question(
    "how families leave it", many: "how families leave them", key: "discharge")
}
