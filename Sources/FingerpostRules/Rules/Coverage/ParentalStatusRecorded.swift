import FingerpostModel

/// Adult mental health services ask whether their patients have children.
struct ParentalStatusRecorded: Rule {
  let id = RuleID.parentalStatusRecorded
  let group = RuleGroup.coverage
  let summary = "Every adult mental health service in use asks its patients about their children."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .workshop, "B01",
      says:
        "“A quarter of patients accessing support from adult mental health services are parents of "
        + "dependent children”."),
    Authority(
      .workshop, "B02",
      says: "“In England, care rarely identifies parenthood status or provides targeted support”."),
  ]
  let remedy =
    "Add the question to the service's first assessment, so that babies and children are noticed, and "
    + "write `records-parental-status: yes`."
  let examples = RuleExamples(
    passing: """
      services:
        community-team:
          name: Community mental health team
          kind: community-mental-health-team
          records-parental-status: yes
      """,
    failing: """
      services:
        community-team:  # here
          name: Community mental health team
          kind: community-mental-health-team
          records-parental-status: no
      """)

  private static let kinds: Set<ServiceKind.ID> = [
    "adult-mental-health", "community-mental-health-team", "crisis-service",
    "inpatient-mental-health", "mental-health-assessment", "mental-health-social-work",
  ]

  let check = RuleCheck.eachService { service, context, answers in
    guard let kind = service.kind, kinds.contains(kind), context.isInUse(service) else { return }
    answers.expect(
      service.recordsParentalStatus,
      orFail: "“\(service.name)” does not ask its patients whether they have children.",
      remedy: "Add the question to its first assessment, and write `records-parental-status: yes`.",
      orAsk: .parentalStatus)
  }
}

extension Question {
  fileprivate static let parentalStatus = Question(
    "whether it asks patients about their children",
    many: "whether they ask patients about their children", key: "records-parental-status")
}
