import FingerpostAnalysis
import FingerpostModel

/// A service that families can walk into is joined to others.
struct IsolatedService: Rule {
  let id = RuleID.isolatedService
  let group = RuleGroup.graph
  let summary =
    "Every service that families can come to by themselves is joined to another by a route in use."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E69",
      says:
        "Referral “should not be seen in isolation but as part of a pathway of care, agreed with "
        + "partners across the whole system”.")
  ]
  let remedy =
    "Ask the service to whom it sends families, and who sends families to it, and write the routes; "
    + "where there are none, agree one with a neighbour. A service that takes families only when "
    + "they are sent, and that no route leads to, is reported as unreachable."
  let examples = RuleExamples(
    passing: """
      services:
        family-hub: {name: Family hub, entry: open}
        early-help: {name: Early help, entry: by-referral}
      routes:
        - {from: family-hub, to: early-help, kind: referral}
      """,
    failing: """
      services:
        family-hub: {name: Family hub, entry: open}
        early-help: {name: Early help, entry: by-referral}
        feeding-cafe: {name: Feeding café, entry: open}  # here
      routes:
        - {from: family-hub, to: early-help, kind: referral}
      """)

  let check = RuleCheck.map { context, answers in
    let (map, reach) = (context.map, context.reach)
    let services = reach.servicesInUse
    guard services.count > 1 else { return }
    guard map.saysRoutes else { return answers.ask(.routes) }
    let graph = context.routes.graph
    var isLinked: Set<Service.ID> = []
    for link in map.links {
      let ends: [Service.ID] = [link.from.named(), link.to.named()]
      if ends.allSatisfy({ map.services.index(of: $0) != nil }) { isLinked.formUnion(ends) }
    }
    for id in services.lazy.map({ reach.ids[$0] }) {
      guard let node = context.routes.node(of: id), graph.outDegree(of: node) == 0,
        graph.inDegree(of: node) == 0, !isLinked.contains(id)
      else {
        answers.pass()
        continue
      }
      guard let service = map.services[id] else { continue }
      switch service.entry {
      case .open?:
        let unused = (context.routes(from: service.id) + context.routes(to: service.id))
        answers.fail(
          "Families can come to “\(service.name)”, and no route in use leads on from it or to it.",
          evidence: unused.map { "Not in use: the \(Subject($0, in: map).name)." }.sorted(),
          remedy: "Ask the service to whom it sends families, and who sends families to it, and "
            + "write the answers under `routes:`; where nobody does, agree a route with a neighbour.",
          about: Subject(service))
      case .byReferral?: break
      case nil: answers.ask(.routesOfService, about: Subject(service))
      }
    }
  }
}

extension Question {
  /// Asked of a map without any route, by every rule that would say that none leads somewhere.
  static let routes = Question(
    "how families get from one service to another",
    many: "how families get from one service to another", key: "routes")
  fileprivate static let routesOfService = Question(
    "who sends families to it, or to whom it sends them",
    many: "who sends families to them, or to whom they send them", key: "routes")
}
