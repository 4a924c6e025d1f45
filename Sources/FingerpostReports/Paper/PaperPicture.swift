public import FingerpostModel

/// A picture of a paper, as a value: drawn by somebody else, with the same in words.
public struct PaperPicture: Hashable, Sendable {
  /// How the drawing came out.
  public enum Drawing: Hashable, Sendable {
    /// A whole SVG file whose ids all begin with the picture's name; the colour that it stands on, as
    /// CSS has it; its width and height in points; and the sheet on which it prints legibly.
    case drawn(svg: String, ground: String, width: Double, height: Double, sheet: PaperSheet)
    /// It could not be drawn, and why, as a sentence.
    case failed(because: String)
  }

  /// Its name: lower-case letters, digits and hyphens.
  public var name: String
  /// The name of the view that it belongs to, such as `board`.
  public var view: String
  /// The picture in words.
  public var inWords: PictureInWords
  /// The drawing.
  public var drawing: Drawing
  /// Its place among the pictures of the paper, from 1; the paper sets it.
  public internal(set) var number = 0

  /// Makes a picture.
  public init(name: String, view: String, inWords: PictureInWords, drawing: Drawing) {
    self.name = name
    self.view = view
    self.inWords = inWords
    self.drawing = drawing
  }

  /// Where links to it lead, after the `#`.
  public var anchor: String { Self.anchor(of: name) }

  /// Where links to a picture of this name lead, after the `#`.
  public static func anchor(of name: String) -> String { "picture-\(name)" }

  /// What it is called in the paper.
  var heading: String { inWords.subtitle ?? inWords.title }
}

/// The sheet that a picture prints on, by itself.
public enum PaperSheet: String, CaseIterable, Hashable, Sendable {
  /// A4, higher than wide.
  case a4Portrait = "a4-portrait"
  /// A4, wider than high.
  case a4Landscape = "a4-landscape"
  /// A3, wider than high.
  case a3Landscape = "a3-landscape"
  /// A3, higher than wide.
  case a3Portrait = "a3-portrait"

  /// Width and height in millimetres.
  var millimetres: (width: Int, height: Int) {
    switch self {
    case .a4Portrait: (210, 297)
    case .a4Landscape: (297, 210)
    case .a3Landscape: (420, 297)
    case .a3Portrait: (297, 420)
    }
  }

  /// The margin around a picture, in millimetres: as little as office printers can do.
  static let margin = 7
  /// The height of the line above a picture that says which it is, in millimetres.
  static let headingHeight = 5

  /// The smallest sheet on which text prints as large as people can read.
  ///
  /// - Parameters:
  ///   - width: The width of the picture in points.
  ///   - height: The height of the picture in points.
  ///   - text: The size of its smallest text in points.
  ///   - legible: The size that people can read, in points.
  /// - Returns: A sheet of A4 if there is one, otherwise the one of A3 on which it prints larger.
  public static func fitting(
    width: Double, height: Double, smallestText text: Double, legible: Double
  ) -> PaperSheet {
    func scale(_ sheet: PaperSheet) -> Double { min(1, sheet.scale(width: width, height: height)) }
    func larger(_ landscape: PaperSheet, _ portrait: PaperSheet) -> PaperSheet {
      // Where it fits either way round, the sheet is as the picture is.
      let (wide, high) = (scale(landscape), scale(portrait))
      return wide == high
        ? width >= height ? landscape : portrait : wide > high ? landscape : portrait
    }
    let small = larger(.a4Landscape, .a4Portrait)
    return text * scale(small) >= legible ? small : larger(.a3Landscape, .a3Portrait)
  }

  /// How large a picture prints, beside its own size: as large as there is room for, though a small
  /// one no more than half as large again.
  func scale(width: Double, height: Double) -> Double {
    min(1.5, room.width / max(width, 1), room.height / max(height, 1))
  }

  /// The room for the picture in points.
  private var room: (width: Double, height: Double) {
    let (width, height) = millimetres
    let points = 72 / 25.4
    return (
      Double(width - 2 * Self.margin) * points,
      Double(height - 2 * Self.margin - Self.headingHeight) * points
    )
  }
}
