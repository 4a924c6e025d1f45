import FingerpostModel

/// Families are asked before a service tells others about them.
struct ConsentToShare: Rule {
  let id = RuleID.consentToShare
  let group = RuleGroup.sharing
  let summary =
    "Whoever tells others of a family has a procedure for the family's consent to share information."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E72",
      says: "Of self-referrals “the health visitor and GP as a minimum should be informed "
        + "(following the usual consent to share information procedures)”."),
    Authority(
      .toolkit, "E32",
      says: "“Collate/write policies and procedures including consent processes”, among them "
        + "“consent to share information with others”."),
  ]
  let remedy =
    "Agree how families are asked, and write `consent: yes` under `referral:` of the service or on "
    + "the route. Where the law asks to share without consent, accept an exception and say so."
  let examples = RuleExamples(
    passing: """
      services:
        health-visiting: Health visiting
        parent-infant-team:
          name: Parent-infant team
          referral: {consent: yes, self-referral: {notify: [health-visiting], consent: yes}}
      routes:
        - {from: parent-infant-team, to: health-visiting, kind: notification, shares: identifiable,
           consent: yes}
      """,
    failing: """
      services:
        health-visiting: Health visiting
        parent-infant-team:  # here
          name: Parent-infant team
          referral: {self-referral: {notify: [health-visiting], consent: no}}
      routes:
        - from: parent-infant-team  # here
          to: health-visiting
          kind: notification
          shares: identifiable
          consent: no
      """)

  let check = RuleCheck.several([
    .eachService { service, context, answers in
      guard context.isInUse(service) else { return }
      let notice = service.referral?.selfReferral
      let notifies = notice?.notify.map { !$0.isEmpty } ?? false
      guard notifies || context.sendersOfUnaskedData.contains(service.id) else { return }
      if notifies, notice?.consent == false {
        return answers.fail(
          "“\(service.name)” tells other services of families who refer themselves, and does not "
            + "ask those families.",
          remedy: "Ask the family when it refers itself, and write `consent: yes` under "
            + "`self-referral:`.", detail: "self-referral")
      }
      let hasPolicy = service.policies?.contains(.consentToShare) ?? false
      switch service.referral?.consent {
      case true?: answers.pass()
      case false?:
        answers.fail(
          "“\(service.name)” tells other services of families, and has no procedure for their "
            + "consent.",
          remedy: "Agree how families are asked, and write `consent: yes` under `referral:`.")
      case nil where hasPolicy || notifies && notice?.consent == true: answers.pass()
      case nil: answers.ask(.consent)
      }
    },
    .eachRoute { route, context, answers in
      guard route.shares == .identifiable, route.from != .families, let consent = route.consent,
        context.isInUse(route)
      else { return }
      guard !consent else { return answers.pass() }
      answers.fail(
        "“\(answers.subject.name)” carries identifiable data, and the family is not asked.",
        remedy:
          "Ask the family first, and write `consent: yes` on the route; where the law asks to "
          + "share without consent, accept an exception and say so.")
    },
  ])
}

extension Question {
  fileprivate static let consent = Question(
    "how families consent before others are told of them",
    many: "how families consent before others are told of them", key: "referral.consent")
}
