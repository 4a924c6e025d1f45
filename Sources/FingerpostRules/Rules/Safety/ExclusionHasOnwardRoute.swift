import FingerpostModel

/// Every exclusion says where families are sent instead, and what for.
struct ExclusionHasOnwardRoute: Rule {
  let id = RuleID.exclusionHasOnwardRoute
  let group = RuleGroup.safety
  let summary = "Every exclusion says where families are sent instead, and what for."
  let obligation = Obligation.should
  let isAboutSafety = true
  let authority = [
    Authority(
      .toolkit, "E63",
      says: "Parents in a new or unsupported episode of severe mental illness “should be referred "
        + "for a mental health assessment”."),
    Authority(
      .toolkit, "E64",
      says: "For a substance dependence that no specialist service manages, “liaison and joint "
        + "working might first be set up”."),
    Authority(
      .toolkit, "E65",
      says: "During care proceedings the work waits; where they “have been completed and the "
        + "decision is that the baby remains in the family”, it might begin."),
  ]
  let remedy =
    "Agree with a service that can help these families meanwhile, and write it under `onward:` and "
    + "the purpose under `for:`."
  let examples = RuleExamples(
    passing: """
      conditions:
        severe-illness: {name: Severe mental illness, kind: severe-mental-illness}
        proceedings: {name: Care proceedings, kind: care-proceedings}
      services:
        assessment: Mental health assessment
        parent-infant-team:
          name: Parent-infant team
          excludes:
            - {condition: severe-illness, onward: [assessment], for: an assessment}
            - {condition: proceedings, onward: none, resume: when the baby stays in the family}
      """,
    failing: """
      conditions:
        severe-illness: {name: Severe mental illness, kind: severe-mental-illness}
      services:
        parent-infant-team:
          name: Parent-infant team
          excludes:
            - {condition: severe-illness, onward: none}  # here
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard let exclusions = service.excludes, !exclusions.isEmpty, context.isInUse(service) else {
      return
    }
    for exclusion in exclusions {
      let item = answers.subject.item(exclusion, context)
      guard let onward = exclusion.onward else {
        answers.ask(.onward, about: item)
        continue
      }
      if !onward.isEmpty {
        if exclusion.purpose == nil { answers.ask(.purpose, about: item) } else { answers.pass() }
      } else if Self.mayJustWait(exclusion, context) {
        answers.pass()
      } else {
        let condition =
          context.map.conditions[exclusion.condition]?.name ?? exclusion.condition.rawValue
        answers.fail(
          "“\(service.name)” does not see families with “\(condition)”, and sends them nowhere.",
          remedy: "Agree with a service that can help them meanwhile, and write it under `onward:` "
            + "and the purpose under `for:`.", about: item)
      }
    }
  }

  /// Whether the standard itself names no service for the condition, and the map says when the
  /// family can come back.
  private static func mayJustWait(_ exclusion: Exclusion, _ context: RuleContext) -> Bool {
    guard exclusion.resume.value != nil,
      let kind = context.map.conditions[exclusion.condition]?.kind
    else { return false }
    return context.profile.exclusions.contains { $0.condition == kind && $0.onward.isEmpty }
  }
}

extension Question {
  fileprivate static let purpose = Question(
    "what families are sent there for", many: "what families are sent there for", key: "for")
}
