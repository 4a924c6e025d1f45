import FingerpostModel

/// The focal service says which of the ways it has while a child is on a child protection plan.
struct CppPolicyStated: Rule {
  let id = RuleID.cppPolicyStated
  let group = RuleGroup.safety
  let summary =
    "The focal service has exactly one of the toolkit's three ways of working while a child is on a "
    + "child protection plan."
  let obligation = Obligation.should
  let isAboutSafety = true
  let authority = [
    Authority(
      .toolkit, "E66",
      says:
        "“Some teams accept referrals irrespective of whether the child is on a Child Protection "
        + "Plan (CPP), some do but ask children’s services not to close the case until the "
        + "parent-infant work is complete, some don’t accept referrals whilst the child is on a "
        + "CPP”.")
  ]
  let remedy =
    "Choose one way with children's services and write it under `child-protection:`, and exclude the "
    + "plan under `excludes:` only if families are not accepted during it."
  let examples = RuleExamples(
    passing: """
      focus: [parent-infant-team]
      services:
        parent-infant-team: {name: Parent-infant team, child-protection: accept-if-kept-open}
      """,
    failing: """
      focus: [parent-infant-team]
      conditions:
        plan: {name: A child protection plan, kind: child-protection-plan}
      services:
        social-care: Children's social care
        parent-infant-team:  # here
          name: Parent-infant team
          child-protection: accept
          excludes:
            - {condition: plan, onward: [social-care], for: the plan}
      """)

  let check = RuleCheck.eachFocalService { service, context, answers in
    guard context.isInUse(service) else { return }
    guard let policy = service.childProtection else { return answers.ask(.policy) }
    let allowed = context.profile.childProtectionPolicies
    if !allowed.isEmpty, !allowed.contains(policy) {
      return answers.fail(
        "“\(service.name)” \(policy.label), which is none of the ways that the standard allows.",
        remedy: "Choose one of these: \(context.list(allowed.map { "`\($0.rawValue)`" })).",
        detail: "not-allowed")
    }
    let exclusion = service.excludes?.first {
      context.map.conditions[$0.condition]?.kind == .childProtectionPlan
    }
    guard let exclusion, policy != .notDuringPlan else { return answers.pass() }
    let condition =
      context.map.conditions[exclusion.condition]?.name ?? exclusion.condition.rawValue
    answers.fail(
      "“\(service.name)” says two things: that it \(policy.label), and that it does not see families "
        + "with “\(condition)”.",
      remedy: "Take the exclusion out, or write `child-protection: not-during-plan`.",
      detail: "contradiction")
  }
}

extension Question {
  fileprivate static let policy = Question(
    "whether it accepts families while a child is on a child protection plan",
    many: "whether they accept families while a child is on a child protection plan",
    key: "child-protection")
}
