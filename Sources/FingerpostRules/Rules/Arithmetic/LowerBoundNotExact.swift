import FingerpostModel

/// A total is not more exact than its parts.
struct LowerBoundNotExact: Rule {
  let id = RuleID.lowerBoundNotExact
  let group = RuleGroup.arithmetic
  let summary =
    "A count that is only known as “over”, “about” or “under” is kept so, and no total of such counts "
    + "is given as exact."
  let obligation = Obligation.may
  let authority = [
    Authority(.toolkit, "E05", says: "They have trained over 2500 local practitioners."),
    Authority(
      .toolkit, "E46", says: "They have facilitated workforce training for over 350 local staff."),
  ]
  let remedy =
    "Write the total with the bound of its parts, such as `over 350`, or find out the exact parts."
  let examples = RuleExamples(
    passing: """
      programmes:
        five-days:
          name: Seeing the relationship
          counts:
            - of: People trained
              number: over 350
              parts: [{of: In the north, number: over 200}, {of: In the south, number: 150}]
      """,
    failing: """
      programmes:
        five-days:
          name: Seeing the relationship
          counts:
            - of: People trained  # here
              number: 351
              parts: [{of: In the north, number: over 200}, {of: In the south, number: 150}]
      """)

  let check = RuleCheck.map { context, answers in
    for count in context.statedCounts {
      guard count.number.bound == .exactly else {
        answers.pass()
        continue
      }
      let vague = count.parts.filter { $0.number.bound != .exactly }
      guard !count.parts.isEmpty else { continue }
      guard !vague.isEmpty else {
        answers.pass()
        continue
      }
      answers.fail(
        "\(count.name) is given as exactly \(count.number), and its parts are not exact.",
        evidence: vague.map { "\($0.of): \($0.number)" },
        remedy: "Write the total with a bound too, such as `at least \(count.number)`, or find out "
          + "the exact parts.", about: count.subject)
    }
  }
}
