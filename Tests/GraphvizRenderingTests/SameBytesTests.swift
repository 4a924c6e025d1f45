import FingerpostDiagrams
import FingerpostTestSupport
import Foundation
import GraphvizRendering
import Testing

struct `The same diagram` {
  @Test(arguments: SampleDiagrams.all.keys.sorted())
  func `gives the same bytes every time, whoever draws it`(_ name: String) async throws {
    let diagram = try #require(SampleDiagrams.all[name])
    let first = try await InProcessRenderer().draw(diagram, as: OutputFormat.allCases)
    let worker = WorkerRenderer(path: Program.fingerpost.path)
    for _ in 0..<2 {
      let again = try await worker.draw(diagram, as: OutputFormat.allCases)
      for format in OutputFormat.allCases {
        #expect(again.files[format] == first.files[format], "\(format.rawValue)")
      }
      #expect(again.layout == first.layout)
    }
    // A second later the date in a PDF would differ.
    try await Task.sleep(for: .milliseconds(1100))
    #expect(try await worker.draw(diagram, as: [.pdf]).files[.pdf] == first.files[.pdf])
  }

  @Test func `gives the same bytes whatever its worker has drawn before`() async throws {
    let cards = KeptMaps.all.flatMap { KeptMaps.diagrams(.card, of: $0) }
    let alone = WorkerRenderer(path: Program.fingerpost.path, workers: 1)
    var files: [String: [UInt8]] = [:]
    // Many pictures in bold and in regular letters, one after another in one process.
    for round in 0..<3 {
      for diagram in round % 2 == 0 ? cards : cards.reversed() {
        let svg = try await alone.draw(diagram, as: [.svg]).files[.svg]
        let name = "\(diagram.subject ?? "")/\(diagram.name)"
        let first = files.updateValue(try #require(svg), forKey: name)
        if let first { #expect(svg == first, "\(name) in round \(round)") }
      }
    }
  }

  @Test func `is drawn as asked, and alike, where text on lines goes above the first rank`()
    async throws
  {
    let diagram = RandomNetworks.diagram(
      services: 16, routes: 24, groups: 2, grouping: .areas, labels: true, seed: 306)
    let alone = WorkerRenderer(path: Program.fingerpost.path, workers: 1)
    let first = try await alone.draw(diagram, as: [])
    #expect(first.rung == .asAsked)
    for _ in 0..<12 { #expect(try await alone.draw(diagram, as: []) == first) }
  }

  @Test func `gives the same PDF in every time zone`() async throws {
    var files: [[UInt8]] = []
    for zone in ["UTC", "ABC-5:30", "XYZ8"] {
      let run = try await Program.dot.run(
        ["-Tpdf:cairo"], environment: ["TZ": zone],
        input: Array("digraph \"x\" { a -> b }".utf8))
      #expect(run.exitCode == 0)
      files.append(DeterministicPDF.removingDate(from: run.outputBytes))
    }
    #expect(files[0] == files[1])
    #expect(files[0] == files[2])
    #expect(!String(decoding: files[0], as: UTF8.self).contains("CreationDate"))
  }

  @Test func `gives a PDF that other programs read and that fits on A3`() async throws {
    let drawing = try await InProcessRenderer().draw(SampleDiagrams.careSystem, as: [.pdf])
    let folder = try TemporaryFolder()
    let file = folder.path(of: "system.pdf")
    try AtomicFile(path: file).write(try #require(drawing.files[.pdf]))
    let run = try await Program(path: "pdfinfo").run([file])
    #expect(run.exitCode == 0)
    #expect(run.errorOutput.isEmpty)
    let size = try #require(run.output.split(separator: "\n").first { $0.hasPrefix("Page size") })
    let lengths = size.split(separator: " ").compactMap { Double($0) }.sorted()
    #expect(lengths.count == 2)
    #expect(lengths[0] <= 842)
    #expect(lengths[1] <= 1191)
  }
}

struct `A page` {
  @Test func `turns to print larger and never enlarges`() {
    let wide = Page(width: 2000, height: 800, smallestText: 9, nodes: 30)
    #expect(wide.orientation == .landscape)
    #expect(wide.fit == .tooSmall(printedPoints: wide.smallestPrintedText, nodes: 30))
    let high = Page(width: 700, height: 1100, smallestText: 9, nodes: 30)
    #expect(high.orientation == .portrait)
    #expect(high.scale == 1)
    #expect(high.fit == .legible)
    #expect(Page(width: 10, height: 10, smallestText: 9, nodes: 1).scale == 1)
  }

  @Test func `of a system of 28 services is legible`() async throws {
    let drawing = try await InProcessRenderer().draw(SampleDiagrams.careSystem, as: [.dot])
    #expect(drawing.page.fit == .legible)
  }

  @Test func `of 250 services is reported as too small`() async throws {
    let diagram = RandomNetworks.diagram(
      services: 250, routes: 450, groups: 10, grouping: .levels, labels: false, seed: 2)
    let page = try await InProcessRenderer().draw(diagram, as: [.dot]).page
    #expect(page.fit == .tooSmall(printedPoints: page.smallestPrintedText, nodes: 250))
  }
}
