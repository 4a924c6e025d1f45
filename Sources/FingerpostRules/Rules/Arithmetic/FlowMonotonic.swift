import FingerpostAnalysis
import FingerpostModel

/// No later stage of a flow has more people than an earlier one.
struct FlowMonotonic: Rule {
  let id = RuleID.flowMonotonic
  let group = RuleGroup.arithmetic
  let summary = "No later stage of a flow has more people than an earlier one."
  let obligation = Obligation.logic
  let authority = [
    Authority(
      .southWestLondon, "C04 to C06",
      says:
        "75 individuals were invited and nine booked; all nine attended the first session; five "
        + "graduated.")
  ]
  let remedy =
    "Look the counts up again; if people can join on the way, make the stages two flows."
  let examples = RuleExamples(
    passing: """
      flows:
        course:
          name: The course
          stages:
            - {stage: Booked, count: 9}
            - {stage: Attended, count: 9}
            - {stage: Completed, count: 5}
      """,
    failing: """
      flows:
        course:
          name: The course
          stages:
            - {stage: Booked, count: 9}
            - {stage: Attended, count: 11}  # here
            - {stage: Completed, count: 10}  # here
      """)

  let check = RuleCheck.eachFlow { flow, _, answers in
    // The earlier stage that can have had the fewest, by the most that its count can stand for, and
    // the fewest that any earlier stage can have had.
    var narrowest: (stage: FlowStage, most: Int)?
    var fewest: Int?
    for stage in flow.stages ?? [] {
      guard let count = stage.count else { continue }
      let range = CountRange(count)
      if let narrowest, range.least > narrowest.most {
        answers.fail(
          "“\(flow.name)” has \(count) at “\(stage.name)”, more than the "
            + "\(narrowest.stage.count.map { "\($0)" } ?? "") at “\(narrowest.stage.name)” before it.",
          remedy: "Look both counts up again; if people can join on the way, make the stages two "
            + "flows.", about: answers.subject.item(stage))
      } else if let fewest {
        if let most = range.most, most <= fewest {
          answers.pass()
        } else {
          answers.ask(.exactCount, about: answers.subject.item(stage))
        }
      }
      if let most = range.most, most < narrowest?.most ?? .max { narrowest = (stage, most) }
      fewest = min(fewest ?? .max, range.least)
    }
  }
}

extension Subject {
  /// A stage of the flow that is being looked at.
  func item(_ stage: FlowStage) -> Subject {
    item("stages", stage.id, named: stage.name, stage.origin)
  }
}

extension Question {
  /// Asked of a count that is not exact where it matters.
  static let exactCount = Question(
    "how many they are exactly", many: "how many they are exactly", key: "count")
}
