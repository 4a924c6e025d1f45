public import FingerpostDiagrams

/// Draws diagrams.
public protocol DiagramRenderer: Sendable {
  /// Draws a diagram in some formats; it is laid out once for all of them.
  ///
  /// What comes back shows everything that the diagram asks for, or says on the picture what it does
  /// not show.
  func draw(
    _ diagram: Diagram, as formats: [OutputFormat], arranged: Arrangement
  ) async throws(DrawingError) -> Drawing

  /// Draws a diagram on one page if all of it prints legibly, and else as an overview and pages.
  ///
  /// Everything that the diagram asks for stands on a page of the set, and what leaves a page says
  /// where it goes on.
  func drawSet(
    _ diagram: Diagram, as formats: [OutputFormat], arranged: Arrangement
  ) async throws(DrawingError) -> PictureSet
}

/// How the parts of a picture find their places.
public enum Arrangement: Hashable, Sendable {
  /// As is best for the picture by itself.
  case fresh
  /// Where they stood before, as far as they did.
  case held(LayoutLock)
  /// As is best for the picture by itself, and compared with where they stood before.
  case afresh(LayoutLock)

  var lock: LayoutLock? {
    switch self {
    case .fresh: nil
    case .held(let lock), .afresh(let lock): lock
    }
  }

  var isAfresh: Bool { if case .afresh = self { true } else { false } }
}

extension DiagramRenderer {
  /// Draws a diagram in some formats, arranged afresh.
  public func draw(
    _ diagram: Diagram, as formats: [OutputFormat]
  ) async throws(DrawingError) -> Drawing {
    try await draw(diagram, as: formats, arranged: .fresh)
  }

  /// Draws a diagram on one page if all of it prints legibly, and else as an overview and pages,
  /// arranged afresh.
  public func drawSet(
    _ diagram: Diagram, as formats: [OutputFormat]
  ) async throws(DrawingError) -> PictureSet {
    try await drawSet(diagram, as: formats, arranged: .fresh)
  }
}
