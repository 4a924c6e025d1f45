import FingerpostModel

/// Guidelines are made by clinicians, academics, managers and commissioners together.
struct GuidelineGroupFourStakeholders: Rule {
  let id = RuleID.guidelineGroupFourStakeholders
  let group = RuleGroup.board
  let summary = "Guidelines are made by clinicians, academics, managers and commissioners together."
  let obligation = Obligation.may
  let authority = [
    Authority(
      .workshop, "B05",
      says:
        "In its words: “there is a need for clear practice guidelines, developed in partnership with clinical, "
        + "academic, managerial and commissioning stakeholders”.")
  ]
  let remedy =
    "Invite whoever is missing before the guideline is agreed, and write them under "
    + "`stakeholders:` of the document, or under `stakeholder:` of a seat of the group."
  let examples = RuleExamples(
    passing: """
      documents:
        practice-guideline:
          name: Guideline for family-focused practice
          kind: guideline
          stakeholders: [clinical, academic, managerial, commissioners]
      """,
    failing: """
      documents:
        practice-guideline:  # here
          name: Guideline for family-focused practice
          kind: guideline
          stakeholders: [clinical, academic]
      boards:
        writing-group:  # here
          name: Writing group
          kind: working-group
          purposes: [guidelines]
          seats:
            - {stakeholder: [clinical, managerial, commissioners], member: Head of social work}
      """)

  let check = RuleCheck.map { context, answers in
    let wanted = context.profile.guidelineStakeholders
    guard !wanted.isEmpty else { return }
    func look(_ subject: Subject, _ present: [Stakeholder]?, _ question: Question) {
      guard let present else { return answers.ask(question, about: subject) }
      let missing = wanted.filter { !present.contains($0) }
      if missing.isEmpty { return answers.pass() }
      answers.fail(
        "“\(subject.name)” is made without these stakeholders: "
          + "\(context.list(missing.map(\.label))).",
        remedy: "Invite them before the guideline is agreed, and write them down as stakeholders.",
        detail: missing.map(\.rawValue).sorted().joined(separator: " "), about: subject)
    }
    for document in context.map.documents
    where document.kind == .guideline && document.status != .closed {
      look(Subject(document), document.stakeholders, .documentStakeholders)
    }
    for board in context.map.boards
    where context.isInUse(board) && board.purposes?.contains(.guidelines) == true {
      let seats = board.seats?.filter { !$0.member.isNone }
      let isSaid = seats?.allSatisfy { $0.stakeholder != nil } == true
      let present = seats?.flatMap { $0.stakeholder ?? [] }
      let isComplete = wanted.allSatisfy { present?.contains($0) == true }
      look(
        Subject(board), isSaid || isComplete ? present : nil,
        seats == nil ? .seats : .groupStakeholders)
    }
  }
}

extension Question {
  fileprivate static let documentStakeholders = Question(
    "who takes part in making it", many: "who takes part in making them", key: "stakeholders")
  fileprivate static let groupStakeholders = Question(
    "for whom each of its members speaks", many: "for whom each of their members speaks",
    key: "stakeholder")
}
