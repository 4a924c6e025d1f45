import FingerpostModel

/// The focal service has every policy that the standard lists.
struct PolicySetComplete: Rule {
  let id = RuleID.policySetComplete
  let group = RuleGroup.safety
  let summary = "The focal service has every policy that the standard lists in writing."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E32",
      says: "“Consent to service, consent to outcome measures, consent to share information with "
        + "others, home working and lone worker policies, safeguarding management, adult mental "
        + "health risk management, vulnerable adults’ policies, whistleblowing”."),
    Authority(
      .toolkit, "E90",
      says: "“Where home working is expected then adequate lone working and home visiting policies "
        + "should be in place”."),
  ]
  let remedy =
    "Write the missing policies, or adapt those of a partner, and list them under `policies:`."
  let examples = RuleExamples(
    passing: """
      focus: [parent-infant-team]
      services:
        parent-infant-team:
          name: Parent-infant team
          policies: [consent-to-service, consent-to-outcome-measures, consent-to-share, home-working,
                     lone-working, safeguarding, adult-mental-health-risk, vulnerable-adults,
                     whistleblowing]
      """,
    failing: """
      focus: [parent-infant-team]
      services:
        parent-infant-team:  # here
          name: Parent-infant team
          policies: [consent-to-service, consent-to-share, lone-working, safeguarding]
      """)

  let check = RuleCheck.eachFocalService { service, context, answers in
    let expected = context.profile.policies
    guard !expected.isEmpty, context.isInUse(service) else { return }
    guard let policies = service.policies else { return answers.ask(.policies) }
    let missing = expected.filter { !policies.contains($0) }
    guard !missing.isEmpty else { return answers.pass() }
    answers.fail(
      "“\(service.name)” has \(expected.count - missing.count) of the \(expected.count) policies "
        + "that the standard lists.",
      evidence: ["Missing: \(context.list(missing.map(\.label)))."],
      remedy: "Write the missing policies, or adapt those of a partner, and list them under "
        + "`policies:`.")
  }
}

extension Question {
  fileprivate static let policies = Question(
    "which policies it has in writing", many: "which policies they have in writing", key: "policies"
  )
}
