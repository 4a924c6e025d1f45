package import FingerpostDiagrams

/// What is written in a node, broken into lines.
package struct NodeLabel {
  /// The lines of the name.
  let name: [String]
  /// The smaller lines under it; those of a list start at the left.
  let details: [MarkedUpLabel.Line]
  /// The sections of a card side by side, under the rest; empty for a node that is none.
  let columns: [[MarkedUpLabel.Line]]

  /// Wraps the label of a node, and the name of its group when that is to stand in it.
  package init(of node: Diagram.Node, group: String?, wrapWidth: Double) {
    columns = CardColumns(of: node).columns
    let width = columns.isEmpty ? wrapWidth : CardColumns.width * Double(columns.count)
    let names = TextWrapping(
      width: width, size: columns.isEmpty ? TypeSize.name : TypeSize.cardName,
      bold: !columns.isEmpty)
    let texts = Array(node.label.dropFirst()) + [group].compactMap(\.self)
    let small = TextWrapping(
      width: columns.isEmpty ? Self.width(of: texts, atLeast: width) : width, size: TypeSize.detail)
    name = node.label.prefix(1).flatMap { names.lines(of: $0) }
    details = texts.flatMap { text in
      let isListed = text.hasPrefix("• ")
      return small.lines(of: text).enumerated().map { place, line in
        MarkedUpLabel.Line(
          (isListed && place > 0 ? "\u{A0}\u{A0}" : "") + line, size: TypeSize.detail,
          startsLeft: isListed)
      }
    }
  }

  /// A box of much text is wider, in points, lest it become a tower; a list stays as it is.
  private static func width(of texts: [String], atLeast width: Double) -> Double {
    let running = texts.filter { !$0.hasPrefix("• ") }
    let widths = [width] + widerWidths.filter { $0 > width }
    return widths.first { width in
      let wrapping = TextWrapping(width: width, size: TypeSize.detail)
      return running.reduce(0) { $0 + wrapping.lines(of: $1).count } <= mostLines
    } ?? widths[widths.count - 1]
  }

  private static let widerWidths = [160.0, 200]
  private static let mostLines = 7

  /// From one line to the next, as a multiple of the font size.
  ///
  /// Graphviz sets lines of different sizes closer than lines of one size. Source:
  /// `lib/common/htmltable.c` of Graphviz.
  var leading: Double { details.isEmpty ? FontMetrics.drawnLeading : 1 }

  /// What stands over the columns of a card.
  var head: [MarkedUpLabel.Line] {
    name.map { MarkedUpLabel.Line($0, size: TypeSize.cardName, bold: true) } + details
  }

  /// The label as DOT reads it.
  package var dot: String {
    if !columns.isEmpty {
      return MarkedUpLabel(head: head, columns: columns).text
    }
    guard !details.isEmpty else { return quoted(name.joined(separator: "\n")) }
    return MarkedUpLabel(lines: name.map { .init($0, size: TypeSize.name) } + details).text
  }
}

/// The sections of a card in one column, or in two of about the same length.
struct CardColumns {
  /// How wide the text of a column is, in points.
  static let width = 240.0
  /// How far in a line starts that goes on with the one above it, and spaces that are as wide.
  private static let indent = 8.0
  private static let spaces = "\u{A0}\u{A0}\u{A0}"
  /// The most lines that stand in one column, when there could be two.
  private static let linesOfOneColumn = 16

  let columns: [[MarkedUpLabel.Line]]

  init(of node: Diagram.Node) {
    let headings = TextWrapping(width: Self.width, size: TypeSize.cardHeading, bold: true)
    let texts = TextWrapping(width: Self.width - Self.indent, size: TypeSize.detail)
    let sections = node.sections.map { section in
      headings.lines(of: section.heading).map {
        MarkedUpLabel.Line($0, size: TypeSize.cardHeading, bold: true)
      }
        + section.lines.flatMap { text in
          // What belongs to the line above starts further in.
          texts.lines(of: text).enumerated().map { place, line in
            MarkedUpLabel.Line((place == 0 ? "" : Self.spaces) + line, size: TypeSize.detail)
          }
        }
    }.filter { !$0.isEmpty }
    let gap = MarkedUpLabel.Line("", size: TypeSize.cardGap)
    func column(_ sections: ArraySlice<[MarkedUpLabel.Line]>) -> [MarkedUpLabel.Line] {
      Array(sections.joined(separator: [gap]))
    }
    let total = sections.reduce(0) { $0 + $1.count }
    guard total > Self.linesOfOneColumn, sections.count > 1 else {
      columns = sections.isEmpty ? [] : [column(sections[...])]
      return
    }
    let cuts = (1..<sections.count).map { cut in
      (column(sections[..<cut]), column(sections[cut...]))
    }
    let best = cuts.min { max($0.0.count, $0.1.count) < max($1.0.count, $1.1.count) }
    columns = best.map { [$0.0, $0.1] } ?? []
  }
}
