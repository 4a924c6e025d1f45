import FingerpostAnalysis
import FingerpostModel

/// What comes into a stage of a flow is what goes on, what left and what is still to come.
struct FlowBalance: Rule {
  let id = RuleID.flowBalance
  let group = RuleGroup.arithmetic
  let summary =
    "From one stage of a flow to the next, everybody goes on, has left or is still there, but for those "
    + "whom the flow states as unaccounted for."
  let obligation = Obligation.logic
  let authority = [
    Authority(
      .southWestLondon, "C06",
      says:
        "All those who had booked on the course attended the first session, one left after week "
        + "one, two decided not to return after week four. Five graduated at the last session.")
  ]
  let remedy =
    "Look the counts up again and list who left under `left:` and who is still there under "
    + "`still-before:`; where the source itself leaves people out, keep its counts and write how many "
    + "under `unaccounted:`."
  let examples = RuleExamples(
    passing: """
      flows:
        course:
          name: The course
          stages:
            - {stage: Attended, count: 9}
            - stage: Completed
              count: 5
              still-before: 1
              left: [{when: After week one, count: 1}, {when: After week four, count: 2}]
      """,
    failing: """
      flows:
        course:
          name: The course
          stages:
            - {stage: Attended, count: 9}
            - stage: Completed  # here
              count: 5
              left: [{when: After week one, count: 1}, {when: After week four, count: 2}]
        second-course:  # here
          name: The second course
          unaccounted: 2
          stages:
            - {stage: Attended, count: 9}
            - {stage: Completed, count: 8, left: [{when: After week one, count: 1}]}
      """)

  let check = RuleCheck.eachFlow { flow, _, answers in
    guard let stages = flow.stages else { return answers.ask(.stages) }
    for stage in stages where stage.count == nil {
      answers.ask(.count, about: answers.subject.item(stage))
    }
    let account = FlowAccount(of: flow)
    var isReported = false
    for (place, answer) in account.answers.enumerated() {
      let before = stages[place]
      let stage = stages[place + 1]
      let item = answers.subject.item(stage)
      switch answer {
      case .addsUp, .addsUpButForUnaccounted: answers.pass()
      case .withoutCount: break
      case .withoutDepartures: answers.ask(.departures, about: item)
      case .dependsOnBounds: answers.ask(.exactCount, about: item)
      case .lacks(let missing):
        isReported = true
        answers.fail(
          "“\(flow.name)” does not add up at “\(stage.name)”: \(missing) of those at "
            + "“\(before.name)” neither went on nor left"
            + (flow.unaccounted.isStated
              ? ", and the flow says that \(flow.unaccounted.inWords) unaccounted for." : "."),
          evidence: stage.sum(after: before) + ["Missing: \(missing)"],
          remedy: "Look the counts up again and list who left under `left:`, or who is still there "
            + "under `still-before:`; where the source itself leaves people out, keep its counts and "
            + "write how many under `unaccounted:`.", about: item)
      case .hasTooMany(let excess):
        isReported = true
        // More at a stage than at the one before is another rule's to say.
        guard CountRange(stage.count).isAtMost(CountRange(before.count)) != false else { continue }
        answers.fail(
          "“\(flow.name)” does not add up at “\(stage.name)”: those who went on, left or are still "
            + "there are \(excess) more than there were at “\(before.name)”.",
          evidence: stage.sum(after: before) + ["Too many: \(excess)"],
          remedy: "Look the counts up again; somebody may be counted twice.", about: item)
      }
    }
    switch account.agreesWithUnaccounted {
    case false? where !isReported:
      answers.fail(
        "“\(flow.name)” says that \(flow.unaccounted.inWords) unaccounted for, and its stages do not "
          + "leave out as many.",
        evidence: zip(stages, stages.dropFirst()).flatMap { $1.sum(after: $0) },
        remedy: "Look the counts up again, and correct `unaccounted:` or the stages.")
    case false?: break
    case true?, nil:
      if let missing = flow.unaccounted.value, CountRange(missing).most != 0 {
        answers.ask(.unaccounted(missing))
      }
    }
  }
}

extension Stated<Quantity> {
  /// How many, in words that “unaccounted for” follows.
  fileprivate var inWords: String {
    switch self {
    case .stated(let number): number.exact == 1 ? "1 is" : "\(number) are"
    default: "none are"
    }
  }
}

extension FlowStage {
  /// The counts that should add up from the stage before to this one, a line each.
  fileprivate func sum(after before: FlowStage) -> [String] {
    func line(_ name: String, _ number: Quantity?) -> String {
      "\(name): \(number.map { "\($0)" } ?? "the map does not say")"
    }
    return [line(before.name, before.count), line(name, count)]
      + (left ?? []).map { line("Left, \($0.when)", $0.count) }
      + (stillBefore.map { [line("Still before \(name)", $0)] } ?? [])
  }
}

extension Question {
  fileprivate static let stages = Question(
    "which stages people pass", many: "which stages people pass", key: "stages")
  fileprivate static let count = Question(
    "how many reached it", many: "how many reached them", key: "count")
  fileprivate static let departures = Question(
    "how many left before it and how many are still to come",
    many: "how many left before them and how many are still to come",
    key: "`left` and `still-before`")
  /// Asked of a flow whose source does not say where some people went: reported, never corrected.
  fileprivate static func unaccounted(_ number: Quantity) -> Question {
    let people = number.exact == 1 ? "1 person" : "\(number) people"
    return Question(
      "what became of \(people), whom the source leaves unaccounted for",
      many: "what became of \(people) each, whom the sources leave unaccounted for",
      key: "`left` of the stage, once it is known")
  }
}
