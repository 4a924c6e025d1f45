import FingerpostAnalysis
import FingerpostModel

/// Each team that is to send somebody has done so.
struct FacilitatorPerTeam: Rule {
  let id = RuleID.facilitatorPerTeam
  let group = RuleGroup.training
  let summary = "Each team that a training is for has sent somebody to it."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .southWestLondon, "C01",
      says:
        "Trust teams were all asked to nominate a team member to be trained as a facilitator for "
        + "the Patient Skills Programme.")
  ]
  let remedy =
    "Ask the teams that have sent nobody what would make it possible, and write how many have sent "
    + "somebody under `teams-nominating:`."
  let examples = RuleExamples(
    passing: """
      services:
        north: {name: Northern team}
        south: {name: Southern team}
      programmes:
        facilitators: {name: Training for facilitators, kind: training, audience: [north, south],
                       teams-nominating: 2}
      """,
    failing: """
      services:
        north: {name: Northern team}
        south: {name: Southern team}
      programmes:
        facilitators:  # here
          name: Training for facilitators
          kind: training
          audience: [north, south]
          teams-nominating: 1
      """)

  let check = RuleCheck.eachProgramme { programme, context, answers in
    guard programme.kind == .training, context.isInUse(programme) else { return }
    guard let audience = programme.audience else {
      if programme.teamsNominating != nil { answers.ask(.teams) }
      return
    }
    let services = Set(audience.filter { context.map.services[$0.named()] != nil })
    let others = Set(audience).subtracting(services)
    let teams = CountRange(least: services.count, most: others.isEmpty ? services.count : nil)
    let trained = Set((programme.cohorts ?? []).flatMap { $0.teams ?? [] })
    guard let nominating = programme.teamsNominating else {
      if others.isEmpty, !services.isEmpty, services.isSubset(of: trained) { return answers.pass() }
      // Whole organisations send no one person; which of their teams are meant is not known.
      if !services.isEmpty { answers.ask(.nominating) }
      return
    }
    switch teams.isAtMost(CountRange(nominating)) {
    case true?: answers.pass()
    case nil: answers.ask(others.isEmpty ? .nominating : .teams)
    case false?:
      let absent =
        trained.isEmpty
        ? []
        : services.subtracting(trained).map { context.map.name(of: $0) ?? $0.rawValue }.sorted()
      answers.fail(
        "“\(programme.name)” is for \(teams) teams, and \(nominating) sent somebody.",
        evidence: absent.map { "In no group of people trained: “\($0)”" },
        remedy: "Ask the other teams what would make it possible to send somebody; a team that it "
          + "is not for can be taken out of `audience:`.")
    }
  }
}

extension Question {
  fileprivate static let nominating = Question(
    "how many of its teams have sent somebody", many: "how many of their teams have sent somebody",
    key: "teams-nominating")
  fileprivate static let teams = Question(
    "which teams it is for, one by one", many: "which teams they are for, one by one",
    key: "audience")
}
