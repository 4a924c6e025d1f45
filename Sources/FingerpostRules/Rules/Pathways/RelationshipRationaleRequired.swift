import FingerpostModel

/// A request to a parent-infant team says how the relationship is at risk.
struct RelationshipRationaleRequired: Rule {
  let id = RuleID.relationshipRationaleRequired
  let group = RuleGroup.pathways
  let summary =
    "A service that works on the relationship between parent and baby asks referrers how it is at "
    + "risk."
  let obligation = Obligation.may
  let authority = [
    Authority(
      .toolkit, "E71",
      says: "The clinical focus for a specialised team is the parent-baby relationship and so all "
        + "requests for service need to describe clearly how this may be in danger of being "
        + "compromised currently or in the future.")
  ]
  let remedy =
    "Ask for it on the form, and add `relationship-at-risk` under `referral: {must-say: ...}`."
  let examples = RuleExamples(
    passing: """
      services:
        parent-infant-team:
          name: Parent-infant team
          kind: parent-infant-team
          referral: {must-say: [relationship-at-risk, safeguarding-concerns]}
      """,
    failing: """
      services:
        parent-infant-team:  # here
          name: Parent-infant team
          kind: parent-infant-team
          referral: {must-say: [parental-mental-health, safeguarding-concerns]}
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard service.worksOnRelationship, context.isInUse(service) else { return }
    answers.expect(
      service.referral?.mustSay.map { $0.contains(.relationshipAtRisk) },
      orFail: "A request to “\(service.name)” does not have to say how the relationship between "
        + "parent and baby is, or may be, at risk.",
      remedy: "Ask for it on the form, and add `relationship-at-risk` under `must-say:`.",
      orAsk: .mustSay)
  }
}

extension Question {
  fileprivate static let mustSay = Question(
    "what a request must say", many: "what a request must say", key: "`must-say`, under `referral`")
}
