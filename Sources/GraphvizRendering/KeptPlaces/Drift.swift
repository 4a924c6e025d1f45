import FingerpostDiagrams

/// How far a picture that holds still has come from one that is arranged afresh.
public struct Drift: Hashable, Sendable, Codable {
  /// How often lines cross in the picture that holds still; a number.
  public var crossings: Int
  /// How often they would in a fresh one.
  public var freshCrossings: Int
  /// How long the lines are on paper in the picture that holds still, all together, in points.
  public var lineLength: Double
  /// How long they would be in a fresh one.
  public var freshLineLength: Double
  /// Whether the picture that holds still would print too small to read, and the fresh one would not;
  /// then the fresh one was drawn.
  public var isBeyondThePage: Bool

  init(of held: PageWriter, from fresh: PageWriter) {
    crossings = held.layout.crossings(in: held.diagram)
    freshCrossings = fresh.layout.crossings(in: fresh.diagram)
    lineLength = held.lineLength
    freshLineLength = fresh.lineLength
    isBeyondThePage = held.page.fit != .legible && fresh.page.fit == .legible
  }
}

extension PageWriter {
  fileprivate var lineLength: Double {
    names.edges.reduce(0) { sum, named in
      sum + (layout.edges[named.edge.id]?.length ?? 0) * page.scale
    }
  }
}

extension Layout.Curve {
  /// How long the line is, in points.
  fileprivate var length: Double {
    pieces.reduce(0) { sum, piece in
      let points = piece.sampled(every: 8)
      return sum + zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
    }
  }
}
