import FingerpostDiagrams
import FingerpostSamples
import GraphvizRendering

/// A county of 400 services and 1,000 routes as an overview and pages that are all legible, beside
/// `dot` on the whole graph, which gives one picture that nobody can read.
struct PictureSetBenchmark {
  func run() async throws {
    let county = GeneratedCounty(services: 400, routes: 1_000, seed: 3).map
    guard let diagram = SystemView().pages(of: county, in: ViewSetting()).diagrams.first else {
      return
    }
    let clock = ContinuousClock()
    var pages = 0
    var smallest = Double.infinity
    let ours = try await clock.measure {
      let renderer = WorkerRenderer(path: "/proc/self/exe")
      let set = try await renderer.drawSet(diagram, as: [.svg])
      pages = set.pages.count
      smallest = set.pictures.map(\.drawing.page.smallestPrintedText).min() ?? 0
    }
    print(
      "county of 400 services and 1,000 routes, cold: an overview and \(pages) pages in "
        + "\(ours.inMilliseconds) ms (limit 10000); the smallest text prints at "
        + "\((smallest * 10).rounded() / 10) points (limit 8)")
    var result = ""
    let theirs = try await clock.measure {
      switch try await DotCommand.svg(of: RandomNetworks.plainDOT(of: diagram), seconds: 120) {
      case .tooLong: result = "stopped after 120 s"
      case .wrote(let svg, let complained):
        let lines = RandomNetworks.drawnRoutes(in: svg)
        result =
          "\(lines) of \(diagram.edges.count) lines" + (complained ? ", with an error" : "")
          + (lines == diagram.edges.count ? "" : ": FAILS")
      }
    }
    print(
      "  dot plainly, on one page: \(result) in \(theirs.inMilliseconds) ms; "
        + "\((theirs / ours * 10).rounded() / 10) times ours")
  }
}
