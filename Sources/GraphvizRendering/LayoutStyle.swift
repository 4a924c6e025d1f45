/// How much room a layout has; the renderer takes the first that prints legibly.
package struct LayoutStyle: Hashable, Sendable {
  /// Between neighbours in a rank, in points.
  package var nodeSeparation: Double
  /// Between ranks, in points.
  package var rankSeparation: Double
  /// The widest line of a node's name, in points.
  package var wrapWidth: Double

  /// The styles in the order in which they are tried.
  package static let all = [
    LayoutStyle(nodeSeparation: 14, rankSeparation: 40, wrapWidth: 118),
    LayoutStyle(nodeSeparation: 9, rankSeparation: 29, wrapWidth: 118),
    LayoutStyle(nodeSeparation: 8, rankSeparation: 29, wrapWidth: 96),
    LayoutStyle(nodeSeparation: 7, rankSeparation: 32, wrapWidth: 150),
  ]
}

/// The font sizes of a picture before it is scaled to the page, in points.
enum TypeSize {
  static let name = 11.0
  static let detail = 9.5
  static let groupHeading = 11.0
  static let lineLabel = 9.5
}

/// The font that everything is measured and drawn with.
enum Typeface {
  static let regular = "Liberation Sans"
  static let bold = "Liberation Sans Bold"
}
