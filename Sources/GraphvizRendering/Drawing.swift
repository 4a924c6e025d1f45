/// A finished drawing of a diagram.
public struct Drawing: Hashable, Sendable {
  /// The name of the diagram.
  public var name: String
  /// The files that were asked for.
  public var files: [OutputFormat: [UInt8]]
  /// How the diagram was drawn.
  public var rung: Rung
  /// What the picture says about how it was drawn; it stands on the picture, too.
  public var remarks: [String]
  /// What the person who draws should know and the picture does not say, such as a missing font.
  public var warnings: [String]
  /// The sheet that it prints on.
  public var page: Page
  /// Where everything is.
  public var layout: Layout
  /// The text that was given to Graphviz to lay out.
  public var dot: String

  /// Makes a drawing.
  public init(
    name: String, files: [OutputFormat: [UInt8]], rung: Rung, remarks: [String],
    warnings: [String], page: Page, layout: Layout, dot: String
  ) {
    self.name = name
    self.files = files
    self.rung = rung
    self.remarks = remarks
    self.warnings = warnings
    self.page = page
    self.layout = layout
    self.dot = dot
  }
}
