import FingerpostModel

/// A strategic board hears every part of local life that has a stake.
struct BoardRecommendedSectors: Rule {
  let id = RuleID.boardRecommendedSectors
  let group = RuleGroup.board
  let summary = "A strategic board hears every part of local life that has a stake."
  let obligation = Obligation.may
  let authority = [
    Authority(
      .toolkit, "E38",
      says:
        "Stakeholders are “spread across safeguarding, public health, the voluntary and community "
        + "sector, health, policing, education, social care, communities and the private sector. "
        + "Ideally, all relevant partners are represented at the strategic board”.")
  ]
  let remedy =
    "Ask whether somebody on the board already speaks for the missing part, and write it under "
    + "`stakeholder:` of the seat; otherwise invite somebody who does."
  let examples = RuleExamples(
    passing: """
      boards:
        infant-board:
          name: Infant mental health board
          kind: strategic
          seats:
            - {stakeholder: [safeguarding, social-care], member: Head of children's social care}
            - {stakeholder: [health, public-health], member: Director of Public Health}
            - {stakeholder: [voluntary, communities], member: Chief officer}
            - {stakeholder: [policing], member: Superintendent}
            - {stakeholder: [education, private-sector], member: Director of nurseries}
      """,
    failing: """
      boards:
        infant-board:  # here
          name: Infant mental health board
          kind: strategic
          seats:
            - {stakeholder: [safeguarding, social-care], member: Head of children's social care}
            - {stakeholder: [health, public-health], member: Director of Public Health}
            - {stakeholder: [voluntary, communities], member: Chief officer}
            - {stakeholder: [policing], member: none}
      """)

  let check = RuleCheck.eachStrategicBoard { board, context, answers in
    guard context.isInUse(board), !context.profile.stakeholders.isEmpty else { return }
    guard let seats = board.seats else { return answers.ask(.seats) }
    let taken = seats.filter { seat in
      let holding = context.holding(of: seat)
      return holding.isHeld || holding.isNotStated
    }
    let heard = Set(taken.flatMap { context.partsHeard(through: $0) })
    let missing = context.profile.stakeholders.filter { !heard.contains($0) }
    if missing.isEmpty { return answers.pass() }
    let unsaid = taken.filter { context.isForNothingStated($0) }
    if !unsaid.isEmpty {
      for seat in unsaid { answers.ask(.stakeholder, about: context.subject(seat, on: board)) }
      return
    }
    answers.fail(
      "Nobody on “\(board.name)” speaks for \(missing.count == 1 ? "" : "any of these: ")"
        + "\(context.list(missing.map(\.label))).",
      remedy: "Ask whether a member already does, and write it under `stakeholder:` of the seat; "
        + "otherwise invite somebody.",
      detail: missing.map(\.rawValue).sorted().joined(separator: " "))
  }
}

extension RuleContext {
  /// The parts of local life that a seat stands for: those it states, and those that the function
  /// it represents or the organisation of its member belongs to.
  fileprivate func partsHeard(through seat: Seat) -> Set<Stakeholder> {
    var parts = Set(seat.stakeholder ?? [])
    switch seat.organisation.flatMap({ map.organisations[$0]?.sector }) {
    case .nhs: parts.insert(.health)
    case .voluntary: parts.insert(.voluntary)
    case .privateSector: parts.insert(.privateSector)
    case .education: parts.insert(.education)
    case .police: parts.insert(.policing)
    case .localAuthority, .other, nil: break
    }
    for function in functions(of: seat) {
      switch function {
      case "health-visiting", "midwifery", "camhs", "specialist-perinatal-mental-health",
        "general-practice", "paediatrics", "adult-mental-health":
        parts.insert(.health)
      case "childrens-social-care": parts.insert(.socialCare)
      case "education": parts.insert(.education)
      default: break
      }
    }
    return parts
  }
}

extension Question {
  fileprivate static let stakeholder = Question(
    "for which part of local life it speaks", many: "for which parts of local life they speak",
    key: "stakeholder")
}
