/// Why a diagram could not be drawn.
public struct DrawingError: Error, Hashable, Sendable {
  /// What went wrong.
  public enum Reason: Hashable, Sendable {
    /// The diagram contradicts itself.
    case inconsistent(String)
    /// Graphviz did not do its part.
    case graphviz(GraphvizError)
    /// Every way of drawing was tried, and each failed; says how, best way first.
    case exhausted([String])
  }

  /// The name of the diagram.
  public var picture: String
  /// What went wrong.
  public var reason: Reason

  /// Makes an error.
  public init(picture: String, reason: Reason) {
    self.picture = picture
    self.reason = reason
  }
}

extension DrawingError: CustomStringConvertible {
  /// What happened, in plain English.
  public var description: String {
    switch reason {
    case .inconsistent(let problem): "The picture '\(picture)' cannot be drawn: \(problem)."
    case .graphviz(let error): "The picture '\(picture)' could not be drawn. \(error)"
    case .exhausted(let attempts):
      "The picture '\(picture)' could not be drawn in any way without losing something. "
        + attempts.joined(separator: " ")
    }
  }
}
