import FingerpostModel

/// Parent-infant therapists have specialist supervision.
struct SpecialistSupervision: Rule {
  let id = RuleID.specialistSupervision
  let group = RuleGroup.training
  let summary =
    "The staff of a parent-infant team have regular specialist infant mental health supervision."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E29",
      says: "Encourage and facilitate continuous professional development for all parent-infant "
        + "therapists, by ensuring access to regular reflective specialist infant mental health "
        + "supervision and training.")
  ]
  let remedy =
    "Arrange regular supervision by somebody with specialist training in infant mental health, and "
    + "write `specialist-supervision: yes`."
  let examples = RuleExamples(
    passing: """
      services:
        baby-team: {name: Baby team, kind: parent-infant-team, specialist-supervision: yes}
      """,
    failing: """
      services:
        baby-team: {name: Baby team, kind: parent-infant-team, specialist-supervision: no}  # here
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard context.isParentInfantTeam(service), context.isInUse(service) else { return }
    answers.expect(
      service.specialistSupervision,
      orFail: "The staff of “\(service.name)” have no regular specialist infant mental health "
        + "supervision.",
      remedy: "Arrange it, inside or outside the organisation, and write "
        + "`specialist-supervision: yes`.", orAsk: .supervision)
  }
}

extension Question {
  fileprivate static let supervision = Question(
    "whether its staff have specialist infant mental health supervision",
    many: "whether their staff have specialist infant mental health supervision",
    key: "specialist-supervision")
}
