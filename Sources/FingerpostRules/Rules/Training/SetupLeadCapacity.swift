import FingerpostModel

/// Whoever sets a team up has enough working time, for long enough before the first referral.
struct SetupLeadCapacity: Rule {
  let id = RuleID.setupLeadCapacity
  let group = RuleGroup.training
  let summary =
    "Whoever sets up a new team has at least half a full-time post, for at least nine months before "
    + "the first referral."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E11",
      says: "We estimate that setting up a new team requires a 0.5-0.7 WTE (whole-time equivalent) "
        + "project manager or operational lead for a minimum of nine months prior to accepting "
        + "referrals.")
  ]
  let remedy =
    "Give the lead more time, or let referrals begin later; write it under `posts:`, `lead-time:` and "
    + "`referrals-from:` of `setup:`."
  let examples = RuleExamples(
    passing: """
      services:
        baby-team: {name: Baby team, setup: {posts: 0.6, lead-from: 2026-01-12, referrals-from: 2026-10-12}}
      """,
    failing: """
      services:
        baby-team:
          name: Baby team
          setup: {posts: 0.3, lead-time: 6 months}  # here
      """)

  let check = RuleCheck.eachService { service, context, answers in
    let limits = context.profile.limits
    guard let setup = service.setup else {
      if context.isParentInfantTeam(service), service.status(on: context.date) == .planned {
        answers.ask(.setup)
      }
      return
    }
    var subject = answers.subject
    subject.location = setup.origin.location ?? subject.location
    if let least = limits.leadPosts?.least {
      switch setup.wholeTimeEquivalent {
      case let posts? where posts.least >= least: answers.pass()
      case let posts? where posts.most < least:
        answers.fail(
          "Whoever sets up “\(service.name)” has \(posts) of a full-time post for it; at least "
            + "\(WholeTimeEquivalent(least: least, most: least)) is asked for.",
          remedy: "Give the lead more time, and write it under `posts:` of `setup:`.",
          detail: "posts", about: subject)
      default: answers.ask(.posts)
      }
    }
    guard let least = limits.leadTime else { return }
    let between: Bool? =
      if let from = setup.leadFrom, let until = setup.referralsFrom {
        from.isAtLeast(least, before: until)
      } else {
        nil
      }
    let isLongEnough: Bool? =
      if let stated = setup.leadTime, stated < least || between == nil {
        stated >= least
      } else {
        between
      }
    switch isLongEnough {
    case true?: answers.pass()
    case nil: answers.ask(.leadTime)
    case false?:
      let dates = [
        setup.leadTime.map { "Time before the first referral: \($0)" },
        setup.leadFrom.map { "The lead began: \($0.inWords)" },
        setup.referralsFrom.map { "First referral: \($0.inWords)" },
      ]
      answers.fail(
        "Whoever sets up “\(service.name)” has less than \(least) before it accepts referrals.",
        evidence: dates.compactMap { $0 },
        remedy:
          "Let referrals begin later, or find out what is not ready yet; write the time under "
          + "`lead-time:` of `setup:`.", detail: "lead-time", about: subject)
    }
  }
}

extension Question {
  fileprivate static let setup = Question(
    "who sets it up, with how much time, and for how long before the first referral",
    many: "who sets them up, with how much time, and for how long before the first referral",
    key: "setup")
  fileprivate static let posts = Question(
    "how much of a full-time post its lead had to set it up",
    many: "how much of a full-time post their leads had to set them up",
    key: "`posts`, under `setup`")
  fileprivate static let leadTime = Question(
    "how long its lead worked before the first referral",
    many: "how long their leads worked before the first referral", key: "`lead-time`, under `setup`"
  )
}
