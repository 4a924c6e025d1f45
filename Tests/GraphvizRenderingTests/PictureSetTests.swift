import FingerpostDiagrams
import FingerpostTestSupport
import Foundation
import GraphvizRendering
import Testing

struct `A system too large for a page` {
  private static let renderer = WorkerRenderer(path: Program.fingerpost.path)

  private func county(services: Int, routes: Int) throws -> Diagram {
    let county = GeneratedCounty(services: services, routes: routes, seed: 3)
    return try #require(SystemView().pages(of: county.map, in: ViewSetting()).diagrams.first)
  }

  private func expectWhole(_ set: PictureSet, of diagram: Diagram) throws {
    #expect(set.pages.count > 1)
    #expect(set.illegible == nil)
    for picture in set.pictures {
      let drawing = picture.drawing
      #expect(drawing.page.smallestPrintedText >= 7.995, "\(picture.diagram.name)")
      #expect(drawing.layout.losses(from: picture.diagram, drawn: drawing.rung).isEmpty)
    }
    for (number, page) in set.pages.enumerated() {
      #expect(
        page.diagram.subtitle?.hasPrefix("Page \(number + 1) of \(set.pages.count): ") == true)
    }
    let shown = Set(set.pages.flatMap { $0.diagram.nodes.map(\.id) })
    #expect(shown.isSuperset(of: diagram.nodes.map(\.id)))
  }

  @Test(arguments: [(100, 220), (400, 1_000)])
  func `is drawn as an overview and pages that are all legible and whole`(
    _ services: Int, _ routes: Int
  ) async throws {
    let diagram = try county(services: services, routes: routes)
    try expectWhole(try await Self.renderer.drawSet(diagram, as: [.svg]), of: diagram)
  }

  @Test func `is drawn so, too, where routes run anywhere and most services serve several areas`()
    async throws
  {
    let map = GeneratedSystem(services: 400, routes: 1_000, seed: 1).map
    let diagram = try #require(SystemView().pages(of: map, in: ViewSetting()).diagrams.first)
    try expectWhole(try await Self.renderer.drawSet(diagram, as: [.svg]), of: diagram)
  }

  @Test func `is drawn the same each time`() async throws {
    let diagram = try county(services: 100, routes: 220)
    let first = try await Self.renderer.drawSet(diagram, as: [.svg, .dot])
    #expect(try await Self.renderer.drawSet(diagram, as: [.svg, .dot]) == first)
  }

  @Test func `is one picture when a page holds it`() async throws {
    let set = try await InProcessRenderer().drawSet(SampleDiagrams.board, as: [.svg])
    #expect(set.pages.isEmpty)
    #expect(
      set.first.drawing.files
        == (try await InProcessRenderer().draw(SampleDiagrams.board, as: [.svg])).files)
  }

  @Test func `is split as the last way of drawing it whole`() async throws {
    /// Gives up on more than 20 boxes.
    struct Overwhelmed: GraphvizHost {
      func result(of job: GraphvizJob) async throws(GraphvizError) -> GraphvizResult {
        if job.dot.contains("n20 [") { throw .timedOut(seconds: 1) }
        return try await LibraryHost().result(of: job)
      }
    }
    let diagram = RandomNetworks.diagram(
      services: 30, routes: 40, groups: 3, grouping: .areas, labels: false, seed: 1)
    let set = try await DrawingProcedure(host: Overwhelmed()).drawSet(diagram, as: [.svg])
    try expectWhole(set, of: diagram)
  }

  @Test func `is an error when a single box cannot be drawn`() async {
    struct Broken: GraphvizHost {
      func result(of job: GraphvizJob) async throws(GraphvizError) -> GraphvizResult {
        throw .timedOut(seconds: 1)
      }
    }
    await #expect(throws: DrawingError.self) {
      try await DrawingProcedure(host: Broken()).drawSet(SampleDiagrams.board, as: [.svg])
    }
  }

  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["FINGERPOST_PICTURES"] != nil),
    arguments: [(100, 220), (400, 1_000)])
  func `is written where asked`(_ services: Int, _ routes: Int) async throws {
    let folder = try #require(ProcessInfo.processInfo.environment["FINGERPOST_PICTURES"])
    let diagram = try county(services: services, routes: routes)
    let clock = ContinuousClock()
    var set: PictureSet?
    let time = try await clock.measure {
      set = try await Self.renderer.drawSet(diagram, as: [.svg])
    }
    print(services, "services:", time)
    set = try await Self.renderer.drawSet(diagram, as: [.png, .svg])
    for picture in set?.pictures ?? [] {
      print(
        picture.diagram.name, picture.diagram.nodes.count, "boxes", picture.diagram.edges.count,
        "lines", picture.drawing.page.smallestPrintedText, picture.drawing.rung,
        picture.drawing.layout.crossings(in: picture.diagram), "crossings",
        picture.diagram.subtitle ?? "")
      for (format, bytes) in picture.drawing.files {
        try Data(bytes).write(
          to: URL(filePath: "\(folder)/\(services)-\(picture.diagram.name).\(format.rawValue)"))
      }
    }
  }
}
