public import FingerpostDiagrams

/// Draws diagrams.
public protocol DiagramRenderer: Sendable {
  /// Draws a diagram in some formats; it is laid out once for all of them.
  ///
  /// What comes back shows everything that the diagram asks for, or says on the picture what it does
  /// not show.
  func draw(
    _ diagram: Diagram, as formats: [OutputFormat]
  ) async throws(DrawingError) -> Drawing

  /// Draws a diagram on one page if all of it prints legibly, and else as an overview and pages.
  ///
  /// Everything that the diagram asks for stands on a page of the set, and what leaves a page says
  /// where it goes on.
  func drawSet(
    _ diagram: Diagram, as formats: [OutputFormat]
  ) async throws(DrawingError) -> PictureSet
}
