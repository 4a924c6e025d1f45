import FingerpostAnalysis
import FingerpostFormats
import FingerpostModel
import FingerpostReports
import HTTPTypes

/// The maps of the folder.
struct MapList: Encodable {
  let maps: [Item]

  /// A map.
  struct Item: Encodable {
    let id: String
    let title: String?
    let isSound: Bool
  }

  init(_ contents: MapFolder.Contents) {
    maps = contents.maps.map {
      Item(id: $0.id, title: $0.document.map?.title, isSound: $0.document.isSound)
    }
  }
}

/// What a map holds, and what is wrong with its files.
struct MapSummary: Encodable {
  let id: String
  let title: String?
  let asOf: String?
  let isSound: Bool
  /// Whether a save can be a commit.
  var isInGit = false
  let problems: [String]
  let services: [Named]
  let boards: [Named]
  let routes: [Route]

  /// Something with a name.
  struct Named: Encodable {
    let id: String
    let name: String
  }

  /// A route.
  struct Route: Encodable {
    let id: String
    let from: String
    let to: String
    let kind: String
  }

  init(_ map: MapFolder.ServedMap, for audience: Audience) {
    let system = map.material?.map
    id = map.id
    title = system?.title
    asOf = system?.asOf.map { "\($0)" }
    isSound = map.document.isSound
    problems = map.problems(for: audience)
    services = (system?.services ?? []).map { Named(id: $0.id.rawValue, name: $0.name) }
    boards = (system?.boards ?? []).map { Named(id: $0.id.rawValue, name: $0.name) }
    routes = (system?.routes ?? []).map {
      Route(
        id: $0.id.rawValue, from: $0.from.rawValue, to: $0.to.rawValue, kind: $0.kind.rawValue)
    }
  }
}

/// How a family gets from one place to another.
struct WaysAnswer: Encodable {
  let from: String
  let to: String
  /// The hand-offs of the shortest way along routes in use, none to a service that is open to families
  /// themselves; `nil` where there is no way.
  let handOffs: [MapSummary.Route]?

  init(_ material: PaperMaterial, from: String, to: String) throws(ServerProblem) {
    let map = material.map
    let (origin, target) = (Service.ID(from), Service.ID(to))
    for (id, name) in [(origin, "from"), (target, "to")]
    where map.services[id] == nil && !(id == .families && name == "from") {
      throw ServerProblem(.notFound, "The map has no service `\(id)`, which `\(name)` names.")
    }
    func isOpen(_ id: Service.ID) -> Bool {
      id == .families
        || map.services[id].map { ($0.status(on: material.date) ?? .active) == .active } ?? false
    }
    let graph = RouteGraph(of: map) { route in
      route.kind.movesFamily && (route.status(on: material.date) ?? .active) == .active
    }
    self.from = from
    self.to = to
    // Families walk into a service that is open to all; coverage begins there as well.
    let origins =
      [origin]
      + (origin == .families ? map.services.filter { $0.entry == .open }.map(\.id) : [])
    handOffs = graph.shortestWay(from: origins, to: [target], where: isOpen)?.routes.map {
      MapSummary.Route(
        id: $0.id.rawValue, from: $0.from.rawValue, to: $0.to.rawValue, kind: $0.kind.rawValue)
    }
  }
}
