import CGraphviz
import Synchronization

/// Serialises every call into libgvc and libcgraph: "The library is not thread safe", cgraph(3).
private let graphvizLock = Mutex<Void>(())

/// The Graphviz library in this process.
enum GraphvizLibrary {
  /// Lays out a graph and writes it; blocks until done.
  static func result(of job: GraphvizJob) throws(GraphvizError) -> GraphvizResult {
    try graphvizLock.withLock { _ throws(GraphvizError) -> GraphvizResult in
      let log = GraphvizLog()
      guard let context = GraphvizContext() else { throw .contextUnavailable }
      guard let graph = ParsedGraph(dot: job.dot) else {
        throw .invalidGraph(messages: log.messages)
      }
      guard let layout = GraphLayout(of: graph, by: job.engine, in: context) else {
        throw log.messages.contains("not recognized")
          ? .engineMissing(job.engine.rawValue) : .layoutFailed(messages: log.messages)
      }
      var files: [[UInt8]] = []
      for format in job.formats {
        guard let bytes = layout.bytes(as: format) else {
          throw log.messages.contains("not recognized")
            ? .formatMissing(format.rawValue)
            : .renderingFailed(format: format.rawValue, messages: log.messages)
        }
        files.append(bytes)
      }
      return GraphvizResult(files: files, messages: log.messages)
    }
  }

  /// The version that the library says it has; `unknown` when it says nothing.
  static var version: String {
    graphvizLock.withLock { _ in
      guard let context = GraphvizContext(), let text = gvcVersion(context.pointer) else {
        return "unknown"
      }
      return String(cString: text)
    }
  }
}
