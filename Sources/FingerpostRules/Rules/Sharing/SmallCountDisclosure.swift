import FingerpostAnalysis
import FingerpostModel

/// No count of families is so small that somebody might be recognised, unless a source has published
/// it.
///
/// Nobody and nothing is recognised by a zero. How many people work in a service is no secret, so
/// only services', routes', links' and flows' counts of families are looked at.
struct SmallCountDisclosure: Rule {
  let id = RuleID.smallCountDisclosure
  let group = RuleGroup.sharing
  let summary =
    "No count of families is so small that somebody might be recognised, unless a cited source has "
    + "published it."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .sense,
      says: "A count of very few families can tell their neighbours who they are; counts that "
        + "follow by subtraction do the same."),
    Authority(
      .southWestLondon, "C06",
      says: "Published counts can be small: one person left after week one, two after week four."),
  ]
  let remedy =
    "Write `under 5`, take several groups or years together, or cite the source that has published "
    + "the count. Small counts are left out of what the public is shown in any case."
  let examples = RuleExamples(
    passing: """
      sources:
        study: {title: A published study}
      services:
        parent-infant-team:
          name: Parent-infant team
          counts:
            - {of: Families seen, number: 98}
            - {of: Families who moved away, number: under 5}
            - {of: Families in the pilot, number: 3, source: study}
      """,
    failing: """
      services:
        parent-infant-team:
          name: Parent-infant team
          counts:
            - {of: Families who moved away, number: 3}  # here
            - of: Families seen
              number: 50
              parts:
                - {of: In the north, number: 47}
                - {of: In the south, number: under 5}  # here
      """)

  let check = RuleCheck.several([
    .eachService { service, context, answers in
      guard let counts = service.counts else { return }
      Self.judge(counts, publishedBy: service.origin, context, &answers)
    },
    .eachRoute { route, context, answers in
      guard let counts = route.counts else { return }
      Self.judge(counts, publishedBy: route.origin, context, &answers)
    },
    .eachLink { link, context, answers in
      guard let counts = link.counts else { return }
      Self.judge(counts, publishedBy: link.origin, context, &answers)
    },
    .eachFlow { flow, context, answers in
      var inspection = Inspection(context)
      if !flow.origin.isPublished {
        for (index, stage) in (flow.stages ?? []).enumerated() where !stage.origin.isPublished {
          let before = index > 0 ? flow.stages?[index - 1] : nil
          inspection.look(at: stage, of: flow, after: before, in: answers.subject)
        }
        inspection.look(at: flow.counts ?? [], in: answers.subject, list: "counts")
      }
      inspection.report(&answers)
    },
  ])

  private static func judge(
    _ counts: [Count], publishedBy origin: Origin, _ context: RuleContext, _ answers: inout Answers
  ) {
    var inspection = Inspection(context)
    if !origin.isPublished { inspection.look(at: counts, in: answers.subject, list: "counts") }
    inspection.report(&answers)
  }

  /// What was found in the counts of one element.
  private struct Inspection {
    private let limit: Int
    private var small: [(item: Subject, number: Quantity, of: String)] = []
    private var derived: [(item: Subject, number: Int, of: String)] = []

    init(_ context: RuleContext) { limit = context.profile.limits.smallestPublicCount ?? 0 }

    mutating func look(at counts: [Count], in subject: Subject, list: String) {
      for count in counts where !count.origin.isPublished {
        let item = subject.item(list, count.id, named: count.of, count.origin)
        note(count.number, item)
        guard let parts = count.parts else { continue }
        look(at: parts, in: item, list: "parts")
        if let (place, rest) = count.sum?.followingTerm {
          let hidden = parts[place]
          noteDerived(rest, item.item("parts", hidden.id, named: hidden.of, hidden.origin))
        }
      }
    }

    mutating func look(
      at stage: FlowStage, of flow: Flow, after before: FlowStage?, in subject: Subject
    ) {
      let item = subject.item("stages", stage.id, named: stage.name, stage.origin)
      if let count = stage.count { note(count, item) }
      if let count = stage.stillBefore { note(count, item) }
      let left = stage.left ?? []
      func place(of departure: Departure) -> Subject {
        item.item("left", departure.id, named: departure.when, departure.origin)
      }
      for departure in left where !departure.origin.isPublished {
        if let count = departure.count { note(count, place(of: departure)) }
      }
      // Where the flow leaves nobody unaccounted for, one hidden number follows from the others.
      guard flow.unaccounted.value == nil, let before,
        let (term, rest) = stage.sum(after: before)?.followingTerm
      else { return }
      // Before those who left stand those who came further and those who are still there.
      let departure = term - 2
      if departure >= 0, left[departure].count != nil {
        noteDerived(rest, place(of: left[departure]))
      }
    }

    private mutating func note(_ number: Quantity, _ item: Subject) {
      if number.isSmall(under: limit) { small.append((item, number, item.name)) }
    }

    private mutating func noteDerived(_ number: Int, _ item: Subject) {
      if number > 0, number < limit { derived.append((item, number, item.name)) }
    }

    func report(_ answers: inout Answers) {
      if small.isEmpty, derived.isEmpty { answers.pass() }
      let element = answers.subject.name
      for found in small {
        answers.fail(
          "“\(element)” gives a count of \(found.number) for “\(found.of)”: fewer than \(limit), so "
            + "that somebody might be recognised.",
          remedy: "Write `under \(limit)`, take several groups or years together, or cite the "
            + "source that has published the count.", about: found.item)
      }
      for found in derived {
        answers.fail(
          "“\(element)” hides the count for “\(found.of)”, and the other numbers give it away: it "
            + "is fewer than \(limit).",
          remedy: "Hide a second number too, such as the next smallest, or the sum.",
          detail: "by-subtraction", about: found.item)
      }
    }
  }
}
