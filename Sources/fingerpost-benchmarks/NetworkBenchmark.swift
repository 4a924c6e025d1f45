import FingerpostDiagrams
import FingerpostSamples
import GraphvizRendering

/// Three random networks, laid out whole, beside `dot` on the same networks written plainly and
/// with `newrank`.
struct NetworkBenchmark {
  func run() async throws {
    let renderer = WorkerRenderer(path: "/proc/self/exe")
    for (services, routes) in [(40, 83), (120, 287), (400, 992)] {
      let diagram = RandomNetworks.diagram(
        services: services, routes: routes, groups: services / 20, grouping: .areas, labels: true,
        seed: 1)
      let clock = ContinuousClock()
      var drawn = 0
      let ours = try await clock.measure {
        let drawing = try await renderer.draw(diagram, as: [.svg])
        drawn = drawing.layout.edges.values.count { $0.points.count > 3 }
      }
      print(
        "network of \(services) services and \(routes) routes: \(drawn) lines drawn in "
          + "\(ours.inMilliseconds) ms")
      for newRank in [false, true] {
        let dot = RandomNetworks.plainDOT(of: diagram, newRank: newRank)
        var result = ""
        let theirs = try await clock.measure {
          switch try await DotCommand.svg(of: dot, seconds: 120) {
          case .tooLong: result = "stopped after 120 s"
          case .wrote(let svg, let complained):
            let lines = RandomNetworks.drawnRoutes(in: svg)
            result =
              "\(lines) of \(routes) routes" + (complained ? ", with an error" : "")
              + (lines == routes ? "" : ": FAILS")
          }
        }
        let ratio = (theirs / ours * 10).rounded() / 10
        print(
          "  dot \(newRank ? "with newrank" : "plainly"): \(result) in \(theirs.inMilliseconds) ms; "
            + "\(ratio) times ours")
      }
    }
  }
}
