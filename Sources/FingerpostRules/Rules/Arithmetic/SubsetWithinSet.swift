import FingerpostAnalysis
import FingerpostModel

/// What is counted among others is no more than they are.
struct SubsetWithinSet: Rule {
  let id = RuleID.subsetWithinSet
  let group = RuleGroup.arithmetic
  let summary = "Those counted among others are no more than these."
  let obligation = Obligation.logic
  let authority = [
    Authority(
      .southwark, "A07 and A11",
      says: "The training was piloted with a group of nine staff; six from the first cohort were "
        + "interviewed."),
    Authority(
      .southWestLondon, "C06 and C13",
      says: "Five graduated; the team worked with five of the clients who have been through the "
        + "programme."),
  ]
  let remedy =
    "Look both counts up again, or correct the id under `out-of:`."
  let examples = RuleExamples(
    passing: """
      programmes:
        five-days:
          name: Seeing the relationship
          cohorts:
            - {name: Spring, participants: 9}
          counts:
            - {of: Interviewed, number: 6, out-of: spring}
      """,
    failing: """
      programmes:
        five-days:
          name: Seeing the relationship
          cohorts:
            - {name: Spring, participants: 9}
          counts:
            - {of: Interviewed, number: 12, out-of: spring}  # here
      """)

  let check = RuleCheck.map { context, answers in
    let map = context.map
    var flows: [NodeID: [Flow]] = [:]
    for flow in map.flows {
      if let through = flow.through { flows[through, default: []].append(flow) }
    }
    for count in context.statedCounts {
      if let per = count.per {
        answers.expect(
          count, within: CountRange(per), named: "the \(per) among whom they were counted")
      }
      guard let id = count.outOf else { continue }
      let sets = context.sets(id, for: count.subject, flows)
      guard sets.count == 1 else {
        answers.ask(sets.isEmpty ? .unknownSet : .severalSets, about: count.subject)
        continue
      }
      guard let number = sets[0].number else {
        answers.ask(.sizeOfSet, about: sets[0].subject)
        continue
      }
      answers.expect(
        count, within: CountRange(number), named: "the \(number) of “\(sets[0].subject.name)”")
    }
    for programme in map.programmes {
      for cohort in programme.cohorts ?? [] {
        guard let all = cohort.trainerCount, let trainers = cohort.trainers else { continue }
        let listed = StatedCount(
          subject: Subject(programme).item("cohorts", cohort.id, named: cohort.name, cohort.origin),
          owner: programme.name, number: all, parts: [])
        // A trainer without a number is at least one.
        let sum = CountRange.sum(
          of: trainers.map { $0.count.map { CountRange($0) } ?? CountRange(least: 1, most: nil) })
        switch sum.isAtMost(CountRange(all)) {
        case true?: answers.pass()
        case nil: break
        case false?:
          answers.fail(
            "\(listed.name) lists \(sum) trainers, more than the \(all) that it says taught.",
            evidence: trainers.map { "\($0.role): \($0.count.map { "\($0)" } ?? "some")" },
            remedy: "Look the trainers up again, and correct them or `trainer-count:`.",
            detail: "trainers", about: listed.subject)
        }
      }
    }
  }
}

extension Answers {
  /// Expects a count to be no more than another.
  fileprivate mutating func expect(
    _ count: StatedCount, within set: CountRange, named name: String
  ) {
    switch CountRange(count.number).isAtMost(set) {
    case true?: pass()
    case nil: ask(.exactNumber, about: count.subject)
    case false?:
      fail(
        "\(count.name) counts \(count.number), more than \(name).",
        remedy: "Look both counts up again, or correct the id under `out-of:`.",
        about: count.subject)
    }
  }
}

extension RuleContext {
  /// The cohorts and stages of an id that a count can be out of: those of its own element, or of
  /// the flows through it.
  fileprivate func sets(
    _ id: String, for count: Subject, _ flows: [NodeID: [Flow]]
  ) -> [(subject: Subject, number: Quantity?)] {
    guard let owner = count.path.first else { return [] }
    var sets: [(Subject, Quantity?)] = []
    func add(_ flow: Flow) {
      for stage in flow.stages ?? [] where stage.id == id {
        sets.append((Subject(flow).item(stage), stage.count))
      }
    }
    switch count.collection {
    case .flows:
      if let flow = map.flows[Identifier(owner)] { add(flow) }
    case .programmes:
      if let programme = map.programmes[Identifier(owner)] {
        for cohort in programme.cohorts ?? [] where cohort.id == id {
          let subject = Subject(programme)
            .item("cohorts", cohort.id, named: cohort.name, cohort.origin)
          sets.append((subject, cohort.participants))
        }
      }
      if sets.isEmpty { for flow in flows[NodeID(owner), default: []] { add(flow) } }
    case .services:
      for flow in flows[NodeID(owner), default: []] { add(flow) }
    default: break
    }
    return sets
  }
}

extension Question {
  fileprivate static let unknownSet = Question(
    "of which cohort or stage on the map these are some",
    many: "of which cohorts or stages on the map these are some", key: "out-of")
  fileprivate static let severalSets = Question(
    "of which of several stages with that id these are some",
    many: "of which of several stages with that id these are some", key: "out-of")
  fileprivate static let sizeOfSet = Question(
    "how many they are, of whom some are counted",
    many: "how many they are, of whom some are counted",
    key: "`participants` of a cohort, `count` of a stage")
  fileprivate static let exactNumber = Question(
    "exactly how many they are, and of how many",
    many: "exactly how many they are, and of how many", key: "number")
}
