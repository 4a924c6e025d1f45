import FingerpostDiagrams
import FingerpostTestSupport
import Foundation
import GraphvizRendering
import Testing

struct `A county too large for a page` {
  private static let renderer = WorkerRenderer(path: Program.fingerpost.path)

  private func system(services: Int, routes: Int) throws -> Diagram {
    let county = GeneratedCounty(services: services, routes: routes, seed: 3)
    return try #require(SystemView().page(of: county.map, in: ViewSetting()).diagram)
  }

  @Test(arguments: [(100, 220), (400, 1_000)])
  func `is drawn as an overview and pages that are all legible and whole`(
    _ services: Int, _ routes: Int
  ) async throws {
    let diagram = try system(services: services, routes: routes)
    let set = try await Self.renderer.drawSet(diagram, as: [.svg])
    #expect(set.pages.count > 1)
    #expect(set.illegible == nil)
    for picture in set.pictures {
      let drawing = picture.drawing
      #expect(drawing.page.smallestPrintedText >= 7.995)
      #expect(drawing.layout.losses(from: picture.diagram, drawn: drawing.rung).isEmpty)
    }
  }

  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["FINGERPOST_PICTURES"] != nil),
    arguments: [(100, 220), (400, 1_000)])
  func `is written where asked`(_ services: Int, _ routes: Int) async throws {
    let folder = try #require(ProcessInfo.processInfo.environment["FINGERPOST_PICTURES"])
    let diagram = try system(services: services, routes: routes)
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
