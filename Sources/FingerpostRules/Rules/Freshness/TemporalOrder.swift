import FingerpostModel

/// Dates, and lengths of time between them, agree with one another.
struct TemporalOrder: Rule {
  let id = RuleID.temporalOrder
  let group = RuleGroup.freshness
  let summary =
    "Nothing ends before it begins, nothing was confirmed on a day yet to come, and lengths of time "
    + "agree with the dates between which they lie."
  let obligation = Obligation.logic
  let authority = [
    Authority(
      .southwark, "A12",
      says:
        "Interviews were held about 18 months after the training of one group and six months after "
        + "that of the next, which was trained a year later: 18 − 6 = 12.")
  ]
  let remedy = "Look up both dates, or the date and the length of time, and correct the wrong one."
  let examples = RuleExamples(
    passing: """
      services:
        midwifery: {name: Midwifery, from: 2020-04-01, until: 2028-03-31, assured: 2026-10-05}
      programmes:
        training:
          name: Seeing the relationship
          cohorts:
            - {name: First, from: 2025-03-03, until: 2025-04-04}
            - {name: Second, from: 2026-03-02, until: 2026-04-03, after: {cohort: first, by: 1 year}}
          evaluations:
            - {id: all, method: interviews, number: 9,
               parts: [{of: First, number: 6, out-of: first}, {of: Second, number: 3, out-of: second}]}
            - {id: one, method: interviews, cohort: first, number: 6, after: 18 months}
            - {id: two, method: interviews, cohort: second, number: 3, after: 6 months}
      """,
    failing: """
      services:
        midwifery: {name: Midwifery, from: 2028-04-01, until: 2020-03-31}  # here
        early-help: {name: Early help, assured: 2062-10-05}  # here
      programmes:
        training:
          name: Seeing the relationship
          cohorts:
            - {name: First, from: 2025-03-03, until: 2025-04-04}
            - {name: Second, from: 2026-03-02, until: 2026-04-03, after: {cohort: first, by: 6 months}} # here
          evaluations:
            - {id: all, method: interviews, number: 9,
               parts: [{of: First, number: 6, out-of: first}, {of: Second, number: 3, out-of: second}]}
            - {id: one, method: interviews, cohort: first, number: 6, after: 18 months}
            - {id: two, method: interviews, cohort: second, number: 3, after: 3 months}  # here
      """)

  let check = RuleCheck.several([
    .reading([.impossibleDates]),
    .eachService { service, context, answers in
      if let assured = service.assured {
        if context.isYetToCome(assured) {
          answers.fail(
            "“\(service.name)” is said to have been confirmed \(assured.onInWords), which is yet to "
              + "come.", remedy: "Correct the day under `assured:`.", detail: "assured")
        } else {
          answers.pass()
        }
      }
      guard let setup = service.setup, let span = setup.leadTime, let from = setup.leadFrom,
        let until = setup.referralsFrom
      else { return }
      guard !span.isSurelyNot(between: from, and: until) else {
        return answers.fail(
          "The lead of “\(service.name)” is said to have begun \(span) before the first referral, and "
            + "the dates say otherwise.",
          evidence: ["From \(from.inWords) to \(until.inWords)."],
          remedy: "Correct `lead-time:`, `lead-from:` or `referrals-from:`.", detail: "lead-time")
      }
      answers.pass()
    },
    .eachSource { source, context, answers in
      if let published = source.published, let due = source.reviewDue, due.isSurelyBefore(published)
      {
        answers.fail(
          "“\(source.title)” was due for review \(due.onInWords), before it was published "
            + "\(published.onInWords).", remedy: "Correct `published:` or `review-due:`.")
      }
    },
    .eachDocument { document, context, answers in
      if let agreed = document.agreed, let due = document.reviewDue, due.isSurelyBefore(agreed) {
        answers.fail(
          "“\(document.name)” is due for review \(due.onInWords), before it was agreed "
            + "\(agreed.onInWords).", remedy: "Correct `agreed:` or `review-due:`.")
      }
    },
    .eachProgramme { programme, _, answers in
      lookAtCohorts(of: programme, &answers)
      lookAtEvaluations(of: programme, &answers)
    },
  ])

  /// How long after another cohort one was held, beside the days on which both began.
  private static func lookAtCohorts(of programme: Programme, _ answers: inout Answers) {
    let cohorts = programme.cohorts ?? []
    for cohort in cohorts {
      guard let gap = cohort.after, let span = gap.by,
        let earlier = cohorts.first(where: { $0.id == gap.cohort }), let from = earlier.from,
        let until = cohort.from
      else { continue }
      guard span.isSurelyNot(between: from, and: until) else {
        answers.pass()
        continue
      }
      answers.fail(
        "“\(cohort.name)” is said to have been held \(span) after “\(earlier.name)”, and the dates say "
          + "otherwise.",
        evidence: [
          "“\(earlier.name)” began \(from.onInWords), “\(cohort.name)” \(until.onInWords)."
        ], remedy: "Correct `by:`, or the day on which one of them began.",
        about: answers.subject.item("cohorts", cohort.id, named: cohort.name, cohort.origin))
    }
  }

  /// How long after their training two cohorts were evaluated in one round, beside how long after
  /// one another they were trained.
  ///
  /// That it was one round is known where an evaluation by the same method adds up parts of both.
  private static func lookAtEvaluations(of programme: Programme, _ answers: inout Answers) {
    let evaluations = programme.evaluations ?? []
    for round in evaluations where round.cohort == nil {
      let together = Set((round.parts ?? []).compactMap(\.outOf))
      for cohort in programme.cohorts ?? [] where together.contains(cohort.id) {
        guard let gap = cohort.after, let span = gap.by, let earlier = gap.cohort,
          together.contains(earlier)
        else { continue }
        func evaluation(of cohort: String) -> Evaluation? {
          evaluations.first { $0.cohort == cohort && $0.method == round.method && $0.after != nil }
        }
        guard let one = evaluation(of: earlier), let other = evaluation(of: cohort.id),
          let longer = one.after, let shorter = other.after
        else { continue }
        let months = 1 + [one, other].count { $0.isAfterApproximate == true }
        let difference = longer.halfHours - shorter.halfHours - span.halfHours
        guard abs(difference) > TimeSpan(months, .month).halfHours else {
          answers.pass()
          continue
        }
        answers.fail(
          "The evaluations of “\(programme.name)” do not agree with the time between its cohorts.",
          evidence: [
            "\(one.method): \(longer) after the earlier cohort and \(shorter) after “\(cohort.name)”, "
              + "which was held \(span) later."
          ], remedy: "Correct `after:` at one of the evaluations, or `by:` at the cohort.",
          about: answers.subject.item("evaluations", other.id, named: other.method, other.origin))
      }
    }
  }
}

extension TimeSpan {
  /// Whether two days are surely not this length of time apart, give or take one of its units.
  fileprivate func isSurelyNot(between from: CalendarDate, and until: CalendarDate) -> Bool {
    let shortest = (until.firstDay - from.lastDay) * 48
    let longest = (until.lastDay - from.firstDay) * 48
    let slack = TimeSpan(1, unit).halfHours
    return shortest >= halfHours + slack || longest <= halfHours - slack
  }
}

extension RuleContext {
  /// Whether a day lies after today, and after the date of what the map says.
  fileprivate func isYetToCome(_ day: CalendarDate) -> Bool {
    date.isSurelyBefore(day) && map.asOf.map { $0.isSurelyBefore(day) } ?? true
  }
}
