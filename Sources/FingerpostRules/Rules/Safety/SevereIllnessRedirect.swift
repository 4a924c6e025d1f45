import FingerpostModel

/// A parent who is severely ill is sent to a mental health assessment, by the specialist perinatal
/// service where there is one.
struct SevereIllnessRedirect: Rule {
  let id = RuleID.severeIllnessRedirect
  let group = RuleGroup.safety
  let summary =
    "The focal service sends parents with a new or unsupported severe mental illness to a mental "
    + "health assessment, to the specialist perinatal service first where there is one."
  let obligation = Obligation.should
  let isAboutSafety = true
  let authority = [
    Authority(
      .toolkit, "E63",
      says:
        "“If a parent referred to a parent-infant relationship team is identified to have a new "
        + "or unsupported episode of severe mental illness, they should be referred for a mental "
        + "health assessment preferably (where available) from a specialist perinatal mental health "
        + "service”.")
  ]
  let remedy =
    "Agree with the specialist perinatal mental health team that it assesses these parents, or with "
    + "the mental health assessment service where there is no such team, and write it first under "
    + "`onward:`."
  let examples = RuleExamples(
    passing: """
      focus: [parent-infant-team]
      conditions:
        severe-illness: {name: Severe mental illness, kind: severe-mental-illness}
      services:
        assessment: {name: Mental health assessment, kind: mental-health-assessment}
        perinatal: {name: Perinatal team, kind: specialist-perinatal-mental-health}
        parent-infant-team:
          name: Parent-infant team
          excludes:
            - {condition: severe-illness, onward: [perinatal, assessment], for: an assessment}
      """,
    failing: """
      focus: [parent-infant-team]
      conditions:
        severe-illness: {name: Severe mental illness, kind: severe-mental-illness}
      services:
        assessment: {name: Mental health assessment, kind: mental-health-assessment}
        perinatal: {name: Perinatal team, kind: specialist-perinatal-mental-health}
        parent-infant-team:
          name: Parent-infant team
          excludes:
            - {condition: severe-illness, onward: [assessment], for: an assessment}  # here
      """)

  let check = RuleCheck.eachFocalService { service, context, answers in
    guard context.isInUse(service),
      let kinds = context.profile.exclusions
        .first(where: { $0.condition == .severeMentalIllness })?.onward, !kinds.isEmpty,
      let exclusions = context.exclusions(for: .severeMentalIllness, of: service, &answers)
    else { return }
    let expected = Self.expectation(kinds, for: service, context)
    if exclusions.isEmpty {
      // The service sees such parents; they need the assessment all the same.
      let isLinked = context.routes(from: service.id).contains { route in
        route.kind.movesFamily && context.isInUse(route)
          && context.map.services[route.to]?.kind.map(kinds.contains) ?? false
      }
      if isLinked { answers.pass() } else { answers.ask(.assessment) }
    }
    for exclusion in exclusions {
      Self.judge(exclusion, of: service, expected, kinds, context, &answers)
    }
  }

  /// The kind of service that such parents should be sent to first, and the services of that kind.
  private struct Expectation {
    let kind: ServiceKind.ID
    let services: [Service]
  }

  /// The first of the kinds of which the map has a service that the same families can use.
  private static func expectation(
    _ kinds: [ServiceKind.ID], for service: Service, _ context: RuleContext
  ) -> Expectation? {
    for kind in kinds {
      let found = context.services(ofKind: kind).filter {
        context.isInUse($0) && context.maySeeTheSameFamilies($0, service)
      }
      if !found.isEmpty { return Expectation(kind: kind, services: found) }
    }
    return nil
  }

  private static func judge(
    _ exclusion: Exclusion, of service: Service, _ expected: Expectation?,
    _ kinds: [ServiceKind.ID], _ context: RuleContext, _ answers: inout Answers
  ) {
    let map = context.map
    let item = answers.subject.item(exclusion, context)
    let otherRuns = context.rulesRun.contains(.exclusionHasOnwardRoute)
    guard let onward = exclusion.onward else {
      if !otherRuns { answers.ask(.onward, about: item) }
      return
    }
    guard let first = onward.first else {
      if !otherRuns {
        answers.fail(
          "“\(service.name)” does not see parents who are severely ill, and sends them nowhere.",
          remedy: "Agree who assesses these parents, and write it under `onward:`.", about: item)
      }
      return
    }
    // Where the first is not in use, the rule about chains says where the families are left.
    if context.rulesRun.contains(.exclusionChainDeadEnd), let first = map.services[first],
      !context.isInUse(first)
    {
      return
    }
    guard let firstKind = map.services[first]?.kind else {
      return answers.ask(
        .serviceKind, about: map.services[first].map { Subject($0) } ?? item)
    }
    let isRight = expected.map { $0.kind == firstKind } ?? kinds.contains(firstKind)
    guard !isRight else { return answers.pass() }
    let wanted = map.name(of: expected?.kind ?? kinds[kinds.count - 1])
    var evidence = ["It sends them to \(context.list(onward.map { "“\(map.name(ofEnd: $0))”" }))."]
    if let expected {
      let names = expected.services.map(\.name).sorted()
      evidence.append(
        "On the map is \(context.list(names.map { "“\($0)”" }))"
          + (names == [wanted] ? "." : ", of the kind “\(wanted)”."))
    }
    answers.fail(
      "“\(service.name)” does not see parents who are severely ill, and does not send them first to "
        + "a service of the kind “\(wanted)”.", evidence: evidence,
      remedy: expected.map {
        "Agree that “\($0.services.map(\.name).min() ?? wanted)” assesses these parents, and write "
          + "it first under `onward:`."
      } ?? "Agree who assesses these parents, and write it first under `onward:`.", about: item)
  }
}

extension RuleContext {
  /// Whether two services may see the same families: whether their areas overlap, as far as they
  /// are stated.
  fileprivate func maySeeTheSameFamilies(_ a: Service, _ b: Service) -> Bool {
    guard let here = a.areas, let there = b.areas else { return true }
    return here.contains { first in
      there.contains { second in lies(first, within: second) || lies(second, within: first) }
    }
  }

  /// Whether an area is another or lies within it.
  private func lies(_ area: Area.ID, within other: Area.ID) -> Bool {
    var next: Area.ID? = area
    // A chain of areas longer than there are areas goes round.
    for _ in 0...map.areas.count {
      guard let area = next else { return false }
      if area == other { return true }
      next = map.areas[area]?.within
    }
    return false
  }
}

extension Question {
  fileprivate static let assessment = Question(
    "who assesses parents with a new or unsupported severe mental illness",
    many: "who assesses parents with a new or unsupported severe mental illness", key: "excludes")
  fileprivate static let serviceKind = Question(
    "what kind of service it is, though severely ill parents are sent there",
    many: "what kinds of service they are, though severely ill parents are sent there", key: "kind")
}
