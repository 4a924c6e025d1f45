import FingerpostAnalysis
import FingerpostModel

/// Specialist help is not many hand-offs away from where families come in.
struct LongRoute: Rule {
  let id = RuleID.longRoute
  let group = RuleGroup.graph
  let summary =
    "The shortest way from where families come in to a service in the upper half of the scale has no "
    + "more hand-offs than the standard allows."
  let obligation = Obligation.may
  let authority = [
    Authority(
      .sense,
      says:
        "Whoever maps a process looks for hand-offs: each of them is a place where a family can "
        + "be lost.")
  ]
  let remedy =
    "Agree a referral to the service from one that families meet earlier, or a self-referral, so that "
    + "fewer services stand in between."
  let examples = RuleExamples(
    passing: """
      services:
        midwifery: {name: Midwifery, entry: open}
        perinatal-team: {name: Perinatal mental health, intensity: specialist, entry: by-referral}
      routes:
        - {from: midwifery, to: perinatal-team, kind: referral}
      """,
    failing: """
      services:
        midwifery: {name: Midwifery, entry: open}
        health-visiting: {name: Health visiting, entry: by-referral}
        family-hub: {name: Family hub, entry: by-referral}
        early-help: {name: Early help, entry: by-referral}
        perinatal-team: {name: Perinatal mental health, intensity: specialist, entry: by-referral} # here
      routes:
        - {from: midwifery, to: health-visiting, kind: transfer}
        - {from: health-visiting, to: family-hub, kind: referral}
        - {from: family-hub, to: early-help, kind: referral}
        - {from: early-help, to: perinatal-team, kind: referral}
      """)

  let check = RuleCheck.map { context, answers in
    let (map, reach) = (context.map, context.reach)
    guard let limit = context.profile.limits.handOffs else { return }
    // In a scale of four the third and the fourth level, in one of three the second and the third.
    let specialist = max(1, map.intensities.count / 2)
    let graph = reach.graph
    let families = reach.node(of: .families)
    // A family that refers itself is there; nobody hands it over.
    let starts = Set(
      reach.entries.flatMap { entry in
        entry == families ? graph.successors(of: entry).map(\.node) : [entry]
      })
    guard !starts.isEmpty else { return }
    let near = graph.neighbourhood(of: starts.sorted(), hops: .max, direction: .outgoing)
    lazy var possibly = Dictionary(
      uniqueKeysWithValues: graph.neighbourhood(
        of: starts.union(reach.possibleEntries).sorted(), hops: limit, direction: .outgoing
      ).map { ($0.node, $0.hops) })
    for found in near where reach.isService[found.node] {
      guard reach.highestLevel[found.node] >= specialist else { continue }
      guard found.hops > limit else {
        answers.pass()
        continue
      }
      if possibly[found.node] != nil {
        if let service = reach.serviceToAsk(aboutWayTo: found.node, in: map) {
          answers.ask(.entry, about: Subject(service))
        }
        continue
      }
      guard let service = map.services[reach.ids[found.node]],
        let way = graph.shortestPath(from: starts, to: [found.node])
      else { continue }
      answers.fail(
        "Families are handed over \(way.hops) times before they come to “\(service.name)”; more "
          + "than \(limit) are too many.", evidence: [reach.words(for: way, in: map)],
        remedy: "Agree a referral to it from a service that families meet earlier, or a "
          + "self-referral.", about: Subject(service))
    }
  }
}
