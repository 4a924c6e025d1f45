import FingerpostAnalysis
import FingerpostModel

/// Parts add up to the total that is stated.
struct PartsSumToTotal: Rule {
  let id = RuleID.partsSumToTotal
  let group = RuleGroup.arithmetic
  let summary = "The parts of a count add up to it."
  let obligation = Obligation.logic
  let authority = [
    Authority(
      .southwark, "A11",
      says: "Interviews were conducted with nine practitioners who had taken part in the training: "
        + "six from the first cohort and three from the second cohort.")
  ]
  let remedy =
    "Look up the total and its parts again; write a part for those who belong to none, or take the "
    + "parts out."
  let examples = RuleExamples(
    passing: """
      programmes:
        five-days:
          name: Seeing the relationship
          counts:
            - {of: People trained, number: 20, parts: [{of: In spring, number: 9}, {of: In autumn, number: 11}]}
      """,
    failing: """
      programmes:
        five-days:
          name: Seeing the relationship
          counts:
            - of: People trained  # here
              number: 20
              parts: [{of: In spring, number: 9}, {of: In autumn, number: 12}]
      services:
        baby-team: {name: Baby team, caseload-mix: {mild: 10, moderate: 50, complex: 60}}  # here
      """)

  let check = RuleCheck.map { context, answers in
    for total in context.statedCounts where !total.parts.isEmpty {
      let sum = CountRange.sum(of: total.parts.map { CountRange($0.number) })
      switch sum.equals(CountRange(total.number)) {
      case true?: answers.pass()
      case nil: answers.ask(.exactParts, about: total.subject)
      case false?:
        answers.fail(
          "The parts of \(total.name) add up to \(sum), and the count says \(total.number).",
          evidence: total.parts.map { "\($0.of): \($0.number)" },
          remedy: "Look up the total and its parts again; those who belong to no part need one.",
          about: total.subject)
      }
    }
    let map = context.map
    for index in map.services.indices {
      let commissioned = map.services[index].commissionedMix
      let seen = map.services[index].caseloadMix
      guard commissioned != nil || seen != nil else { continue }
      answers.expectWhole(commissioned, "commissioned-mix", of: map.services[index])
      answers.expectWhole(seen, "caseload-mix", of: map.services[index])
    }
  }
}

extension Answers {
  /// Percentages of a whole add up to 100, but for one that rounding can add or take.
  fileprivate mutating func expectWhole(
    _ mix: [NeedLevel: Int]?, _ key: String, of service: Service
  ) {
    guard let mix else { return }
    let sum = mix.values.reduce(0, +)
    let isWhole = mix.count == NeedLevel.allCases.count
    if sum > 101 || (isWhole && sum < 99) {
      let kind = key == "caseload-mix" ? "sees" : "is commissioned for"
      fail(
        "The mix of need that “\(service.name)” \(kind) adds up to \(sum) per cent, not to 100.",
        evidence: NeedLevel.allCases.compactMap { level in
          mix[level].map { "\(level.label): \($0)" }
        }, remedy: "Look the percentages up again, and correct `\(key):`.", detail: key,
        about: Subject(service))
    } else if isWhole {
      pass()
    }
  }
}

extension Question {
  fileprivate static let exactParts = Question(
    "exactly how many there are in all and in each part",
    many: "exactly how many there are in all and in each part", key: "number")
}
