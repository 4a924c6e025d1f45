public import FingerpostDiagrams

/// Draws with the Graphviz library in this process, one picture at a time.
///
/// A graph that makes Graphviz abort ends the whole program, one that takes long cannot be stopped,
/// and every picture leaves some memory behind; `WorkerRenderer` has none of these faults. This one
/// is for programs that cannot start another, and for tests.
public struct InProcessRenderer: DiagramRenderer {
  private let fontProbe = FontProbe()

  /// Makes a renderer.
  public init() {}

  /// Draws a diagram in some formats; see `DiagramRenderer`.
  public func draw(
    _ diagram: Diagram, as formats: [OutputFormat], arranged: Arrangement
  ) async throws(DrawingError) -> Drawing {
    try await DrawingProcedure(host: LibraryHost(), fontProbe: fontProbe)
      .draw(
        diagram, as: formats, arranged: arranged)
  }

  /// Draws a diagram on one page or several; see `DiagramRenderer`.
  public func drawSet(
    _ diagram: Diagram, as formats: [OutputFormat], arranged: Arrangement
  ) async throws(DrawingError) -> PictureSet {
    try await DrawingProcedure(host: LibraryHost(), fontProbe: fontProbe).drawSet(
      diagram, as: formats, arranged: arranged)
  }
}

/// The library in this process.
package struct LibraryHost: GraphvizHost {
  /// Makes a host.
  package init() {}

  package func result(of job: GraphvizJob) async throws(GraphvizError) -> GraphvizResult {
    try GraphvizLibrary.result(of: job)
  }
}
