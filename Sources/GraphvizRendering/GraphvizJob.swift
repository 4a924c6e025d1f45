/// A way in which Graphviz arranges a graph.
package enum GraphvizEngine: String, CaseIterable, Hashable, Sendable {
  /// In ranks, along the lines.
  case dot
  /// By springs, for large graphs.
  case sfdp
  /// Not at all: everything has a position already.
  case nop2
}

/// A form in which Graphviz writes what it has arranged.
package enum GraphvizFormat: String, CaseIterable, Hashable, Sendable {
  /// Positions, as JSON.
  case positions = "json0"
  /// A picture for screens, written by Graphviz itself.
  case svg
  /// A picture of dots, written by Cairo.
  case png = "png:cairo"
  /// A picture for printing, written by Cairo.
  case pdf = "pdf:cairo"
}

/// One piece of work for the Graphviz library: text in, bytes out.
package struct GraphvizJob: Hashable, Sendable {
  /// The graph in the DOT language.
  package var dot: String
  /// How to arrange it.
  package var engine: GraphvizEngine
  /// What to write, in the order in which it is to come back.
  package var formats: [GraphvizFormat]

  /// Makes a job.
  package init(dot: String, engine: GraphvizEngine, formats: [GraphvizFormat]) {
    self.dot = dot
    self.engine = engine
    self.formats = formats
  }
}

/// What came of a job.
package struct GraphvizResult: Hashable, Sendable {
  /// One file for each format that was asked for, in the same order.
  package var files: [[UInt8]]
  /// What Graphviz had to say; empty when it had nothing.
  package var messages: String

  /// Makes a result.
  package init(files: [[UInt8]], messages: String) {
    self.files = files
    self.messages = messages
  }
}

/// Something that does jobs with the Graphviz library.
package protocol GraphvizHost: Sendable {
  /// Does one job.
  func result(of job: GraphvizJob) async throws(GraphvizError) -> GraphvizResult
}
