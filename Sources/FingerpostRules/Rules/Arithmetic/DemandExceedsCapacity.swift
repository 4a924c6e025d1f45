import FingerpostAnalysis
import FingerpostModel

/// No more families are referred than the service is commissioned for.
struct DemandExceedsCapacity: Rule {
  let id = RuleID.demandExceedsCapacity
  let group = RuleGroup.arithmetic
  let summary = "No more referrals reach a service in a year than it is commissioned for."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E58",
      says: "If there are no robust internal mechanisms to manage different levels of need, "
        + "practitioners get rapidly pulled into responding to the needs of the most complex family "
        + "situations.")
  ]
  let remedy =
    "Show the board both figures, and agree on more places, on other help for some of the families, or "
    + "on who is seen first."
  let examples = RuleExamples(
    passing: """
      services:
        baby-team: {name: Baby team, commissioned-referrals: 200, referrals-received: 180}
      """,
    failing: """
      services:
        baby-team: {name: Baby team, commissioned-referrals: 200, referrals-received: over 240}  # here
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard context.isInUse(service) else { return }
    switch (service.referralsReceived, service.commissionedReferrals) {
    case (let received?, let commissioned?):
      switch CountRange(received).isAtMost(CountRange(commissioned)) {
      case true?: answers.pass()
      case nil: answers.ask(.figures)
      case false?:
        answers.fail(
          "“\(service.name)” is commissioned for \(commissioned) referrals a year, and \(received) "
            + "reach it.", evidence: service.wait.value.map { ["Wait: \($0)"] } ?? [],
          remedy:
            "Show the board both figures, and agree on more places, on other help for some of "
            + "the families, or on who is seen first.")
      }
    case (_?, nil): answers.ask(.commissioned)
    case (nil, _?): answers.ask(.received)
    case (nil, nil): if context.isParentInfantTeam(service) { answers.ask(.both) }
    }
  }
}

extension Question {
  fileprivate static let figures = Question(
    "exactly how many referrals reach it in a year, and for how many it is commissioned",
    many: "exactly how many referrals reach them in a year, and for how many they are commissioned",
    key: "`referrals-received` and `commissioned-referrals`")
  fileprivate static let both = Question(
    "how many referrals reach it in a year, and for how many it is commissioned",
    many: "how many referrals reach them in a year, and for how many they are commissioned",
    key: "`referrals-received` and `commissioned-referrals`")
  fileprivate static let commissioned = Question(
    "for how many referrals a year it is commissioned",
    many: "for how many referrals a year they are commissioned", key: "commissioned-referrals")
  fileprivate static let received = Question(
    "how many referrals reach it in a year", many: "how many referrals reach them in a year",
    key: "referrals-received")
}
