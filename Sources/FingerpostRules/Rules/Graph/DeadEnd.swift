import FingerpostAnalysis
import FingerpostModel

/// Families can get on from every service that they are sent to.
struct DeadEnd: Rule {
  let id = RuleID.deadEnd
  let group = RuleGroup.graph
  let summary =
    "From every service that families reach there is a way on: a route to another, or a stated end of "
    + "its work."
  let obligation = Obligation.logic
  let authority = [
    Authority(
      .toolkit, "E81",
      says:
        "“It is important to establish pathways into community-based services for all families”.")
  ]
  let remedy =
    "Write how families leave the service under `discharge:`, or add the route by which it sends "
    + "them on. A service of the lowest level that is open to all needs neither, because families "
    + "come and go as they like."
  let examples = RuleExamples(
    passing: """
      services:
        family-hub: {name: Family hub, entry: open, intensity: universal, discharge: none}
        early-help: {name: Early help, entry: by-referral, discharge: Ends with a closing meeting.}
      routes:
        - {from: family-hub, to: early-help, kind: referral}
      """,
    failing: """
      services:
        family-hub: {name: Family hub, entry: open, intensity: universal, discharge: none}
        early-help: {name: Early help, entry: by-referral, discharge: none}  # here
      routes:
        - {from: family-hub, to: early-help, kind: referral}
      """)

  let check = RuleCheck.map { context, answers in
    let (map, reach) = (context.map, context.reach)
    for node in reach.servicesInUse where reach.isPossiblyReached[node] {
      guard reach.graph.outDegree(of: node) == 0 else {
        answers.pass()
        continue
      }
      guard let service = map.services[reach.ids[node]] else { continue }
      switch service.discharge {
      case .stated: answers.pass()
      case _ where isLeftAtWill(service, node, context): answers.pass()
      case .none:
        answers.fail(
          "Families who come to “\(service.name)” are stuck there: it sends them nowhere, and the "
            + "map says that there is no discharge.",
          evidence: arrivals(at: service, in: context),
          remedy: "Write how families leave it under `discharge:`, or add the route by which it "
            + "sends them on.", about: Subject(service))
      case .notStated:
        // Only where the map says that families are sent there does the way on matter.
        if reach.graph.inDegree(of: node) > 0 {
          answers.ask(.discharge, about: Subject(service))
        }
      }
    }
  }

  /// Whether the rule fails for a service: families reach it, and the map states that there is no way
  /// on.
  static func isStuck(at service: Service, _ context: RuleContext) -> Bool {
    let reach = context.reach
    guard service.discharge.isNone, let node = reach.node(of: service.id), reach.isService[node],
      reach.isInUse[node]
    else { return false }
    return reach.isPossiblyReached[node] && reach.graph.outDegree(of: node) == 0
      && !isLeftAtWill(service, node, context)
  }

  /// Whether families come and go as they like, or are told of another service.
  private static func isLeftAtWill(
    _ service: Service, _ node: Int, _ context: RuleContext
  ) -> Bool {
    // A service that is open to all at the lowest level holds nobody.
    let isForAll = service.entry == .open && context.reach.highestLevel[node] <= 0
    return isForAll || isSignposting(service, context)
  }

  /// Whether it tells families of another service.
  private static func isSignposting(_ service: Service, _ context: RuleContext) -> Bool {
    context.routes(from: service.id).contains { $0.kind == .signposting && context.isInUse($0) }
  }

  /// Who sends families there.
  private static func arrivals(at service: Service, in context: RuleContext) -> [String] {
    let senders = context.routes(to: service.id)
      .filter { $0.kind.movesFamily && context.isInUse($0) }
      .map { context.map.name(ofEnd: $0.from) }
    return senders.isEmpty ? [] : ["Families come from \(context.list(Set(senders).sorted()))."]
  }
}

extension Question {
  fileprivate static let discharge = Question(
    "how families leave it", many: "how families leave them", key: "discharge")
}
