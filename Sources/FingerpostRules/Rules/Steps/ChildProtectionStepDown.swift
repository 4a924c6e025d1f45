import FingerpostModel

/// No family steps down straight from a child protection plan to early help.
///
/// A local option: a locality that works otherwise turns it off in its own profile.
struct ChildProtectionStepDown: Rule {
  let id = RuleID.childProtectionStepDown
  let group = RuleGroup.steps
  let summary =
    "No family on a child protection plan steps down straight to early help (a local option)."
  let obligation = Obligation.should
  let isAboutSafety = true
  let authority = [
    Authority(
      .knowsley, "known from an excerpt only",
      says: "A family does not step down directly from a child protection plan to early help. This "
        + "is one council's protocol: a locality with another turns the rule off.")
  ]
  let remedy =
    "Lead the step down through children's social care; where the local protocol allows the direct "
    + "way, turn the rule off in the locality's own profile, with the reason."
  let examples = RuleExamples(
    passing: """
      conditions:
        on-a-plan: {name: On a child protection plan, kind: child-protection-plan}
      services:
        parent-infant-team: Parent-infant team
        social-care: {name: Social care, kind: childrens-social-care}
      routes:
        - {from: parent-infant-team, to: social-care, kind: transfer, step: down, only-for: [on-a-plan]}
      """,
    failing: """
      conditions:
        on-a-plan: {name: On a child protection plan, kind: child-protection-plan}
      services:
        social-care: {name: Social care, kind: childrens-social-care}
        early-help: {name: Early help, kind: early-help}
      routes:
        - {from: social-care, to: early-help, kind: transfer, step: down, only-for: [on-a-plan]}  # here
      """)

  let check = RuleCheck.map { context, answers in
    let map = context.map
    var asked: Set<String> = []
    for route in map.routes {
      guard let ids = route.onlyFor, !ids.isEmpty, route.kind.movesFamily, context.isInUse(route)
      else { continue }
      let conditions = ids.compactMap { map.conditions[$0] }
      let isOnPlan = conditions.contains { $0.kind == .childProtectionPlan }
      guard route.step == .down else {
        if isOnPlan { answers.pass() }
        continue
      }
      let receiver = map.services[route.to]
      if isOnPlan, let receiver, receiver.kind == nil {
        if asked.insert("services \(receiver.id)").inserted {
          answers.ask(.serviceKind, about: Subject(receiver))
        }
      } else if isOnPlan, receiver?.kind == "early-help" {
        answers.fail(
          "Families on a child protection plan step down straight from "
            + "“\(map.name(ofEnd: route.from))” to “\(map.name(ofEnd: route.to))”.",
          evidence: ["The route is only for: \(context.list(conditions.map(\.name).sorted()))."],
          remedy: "Lead the step down through children's social care; where the local protocol "
            + "allows the direct way, turn the rule off in the locality's own profile.",
          about: Subject(route, in: map))
      } else if isOnPlan {
        answers.pass()
      } else if receiver?.kind == "early-help" {
        for condition in conditions where condition.kind == nil {
          guard asked.insert("conditions \(condition.id)").inserted else { continue }
          answers.ask(
            .conditionKind,
            about: Subject(
              .conditions, [condition.id.rawValue], named: condition.name, condition.origin))
        }
      }
    }
  }
}

extension Question {
  fileprivate static let conditionKind = Question(
    "whether it means a child protection plan", many: "whether they mean a child protection plan",
    key: "kind")
  fileprivate static let serviceKind = Question(
    "what kind of service it is", many: "what kind of services they are", key: "kind")
}
