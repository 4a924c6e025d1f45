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
}
