import FingerpostModel

/// No agreement in use is past its end or its review.
struct AgreementExpired: Rule {
  let id = RuleID.agreementExpired
  let group = RuleGroup.sharing
  let summary = "No agreement in use is past its end or its review."
  let obligation = Obligation.should
  let authority = [
    Authority(.sense, says: "An agreement that has ended no longer covers anything."),
    Authority(
      .toolkit, "E50",
      says: "Teams are advised to use the data sharing protocols that exist locally as a template; "
        + "so those have to be current."),
  ]
  let remedy =
    "Have the organisations renew or review the agreement, and write the new day under `until:` or "
    + "`review-due:`; if it is over, write `status: closed`."
  let examples = RuleExamples(
    passing: """
      agreements:
        sharing: {name: Data sharing agreement, kind: data-sharing, status: active, until: 2028-03-31,
                  review-due: 2027-04-01}
        old: {name: The agreement before it, kind: data-sharing, status: closed, until: 2024-03-31}
      """,
    failing: """
      agreements:
        sharing: {name: Data sharing agreement, kind: data-sharing, status: active, until: 2026-03-31}  # here
        base: {name: Rooms of the team, kind: venue, until: 2029-03-31, review-due: 2026-04}  # here
      """)

  let check = RuleCheck.eachAgreement { agreement, context, answers in
    guard agreement.status.map({ $0 == .active }) ?? true else { return }
    let untilIsPast = agreement.until.map(context.isPast) ?? false
    let reviewIsPast = agreement.reviewDue.map(context.isPast) ?? false
    // That joint controllers have no arrangement in force is another rule's, which matters more.
    if untilIsPast, agreement.jointControllers == true,
      context.rulesRun.contains(.jointControllersAgreement)
    {
      return
    }
    if let until = agreement.until, untilIsPast {
      answers.fail(
        "“\(agreement.name)” ended \(until.onInWords).",
        remedy: "Have it renewed and write the new end under `until:`; if nothing rests on it any "
          + "more, write `status: closed`.", detail: "until")
    } else if let due = agreement.reviewDue, reviewIsPast {
      answers.fail(
        "“\(agreement.name)” was to be reviewed by \(due.inWords).",
        remedy: "Have it reviewed and write the next date under `review-due:`.",
        detail: "review-due")
    } else if agreement.until == nil, agreement.reviewDue == nil {
      answers.ask(.end)
    } else {
      answers.pass()
    }
  }
}

extension Question {
  fileprivate static let end = Question(
    "when it ends or is to be reviewed", many: "when they end or are to be reviewed", key: "until")
}
