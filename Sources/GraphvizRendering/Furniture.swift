import FingerpostDiagrams

/// What stands around a drawing: title, subtitle, legend and notes, each in its place.
///
/// All of it is placed by our own arithmetic, so that it cannot disturb the layout.
struct Furniture {
  /// A block of lines that start at the left.
  struct Text {
    enum Role { case title, subtitle, note, legend }
    var role: Role
    var lines: [String]
    var size: Double
    var bold = false
    var quiet = false
    var frame: Rectangle
  }

  /// A look in the legend.
  struct Sample {
    var look: Diagram.LegendEntry.Sample
    var frame: Rectangle
  }

  private(set) var texts: [Text] = []
  private(set) var samples: [Sample] = []
  /// Around the drawing and the furniture.
  private(set) var frame: Rectangle
  private let size: Sizes

  /// How much wider letters may be drawn than they are in the font.
  private static let slack = 1.03

  /// The sizes of furniture, which grow as the picture is scaled down, so that they print the same.
  private struct Sizes {
    let growth: Double
    var title: Double { 18 * growth }
    var subtitle: Double { 12 * growth }
    var legend: Double { 9.5 * growth }
    var note: Double { 8.5 * growth }
    var gap: Double { 14 * growth }
    var sampleWidth: Double { 34 * growth }
    var sampleHeight: Double { 15 * growth }
    var legendColumn: Double { 170 * growth }
  }

  /// The smallest font size in it; `nil` when there is no text.
  var smallestText: Double? { texts.map(\.size).min() }

  /// Places the furniture of a diagram around its drawing.
  ///
  /// The usual sizes are multiplied by `growth`. Where the page would be taller than the sheet, it is
  /// as wide as the sheet, so that the legend has more columns and the drawing more room.
  init(of diagram: Diagram, notes: [String], around drawing: Rectangle, growth: Double) {
    let title = FontMetrics.width(of: diagram.title, size: Sizes(growth: growth).title, bold: true)
    let width = max(drawing.width, min(520 * growth, title * Self.slack), 440 * growth)
    self.init(of: diagram, notes: notes, around: drawing, growth: growth, width: width)
    var (low, high) = (width, frame.height * Page.shortSide / Page.longSide)
    guard low < high else { return }
    while high - low > 8 {
      let middle = (low + high) / 2
      let wider = Furniture(
        of: diagram, notes: notes, around: drawing, growth: growth, width: middle)
      if wider.frame.height * Page.shortSide > wider.frame.width * Page.longSide {
        low = middle
      } else {
        high = middle
      }
    }
    let wider = Furniture(of: diagram, notes: notes, around: drawing, growth: growth, width: high)
    if wider.frame.height < frame.height { self = wider }
  }

  private init(
    of diagram: Diagram, notes: [String], around drawing: Rectangle, growth: Double, width: Double
  ) {
    size = Sizes(growth: growth)
    // A hair more than the title, whose width is added up letter by letter.
    let lineWidth = width / Self.slack + 0.1
    let left = drawing.center.x - width / 2
    frame = Rectangle(
      left: left, bottom: drawing.bottom, right: left + width, top: drawing.top + size.gap)

    let subtitle = diagram.subtitle.map {
      TextWrapping(width: lineWidth, size: size.subtitle).lines(of: $0)
    }
    putAbove(subtitle ?? [], as: .subtitle, size: size.subtitle, quiet: true)
    if subtitle?.isEmpty == false { frame.top += size.gap * 0.3 }
    putAbove(
      TextWrapping(width: lineWidth, size: size.title, bold: true).lines(of: diagram.title),
      as: .title, size: size.title, bold: true)

    putLegend(diagram.legend)
    if !notes.isEmpty { frame.bottom -= size.gap }
    for note in notes {
      let lines = TextWrapping(width: lineWidth, size: size.note).lines(of: note)
      putBelow(lines, as: .note, size: size.note, quiet: true)
      frame.bottom -= size.note * 0.25
    }
    frame = frame.grown(by: 20)
  }

  private mutating func putAbove(
    _ lines: [String], as role: Text.Role, size: Double, bold: Bool = false, quiet: Bool = false
  ) {
    guard !lines.isEmpty else { return }
    let height = Double(lines.count) * size * FontMetrics.leading
    let place = Rectangle(
      left: frame.left, bottom: frame.top, right: frame.right, top: frame.top + height)
    texts.append(
      Text(role: role, lines: lines, size: size, bold: bold, quiet: quiet, frame: place))
    frame.top += height
  }

  private mutating func putBelow(
    _ lines: [String], as role: Text.Role, size: Double, quiet: Bool = false
  ) {
    guard !lines.isEmpty else { return }
    let height = Double(lines.count) * size * FontMetrics.leading
    let place = Rectangle(
      left: frame.left, bottom: frame.bottom - height, right: frame.right, top: frame.bottom)
    texts.append(Text(role: role, lines: lines, size: size, quiet: quiet, frame: place))
    frame.bottom -= height
  }

  /// Entries in columns of one width, filled from top to bottom.
  private mutating func putLegend(_ entries: [Diagram.LegendEntry]) {
    guard !entries.isEmpty else { return }
    let textGap = size.gap * 0.5
    let wrapping = TextWrapping(width: size.legendColumn, size: size.legend)
    let texts = entries.map { wrapping.lines(of: $0.label) }
    let widest =
      texts.joined().map { FontMetrics.width(of: $0, size: size.legend) }.max() ?? 0
    let column = size.sampleWidth + textGap + widest * Self.slack + size.gap * 1.5
    let most = max(1, Int((frame.width + size.gap * 1.5) / column))
    let rows = (entries.count + most - 1) / most

    frame.bottom -= size.gap * 1.2
    var heights: [Double] = Array(repeating: 0, count: rows)
    for (index, lines) in texts.enumerated() {
      let height = max(
        size.sampleHeight, Double(lines.count) * size.legend * FontMetrics.leading)
      heights[index % rows] = max(heights[index % rows], height)
    }
    let rowGap = size.gap * 0.3
    for (index, entry) in entries.enumerated() {
      let (row, place) = (index % rows, index / rows)
      let top = frame.bottom - heights[..<row].reduce(0) { $0 + $1 + rowGap }
      let middle = top - heights[row] / 2
      let left = frame.left + Double(place) * column
      samples.append(
        Sample(
          look: entry.sample,
          frame: Rectangle(
            center: Point(x: left + size.sampleWidth / 2, y: middle), width: size.sampleWidth,
            height: size.sampleHeight)))
      let textLeft = left + size.sampleWidth + textGap
      let height = Double(texts[index].count) * size.legend * FontMetrics.leading
      self.texts.append(
        Text(
          role: .legend, lines: texts[index], size: size.legend,
          frame: Rectangle(
            left: textLeft, bottom: middle - height / 2, right: textLeft + widest * Self.slack,
            top: middle + height / 2)))
    }
    frame.bottom -= heights.reduce(0, +) + rowGap * Double(rows - 1)
  }
}
