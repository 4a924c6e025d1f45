import FingerpostModel

/// Staff of adult mental health services know what they may share with families and carers.
struct CarerConfidentialityGuidance: Rule {
  let id = RuleID.carerConfidentialityGuidance
  let group = RuleGroup.sharing
  let summary =
    "An adult mental health service has guidance on confidentiality and on sharing information with "
    + "families."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .humber, "D03",
      says: "“Staff said they felt unclear and anxious about the principles of confidentiality and "
        + "information sharing”."),
    Authority(
      .humber, "D07",
      says:
        "“We talk about the principles of confidentiality and information sharing with families "
        + "and carers and discuss and unpick practice dilemmas in relation to this”."),
  ]
  let remedy =
    "Write down what staff may share with families and carers, teach it, and list "
    + "`sharing-with-carers` under `policies:`."
  let examples = RuleExamples(
    passing: """
      services:
        community-team:
          name: Community mental health team
          kind: community-mental-health-team
          policies: [safeguarding, sharing-with-carers]
      """,
    failing: """
      services:
        community-team:  # here
          name: Community mental health team
          kind: community-mental-health-team
          policies: [safeguarding]
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard let kind = service.kind, Self.adultMentalHealth.contains(kind), context.isInUse(service)
    else {
      return
    }
    answers.expect(
      service.policies.map { $0.contains(.sharingWithCarers) },
      orFail:
        "“\(service.name)” has no guidance for its staff on what to share with families and carers.",
      remedy: "Write it with families and carers, teach it, and list `sharing-with-carers` under "
        + "`policies:`.", orAsk: .guidance)
  }

  /// The kinds of service that treat adults for mental illness.
  private static let adultMentalHealth: Set<ServiceKind.ID> = [
    "adult-mental-health", "community-mental-health-team", "inpatient-mental-health",
    "mental-health-assessment", "mental-health-social-work", "specialist-perinatal-mental-health",
  ]
}

extension Question {
  fileprivate static let guidance = Question(
    "whether its staff have guidance on sharing information with families",
    many: "whether their staff have guidance on sharing information with families", key: "policies")
}
