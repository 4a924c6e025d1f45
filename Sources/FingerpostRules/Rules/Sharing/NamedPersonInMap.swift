import FingerpostAnalysis
import FingerpostModel

/// The map names roles, not people.
struct NamedPersonInMap: Rule {
  let id = RuleID.namedPersonInMap
  let group = RuleGroup.sharing
  let summary = "The map names roles, not people."
  let obligation = Obligation.may
  let authority = [
    Authority(
      .humber, "D11",
      says: "The example gives as its contact a person and the role of Family Therapy & "
        + "Interventions Lead; the role outlasts the person."),
    Authority(
      .sense, says: "A role stays true when somebody leaves, and is nobody's personal data."),
  ]
  let remedy =
    "Write the role instead of the person; who holds it belongs in a list that can be kept private."
  let examples = RuleExamples(
    passing: """
      services:
        parent-infant-team: {name: Parent-infant team, owner: Operational lead}
      """,
    failing: """
      services:
        parent-infant-team: {name: Parent-infant team, owner: Dr Ada Example}  # here
      boards:
        strategic:
          name: Infant mental health board
          chair: Director of Public Health
          seats:
            - {represents: midwifery, member: Head of midwifery, person: Ada Example}  # here
      """)

  let check = RuleCheck.several([
    .eachService { service, context, answers in
      var reading = Reading()
      reading.read(service.owner.value, "owner")
      reading.read(service.contact?.role, "contact.role")
      reading.read(service.setup?.lead, "setup.lead")
      reading.report(&answers)
      for group in service.staff ?? [] {
        var reading = Reading()
        reading.read(group.role, "role")
        reading.report(&answers, inThe: "staff", group.id, group.origin)
      }
    },
    .eachBoard { board, context, answers in
      var reading = Reading()
      reading.read(board.chair.value, "chair")
      reading.read(board.accountableLead.value, "accountable-lead")
      reading.read(board.risk.value?.from, "risk.from")
      reading.report(&answers)
      for seat in board.seats ?? [] {
        var reading = Reading()
        reading.read(seat.member.value, "member")
        reading.read(seat.deputy.value, "deputy")
        if seat.person != nil { reading.found("person") }
        reading.report(&answers, inThe: "seats", seat.id, seat.origin)
      }
    },
    .eachProgramme { programme, context, answers in
      var reading = Reading()
      reading.read(programme.coordinator.value, "coordinator")
      for trainer in programme.trainers ?? [] { reading.read(trainer.role, "trainers.role") }
      reading.report(&answers)
    },
    .eachRoute { route, context, answers in
      guard let lead = route.transition?.lead.value else { return }
      var reading = Reading()
      reading.read(lead, "transition.lead")
      reading.report(&answers)
    },
  ])

  /// The keys of an element that were read, and those that hold a name.
  private struct Reading {
    private var hasRead = false
    private var keys: [String] = []

    mutating func read(_ text: String?, _ key: String) {
      guard let text else { return }
      hasRead = true
      if text.beginsWithTitle { keys.append(key) }
    }

    mutating func found(_ key: String) { keys.append(key) }

    /// Says what was read of the element, or of an item of one of its lists.
    func report(
      _ answers: inout Answers, inThe list: String? = nil, _ id: String = "",
      _ origin: Origin = Origin()
    ) {
      guard !keys.isEmpty else {
        if hasRead { answers.pass() }
        return
      }
      let subject = answers.subject
      let listed = keys.map { "`\($0)`" }.joined(separator: ", ")
      answers.fail(
        "“\(subject.name)” names a person under \(listed), where a role would do.",
        remedy: "Write the role that the person holds.",
        about: list.map { subject.item($0, id, named: subject.name, origin) })
    }
  }
}
