import FingerpostModel

/// A step up leads to help of a higher intensity, and a step down to help of a lower one.
struct StepDirectionConsistent: Rule {
  let id = RuleID.stepDirectionConsistent
  let group = RuleGroup.steps
  let summary =
    "A step up leads into a focal service from a lower level, and a step down leaves it for a lower "
    + "level."
  let obligation = Obligation.logic
  let authority = [
    Authority(
      .toolkit, "E78",
      says:
        "“Step up” refers to the transfer of families from a lower intensity intervention, such "
        + "as a universal parenting group or infant massage, into parent-infant work."),
    Authority(.toolkit, "E79", says: "“Step down” refers to transfer in the opposite direction."),
  ]
  let remedy =
    "Correct `step:` on the route or `intensity:` on a service; a way to help of a higher level that "
    + "leaves the focal service has no `step:`."
  let examples = RuleExamples(
    passing: """
      focus: [parent-infant-team]
      services:
        parenting-group: {name: Parenting group, intensity: universal}
        parent-infant-team: {name: Parent-infant team, intensity: specialist}
      routes:
        - {from: parenting-group, to: parent-infant-team, kind: referral, step: up}
        - {from: parent-infant-team, to: parenting-group, kind: transfer, step: down}
      """,
    failing: """
      focus: [parent-infant-team]
      services:
        perinatal: {name: Perinatal team, intensity: acute}
        parent-infant-team: {name: Parent-infant team, intensity: specialist}
      routes:
        - {from: perinatal, to: parent-infant-team, kind: referral, step: up}  # here
        - {from: parent-infant-team, to: perinatal, kind: transfer, step: up}  # here
      """)

  let check = RuleCheck.map { context, answers in
    let map = context.map
    var ranks: [Intensity.ID: Int] = [:]
    for (rank, level) in map.intensities.enumerated() where ranks[level.id] == nil {
      ranks[level.id] = rank
    }
    var asked: Set<Service.ID> = []
    /// The ranks at which a service works; asks when the map does not say.
    func levels(of id: Service.ID) -> [Int]? {
      // A reference to a service or level that the map does not hold is another rule's finding.
      guard let service = map.services[id] else { return nil }
      guard let levels = service.intensity, !levels.isEmpty else {
        if asked.insert(id).inserted { answers.ask(.intensity, about: Subject(service)) }
        return nil
      }
      let known = levels.compactMap { ranks[$0] }
      return known.count == levels.count ? known : nil
    }

    for route in map.routes {
      guard let step = route.step, context.isInUse(route) else { continue }
      let sender = map.name(ofEnd: route.from)
      let receiver = map.name(ofEnd: route.to)
      let remedy =
        "Correct `step:` on the route or `intensity:` on one of the two; a way to help of a higher "
        + "level that leaves the focal service has no `step:`."
      let leaves = context.focalServiceIDs.contains(route.from)
      let arrives = context.focalServiceIDs.contains(route.to)
      if step == .up ? leaves && !arrives : arrives && !leaves {
        answers.fail(
          step == .up
            ? "The route from “\(sender)” to “\(receiver)” is called a step up, but it leaves the "
              + "service that the map is seen from; a step up leads into it."
            : "The route from “\(sender)” to “\(receiver)” is called a \(step.label), but it leads "
              + "into the service that the map is seen from; a \(step.label) leaves it.",
          remedy: remedy, about: Subject(route, in: map))
        continue
      }
      guard step != .out, route.from != .families, let from = levels(of: route.from),
        let to = levels(of: route.to), let lowestSender = from.min(),
        let highestSender = from.max(), let lowestReceiver = to.min(),
        let highestReceiver = to.max()
      else { continue }
      let isRight =
        step == .up ? lowestSender < highestReceiver : highestSender > lowestReceiver
      if isRight {
        answers.pass()
        continue
      }
      /// The names of levels, lowest first.
      func names(_ ranks: [Int]) -> String {
        context.list(Set(ranks).sorted().map { map.intensities[$0].name })
      }
      answers.fail(
        "The route from “\(sender)” to “\(receiver)” is called a \(step.label), but “\(receiver)” "
          + "does not work at a \(step == .up ? "higher" : "lower") level than “\(sender)”.",
        evidence: ["“\(sender)”: \(names(from)).", "“\(receiver)”: \(names(to))."],
        remedy: remedy, about: Subject(route, in: map))
    }
  }
}

extension Question {
  fileprivate static let intensity = Question(
    "at which level it works", many: "at which level they work", key: "intensity")
}
