import FingerpostDiagrams
import FingerpostTestSupport
import Foundation
import GraphvizRendering
import Testing

/// Prints how long drawing takes with `FINGERPOST_TIMINGS=<folder>`; asserts nothing.
@Suite(
  .serialized, .enabled(if: ProcessInfo.processInfo.environment["FINGERPOST_TIMINGS"] != nil))
struct `Timings` {
  @Test(arguments: [(40, 83, 5), (120, 287, 8), (400, 992, 12)])
  func `of the networks`(_ services: Int, _ routes: Int, _ groups: Int) async throws {
    let folder = try #require(ProcessInfo.processInfo.environment["FINGERPOST_TIMINGS"])
    let renderer = WorkerRenderer(path: Program.fingerpost.path)
    let clock = ContinuousClock()
    for grouping in RandomNetworks.Grouping.allCases {
      let diagram = RandomNetworks.diagram(
        services: services, routes: routes, groups: groups, grouping: grouping, labels: true,
        seed: 7)
      let writing = clock.measure { _ = DOTWriter(diagram, rung: .withoutLineLabels).text }
      let start = clock.now
      let drawing = try await renderer.draw(diagram, as: [.svg])
      print("\(services) \(grouping): text \(writing), drawn \(clock.now - start)")
      let base = "\(folder)/\(services)-\(grouping)"
      try Data(drawing.dot.utf8).write(to: URL(filePath: "\(base).dot"))
      try Data(RandomNetworks.plainDOT(of: diagram).utf8)
        .write(to: URL(filePath: "\(base)-plain.dot"))
      try Data(RandomNetworks.plainDOT(of: diagram, newRank: true).utf8)
        .write(to: URL(filePath: "\(base)-newrank.dot"))
    }
  }
}
