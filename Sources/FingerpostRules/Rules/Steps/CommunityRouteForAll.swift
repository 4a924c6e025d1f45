import FingerpostAnalysis
import FingerpostModel

/// From every service families can get to help in their community.
struct CommunityRouteForAll: Rule {
  let id = RuleID.communityRouteForAll
  let group = RuleGroup.steps
  let summary = "From every service there is a way on to a community-based service."
  let obligation = Obligation.should
  let authority = [
    Authority(
      .toolkit, "E81",
      says: "It is important to establish pathways into community-based services for all families "
        + "as a way of creating or strengthening their social connectedness.")
  ]
  let remedy =
    "Agree a way on to a community group, a children's centre, family support or a voluntary "
    + "organisation, and add the route."
  let examples = RuleExamples(
    passing: """
      services:
        community-team: {name: Community mental health team, kind: community-mental-health-team}
        health-visiting: {name: Health visiting, kind: health-visiting}
        baby-group: {name: Baby group, kind: community-group}
      routes:
        - {from: community-team, to: health-visiting, kind: referral}
        - {from: health-visiting, to: baby-group, kind: referral}
      """,
    failing: """
      services:
        community-team: {name: Community mental health team, kind: community-mental-health-team}  # here
        recovery-course: {name: Recovery course, kind: self-management-course}  # here
        health-visiting: {name: Health visiting, kind: health-visiting}
        baby-group: {name: Baby group, kind: community-group}
      routes:
        - {from: community-team, to: recovery-course, kind: referral}
        - {from: recovery-course, to: community-team, kind: transfer}
        - {from: health-visiting, to: baby-group, kind: referral}
      """)

  /// Kinds of service that are based in the community, as the toolkit names them.
  private static let communityKinds: Set<ServiceKind.ID> = [
    "childrens-centre", "community-group", "family-support", "infant-massage", "parenting-group",
    "voluntary-infrastructure",
  ]

  let check = RuleCheck.map { context, answers in
    let map = context.map
    guard !map.services.isEmpty else { return }
    let ways = context.movingRoutes
    let graph = ways.graph
    var isCommunity = [Bool](repeating: false, count: graph.nodeCount)
    // Not of a stated kind, not on this map, or with no stated way on: it may lead anywhere.
    var mayLeadAnywhere = [Bool](repeating: true, count: graph.nodeCount)
    var isOpen = [Bool](repeating: true, count: graph.nodeCount)
    for service in map.services {
      guard let node = ways.node(of: service.id) else { continue }
      isOpen[node] = context.isInUse(service)
      isCommunity[node] =
        service.kind.map { CommunityRouteForAll.communityKinds.contains($0) } == true
        || service.organisation.flatMap { map.organisations[$0]?.sector } == .voluntary
      mayLeadAnywhere[node] = service.kind == nil || graph.outDegree(of: node) == 0
    }
    let nodes = graph.nodeCount
    let community = (0..<nodes).filter { isCommunity[$0] && isOpen[$0] }
    guard !community.isEmpty else { return answers.ask(.community) }
    let reaches = graph.reachable(from: community, direction: .incoming, nodes: { isOpen[$0] })
    let mayReach = graph.reachable(
      from: (0..<nodes).filter { mayLeadAnywhere[$0] && isOpen[$0] }, direction: .incoming,
      nodes: { isOpen[$0] })

    for node in 0..<nodes where isOpen[node] && !isCommunity[node] {
      guard map.services.index(of: ways.ids[node]) != nil else { continue }
      if reaches[node] {
        answers.pass()
        continue
      }
      let isReached = graph.inDegree(of: node) > 0
      guard !mayReach[node] || (mayLeadAnywhere[node] && isReached) else { continue }
      guard let service = map.services[ways.ids[node]] else { continue }
      if mayReach[node] {
        answers.ask(
          graph.outDegree(of: node) == 0 ? .wayOn : .kind, about: Subject(service))
        continue
      }
      let names = ways.neighbours(of: service.id, .outgoing).map { id in
        "“\(map.name(ofEnd: id))”"
          + (context.statusOfServicesNotInUse[id].map { " (\($0.label))" } ?? "")
      }
      answers.fail(
        "From “\(service.name)” no way on leads to a community-based service, such as a group, a "
          + "children's centre or a voluntary organisation.",
        evidence: ["Families can go on to \(context.list(names.sorted()))."],
        remedy: "Agree a way on to a community-based service, and add the route.",
        about: Subject(service))
    }
  }
}

extension Question {
  fileprivate static let community = Question(
    "which community-based services families can go on to",
    many: "which community-based services families can go on to",
    key: "services with `kind: community-group` or another of the community")
  fileprivate static let wayOn = Question(
    "where families go when they leave it", many: "where families go when they leave them",
    key: "a referral or a transfer from it under `routes`")
  fileprivate static let kind = Question(
    "what kind of service it is", many: "what kind of services they are", key: "kind")
}
