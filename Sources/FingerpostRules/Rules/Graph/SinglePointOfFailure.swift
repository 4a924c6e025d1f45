import FingerpostAnalysis
import FingerpostModel

/// No single service, and no single person, stands between families and the help that matters most.
struct SinglePointOfFailure: Rule {
  let id = RuleID.singlePointOfFailure
  let group = RuleGroup.graph
  let summary =
    "Families can still get to the focal services, and to any service that alone serves a need in "
    + "scope, when another service closes or one person leaves."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .southWestLondon, "C03",
      says: "The one member of the team who had trained to lead its course was a locum."),
    Authority(
      .toolkit, "E70",
      says: "Referrals typically come through eight kinds of service, not through one."),
  ]
  let remedy =
    "Agree a second way in: a referral from another service that families reach, or a self-referral. "
    + "Where the work rests on one person or on locums, train or appoint somebody else."
  let examples = RuleExamples(
    passing: """
      focus: [parent-infant-team]
      services:
        midwifery: {name: Midwifery, entry: open}
        health-visiting: {name: Health visiting, entry: open}
        parent-infant-team:
          name: Parent-infant team
          entry: by-referral
          staff: [{role: Therapist, count: 2, basis: permanent}]
      routes:
        - {from: midwifery, to: parent-infant-team, kind: referral}
        - {from: health-visiting, to: parent-infant-team, kind: referral}
      """,
    failing: """
      focus: [parent-infant-team]
      services:
        midwifery: {name: Midwifery, entry: open}
        health-visiting: {name: Health visiting, entry: open} # here
        parent-infant-team: # here
          name: Parent-infant team
          entry: by-referral
          staff: [{role: Therapist, count: 1, basis: locum}]
      routes:
        - {from: midwifery, to: health-visiting, kind: transfer}
        - {from: health-visiting, to: parent-infant-team, kind: referral}
      """)

  let check = RuleCheck.map { context, answers in
    let (map, reach) = (context.map, context.reach)
    let targets = targets(in: context)
    guard !targets.isEmpty else { return }
    for bottleneck in bottlenecks(before: targets, in: context, &answers) {
      guard let node = bottleneck.services.first, let service = map.services[reach.ids[node]]
      else { continue }
      let names = bottleneck.targets.map { "“\(map.name(ofEnd: reach.ids[$0]))”" }
      let others = bottleneck.services.dropFirst()
        .map { "“\(map.name(ofEnd: reach.ids[$0]))”" }
      answers.fail(
        "If “\(service.name)” closes, families can no longer get to \(context.list(names)).",
        evidence: bottleneck.targets.prefix(3).compactMap { target in
          reach.graph.shortestPath(from: reach.entries, to: [target]).map {
            "Every way passes it, such as \(reach.words(for: $0, in: map))."
          }
        } + (others.isEmpty ? [] : ["The same holds for \(context.list(others))."]),
        remedy: "Agree another way to \(context.list(names)): a referral from another service that "
          + "families reach, or a self-referral.", detail: "way", about: Subject(service))
    }
    for target in targets {
      guard let service = map.services[reach.ids[target]] else { continue }
      lookAtStaff(of: service, context, &answers)
    }
  }

  /// Services that every way to some targets has to pass.
  private struct Bottleneck {
    /// The services, the one nearest to the targets first.
    var services: [Int]
    /// The targets behind them, by their names.
    var targets: [Int]
  }

  /// What stands between families and the targets, whatever the map leaves open.
  ///
  /// Services before the same targets are one bottleneck. Passes the targets before which nothing
  /// stands, and asks about services that may be a way round.
  private static func bottlenecks(
    before targets: [Int], in context: RuleContext, _ answers: inout Answers
  ) -> [Bottleneck] {
    let (map, reach) = (context.map, context.reach)
    let sure = reach.graph.dominators(from: reach.entries)
    let possible = reach.graph.dominators(from: reach.entries + reach.possibleEntries)
    var behind: [Int: [Int]] = [:]
    var inOrder: [Int] = []
    for target in targets where reach.isSurelyReached[target] {
      let certain = Set(possible.strictDominators(of: target))
      let passed = sure.strictDominators(of: target).filter { reach.isService[$0] }
      if passed.isEmpty { answers.pass() }
      for node in passed where certain.contains(node) {
        if behind[node] == nil { inOrder.append(node) }
        behind[node, default: []].append(target)
      }
      if let node = passed.first(where: { !certain.contains($0) }),
        let service = reach.serviceToAsk(aboutWayTo: target, avoiding: node, in: map)
      {
        answers.ask(.entry, about: Subject(service))
      }
    }
    var bottlenecks: [[Int]: Bottleneck] = [:]
    for node in inOrder {
      let targets = behind[node, default: []]
      bottlenecks[targets, default: Bottleneck(services: [], targets: targets)].services.append(
        node)
    }
    return bottlenecks.values.sorted { $0.services[0] < $1.services[0] }
  }

  /// The focal services in use, and those that alone serve a need in scope, by their names.
  private static func targets(in context: RuleContext) -> [Int] {
    let (map, reach) = (context.map, context.reach)
    var targets = Set((map.focus ?? []).compactMap(reach.node(of:)))
    if let needs = map.scope?.needs, !needs.isEmpty {
      var servers: [Need.ID: [Int]] = [:]
      var isAllStated = true
      for service in map.services where context.isInUse(service) {
        guard let serves = service.serves else {
          isAllStated = false
          break
        }
        guard let node = reach.node(of: service.id) else { continue }
        for need in serves { servers[need, default: []].append(node) }
      }
      // A service whose needs are not stated may serve any of them.
      if isAllStated {
        for need in needs {
          if let nodes = servers[need], nodes.count == 1 { targets.formUnion(nodes) }
        }
      }
    }
    return targets.filter { reach.isService[$0] && reach.isInUse[$0] }.sorted()
  }

  /// Whether a service rests on one person, or on locums alone.
  private static func lookAtStaff(
    of service: Service, _ context: RuleContext, _ answers: inout Answers
  ) {
    let subject = Subject(service)
    guard let staff = service.staff else { return answers.ask(.staff, about: subject) }
    guard !staff.isEmpty else { return }
    let remedy =
      "Train or appoint somebody else who can do the work, so that it goes on without them."
    if staff.allSatisfy({ $0.basis == .locum }) {
      return answers.fail(
        "“\(service.name)” rests on locums alone.", evidence: staff.map { words(for: $0) },
        remedy: remedy, detail: "locums", about: subject)
    }
    let most = staff.reduce(into: Int?.some(0)) { sum, group in
      sum = sum.flatMap { sum in group.count?.most.map { sum + $0 } }
    }
    let least = staff.reduce(0) { $0 + ($1.count?.least ?? 0) }
    if least > 1 {
      answers.pass()
    } else if let most, most <= 1 {
      answers.fail(
        "“\(service.name)” rests on one person.", evidence: staff.map { words(for: $0) },
        remedy: remedy, detail: "one person", about: subject)
    } else {
      answers.ask(.staffCount, about: subject)
    }
  }

  private static func words(for group: StaffGroup) -> String {
    group.role + (group.count.map { ", \($0)" } ?? "") + (group.basis.map { ", \($0.label)" } ?? "")
  }
}

extension Quantity {
  /// The fewest that it can mean.
  fileprivate var least: Int {
    switch bound {
    case .exactly, .atLeast: number
    case .over: number + 1
    case .about, .upTo, .under: 0
    }
  }

  /// The most that it can mean; `nil` where it has no upper bound.
  fileprivate var most: Int? {
    switch bound {
    case .exactly, .upTo: number
    case .under: number - 1
    case .over, .atLeast, .about: nil
    }
  }
}

extension Question {
  fileprivate static let staff = Question(
    "who works in it", many: "who works in them", key: "staff")
  fileprivate static let staffCount = Question(
    "how many people work in it", many: "how many people work in them",
    key: "`count` under `staff`")
}
