import FingerpostAnalysis
import FingerpostModel

/// A family that one service does not see is not sent to another that does not see it either, with
/// nowhere to go from there.
struct ExclusionChainDeadEnd: Rule {
  let id = RuleID.exclusionChainDeadEnd
  let group = RuleGroup.safety
  let summary =
    "No family is sent from one service that does not see it to others that do not see it either, "
    + "round in a circle or to where nobody is left."
  let obligation = Obligation.should
  let isAboutSafety = true
  let authority = [
    Authority(
      .toolkit, "E63 to E65",
      says: "Each exclusion comes with where the family goes instead, or what it waits for."),
    Authority(
      .localPathways, says: "Small exclusions that no service looks at together create dead ends."),
  ]
  let remedy =
    "Bring the services of the chain together, agree which of them sees these families, and correct "
    + "`excludes:` and `onward:`."
  let examples = RuleExamples(
    passing: """
      conditions:
        crisis: {name: A crisis}
      services:
        crisis-team: {name: Crisis team, excludes: none}
        parent-infant-team:
          name: Parent-infant team
          excludes: [{condition: crisis, onward: [crisis-team], for: care now}]
      """,
    failing: """
      conditions:
        crisis: {name: A crisis}
        grief: {name: A bereavement}
      services:
        perinatal-team:
          name: Perinatal team
          excludes:
            - {condition: crisis, onward: [parent-infant-team], for: care now}  # here
        counselling:
          name: Counselling
          excludes:
            - condition: grief  # here
              onward: none
        parent-infant-team:
          name: Parent-infant team
          excludes:
            - {condition: crisis, onward: [perinatal-team], for: care now}  # here
            - {condition: grief, onward: [counselling], for: company}  # here
      """)

  let check = RuleCheck.map { context, answers in
    let map = context.map
    let chains = ExclusionChains(of: map, where: context.isInUse)
    let otherRuns = context.rulesRun.contains(.exclusionHasOnwardRoute)
    var asked: Set<Service.ID> = []
    for (position, station) in chains.stations.enumerated() {
      if let chain = chains.chain(from: position) {
        // A service that itself sends families nowhere is what the other rule is about.
        if chain.services.count > 1 || chain.end != .nowhere || !otherRuns {
          Self.report(station, chain, context, &answers)
        }
      } else if !station.helpers.isEmpty {
        answers.pass()
      } else if station.isOnwardUnstated {
        if !otherRuns, let item = Self.item(station, context) { answers.ask(.onward, about: item) }
      } else {
        for id in station.unknown where asked.insert(id).inserted {
          if let service = map.services[id], service.excludes == nil {
            answers.ask(.receives, about: Subject(service))
          }
        }
      }
    }
  }

  /// The exclusion that a station stands for.
  private static func item(
    _ station: ExclusionChains.Station, _ context: RuleContext
  ) -> Subject? {
    guard let service = context.map.services[station.service],
      let exclusion = service.excludes?.first(where: { $0.id == station.exclusion })
    else { return nil }
    return Subject(service).item(exclusion, context)
  }

  private static func report(
    _ station: ExclusionChains.Station, _ chain: ExclusionChains.Chain, _ context: RuleContext,
    _ answers: inout Answers
  ) {
    let map = context.map
    func name(_ id: Service.ID) -> String { "“\(map.name(ofEnd: id))”" }
    let condition = map.conditions[station.condition]?.name ?? station.condition.rawValue
    var way = "\(name(chain.services[0])) does not see families with “\(condition)” and sends them"
    for id in chain.services.dropFirst() {
      way += " to \(name(id)), which does not see them either and sends them"
    }
    if chain.omitted > 0 {
      way += " on through \(chain.omitted) more that do not see them; the last sends them"
    }
    switch chain.end {
    case .nowhere: way += " nowhere."
    case .back(let id): way += " back to \(name(id))."
    case .notInUse(let id): way += " to \(name(id)), which is not in use."
    }
    var evidence: [String] = []
    if !station.helpers.isEmpty {
      evidence.append(
        "It sends such families also to \(context.list(station.helpers.map(name))), which sees them."
      )
    }
    answers.fail(
      way, evidence: evidence,
      remedy: "Bring these services together, agree which of them sees these families, and correct "
        + "`excludes:` and `onward:`.", about: item(station, context))
  }
}

extension Question {
  fileprivate static let receives = Question(
    "which families it cannot see, though others send it those whom they cannot see",
    many: "which families they cannot see, though others send them those whom they cannot see",
    key: "excludes")
}
