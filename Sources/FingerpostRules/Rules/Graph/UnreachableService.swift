import FingerpostAnalysis
import FingerpostModel

/// Families can get to every service in use.
struct UnreachableService: Rule {
  let id = RuleID.unreachableService
  let group = RuleGroup.graph
  let summary = "A way leads to every service in use from where families come in."
  let obligation = Obligation.logic
  let authority = [
    Authority(
      .toolkit, "E69",
      says:
        "A pathway of care “describes how all families can get the right help at the right time”."
    )
  ]
  let remedy =
    "Agree a referral, self-referral or transfer to the service from one that families reach, or "
    + "write `entry: open` if they may simply come. Signposting tells families of a service and "
    + "takes nobody there."
  let examples = RuleExamples(
    passing: """
      services:
        health-visiting: {name: Health visiting, entry: open}
        parent-infant-team: {name: Parent-infant team, entry: by-referral}
      routes:
        - {from: health-visiting, to: parent-infant-team, kind: referral}
      """,
    failing: """
      services:
        health-visiting: {name: Health visiting, entry: open}
        parent-infant-team: {name: Parent-infant team, entry: by-referral}  # here
      routes:
        - {from: health-visiting, to: parent-infant-team, kind: signposting}
      """)

  let check = RuleCheck.map { context, answers in
    let (map, reach) = (context.map, context.reach)
    let services = reach.servicesInUse
    guard !services.isEmpty else { return }
    // Where no route is written down, nobody has said how families get to those who are sent.
    if !map.saysRoutes, services.contains(where: { !reach.isPossiblyReached[$0] }) {
      return answers.ask(.routes)
    }
    if reach.entries.isEmpty {
      guard !reach.possibleEntries.isEmpty else {
        return answers.fail(
          "Families cannot come to any service of this map: each takes them only when somebody "
            + "sends them, and no service is open to all.",
          remedy: "Write `entry: open` at the services that are for everybody, or a self-referral "
            + "from `families` to one.")
      }
      answers.ask(.entries)
    }
    let isStatedToBeginSomewhere = !reach.entries.isEmpty
    var isPossibleEntry = [Bool](repeating: false, count: reach.ids.count)
    for node in reach.possibleEntries { isPossibleEntry[node] = true }
    for node in services {
      if reach.isSurelyReached[node] {
        answers.pass()
      } else if reach.isPossiblyReached[node] {
        // Whatever else is possibly reached hangs on a service that is asked about here.
        if isPossibleEntry[node], isStatedToBeginSomewhere,
          let service = map.services[reach.ids[node]]
        {
          answers.ask(.entry, about: Subject(service))
        }
      } else if let service = map.services[reach.ids[node]] {
        answers.fail(
          "“\(service.name)” takes families only when somebody sends them, and no way leads to it "
            + "from where families come in.",
          evidence: evidence(about: service, in: context),
          remedy:
            "Agree a referral or a transfer to it from a service that families reach, or write "
            + "`entry: open` if they may simply come.", about: Subject(service))
      }
    }
  }

  /// Why each route to a service does not bring families there.
  private static func evidence(about service: Service, in context: RuleContext) -> [String] {
    let routes = context.routes(to: service.id)
    let instead = sentInstead(to: service, in: context)
    guard !routes.isEmpty else { return instead.isEmpty ? ["No route leads to it."] : instead }
    return instead
      + routes.compactMap { route in
        let sender = context.map.name(ofEnd: route.from)
        if !route.kind.movesFamily {
          return route.kind == .signposting
            ? "“\(sender)” tells families of it, and hands nobody over." : nil
        }
        if !context.isInUse(route) {
          return "The \(route.kind.label) from “\(sender)” is not in use."
        }
        if let from = context.map.services[route.from], !context.isInUse(from) {
          return "“\(sender)” is not in use itself."
        }
        return "No way leads to “\(sender)” either."
      }.sorted()
  }

  /// The services that families may reach and that send them there when they exclude them: no way,
  /// because no route says how families get from the one to the other.
  private static func sentInstead(to service: Service, in context: RuleContext) -> [String] {
    let (map, reach) = (context.map, context.reach)
    return reach.positionsWithExclusions.flatMap { position -> [String] in
      let other = map.services[position]
      guard let node = reach.node(of: other.id), reach.isPossiblyReached[node] else { return [] }
      return (other.excludes ?? []).filter { ($0.onward ?? []).contains(service.id) }.map {
        "“\(other.name)” sends families with “\(map.name(of: $0.condition))” there instead; no "
          + "route says how."
      }
    }.sorted()
  }
}

extension Question {
  fileprivate static let entries = Question(
    "where families come in", many: "where families come in",
    key: "`entry: open` at services that are for everybody, or a self-referral from `families`")
}
