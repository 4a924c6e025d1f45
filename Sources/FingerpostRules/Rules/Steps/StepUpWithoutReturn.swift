import FingerpostAnalysis
import FingerpostModel

/// Where families step up, there is a way back.
struct StepUpWithoutReturn: Rule {
  let id = RuleID.stepUpWithoutReturn
  let group = RuleGroup.steps
  let summary = "Wherever families step up from, there is a way back to it."
  let obligation = Obligation.should
  let authority = [
    Authority(.toolkit, "E79", says: "“Step down” refers to transfer in the opposite direction."),
    Authority(
      .toolkit, "E82",
      says:
        "Setting up smooth transitions and referral pathways helps families feel held, maintains "
        + "momentum in the progress they are making and can prevent repeat referral to crisis "
        + "services."),
  ]
  let remedy =
    "Agree how families come back when they need less, and add the route with `step: down`."
  let examples = RuleExamples(
    passing: """
      services:
        parenting-group: Parenting group
        health-visiting: Health visiting
        parent-infant-team: Parent-infant team
      routes:
        - {from: parenting-group, to: parent-infant-team, kind: referral, step: up}
        - {from: parent-infant-team, to: health-visiting, kind: transfer, step: down}
        - {from: health-visiting, to: parenting-group, kind: referral}
      """,
    failing: """
      services:
        parenting-group: Parenting group
        health-visiting: Health visiting
        parent-infant-team: Parent-infant team
      routes:
        - {from: parenting-group, to: parent-infant-team, kind: referral, step: up}  # here
        - {from: parent-infant-team, to: health-visiting, kind: transfer, step: down}
      """)

  let check = RuleCheck.map { context, answers in
    let map = context.map
    let ways = context.movingRoutes
    // There is a way back along a route just when its two ends lie in one component.
    var components: [Int] = []
    var asked: Set<Service.ID> = []
    let otherRuns = context.rulesRun.contains(.stepDirectionConsistent)
    for route in map.routes where route.step == .up && route.kind.movesFamily {
      // What is no step up needs no way down.
      if otherRuns, context.isNoStepUp(route) { continue }
      guard route.from != .families, context.isInUse(route), let from = ways.node(of: route.from),
        let to = ways.node(of: route.to)
      else { continue }
      if components.isEmpty {
        components = ways.graph.stronglyConnectedComponents().componentOfNode
      }
      if components[from] == components[to] {
        answers.pass()
        continue
      }
      let leads = Set(ways.graph.successors(of: to).map(\.node))
      guard !leads.isEmpty else {
        if asked.insert(route.to).inserted, let service = map.services[route.to] {
          answers.ask(.wayOn, about: Subject(service))
        }
        continue
      }
      let onward = ways.graph.reachable(from: [to])
      // What another map holds, or none, may lead back.
      if ways.ids.indices.contains(where: { onward[$0] && map.services[ways.ids[$0]] == nil }) {
        answers.ask(.wayBack, about: Subject(route, in: map))
        continue
      }
      let names = leads.map { "“\(map.name(ofEnd: ways.ids[$0]))”" }.sorted()
      answers.fail(
        "Families step up from “\(map.name(ofEnd: route.from))” to “\(map.name(ofEnd: route.to))”, "
          + "and no route that a family can take leads back.",
        evidence: [
          "From “\(map.name(ofEnd: route.to))” families can go on to \(context.list(names))."
        ],
        remedy: "Agree how families come back to “\(map.name(ofEnd: route.from))” when they need "
          + "less, and add the route with `step: down`.", about: Subject(route, in: map))
    }
  }
}

extension Question {
  fileprivate static let wayBack = Question(
    "whether families come back that way from services that are not on this map",
    many: "whether families come back that way from services that are not on this map",
    key: "a route back under `routes`, with `step: down`")
  fileprivate static let wayOn = Question(
    "where families go when they leave it", many: "where families go when they leave them",
    key: "a referral or a transfer from it under `routes`")
}
