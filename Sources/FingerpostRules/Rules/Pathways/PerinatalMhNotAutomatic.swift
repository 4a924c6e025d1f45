import FingerpostModel

/// A parent's mental health difficulty alone does not make a referral to a parent-infant team.
struct PerinatalMhNotAutomatic: Rule {
  let id = RuleID.perinatalMhNotAutomatic
  let group = RuleGroup.pathways
  let summary =
    "A service that works on the relationship between parent and baby does not take a parent's "
    + "mental health difficulty alone for a strained relationship."
  let obligation = Obligation.may
  let authority = [
    Authority(
      .toolkit, "E61",
      says: "Perinatal mental health difficulties are commonly not considered to be an automatic "
        + "reason for referral unless there is some evidence that the parent-infant relationship is "
        + "under strain.")
  ]
  let remedy =
    "Say in the criteria that the relationship has to be under strain, and write "
    + "`asks-for-strain-on-relationship: yes`."
  let examples = RuleExamples(
    passing: """
      services:
        parent-infant-team:
          name: Parent-infant team
          kind: parent-infant-team
          asks-for-strain-on-relationship: yes
      """,
    failing: """
      services:
        parent-infant-team:  # here
          name: Parent-infant team
          kind: parent-infant-team
          asks-for-strain-on-relationship: no
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard service.worksOnRelationship, context.isInUse(service) else { return }
    answers.expect(
      service.asksForStrainOnRelationship,
      orFail: "“\(service.name)” takes a parent's mental health difficulty alone as a reason for "
        + "referral, without a sign that the relationship with the baby is under strain.",
      remedy: "Agree with the perinatal mental health team what shows a strained relationship, ask "
        + "referrers for it, and write `asks-for-strain-on-relationship: yes`.",
      orAsk: .strain)
  }
}

extension Question {
  fileprivate static let strain = Question(
    "whether a parent's mental health difficulty alone is a reason for referral",
    many: "whether a parent's mental health difficulty alone is a reason for referral",
    key: "asks-for-strain-on-relationship")
}
