import FingerpostAnalysis
import FingerpostDiagrams
import FingerpostFormats
import FingerpostModel
import GraphvizRendering

/// How well every picture of every map can be read, beside plain `dot` on the same graph.
///
/// Both are measured by the same code, with the same title, legend and small print around them. Plain
/// means: the same boxes, texts, groups and lines in the order of the diagram, and nothing that we do
/// about order, cycles, columns, room and the places of texts.
struct LegibilityBenchmark {
  func run() async throws {
    let renderer = WorkerRenderer(path: "/proc/self/exe")
    var ours = Totals()
    var plain = Totals()
    print(
      "legibility of every picture, ours / plain dot: smallest text on A3 in points; labels that "
        + "overlap; lines through labels; lines through boxes; crossings; share of the sheet")
    for map in ["Maps", "Examples"].flatMap({ MapReader().read(path: $0) }).compactMap(\.map) {
      let setting = ViewSetting(
        date: map.asOf, coverage: map.asOf.flatMap { try? Coverage(of: map, on: $0) })
      for diagram in ViewName.allCases.flatMap({ $0.view.pages(of: map, in: setting).diagrams }) {
        let drawn = try await renderer.draw(diagram, as: []).legibility
        let name = "  \(map.id)/\(diagram.name): boxes \(drawn.boxes), lines \(drawn.lines)"
        ours.add(drawn, lines: diagram.edges.count)
        let plainDOT = PlainDOT(of: diagram)
        do throws(GraphvizError) {
          let theirs = Legibility(
            of: diagram,
            laidOutAs: try await renderer.pool.layout(of: plainDOT.text, names: plainDOT.names))
          plain.add(theirs, lines: diagram.edges.count)
          print(
            name
              + zip(Self.figures(drawn), Self.figures(theirs)).map { "; \($0) / \($1)" }.joined())
        } catch {
          plain.failures += 1
          print("\(name); plain dot failed: \(error)")
        }
      }
    }
    print("  all, ours: \(ours.words)")
    print("  all, plain dot: \(plain.words)")
  }

  private static func figures(_ legibility: Legibility) -> [String] {
    [
      decimal(legibility.smallestPrintedText, places: 1),
      "\(legibility.labelsOnLabels + legibility.labelsOnBoxes)",
      "\(legibility.linesThroughLabels)", "\(legibility.linesThroughBoxes)",
      "\(legibility.crossings)", "\(Int((legibility.drawingShare * 100).rounded())) %",
    ]
  }

  /// The figures of several pictures together.
  private struct Totals {
    var pictures = 0
    var tooSmall = 0
    var overlaps = 0
    var linesThroughLabels = 0
    var linesThroughBoxes = 0
    var crossings = 0
    var linesLost = 0
    var failures = 0

    mutating func add(_ legibility: Legibility, lines: Int) {
      pictures += 1
      if legibility.smallestPrintedText < Page.smallestLegibleText { tooSmall += 1 }
      overlaps += legibility.labelsOnLabels + legibility.labelsOnBoxes
      linesThroughLabels += legibility.linesThroughLabels
      linesThroughBoxes += legibility.linesThroughBoxes
      crossings += legibility.crossings
      linesLost += lines - legibility.lines
    }

    var words: String {
      "\(pictures) pictures, \(failures) not drawn, \(tooSmall) with text under 8 points; "
        + "\(overlaps) overlaps of labels, \(linesThroughLabels) lines through labels, "
        + "\(linesThroughBoxes) lines through boxes, \(crossings) crossings, \(linesLost) lines lost"
    }
  }
}
