import FingerpostModel

/// A service sees children of all the ages that it accepts on paper.
struct NominalAgeNotActual: Rule {
  let id = RuleID.nominalAgeNotActual
  let group = RuleGroup.coverage
  let summary = "Every service in use sees children of all the ages that it accepts on paper."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .survey2021,
      says:
        "Of 283 practitioners, 52 % said that their child and adolescent mental health service, "
        + "which is for ages 0 to 18 on paper, takes children under two.")
  ]
  let remedy =
    "Agree with the service and its commissioner whether it is to see these ages; then either see them, "
    + "or write the true ages under `ages:`, so that the gap shows."
  let examples = RuleExamples(
    passing: """
      services:
        camhs:
          name: Child mental health
          ages: {from: birth, to: 18 years}
          actual-ages: {from: birth, to: 18 years}
      """,
    failing: """
      services:
        camhs:  # here
          name: Child mental health
          ages: {from: birth, to: 18 years}
          actual-ages: {from: 5 years, to: 18 years}
      """)

  let check = RuleCheck.eachService { service, context, answers in
    guard context.isInUse(service), let ages = service.ages else { return }
    guard let actual = service.actualAges else {
      // It matters where a service is for babies and for much older children: there, babies are missed.
      let limits = context.map.scope?.ages ?? context.profile.ages
      if let from = ages.from, let to = ages.to, let youngest = limits?.from,
        let oldest = limits?.to,
        from < oldest, youngest < to, oldest < to
      {
        answers.ask(.actualAges)
      }
      return
    }
    var unseen: [String] = []
    if let from = ages.from, let first = actual.from, from < first {
      unseen.append("from \(from) to \(first)")
    }
    if let to = ages.to, let last = actual.to, last < to { unseen.append("from \(last) to \(to)") }
    guard !unseen.isEmpty else { return answers.pass() }
    answers.fail(
      "“\(service.name)” accepts the ages \(ages) on paper, and does not see them "
        + "\(context.list(unseen)).",
      remedy: "Agree with the service and its commissioner whether it is to see these ages; then "
        + "either see them, or write the true ages under `ages:`.")
  }
}

extension Question {
  fileprivate static let actualAges = Question(
    "which ages it sees in practice", many: "which ages they see in practice", key: "actual-ages")
}
