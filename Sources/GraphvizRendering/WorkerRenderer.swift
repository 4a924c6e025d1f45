public import FingerpostDiagrams

/// Draws in worker processes, so that a graph that makes Graphviz abort, hang or take all memory
/// costs one picture and never the program.
///
/// Pictures that are asked for at the same time are drawn side by side, one a worker. The workers
/// end when the renderer is no longer used and when the program ends.
public struct WorkerRenderer: DiagramRenderer {
  /// The workers.
  package let pool: WorkerPool
  private let fontProbe = FontProbe()

  /// Makes a renderer; workers start with the first pictures.
  ///
  /// - Parameters:
  ///   - path: A program that calls `GraphvizWorker.runIfAsked()` before anything else.
  ///   - workers: The most workers at a time; one for each processor core is best.
  ///   - limits: What a worker may use.
  public init(path: String, workers: Int = 2, limits: WorkerLimits = WorkerLimits()) {
    pool = WorkerPool(path: path, workers: workers, limits: limits)
  }

  /// Draws a diagram in some formats; see `DiagramRenderer`.
  public func draw(
    _ diagram: Diagram, as formats: [OutputFormat], arranged: Arrangement
  ) async throws(DrawingError) -> Drawing {
    try await DrawingProcedure(host: pool, fontProbe: fontProbe).draw(
      diagram, as: formats, arranged: arranged)
  }

  /// Draws a diagram on one page or several; see `DiagramRenderer`.
  public func drawSet(
    _ diagram: Diagram, as formats: [OutputFormat], arranged: Arrangement
  ) async throws(DrawingError) -> PictureSet {
    try await DrawingProcedure(host: pool, fontProbe: fontProbe).drawSet(
      diagram, as: formats, arranged: arranged)
  }
}
