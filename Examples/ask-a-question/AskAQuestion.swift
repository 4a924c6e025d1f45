import FingerpostAnalysis
import FingerpostModel

/// Makes a small map in code and asks two questions of it: how a family gets from health visiting
/// to the parent-infant team, and whom nobody can reach any more if a service closes.
///
/// Run it with `swift run ask-a-question`.
@main
enum AskAQuestion {
  static func main() {
    let map = exampleton()
    // Only referral, self-referral and transfer take a family anywhere.
    let graph = RouteGraph(of: map).restrictedToMovingRoutes()

    print("How does a family get from health visiting to the parent-infant team?")
    if let way = graph.shortestWay(from: ["health-visiting"], to: ["parent-infant-team"]) {
      for route in way.routes {
        print("  \(name(of: route.from, in: map)) → \(name(of: route.to, in: map))")
      }
    }

    print("What can nobody reach any more if a service closes?")
    let entries = map.services.filter { $0.entry == .open }.map(\.id)
    let dominators = graph.dominators(from: entries)
    for service in map.services {
      let lost = dominators.services(dominatedBy: service.id)
      guard !lost.isEmpty else { continue }
      let names = lost.map { name(of: $0, in: map) }.joined(separator: ", ")
      print("  Without \(service.name): \(names)")
    }
  }

  /// A system of five services; the ids are what routes refer to.
  static func exampleton() -> SystemMap {
    var map = SystemMap(id: "exampleton", title: "Help for parents and babies in Exampleton")
    for (id, name, entry) in [
      ("health-visiting", "Health visiting", Entry.open), ("midwifery", "Midwifery", .open),
      ("childrens-centre", "Children's centre", .byReferral),
      ("parent-infant-team", "Parent-infant team", .byReferral),
      ("volunteers", "Volunteer home visitors", .byReferral),
    ] {
      var service = Service(id: Identifier(id), name: name)
      service.entry = entry
      map.services.append(service)
    }
    map.routes = [
      Route(from: "health-visiting", to: "childrens-centre", kind: .referral),
      Route(from: "midwifery", to: "childrens-centre", kind: .referral),
      Route(from: "childrens-centre", to: "parent-infant-team", kind: .referral),
      Route(from: "parent-infant-team", to: "volunteers", kind: .transfer),
      Route(from: "health-visiting", to: "parent-infant-team", kind: .signposting),
    ]
    return map
  }

  static func name(of id: Service.ID, in map: SystemMap) -> String {
    map.services[id]?.name ?? id.rawValue
  }
}
