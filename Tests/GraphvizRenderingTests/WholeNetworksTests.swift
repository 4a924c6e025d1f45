import FingerpostDiagrams
import FingerpostTestSupport
import Foundation
import GraphvizRendering
import Testing

/// How many random networks of each kind: 3, or 15 with `FINGERPOST_SOAK=1`.
private let networksOfAKind: UInt64 = isSoak ? 15 : 3

/// Draws the networks that plain DOT loses routes of.
struct `Networks with groups and cycles` {
  private static let renderer = WorkerRenderer(
    path: Program.fingerpost.path, limits: WorkerLimits(secondsPerStep: 120))

  @Test(arguments: [(40, 83, 5), (120, 287, 8), (400, 992, 12)])
  func `are drawn whole`(_ services: Int, _ routes: Int, _ groups: Int) async throws {
    let groupings = RandomNetworks.Grouping.allCases
    for grouping in services < 400 || isSoak ? groupings[...] : groupings.prefix(1) {
      let diagram = RandomNetworks.diagram(
        services: services, routes: routes, groups: groups, grouping: grouping, labels: true,
        seed: 7)
      let drawing = try await Self.renderer.draw(diagram, as: [.svg])
      #expect(drawing.rung == .withoutLineLabels)
      #expect(drawing.layout.losses(from: diagram, drawn: drawing.rung).isEmpty)
      let svg = try ParsedSVG(try #require(drawing.files[.svg]))
      let lines = svg.parts.filter {
        $0.attributes["id"]?.contains("-line-") == true && $0.shapes.contains("path")
      }
      #expect(lines.count == routes)
    }
  }

  @Test(arguments: [60, 120, 250], RandomNetworks.Grouping.allCases)
  func `are drawn whole at random`(
    _ services: Int, _ grouping: RandomNetworks.Grouping
  ) async throws {
    for seed in 0..<networksOfAKind {
      let diagram = RandomNetworks.diagram(
        services: services, routes: services * 9 / 5, groups: max(4, services / 15),
        grouping: grouping, labels: true, seed: seed)
      let drawing = try await Self.renderer.draw(diagram, as: [.svg])
      #expect(drawing.rung == .withoutLineLabels)
      #expect(drawing.layout.losses(from: diagram, drawn: drawing.rung).isEmpty)
    }
  }

  @Test(arguments: [(120, 287, 8), (400, 992, 12)])
  func `lose routes when they are written plainly`(
    _ services: Int, _ routes: Int, _ groups: Int
  ) async throws {
    let diagram = RandomNetworks.diagram(
      services: services, routes: routes, groups: groups, grouping: .areas, labels: true, seed: 7)
    #expect(await Self.routesLost(of: diagram) > 0)
  }

  @Test(arguments: [120, 250])
  func `mostly lose routes when they are written plainly at random`(_ services: Int) async throws {
    var failures: UInt64 = 0
    for seed in 0..<networksOfAKind {
      let diagram = RandomNetworks.diagram(
        services: services, routes: services * 9 / 5, groups: max(4, services / 15),
        grouping: .areas, labels: true, seed: seed)
      if await Self.routesLost(of: diagram) > 0 { failures += 1 }
    }
    print("Written plainly, \(failures) of \(networksOfAKind) networks of \(services) lose routes.")
    #expect(failures * 2 >= networksOfAKind)
  }

  /// How many routes have no path, all of them when Graphviz gives nothing.
  private static func routesLost(of diagram: Diagram) async -> Int {
    let job = GraphvizJob(
      dot: RandomNetworks.plainDOT(of: diagram), engine: .dot, formats: [.svg])
    guard let svg = try? await renderer.pool.result(of: job).files[0] else {
      return diagram.edges.count
    }
    return diagram.edges.count - RandomNetworks.drawnRoutes(in: svg)
  }
}
