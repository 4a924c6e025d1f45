import FingerpostAnalysis
import FingerpostModel
import FingerpostTestSupport
import Testing

struct `A route graph` {
  /// Families and the GP lead to the team; beyond the team lies a circle.
  ///
  /// ```
  /// families ──self-referral──► gp ──referral──► team ──transfer──► ward ──transfer──► home
  ///     gp ──referral──► visiting ──referral──► team      ▲                            │
  ///     gp ──signposting──► group                         └────────────referral────────┘
  ///     team ──feedback──► gp
  /// ```
  private static let services: [Service.ID] = [
    "gp", "visiting", "team", "ward", "home", "group", "island",
  ]

  private static let routes = [
    Route(from: .families, to: "gp", kind: .selfReferral),
    Route(from: "gp", to: "team", kind: .referral),
    Route(from: "gp", to: "visiting", kind: .referral),
    Route(from: "visiting", to: "team", kind: .referral),
    Route(from: "team", to: "ward", kind: .transfer),
    Route(from: "ward", to: "home", kind: .transfer),
    Route(from: "home", to: "ward", kind: .referral),
    Route(from: "gp", to: "group", kind: .signposting),
    Route(from: "team", to: "gp", kind: .feedback),
  ]

  private let map = Self.map(services, routes)
  private var graph: RouteGraph { RouteGraph(of: map) }
  private var moving: RouteGraph { graph.restrictedToMovingRoutes() }

  private static func map(_ services: [Service.ID], _ routes: [Route]) -> SystemMap {
    var map = SystemMap(id: "exampleton", title: "Exampleton")
    for id in services { map.services.append(Service(id: id, name: id.rawValue)) }
    for route in routes { map.routes.append(route) }
    return map
  }

