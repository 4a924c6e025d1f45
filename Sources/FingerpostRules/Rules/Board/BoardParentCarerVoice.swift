import FingerpostModel

/// A strategic board hears parents and carers.
struct BoardParentCarerVoice: Rule {
  let id = RuleID.boardParentCarerVoice
  let group = RuleGroup.board
  let summary = "A strategic board hears parents and carers, by a seat or in another way."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E14",
      says: "“Work with others (ideally including parents) to develop a joint strategic vision”."),
    Authority(
      .humber, "D05",
      says: "Two carer volunteers recruited the people who told their stories, and wrote the "
        + "questions."),
    Authority(
      .southwark, "A15",
      says: "Training is given by a professional and, if possible, by a parent who has used mental "
        + "health services."),
  ]
  let remedy =
    "Offer a seat to somebody with lived experience (`for-lived-experience: yes`), or write under "
    + "`lived-experience:` how the board hears parents and carers otherwise."
  let examples = RuleExamples(
    passing: """
      boards:
        infant-board:
          name: Infant mental health board
          kind: strategic
          seats:
            - {stakeholder: [parents-and-carers], member: Parent representative}
      """,
    failing: """
      boards:
        infant-board:  # here
          name: Infant mental health board
          kind: strategic
          lived-experience: none
          seats:
            - {represents: [health-visiting], member: Head of health visiting}
      """)

  let check = RuleCheck.eachStrategicBoard { board, context, answers in
    guard context.isInUse(board) else { return }
    if board.livedExperience.value != nil { return answers.pass() }
    let seats = context.inOrder(
      (board.seats ?? []).filter {
        $0.forLivedExperience == true || $0.livedExperience == true
          || $0.stakeholder?.contains(.parentsAndCarers) == true
      })
    let isHeard = seats.contains { seat in
      let holding = context.holding(of: seat)
      return holding.isHeld || holding.isNotStated
    }
    if isHeard { return answers.pass() }
    guard board.livedExperience.isNone else { return answers.ask(.livedExperience) }
    guard board.seats != nil else { return answers.ask(.seats) }
    let why =
      seats.isEmpty ? "no seat is for them" : "nobody holds the seat that is kept for them"
    answers.fail(
      "“\(board.name)” does not hear parents and carers: \(why), and there is no other way.",
      evidence: seats.flatMap { context.citations(of: $0.origin) },
      remedy: "Offer a seat to somebody with lived experience, or agree another way and write it "
        + "under `lived-experience:`.")
  }
}

extension Question {
  fileprivate static let livedExperience = Question(
    "how it hears parents and carers", many: "how they hear parents and carers",
    key: "lived-experience")
}
