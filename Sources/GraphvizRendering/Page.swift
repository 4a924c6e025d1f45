/// The sheet that a picture is printed on, and how it fits.
public struct Page: Hashable, Sendable, Codable {
  /// Which way round the sheet is.
  public enum Orientation: String, CaseIterable, Hashable, Sendable {
    /// Wider than high.
    case landscape
    /// Higher than wide.
    case portrait
  }

  /// What can be said about the text of a picture on paper.
  public enum Fit: Hashable, Sendable {
    /// All text can be read.
    case legible
    /// The smallest text would print smaller than people can read across a table.
    case tooSmall(printedPoints: Double, nodes: Int)
  }

  /// The smallest text that a picture may print, in points.
  public static let smallestLegibleText = 8.0
  /// The long side of A3 without 28 points of margin on each side, in points.
  public static let longSide = 1190.55 - 56
  /// The short side of A3 without its margins, in points.
  public static let shortSide = 841.89 - 56

  /// The width of the picture before it is scaled, in points.
  public var width: Double
  /// The height of the picture before it is scaled, in points.
  public var height: Double
  /// The smallest font size in the picture before it is scaled, in points.
  public var smallestText: Double
  /// The number of nodes in the picture.
  public var nodes: Int

  /// Makes a page around a picture.
  public init(width: Double, height: Double, smallestText: Double, nodes: Int) {
    self.width = width
    self.height = height
    self.smallestText = smallestText
    self.nodes = nodes
  }

  /// The way round in which the picture prints larger.
  public var orientation: Orientation {
    scale(on: .landscape) >= scale(on: .portrait) ? .landscape : .portrait
  }

  /// What every length is multiplied by so that the picture fits on A3; 1 at most.
  public var scale: Double { scale(on: orientation) }

  /// The smallest font size on paper, in points.
  public var smallestPrintedText: Double { smallestText * scale }

  /// Whether all text can be read on paper.
  public var fit: Fit {
    // A hair of tolerance, so that text made to print at exactly the limit counts as legible.
    smallestPrintedText >= Self.smallestLegibleText - 0.005
      ? .legible : .tooSmall(printedPoints: smallestPrintedText, nodes: nodes)
  }

  private func scale(on orientation: Orientation) -> Double {
    let (across, down) =
      orientation == .landscape
      ? (Self.longSide, Self.shortSide) : (Self.shortSide, Self.longSide)
    return min(1, across / max(width, 1), down / max(height, 1))
  }
}
