import FingerpostDiagrams
import FingerpostTestSupport
import Foundation
import GraphvizRendering
import Testing

/// How many random networks of each kind: 3, or 15 with `FINGERPOST_SOAK=1`.
private let networksOfAKind: UInt64 =
  ProcessInfo.processInfo.environment["FINGERPOST_SOAK"] == "1" ? 15 : 3

/// Draws the networks that plain DOT loses routes of.
struct `Networks with groups and cycles` {
  private static let renderer = WorkerRenderer(
    path: Program.fingerpost.path, limits: WorkerLimits(secondsPerStep: 120))

  @Test(arguments: [(40, 83, 5), (120, 287, 8), (400, 992, 12)])
  func `are drawn whole`(_ services: Int, _ routes: Int, _ groups: Int) async throws {
    for grouping in RandomNetworks.Grouping.allCases {
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

  @Test(arguments: [120, 250])
  func `lose routes when they are written plainly`(_ services: Int) async throws {
    var failures: UInt64 = 0
    for seed in 0..<networksOfAKind {
      let diagram = RandomNetworks.diagram(
        services: services, routes: services * 9 / 5, groups: max(4, services / 15),
        grouping: .areas, labels: true, seed: seed)
      let job = GraphvizJob(
        dot: RandomNetworks.plainDOT(of: diagram), engine: .dot, formats: [.svg])
      do {
        let svg = try await Self.renderer.pool.result(of: job).files[0]
        if RandomNetworks.drawnRoutes(in: svg) < diagram.edges.count { failures += 1 }
      } catch {
        failures += 1
      }
    }
    #expect(failures * 2 >= networksOfAKind)
  }
}
