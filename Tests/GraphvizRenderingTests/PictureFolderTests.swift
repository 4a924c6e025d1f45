import FingerpostDiagrams
import FingerpostTestSupport
import Foundation
import GraphvizRendering
import Testing

/// Pictures to look at: `FINGERPOST_PICTURES=<folder>` writes them.
struct `Pictures to look at` {
  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["FINGERPOST_PICTURES"] != nil),
    arguments: SampleDiagrams.all.keys.sorted())
  func `are written where asked`(_ name: String) async throws {
    let diagram = try #require(SampleDiagrams.all[name])
    let folder = try #require(ProcessInfo.processInfo.environment["FINGERPOST_PICTURES"])
    let renderer = WorkerRenderer(path: Program.fingerpost.path)
    let drawing = try await renderer.draw(diagram, as: OutputFormat.allCases)
    for (format, bytes) in drawing.files {
      try Data(bytes).write(to: URL(filePath: "\(folder)/\(diagram.name).\(format.rawValue)"))
    }
    for (format, bytes) in try await InProcessRenderer().draw(diagram, as: OutputFormat.allCases)
      .files
    {
      try Data(bytes).write(to: URL(filePath: "\(folder)/\(diagram.name)-in.\(format.rawValue)"))
    }
    print(diagram.name, drawing.rung, drawing.remarks, drawing.warnings)
    print(drawing.page, drawing.page.scale, drawing.page.smallestPrintedText)
  }
}
