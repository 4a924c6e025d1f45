import FingerpostModel

/// No source or document that a map rests on is past the day on which it was to be reviewed.
struct SourceReviewOverdue: Rule {
  let id = RuleID.sourceReviewOverdue
  let group = RuleGroup.freshness
  let summary =
    "No source or document that the map rests on is past the day on which it was to be reviewed."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E98",
      says: "The chapter “is correct at the time of publication, 1st October 2019, and is due for "
        + "review on 1st January 2021”.")
  ]
  let remedy =
    "Look for a newer edition, or ask whoever keeps it whether it still holds; then write the new date "
    + "under `review-due:`. Where none is to come, the board has to know on how old a paper it relies."
  let examples = RuleExamples(
    passing: """
      sources:
        toolkit: {title: Toolkit, published: 2025-10-01, review-due: 2027-01-01}
      """,
    failing: """
      sources:
        toolkit: {title: Toolkit, published: 2019-10-01, review-due: 2021-01-01}  # here
      documents:
        guidance: {name: Guidance for referrers, agreed: 2023-01-09, review-due: 2025}  # here
      """)

  let check = RuleCheck.several([
    .eachSource { source, context, answers in
      guard let due = source.reviewDue else { return answers.ask(.reviewDue) }
      guard context.isPast(due) else { return answers.pass() }
      answers.fail(
        "“\(source.title)” was due for review \(due.onInWords), and the map still rests on it.",
        remedy:
          "Look for a newer edition, or ask \(source.publisher.map { "“\($0)”" } ?? "its publisher") whether it "
          + "still holds, and write the new date under `review-due:`.")
    },
    .eachDocument { document, context, answers in
      guard let due = document.reviewDue, document.status.map({ $0 == .active }) ?? true else {
        return
      }
      guard context.isPast(due) else { return answers.pass() }
      answers.fail(
        "“\(document.name)” was due for review \(due.onInWords).",
        remedy: "Have whoever keeps it review it, and write the new date under `review-due:`.")
    },
  ])
}

extension Question {
  fileprivate static let reviewDue = Question(
    "when it is to be reviewed", many: "when they are to be reviewed", key: "review-due")
}
