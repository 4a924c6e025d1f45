import GraphvizRendering

/// How well a picture can be read and why it is arranged as it is, for people.
struct DrawingExplanation {
  /// A line about the picture, and an indented one for each way of drawing that was not taken.
  let lines: [String]

  /// Words the figures of a drawing, which is named as its file is.
  init(of drawing: Drawing, named name: String) {
    let legibility = drawing.legibility
    let verb = drawing.page.fit == .legible ? "prints" : "would print"
    let figures = [
      Self.count(legibility.boxes, "box", "boxes") + ", "
        + Self.count(legibility.lines, "line", "lines"),
      "smallest text \(verb) at \(Self.tenths(legibility.smallestPrintedText)) points on A3",
      Self.count(
        legibility.labelsOnLabels + legibility.labelsOnBoxes, "label overlaps", "labels overlap"),
      Self.count(legibility.linesThroughLabels, "line runs", "lines run")
        + " through labels, \(legibility.linesThroughBoxes) through boxes",
      Self.count(legibility.crossings, "crossing", "crossings"),
      "the drawing takes \(Self.percent(legibility.drawingShare)) of the sheet, its boxes "
        + Self.percent(legibility.boxShare),
      drawing.rung.words,
    ]
    lines =
      ["\(name): \(figures.joined(separator: "; "))"]
      + drawing.passedOver.map { "  not taken: \($0)" }
  }

  /// To one place, rounded down but for a hair: what prints at 7.9 points does not print at 8.
  private static func tenths(_ points: Double) -> String {
    let tenths = Int(points * 10 + 0.05)
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private static func count(_ number: Int, _ one: String, _ several: String) -> String {
    "\(number) \(number == 1 ? one : several)"
  }

  private static func percent(_ share: Double) -> String {
    let percent = Int((share * 100).rounded())
    return percent == 0 && share > 0 ? "under 1 %" : "\(percent) %"
  }
}

extension Rung {
  fileprivate var words: String {
    switch self {
    case .asAsked: "drawn as asked"
    case .withoutLineLabels: "drawn without the text on lines"
    case .withoutGroups: "drawn without the boxes around groups"
    case .otherEngine: "drawn without groups and in no reading order"
    }
  }
}
