import FingerpostModel

/// Strategic boards and steering groups have terms of reference that are kept up to date.
struct BoardTermsOfReference: Rule {
  let id = RuleID.boardTermsOfReference
  let group = RuleGroup.board
  let summary =
    "A strategic board and a steering group have terms of reference with a review date that has not "
    + "passed."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E20", says: "Resources: “Terms of reference for strategic and operational boards”."
    )
  ]
  let remedy =
    "Agree terms of reference, and write when they were agreed and when they are to be reviewed "
    + "under `terms-of-reference:`."
  let examples = RuleExamples(
    passing: """
      boards:
        infant-board:
          name: Infant mental health board
          kind: strategic
          terms-of-reference: {agreed: 2025-11-03, review-due: 2027-11-01}
      """,
    failing: """
      boards:
        infant-board:  # here
          name: Infant mental health board
          kind: strategic
          terms-of-reference: none
        steering-group:  # here
          name: Steering group
          kind: operational-steering
          terms-of-reference: {agreed: 2023-11-03, review-due: 2025-11-01}
      """)

  let check = RuleCheck.eachBoard { board, context, answers in
    guard context.isInUse(board), board.kind == .strategic || board.kind == .operationalSteering
    else { return }
    switch board.termsOfReference {
    case .notStated: answers.ask(.terms)
    case .none:
      answers.fail(
        "“\(board.name)” has no terms of reference.",
        remedy: "Agree what the board is for, who sits on it, for how long and to whom it reports, "
          + "and write the dates under `terms-of-reference:`.")
    case .stated(let terms):
      guard let review = terms.reviewDue else { return answers.ask(.review) }
      guard context.isPast(review) else { return answers.pass() }
      answers.fail(
        "The terms of reference of “\(board.name)” were due for review \(review.onInWords).",
        evidence: context.citations(of: terms.origin),
        remedy: "Review them, and write the new dates under `terms-of-reference:`.")
    }
  }
}

extension Question {
  fileprivate static let terms = Question(
    "whether it has terms of reference", many: "whether they have terms of reference",
    key: "terms-of-reference")
  fileprivate static let review = Question(
    "when its terms of reference are to be reviewed",
    many: "when their terms of reference are to be reviewed",
    key: "`review-due`, under `terms-of-reference`")
}
