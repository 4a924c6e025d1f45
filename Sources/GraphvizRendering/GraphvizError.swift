/// Why the Graphviz library did not do a job.
public enum GraphvizError: Error, Hashable, Sendable {
  /// Graphviz could not be started at all.
  case contextUnavailable
  /// Graphviz could not read the graph that we wrote.
  case invalidGraph(messages: String)
  /// The part of Graphviz that arranges graphs in this way is not installed.
  case engineMissing(String)
  /// The part of Graphviz that writes this format is not installed.
  case formatMissing(String)
  /// Graphviz could not arrange the graph.
  case layoutFailed(messages: String)
  /// Graphviz arranged the graph and could not write it.
  case renderingFailed(format: String, messages: String)
  /// Graphviz did not finish in time and was stopped.
  case timedOut(seconds: Double)
  /// The process that ran Graphviz ended in the middle of the work.
  case workerDied(reason: String)
  /// The program that runs Graphviz could not be started.
  case workerUnavailable(path: String, reason: String)
  /// Whoever asked for the work no longer wants it.
  case cancelled
}

extension GraphvizError: CustomStringConvertible {
  /// What happened and what can be done about it, in plain English.
  public var description: String {
    switch self {
    case .contextUnavailable:
      "Graphviz could not be started. \(Self.installation)"
    case .invalidGraph(let messages):
      "Graphviz could not read the graph: \(Self.sentence(messages))"
    case .engineMissing(let engine):
      "Graphviz is installed without the plug-in that lays out graphs as '\(engine)'. "
        + Self.installation
    case .formatMissing(let format):
      "Graphviz is installed without the plug-in that writes '\(format)'. \(Self.installation)"
    case .layoutFailed(let messages):
      "Graphviz could not arrange the picture: \(Self.sentence(messages))"
    case .renderingFailed(let format, let messages):
      "Graphviz could not write the picture as '\(format)': \(Self.sentence(messages))"
    case .timedOut(let seconds):
      "Graphviz did not finish within \(decimal(seconds)) seconds and was stopped."
    case .workerDied(let reason):
      "The process that runs Graphviz ended in the middle of the picture: \(reason)."
    case .workerUnavailable(let path, let reason):
      "The program that runs Graphviz, '\(path)', could not be started: \(reason). "
        + "Check that the file is there, may be executed, and is a Fingerpost program."
    case .cancelled:
      "The drawing was cancelled."
    }
  }

  private static let installation =
    "Install Graphviz with its plug-ins; on Debian and Ubuntu run "
    + "'apt-get install graphviz libgraphviz-dev'."

  private static func sentence(_ messages: String) -> String {
    let lines = messages.split(separator: "\n").prefix(3).map { line in
      line.hasSuffix(".") ? String(line.dropLast()) : String(line)
    }
    return lines.isEmpty ? "it gave no reason." : lines.joined(separator: "; ") + "."
  }

  /// Whether another way of drawing the same picture may succeed.
  var isAboutThePicture: Bool {
    switch self {
    case .invalidGraph, .layoutFailed, .renderingFailed, .timedOut, .workerDied: true
    case .contextUnavailable, .engineMissing, .formatMissing, .workerUnavailable, .cancelled:
      false
    }
  }
}