  @Test func `numbers services and families in the order of their ids`() {
    #expect(
      graph.ids == [.families, "gp", "group", "home", "island", "team", "visiting", "ward"])
    #expect(graph.ids.indices.allSatisfy { graph.node(of: graph.ids[$0]) == $0 })
    #expect(graph.node(of: "nowhere") == nil)
    #expect(graph.unknownIDs.isEmpty)
  }

  @Test func `keeps what a route names and the map does not hold`() {
    var map = map
    map.routes.append(Route(from: "island", to: "elsewhere:clinic", kind: .referral))
    map.routes.append(Route(from: "elsewhere:clinic", to: "group", kind: .referral))
    let graph = RouteGraph(of: map)
    #expect(graph.unknownIDs == ["elsewhere:clinic"])
    #expect(
      graph.services(reachableFrom: ["island"]) == ["island", "elsewhere:clinic", "group"])
  }

  @Test func `keeps all services when it is restricted to some routes`() {
    #expect(moving.ids == graph.ids)
    #expect(moving.graph.edgeCount == 7)
    #expect(graph.restricted(to: [.feedback, .signposting]).graph.edgeCount == 2)
    #expect(RouteGraph(of: map) { $0.to != "team" }.graph.edgeCount == 7)
    #expect((0..<7).allSatisfy { moving.route(ofEdge: $0).kind.movesFamily })
  }

  @Test func `knows the neighbours of a service by kind and direction`() {
    #expect(graph.neighbours(of: "gp", .outgoing) == ["group", "team", "visiting"])
    #expect(graph.neighbours(of: "gp", .incoming) == [.families, "team"])
    #expect(graph.neighbours(of: "gp", .both) == [.families, "group", "team", "visiting"])
    #expect(graph.neighbours(of: "gp", .outgoing, kinds: [.signposting]) == ["group"])
    #expect(graph.neighbours(of: "gp", .incoming, kinds: [.feedback]) == ["team"])
    #expect(graph.neighbours(of: "nowhere", .both).isEmpty)
    #expect(graph.routes(at: "ward", .both).map(\.id).count == 3)
  }

  @Test func `follows moving routes from given services`() {
    #expect(moving.services(reachableFrom: ["team"]) == ["team", "ward", "home"])
    #expect(
      moving.services(reachableFrom: [.families])
        == [.families, "gp", "visiting", "team", "ward", "home"])
    #expect(
      moving.services(reachableFrom: ["visiting"], direction: .incoming)
        == [.families, "gp", "visiting"])
    #expect(
      moving.services(reachableFrom: [.families], where: { $0 != "team" })
        == [.families, "gp", "visiting"])
    #expect(moving.services(reachableFrom: ["nowhere"]).isEmpty)
  }

  @Test func `finds the way with the fewest hand-offs`() {
    let way = moving.shortestWay(from: [.families], to: ["ward"])
    #expect(way?.services == [.families, "gp", "team", "ward"])
    #expect(way?.routes.map(\.kind) == [.selfReferral, .referral, .transfer])
    #expect(way?.handOffs == 3)
    #expect(moving.shortestWay(from: ["ward"], to: ["gp"]) == nil)
    let around = RouteGraph(of: map) { !($0.from == "gp" && $0.to == "team") }
    #expect(
      around.shortestWay(from: ["gp"], to: ["team"])?.services == ["gp", "visiting", "team"])
  }

  @Test func `takes the first of parallel routes by id`() {
    var map = Self.map(["a", "b"], [])
    for id in ["z", "m", "q"] {
      map.routes.append(Route(from: "a", to: "b", kind: .referral, id: .init(id)))
    }
    let way = RouteGraph(of: map).shortestWay(from: ["a"], to: ["b"])
    #expect(way?.routes.map(\.id) == ["m"])
    #expect(RouteGraph(of: map).routes(at: "a", .outgoing).map(\.id) == ["m", "q", "z"])
    #expect(RouteGraph(of: map).neighbours(of: "a", .both) == ["b"])
  }

  @Test func `orders routes by the services they join before their own ids`() {
    let map = Self.map(
      ["a", "b", "c"],
      [
        Route(from: "b", to: "c", kind: .referral, id: "first"),
        Route(from: "a", to: "c", kind: .referral, id: "second"),
        Route(from: "a", to: "b", kind: .referral, id: "third"),
      ])
    let graph = RouteGraph(of: map)
    #expect((0..<3).map { graph.route(ofEdge: $0).id } == ["third", "second", "first"])
  }

  @Test func `finds the loops with a shortest circle as evidence`() {
    #expect(moving.loops().map(\.services) == [["home", "ward"]])
    #expect(moving.loops().first?.evidence.services == ["home", "ward", "home"])
    #expect(moving.loops().first?.evidence.routes.map(\.kind) == [.referral, .transfer])
    #expect(graph.loops().map(\.services) == [["gp", "team", "visiting"], ["home", "ward"]])
    #expect(graph.loops().first?.evidence.services == ["gp", "team", "gp"])
    #expect(moving.stronglyConnectedComponents().contains(["home", "ward"]))
    #expect(moving.stronglyConnectedComponents().count == 7)
  }

  @Test func `counts a route from a service to itself as a loop`() {
    let map = Self.map(["a"], [Route(from: "a", to: "a", kind: .referral)])
    #expect(RouteGraph(of: map).loops().map(\.evidence.services) == [["a", "a"]])
    #expect(RouteGraph(of: map).neighbours(of: "a", .both) == ["a"])
    #expect(RouteGraph(of: map).routes(at: "a", .both).count == 1)
  }

  @Test func `names the services that every way has to pass`() {
    let dominators = moving.dominators(from: [.families])
    #expect(dominators.immediateDominator(of: "team") == "gp")
    #expect(dominators.strictDominators(of: "home") == ["ward", "team", "gp", .families])
    #expect(dominators.services(dominatedBy: "team") == ["home", "ward"])
    #expect(dominators.services(dominatedBy: "visiting").isEmpty)
    #expect(dominators.countsOfServicesDominated()["gp"] == 4)
    #expect(dominators.isReached("ward") && !dominators.isReached("island"))

    let fromTwo = moving.dominators(from: [.families, "visiting"])
    #expect(fromTwo.immediateDominator(of: "team") == nil)
    #expect(fromTwo.strictDominators(of: "home") == ["ward", "team"])
  }

  @Test func `names the services and routes that hold the network together`() {
    #expect(graph.articulationServices() == ["gp", "team", "ward"])
    #expect(
      graph.bridgeRoutes().map(\.id) == [
        "families-to-gp-self-referral", "gp-to-group-signposting", "team-to-ward-transfer",
      ])
  }

  @Test func `gives the services within some number of routes`() {
    let near = graph.neighbourhood(of: ["team"], hops: 2)
    #expect(near.map(\.id) == ["team", "gp", "visiting", "ward", .families, "group", "home"])
    #expect(near.map(\.hops) == [0, 1, 1, 1, 2, 2, 2])
    #expect(
      moving.neighbourhood(of: ["team"], hops: 1, direction: .outgoing).map(\.id)
        == ["team", "ward"])
  }

  @Test func `answers the same whatever the order of the file`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      let other = RouteGraph(
        of: Self.map(
          Self.services.shuffled(using: &random), Self.routes.shuffled(using: &random)))
      #expect(other.ids == graph.ids)
      #expect(other.loops() == graph.loops())
      #expect(other.bridgeRoutes() == graph.bridgeRoutes())
      #expect(
        other.shortestWay(from: [.families], to: ["home"])
          == graph.shortestWay(from: [.families], to: ["home"]))
      #expect(other.stronglyConnectedComponents() == graph.stronglyConnectedComponents())
    }
  }

  @Test func `of an empty map holds families alone`() {
    let graph = RouteGraph(of: SystemMap(id: "empty", title: "Empty"))
    #expect(graph.ids == [.families])
    #expect(graph.loops().isEmpty)
    #expect(graph.services(reachableFrom: [.families]) == [.families])
  }
}
