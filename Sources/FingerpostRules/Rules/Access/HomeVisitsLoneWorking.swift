import FingerpostModel

/// Staff who visit families at home are kept safe by written policies.
struct HomeVisitsLoneWorking: Rule {
  let id = RuleID.homeVisitsLoneWorking
  let group = RuleGroup.access
  let summary =
    "A service that sees families at home has written policies on working alone and on visiting homes."
  let obligation = Obligation.should
  let isAboutSafety = true
  let authority = [
    Authority(
      .toolkit, "E90",
      says: "Where home working is expected then adequate lone working and home visiting policies "
        + "should be in place.")
  ]
  let remedy =
    "Agree the missing policy before the next visit, and add it under `policies:`."
  let examples = RuleExamples(
    passing: """
      services:
        health-visiting: {name: Health visiting, venues: [{kind: home}],
                          policies: [lone-working, home-visiting]}
      """,
    failing: """
      services:
        health-visiting: {name: Health visiting, venues: [{kind: home}], policies: [lone-working]}  # here
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard let venues = service.venues, venues.contains(where: { $0.kind == .home }),
      context.isInUse(service)
    else { return }
    guard let policies = service.policies else { return answers.ask(.policies) }
    let missing = [PolicyKind.loneWorking, .homeVisiting].filter { !policies.contains($0) }
    guard !missing.isEmpty else { return answers.pass() }
    answers.fail(
      "“\(service.name)” sees families at home, and has no written policy on "
        + "\(context.list(missing.map { $0 == .loneWorking ? "working alone" : "visiting homes" })).",
      evidence: missing.map { "Missing: \($0.label) policy" },
      remedy: "Agree the policy before the next visit, and add "
        + "\(context.list(missing.map { "`\($0.rawValue)`" })) to `policies:`.")
  }
}

extension Question {
  fileprivate static let policies = Question(
    "which policies keep its staff safe on visits",
    many: "which policies keep their staff safe on visits",
    key: "policies")
}
