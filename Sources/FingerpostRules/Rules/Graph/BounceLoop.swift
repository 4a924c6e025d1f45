import FingerpostAnalysis
import FingerpostModel

/// Services that turn families away do not send them round in a circle.
struct BounceLoop: Rule {
  let id = RuleID.bounceLoop
  let group = RuleGroup.graph
  let summary =
    "Services that exclude families, or step them out, do not send them round in a circle."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .scottishAudit, "recommendation 13",
      says:
        "Families whose referral was turned down should be referred on directly, so that they are "
        + "not sent from one service to the next.")
  ]
  let remedy =
    "Bring the services of the circle together, agree which of them sees a family that each would "
    + "send on, and write it as an onward service that does not send families back."
  let examples = RuleExamples(
    passing: """
      conditions:
        psychosis: Active psychosis
      services:
        parent-infant-team:
          name: Parent-infant team
          excludes: [{condition: psychosis, onward: [perinatal-team]}]
        perinatal-team: {name: Perinatal mental health, excludes: none}
      """,
    failing: """
      conditions:
        psychosis: Active psychosis
        alcohol: Dependence on alcohol
      services:
        perinatal-team:  # here
          name: Perinatal mental health
          excludes: [{condition: alcohol, onward: [recovery]}]
        recovery:
          name: Recovery service
          excludes: [{condition: psychosis, onward: [perinatal-team]}]
      """)

  let check = RuleCheck.map { context, answers in
    let (map, reach) = (context.map, context.reach)
    var edges: [(tail: Int, head: Int)] = []
    var words: [String] = []
    var conditions: [Condition.ID?] = []
    func add(
      _ from: Service.ID, _ to: Service.ID, with condition: Condition.ID?,
      _ text: @autoclosure () -> String
    ) {
      guard let tail = reach.node(of: from), let head = reach.node(of: to), tail != head,
        reach.isService[head], reach.isInUse[head]
      else { return }
      edges.append((tail, head))
      words.append(text())
      conditions.append(condition)
    }
    for position in reach.positionsWithExclusions {
      let service = map.services[position]
      for exclusion in service.excludes ?? [] {
        for onward in exclusion.onward ?? [] {
          add(
            service.id, onward, with: exclusion.condition,
            "“\(service.name)” sends families with “\(map.name(of: exclusion.condition))” to "
              + "“\(map.name(ofEnd: onward))”.")
        }
      }
    }
    for node in reach.servicesInUse {
      for arc in reach.graph.successors(of: node) {
        let route = reach.route(ofEdge: arc.edge)
        guard route.step == .out else { continue }
        add(
          route.from, route.to, with: nil,
          "“\(map.name(ofEnd: route.from))” steps families out to “\(map.name(ofEnd: route.to))”.")
      }
    }
    guard !edges.isEmpty else { return }
    // By their ends and words, so that the order of the file does not matter.
    let order = edges.indices.sorted {
      (edges[$0].tail, edges[$0].head, words[$0]) < (edges[$1].tail, edges[$1].head, words[$1])
    }
    let graph = DirectedGraph(nodeCount: reach.ids.count, edges: order.map { edges[$0] })
    let components = graph.stronglyConnectedComponents().components.filter { $0.count > 1 }
    let looping = Set(components.joined())
    for node in Set(edges.map(\.tail)) where !looping.contains(node) { answers.pass() }
    for (component, cycle) in zip(components, graph.shortestCycles(amongEachOf: components)) {
      guard let cycle, let first = map.services[reach.ids[cycle.nodes[0]]] else { continue }
      let names = cycle.nodes.map { "“\(map.name(ofEnd: reach.ids[$0]))”" }
      let others = component.count - (names.count - 1)
      let needed = Set(cycle.edges.compactMap { conditions[order[$0]] }.map { map.name(of: $0) })
        .sorted()
      let families =
        switch needed.count {
        case 0, 1: "Families"
        case 2: "Families with both “\(needed[0])” and “\(needed[1])”"
        default: "Families with all of \(context.list(needed.map { "“\($0)”" }))"
        }
      answers.fail(
        "\(families) can be sent round in a circle: \(names.joined(separator: " → ")).",
        evidence: cycle.edges.map { words[order[$0]] }
          + (others > 0
            ? ["\(others) more service\(others == 1 ? " is" : "s are") on circles with these."]
            : []),
        remedy: "Agree which of these services sees a family that each would send on, and name one "
          + "that does not send families back.",
        detail: cycle.nodes.dropLast().map { reach.ids[$0].rawValue }.joined(separator: " "),
        about: Subject(first))
    }
  }
}

extension SystemMap {
  /// What people call a condition.
  func name(of condition: Condition.ID) -> String {
    conditions[condition]?.name ?? condition.rawValue
  }
}
