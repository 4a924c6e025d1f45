import FingerpostModel

/// What is only planned is not described as if families used it.
struct PlannedShownAsLive: Rule {
  let id = RuleID.plannedShownAsLive
  let group = RuleGroup.freshness
  let summary =
    "What is planned, or opens later, has no referrals and no people yet, and no route to it or from it "
    + "is in use."
  let obligation = Obligation.logic
  let authority = [
    Authority(
      .southWestLondon, "C18",
      says:
        "“Now we plan to develop a system in which teams can build up their own list of people”; "
        + "it is not there yet."),
    Authority(.workshop, "B09", says: "A bid for money to pilot the guidelines comes next."),
  ]
  let remedy =
    "If it has begun, write `status: active` and the day it began under `from:`; if it has not, take "
    + "out the counts, and write `status: planned` at the routes too."
  let examples = RuleExamples(
    passing: """
      services:
        health-visiting: {name: Health visiting, status: active}
        baby-clinic: {name: Baby clinic, status: planned, from: 2027-04-01}
      routes:
        - {from: health-visiting, to: baby-clinic, kind: referral, status: planned}
      """,
    failing: """
      services:
        health-visiting: {name: Health visiting, status: active}
        baby-clinic: {name: Baby clinic, status: planned, referrals-received: 40}  # here
        fathers-group: {name: Fathers' group, status: active, from: 2027-04-01}  # here
      routes:
        - {from: health-visiting, to: baby-clinic, kind: referral, status: active}  # here
      """)

  let check = RuleCheck.several([
    .eachService { service, context, answers in
      guard service.status(on: context.date) == .planned else { return answers.pass() }
      let name = "“\(service.name)”"
      if let from = service.from, service.status == .active || service.status == .paused {
        return answers.fail(
          "\(name) is said to be \(service.status?.label ?? "") and opens \(from.onInWords).",
          remedy: "Write `status: planned` until then, or correct the day under `from:`.")
      }
      if let received = service.referralsReceived, received.number > 0, received.bound != .under {
        return answers.fail(
          "\(name) is planned, and yet \(received) referrals a year reach it.",
          remedy: "If it has begun, write `status: active`; otherwise take out the count under "
            + "`referrals-received:`.")
      }
      answers.pass()
    },
    .eachRoute { route, context, answers in
      guard route.status == .active else { return }
      let map = context.map
      if let opens = route.opens, context.date.isSurelyBefore(opens) {
        return answers.fail(
          "The \(answers.subject.name) is said to be active and opens \(opens.onInWords).",
          remedy: "Write `status: planned` until then, or correct the day under `opens:`.")
      }
      for end in [route.from, route.to] where end != .families {
        guard let position = map.services.index(of: end),
          map.services[position].status(on: context.date) == .planned
        else { continue }
        return answers.fail(
          "The \(answers.subject.name) is said to be active, and “\(map.services[position].name)” is "
            + "only planned.",
          remedy:
            "Write `status: planned` at the route, or `status: active` at the service if it has "
            + "begun.", detail: end.rawValue)
      }
      answers.pass()
    },
    .eachProgramme { programme, context, answers in
      let isLater = programme.from.map { context.date.isSurelyBefore($0) } ?? false
      if isLater, programme.status == .active, let from = programme.from {
        return answers.fail(
          "“\(programme.name)” is said to be active and begins \(from.onInWords).",
          remedy: "Write `status: planned` until then, or correct the day under `from:`.")
      }
      guard isLater || programme.status == .planned else { return answers.pass() }
      if let cohort = programme.cohorts?.first(where: { ($0.participants?.number ?? 0) > 0 }) {
        return answers.fail(
          "“\(programme.name)” is planned, and yet people have taken part: “\(cohort.name)”.",
          remedy: "If it has begun, write `status: active`; otherwise take out who took part.")
      }
      answers.pass()
    },
  ])
}
