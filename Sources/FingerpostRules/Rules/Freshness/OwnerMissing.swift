import FingerpostModel

/// Somebody keeps every entry true.
struct OwnerMissing: Rule {
  let id = RuleID.ownerMissing
  let group = RuleGroup.freshness
  let summary = "Every service in use has a role that keeps its entry true."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .hsds, "assurer_email",
      says: "An entry names whoever assured it, so that somebody can be asked again."),
    Authority(
      .toolkit, "E84",
      says:
        "You may need to visit referring colleagues regularly “to stay up to date with changes in "
        + "their services”."),
  ]
  let remedy =
    "Agree with the service which role keeps its entry, and write it under `owner:`; a role, because a "
    + "person moves on."
  let examples = RuleExamples(
    passing: """
      services:
        midwifery: {name: Midwifery, owner: Head of midwifery}
      """,
    failing: """
      services:
        midwifery: {name: Midwifery, owner: none}  # here
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard context.isInUse(service) else { return }
    switch service.owner {
    case .stated: answers.pass()
    case .none:
      answers.fail(
        "Nobody keeps the entry of “\(service.name)” true.",
        remedy: "Agree with the service which role keeps its entry, and write it under `owner:`.")
    case .notStated: answers.ask(.owner)
    }
  }
}

extension Question {
  fileprivate static let owner = Question(
    "who keeps its entry true", many: "who keeps their entries true", key: "owner")
}
